"""A role-play that tests can talk with: one real scene, a fake judge, pictures and files in a folder."""

import shutil
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.services.letter import Letter
from bot.services.roleplay import RolePlay
from bot.services.talks import Talks
from bot.settings import ROOT
from tests.factories import ANNA, FakeJudge, content_of_house, make_practice

CONTENT = ROOT / "data" / "content"
TALK = {
    "How many people are in finance?": "situation",
    "What is hardest about the month-end close?": "problem",
    "What happens when the figures come late?": "implication",
    "If you could close in five days, what would that be worth?": "need_payoff",
    "Our platform does it all by itself.": "pitch",
}
FACT, PROBLEM, LATE, WORTH, PITCH = TALK


_kept = TemporaryDirectory(prefix="peilian-scenes-")


@lru_cache(maxsize=1)
def one_scene():
    """Return a folder with one scene: one for all tests, so that it is read and learnt once."""
    shutil.copy(CONTENT / "scenes" / "finance_chief.yaml", _kept.name)
    return Path(_kept.name)


class Desk:
    """Anna's desk: the practice, and what she may ask about her talks; `pictures` draws a card of each talk."""

    def __init__(self, engine, folder, pictures=True):
        roleplay = RolePlay(one_scene(), folder / "pictures" if pictures else None)
        letter = Letter(lambda: roleplay.scenes, folder / "exports")
        self.practice = make_practice(engine, [roleplay, letter], FakeJudge(TALK), content_of_house())
        self.talks = Talks(self.practice, lambda: roleplay.scenes)
        self.scenes = roleplay.scenes

    def begin(self):
        self.practice.start(ANNA, "roleplay", {"scene": "finance_chief", "difficulty": "normal"})
        return self.practice.place(ANNA).session_id

    def talk(self, *lines):
        """Have a whole talk and return its session's id and the last reply."""
        number = self.begin()
        for line in lines:
            self.practice.take(ANNA, line)
        return number, self.practice.command(ANNA, "end")
