"""The figures of `make evaluate` as pictures; labels carry their Chinese name beside the guide's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.judge import measure
from bot.judge.measure import Verdicts
from bot.language import Catalog
from bot.pictures.font import use_font
from bot.settings import ROOT

REPLIES = ROOT / "data" / "content" / "replies"
LANGUAGES = {"zh-Hans": "zh-Hans 简体", "zh-Hant": "zh-Hant 繁體", "en": "en English"}
LEAST = 0.0051
"""A share under this is left blank in a confusion."""
FEW = 20
"""Lines of a tenth of the confidence from which it is drawn."""
COLORS = {"zh-Hans": "#2f6f9f", "zh-Hant": "#8fb8d6", "en": "#c98a3a"}


def confusion(path: Path, question: str, verdicts: Verdicts) -> None:
    """Draw the confusion of one question, a panel for each language, in per cent of the true label."""
    use_font()
    langs = measure.languages(verdicts)
    size = 1.6 + 0.42 * len(verdicts.labels)
    figure = Figure(figsize=(size * len(langs) + 2.2, size + 2), layout="constrained")
    panels = figure.subplots(1, len(langs), squeeze=False)
    names = _names(verdicts.labels)
    for number, (panel, lang) in enumerate(zip(panels[0], langs)):
        table = measure.confusion(verdicts.of(verdicts.langs == lang))
        share = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
        panel.imshow(share, cmap="Blues", vmin=0, vmax=1)
        for row, column in np.ndindex(*share.shape):
            if share[row, column] >= LEAST:
                color = "white" if share[row, column] > 0.5 else "black"
                panel.text(column, row, f"{share[row, column]:.0%}", ha="center", va="center", fontsize=6, color=color)
        panel.set_xticks(range(len(names)), names, rotation=60, ha="right", fontsize=7)
        panel.set_yticks(range(len(names)), names if number == 0 else [], fontsize=7)
        panel.set_title(LANGUAGES.get(lang, lang), fontsize=9)
        panel.set_xlabel("said 判成", fontsize=8)
    panels[0][0].set_ylabel("true 实为", fontsize=8)
    figure.suptitle(f"{question}: authors not seen in training", fontsize=10)
    _save(figure, path)


def labels(path: Path, question: str, verdicts: Verdicts) -> None:
    """Draw the F1 of each label of one question as points, a colour for each language."""
    use_font()
    langs, names = measure.languages(verdicts), _names(verdicts.labels)
    figure = Figure(figsize=(6.4, 1.4 + 0.13 * (len(langs) + 1) * len(names)), layout="constrained")
    panel = figure.subplots()
    for number, lang in enumerate(langs):
        scores = measure.by_label(measure.confusion(verdicts.of(verdicts.langs == lang)))[:, 2]
        places = np.arange(len(names)) + (number - (len(langs) - 1) / 2) * 0.27
        panel.plot(scores, places, "o", markersize=4, label=LANGUAGES.get(lang, lang), color=COLORS.get(lang))
        for score, place in zip(scores, places):
            panel.annotate(f"{score:.2f}", (score, place), (4, 0), textcoords="offset points", fontsize=6, va="center")
    panel.set_yticks(range(len(names)), names, fontsize=8)
    panel.invert_yaxis()
    panel.set_xlim(0.7, 1.02)
    panel.grid(axis="x", color="#e6e6e6")
    panel.set_axisbelow(True)
    panel.set_xlabel("F1, authors not seen in training", fontsize=8)
    panel.legend(fontsize=7, loc="lower center", bbox_to_anchor=(0.5, 1.0), ncol=len(langs), frameon=False)
    figure.suptitle(question, fontsize=10)
    _save(figure, path)


def calibration(path: Path, found: Mapping[str, Verdicts]) -> None:
    """Draw, for each question, how often a confidence is right."""
    use_font()
    figure = Figure(figsize=(4.6, 4.2), layout="constrained")
    panel = figure.subplots()
    panel.plot([0, 1], [0, 1], color="lightgray")
    for question, verdicts in found.items():
        sure, right = zip(*((sure, right) for sure, right, number in measure.bins(verdicts) if number >= FEW))
        panel.plot(
            sure, right, marker="o", markersize=3, label=f"{question}, error {measure.calibration_error(verdicts):.3f}"
        )
    panel.set_xlabel("confidence 把握")
    panel.set_ylabel(f"share right 判对比例 (from {FEW} lines on)")
    panel.legend(fontsize=8)
    _save(figure, path)


def _names(labels: Sequence[str]) -> list[str]:
    """Return each label with the name it has in Chinese; a level has none of its own."""
    catalog = Catalog.read(REPLIES, "judge")
    levels = {"business": "公司", "personal": "本人"}
    return [f"{label} {levels.get(label) or catalog.say(f'judge.name_{label}', 'zh')}" for label in labels]


def _save(figure: Figure, path: Path) -> None:
    FigureCanvasAgg(figure)  # no screen is needed
    figure.savefig(path, dpi=130, bbox_inches="tight")
