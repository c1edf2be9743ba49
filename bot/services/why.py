"""Why a line was judged as it was: the judge's sentence for the newest line of the open, or else the last, session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.coach.judgement import LABELS, Judgement, Span
from bot.judge.explain import explain
from bot.language import Catalog, to_simplified
from bot.store.tables import Turn

from .messages import Reply
from .practice import Practice, Who

SPAN = {"start", "end", "text", "cue"}
LOOKED_AT = 5
"""Sessions that are looked through for a judged line, newest first."""


@dataclass(frozen=True)
class Why:
    """What is answered to `/why`."""

    practice: Practice

    def last(self, who: Who) -> Reply:
        """Quote the person's newest judged line with the reason for its label."""
        catalog = self.practice.content.catalog
        language = self.practice.place(who).language
        with self.practice.unit() as uow:
            user = uow.users.get(who.key)
            for session in uow.sessions.of_user(user.id, limit=LOOKED_AT) if user else ():
                for row in reversed(uow.sessions.turns(session.id)):
                    if (reason := told(row, catalog, language)) and not (row.evidence or {}).get("undone"):
                        return Reply().say(catalog.say("why.told", language, line=row.text, why=reason))
        return Reply().say(catalog.say("why.none", language))


def told(row: Turn, catalog: Catalog, language: str) -> str:
    """Return the reason for a stored turn's label in `language`, empty where the turn was not judged."""
    judgement = read(row) if row.speaker == "rep" else None
    return explain(judgement, catalog, language) if judgement is not None else ""


def read(row: Turn) -> Judgement | None:
    """Return the judgement that is stored with a turn; None where there is none, or none of a label we know."""
    stored = (row.evidence or {}).get("judgement")
    kind, label = row.kind, row.label
    if not stored or kind not in LABELS or label not in LABELS[kind]:
        return None
    spans = (span for span in stored.get("spans", ()) if isinstance(span, Mapping) and span.keys() >= SPAN)
    return Judgement(
        kind=kind,
        text=to_simplified(stored.get("text", row.text)),
        label=label,
        confidence=row.confidence or 0.0,
        unsure=bool(stored.get("unsure")),
        level=row.level,
        alternatives=tuple((str(name), float(share)) for name, share in stored.get("alternatives", ())),
        spans=tuple(Span(*(span[name] for name in ("start", "end", "text", "cue"))) for span in spans),
    )
