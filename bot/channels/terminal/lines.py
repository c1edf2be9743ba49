"""Where a person's lines come from: prompt_toolkit on a terminal, plain lines otherwise."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol


class Lines(Protocol):
    """A source of lines and the place where answers are shown."""

    async def read(self, prompt: str) -> str | None:
        """Return the next line without its end, None where there are no more."""

    def show(self, text: str) -> None:
        """Show `text`, also while a line is being written."""

    def open(self) -> contextlib.AbstractContextManager[Any]:
        """Return what must be entered around the talk."""


class PromptLines:
    """Lines edited with prompt_toolkit: history over the talks, pasting of several lines, answers above the prompt."""

    def __init__(self, history: Path, remembers: Callable[[], bool]) -> None:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.history import FileHistory

        history.parent.mkdir(parents=True, exist_ok=True)
        # What a rep writes is of nobody else's concern.
        history.touch(mode=0o600)

        class Remembered(FileHistory):
            def store_string(self, string: str) -> None:
                if remembers():
                    super().store_string(string)

        self._session: PromptSession[str] = PromptSession(history=Remembered(str(history)))

    async def read(self, prompt: str) -> str | None:
        """Ask for a line; Ctrl-D ends the talk, Ctrl-C throws away what was begun and ends where there is nothing."""
        try:
            return await self._session.prompt_async(prompt)
        except KeyboardInterrupt:
            return "" if self._session.default_buffer.text else None
        except EOFError:
            return None

    def show(self, text: str) -> None:
        """Print above the prompt."""
        print(text + "\n", flush=True)

    @contextlib.contextmanager
    def open(self) -> Iterator[None]:
        """Let everything that is printed appear above the prompt."""
        from prompt_toolkit.patch_stdout import patch_stdout

        with patch_stdout(raw=True):
            yield


class PlainLines:
    """Lines of a pipe or a file, read in a thread so that nothing waits for them."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._started = False

    async def read(self, prompt: str) -> str | None:
        """Return the next line."""
        if not self._started:
            self._started = True
            loop = asyncio.get_running_loop()
            # A daemon, because a blocked read cannot be called off when the talk ends otherwise.
            threading.Thread(target=self._pump, args=(loop,), daemon=True).start()
        return await self._queue.get()

    def show(self, text: str) -> None:
        """Print."""
        print(text + "\n", flush=True)

    def open(self) -> contextlib.AbstractContextManager[None]:
        """Return a context that does nothing."""
        return contextlib.nullcontext()

    def _pump(self, loop: asyncio.AbstractEventLoop) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: the talk is over
            for line in sys.stdin.buffer:
                text = line.decode("utf-8", "replace").rstrip("\r\n")
                loop.call_soon_threadsafe(self._queue.put_nowait, text)
            loop.call_soon_threadsafe(self._queue.put_nowait, None)


def open_lines(history: Path, remembers: Callable[[], bool] = lambda: True) -> Lines:
    """Return the lines of this process's standard input; what is typed is kept in `history` while `remembers()`."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return PromptLines(history, remembers)
    return PlainLines()
