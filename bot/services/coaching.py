"""The managers' services, wired; they need no judge, so that a console can run without one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone

from bot.coach.buyer import Scene
from bot.coach.lesson.model import Course
from bot.content import Content
from bot.store.unit import UnitOfWork

from .answering import AnswerDesk
from .assignments import Assignments
from .coaching_chat import CoachingChat
from .coaching_words import Words
from .comments import Comments
from .corrections import Corrections
from .digest import Digest
from .post import Post
from .team import TeamView
from .trust import TRUSTED, Trust


@dataclass(frozen=True)
class Coaching:
    """What managers do."""

    comments: Comments
    corrections: Corrections
    trust: Trust
    assignments: Assignments
    team: TeamView
    words: Words
    post: Post
    answers: AnswerDesk
    chat: CoachingChat


def _utc_now() -> datetime:
    return datetime.now(timezone.utc)


def coaching(
    unit: Callable[[], UnitOfWork],
    content: Content,
    scenes: Callable[[], Mapping[str, Scene]],
    course: Course,
    threshold: float = TRUSTED,
    *,
    clock: Callable[[], datetime] = _utc_now,
) -> Coaching:
    """Return the services over one store; `threshold` is the setting PEILIAN_TRUST."""
    assignments = Assignments(unit, content, scenes, course)
    team = TeamView(unit, course, scenes)
    words = Words(content.catalog, assignments)
    return Coaching(
        comments=Comments(unit),
        corrections=Corrections(unit, scenes),
        trust=Trust(unit, threshold),
        assignments=assignments,
        team=team,
        words=words,
        post=Post(unit, words, Digest(team, words)),
        answers=AnswerDesk(unit, words, clock),
        chat=CoachingChat(unit, words, assignments, team, clock),
    )
