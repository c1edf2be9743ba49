"""Talking with the real scenes in tests: short ways to begin, to say a line, to play many."""

from functools import lru_cache

from bot.coach.buyer import Line, Move, begin, step
from bot.coach.buyer.engine import opening
from bot.content.scene_check import common_lines
from bot.content.scenes import read_scenes
from bot.settings import ROOT

CONTENT = ROOT / "data" / "content"


@lru_cache(maxsize=1)
def lines():
    return common_lines(CONTENT / "replies")


@lru_cache(maxsize=1)
def scenes():
    return read_scenes(CONTENT / "scenes")


def line(label, text, confidence=0.99, alternatives=()):
    return Line(text, (Move(text, label, confidence, alternatives),))


def said(*moves):
    """Return a line of several sentences, each given with its label."""
    return Line(" ".join(text for text, _ in moves), tuple(Move(text, label, 0.99) for text, label in moves))


class Table:
    """A talk that keeps its state."""

    def __init__(self, scene="finance_chief", difficulty="normal", language="en", seed=3):
        self.scene = scenes()[scene] if isinstance(scene, str) else scene
        self.state, self.opening = opening(
            self.scene, begin(self.scene, difficulty=difficulty, language=language, seed=seed)
        )

    def say(self, label, text, **more):
        return self.take(line(label, text, **more))

    def take(self, spoken):
        taken = step(self.scene, self.state, spoken, lines())
        self.state = taken.state
        return taken

    def trust(self):
        return self.state.trust[self.state.person]


def spoken(taken):
    return " ".join(text for _, text in taken.replies)
