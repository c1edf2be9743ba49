"""The scorecard as it is read: each line with its figures, its proofs and the verdicts beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.coach.scorecard import Card
from bot.coach.scorecard.model import WEIGHTS, Proof
from bot.review.words import Words
from bot.services.corrections import Verdict
from bot.services.scorecard_words import Tongue, counted
from bot.services.scoring import card_of, is_corrected
from bot.services.trust import Agreement, TrustTable
from bot.store.tables import Score


@dataclass(frozen=True)
class Quote:
    """A turn that proves a line."""

    number: int
    text: str
    why: str
    better: str
    uncertain: bool


@dataclass(frozen=True)
class CardLine:
    """A line of the card as it is shown; `points` of 100, `machine` before any verdict."""

    dimension: str
    name: str
    rule: str
    counted: str
    points: int
    weight: int
    machine: int
    good: tuple[Quote, ...]
    bad: tuple[Quote, ...]
    agreement: Agreement
    verdicts: tuple[Verdict, ...]

    @property
    def verdict(self) -> Verdict | None:
        """The newest verdict that stands."""
        standing = [verdict for verdict in self.verdicts if verdict.withdrawn_at is None]
        return standing[-1] if standing else None


@dataclass(frozen=True)
class CardView:
    """The card as it is shown."""

    total: float
    machine: float
    corrected: bool
    lines: tuple[CardLine, ...]
    missing: tuple[str, ...]
    """Names of the lines that the talk did not call for."""

    def scored(self) -> dict[int, list[str]]:
        """Return the dimensions that quote a turn, by the turn's number."""
        found: dict[int, list[str]] = {}
        for line in self.lines:
            for quote in (*line.good, *line.bad):
                if line.dimension not in found.setdefault(quote.number, []):
                    found[quote.number].append(line.dimension)
        return found


def card_view(
    stored: Score, machine: Score | None, words: Words, trust: TrustTable, verdicts: Iterable[Verdict]
) -> CardView:
    """Return the newest card `stored` beside the machine's own."""
    verdicts = [verdict for verdict in verdicts if verdict.what == "score"]
    card, first = card_of(stored), card_of(machine or stored)
    own = {line.dimension: line.score for line in first.lines}
    tongue = Tongue(words.catalog, words.language)
    return CardView(
        total=stored.total,
        machine=(machine or stored).total,
        corrected=is_corrected(stored.version),
        lines=tuple(_lines(card, own, tongue, trust, verdicts)),
        missing=tuple(words.line(name) for name in WEIGHTS if name not in {line.dimension for line in card.lines}),
    )


def _lines(
    card: Card, own: dict[str, float], tongue: Tongue, trust: TrustTable, verdicts: list[Verdict]
) -> Iterable[CardLine]:
    for line in card.lines:
        name = line.dimension
        yield CardLine(
            dimension=name,
            name=tongue.say(f"dimension_{name}"),
            rule=tongue.say(f"rule_{name}"),
            counted=counted(tongue, line),
            points=round(100 * line.score),
            weight=line.weight,
            machine=round(100 * own.get(name, line.score)),
            good=tuple(_quote(tongue, proof) for proof in line.good),
            bad=tuple(_quote(tongue, proof) for proof in line.bad),
            agreement=trust.lines[name],
            verdicts=tuple(verdict for verdict in verdicts if verdict.item == name),
        )


def _quote(tongue: Tongue, proof: Proof) -> Quote:
    better = tongue.better(proof.better) if proof.better is not None and not proof.uncertain else ""
    return Quote(proof.number, proof.quote, tongue.why(proof), better, proof.uncertain)
