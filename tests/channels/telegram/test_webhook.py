"""The webhook: its secret, and what it answers."""

import json
from dataclasses import replace

import aiohttp
import pytest

from bot.channels.telegram.receiving import webhook_secret
from bot.settings import SettingsError
from tests.channels.conftest import running
from tests.conftest import free_port


@pytest.fixture
def settings(settings):
    port = free_port()
    return replace(settings, telegram_webhook_url=f"http://127.0.0.1:{port}/hook", telegram_webhook_port=port)


async def test_updates_come_through_the_webhook_with_the_secret(api, settings, gateway):
    async with running(settings, gateway):
        await api.say("hello there")
        assert await api.answers(1) == ["lobby: hello there"]
    assert api.webhook_statuses == [200]
    assert api.webhook["secret_token"] == webhook_secret(settings)


@pytest.mark.parametrize("secret", ["", "wrong", "ü"])
async def test_a_wrong_secret_is_refused(api, settings, gateway, secret):
    async with running(settings, gateway):
        update = {"update_id": 5, "message": None}
        assert await post(settings, json.dumps(update), secret) == 403
    assert gateway.engine.heard == []


@pytest.mark.parametrize("body", ["no json", "[]", "{}", '{"update_id": "x"}'])
async def test_what_is_no_update_is_refused(settings, gateway, body):
    async with running(settings, gateway):
        assert await post(settings, body, webhook_secret(settings)) == 400


async def test_an_update_that_cannot_be_stored_is_asked_for_again(api, settings, gateway):
    async with running(settings, gateway) as channel:
        channel.inbox.receive = None
        await api.say("hello there")
    assert api.webhook_statuses == [500]


async def test_an_update_that_comes_twice_is_answered_once(api, settings, gateway):
    async with running(settings, gateway):
        update = await api.say("hello there")
        assert await api.post_to_webhook(update) == 200
        await api.say("more words here")
        assert await api.answers(2) == ["lobby: hello there", "lobby: more words here"]


def test_the_secret_is_kept_and_private(settings, tmp_path):
    secret = webhook_secret(settings)
    assert webhook_secret(settings) == secret
    assert len(secret) >= 32
    assert (tmp_path / "telegram-webhook-secret").stat().st_mode & 0o077 == 0


def test_a_damaged_secret_file_is_named(settings, tmp_path):
    (tmp_path / "telegram-webhook-secret").write_text("no good\n")
    with pytest.raises(SettingsError, match="telegram-webhook-secret"):
        webhook_secret(settings)


async def post(settings, body, secret):
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret.encode().decode("latin-1")}
    async with (
        aiohttp.ClientSession() as http,
        http.post(settings.telegram_webhook_url, data=body, headers=headers) as response,
    ):
        return response.status
