"""Reminders go out in Telegram; a chat that blocks us stops no other."""

from datetime import datetime, timezone

from telegram.error import Forbidden

from bot.channels.telegram.reminding import remind
from bot.services.messages import Reply
from bot.services.practice import Who

NOW = datetime(2026, 3, 3, 1, 0, tzinfo=timezone.utc)


class Due:
    """Reminders for three people, of whom those that were sent are noted."""

    def __init__(self):
        self.noted = []

    def due_reminders(self, now, channel=""):
        return [(Who(f"{channel}{n}"), Reply().say(f"for {n}")) for n in (1, 2, 3)]

    def sent(self, who, now):
        self.noted.append(who.key)


class FakeBot:
    """A bot that chat 2 has blocked."""

    def __init__(self):
        self.sent = []

    async def send_message(self, chat, text, reply_markup=None):
        if chat == 2:
            raise Forbidden("bot was blocked by the user")
        self.sent.append((chat, text))


async def test_who_can_be_reached_is_reminded_and_noted():
    bot, due = FakeBot(), Due()
    assert await remind(bot, due, NOW) == 2
    assert bot.sent == [(1, "for 1"), (3, "for 3")]
    assert due.noted == ["tg:1", "tg:3"]
