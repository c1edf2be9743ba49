"""Proposals of a next step: what only its last words give away, and what was taken for one and is none."""

from __future__ import annotations

import re

from .asked import asks, is_question, question_types
from .cues import either
from .hearing import FLOOR
from .manners import CALLED, COULD_WE, DAY, LISTENS, PROPOSES, WH_FIRST
from .move import CERTAIN, Move
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
WILLING = either(
    rf"^{CALLED}(?:您|你)(?:愿意|愿不愿意|肯|肯不肯|能不能|能|可以|方便)[^，,？?]{{0,12}}(?:吗|么|不)?[？?]$",
    r"^(?:and |so )?(?:would|will|could|can) you "
    r"(?:be (?:willing|ready|open)|take|chair|host|join|come|bring|support)\b.{0,40}\?$",
)
"""How somebody asks the buyer for his part in what he has just proposed."""
JOINT = either(
    r"咱们|一起|两边|三个人|我们(?:先|来|去|各)|挑[一二两]|(?:[一二两三四五六七八九十\d]+个?(?:天|周|星期|礼拜|月))",
    r"\b(?:together|let us|let's|we (?:could|can|might|would)|(?:the )?(?:two|three|four) of us|"
    r"for (?:a|one|two|three|four|six|\d+) (?:days?|weeks?|months?)|first we)\b",
)
"""What a step sounds like that two sides take."""
MISTAKEN = frozenset({"pitch", "other"})
"""For what the judge takes such a step."""
FACTUAL = frozenset(
    {"howmuch", "howmany", "howlong", "howoften", "how", "where", "why", "which", "who", "what", "opinion", "plan"}
)
"""Kinds of question that no proposal of a next step is."""
ASKED_PLAINLY = re.compile(
    r"举个?例|(?i:example|tell me more|explain|elaborate)|过了?[吧吗没]|"
    r"(?i:(?:^|[:;,] )(and |so |but )?how (do|does|did) (?!you (feel|think)|we|that sound))"
)
"""Forms that ask how a thing is or whether it was done, never for a next step."""
TURNS_TO = either(
    r"(?:先|再|接着|待会儿?|下面)?(?:说|聊|谈|问)(?:一下|说|聊|谈|问)?(?:原因|理由|来由|条件|要求|问题|情况)$",
    r"\b(?:come|turn|get|go|move)(?: back| on| over)? to (?:the |that |this |your |those |these |my )?"
    r"(?:reasons?|questions?|points?|topics?|subjects?|matters?|tender|conditions?|figures?|numbers?)\b",
)
"""How somebody says what he will speak of next."""
EVEN_IF = re.compile(r"就算|即使|即便|哪怕|^(?:比如|例如|譬如)|(?i:\beven if\b|^(?:for example|for instance)\b)")
"""What is only supposed, against all odds or as an example: to see what he would say, not to propose it."""


def proposed(talk: Talk, labels: list[str]) -> list[str]:
    """Return the labels of a line, those of a step as `commitment` where the line asks whether it will do."""
    moves = talk.line.moves
    for n, move in enumerate(moves):
        if n and labels[n - 1] == "commitment" and WILLING.search(move.text.strip()):
            # "Let us three sit down in ten days. Would you take the chair?" is one proposal.
            labels = [*labels[:n], "commitment", *labels[n + 1 :]]
    bare = all(WILL_IT_DO.search(m.text.strip()) for m, label in zip(moves, labels) if label == "commitment")
    if "confirm" in labels or not bare:
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


def no_proposal(talk: Talk, move: Move) -> bool:
    """Say whether what was taken for a proposal asks for a fact or only wants to listen, and names no next step."""
    if move.label != "commitment":
        return False
    if WH_FIRST.search(move.text) or EVEN_IF.search(move.text) or TURNS_TO.search(move.text.rstrip("。.!！ ")):
        return True
    if move.confidence >= CERTAIN and (COULD_WE.search(move.text) or DAY.search(move.text)):
        return False
    if ASKED_PLAINLY.search(move.text):
        return True
    scores = talk.scores(move.text)
    step = max((scores[f"step:{one.id}"] for one in talk.scene.steps), default=0.0)
    if LISTENS.search(move.text):
        return step < FLOOR + 0.3
    asking = asks(move, talk.language)
    if not asking and not PROPOSES.search(move.text):
        return step < FLOOR + 0.1
    if asking and not PROPOSES.search(move.text):
        # "And the last signature is yours?" proposes nothing, however sure the judge is.
        return step < FLOOR + 0.05
    return asking and bool(question_types(move.text, talk.language) & FACTUAL) and step < FLOOR + 0.05
