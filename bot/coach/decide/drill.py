"""The drill: which case comes next, and what a rep confuses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

LABELS = ("objection", "concern", "unclear")
RECENT = 30
"""Decisions that count for what a rep confuses: old mistakes that were mended are forgotten."""
Pair = tuple[str, str]
"""(what the case was, what the rep took it for)."""


@dataclass(frozen=True)
class Case:
    """A drill case with its answer; `evidence` is quoted from `text` word for word."""

    id: str
    industry: str
    text: str
    label: str
    evidence: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Record:
    """What a rep decided so far: the latest pairs, and the ids of the cases seen in this round."""

    pairs: tuple[Pair, ...] = ()
    seen: tuple[str, ...] = ()

    def add(self, case: Case, decided: str) -> Record:
        """Return the record with one more decision."""
        return Record(
            (*self.pairs, (case.label, decided))[-RECENT:], (*(i for i in self.seen if i != case.id), case.id)
        )

    def rate(self, label: str, taken_for: str) -> tuple[int, int]:
        """Return how often cases of `label` were taken for `taken_for`, and how many there were."""
        of = [decided for truth, decided in self.pairs if truth == label]
        return of.count(taken_for), len(of)

    def right(self) -> tuple[int, int]:
        """Return how many decisions were right, and how many there were."""
        return sum(truth == decided for truth, decided in self.pairs), len(self.pairs)

    def worst(self) -> Pair | None:
        """Return the confusion that weighs most, objection and concern before those with unclear; None without any."""
        found = []
        for truth in LABELS:
            for decided in LABELS:
                wrong, of = self.rate(truth, decided)
                if truth != decided and wrong:
                    found.append(("unclear" not in (truth, decided), wrong / of, wrong, (truth, decided)))
        return max(found)[3] if found else None

    def to_json(self) -> dict[str, list[list[str]] | list[str]]:
        """Return plain data for `user.preferences["decide_confusion"]`."""
        return {"pairs": [list(pair) for pair in self.pairs], "seen": list(self.seen)}

    @classmethod
    def from_json(cls, data: Mapping[str, Iterable[object]] | None) -> Record:
        """Return the record that `to_json` wrote."""
        data = data or {}
        pairs = tuple((str(pair[0]), str(pair[1])) for pair in data.get("pairs", ()) if isinstance(pair, (list, tuple)))
        return cls(pairs, tuple(str(each) for each in data.get("seen", ())))


def next_case(cases: Sequence[Case], record: Record, rng: Random) -> tuple[Case, Record]:
    """Return the next case and the record to keep: none comes twice in a round, and what is confused comes sooner."""
    left = [case for case in cases if case.id not in record.seen]
    if not left:
        # A new round, which does not begin with the case that ended the last one.
        last = record.seen[-1:]
        own = {case.id for case in cases}
        record = Record(record.pairs, tuple(i for i in record.seen if i not in own))
        left = [case for case in cases if case.id not in last] or list(cases)
    weights = [1.0 + 4.0 * _confused(record, case.label) for case in left]
    return rng.choices(left, weights)[0], record


def _confused(record: Record, label: str) -> float:
    wrong = sum(record.rate(label, other)[0] for other in LABELS if other != label)
    of = record.rate(label, label)[1]
    # What was never tried counts a little, so that all three labels come up early.
    return wrong / of if of else 0.25
