"""The deal that a walk is about: customer, product, buying stage, whom the rep meets and in which layer they sit."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.language import to_simplified

STAGES = ("confirm", "evaluate", "doubts", "implement")
"""The four buying stages: confirm the need, evaluate offers, resolve doubts before signing, implement."""
FIELDS = ("customer", "product", "stage", "meets")
"""What a walk must know of a deal, in the order in which it is asked."""
LONGEST = {"customer": 48, "product": 48, "stage": 80, "meets": 48}
"""Characters of each field; longer answers are asked for again."""

_STAGE_WORDS = (
    (
        "implement",
        r"(?<![没未快要能])签了|已签|签完|刚签|已经签|实施|上线|安装|验收|交付|调试"
        r"|\b(?:(?<!not )(?<!n't )signed|implement\w*|roll-?out|go(?:ing|ne)? live|install\w*|onboarding|deploy\w*)\b",
    ),
    (
        "doubts",
        r"签约前|快签|要签|准备签|签字前|谈合同|合同.{0,4}(?:谈|审|走|法务)|犹豫|顾虑|疑虑|基本定|定了我们|选了我们|谈价|砍价|压价|谈判"
        r"|\b(?:about to sign|before signing|close to signing|hesitat\w*|cold feet|contract|negotiat\w*|(?:picked"
        r"|chosen|chose) us"
        r"|verbal yes|doubts?|second thoughts|wavering)\b",
    ),
    (
        "evaluate",
        r"方案|比价|评估|招标|投标|竞标|标书|比较|选型|对比|几家|试用|测试|试点|报价"
        r"|\b(?:compar\w*|evaluat\w*|tender|rf[pqi]|short-?list\w*|proposals?|trial|pilot|bids?|quotes?|demos?"
        r"|looking at (?:options|offers|vendors|solutions|suppliers))\b",
    ),
    (
        "confirm",
        r"刚开始|刚接触|初步|没立项|未立项|立项前|需求|想法|要不要|第一次|初次|没想好|意向"
        r"|\b(?:early|first (?:meeting|visit|call|talk)|explor\w*|defin\w*|no project|just start\w*|discovery"
        r"|needs?|unclear)\b",
    ),
)
_LAYER_WORDS = (
    (
        "expert",
        r"专家|顾问|教授|设计院|评委|评审|咨询"
        r"|\b(?:consultant|professor|external expert|adviser|advisor|auditor|analyst)\b",
    ),
    (
        "senior",
        r"集团|总部|上级|股东|董事(?!长)|党委|书记|主管部门"
        r"|\b(?:group (?:cfo|ceo|cio|it)|headquarters|hq|board|shareholder|investor|parent company)\b",
    ),
    (
        "decider",
        r"董事长|总经理|总裁|老板|厂长|院长|校长|局长|行长|总监|[\u4e00-\u9fff]总(?!务)|副总|创始人|店东|c[efiot]o\b"
        r"|\b(?:plant manager|general manager|managing director|director|head of|chief|owner|founder|president|vp"
        r"|partner|c[efiot]o|boss|md)\b",
    ),
    (
        "doer",
        r"主管|工程师|专员|经理|科长|主任|采购|班长|组长|操作|使用|员工|护士|会计|[\u4e00-\u9fff]工$|处长|部长|老师|技术员"
        r"|\b(?:manager|engineer|buyer|planner|supervisor|user|operator|specialist|lead|nurse|accountant"
        r"|purchas\w*|procurement|admin\w*|clerk|team)\b",
    ),
)
_STAGES = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _STAGE_WORDS)
_LAYERS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _LAYER_WORDS)


@dataclass(frozen=True)
class Deal:
    """One deal as far as it is known; an empty text means not yet known."""

    customer: str = ""
    product: str = ""
    stage: str = ""
    """As the rep said it, or the name of the stage that was chosen."""
    phase: str | None = None
    """One of `STAGES`; None where the words do not tell."""
    meets: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the fields that are still unknown, in the order in which they are asked."""
        return tuple(name for name in FIELDS if not getattr(self, name))

    @property
    def layer(self) -> str | None:
        """Return `doer`, `decider`, `senior` (outside the project), `expert`, or None where the title does not tell."""
        return layer_of(self.meets)

    def with_(self, **fields: str) -> Deal:
        """Return the deal with `fields` filled; the phase follows the stage."""
        deal = replace(self, **{name: tidy(text) for name, text in fields.items()})
        return replace(deal, phase=stage_of(fields["stage"]) or "confirm") if fields.get("stage") else deal

    def to_json(self) -> dict[str, Any]:
        """Return the deal as plain data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Deal:
        """Return the deal that `to_json` wrote."""
        return cls(**data)


def tidy(text: str) -> str:
    """Return a field on one line, without blanks and marks at its ends."""
    return " ".join(text.split()).strip(" ,，。.;；:：、!！")


def stage_of(text: str) -> str | None:
    """Return the buying stage that `text` speaks of: a name of `STAGES`, a number 1–4 or words; None if none."""
    plain = to_simplified(text).strip()
    if plain in STAGES:
        return plain
    if plain in ("1", "2", "3", "4"):
        return STAGES[int(plain) - 1]
    return next((name for name, words in _STAGES if words.search(plain)), None)


def layer_of(text: str) -> str | None:
    """Return the layer in which a person of this title sits, None where it does not tell."""
    plain = to_simplified(text)
    return next((name for name, words in _LAYERS if words.search(plain)), None)
