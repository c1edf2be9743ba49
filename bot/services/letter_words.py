"""How a letter is worded, and how a rep's own is commented."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.coach.letter import Draft, Quote, Verdict

from .roleplay_words import short
from .scorecard_words import Tongue

PARTS = ("goal", "situation", "needed", "ours", "theirs", "dated")
FAULTS = ("figures", "unsaid", "personal", "pitches")
MOST = 3
"""Things that are named at once; the rest waits for the next version."""


def _plain(text: str) -> str:
    return text


@dataclass(frozen=True)
class Words:
    """The wording of letters in one language."""

    tongue: Tongue

    def intro(self, found: Draft) -> str:
        """Return what is said before a draft: what the talk left open."""
        gaps = [self.tongue.say(f"gap_{name}") for name in found.gaps()]
        return self.tongue.say("draft_gaps", gaps=self.tongue.joined(gaps)) if gaps else self.tongue.say("draft_whole")

    def letter(self, found: Draft, name: str, mark: Callable[[str], str] = _plain, head: str = "heading_chat") -> str:
        """Return the letter, its headings worded by `head`; `mark` escapes what people said."""
        steps = [self._theirs(found.theirs, mark)] if found.theirs else []
        steps += [self.tongue.say("step_ours", promise=mark(promise)) for promise in found.ours]
        parts = [self.tongue.say("greeting", name=name), self.tongue.say("thanks")]
        parts += [
            self._part("goal", head, (mark(self.tongue.local(q.name)) for q in found.goal)),
            self._part("situation", head, (self._point(q, mark) for q in found.situation)),
            self._part("needed", head, (self._point(q, mark) for q in found.needed)),
            self._part("steps", head, steps),
            self.tongue.say("closing"),
        ]
        return "\n\n".join(parts) + "\n"

    def verdict(self, found: Verdict) -> str:
        """Return what is there and what to mend, the gravest first, a few at a time."""
        if found.good:
            return self.tongue.say("good")
        faults = [
            self.tongue.say(name, text=short(text)) for name in reversed(FAULTS) for text in getattr(found, name)[:1]
        ]
        faults += [self.tongue.say(f"missing_{part}") for part in PARTS if not getattr(found, part)]
        faults += [self.tongue.say("short")] if found.short else []
        there = [self.tongue.say(f"part_{p}") for p in ("goal", "situation", "needed") if getattr(found, p)]
        there += [self.tongue.say("part_steps")] if found.ours and found.theirs and found.dated else []
        lines = [self.tongue.say("parts_there", parts=self.tongue.joined(there))] if there else []
        return "\n".join([*lines, *faults[:MOST], self.tongue.say("again")])

    def _part(self, name: str, head: str, points: Iterable[str]) -> str:
        listed = [f"- {point}" for point in points] or [f"- {self.tongue.say('open')}"]
        return "\n".join([self.tongue.say(head, name=self.tongue.say(f"part_{name}")), *listed])

    def _point(self, found: Quote, mark: Callable[[str], str]) -> str:
        name, quote = mark(self.tongue.local(found.name)), mark(self.tongue.local(found.quote))
        if found.why:
            return self.tongue.say("demand_why", name=name, quote=quote, why=mark(self.tongue.local(found.why)))
        return self.tongue.say("quote", name=name, quote=quote) if quote else name

    def _theirs(self, found: Quote, mark: Callable[[str], str]) -> str:
        name, quote = mark(self.tongue.local(found.name)), mark(self.tongue.local(found.quote))
        return (
            self.tongue.say("step_theirs", name=name, quote=quote)
            if quote
            else self.tongue.say("step_theirs_plain", name=name)
        )
