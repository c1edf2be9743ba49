"""A stored talk, for reading back: as Markdown or as data."""

from __future__ import annotations

from typing import Any

from bot.language import Catalog
from bot.store.tables import Session, Turn
from bot.store.unit import UnitOfWork


def find(uow: UnitOfWork, key: str | None, number: int | None) -> Session | None:
    """Return the session `number`, else the newest of the person with `key`; both must agree where both are given."""
    if number is not None:
        session = uow.sessions.get(number)
        return session if session is not None and key in (None, session.user.key) else None
    user = uow.users.get(key) if key else None
    found = uow.sessions.of_user(user.id, limit=1) if user else []
    return found[0] if found else None


def as_json(session: Session) -> dict[str, Any]:
    """Return a session with all its turns as plain data."""
    return {
        "session": session.id,
        "user": session.user.key,
        "exercise": session.exercise,
        "scene": session.scene,
        "language": session.language,
        "status": session.status,
        "outcome": session.outcome,
        "seed": session.seed,
        "content_version": session.content_version,
        "judge_version": session.judge_version,
        "started_at": session.started_at.isoformat(),
        "ended_at": session.ended_at.isoformat() if session.ended_at else None,
        "turns": [_turn_json(turn) for turn in session.turns],
    }


def as_markdown(session: Session, catalog: Catalog) -> str:
    """Return a session as Markdown, in its own language: who said what, and the label of each line of the rep."""
    language = session.language
    start = session.started_at.strftime("%Y-%m-%d %H:%M UTC")
    exercise = " · ".join(filter(None, (session.exercise, session.scene, session.outcome or session.status)))
    title = catalog.say("channel.transcript_title", language, number=session.id, exercise=exercise, start=start)
    lines = [f"# {title}", ""]
    for turn in session.turns:
        speaker = catalog.say(f"channel.{turn.speaker}", language)
        text = turn.text.replace("\n", "  \n")
        lines += [f"**{speaker}** {_label(turn)}".rstrip(), "", text, ""]
    return "\n".join(lines).rstrip() + "\n"


def _label(turn: Turn) -> str:
    if turn.label is None:
        return ""
    parts = [turn.label, turn.level, f"{turn.confidence:.2f}" if turn.confidence is not None else None]
    return f"`{' '.join(part for part in parts if part)}`"


def _turn_json(turn: Turn) -> dict[str, Any]:
    return {
        "number": turn.number,
        "speaker": turn.speaker,
        "text": turn.text,
        "kind": turn.kind,
        "label": turn.label,
        "confidence": turn.confidence,
        "level": turn.level,
        "evidence": turn.evidence,
        "revealed": turn.revealed,
        "at": turn.at.isoformat(),
    }
