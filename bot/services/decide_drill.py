"""The drill of D: the rep decides first, is told afterwards, and what is confused is kept with the rep."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.coach.decide.drill import LABELS, Case, Record, next_case
from bot.coach.text import plain
from bot.language import base, localise

from .listed import listed
from .messages import Button
from .turn import TurnContext

PREFERENCE = "decide_confusion"
FEW = 2
"""Cases of a label from which a confusion is told."""
READ = (
    (
        "unclear",
        r"看不出|不(?:够)?清楚|说不(?:清|准|好)|不明|没法判断|无法判断|不知道|\b(?:unclear|not clear|"
        r"can't tell|cannot tell|don't know|not enough|no idea|u)\b",
    ),
    ("concern", r"疑虑|犹豫|顾虑|\b(?:concern|hesitation|hesitat\w*|doubts?|cold feet|c)\b"),
    ("objection", r"异议|反对|\b(?:objection|objects?|o)\b"),
)


class Drill:
    """Cases one after the other, each decided by button or in a word."""

    def __init__(self, cases: Mapping[str, Sequence[Case]]) -> None:
        self._cases = {language: tuple(each) for language, each in cases.items()}

    def begin(self, turn: TurnContext) -> None:
        """Explain in a line and show the first case."""
        turn.reply.say(turn.text("decide.drill_start"))
        self._next(turn)

    def take(self, turn: TurnContext, text: str) -> None:
        """Read a decision in words."""
        line = plain(text)
        decided = next((label for label, pattern in READ if re.search(pattern, line, re.ASCII)), None)
        if turn.state.get("case") and decided:
            turn.next_step()
            self._decided(turn, decided)
        else:
            turn.reply.say(turn.text("decide.drill_pick" if turn.state.get("case") else "decide.drill_more"))
            self.resume(turn)

    def press(self, turn: TurnContext, value: str) -> None:
        """Take a decision, or go on."""
        if value in LABELS and turn.state.get("case"):
            self._decided(turn, value)
        elif value == "next":
            self._next(turn)
        else:
            self.resume(turn)

    def resume(self, turn: TurnContext) -> None:
        """Show the open case again, or what can be done between two."""
        case = self._case(turn)
        if case is not None:
            self._show(turn, case)
        else:
            turn.reply.say(turn.text("decide.drill_go_on"), *self._after(turn))

    def sum_up(self, turn: TurnContext) -> None:
        """Say how the drill went and what is confused."""
        record = _record(turn)
        hits = turn.state.get("hits", 0)
        parts = [turn.text("decide.drill_sum", right=hits, of=turn.state["drilled"])]
        if confused := self._confusion(turn, record):
            parts.append(confused)
        turn.reply.say("\n".join(parts))

    def _next(self, turn: TurnContext) -> None:
        case, record = next_case(self._cases[base(turn.language)], _record(turn), turn.rng)
        _keep(turn, record)
        turn.keep(case=case.id)
        self._show(turn, case)

    def _case(self, turn: TurnContext) -> Case | None:
        known = {case.id: case for cases in self._cases.values() for case in cases}
        return known.get(turn.state.get("case") or "")

    def _show(self, turn: TurnContext, case: Case) -> None:
        buttons = [turn.button(f"decide.label_{label}", label) for label in LABELS]
        industry, text = localise(case.industry, turn.language), localise(case.text, turn.language)
        turn.reply.say(
            turn.text("decide.drill_case", industry=industry, text=text),
            *buttons,
            turn.button("decide.button_finish", "finish"),
        )

    def _decided(self, turn: TurnContext, decided: str) -> None:
        case = self._case(turn)
        if case is None:
            self.resume(turn)
            return
        right = decided == case.label
        record = _record(turn).add(case, decided)
        _keep(turn, record)
        state = turn.state
        turn.keep(case=None, drilled=state.get("drilled", 0) + 1, hits=state.get("hits", 0) + right)
        quotes = [turn.text("decide.quote", text=localise(each, turn.language)) for each in case.evidence]
        joined = listed(turn, "decide.listed", quotes)
        key = "decide.drill_right" if right else "decide.drill_wrong"
        names = {"label": turn.text(f"decide.label_{case.label}"), "decided": turn.text(f"decide.label_{decided}")}
        parts = [
            turn.text(key, **names),
            turn.text("decide.drill_evidence", evidence=joined),
            localise(case.why, turn.language),
        ]
        if not right and (confused := self._confusion(turn, record, (case.label, decided))):
            parts.append(confused)
        turn.reply.say("\n".join(parts), *self._after(turn))

    def _after(self, turn: TurnContext) -> list[Button]:
        return [turn.button(f"decide.button_{name}", name) for name in ("next", "another", "finish")]

    def _confusion(self, turn: TurnContext, record: Record, pair: tuple[str, str] | None = None) -> str:
        """Return the confusion in words; empty where there are too few cases to speak of one."""
        pair = pair or record.worst()
        if pair is None:
            return ""
        wrong, of = record.rate(*pair)
        if of < FEW:
            return ""
        values = {"label": turn.text(f"decide.label_{pair[0]}"), "decided": turn.text(f"decide.label_{pair[1]}")}
        return turn.text("decide.drill_confusion", wrong=wrong, of=of, **values)


def _record(turn: TurnContext) -> Record:
    return Record.from_json(turn.user.preferences.get(PREFERENCE))


def _keep(turn: TurnContext, record: Record) -> None:
    turn.user.preferences = {**turn.user.preferences, PREFERENCE: record.to_json()}
