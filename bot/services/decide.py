"""D, deciding: is it an objection, or hesitation before signing? On the rep's own case, or as a drill."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.coach.decide.ask import VALUES, next_question, read_fact
from bot.coach.decide.drill import LABELS, Case
from bot.coach.decide.parties import says_two, two_customers
from bot.coach.decide.play import choose_play
from bot.coach.decide.signs import find_signs
from bot.coach.decide.verdict import STRONG_OPEN, STRONG_RIVAL, Quote, Verdict, decide, decisive_clause
from bot.coach.judgement import Judgement
from bot.coach.text import plain
from bot.coach.trace.answers import CHAT, META
from bot.language import is_unsupported

from .decide_drill import Drill
from .listed import listed
from .messages import Button
from .turn import Exercise, TurnContext

SHORTEST = 4
"""Letters under which a text is no case."""
OWN_CASE = 15
"""Characters from which a text between two drill cases is a case of the rep's own."""
LONG = 1200
"""Characters from which the coach says that it read all."""
QUOTE = 80
KEPT = ("phase", "text", "facts", "answers", "asked", "question", "queue", "clash", "missed")
ADDED = re.compile(
    r"(?:其实|不过|补充|对了|还有|更正|不对|哦|另外|忘了说)|(?:actually|but|also|wait|correction|i forgot|forgot|oh)\b",
    re.I,
)


class Decide(Exercise):
    """The exercise. `cases` are the drill cases by the language they are written in."""

    name = "decide"

    def __init__(self, cases: Mapping[str, Sequence[Case]]) -> None:
        self.drill = Drill(cases)

    def start(self, turn: TurnContext, options: dict[str, str]) -> None:
        """Ask for the case; take the line that came along; or begin the drill."""
        turn.keep(phase="case", text="", facts={}, answers={}, asked=[], question="", queue=[], decided=0, history=[])
        line = (options.get("line") or "").strip()
        if "drill" in options.values():
            turn.keep(phase="drill")
            self.drill.begin(turn)
        elif line:
            turn.reply.say(_t(turn, "start_line", line=_short(line)))
            self._case(turn, line)
        else:
            turn.reply.say(_t(turn, "start"), *self._offers(turn, "drill", "finish"))

    def take(self, turn: TurnContext, text: str) -> None:
        """Take a case, an answer to the coach's question, or a decision in the drill."""
        turn.judged(turn.judge.judge("case", text), phase=turn.state["phase"], question=turn.state.get("question", ""))
        if refused := _refused(text):
            turn.reply.say(_t(turn, refused))
            self.resume(turn)
            return
        phase = turn.state["phase"]
        if phase == "drill" and (turn.state.get("case") or len(text) < OWN_CASE):
            self.drill.take(turn, text)
        elif phase == "ask":
            self._answer(turn, text)
        elif phase == "clash":
            self._choose_written(turn, text)
        elif phase == "played" and ADDED.match(plain(text)):
            self._remember(turn)
            turn.keep(text=f"{turn.state['text']}\n{text}")
            self._decide(turn)
        else:
            self._case(turn, text)

    def press(self, turn: TurnContext, value: str) -> None:
        """Take a button."""
        turn.next_step()
        state = turn.state
        if value == "finish":
            self.end(turn)
        elif value == "drill":
            turn.keep(phase="drill")
            self.drill.begin(turn)
        elif value == "another":
            self._fresh(turn)
            turn.reply.say(_t(turn, "another"), *self._offers(turn, "drill", "finish"))
        elif state["phase"] == "drill":
            self.drill.press(turn, value)
        elif state["phase"] == "ask" and value in (*VALUES[state["question"]], "unknown"):
            words = _t(turn, f"value_{state['question']}_{value}") if value != "unknown" else ""
            self._fact(turn, state["question"], value, words)
        elif state["phase"] == "clash" and value in ("0", "1", "unknown"):
            self._chosen(turn, value)
        else:
            self.resume(turn)

    def command(self, turn: TurnContext, name: str) -> None:
        """Give a hint, take the last line back, or begin the case again."""
        phase = turn.state["phase"]
        if name == "hint":
            key = f"explain_{turn.state['question']}" if phase == "ask" else f"hint_{phase}"
            turn.reply.say(_t(turn, key))
        elif name == "undo":
            turn.reply.say(_t(turn, "undone" if self._undo(turn) else "nothing_to_undo"))
        elif name == "restart" and phase != "drill":
            self._remember(turn)
            self._fresh(turn)
            turn.reply.say(_t(turn, "restarted"))
        else:
            turn.reply.say(_t(turn, "no_such_command"))
        self.resume(turn)

    def resume(self, turn: TurnContext) -> None:
        """Say where we were and ask again."""
        state = turn.state
        if state["phase"] == "drill":
            self.drill.resume(turn)
        elif state["phase"] == "ask":
            if not turn.reply.messages:
                turn.reply.say(_t(turn, "resumed", text=_short(state["text"])))
            self._ask(turn, state["question"])
        elif state["phase"] == "clash":
            self._ask_clash(turn, state["clash"])
        elif state["phase"] == "played":
            turn.reply.say(_t(turn, "what_next"), *self._offers(turn, "another", "drill", "finish"))
        else:
            turn.reply.say(_t(turn, "another"), *self._offers(turn, "drill", "finish"))

    def end(self, turn: TurnContext) -> None:
        """Sum up what was decided and close."""
        state = turn.state
        if state.get("drilled"):
            self.drill.sum_up(turn)
        if state.get("decided"):
            turn.reply.say(_t(turn, "ended", count=state["decided"]))
        elif not state.get("drilled"):
            turn.reply.say(_t(turn, "ended_empty"))
        turn.close("done" if state.get("decided") or state.get("drilled") else "stopped")

    # A case

    def _case(self, turn: TurnContext, text: str) -> None:
        if len(re.findall(r"\w", text)) < SHORTEST:
            turn.reply.say(_t(turn, "too_short"))
            self.resume(turn)
            return
        self._remember(turn)
        self._fresh(turn)
        if len(text) >= LONG:
            turn.reply.say(_t(turn, "long_case"))
        if parts := two_customers(text):
            turn.keep(queue=[parts[1]])
            turn.reply.say(_t(turn, "two_customers", one=_short(parts[0], 50), two=_short(parts[1], 50)))
            text = parts[0]
        elif says_two(text):
            turn.reply.say(_t(turn, "says_two"))
            self.resume(turn)
            return
        turn.keep(text=text)
        self._decide(turn)

    def _decide(self, turn: TurnContext) -> None:
        """Judge all that was told; say the verdict with its evidence, or ask."""
        state = turn.state
        judgement = turn.judge.judge("case", state["text"])
        verdict = decide(state["text"], judgement, state["facts"], state["answers"])
        turn.judged(judgement, verdict=verdict.label, quotes=[quote.text for quote in verdict.quotes])
        turn.next_step()
        if verdict.contradiction:
            turn.keep(phase="clash", clash=list(verdict.contradiction))
            self._ask_clash(turn, list(verdict.contradiction))
            return
        question = next_question(state["text"], state["facts"], state["asked"]) if verdict.label == "unclear" else None
        if question:
            turn.keep(phase="ask", question=question, missed=False)
            if not state["asked"]:
                turn.reply.say(_t(turn, "unclear", evidence=self._evidence(turn, verdict, judgement)))
            self._ask(turn, question)
        else:
            self._play(turn, verdict, judgement)

    def _play(self, turn: TurnContext, verdict: Verdict, judgement: Judgement) -> None:
        state = turn.state
        play = choose_play(verdict.label, state["text"], state["facts"])
        key = "verdict_still_unclear" if verdict.label == "unclear" else f"verdict_{verdict.label}"
        turn.reply.say(_t(turn, key, evidence=self._evidence(turn, verdict, judgement)))
        values = {"fear": _t(turn, f"fear_{play.fear}")} if play.fear else {}
        text = _t(turn, f"play_{play.name}", **values)
        turn.keep(phase="played", decided=state["decided"] + 1)
        if not state["queue"]:
            turn.reply.say(text, *self._offers(turn, "another", "drill", "finish"))
            return
        turn.reply.say(text)
        second = state["queue"][0]
        self._fresh(turn)
        turn.reply.say(_t(turn, "second_customer", text=_short(second)))
        turn.keep(text=second)
        self._decide(turn)

    def _evidence(self, turn: TurnContext, verdict: Verdict, judgement: Judgement) -> str:
        quotes = list(verdict.quotes)
        text = turn.state["text"]
        if not quotes and text:
            clause = decisive_clause(text, judgement.label, lambda part: _confidence(turn, part, judgement.label))
            quotes = [Quote(clause, "clause")]
        return listed(turn, "decide.listed", [_t(turn, "quote", text=_short(quote.text)) for quote in quotes])

    # The coach's question

    def _ask(self, turn: TurnContext, question: str) -> None:
        values = [turn.button(f"decide.value_{question}_{value}", value) for value in VALUES[question]]
        unknown = turn.button("decide.button_unknown", "unknown")
        turn.reply.say(_t(turn, f"q_{question}"), *values, unknown, *self._offers(turn, "finish"))

    def _answer(self, turn: TurnContext, text: str) -> None:
        question = turn.state["question"]
        if META.search(plain(text)):
            turn.reply.say(_t(turn, f"explain_{question}"))
            self._ask(turn, question)
            return
        fact = read_fact(question, text)
        if fact is None and not find_signs(text) and not turn.state.get("missed"):
            turn.keep(missed=True, text=f"{turn.state['text']}\n{text}")
            turn.reply.say(_t(turn, "not_read"))
            self._ask(turn, question)
            return
        self._fact(turn, question, fact or "unknown", text)

    def _fact(self, turn: TurnContext, question: str, value: str, words: str) -> None:
        """Merge an answer into what is known and decide again."""
        self._remember(turn)
        state = turn.state
        facts = {**state["facts"], **_facts_in(words), question: value}
        answers = {**state["answers"], question: words} if words else state["answers"]
        written = turn.line is not None and (len(words) > 6 or find_signs(words))
        text = f"{state['text']}\n{words}" if written else state["text"]
        if value == "unknown":
            turn.reply.say(_t(turn, f"unknown_{question}"))
        turn.keep(facts=facts, answers=answers, text=text, asked=[*state["asked"], question])
        self._decide(turn)

    # Two statements that cannot both stand

    def _ask_clash(self, turn: TurnContext, clash: list[str]) -> None:
        choices = [
            turn.button("decide.button_statement", str(place), text=_short(each, 24))
            for place, each in enumerate(clash)
        ]
        unknown = turn.button("decide.button_unknown", "unknown")
        turn.reply.say(_t(turn, "clash", one=_short(clash[0]), two=_short(clash[1])), *choices, unknown)

    def _choose_written(self, turn: TurnContext, text: str) -> None:
        clash = turn.state["clash"]
        line = plain(text)
        fits = [place for place, each in enumerate(clash) if plain(each) in line or line in plain(each)]
        ordinal = (
            0
            if re.search(r"前(?:一|面)|第一|first|former", line)
            else 1
            if re.search(r"后(?:一|面)|第二|second|latter", line)
            else None
        )
        if len(fits) == 1 or ordinal is not None:
            self._chosen(turn, str(fits[0] if len(fits) == 1 else ordinal))
        else:
            turn.keep(text=text)
            turn.keep(facts={}, answers={}, asked=[], phase="case")
            self._decide(turn)

    def _chosen(self, turn: TurnContext, value: str) -> None:
        """Keep one statement and strike the other; where the rep does not know, strike both and ask."""
        self._remember(turn)
        state = turn.state
        struck = state["clash"] if value == "unknown" else [state["clash"][1 - int(value)]]
        text, answers, facts = state["text"], dict(state["answers"]), dict(state["facts"])
        for statement in struck:
            text = text.replace(statement, " ")
            for question in [q for q, words in answers.items() if words == statement]:
                answers.pop(question)
                facts.pop(question, None)
        if value != "unknown":
            facts.update(_facts_in(state["clash"][int(value)]))
        turn.keep(text=text.strip() or state["text"], answers=answers, facts=facts, phase="case")
        self._decide(turn)

    # Around

    def _fresh(self, turn: TurnContext) -> None:
        turn.keep(phase="case", text="", facts={}, answers={}, asked=[], question="", queue=[], clash=[], missed=False)

    def _remember(self, turn: TurnContext) -> None:
        state = turn.state
        entry = {key: state.get(key) for key in KEPT}
        turn.keep(history=[*state.get("history", []), entry][-20:])

    def _undo(self, turn: TurnContext) -> bool:
        history = turn.state.get("history", [])
        if not history or turn.state["phase"] == "drill":
            return False
        turn.keep(**history[-1], history=history[:-1])
        turn.next_step()
        return True

    def _offers(self, turn: TurnContext, *names: str) -> list[Button]:
        return [turn.button(f"decide.button_{name}", name) for name in names]


def _t(turn: TurnContext, key: str, **values: object) -> str:
    return turn.text(f"decide.{key}", **values)


def _short(text: str, length: int = QUOTE) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def _refused(text: str) -> str | None:
    """Return the key of a sentence for what is no answer at all, or None."""
    if not re.search(r"\w", text):
        return "empty"
    if is_unsupported(text):
        return "foreign"
    return (
        "chat"
        if CHAT.search(plain(text)) and len(text) < 40
        else "meta"
        if META.search(plain(text)) and len(text) < 20
        else None
    )


def _facts_in(words: str) -> dict[str, Any]:
    """Return the facts that an answer tells beside the one it was asked for."""
    signs = {sign.name for sign in find_signs(words)}
    line = plain(words)
    facts: dict[str, Any] = {}
    if "us" in signs:
        facts |= {"leader": "us", "evaluation": "over"}
    if "rival" in signs or STRONG_RIVAL.search(line):
        facts["leader"] = "rival"
    if "open" in signs or STRONG_OPEN.search(line):
        facts["evaluation"] = "open"
    return facts


def _confidence(turn: TurnContext, text: str, label: str) -> float:
    judgement = turn.judge.judge("case", text) if text.strip() else None
    return dict(judgement.alternatives).get(label, 0.0) if judgement else 0.0


__all__ = ["LABELS", "Decide"]
