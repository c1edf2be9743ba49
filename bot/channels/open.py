"""Opening what every channel needs: the database, the services, and the engine behind a gateway."""

from __future__ import annotations

import asyncio
import getpass
import os
import threading
from collections.abc import Mapping

from bot.engine.engine import make_engine
from bot.language import LANGUAGES
from bot.services.practice import Who
from bot.settings import Settings

from .gateway import Gateway


def upgrade_database(settings: Settings) -> bool:
    """Bring the database to the newest schema; return whether there was something to do. Raises `DatabaseError`."""
    from bot.store.database import is_current, open_engine, upgrade

    engine = open_engine(settings.database_url)
    try:
        if is_current(engine):
            return False
        upgrade(engine)
        return True
    finally:
        engine.dispose()


async def open_gateway(settings: Settings) -> Gateway:
    """Return a gateway that is ready to answer; raises what database, judge and engine raise, with a clear line."""
    from bot.services.house import house

    await asyncio.to_thread(upgrade_database, settings)
    engine = await asyncio.to_thread(make_engine, settings)
    services = await asyncio.to_thread(house)
    # Beside the talk: the first question about a method then finds its index made.
    threading.Thread(target=services.methods.warm, name="methods", daemon=True).start()
    await engine.start()
    return Gateway(
        engine,
        services.practice,
        services.content.catalog,
        services.office.consent,
        answers=services.coaching.answers,
        news=services.coaching.post,
    )


def terminal_user(name: str | None, language: str | None, env: Mapping[str, str] | None = None) -> Who:
    """Return who sits at the terminal: `name`, else the account; a name with a colon is a key of any channel."""
    hint = language or locale_language(os.environ if env is None else env)
    given = (name or "").strip()
    if ":" in given:
        return Who(given[:120], "", hint)
    # The account's name tells people apart, but nobody wants to be greeted as `root`.
    return Who(f"term:{given or getpass.getuser()}"[:120], given[:120], hint)


def locale_language(env: Mapping[str, str]) -> str:
    """Return our language for the locale in `env`; Simplified Chinese where it says nothing."""
    locale = (env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or "").replace("_", "-").lower()
    if locale.startswith(("zh-tw", "zh-hk", "zh-mo", "zh-hant")):
        return "zh-Hant"
    return "en" if locale.startswith("en") else LANGUAGES[0]
