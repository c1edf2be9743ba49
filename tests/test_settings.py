"""Settings: every fault is one clear line."""

import pytest

from bot.settings import Settings, SettingsError


def test_defaults_need_no_environment():
    settings = Settings.from_env({})
    assert settings.database_url.startswith("sqlite:///")
    assert settings.engine == "embedded"
    assert settings.telegram_token is None


def test_postgresql_gets_the_installed_driver():
    assert Settings.from_env({"DATABASE_URL": "postgresql://a:b@h/n"}).database_url == "postgresql+psycopg://a:b@h/n"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "not an address"),
        ("DATABASE_URL", "mysql://h/n"),
        ("TELEGRAM_BOT_TOKEN", "hello"),
        ("TELEGRAM_API_BASE", "ftp://x"),
        ("TELEGRAM_WEBHOOK_PORT", "70000"),
        ("PEILIAN_ENGINE", "cloud"),
        ("PEILIAN_LOG_LEVEL", "loud"),
        ("RASA_URL", "localhost:5005"),
        ("PEILIAN_TRUST", "80"),
    ],
)
def test_a_wrong_value_is_named_in_one_line(name, value):
    with pytest.raises(SettingsError) as error:
        Settings.from_env({name: value})
    assert name in str(error.value)
    assert "\n" not in str(error.value)


def test_blank_counts_as_unset():
    assert Settings.from_env({"TELEGRAM_BOT_TOKEN": "  "}).telegram_token is None
