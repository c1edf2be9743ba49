"""The daily clock of a process: retention once a day, from its start on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from .retention import Retention

log = logging.getLogger(__name__)

DAY = 24 * 3600.0
AGAIN = 600.0
"""Seconds after a fault."""


async def keep_sweeping(retention: Retention, clock: Callable[[], datetime], seconds: float = DAY) -> None:
    """Delete what is too old, again and again, until cancelled; a fault is logged and tried again."""
    while True:
        pause = seconds
        try:
            done = await asyncio.to_thread(retention.run, clock())
            if done.sessions:
                log.warning("retention: the words of %d sessions were deleted", done.sessions)
        except Exception:
            log.exception("retention failed; again in %.0f s", AGAIN)
            pause = min(AGAIN, seconds)
        await asyncio.sleep(pause)
