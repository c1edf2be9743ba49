"""Proposals that only their last words give away ("… for two weeks. Could you both live with that?")."""

from __future__ import annotations

from .asked import is_question
from .cues import either
from .manners import CALLED
from .talk import Talk

WILL_IT_DO = either(
    rf"^{CALLED}(?:您|你|两位|二位)?(?:们|都|俩)?(?:看|觉得)?(?:这样|这么(?:办|走|定|做|安排))?"
    r"(?:行不行|行吗|行么|可以吗|可不可以|成不成|成吗|合适吗|怎么安排(?:合适|好|方便)?)[？?]$",
    r"^(?:and |so )?(?:(?:could|can|would) (?:you|we|the two of you)(?: both| two| all)? "
    r"(?:live with|agree to|go along with)|"
    r"(?:would|does|will|could|can) (?:that|this|it) "
    r"(?:work|suit|do|be (?:acceptable|possible|all right|fine|okay|ok))|"
    r"is (?:that|this) (?:acceptable|agreeable|possible|workable))\b.{0,24}\?$",
)
"""How somebody asks whether a step will do."""
JOINT = either(
    r"咱们|一起|两边|三个人|我们(?:先|来|去|各)|挑[一二两]|(?:[一二两三四五六七八九十\d]+个?(?:天|周|星期|礼拜|月))",
    r"\b(?:together|let us|let's|we (?:could|can|might|would)|(?:the )?(?:two|three|four) of us|"
    r"for (?:a|one|two|three|four|six|\d+) (?:days?|weeks?|months?)|first we)\b",
)
"""What a step sounds like that two sides take."""
MISTAKEN = frozenset({"pitch", "other"})
"""For what the judge takes such a step."""


def proposed(talk: Talk, labels: list[str]) -> list[str]:
    """Return the labels of a line, those of a step as `commitment` where the line asks whether it will do."""
    moves = talk.line.moves
    if "commitment" in labels or "confirm" in labels:
        return labels
    for n, move in enumerate(moves):
        if n and WILL_IT_DO.search(move.text.strip()):
            steps = {
                at
                for at in range(n)
                if labels[at] in MISTAKEN
                and JOINT.search(moves[at].text)
                and not is_question(moves[at].text, talk.language)
            }
            return ["commitment" if at in steps else label for at, label in enumerate(labels)]
    return labels
