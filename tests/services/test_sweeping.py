"""The daily clock: it goes on after a fault, and stops when it is cancelled."""

import asyncio

import pytest

from bot.services import sweeping
from bot.services.retention import Swept
from tests.factories import NOW


class Faulty:
    """Fails at first, then sweeps."""

    def __init__(self):
        self.calls, self.done = [], asyncio.Event()

    def run(self, now):
        self.calls.append(now)
        if len(self.calls) == 1:
            raise OSError("disk")
        self.loop.call_soon_threadsafe(self.done.set)
        return Swept(sessions=1)


async def test_a_fault_is_logged_and_tried_again(caplog):
    retention = Faulty()
    retention.loop = asyncio.get_running_loop()
    task = asyncio.create_task(sweeping.keep_sweeping(retention, lambda: NOW, seconds=0.01))
    await asyncio.wait_for(retention.done.wait(), 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert retention.calls[:2] == [NOW, NOW]
    assert "retention failed" in caplog.text
