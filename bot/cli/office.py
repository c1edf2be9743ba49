"""What the commands about people share: the services without a judge, and a refusal said in the terminal's language."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from bot.channels.open import locale_language, upgrade_database
from bot.language import Catalog
from bot.services.clock import utc_now
from bot.services.office import Office, open_office
from bot.services.refusal import Refused
from bot.settings import ROOT, Settings


class Said(Exception):
    """A refusal as a sentence: the command line prints it and ends with status 1."""


@dataclass(frozen=True)
class Desk:
    """The office on this machine's database, with the sentences and the language of the terminal."""

    office: Office
    catalog: Catalog
    language: str
    settings: Settings

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of `cli.yaml`."""
        return self.catalog.say(f"cli.{key}", self.language, None, **values)

    def run(self, work: Callable[[], int]) -> int:
        """Return the status of `work`; what a service refuses is raised as `Said`."""
        try:
            return work()
        except Refused as refused:
            raise Said(refused.words(self.catalog, self.language)) from refused


def open_desk() -> Desk:
    """Open the office for a command, with the database up to date."""
    from bot.store.database import open_engine
    from bot.store.unit import units

    settings = Settings.from_env()
    upgrade_database(settings)
    catalog = Catalog.read(ROOT / "data" / "content" / "replies")
    office = open_office(
        units(open_engine(settings.database_url)),
        catalog,
        utc_now,
        settings.var / "exports",
        console_url=settings.console_url,
        days=settings.retention_days,
    )
    return Desk(office, catalog, locale_language(os.environ), settings)
