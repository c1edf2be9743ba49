"""The regression set: lines that leaders judged, as labelled lines without names, and how the judge does on them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from bot.coach.judgement import NEEDS, Judge
from bot.language import base
from bot.store.people_tables import Correction
from bot.store.tables import Session, Turn, User
from bot.store.unit import UnitOfWork

SHORTEST_NAME = 2
NOBODY = {"zh": "某人", "en": "Sam"}
"""What stands in place of a person's name."""


@dataclass(frozen=True)
class Case:
    """A line with the label that leaders gave it."""

    id: str
    kind: str
    label: str
    level: str | None
    lang: str
    text: str
    before: str | None
    """The line it answers, as the judge was given it."""

    def to_json(self) -> dict[str, str]:
        """Return the line in the shape of `data/utterances`."""
        found = {"id": self.id, "kind": self.kind, "label": self.label}
        if self.level:
            found["level"] = self.level
        found |= {"lang": self.lang, "author": "corrected", "industry": "practice", "text": self.text}
        return found | ({"before": self.before} if self.before else {})


@dataclass(frozen=True)
class Miss:
    """A line that the judge sees otherwise."""

    case: Case
    label: str
    level: str | None
    confidence: float


def cases(unit: Callable[[], UnitOfWork]) -> list[Case]:
    """Return the lines whose label leaders gave or confirmed, in order; of several verdicts the newest counts."""
    with unit() as uow:
        query = (
            select(Correction, Turn, Session)
            .join(Turn, Correction.turn_id == Turn.id)
            .join(Session, Correction.session_id == Session.id)
            .where(Correction.what == "label", Correction.withdrawn_at.is_(None))
            .order_by(Correction.id)
        )
        names = _names(uow.orm.scalars(select(User.name)))
        found: dict[int, Case] = {}
        for row, turn, session in uow.orm.execute(query).tuples():
            lang = base(session.language)
            found[turn.id] = Case(
                id=f"corrected-{turn.id}",
                kind=row.item,
                label=row.new["label"],
                level=row.new.get("level"),
                lang=lang,
                text=_nameless(turn.text, names, lang),
                before=_nameless(_before(uow, turn), names, lang) or None,
            )
        return list(found.values())


def export(found: Iterable[Case]) -> str:
    """Return the lines as JSON lines."""
    return "".join(json.dumps(case.to_json(), ensure_ascii=False) + "\n" for case in found)


def check(judge: Judge, found: Sequence[Case]) -> list[Miss]:
    """Return the lines on which the judge differs; the level counts for needs only."""
    misses = []
    for case in found:
        seen = judge.judge(case.kind, case.text, case.before)  # type: ignore[arg-type]
        level_differs = case.label in NEEDS and case.level is not None and seen.level != case.level
        if seen.label != case.label or level_differs:
            misses.append(Miss(case, seen.label, seen.level, seen.confidence))
    return misses


def _before(uow: UnitOfWork, turn: Turn) -> str:
    query = select(Turn.text).where(
        Turn.session_id == turn.session_id, Turn.number < turn.number, Turn.speaker == "customer"
    )
    return uow.orm.scalars(query.order_by(Turn.number.desc()).limit(1)).first() or ""


def _names(names: Iterable[str]) -> list[str]:
    """Return all names and their parts, the longest first."""
    parts = {part for name in names for part in (name.strip(), *name.split())}
    return sorted((part for part in parts if len(part) >= SHORTEST_NAME), key=lambda part: (-len(part), part))


def _nameless(text: str, names: Sequence[str], lang: str) -> str:
    for name in names:
        pattern = rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name)
        text = re.sub(pattern, NOBODY[lang], text)
    return text
