"""The Bot API emulator: `async with BotApi() as api`, then act as people do and read what the bot sent."""

import asyncio
import contextlib
import itertools
import json
import time

from aiohttp import ClientSession, web

from . import checks, people
from .control import control_routes

TOKEN = "123456:AAEmulatedTokenOfTheTests"
ME = {"id": 123456, "is_bot": True, "first_name": "Peilian", "username": "peilian_bot"}


class BotApi:
    """One bot's Bot API. `calls` keeps every call as (method, params); `fail` makes the next calls fail."""

    def __init__(self, port=0, token=TOKEN):
        self.token, self.port = token, port
        self.calls, self.sent, self.pending, self.offsets = [], [], [], []
        self.answered_queries, self.open_queries = [], set()
        self.webhook, self.webhook_statuses = {}, []
        self.failures = {}
        self._ids = {name: itertools.count(start) for name, start in (("update", 1000), ("message", 1), ("query", 1))}
        self._changed = asyncio.Condition()
        self._poll_number = 0

    @property
    def base(self):
        """Return what TELEGRAM_API_BASE is set to."""
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self):
        app = web.Application(client_max_size=50 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.add_routes(control_routes(self))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_error):
        await self._runner.cleanup()

    # What people do.

    async def say(self, text, user=1, language="en", **fields):
        """Write a text to the bot; return the update."""
        return await self._message("message", user, language, text=text, **fields)

    async def send_kind(self, kind, user=1, language="en", **fields):
        """Send something that is no text (a key of `people.SAMPLES`)."""
        return await self._message("message", user, language, **people.SAMPLES[kind], **fields)

    async def edit(self, message_id, text, user=1, language="en"):
        """Edit a message that was sent before."""
        fields = {"text": text, "edit_date": int(time.time()), "message_id": message_id}
        return await self._message("edited_message", user, language, **fields)

    async def say_in_group(self, text, user=1, group=-100):
        """Write in a group where the bot is."""
        place = people.chat(group, people.GROUP)
        return await self.update(
            message=people.message(next(self._ids["message"]), people.user(user), place, text=text)
        )

    async def press(self, data, user=1, message_id=None, language="en"):
        """Press the button with `data`, under the newest message that has it or under `message_id`."""
        found = [m for m in self.sent if m["chat_id"] == user and data in _actions(m)]
        under = message_id or (found[-1]["message_id"] if found else 1)
        markup = found[-1]["reply_markup"] if found else None
        number = str(next(self._ids["query"]))
        self.open_queries.add(number)
        message = {"message_id": under, "chat": people.chat(user), "date": 1, "text": "…"}
        if markup:
            message["reply_markup"] = markup
        query = {"id": number, "from": people.user(user, language), "chat_instance": "1", "data": data}
        return await self.update(callback_query={**query, "message": message})

    async def update(self, **fields):
        """Add an update and hand it over when the bot asks, or to its webhook."""
        update = {"update_id": next(self._ids["update"]), **fields}
        self.pending.append(update)
        await self._notify()
        if self.webhook.get("url"):
            self.webhook_statuses.append(await self.post_to_webhook(update))
        return update

    async def post_to_webhook(self, update, secret=None):
        """Post an update to the webhook as Telegram does; return the HTTP status."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook["secret_token"] if secret is None else secret}
        async with ClientSession() as http, http.post(self.webhook["url"], json=update, headers=headers) as response:
            return response.status

    async def _message(self, field, user, language, **fields):
        number = fields.pop("message_id", None) or next(self._ids["message"])
        sender = people.user(user, language)
        return await self.update(**{field: people.message(number, sender, people.chat(user), **fields)})

    # What the bot did.

    def texts(self, user=1):
        """Return the texts and captions that a person got, in order."""
        return [m.get("text") or m.get("caption") or "" for m in self.sent if m["chat_id"] == user]

    def methods(self, name):
        """Return the parameters of all calls of a method."""
        return [params for method, params in self.calls if method == name]

    async def until(self, condition, seconds=10.0):
        """Wait until `condition()` holds; fail with what was sent where it never does."""
        async with self._changed:
            try:
                await asyncio.wait_for(self._changed.wait_for(condition), seconds)
            except asyncio.TimeoutError:
                raise AssertionError(f"not within {seconds} s; sent: {self.sent}; pending: {self.pending}") from None

    async def answers(self, count, user=1, seconds=10.0):
        """Wait for `count` messages to a person and return all texts."""
        await self.until(lambda: len(self.texts(user)) >= count, seconds)
        return self.texts(user)

    def fail(self, method, *failures):
        """Let the next calls of `method` fail: an HTTP status, `(429, seconds)`, "cut" for a broken
        connection, or None for a call that succeeds."""
        self.failures.setdefault(method, []).extend(failures)

    # The Bot API.

    async def _call(self, request):
        if request.match_info["token"] != self.token:
            return _error(401, "Unauthorized")
        method = request.match_info["method"]
        params = {**request.query, **(await _params(request))}
        self.calls.append((method, params))
        response = None
        failure = self.failures.get(method, [])[:1]
        if failure:
            del self.failures[method][0]
            response = None if failure[0] is None else _fail(request, failure[0])
        if response is None:
            handler = getattr(self, f"_do_{method}", None)
            response = await handler(params) if handler else _error(404, "Not Found: method not found")
        await self._notify()
        return response

    async def _notify(self):
        async with self._changed:
            self._changed.notify_all()

    async def _do_getMe(self, _params):
        return _ok(ME)

    async def _do_getUpdates(self, params):
        if self.webhook.get("url"):
            return _error(409, "Conflict: can't use getUpdates method while webhook is active")
        self._poll_number += 1
        mine, offset = self._poll_number, int(params.get("offset") or 0)
        self.offsets.append(offset)
        # Confirmed is what lies below the offset; everything else is handed out again and again.
        self.pending = [update for update in self.pending if update["update_id"] >= offset]
        with contextlib.suppress(asyncio.TimeoutError):
            async with self._changed:
                arrived = self._changed.wait_for(lambda: self.pending or self._poll_number != mine)
                await asyncio.wait_for(arrived, float(params.get("timeout") or 0))
        if self._poll_number != mine:
            return _error(409, "Conflict: terminated by other getUpdates request")
        return _ok(self.pending[: int(params.get("limit") or 100)])

    async def _do_setWebhook(self, params):
        self.webhook = params
        return _ok(True)

    async def _do_deleteWebhook(self, _params):
        self.webhook = {}
        return _ok(True)

    async def _do_setMyCommands(self, params):
        return _checked(checks.check_commands(params), True)

    async def _do_sendChatAction(self, _params):
        return _ok(True)

    async def _do_sendMessage(self, params):
        return self._keep(params, checks.check_text(params))

    async def _do_sendPhoto(self, params):
        return self._keep(params, checks.check_media(params, "photo"))

    async def _do_sendDocument(self, params):
        return self._keep(params, checks.check_media(params, "document"))

    async def _do_answerCallbackQuery(self, params):
        number = params["callback_query_id"]
        if number not in self.open_queries:
            return _error(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self.open_queries.discard(number)
        self.answered_queries.append(params)
        return _ok(True)

    async def _do_editMessageReplyMarkup(self, params):
        found = [m for m in self.sent if m["message_id"] == int(params["message_id"])]
        if not found:
            return _error(400, "Bad Request: message to edit not found")
        markup = json.loads(params.get("reply_markup") or "null")
        if found[0].get("reply_markup") == markup:
            return _error(400, "Bad Request: message is not modified")
        found[0]["reply_markup"] = markup
        return _ok(True)

    def _keep(self, params, fault):
        """Store a message that the bot sent and answer with it."""
        if fault:
            return _error(400, fault)
        number = int(params["chat_id"])
        kept = {**params, "chat_id": number, "message_id": next(self._ids["message"])}
        kept["reply_markup"] = json.loads(params.get("reply_markup") or "null")
        self.sent.append(kept)
        me = {"id": 123456, "is_bot": True, "first_name": "Peilian"}
        return _ok(
            {"message_id": kept["message_id"], "date": int(time.time()), "chat": people.chat(number), "from": me}
        )


async def _params(request):
    """Return the form of a call; a file is its name and size."""
    form = await request.post()
    return {
        key: value if isinstance(value, str) else f"{value.filename}:{len(value.file.read())}"
        for key, value in form.items()
    }


def _actions(message):
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return [button.get("callback_data") for row in rows for button in row]


def _ok(result):
    return web.json_response({"ok": True, "result": result})


def _checked(fault, result):
    return _error(400, fault) if fault else _ok(result)


def _error(status, description, **parameters):
    body = {"ok": False, "error_code": status, "description": description}
    return web.json_response({**body, **({"parameters": parameters} if parameters else {})}, status=status)


def _fail(request, failure):
    if failure == "cut":
        request.transport.close()
        return web.Response()
    if isinstance(failure, tuple):
        return _error(failure[0], f"Too Many Requests: retry after {failure[1]}", retry_after=failure[1])
    return _error(failure, "Internal Server Error" if failure >= 500 else "Bad Request: refused by the test")
