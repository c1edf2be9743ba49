"""The figures of `make evaluate` as pictures; their only words are the guide's labels, English in every language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.judge import measure
from bot.judge.measure import Verdicts


def confusion(path: Path, question: str, verdicts: Verdicts) -> None:
    """Draw the confusion of one question, a panel for each language, in per cent of the true label."""
    langs = measure.languages(verdicts)
    size = 1.6 + 0.42 * len(verdicts.labels)
    figure = Figure(figsize=(size * len(langs) + 1.2, size + 0.9))
    panels = figure.subplots(1, len(langs), squeeze=False)
    for number, (panel, lang) in enumerate(zip(panels[0], langs)):
        table = measure.confusion(verdicts.of(verdicts.langs == lang))
        share = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
        panel.imshow(share, cmap="Blues", vmin=0, vmax=1)
        for row, column in np.ndindex(*share.shape):
            if table[row, column]:
                color = "white" if share[row, column] > 0.5 else "black"
                panel.text(column, row, f"{share[row, column]:.0%}", ha="center", va="center", fontsize=6, color=color)
        panel.set_xticks(range(len(verdicts.labels)), verdicts.labels, rotation=60, ha="right", fontsize=7)
        panel.set_yticks(range(len(verdicts.labels)), verdicts.labels if number == 0 else [], fontsize=7)
        panel.set_title(lang, fontsize=9)
        panel.set_xlabel("said", fontsize=8)
    panels[0][0].set_ylabel("true", fontsize=8)
    figure.suptitle(f"{question}: authors not seen in training", fontsize=10)
    _save(figure, path)


def calibration(path: Path, found: Mapping[str, Verdicts]) -> None:
    """Draw, for each question, how often a confidence is right."""
    figure = Figure(figsize=(4.6, 4.2))
    panel = figure.subplots()
    panel.plot([0, 1], [0, 1], color="lightgray")
    for question, verdicts in found.items():
        sure, right, _ = zip(*measure.bins(verdicts))
        panel.plot(
            sure, right, marker="o", markersize=3, label=f"{question}, error {measure.calibration_error(verdicts):.3f}"
        )
    panel.set_xlabel("confidence")
    panel.set_ylabel("share right")
    panel.legend(fontsize=8)
    _save(figure, path)


def _save(figure: Figure, path: Path) -> None:
    FigureCanvasAgg(figure)  # no screen is needed
    figure.tight_layout()
    figure.savefig(path, dpi=130)
