"""The unit of work: one transaction with its repositories."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType

from sqlalchemy import Engine
from sqlalchemy.orm import Session as OrmSession
from sqlalchemy.orm import sessionmaker

from .database import READING
from .repositories import Deals, HandledMessages, InboxUpdates, Sessions, Users
from .search import index


class UnitOfWork:
    """A transaction: `with unit() as uow:` commits at the end, rolls back where an exception leaves the block."""

    def __init__(self, make: Callable[[], OrmSession]) -> None:
        self._make = make

    def __enter__(self) -> UnitOfWork:
        self.orm = self._make()
        self.users = Users(self.orm)
        self.sessions = Sessions(self.orm)
        self.deals = Deals(self.orm)
        self.handled = HandledMessages(self.orm)
        self.inbox = InboxUpdates(self.orm)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                if self.sessions.touched:
                    self.orm.flush()
                    index(self.orm.connection(), sorted(self.sessions.touched))
                self.orm.commit()
            else:
                self.orm.rollback()
        finally:
            self.orm.close()


def units(engine: Engine) -> Callable[[], UnitOfWork]:
    """Return a maker of units of work on `engine`."""
    make = sessionmaker(engine, expire_on_commit=False)
    return lambda: UnitOfWork(make)


def reading_units(engine: Engine) -> Callable[[], UnitOfWork]:
    """Return a maker of units that only read: on SQLite they never wait for the write lock, nor hold it."""
    return units(engine.execution_options(**{READING: True}))
