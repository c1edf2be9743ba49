"""Fit the weights of `bot/coach/buyer/aim.py` to lines of strangers, and say what they are worth on scenes left out.

Run after the wordings in `data/content/scenes/wordings` have changed much: `.venv/bin/python tools/fit_aim.py`. It
needs the trained judge and some minutes, and prints weights to put into `WEIGHTS`; for scenes that did not teach them
(five folds) it says how often the first item is right, and how often where it is clear.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.coach.buyer.aim import WEIGHTS, of_nothing, signs  # noqa: E402
from bot.coach.buyer.aimed import CLEARLY  # noqa: E402
from bot.coach.buyer.asked import is_question  # noqa: E402
from bot.coach.buyer.engine import begin, opening, step  # noqa: E402
from bot.coach.buyer.move import QUESTIONS, Line, Move  # noqa: E402
from bot.coach.buyer.reading import shorn  # noqa: E402
from bot.coach.buyer.scene import Scene  # noqa: E402
from bot.coach.buyer.state import State  # noqa: E402
from bot.coach.buyer.talk import Talk  # noqa: E402
from bot.coach.judgement import Judge  # noqa: E402
from bot.content.scene_check import common_lines  # noqa: E402
from bot.content.scenes import read_scene  # noqa: E402
from bot.judge import load_judge  # noqa: E402
from bot.settings import Settings  # noqa: E402

HELD_OUT = ROOT / "tests" / "coach" / "buyer"
OF_TALK = ("told", "shut", "next")
"""Signs that only a line within a talk has."""
ACTS = {"ack", "confirm", "leave", "reply", "pitch", "smalltalk", "price"}
NAMES = tuple(WEIGHTS)
DECAY = 0.5
"""How much large weights are held back (L2)."""


@dataclass(frozen=True)
class Row:
    """A question: the signs of each item and of nothing (a row each), and which of them are right."""

    scene: str
    source: str
    signs: NDArray[np.float64]
    right: NDArray[np.float64]


def main() -> None:
    """Print the weights and what they are worth."""
    rows = [row for row in _rows() if row.right.any()]
    scenes = sorted({row.scene for row in rows})
    seen: list[tuple[Row, NDArray[np.float64]]] = []
    for k in range(5):
        out = set(scenes[k::5])
        weights = fit([row for row in rows if row.scene not in out])
        seen += [(row, _softmax(row.signs @ weights)) for row in rows if row.scene in out]
    for source in sorted({row.source for row in rows}):
        found = [(row.right[np.argsort(-p)], np.sort(p)[::-1]) for row, p in seen if row.source == source]
        clear = [right[0] for right, p in found if p[0] >= CLEARLY]
        first = sum(right[0] for right, _ in found) / len(found)
        two = sum(right[:2].any() for right, _ in found) / len(found)
        print(f"{source}: {len(found)} questions, first right {first:.3f}, one of two {two:.3f}; ", end="")
        print(f"clear {len(clear) / len(found):.3f}, of these right {sum(clear) / len(clear):.3f}")
    print({name: round(float(w), 2) for name, w in zip(NAMES, fit(rows))})


def fit(rows: list[Row]) -> NDArray[np.float64]:
    """Return the weights under which what is right is likeliest, one for each of `NAMES`."""

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = DECAY * weights @ weights, 2 * DECAY * weights
        for row in rows:
            p = _softmax(row.signs @ weights)
            good = float(p @ row.right) + 1e-9
            total -= np.log(good)
            slope = slope - row.signs.T @ (p * row.right / good - p)
        return float(total), slope

    found: NDArray[np.float64] = minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B").x
    return found


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    powers: NDArray[np.float64] = np.exp(scores - scores.max())
    return powers / powers.sum()


def _rows() -> Iterator[Row]:
    judge = load_judge(Settings.from_env().models / "judge")
    lines = common_lines(ROOT / "data" / "content" / "replies")
    single = yaml.safe_load((HELD_OUT / "asked_held_out.yaml").read_text(encoding="utf-8"))
    talks = yaml.safe_load((HELD_OUT / "talks_held_out.yaml").read_text(encoding="utf-8"))
    for language in ("zh", "en"):
        for name, asked in single[language].items():
            scene = read_scene(ROOT / "data" / "content" / "scenes" / f"{name}.yaml")
            for one in asked:
                state = begin(scene, difficulty="normal", language=language, seed=1)
                moves = _judged(judge, one["ask"], None)
                yield from _row(scene, state, moves, [one["want"]], lines, f"alone {language}")
            state, last = opening(scene, begin(scene, difficulty="normal", language=language, seed=1))
            for one in talks[language][name]:
                moves = _judged(judge, one["line"], last)
                yield from _row(scene, state.copy(), moves, one["want"], lines, f"talk {language}")
                done = step(scene, state, Line(one["line"], moves), lines)
                state, last = done.state, " ".join(text for _, text in done.replies)
            print(f"· {name} {language}", file=sys.stderr)


def _judged(judge: Judge, text: str, before: str | None) -> tuple[Move, ...]:
    return tuple(Move.of(judged) for judged in judge.moves(text, before))


def _row(
    scene: Scene, state: State, moves: tuple[Move, ...], want: list[list[str]], lines: object, source: str
) -> Iterator[Row]:
    """Give the row of a line that asks one thing."""
    parts = [part for part in want if not ACTS.intersection(part)]
    asking = [m for m in moves if m.label in QUESTIONS or is_question(m.text, state.language)]
    if len(parts) != 1 or not asking or sum(m.label in QUESTIONS for m in moves) > 1 or state.ended:
        return
    text = shorn(asking[-1].text, state.language)
    if any(key.startswith("step:") for key in parts[0]):
        return
    move = Move(text, asking[-1].label, asking[-1].confidence, asking[-1].alternatives)
    talk = Talk(scene, state, scene.levels[state.difficulty], lines, Line(text, moves), Random(1))  # type: ignore[arg-type]
    right = {re.sub(r"\.(s|[\d,]+)$", "", key) for key in parts[0]}
    if not talk.found(text):
        return
    found = [signs(talk, move, item) for item in scene.items]
    if source.startswith("alone"):
        found = [{name: value for name, value in one.items() if name not in OF_TALK} for one in found]
    found.append(of_nothing(talk, move))
    yield Row(
        scene.id,
        source,
        np.array([[one.get(name, 0.0) for name in NAMES] for one in found]),
        np.array([*(float(item.id in right) for item in scene.items), float(bool(right & {"-", "no", "back"}))]),
    )


if __name__ == "__main__":
    main()
