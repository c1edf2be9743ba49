"""The Telegram channel of one process: build the Application, open it, receive until stopped, close it in order."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import logging
from collections.abc import AsyncIterator, Callable
from urllib.parse import urlsplit

from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, TypeHandler
from telegram.request import HTTPXRequest

from bot.channels.gateway import Gateway
from bot.services.retention import Retention
from bot.services.sweeping import keep_sweeping
from bot.settings import Settings

from .hearing import Hearing, log_error
from .inbox import Inbox, InboxQueue
from .menu import set_menu
from .ordering import OneAtATime
from .outbox import IN_FLIGHT, Outbox
from .receiving import HouseBot, poll, start_webhook
from .reminding import Remembers, keep_reminding
from .telling import Teller, Tells

log = logging.getLogger(__name__)


class TelegramRefused(RuntimeError):
    """Telegram does not know the token; the message says so in one line."""


class TelegramChannel:
    """`run` until cancelled or `stop()`; `ready` is set when messages are received."""

    def __init__(
        self,
        settings: Settings,
        gateway: Gateway,
        *,
        first_pause: float = 0.5,
        poll_seconds: int = 25,
        request: Callable[[], HTTPXRequest] | None = None,
        reminders: Remembers | None = None,
        retention: Retention | None = None,
        post: Tells | None = None,
    ) -> None:
        self.post = post
        self.settings, self.gateway, self.reminders, self.retention = settings, gateway, reminders, retention
        self.inbox = Inbox(gateway.practice.unit, gateway.practice.clock)
        self.queue = InboxQueue(self.inbox)
        self.outbox = Outbox(first_pause)
        self.ready = asyncio.Event()
        self._stop = asyncio.Event()
        self._poll_seconds = poll_seconds
        make_request = request or (lambda: _request(settings))
        self.bot = HouseBot(
            token=settings.telegram_token or "",
            base_url=f"{settings.telegram_api_base or 'https://api.telegram.org'}/bot",
            base_file_url=f"{settings.telegram_api_base or 'https://api.telegram.org'}/file/bot",
            request=make_request(),
            get_updates_request=make_request(),
            rate_limiter=self.outbox,
        )
        self.application = (
            Application.builder()
            .bot(self.bot)
            .update_queue(self.queue)
            .updater(None)
            .concurrent_updates(OneAtATime())
            .build()
        )
        self.application.add_handler(TypeHandler(Update, Hearing(gateway, self.inbox, self.outbox)))
        self.application.add_error_handler(log_error)

    def stop(self) -> None:
        """Ask `run` to end: what is being answered is finished, the rest waits in the inbox."""
        self._stop.set()

    async def run(self) -> None:
        """Receive and answer; raise `TelegramRefused` for a token that Telegram does not take."""
        try:
            if not await self._open():
                return
            try:
                await self.application.start()
                await self.queue.replay(self.bot)
                async with self._clocks():
                    await self._receive()
            finally:
                await self._close()
        except InvalidToken as error:
            raise TelegramRefused(
                "TELEGRAM_BOT_TOKEN is refused by Telegram; copy the token whole from @BotFather"
            ) from error

    async def _open(self) -> bool:
        """Reach Telegram, for as long as it takes; return False where `stop` came first."""
        pause = 0.5
        while True:
            try:
                await self.application.initialize()
                break
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("Telegram cannot be reached: %s", error)
            if await _within(self._stop, pause):
                return False
            pause = min(30.0, pause * 2)
        await set_menu(self.bot, self.gateway.catalog)
        return True

    async def _receive(self) -> None:
        if self.settings.telegram_webhook_url:
            runner = await start_webhook(self.bot, self.queue, self.settings)
            self.ready.set()
            try:
                await self._stop.wait()
            finally:
                await runner.cleanup()
            return
        polling = asyncio.create_task(poll(self.bot, self.queue, self._poll_seconds))
        stopping = asyncio.create_task(self._stop.wait())
        self.ready.set()
        try:
            await asyncio.wait((polling, stopping), return_when=asyncio.FIRST_COMPLETED)
            if polling.done():
                polling.result()
        finally:
            for task in (polling, stopping):
                task.cancel()
            await asyncio.gather(polling, stopping, return_exceptions=True)

    @contextlib.asynccontextmanager
    async def _clocks(self) -> AsyncIterator[None]:
        """Send reminders and news and delete what is too old while the body runs, where there is somebody to do it."""
        clock, tasks = self.gateway.practice.clock, []
        if self.reminders is not None:
            tasks.append(asyncio.create_task(keep_reminding(self.bot, self.reminders, clock)))
        if self.post is not None:
            tasks.append(asyncio.create_task(Teller(self.bot, self.post, clock).keep_telling()))
        if self.retention is not None:
            tasks.append(asyncio.create_task(keep_sweeping(self.retention, clock)))
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _close(self) -> None:
        # Closing comes first: replies on their way are finished, but nothing new is begun and nothing repeated.
        self.outbox.close()
        with contextlib.suppress(TelegramError):
            if self.application.running:
                await self.application.stop()
            await self.application.shutdown()


def _request(settings: Settings) -> HTTPXRequest:
    """Return the HTTP client; a Bot API server on this machine is not asked through a proxy."""
    return HTTPXRequest(
        connection_pool_size=2 * IN_FLIGHT,
        read_timeout=20.0,
        write_timeout=20.0,
        httpx_kwargs={"trust_env": not _is_local(settings.telegram_api_base)},
    )


def _is_local(address: str | None) -> bool:
    host = urlsplit(address or "").hostname or ""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


async def _within(event: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except asyncio.TimeoutError:
        return False
    return True
