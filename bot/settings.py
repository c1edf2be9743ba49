"""Everything that is read from the environment, checked once at start."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the checkout: `data/` and `models/` are found from here, wherever the command is started."""

WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""What Telegram takes as a webhook's secret token."""


class SettingsError(ValueError):
    """A setting that cannot be used; the message names the variable, the fault and the remedy in one line."""


@dataclass(frozen=True)
class Settings:
    """The settings of one process."""

    database_url: str
    models: Path
    var: Path
    engine: str = "embedded"
    rasa_url: str = "http://127.0.0.1:5005"
    telegram_token: str | None = None
    telegram_api_base: str | None = None
    telegram_webhook_url: str | None = None
    telegram_webhook_secret: str | None = None
    telegram_webhook_port: int = 8443
    telegram_webhook_listen: str = "127.0.0.1"
    log_level: str = "WARNING"
    console_url: str = "http://localhost:8080"
    """Where people reach the console: what links in the bot begin with."""
    retention_days: int = 365
    """How long the words of a session are stored."""
    trusted: float = 0.8
    """The share of agreement from which a label or score line counts as reliable."""

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Settings:
        """Read and check the settings; raise `SettingsError` for the first one that cannot be used."""
        env = os.environ if env is None else env

        def get(name: str) -> str | None:
            return (env.get(name) or "").strip() or None

        var = Path(get("PEILIAN_VAR") or ROOT / "var")
        return cls(
            database_url=_database_url(get("DATABASE_URL"), var),
            models=Path(get("PEILIAN_MODELS") or ROOT / "models"),
            var=var,
            engine=_one_of(
                "PEILIAN_ENGINE",
                get("PEILIAN_ENGINE") or "embedded",
                ("embedded", "remote"),
            ),
            rasa_url=_http_url("RASA_URL", get("RASA_URL")) or "http://127.0.0.1:5005",
            telegram_token=_token(get("TELEGRAM_BOT_TOKEN")),
            telegram_api_base=_http_url("TELEGRAM_API_BASE", get("TELEGRAM_API_BASE")),
            telegram_webhook_url=_http_url("TELEGRAM_WEBHOOK_URL", get("TELEGRAM_WEBHOOK_URL")),
            telegram_webhook_secret=_secret(get("TELEGRAM_WEBHOOK_SECRET")),
            telegram_webhook_listen=get("TELEGRAM_WEBHOOK_LISTEN") or "127.0.0.1",
            telegram_webhook_port=_port("TELEGRAM_WEBHOOK_PORT", get("TELEGRAM_WEBHOOK_PORT") or "8443"),
            log_level=_one_of(
                "PEILIAN_LOG_LEVEL",
                (get("PEILIAN_LOG_LEVEL") or "WARNING").upper(),
                ("DEBUG", "INFO", "WARNING", "ERROR"),
            ),
            console_url=_http_url("PEILIAN_CONSOLE_URL", get("PEILIAN_CONSOLE_URL")) or "http://localhost:8080",
            retention_days=_days("PEILIAN_RETENTION_DAYS", get("PEILIAN_RETENTION_DAYS") or "365"),
            trusted=_share("PEILIAN_TRUST", get("PEILIAN_TRUST") or "0.8"),
        )


def _database_url(value: str | None, var: Path) -> str:
    if value is None:
        return f"sqlite:///{var / 'peilian.sqlite3'}"
    try:
        url = make_url(value)
    except ArgumentError as error:
        raise SettingsError(
            "DATABASE_URL is not a database address; write sqlite:///file.sqlite3"
            " or postgresql://user:password@host/name"
        ) from error
    if url.get_backend_name() == "postgresql":
        # psycopg 3 is the driver that is installed, whatever the address names.
        return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    if url.get_backend_name() == "sqlite":
        return value
    raise SettingsError(f"DATABASE_URL names {url.get_backend_name()}; Peilian keeps its data in sqlite or postgresql")


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise SettingsError(f"{name} is {value!r}; it can be {', '.join(allowed)}")
    return value


def _http_url(name: str, value: str | None) -> str | None:
    if value is not None and not value.startswith(("http://", "https://")):
        raise SettingsError(f"{name} is {value!r}; it must start with http:// or https://")
    return value.rstrip("/") if value else value


def _token(value: str | None) -> str | None:
    if value is None:
        return None
    number, colon, secret = value.partition(":")
    if not (number.isdigit() and colon and len(secret) >= 20):
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN does not look like a bot token (123456:ABC…); copy it whole from @BotFather"
        )
    return value


def _secret(value: str | None) -> str | None:
    if value is not None and not WEBHOOK_SECRET.fullmatch(value):
        raise SettingsError("TELEGRAM_WEBHOOK_SECRET can hold up to 256 letters, digits, _ and - only")
    return value


def _port(name: str, value: str) -> int:
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise SettingsError(f"{name} is {value!r}; it must be a port number between 1 and 65535")
    return int(value)


def _share(name: str, value: str) -> float:
    try:
        share = float(value)
    except ValueError:
        share = -1.0
    if not 0.5 <= share <= 1.0:
        raise SettingsError(f"{name} is {value!r}; it must be a share between 0.5 and 1, such as 0.8")
    return share


def _days(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit()) or not 1 <= int(value) <= 36500:
        raise SettingsError(f"{name} is {value!r}; it must be a number of days between 1 and 36500")
    return int(value)
