"""The scorecard of a role-play: a pure function of the stored turns, the scene and the seed."""

from .card import SCORER, Card, score
from .played import Played, Row, read

__all__ = ["SCORER", "Card", "Played", "Row", "read", "score"]
