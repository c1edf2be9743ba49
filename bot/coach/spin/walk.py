"""Where a walk is and what it has gathered; plain data, so that it lives in the session's state."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any

from .cautions import IN_A_ROW
from .deal import Deal

TYPES = ("situation", "problem", "implication", "need_payoff")
WANTED = {"situation": 1, "problem": 2, "implication": 2, "need_payoff": 1}
"""So many questions of each type belong to a finished walk; one implication goes to the customer's customer."""
MOST = {"situation": 2, "problem": 3, "implication": 4, "need_payoff": 2}
"""More of a type are not collected."""


@dataclass(frozen=True)
class Question:
    """A question of the rep that was accepted, with the coach's sharper version where there is one."""

    kind: str
    text: str
    improved: str | None = None
    downstream: bool = False
    ours: bool = False
    """True where it is the coach's example, put in because the rep left the step open."""
    unsure: bool = False
    """True while the judge could not tell and the rep has not said that it counts."""


@dataclass(frozen=True)
class Walk:
    """One walk. `at` is `deal`, a type of question, `answer`, `give`, `worst` or `done`."""

    at: str = "deal"
    deal: Deal = field(default_factory=Deal)
    questions: tuple[Question, ...] = ()
    answer: str | None = None
    """What the customer would probably answer to the first problem question."""
    worst: str | None = None
    """The consequence that weighs heaviest."""
    gives: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    """Steps that the rep left out or is through with."""
    tries: int = 0
    """Attempts at the present question that did not count."""
    pending: Question | None = None
    """The last attempt, where the rep may keep it as it is."""
    shown: int = 0
    """Examples shown at the present question."""
    run: int = 0
    """Accepted questions in a row without anything given."""
    praised: tuple[str, ...] = ()
    """Cautions that were mentioned in their good form."""
    warned: tuple[tuple[str, str], ...] = ()
    """Cautions that were touched, each time with the words that showed it."""

    def count(self, kind: str) -> int:
        """Return how many questions of `kind` the rep has."""
        return sum(question.kind == kind for question in self.questions)

    @property
    def has_downstream(self) -> bool:
        """Say whether a question went to the customer's customer."""
        return any(question.downstream for question in self.questions if question.kind == "implication")

    @property
    def heard(self) -> tuple[str, ...]:
        """Return what the customer said or would say."""
        return tuple(text for text in (self.answer, self.worst) if text)

    @property
    def complete(self) -> bool:
        """Say whether all wanted questions are there by the rep's own hand."""
        own = [question for question in self.questions if not question.ours]
        enough = all(sum(q.kind == kind for q in own) >= number for kind, number in WANTED.items())
        return enough and any(q.downstream for q in own)

    def to_json(self) -> dict[str, Any]:
        """Return the walk as plain data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Walk:
        """Return the walk that `to_json` wrote."""
        data = dict(data)
        data["deal"] = Deal.from_json(data["deal"])
        data["questions"] = tuple(Question(**question) for question in data["questions"])
        data["pending"] = Question(**data["pending"]) if data["pending"] else None
        data["warned"] = tuple((caution, quote) for caution, quote in data["warned"])
        for name in ("gives", "skipped", "praised"):
            data[name] = tuple(data[name])
        return cls(**data)


def moved(walk: Walk) -> Walk:
    """Return the walk at the next open step, its counters fresh where the question is a new one."""
    at = next_step(walk)
    return replace(walk, at=at, tries=0, shown=0, pending=None)


def next_step(walk: Walk) -> str:
    """Return the step that is open now."""
    if walk.deal.missing:
        return "deal"
    for step, open_ in (
        ("situation", walk.count("situation") < (MOST if walk.count("problem") == 0 else WANTED)["situation"]),
        ("problem", walk.count("problem") == 0),
        ("answer", walk.count("problem") > 0 and walk.answer is None),
        ("give", walk.run >= IN_A_ROW and not walk.gives),
        ("problem", walk.count("problem") < WANTED["problem"]),
        ("give", walk.run >= IN_A_ROW and not walk.gives),
        ("implication", walk.count("implication") < WANTED["implication"] or not walk.has_downstream),
        ("worst", walk.count("implication") > 0 and walk.worst is None),
        ("need_payoff", walk.count("need_payoff") < WANTED["need_payoff"]),
    ):
        if open_ and step not in walk.skipped:
            return step
    return "done"


def accepted(walk: Walk, question: Question, gift: str | None = None) -> Walk:
    """Return the walk with `question` in it; a gift in the line breaks the row of bare questions."""
    return replace(
        walk,
        questions=(*walk.questions, question),
        gives=(*walk.gives, gift) if gift else walk.gives,
        run=0 if gift else walk.run + 1,
    )


def skipping(walk: Walk, step: str) -> Walk:
    """Return the walk with `step` left out."""
    return replace(walk, skipped=(*walk.skipped, step))


def restarted(walk: Walk) -> Walk:
    """Return a fresh walk on the same deal."""
    return moved(Walk(deal=walk.deal))


def ahead(walk: Walk) -> bool:
    """Say whether the rep has a question of a later kind than the open one already."""
    return any(TYPES.index(question.kind) > TYPES.index(walk.at) for question in walk.questions)


def past(walk: Walk) -> Walk:
    """Return the walk at the next question, what lies between left out."""
    while walk.at not in (*TYPES, "done"):
        if walk.at == "worst":
            walk = moved(replace(walk, worst=""))
        elif walk.at == "answer":
            walk = moved(replace(walk, answer=""))
        else:
            walk = moved(skipping(walk, walk.at))
    return replace(walk, at="need_payoff") if walk.at == "done" else walk
