"""The picture of a scorecard: a radar of the dimensions, and a timeline of trust, pain and moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from pathlib import Path

from bot.coach.scorecard import Card, Played
from bot.pictures import Canvas, save
from bot.pictures.canvas import ACCENT, GOOD, INK, PALE, WEAK

MOVES = {
    "situation": "#7a8793",
    "problem": "#1f6f8b",
    "implication": "#7a3f98",
    "need_payoff": "#3a7d44",
    "trace": "#b58900",
    "confirm": "#2aa198",
    "acknowledge": "#c2578a",
    "pitch": "#b5541c",
    "commitment": "#22303c",
    "other": "#c5ccd2",
}
CENTER, RADIUS = (0.24, 0.46), 0.27
"""Of the radar, in shares of the page's height (the page is twice as wide as high)."""


@dataclass(frozen=True)
class PictureWords:
    """All that is written on it, in the reader's language."""

    title: str
    dimensions: Mapping[str, str]
    trust: str
    pain: str
    moves: Mapping[str, str]
    turn: str


def draw(words: PictureWords, card: Card, played: Played, folder: Path, name: str) -> Path:
    """Draw a talk's card and return the path of the PNG."""
    canvas = Canvas(11, 5.5)
    canvas.text(0.5, 0.94, words.title, size=canvas.fitted(words.title, 16, 0.9), align="center")
    _radar(canvas, words, card)
    _timeline(canvas, words, played)
    return save(canvas, folder, name)


def _at(angle: float, share: float) -> tuple[float, float]:
    # Half as wide in shares of the page, so that the circle is round.
    return CENTER[0] + RADIUS * share * sin(angle) / 2, CENTER[1] + RADIUS * share * cos(angle)


def _radar(canvas: Canvas, words: PictureWords, card: Card) -> None:
    angles = [2 * pi * n / len(card.lines) for n in range(len(card.lines))]
    for share in (0.25, 0.5, 0.75, 1.0):
        _ring(canvas, [_at(angle, share) for angle in angles], PALE, 0.8)
    for line, angle in zip(card.lines, angles):
        x, y = _at(angle, 1.0)
        canvas.axes.plot([CENTER[0], x], [CENTER[1], y], color=PALE, linewidth=0.8)
        tx, ty = _at(angle, 1.14)
        align = "center" if abs(sin(angle)) < 0.2 else "left" if sin(angle) > 0 else "right"
        label = f"{words.dimensions[line.dimension]} {round(100 * line.score)}"
        canvas.text(tx, ty, label, size=9, align=align, color=GOOD if line.score >= 0.7 else INK)
    points = [_at(angle, line.score) for line, angle in zip(card.lines, angles)]
    _ring(canvas, points, ACCENT, 1.8)
    canvas.axes.fill([x for x, _ in points], [y for _, y in points], color=ACCENT, alpha=0.25)


def _ring(canvas: Canvas, points: Sequence[tuple[float, float]], color: str, width: float) -> None:
    closed = [*points, points[0]]
    canvas.axes.plot([x for x, _ in closed], [y for _, y in closed], color=color, linewidth=width)


def _timeline(canvas: Canvas, words: PictureWords, played: Played) -> None:
    chart = canvas.figure.add_axes((0.56, 0.30, 0.41, 0.54))
    states = [played.start, *(said.after for said in played.said)]
    turns = range(len(states))
    trust = [sum(state.trust.values()) / len(state.trust) for state in states]
    chart.plot(turns, trust, color=ACCENT, linewidth=2, label=words.trust)
    chart.plot(turns, [state.pain for state in states], color=WEAK, linewidth=2, linestyle="--", label=words.pain)
    chart.set_ylim(-16, 104)
    chart.set_xlim(0, max(2, len(states) - 1) + 0.4)
    for said in played.said:
        label = said.labels[-1] if said.labels else "other"
        chart.plot(said.turn, -9, marker="s", markersize=6, color=MOVES[label])
    chart.set_yticks([0, 25, 50, 75, 100])
    chart.grid(axis="y", color=PALE, linewidth=0.6)
    for side in ("top", "right"):
        chart.spines[side].set_visible(False)
    chart.tick_params(labelsize=8, colors=INK)
    chart.set_xlabel(words.turn, fontsize=9, color=INK)
    chart.legend(loc="lower left", bbox_to_anchor=(0, 1), fontsize=9, frameon=False, ncol=2)
    _legend(canvas, words, {s.labels[-1] if s.labels else "other" for s in played.said})


def _legend(canvas: Canvas, words: PictureWords, used: set[str]) -> None:
    shown = [label for label in MOVES if label in used]
    for place, label in enumerate(shown):
        x, y = 0.56 + 0.085 * (place % 5), 0.13 - 0.06 * (place // 5)
        canvas.axes.plot(x, y, marker="s", markersize=6, color=MOVES[label])
        canvas.text(x + 0.01, y, words.moves[label], size=8)
