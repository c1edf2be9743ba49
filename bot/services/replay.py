"""Replay: the seat again at any line of an own talk; the branch is a session of its own, same buyer, same seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.coach.buyer import Line, Lines, Move, Scene, State, replay
from bot.language import base, to_simplified
from bot.store.tables import Session, Turn
from bot.store.unit import UnitOfWork

from . import roleplay_words as words
from .scoring import EXERCISE, opened
from .turn import TurnContext


def spoken(uow: UnitOfWork, session: Session) -> list[Turn]:
    """Return the rep's lines of a talk that stand, in order."""
    rows = uow.sessions.turns(session.id)
    return [r for r in rows if r.speaker == "rep" and "state" in (r.evidence or {}) and not r.evidence.get("undone")]


def find(uow: UnitOfWork, user_id: int, wish: str) -> tuple[Session, int] | None:
    """Return the talk and the line (0: none named) that `wish` means: `` or `5` in the newest talk, `12.`, `12.5`.

    None where there is no such own talk or line.
    """
    number, dot, line = wish.strip().partition(".")
    if not dot:
        number, line = "", number
    if not all(part == "" or (part.isascii() and part.isdigit() and len(part) < 10) for part in (number, line)):
        return None
    session = _talk(uow, user_id, int(number) if number else None)
    if session is None or int(line or 0) > len(spoken(uow, session)):
        return None
    return session, int(line or 0)


def _talk(uow: UnitOfWork, user_id: int, number: int | None) -> Session | None:
    if number is not None:
        session = uow.sessions.get(number)
        own = session is not None and session.user_id == user_id and session.exercise == EXERCISE
        return session if own and session and session.scene and spoken(uow, session) else None
    talks = uow.sessions.of_user(user_id, exercise=EXERCISE, limit=50)
    return next((s for s in talks if s.scene and spoken(uow, s)), None)


def branch(turn: TurnContext, scenes: Mapping[str, Scene], wish: str) -> bool:
    """Make the session of `turn` a branch at the line that `wish` names; say whether there is such a line."""
    found = find(turn.uow, turn.user.id, wish)
    if found is None or found[1] == 0 or found[0].scene not in scenes:
        return False
    parent, line = found
    scene = scenes[str(parent.scene)]
    lines = spoken(turn.uow, parent)
    left = lines[line - 1]
    session = turn.session
    session.scene, session.difficulty, session.seed = parent.scene, parent.difficulty, parent.seed
    session.language, session.parent_id, session.parent_turn = parent.language, parent.id, left.number
    state = _state(scene, parent, lines[: line - 1], words.common(turn), turn.content.version)
    last = _copied(turn, parent, left.number)
    turn.keep(phase="play", buyer=state.to_json(), hints=0)
    turn.next_step()
    turn.say("replay.begin", line=line, text=words.short(left.text), name=words.called(turn, scene))
    for row in last:
        turn.reply.say(row.text, speaker="customer")
    return True


def _state(scene: Scene, parent: Session, before: Sequence[Turn], lines: Lines, version: str) -> State:
    """Return the state at the branch: played again from the moves, or as it was stored where the scene has changed."""
    start, _ = opened(scene, parent)
    if not before:
        return start
    if parent.content_version != version:
        return State.from_json(before[-1].evidence["state"])
    moves = [
        Line(to_simplified(row.text), tuple(Move.from_json(move) for move in row.evidence.get("moves", ())))
        for row in before
    ]
    again = replay(
        scene, lines, seed=parent.seed, difficulty=start.difficulty, language=base(parent.language), moves=moves
    )
    return again[-1].state


def _copied(turn: TurnContext, parent: Session, number: int) -> list[Turn]:
    """Copy what stands before the turn `number`, and return the buyer's last words, which are said again instead."""
    rows = [
        row
        for row in turn.uow.sessions.turns(parent.id)
        if row.number < number and not (row.evidence or {}).get("undone") and _belongs(row)
    ]
    cut = len(rows)
    while cut and rows[cut - 1].speaker == "customer":
        cut -= 1
    for row in rows[:cut]:
        fields = {name: getattr(row, name) for name in ("kind", "label", "confidence", "level", "revealed")}
        evidence = {**(row.evidence or {}), "copied_from": row.id}
        turn.uow.sessions.add_turn(
            turn.session, speaker=row.speaker, text=row.text, now=turn.now, evidence=evidence, **fields
        )
    return rows[cut:]


def _belongs(row: Turn) -> bool:
    return row.speaker == "customer" or (row.speaker == "rep" and "state" in (row.evidence or {}))
