"""D, deciding: is it an objection, or hesitation before signing? On the rep's own case, or as a drill."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.coach.decide.ask import VALUES, next_question, read_fact, told_beside
from bot.coach.decide.drill import LABELS, Case
from bot.coach.decide.parties import says_two, two_customers
from bot.coach.decide.play import choose_play
from bot.coach.decide.signs import find_signs
from bot.coach.decide.steering import WHAT_NOW, adds, carries_on, steering
from bot.coach.decide.verdict import Quote, Verdict, decide, decisive_clauses
from bot.coach.judgement import Judgement
from bot.coach.text import plain
from bot.coach.trace.answers import META

from . import decide_clash as clash
from .decide_drill import Drill
from .decide_words import facts_in, refused, short, t
from .listed import listed
from .messages import Button
from .turn import Exercise, TurnContext

SHORTEST = 4
"""Letters under which a text is no case."""
DRILL = frozenset({"drill", "练习", "練習"})
"""What asks for the drill (`/decide drill`)."""
END = frozenset({"结束", "finish", "end", "stop"})
"""The only words that end the exercise while we ask whether the evaluation has ended."""
OWN_CASE = 15
"""Characters from which a text between two drill cases is a case of the rep's own."""
LONG = 1200
"""Characters from which the coach says that it read all."""
KEPT = ("phase", "text", "facts", "answers", "asked", "question", "queue", "clash", "missed")


class Decide(Exercise):
    """The exercise. `cases` are the drill cases by the language they are written in."""

    name = "decide"

    def __init__(self, cases: Mapping[str, Sequence[Case]]) -> None:
        self.drill = Drill(cases)

    def start(self, turn: TurnContext, options: dict[str, str]) -> None:
        """Ask for the case; take the line that came along; or begin the drill."""
        turn.keep(phase="case", text="", facts={}, answers={}, asked=[], question="", queue=[], decided=0, history=[])
        line = (options.get("line") or "").strip()
        if DRILL & {value.strip().lower() for value in options.values()}:
            turn.keep(phase="drill")
            self.drill.begin(turn)
        elif line:
            turn.reply.say(t(turn, "start_line", line=short(line)))
            self._case(turn, line)
        else:
            turn.reply.say(t(turn, "start"), *self._offers(turn, "drill", "finish"))

    def take(self, turn: TurnContext, text: str) -> None:
        """Take a case, an answer to the coach's question, or a decision in the drill."""
        turn.judged(turn.judge.judge("case", text), phase=turn.state["phase"], question=turn.state.get("question", ""))
        if key := refused(text):
            turn.reply.say(t(turn, key))
            self.resume(turn)
            return
        phase = turn.state["phase"]
        if typed := self._typed(turn, text):
            self.press(turn, typed)
        elif phase == "played" and WHAT_NOW.match(plain(text)):
            turn.reply.say(t(turn, "go_on"))
            self.resume(turn)
        elif phase == "drill" and (turn.state.get("case") or len(text) < OWN_CASE):
            self.drill.take(turn, text)
        elif phase == "ask":
            self._answer(turn, text)
        elif phase == "clash":
            kept = clash.read(turn.state["clash"], text)
            self._chosen(turn, kept or "unknown", "" if kept else text)
        elif phase == "played" and (adds(text) or carries_on(text)):
            self._remember(turn)
            if not adds(text):
                turn.reply.say(t(turn, "same_case"))
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
            turn.reply.say(t(turn, "another"), *self._offers(turn, "drill", "finish"))
        elif state["phase"] == "drill":
            self.drill.press(turn, value)
        elif state["phase"] == "ask" and value in (*VALUES[state["question"]], "unknown"):
            words = t(turn, f"value_{state['question']}_{value}") if value != "unknown" else ""
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
            turn.reply.say(t(turn, key))
        elif name == "undo":
            turn.reply.say(t(turn, "undone" if self._undo(turn) else "nothing_to_undo"))
        elif name == "restart" and phase != "drill":
            self._remember(turn)
            self._fresh(turn)
            turn.reply.say(t(turn, "restarted"))
        else:
            turn.reply.say(t(turn, "no_such_command"))
        self.resume(turn)

    def resume(self, turn: TurnContext) -> None:
        """Say where we were and ask again."""
        state = turn.state
        if state["phase"] == "drill":
            self.drill.resume(turn)
        elif state["phase"] == "ask":
            if not turn.reply.messages:
                turn.reply.say(t(turn, "resumed", text=short(state["text"])))
            self._ask(turn, state["question"])
        elif state["phase"] == "clash":
            clash.ask(turn, state["clash"])
        elif state["phase"] == "played":
            turn.reply.say(t(turn, "what_next"), *self._offers(turn, "another", "drill", "finish"))
        else:
            turn.reply.say(t(turn, "another"), *self._offers(turn, "drill", "finish"))

    def end(self, turn: TurnContext) -> None:
        """Sum up what was decided and close."""
        state = turn.state
        if state.get("drilled"):
            self.drill.sum_up(turn)
        if state.get("decided"):
            turn.reply.say(t(turn, "ended", count=state["decided"]))
        elif not state.get("drilled"):
            turn.reply.say(t(turn, "ended_empty"))
        turn.close("done" if state.get("decided") or state.get("drilled") else "stopped")

    def _typed(self, turn: TurnContext, text: str) -> str | None:
        """Return the button that a line of words stands for, where it means something now."""
        phase, value = turn.state["phase"], steering(text)
        if phase == "drill":
            return None if turn.state.get("case") and value != "finish" else value
        if phase in ("case", "played"):
            return value
        if (
            phase == "ask"
            and turn.state["question"] == "evaluation"
            and read_fact("evaluation", text)
            and plain(text) not in END
        ):
            return None
        return value if value == "finish" else None

    # A case

    def _case(self, turn: TurnContext, text: str) -> None:
        if len(re.findall(r"\w", text)) < SHORTEST:
            turn.reply.say(t(turn, "too_short"))
            self.resume(turn)
            return
        self._remember(turn)
        self._fresh(turn)
        if len(text) >= LONG:
            turn.reply.say(t(turn, "long_case"))
        if parts := two_customers(text):
            turn.keep(queue=[parts[1]])
            turn.reply.say(t(turn, "two_customers", one=short(parts[0], 50), two=short(parts[1], 50)))
            text = parts[0]
        elif says_two(text):
            turn.reply.say(t(turn, "says_two"))
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
            clash.ask(turn, verdict.contradiction)
            return
        question = next_question(state["text"], state["facts"], state["asked"]) if verdict.label == "unclear" else None
        if question:
            turn.keep(phase="ask", question=question, missed=False)
            if not state["asked"]:
                turn.reply.say(t(turn, "unclear", evidence=self._evidence(turn, verdict, judgement)))
            self._ask(turn, question)
        else:
            self._play(turn, verdict, judgement)

    def _play(self, turn: TurnContext, verdict: Verdict, judgement: Judgement) -> None:
        state = turn.state
        play = choose_play(verdict.label, state["text"], state["facts"])
        key = "verdict_still_unclear" if verdict.label == "unclear" else f"verdict_{verdict.label}"
        turn.reply.say(t(turn, key, evidence=self._evidence(turn, verdict, judgement)))
        values = {"fear": t(turn, f"fear_{play.fear}")} if play.fear else {}
        text = t(turn, f"play_{play.name}", **values)
        turn.keep(phase="played", decided=state["decided"] + (not state.get("counted")), counted=True)
        if not state["queue"]:
            turn.reply.say(text, *self._offers(turn, "another", "drill", "finish"))
            return
        turn.reply.say(text)
        second = state["queue"][0]
        self._fresh(turn)
        turn.reply.say(t(turn, "second_customer", text=short(second)))
        turn.keep(text=second)
        self._decide(turn)

    def _evidence(self, turn: TurnContext, verdict: Verdict, judgement: Judgement) -> str:
        quotes = list(verdict.quotes)
        text = turn.state["text"]
        if not quotes and text:
            clauses = decisive_clauses(text, lambda part: _confidence(turn, part, judgement.label))
            quotes = [Quote(clause, "clause") for clause in clauses]
        return listed(turn, "decide.listed", [t(turn, "quote", text=short(quote.text)) for quote in quotes])

    # The coach's question

    def _ask(self, turn: TurnContext, question: str) -> None:
        values = [turn.button(f"decide.value_{question}_{value}", value) for value in VALUES[question]]
        unknown = turn.button("decide.button_unknown", "unknown")
        turn.reply.say(t(turn, f"q_{question}"), *values, unknown, *self._offers(turn, "finish"))

    def _answer(self, turn: TurnContext, text: str) -> None:
        question = turn.state["question"]
        if META.search(plain(text)):
            turn.reply.say(t(turn, f"explain_{question}"))
            self._ask(turn, question)
            return
        fact = read_fact(question, text)
        beside = told_beside(question, text) if fact is None else {}
        if beside:
            self._beside(turn, beside, text)
            return
        if fact is None and not find_signs(text) and not turn.state.get("missed"):
            turn.keep(missed=True, text=f"{turn.state['text']}\n{text}")
            turn.reply.say(t(turn, "not_read"))
            self._ask(turn, question)
            return
        self._fact(turn, question, fact, text)

    def _beside(self, turn: TurnContext, told: Mapping[str, str], words: str) -> None:
        """Keep what answers another question than the one that was asked, and decide again."""
        self._remember(turn)
        state = turn.state
        answers = {**state["answers"], **dict.fromkeys(told, words)}
        turn.keep(facts={**state["facts"], **told}, answers=answers, text=f"{state['text']}\n{words}", missed=False)
        self._decide(turn)

    def _fact(self, turn: TurnContext, question: str, value: str | None, words: str) -> None:
        """Merge an answer into what is known and decide again; None is an answer that tells something else."""
        self._remember(turn)
        state = turn.state
        told = facts_in(words)
        facts = {**state["facts"], **told, question: value or told.get(question, "unknown")}
        answers = {**state["answers"], question: words} if words else state["answers"]
        written = turn.line is not None and (len(words) > 6 or find_signs(words))
        text = f"{state['text']}\n{words}" if written else state["text"]
        if value == "unknown":
            turn.reply.say(t(turn, f"unknown_{question}"))
        turn.keep(facts=facts, answers=answers, text=text, asked=[*state["asked"], question])
        self._decide(turn)

    def _chosen(self, turn: TurnContext, value: str, added: str = "") -> None:
        """Keep one of two statements that cannot both stand, and decide again; what was written instead is added."""
        self._remember(turn)
        turn.keep(**clash.strike(turn.state, value))
        if added:
            turn.keep(text=f"{turn.state['text']}\n{added}")
        self._decide(turn)

    # Around

    def _fresh(self, turn: TurnContext) -> None:
        turn.keep(phase="case", text="", facts={}, answers={}, asked=[], question="", queue=[], clash=[], missed=False)
        turn.keep(counted=False)

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


def _confidence(turn: TurnContext, text: str, label: str) -> float:
    judgement = turn.judge.judge("case", text) if text.strip() else None
    return dict(judgement.alternatives).get(label, 0.0) if judgement else 0.0


__all__ = ["LABELS", "Decide"]
