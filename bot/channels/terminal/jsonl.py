"""The terminal for scripts: one JSON line in, one JSON line out."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

from bot.channels.gateway import Gateway
from bot.services.messages import Message
from bot.services.practice import Who

USAGE = 'a line is {"text": …} or {"button": …}, with a string'


async def talk(gateway: Gateway, who: Who, read: Callable[[], Awaitable[bytes]], write: Callable[[str], object]) -> int:
    """Answer every line that `read` returns until it returns b""; the status is 1 where a line was bad."""
    status = 0
    while line := await read():
        answer = await answer_line(gateway, who, line)
        status = 1 if "error" in answer else status
        write(json.dumps(answer, ensure_ascii=False) + "\n")
    return status


async def answer_line(gateway: Gateway, who: Who, line: bytes) -> dict[str, Any]:
    """Return the answer to one line: its messages and the milliseconds they took, or what is wrong with the line."""
    try:
        kind, value = _parse(line)
    except ValueError as error:
        return {"error": str(error)}
    start = time.perf_counter()
    ask = gateway.press if kind == "button" else gateway.text
    messages = await ask(who, value, key=new_key())
    return {"messages": [_shown(m) for m in messages], "ms": round((time.perf_counter() - start) * 1000, 1)}


def new_key() -> str:
    """Return a key for a message of the terminal: nobody sends it again."""
    return f"term:{uuid.uuid4().hex}"


def _parse(line: bytes) -> tuple[str, str]:
    try:
        data = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: {error.reason} at byte {error.start}") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from error
    if not isinstance(data, dict) or len({"text", "button"} & set(data)) != 1:
        raise ValueError(USAGE)
    kind = "text" if "text" in data else "button"
    if not isinstance(data[kind], str):
        raise ValueError(USAGE)
    # A lone surrogate is valid in JSON and in no file: the database would refuse it.
    return kind, data[kind].encode("utf-8", "replace").decode("utf-8")


def _shown(message: Message) -> dict[str, Any]:
    return message.to_json()
