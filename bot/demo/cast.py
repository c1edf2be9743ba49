"""Who is in the demo team, as `data/demo/team.yaml` has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.language.plain import read_yaml
from bot.services.practice import Who
from bot.settings import ROOT

FILE = ROOT / "data" / "demo" / "team.yaml"


@dataclass(frozen=True)
class Member:
    """One person of the demo."""

    key: str
    name: str
    language: str
    role: str = "rep"
    login: str = ""
    lessons: int = 0
    skills: tuple[str, ...] = ()
    """The scripted rep of each talk, oldest first."""
    sheets: tuple[str, ...] = ()
    until: int = 0
    """How many days ago they practised last."""
    private: bool = False
    """True where their last talk is held back from managers."""

    @property
    def who(self) -> Who:
        """The person, as the terminal knows them: one can sit down as any of them."""
        return Who(f"term:{self.key}", self.name, self.language)


@dataclass(frozen=True)
class Cast:
    """The team and what is said in it."""

    team: str
    members: tuple[Member, ...]
    scenes: tuple[str, ...]
    words: Mapping[str, Any]
    """`sheets`, `comments`, `answers`, `reasons`, `score_reason`, `notes`: by language."""

    @property
    def manager(self) -> Member:
        """Who leads the team."""
        return next(member for member in self.members if member.role == "manager")

    @property
    def reps(self) -> tuple[Member, ...]:
        """Who practises."""
        return tuple(member for member in self.members if member.role == "rep")


def read_cast(path: Path = FILE) -> Cast:
    """Read the demo team."""
    data = read_yaml(path)
    members = tuple(_member(person) for person in data["people"])
    return Cast(data["team"], members, tuple(data["scenes"]), data)


def _member(data: dict[str, Any]) -> Member:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    return Member(**fields)
