"""Answers that a person got to comments, and has not read yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session as OrmSession
from sqlalchemy.orm import aliased

from .people_tables import Comment, Reading


def unread_answers(orm: OrmSession, user_id: int, since: datetime, limit: int = 20) -> Sequence[tuple[Comment, int]]:
    """Return answers by others, from `since` on, in threads that the person began or wrote in; newest first, each with
    its session's id. Who opened the session after the answer came, or wrote in the thread after it, has read it.
    """
    first, own, later = aliased(Comment), aliased(Comment), aliased(Comment)
    took_part = or_(
        first.author_id == user_id, exists().where(own.parent_id == Comment.parent_id, own.author_id == user_id)
    )
    wrote_after = exists().where(
        later.parent_id == Comment.parent_id, later.author_id == user_id, later.id > Comment.id
    )
    opened_after = exists().where(
        Reading.session_id == Comment.session_id, Reading.reader_id == user_id, Reading.at >= Comment.at
    )
    query = (
        select(Comment, Comment.session_id)
        .join(first, first.id == Comment.parent_id)
        .where(Comment.at >= since, Comment.author_id != user_id, took_part, ~wrote_after, ~opened_after)
        .order_by(Comment.id.desc())
        .limit(limit)
    )
    return [(comment, number) for comment, number in orm.execute(query).all()]
