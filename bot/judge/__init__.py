"""The judge: a spaCy pipeline that labels what was said, after the annotation guide. Importing loads nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.judge.errors import JudgeError

if TYPE_CHECKING:
    from bot.coach.judgement import Judge

__all__ = ["JudgeError", "load_judge"]


def load_judge(folder: Path) -> Judge:
    """Load the trained judge in `folder`; raise `JudgeError` where it is missing, stale or broken."""
    from bot.judge.spacy_judge import SpacyJudge

    return SpacyJudge.open(folder)
