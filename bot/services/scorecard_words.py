"""How a scorecard is told: the debrief in a few lines, the table, the proof of one dimension."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.coach.buyer import Scene
from bot.coach.scorecard import Card
from bot.coach.scorecard.better import Better
from bot.coach.scorecard.model import WEIGHTS, Line, Proof
from bot.coach.scorecard.trend import ENOUGH, Trend
from bot.language import Catalog, base, localise

from .roleplay_words import short

COURSE = 5
"""Totals that are shown of a rep's course."""
LEVEL = 2.0
"""Points under which two totals are about the same."""


@dataclass(frozen=True)
class Tongue:
    """The catalogue in one language, under one file's name."""

    catalog: Catalog
    language: str
    file: str = "scorecard"

    def say(self, key: str, **values: object) -> str:
        """Return the sentence `<file>.<key>`."""
        return self.catalog.say(f"{self.file}.{key}", self.language, None, **values)

    def local(self, text: str | Mapping[str, str]) -> str:
        """Return a text of a scene as the reader should see it."""
        return localise(text if isinstance(text, str) else text[base(self.language)], self.language)

    def joined(self, names: list[str]) -> str:
        """Return names as a list in a sentence."""
        return ("; " if self.language == "en" else "、").join(names)

    def better(self, found: Better) -> str:
        """Return a better sentence in words."""
        if found.text:
            return self.local(found.text)
        return self.say(found.key, **{name: self.local(text) for name, text in found.values.items()})

    def why(self, proof: Proof) -> str:
        """Return why a turn counts."""
        return self.say(f"why_{proof.why}", **{name: self.local(text) for name, text in proof.values.items()})


def debrief(tongue: Tongue, card: Card) -> str:
    """Return what was strong and what to fix, dosed, each with its quote."""
    parts = []
    if strong := card.strengths():
        lines = [tongue.say("strong_line", turn=p.turn, quote=short(p.quote), why=tongue.why(p)) for _, p in strong]
        parts.append("\n".join([tongue.say("strong"), *lines]))
    if fixes := card.fixes():
        head = tongue.say("fix_one") if len(fixes) == 1 else tongue.say("fix_some", count=len(fixes))
        parts.append("\n".join([head, *(_fix(tongue, line, proof) for line, proof in fixes)]))
    if unsure := card.uncertain():
        parts.append(tongue.say("uncertain", count=len(unsure)))
    return "\n\n".join(parts)


def _fix(tongue: Tongue, line: Line, proof: Proof) -> str:
    assert proof.better is not None
    said = tongue.say(
        "fix_line", turn=proof.turn, quote=short(proof.quote), why=tongue.why(proof), better=tongue.better(proof.better)
    )
    return said + "\n" + tongue.say("rule", rule=tongue.say(f"rule_{line.dimension}"))


def headline(tongue: Tongue, card: Card, level: str, course: Trend) -> str:
    """Return the total, the rep's own course, and the level where there are talks enough."""
    parts = [tongue.say("total", total=figure(card.total), level=level)]
    if course.change is not None:
        key = "same" if abs(course.change) < LEVEL else "up" if course.change > 0 else "down"
        parts.append(tongue.say(f"trend_{key}", points=figure(abs(course.change))))
        shown = " → ".join(figure(total) for total in course.totals[-COURSE:])
        parts.append(tongue.say("trend_course", course=shown))
    parts.append(standing(tongue, course))
    return (" " if tongue.language == "en" else "").join(parts)


def standing(tongue: Tongue, course: Trend) -> str:
    """Return the rep's level, or how many talks are missing to tell it."""
    if course.proficiency is None:
        return tongue.say("band_none", more=ENOUGH - len(course.totals))
    return tongue.say("band", band=tongue.say(f"band_{course.proficiency}"))


def table(tongue: Tongue, card: Card, scene: Scene) -> str:
    """Return all dimensions, a line each, and those that the talk did not call for."""
    lines = [_row(tongue, "details_line", line) for line in card.lines]
    text = tongue.say("details", scene=tongue.local(scene.title), total=figure(card.total), lines="\n".join(lines))
    scored = {line.dimension for line in card.lines}
    missing = [tongue.say(f"dimension_{name}") for name in WEIGHTS if name not in scored]
    return text + ("\n" + tongue.say("details_left_out", names=tongue.joined(missing)) if missing else "")


def one(tongue: Tongue, line: Line) -> str:
    """Return one dimension with its rule, and the turns that prove it."""
    parts = [_row(tongue, "one", line, rule=tongue.say(f"rule_{line.dimension}"))]
    parts += [tongue.say("one_good", turn=p.turn, quote=short(p.quote), why=tongue.why(p)) for p in line.good]
    parts += [_bad(tongue, proof) for proof in line.bad]
    return "\n".join(parts)


def _bad(tongue: Tongue, proof: Proof) -> str:
    said = {"turn": proof.turn, "quote": short(proof.quote), "why": tongue.why(proof)}
    if proof.uncertain:
        return tongue.say("uncertain_line", **said)
    if proof.better is None:
        return tongue.say("one_bad_plain", **said)
    return tongue.say("one_bad", better=tongue.better(proof.better), **said)


def _row(tongue: Tongue, key: str, line: Line, **values: str) -> str:
    return tongue.say(
        key,
        name=tongue.say(f"dimension_{line.dimension}"),
        points=figure(line.score * line.weight),
        weight=line.weight,
        count=counted(tongue, line),
        **values,
    )


def counted(tongue: Tongue, line: Line) -> str:
    """Return what was counted for a line; where manners earn a part only, “no lapses, 1 of 6” says why."""
    thin = "_thin" if line.figures.get("thin", 100) < 100 else ""
    return tongue.say(f"count_{line.dimension}{thin}", **line.figures)


def figure(value: float) -> str:
    """Return points without a needless decimal."""
    return f"{value:.0f}" if abs(value - round(value)) < 0.05 else f"{value:.1f}"
