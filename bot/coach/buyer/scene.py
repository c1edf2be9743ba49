"""A scene: who sits on the other side, what they hide, and which moves release it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.language.shelf import Shelf
from bot.language.space import Space
from bot.language.wants import Wants

from .rehearsal import Rehearsal
from .ways import Asked, FollowUp

Words = Mapping[str, tuple[str, ...]]
"""Texts by language, `zh` and `en`."""

NOTHING: Words = {"zh": (), "en": ()}

STAGES = ("confirm", "evaluate", "resolve", "implement")
LEVELS = ("easy", "normal", "hard")
LAYERS = ("doer", "decider", "outsider", "expert")
MASLOW = ("physiological", "safety", "belonging", "esteem", "self_actualisation")
CHANGE = ("innovator", "visionary", "pragmatist", "conservative", "laggard")
FOCUS = ("technology", "finance", "user", "supplier", "politics")
CLOSENESS = ("none", "few", "frequent", "trusted")
STANCE = ("coach", "supporter", "neutral", "non_supporter", "opponent")
ENTRY = ("receptive", "dissatisfied", "powerful")
TEMPERS = ("dry", "blunt", "warm", "formal")

RELEASED_BY: Mapping[str, frozenset[str]] = {
    "fact": frozenset({"situation"}),
    "problem": frozenset({"problem", "implication"}),
    "implication": frozenset({"implication"}),
    "payoff": frozenset({"need_payoff"}),
    "need": frozenset({"acknowledge", "confirm", "problem", "implication", "need_payoff"}),
    "requirement": frozenset({"situation", "problem", "trace"}),
    "facet": frozenset({"trace"}),
    "fear": frozenset({"problem", "acknowledge", "confirm", "implication"}),
    "goal": frozenset({"confirm", "need_payoff"}),
}
"""The moves that release an item of each kind, where the scene does not name its own."""
ASKS_FOR: Mapping[str, tuple[str, ...]] = {
    "situation": ("fact", "requirement"),
    "problem": ("problem", "fear", "need"),
    "implication": ("implication",),
    "need_payoff": ("payoff", "goal"),
    "trace": ("facet", "requirement"),
}
"""The kinds of item for which a question of each label asks."""
FLOATS = ("commitment", "pitch", "need_payoff")
"""The labels under which a rep floats an idea."""


@dataclass(frozen=True)
class Item:
    """One hidden thing and the contract of its release."""

    id: str
    kind: str
    """A key of `RELEASED_BY`."""
    person: str
    """Who knows it and says it."""
    name: str | Mapping[str, str] = ""
    """What the scorecard calls it, by language."""
    meant: Mapping[str, str] = field(default_factory=dict)
    """What the buyer calls it when asking back which of two things is meant, by language; empty where never."""
    words: Words = field(default_factory=lambda: NOTHING)
    """Keywords of its topic."""
    asks: Words = field(default_factory=lambda: NOTHING)
    """Example questions that ask for it."""
    says: Words = field(default_factory=lambda: NOTHING)
    """The answer, in several wordings."""
    surface: Words = field(default_factory=lambda: NOTHING)
    """A problem only: what is said to a bare question of fact near it."""
    held: Words = field(default_factory=lambda: NOTHING)
    """What is said to a question that surely asks for it and has not earned it: its matter, without what is hidden."""
    moves: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()
    """Items that must all be out first."""
    any_of: tuple[str, ...] = ()
    """Items of which one must be out first."""
    trust: int = 0
    pain: int = 0
    """How much pain is felt once it is said, 0 to 30."""
    parent: str | None = None
    """The problem of an implication or pay-off, the requirement of a facet."""
    gives: str | None = None
    """A need that is out once this is out."""
    level: str | None = None
    """`business` or `personal`, of a need."""
    kinds: frozenset[str] = frozenset()
    """The kinds of question it answers (`who`, `when`, `howmany`, …), where its words do not tell."""
    yes: bool | None = None
    """What it comes to as an answer to its yes-or-no example questions; None where it is neither."""
    further: bool = False
    """True for an implication that reaches the customer's customer."""
    idea: bool = False
    """True for a fact that is what the buyer makes of something that a rep may propose."""

    def called(self, language: str) -> str:
        """Return its name in `zh` or `en`."""
        return self.name if isinstance(self.name, str) else self.name.get(language, self.id)


@dataclass(frozen=True)
class Person:
    """A person in the room."""

    id: str
    name: Mapping[str, str]
    role: Mapping[str, str]
    layer: str
    maslow: str
    change: str
    focus: str
    closeness: str
    stance: str
    entry: str
    temper: str
    aliases: Words = field(default_factory=lambda: NOTHING)
    voice: Mapping[str, Words] = field(default_factory=dict)
    """Own wordings by slot; they go before the common ones."""

    def named_in(self, text: str, language: str) -> bool:
        """Say whether a text names the person, as one would call them in `zh` or `en`."""
        low = text.lower()
        return any(name.lower() in low for name in self.aliases.get(language, ()))


@dataclass(frozen=True)
class Level:
    """How a difficulty behaves."""

    trust: int
    """Trust at the start, 0 to 100."""
    patience: int
    bar: int
    """Added to every trust threshold of the scene."""
    demand_turn: int
    """The turn in which requirements begin to be stated unasked."""
    situation_limit: int
    """Questions of fact in a row before the buyer minds."""
    generous: int
    """How many items one good question may release."""
    vague: bool
    """True where a question without a topic gets an answer; else it must name one."""
    ask_turn: int
    """The turn in which the buyer begins to ask back."""
    pitch_cost: int
    max_turns: int = 40
    gap: int = 3
    """Turns between two things that the buyer brings up unprovoked."""
    warmth: int = 100
    """Percent of what a good move brings in trust."""
    price: int = 0
    """Percent of the list price by which the most that is paid shifts."""


@dataclass(frozen=True)
class Challenge:
    """A question or an objection of the buyer, and what counts as an answer."""

    id: str
    kind: str
    """`ask` or `objection`."""
    person: str
    says: Words
    good: Words
    """Words that a good answer holds."""
    moves: frozenset[str]
    """Moves that answer it, whatever the words (an objection is rarely answered by a pitch)."""
    on_good: Words
    on_bad: Words
    turn: int = 0
    """Not before this turn; 0 leaves it to the difficulty."""
    after: tuple[str, ...] = ()
    only: Words = field(default_factory=lambda: NOTHING)
    """Words of which the line must hold one to call it forth; empty where any line does."""
    upon: str = ""
    """`pitch` or `commitment`: comes in answer to that move. Empty: comes by itself."""


@dataclass(frozen=True)
class Advance:
    """A next step that the buyer may agree to."""

    id: str
    kind: str
    """`commit` or `advance`."""
    person: str
    name: Mapping[str, str]
    words: Words
    asks: Words
    says: Words
    trust: int = 0
    needs: int = 0
    """How many needs must be out."""
    belief: int = 0
    after: tuple[str, ...] = ()
    put_off: Words = field(default_factory=lambda: NOTHING)
    """What is said when it is proposed before the talk has earned it."""


@dataclass(frozen=True)
class Give:
    """Something the buyer can give in exchange for a better price or term."""

    id: str
    words: Words
    says: Words
    worth: float
    """By how many percent of the list price it lifts what the buyer will pay."""
    against: Words = field(default_factory=lambda: NOTHING)
    """Words for what the rep must offer for it in the same line; empty where the price is enough."""
    settles: tuple[str, ...] = ()
    """Requirements that are not stated any more once this is traded."""


@dataclass(frozen=True)
class Price:
    """A negotiation: the buyer opens at `target`, pays `reserve` at most, and more only in exchange."""

    list: float
    target: float
    reserve: float
    unit: Mapping[str, str]
    gives: tuple[Give, ...]
    lines: Mapping[str, Words]
    """Wordings for open, pocket, trade, hold, agree; `{offer}` and `{bid}` are filled with figures."""


@dataclass(frozen=True)
class Aside:
    """What a second person puts in once an item is out."""

    after: str
    person: str
    says: Words


@dataclass(frozen=True, eq=False)
class Scene:
    """A whole scene; compared by identity, so that what is computed from it can be cached."""

    id: str
    stage: str
    industry: Mapping[str, str]
    title: Mapping[str, str]
    teaser: Mapping[str, str]
    brief: Mapping[str, Mapping[str, str]]
    """`who`, `offer`, `known`, `goal`."""
    people: tuple[Person, ...]
    company: Mapping[str, str]
    opening: Words
    items: tuple[Item, ...]
    challenges: tuple[Challenge, ...]
    steps: tuple[Advance, ...]
    levels: Mapping[str, Level]
    rival: Words = field(default_factory=lambda: NOTHING)
    """Names under which the rep may speak of the rival."""
    price: Price | None = None
    asides: tuple[Aside, ...] = ()
    order: int = 100
    rehearsal: Rehearsal = field(default_factory=Rehearsal)
    asked: Mapping[str, tuple[Asked, ...]] = field(default_factory=dict)
    """How reps ask, by language; where nobody wrote it down, keywords and example questions must do."""
    followups: Mapping[str, tuple[FollowUp, ...]] = field(default_factory=dict)
    """What reps ask next, by language; its questions stand in `asked` as well."""
    wants: Mapping[str, Wants] = field(default_factory=dict)
    """Tells which kind of answer a question wants, by language."""
    spaces: Mapping[str, Space] = field(default_factory=dict)
    """In which questions for the same thing lie near each other, by language."""
    shelf: Shelf = field(default_factory=Shelf)
    """Where what is learnt from the wordings is kept."""
    named: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """What is said of a person who is only named in passing, by language and name."""

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """All hidden items by id."""
        return {item.id: item for item in self.items}

    def of_kind(self, *kinds: str) -> tuple[Item, ...]:
        """Return the items of these kinds, in the order of the file."""
        return tuple(item for item in self.items if item.kind in kinds)

    def person(self, person_id: str) -> Person:
        """Return a person by id."""
        return next(p for p in self.people if p.id == person_id)

    def parts(self, parent: str, kind: str) -> tuple[Item, ...]:
        """Return the implications, pay-offs or facets that belong to `parent`."""
        return tuple(item for item in self.items if item.parent == parent and item.kind == kind)
