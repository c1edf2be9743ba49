"""A model of a buyer: pure and seeded. The same scene, seed and moves give the same talk."""

from .engine import Step, begin, replay, step
from .move import Line, Move
from .scene import Item, Person, Scene
from .state import State
from .voice import Lines

__all__ = ["Item", "Line", "Lines", "Move", "Person", "Scene", "State", "Step", "begin", "replay", "step"]
