"""A talk on a table: a scene, the trained judge and the buyer's engine, without database or channel."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.coach.buyer import Line, Lines, Move, Scene, State, Step, begin, step
from bot.coach.buyer.engine import opening
from bot.coach.judgement import Judge
from bot.coach.scorecard import Played, Row, read
from bot.language import to_simplified
from bot.settings import ROOT

LINES = ROOT / "data" / "benchmark" / "lines.yaml"


def read_lines(path: Path = LINES) -> dict[str, dict[str, list[str]]]:
    """Return the lines that belong to no scene: kind, language, texts."""
    loaded: dict[str, dict[str, list[str]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


class Ears:
    """The judge with a memory: scripted lines come again and again."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self._heard: dict[str, Line] = {}

    def hear(self, text: str) -> Line:
        """Return `text` with its judged moves, as the role-play hands it to the buyer."""
        if text not in self._heard:
            spoken = any(c.isalnum() for c in text)
            moves = self.judge.moves(text) if spoken else ()
            judged = tuple(Move.of(move, to_simplified(move.text)) for move in moves)
            self._heard[text] = Line(to_simplified(text), judged)
        return self._heard[text]


@dataclass
class Table:
    """One talk under way."""

    scene: Scene
    state: State
    start: State
    opened: str
    lines: Lines
    ears: Ears
    steps: list[tuple[Line, Step]] = field(default_factory=list)

    @classmethod
    def lay(
        cls, scene: Scene, lines: Lines, ears: Ears, *, language: str, difficulty: str = "normal", seed: int = 1
    ) -> Table:
        """Open a talk; the buyer has said the first line."""
        state, text = opening(scene, begin(scene, difficulty=difficulty, language=language, seed=seed))
        return cls(scene, state, state, text, lines, ears)

    def say(self, text: str) -> Step:
        """Say a line and return what it brought."""
        line = self.ears.hear(text)
        taken = step(self.scene, self.state, line, self.lines)
        self.state = taken.state
        self.steps.append((line, taken))
        return taken

    @property
    def replies(self) -> list[str]:
        """All that the buyer said, in order."""
        return [self.opened, *(text for _, taken in self.steps for _, text in taken.replies)]

    def played(self) -> Played:
        """Return the talk as the scorecard reads it from the store."""
        heard = self.opened
        rows = []
        for number, (line, taken) in enumerate(self.steps, 1):
            rows.append(Row(2 * number, line.text, _evidence(line, taken), heard))
            heard = " ".join(text for _, text in taken.replies)
        return read(self.scene, self.start, rows)


def _evidence(line: Line, taken: Step) -> dict[str, Any]:
    return {"moves": [move.to_json() for move in line.moves], **taken.evidence()}
