"""The emulator's own addresses, for a person with curl: write as a rep, press, read what the bot sent."""

from aiohttp import web


def control_routes(api):
    """Return the routes of the emulator `api`."""

    async def say(request):
        body = await request.json()
        kind, user, language = body.get("kind"), int(body.get("user", 1)), body.get("language", "en")
        if kind:
            return web.json_response(await api.send_kind(kind, user, language, **body.get("fields", {})))
        if body.get("edit"):
            return web.json_response(await api.edit(int(body["edit"]), body["text"], user, language))
        return web.json_response(await api.say(body["text"], user, language))

    async def press(request):
        body = await request.json()
        user, language = int(body.get("user", 1)), body.get("language", "en")
        return web.json_response(await api.press(body["data"], user, body.get("message_id"), language))

    async def update(request):
        return web.json_response(await api.update(**(await request.json())))

    async def messages(request):
        user, after = int(request.query.get("user", 1)), int(request.query.get("after", 0))
        return web.json_response([m for m in api.sent if m["chat_id"] == user and m["message_id"] > after])

    async def calls(request):
        method = request.query.get("method")
        return web.json_response([call for call in api.calls if method in (None, call[0])])

    async def fail(request):
        body = await request.json()
        failures = [tuple(f) if isinstance(f, list) else f for f in body["failures"]]
        api.fail(body["method"], *failures)
        return web.json_response({"ok": True})

    return [
        web.post("/emulator/say", say),
        web.post("/emulator/press", press),
        web.post("/emulator/update", update),
        web.post("/emulator/fail", fail),
        web.get("/emulator/messages", messages),
        web.get("/emulator/calls", calls),
    ]
