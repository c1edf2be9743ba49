"""Playing the scripted reps through scenes, and holding their scores against what they should be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.coach.buyer import Lines, Scene
from bot.coach.scorecard import Card, score
from bot.language import Catalog

from .reps import SKILLS, noise
from .table import Ears, Table

TARGETS = {"expert": (80.0, 100.0), "average": (45.0, 70.0), "pitch-first": (0.0, 35.0), "noise": (0.0, 15.0)}
LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Result:
    """One rep in one scene and language."""

    scene: str
    language: str
    skill: str
    card: Card
    turns: int
    hidden: tuple[str, ...]
    """Needs that were not found."""
    repeated: int
    """Replies that came twice."""

    @property
    def fault(self) -> str:
        """What misses its target, empty where nothing does."""
        low, high = TARGETS[self.skill]
        if not low <= self.card.total <= high:
            return f"{self.card.total} is not from {low:.0f} to {high:.0f}"
        if self.skill == "expert" and self.hidden:
            return f"did not find {', '.join(self.hidden)}"
        return f"{self.repeated} replies came twice" if self.repeated else ""


@dataclass(frozen=True)
class Bench:
    """What all runs share."""

    lines: Lines
    ears: Ears
    catalog: Catalog
    noise: Mapping[str, Sequence[str]]

    def play(self, scene: Scene, language: str, skill: str, seed: int = 1) -> Result:
        """Play one rep through a scene and score the talk."""
        table = self.table(scene, language, skill, seed)
        needs = [n.id for n in scene.of_kind("need") if n.id not in table.state.revealed]
        replies = table.replies
        return Result(
            scene.id,
            language,
            skill,
            score(table.played()),
            table.state.turn,
            tuple(needs),
            len(replies) - len(set(replies)),
        )

    def table(self, scene: Scene, language: str, skill: str, seed: int = 1) -> Table:
        """Return the table after a rep has played."""
        table = Table.lay(scene, self.lines, self.ears, language=language, seed=seed)
        rep = noise(table, self.noise[language]) if skill == "noise" else SKILLS[skill](table, self.catalog)
        for line in rep:
            if table.state.ended:
                break
            table.say(line)
        return table
