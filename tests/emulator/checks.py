"""The Bot API's own checks of what a bot sends; a fault is the description of a 400."""

import json
import re

TEXT, CAPTION, DATA = 4096, 1024, 64


def units(text):
    """Return the length in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def check_text(params):
    """Return the fault of a sendMessage, or None."""
    text = params.get("text", "")
    if not text.strip():
        return "Bad Request: message text is empty"
    if units(text) > TEXT:
        return "Bad Request: message is too long"
    return check_markup(params)


def check_media(params, field):
    """Return the fault of a sendPhoto or sendDocument, or None."""
    if not params.get(field):
        return f"Bad Request: there is no {field} in the request"
    if units(params.get("caption", "")) > CAPTION:
        return "Bad Request: message caption is too long"
    return check_markup(params)


def check_markup(params):
    """Return the fault of an inline keyboard, or None."""
    for row in keyboard(params):
        for button in row:
            if not button.get("text"):
                return "Bad Request: can't parse inline keyboard button: Text is empty"
            if not 1 <= len(button.get("callback_data", "").encode()) <= DATA:
                return "Bad Request: BUTTON_DATA_INVALID"
    return None


def check_commands(params):
    """Return the fault of a setMyCommands, or None."""
    for command in json.loads(params.get("commands", "[]")):
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            return "Bad Request: BOT_COMMAND_INVALID"
        if not 1 <= len(command["description"]) <= 256:
            return "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"
    return None


def keyboard(params):
    """Return the rows of the inline keyboard of a call."""
    return json.loads(params.get("reply_markup") or "{}").get("inline_keyboard", [])
