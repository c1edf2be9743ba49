"""One session: the talk, the card, comments, verdicts, who read it; and two of them side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from bot.coach.access import may_correct, may_read, may_see
from bot.coach.buyer import Scene
from bot.review.present.card import CardView, card_view
from bot.review.present.chart import Chart, chart
from bot.review.present.chat import Line, lines
from bot.review.present.turning import Turning, turning_points
from bot.review.visit import Visit
from bot.services import comments, readings
from bot.services.people import owned, shown_name
from bot.services.refusal import Refused
from bot.services.scoring import latest, latest_machine, opened
from bot.store.tables import Session
from bot.store.unit import UnitOfWork

from .trust import choices


@dataclass(frozen=True)
class Talk:
    """A session as it is shown."""

    session: Session
    person: str
    scene: Scene | None
    title: str
    lines: list[Line]
    card: CardView | None
    chart: Chart | None
    turning: tuple[Turning, ...]
    whole: list[comments.Remark]
    """Comments on the whole session."""
    correct: bool
    """True where the viewer may correct."""
    leads: bool
    """True where the viewer leads, and does not look at own practice."""


def show(visit: Visit) -> Response:
    """Show a session; of practice that is held back only that it took place."""
    number = visit.number("session")
    with visit.room.reading() as uow:
        session = _seen(uow, visit, number)
        if not may_read(visit.viewer, owned(session)):
            return visit.page("withheld.html", session=session, person=shown_name(session.user))
    _log(visit, number, "page")
    talk = read(visit, number)
    log = visit.room.read_readings.of_session(visit.viewer, number)
    return visit.page("transcript.html", talk=talk, readings=log[:50], **trust_words(visit))


def turn(visit: Visit, session_id: int, number: int) -> Response:
    """Return one turn of a session as a part of the page, after something was written on it."""
    talk = read(visit, session_id)
    line = next((line for line in talk.lines if line.number == number), None)
    if line is None:
        raise Refused("people.not_found")
    return visit.page("_turn.html", talk=talk, line=line, open=True, **trust_words(visit))


def compare(visit: Visit) -> Response:
    """Show two sessions side by side; without two, what can be compared."""
    numbers = [_number(visit.query(name)) for name in ("a", "b")]
    talks = []
    for number in numbers:
        if number:
            _log(visit, number, "compare")
            talks.append(read(visit, number))
    lines_of_both: list[tuple[str, Any, Any]] = []
    if len(talks) == 2:
        left, right = ({line.dimension: line for line in talk.card.lines} if talk.card else {} for talk in talks)
        names = [*left, *(name for name in right if name not in left)]
        lines_of_both = [(visit.words.line(name), left.get(name), right.get(name)) for name in names]
    return visit.page("compare.html", talks=talks, numbers=numbers, both=lines_of_both, **trust_words(visit))


def read(visit: Visit, number: int) -> Talk:
    """Return a session that the viewer may read; raises `Refused` otherwise."""
    trust = visit.room.read.trust.table()
    verdicts = visit.room.read.corrections.of_session(visit.viewer, number)
    with visit.room.reading() as uow:
        session = readings.readable(uow, visit.viewer, number)
        remarks = comments.remarks(uow, number)
        scene = visit.room.scenes.get(session.scene or "")
        turns = uow.sessions.turns(number)
        stored = latest(uow, session)
        card = card_view(stored, latest_machine(uow, session), visit.words, trust, verdicts) if stored else None
        points = turning_points(turns, scene)
        return Talk(
            session=session,
            person=shown_name(session.user),
            scene=scene,
            title=title(visit, session),
            lines=lines(
                turns,
                scene,
                visit.words,
                trust,
                remarks,
                verdicts,
                card.scored() if card else {},
                {point.number: point.why for point in points},
            ),
            card=card,
            chart=chart(turns, _start(scene, session)) if session.exercise == "roleplay" else None,
            turning=points,
            whole=[remark for remark in remarks if remark.turn_number is None],
            correct=may_correct(visit.viewer, owned(session)),
            leads=session.user_id != visit.viewer.user_id,
        )


def title(visit: Visit, session: Session) -> str:
    """Return how a session is called: its scene, else its exercise."""
    return visit.title(session.exercise, session.scene)


def trust_words(visit: Visit) -> dict[str, Any]:
    """Return what the templates of turns and cards need besides."""
    return {"threshold": visit.room.read.trust.threshold, "choices": choices}


def _seen(uow: UnitOfWork, visit: Visit, number: int) -> Session:
    session = uow.sessions.get(number)
    if session is None or not may_see(visit.viewer, owned(session)):
        raise Refused("people.not_found")
    return session


def _log(visit: Visit, number: int, how: str) -> None:
    """Log the reading before any word is shown; the write lock is taken only where there is something to write."""
    with visit.room.reading() as uow:
        session = readings.readable(uow, visit.viewer, number)
        own = session.user_id == visit.viewer.user_id
    if not own:
        visit.room.office.readings.log(visit.viewer, number, how, visit.now)


def _start(scene: Scene | None, session: Session) -> tuple[float, float]:
    if scene is None or (session.difficulty or "normal") not in scene.levels:
        return 0.0, 0.0
    state, _ = opened(scene, session)
    return sum(state.trust.values()) / len(state.trust), float(state.pain)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
