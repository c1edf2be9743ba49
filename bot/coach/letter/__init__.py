"""The letter after a talk: drafted from what was really said, and judged when the rep writes it. Pure."""

from .draft import Draft, Quote, draft
from .verdict import Verdict, judge_letter

__all__ = ["Draft", "Quote", "Verdict", "draft", "judge_letter"]
