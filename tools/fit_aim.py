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
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.coach.buyer.aim import NAMES, signs  # noqa: E402
from bot.coach.buyer.aimed import CLEARLY  # noqa: E402
from bot.coach.buyer.asked import is_question  # noqa: E402
from bot.coach.buyer.engine import begin, opening, step  # noqa: E402
from bot.coach.buyer.followed import MEASURES  # noqa: E402
from bot.coach.buyer.move import QUESTIONS, Line, Move  # noqa: E402
from bot.coach.buyer.reading import shorn  # noqa: E402
from bot.coach.buyer.rows import rows_of  # noqa: E402
from bot.coach.buyer.scene import Item, Scene  # noqa: E402
from bot.coach.buyer.state import State  # noqa: E402
from bot.coach.buyer.talk import Talk  # noqa: E402
from bot.coach.buyer.voice import prints  # noqa: E402
from bot.coach.judgement import Judge  # noqa: E402
from bot.content.scene_check import common_lines  # noqa: E402
from bot.content.scenes import read_scene  # noqa: E402
from bot.judge import load_judge  # noqa: E402
from bot.settings import Settings  # noqa: E402

HELD_OUT = ROOT / "tests" / "coach" / "buyer"
OF_TALK = ("told", "shut", "next", "echoed", "echoed_bare", *MEASURES)
"""Signs that only a line within a talk has."""
ACTS = {"step", "ack", "confirm", "leave", "reply", "pitch", "smalltalk", "price"}
NOTHING = {"-", "no", "back"}
DECAY = 0.5
"""How much large weights are held back (L2)."""
OF_ALONE = 0.25
"""What a question outside a talk counts: nobody holds talks of first questions only."""


@dataclass(frozen=True)
class Row:
    """A question: the signs of each answer and of nothing (a row each), and which of them are right."""

    scene: str
    source: str
    signs: NDArray[np.float64]
    right: NDArray[np.float64]
    items: NDArray[np.intp]
    """Which item each row belongs to; the last is nothing's."""
    fitting: NDArray[np.float64]
    """Which items are right, whichever of their answers is."""

    def likeliest(self, p: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """Return the items with their probabilities, the likeliest first."""
        shares: NDArray[np.float64] = np.bincount(self.items, weights=p).astype(np.float64)
        order = np.argsort(-shares)
        return order, shares[order]


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
        ranked = [(row, p, *row.likeliest(p)) for row, p in seen if row.source == source]
        first = [row.fitting[order[0]] for row, _, order, _ in ranked]
        two = [row.fitting[order[:2]].any() for row, _, order, _ in ranked]
        answer = [row.right[p.argmax()] for row, p, _, _ in ranked]
        clear = [row.fitting[order[0]] for row, _, order, shares in ranked if shares[0] >= CLEARLY]
        print(
            f"{source}: {len(ranked)} questions, item right {np.mean(first):.3f}, one of two {np.mean(two):.3f}, ",
            end="",
        )
        print(f"answer right {np.mean(answer):.3f}; clear {len(clear) / len(ranked):.3f}, ", end="")
        print(f"of these right {np.mean(clear):.3f}")
    print({name: round(float(w), 2) for name, w in zip(NAMES, fit(rows))})


def fit(rows: list[Row]) -> NDArray[np.float64]:
    """Return the weights under which what is right is likeliest, one for each of `NAMES`."""

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = DECAY * weights @ weights, 2 * DECAY * weights
        for row in rows:
            p = _softmax(row.signs @ weights)
            good = float(p @ row.right) + 1e-9
            counts = OF_ALONE if row.source.startswith("alone") else 1.0
            total -= counts * np.log(good)
            slope = slope - counts * (row.signs.T @ (p * row.right / good - p))
        return float(total), slope

    found: NDArray[np.float64] = minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B").x
    return found


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    powers: NDArray[np.float64] = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum(), dtype=np.float64)


def _rows() -> Iterator[Row]:
    judge = load_judge(Settings.from_env().models / "judge")
    lines = common_lines(ROOT / "data" / "content" / "replies")
    single = yaml.safe_load((HELD_OUT / "asked_held_out.yaml").read_text(encoding="utf-8"))
    talks = yaml.safe_load((HELD_OUT / "talks_held_out.yaml").read_text(encoding="utf-8"))
    replied = yaml.safe_load((HELD_OUT / "talks_replied_held_out.yaml").read_text(encoding="utf-8"))
    strict = yaml.safe_load((HELD_OUT / "talks_strict_held_out.yaml").read_text(encoding="utf-8"))
    for language in ("zh", "en"):
        for source, told in (("replied", replied), ("strict", strict)):
            for name, talks_ in told[language].items():
                scene = read_scene(ROOT / "data" / "content" / "scenes" / f"{name}.yaml")
                for talk in talks_:
                    yield from _followed(judge, scene, language, talk, lines, f"{source} {language}")
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


def _followed(
    judge: Judge, scene: Scene, language: str, talk: list[dict[str, Any]], lines: object, source: str
) -> Iterator[Row]:
    """Give the rows of a talk that is followed as it went: the buyer has told what is written there."""
    state, last = opening(scene, begin(scene, difficulty="normal", language=language, seed=1))
    out: list[str] = []
    for one in talk:
        moves = _judged(judge, one["line"], last)
        now = state.copy()
        now.turn += 1
        yield from _row(scene, now, moves, one["want"], lines, source)
        state = step(scene, state, Line(one["line"], moves), lines).state  # type: ignore[arg-type]
        here = [key.rsplit(".", 1) for key in one.get("told", ())]
        texts = [scene.by_id[item].says[language][int(n) - 1] for item, n in here]
        out += [item for item, _ in here if item not in out]
        state.revealed, state.ended, last = list(out), "", " ".join(texts)
        state.said = [*state.said, *(mark for text in texts for mark in prints(text))]
        if here:
            _point(state, scene.by_id[here[-1][0]])


def _point(state: State, item: Item) -> None:
    state.topic, state.told_at, state.person = item.id, state.turn, item.person
    if item.kind in ("problem", "requirement", "fear"):
        state.focus = item.id
    elif item.parent and item.kind != "facet":
        state.focus = item.parent


def _judged(judge: Judge, text: str, before: str | None) -> tuple[Move, ...]:
    return tuple(Move.of(judged) for judged in judge.moves(text, before))


def _row(
    scene: Scene, state: State, moves: tuple[Move, ...], want: list[list[str]], lines: object, source: str
) -> Iterator[Row]:
    """Give the row of a line that asks one thing."""
    parts = [part for part in want if not ACTS.intersection(part)]
    asking = [m for m in moves if m.label in QUESTIONS or is_question(m.text, state.language)]
    if not parts or not asking or sum(m.label in QUESTIONS for m in moves) > 1 or state.ended:
        return
    text = shorn(asking[-1].text, state.language)
    wanted = [key for part in parts for key in part]
    if any(key.startswith("step:") for key in wanted):
        return
    move = Move(text, asking[-1].label, asking[-1].confidence, asking[-1].alternatives)
    talk = Talk(scene, state, scene.levels[state.difficulty], lines, Line(text, moves), Random(1))  # type: ignore[arg-type]
    right = _right(wanted)
    if not talk.found(text):
        return
    rows = rows_of(scene, state.language)
    found, owners, starts = signs(talk, move), rows.owners, [rows.answers[item.id].start for item in scene.items]
    if source.startswith("alone"):
        found[:, [NAMES.index(name) for name in OF_TALK]] = 0.0
    good = [float(bool(NOTHING & set(right)))]
    for row, owner in reversed(list(enumerate(owners[:-1]))):
        number = str(row - starts[owner] + 1)
        good.insert(0, float(bool({"", number} & right.get(scene.items[owner].id, set()))))
    fitting = [*(float(item.id in right) for item in scene.items), good[-1]]
    yield Row(scene.id, source, found, np.array(good), owners, np.array(fitting))


def _right(alternatives: list[str]) -> dict[str, set[str]]:
    """Return by item which of its answers fit, as their numbers; an empty one where all do."""
    found: dict[str, set[str]] = {}
    for key in alternatives:
        parts = re.fullmatch(r"(.*?)(?:\.(s|[\d,]+))?", key)
        assert parts
        found.setdefault(parts[1], set()).update((parts[2] or "").split(","))
    return found


if __name__ == "__main__":
    main()
