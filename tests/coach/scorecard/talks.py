"""Talks for the scorecard: lines said at a table of the buyer's tests, read back as stored rows."""

from functools import lru_cache

from bot.coach.scorecard import Row, read, score
from bot.content.scenes import read_scene
from tests.coach.buyer.talks import CONTENT, Table, line


@lru_cache(maxsize=1)
def finance_chief():
    """Return the one scene of these tests."""
    return read_scene(CONTENT / "scenes" / "finance_chief.yaml")


def played(*said, language="en", confidence=0.99, alternatives=()):
    """Return the talk of (label, text) pairs as the scorecard reads it; a third value is the confidence."""
    table = Table(finance_chief(), language=language)
    start, heard, rows = table.state, table.opening, []
    for number, (label, text, *sure) in enumerate(said, 1):
        spoken = line(label, text, sure[0] if sure else confidence, alternatives)
        taken = table.take(spoken)
        evidence = {"moves": [m.to_json() for m in spoken.moves], **taken.evidence()}
        rows.append(Row(2 * number, text, evidence, heard))
        heard = " ".join(reply for _, reply in taken.replies)
    return read(table.scene, start, rows)


def lines(*said, **more):
    """Return the lines of a talk's card by dimension."""
    return {one.dimension: one for one in score(played(*said, **more)).lines}


FACT = ("situation", "How many people are in finance?")
PROBLEM = ("problem", "What is hardest about the month-end close?")
PEOPLE = ("implication", "What does the overtime do to your team?")
LISTING = ("implication", "What would that mean for the listing?")
LATE = ("implication", "What happens when the figures come late?")
WORTH = ("need_payoff", "If you could close in five days, what would that be worth?")
TRAIL = ("need_payoff", "If every adjustment left a trail, how would that help with the audit?")
PITCH = ("pitch", "Our platform does it all by itself.")
SORRY_FOR = ("acknowledge", "Losing experienced people like that is hard on you.")
STEP = ("commitment", "Shall we run a pilot in one province?")
