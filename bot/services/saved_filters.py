"""Named filters of the list of sessions; everybody has their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from bot.coach.access import Viewer
from bot.language import clean
from bot.store.people_tables import SavedFilter
from bot.store.unit import UnitOfWork

from .refusal import Refused

MOST = 30
LONGEST_NAME = 60


@dataclass(frozen=True)
class Saved:
    """A filter as it is shown."""

    id: int
    name: str
    query: Mapping[str, str]


@dataclass(frozen=True)
class SavedFilters:
    """The use cases."""

    unit: Callable[[], UnitOfWork]

    def listed(self, viewer: Viewer) -> list[Saved]:
        """Return the viewer's filters by name."""
        with self.unit() as uow:
            rows = uow.orm.scalars(select(SavedFilter).where(SavedFilter.user_id == viewer.user_id))
            return sorted((Saved(row.id, row.name, dict(row.query)) for row in rows), key=lambda saved: saved.name)

    def save(self, viewer: Viewer, name: str, query: Mapping[str, str]) -> Saved:
        """Keep a filter, one of that name is replaced. Raises `Refused`: `review.filter_name`, `review.filter_many`."""
        name = " ".join(clean(name).split())
        if not name or len(name) > LONGEST_NAME:
            raise Refused("review.filter_name", limit=LONGEST_NAME)
        with self.unit() as uow:
            rows = uow.orm.scalars(select(SavedFilter).where(SavedFilter.user_id == viewer.user_id)).all()
            row = next((row for row in rows if row.name == name), None)
            if row is None and len(rows) >= MOST:
                raise Refused("review.filter_many", limit=MOST)
            if row is None:
                row = SavedFilter(user_id=viewer.user_id, name=name)
                uow.orm.add(row)
            row.query = dict(query)
            uow.orm.flush()
            return Saved(row.id, row.name, dict(row.query))

    def remove(self, viewer: Viewer, filter_id: int) -> None:
        """Throw an own filter away; raises `Refused("people.not_found")` for another's."""
        with self.unit() as uow:
            row = uow.orm.get(SavedFilter, filter_id)
            if row is None or row.user_id != viewer.user_id:
                raise Refused("people.not_found")
            uow.orm.delete(row)
