"""S, the SPIN walk: a rep is led through the four kinds of question on a real deal and leaves with a call plan."""

from __future__ import annotations

from dataclasses import replace

from bot.coach.judgement import Judgement
from bot.coach.spin import prompts
from bot.coach.spin.aside import aside_of
from bot.coach.spin.cautions import gives
from bot.coach.spin.deal import STAGES
from bot.coach.spin.examples import Examples
from bot.coach.spin.say import Say
from bot.coach.spin.shape import look
from bot.coach.spin.text import shorten
from bot.coach.spin.walk import TYPES, Walk, accepted, moved, past, restarted, skipping

from .messages import Button
from .spin_attempt import attempt
from .spin_close import close, notes
from .spin_deal import Intake
from .spin_words import buttons, fill, tried, words
from .turn import Exercise, TurnContext

BACK = 12
"""So many steps can be taken back."""


class Spin(Exercise):
    """The exercise."""

    name = "spin"

    def __init__(self, examples: Examples) -> None:
        self.examples = examples
        self.intake = Intake()

    def start(self, turn: TurnContext, options: dict[str, str]) -> None:
        """Ask for the deal, or take the one that `options` name by its number."""
        turn.keep(walk=Walk().to_json(), back=[])
        if options.get("deal") and (walk := self.intake.chosen(turn, Walk(), options["deal"])):
            self._deal_ready(turn, walk)
            return
        known = self.intake.buttons(turn)
        turn.say("spin.start_known" if known else "spin.start", *known)

    def take(self, turn: TurnContext, text: str) -> None:
        """Take a line: a part of the deal, an attempt at a question, or what else the step asks for."""
        walk = _walk(turn)
        turn.next_step()
        if walk.at == "deal":
            turn.judged(turn.judge.judge("rep", text), step="deal")
            found, says = self.intake.take(turn, walk, text)
            self._deal_answer(turn, found, says)
        elif aside := aside_of(text):
            turn.judged(turn.judge.judge("rep", text), step=walk.at, aside=aside)
            self._aside(turn, walk, aside, text)
        elif walk.at in TYPES:
            self._attempt(turn, walk, text)
        else:
            self._between(turn, walk, text)

    def press(self, turn: TurnContext, value: str) -> None:
        """Answer a button of this step."""
        walk = _walk(turn)
        turn.next_step()
        name, _, detail = value.partition(":")
        if name == "deal" and (chosen := self.intake.chosen(turn, walk, detail)):
            self._deal_ready(turn, chosen)
        elif name == "stage" and detail in STAGES and walk.at == "deal":
            stage = fill(turn.catalog, turn.language, Say(f"stage_name_{detail}"))
            self._deal_answer(turn, replace(walk, deal=replace(walk.deal, stage=stage, phase=detail)), [])
        elif name == "worst" and walk.at == "worst":
            asked = [question.text for question in walk.questions if question.kind == "implication"]
            self._worst(
                turn,
                walk,
                asked[int(detail)] if detail.isascii() and detail.isdigit() and int(detail) < len(asked) else asked[-1],
            )
        elif name == "keep" and walk.pending:
            kept = moved(accepted(walk, replace(walk.pending, unsure=False)))
            self._go(turn, walk, kept, [Say("kept")])
        elif name == "skip" and walk.at != "deal":
            self._skip(turn, walk)
        elif name == "hint":
            self._hint(turn, walk)
        else:
            self.resume(turn)

    def command(self, turn: TurnContext, name: str) -> None:
        """Answer `hint`, `undo`, `restart` and `note`."""
        walk = _walk(turn)
        turn.next_step()
        name = name.partition(" ")[0]
        if name == "hint":
            self._hint(turn, walk)
        elif name == "undo":
            self._undo(turn, walk)
        elif name == "restart" and walk.at != "deal":
            self._go(turn, walk, restarted(walk), [Say("restarted")])
        elif name == "restart":
            self._go(turn, walk, Walk(), [Say("restarted")])
        elif name == "note":
            turn.reply.say(notes(turn, walk))
            self._ask(turn, walk)
        else:
            turn.say("spin.not_here")
            self._ask(turn, walk)

    def resume(self, turn: TurnContext) -> None:
        """Say in two lines what there is and what is asked."""
        walk = _walk(turn)
        if walk.at == "deal":
            where = Say("resume_deal")
        else:
            counts = {kind: str(walk.count(kind)) for kind in TYPES}
            where = Say("resume", {**prompts.names(walk.deal), **counts})
        asked = words(turn, prompts.prompt(walk, self.examples, turn.language)).splitlines()[-1]
        turn.reply.say(f"{words(turn, where)}\n{asked}", *self._buttons(turn, walk))

    def end(self, turn: TurnContext) -> None:
        """Close with the plan as far as it goes."""
        walk = _walk(turn)
        if not walk.questions:
            turn.say("spin.ended_without")
            turn.close("stopped")
            return
        turn.say("spin.ended_part")
        close(turn, walk, self.examples, self.intake, "stopped")

    def _deal_answer(self, turn: TurnContext, walk: Walk, says: list[Say]) -> None:
        if walk.deal.missing:
            self._go(turn, _walk(turn), walk, says)
        else:
            self._deal_ready(turn, walk)

    def _deal_ready(self, turn: TurnContext, walk: Walk) -> None:
        if walk.deal.missing:
            self._go(turn, _walk(turn), walk, [])
            return
        self.intake.store(turn, walk.deal)
        values = prompts.names(walk.deal) | {"stage": shorten(walk.deal.stage, 40)}
        lines = [words(turn, Say("deal_summary", values)), words(turn, Say(f"stage_{walk.deal.phase}", values))]
        if walk.deal.layer:
            lines.append(words(turn, Say(f"layer_{walk.deal.layer}", values)))
        turn.reply.say("\n".join(lines))
        self._go(turn, _walk(turn), moved(walk), [])

    def _attempt(self, turn: TurnContext, walk: Walk, text: str) -> None:
        after, says, through = attempt(turn, walk, text, self.examples)
        if through:
            self._go(turn, walk, after, says)
            return
        turn.keep(back=[*turn.state.get("back", []), walk.to_json()][-BACK:])
        self._keep(turn, after)
        turn.reply.say(words(turn, *says), *self._buttons(turn, after))

    def _between(self, turn: TurnContext, walk: Walk, text: str) -> None:
        judgement = turn.judge.judge("rep", text, walk.answer)
        if self._is_ahead(walk, judgement, text):
            # The rep is a step ahead: the question is taken where it belongs.
            self._attempt(turn, past(walk), text)
        elif walk.at == "answer":
            self._answer(turn, walk, text)
        elif walk.at == "give":
            turn.judged(judgement, step="give")
            pitched = (judgement.label == "pitch" and not judgement.unsure) or look(
                text, product=walk.deal.product
            ).ours
            # Praise of our own goods is no gift: the plan keeps its own suggestion then.
            after = moved(skipping(walk, "give") if pitched else replace(walk, gives=(*walk.gives, text), run=0))
            key = "give_pitch" if pitched else "give_taken" if gives(text) else "give_noted"
            self._go(turn, walk, after, [Say(key)])
        elif look(text).asks and judgement.label != "implication":
            turn.judged(judgement, step="worst")
            turn.reply.say(words(turn, Say("worst_question")), *buttons(turn, walk))
        else:
            turn.judged(judgement, step="worst")
            self._worst(turn, walk, text)

    def _is_ahead(self, walk: Walk, judgement: Judgement, text: str) -> bool:
        """Say whether a line between the steps is a question to the customer already."""
        if walk.at == "give":
            return look(text).asks
        if walk.at == "worst":
            return look(text).asks and judgement.label == "need_payoff"
        return look(text).asks and judgement.label in TYPES[1:] and not judgement.unsure

    def _answer(self, turn: TurnContext, walk: Walk, text: str) -> None:
        asked = next(question.text for question in walk.questions if question.kind == "problem")
        judgement = turn.judge.judge("customer", text, asked)
        turn.judged(judgement, step="answer")
        key = "answer_unsure" if judgement.unsure else f"answer_{judgement.label}"
        if key == "answer_implied_need" and judgement.level == "personal":
            key += "_personal"
        self._go(turn, walk, moved(replace(walk, answer=text)), [Say(key)])

    def _worst(self, turn: TurnContext, walk: Walk, text: str) -> None:
        says = [Say("worst_taken", {"worst": shorten(text, 60).rstrip("。？?.!！")})]
        self._go(turn, walk, moved(replace(walk, worst=text)), says)

    def _aside(self, turn: TurnContext, walk: Walk, aside: str, text: str) -> None:
        if aside == "skip":
            self._skip(turn, walk)
        elif aside == "stop":
            self.end(turn)
        elif aside == "ask_example" or (aside == "refuse" and tried(walk)):
            self._hint(turn, walk)
        elif aside == "refuse" and walk.at == "answer":
            self._skip(turn, walk)
        elif aside == "refuse":
            self._hint(turn, walk, Say("aside_refuse"))
        elif aside == "ask_meaning":
            turn.reply.say(words(turn, self._told(turn, walk, f"explain_{walk.at}")), *self._buttons(turn, walk))
        else:
            says = Say(f"aside_{aside}", prompts.names(walk.deal) | {"length": str(len(text))})
            turn.reply.say(words(turn, says), *self._buttons(turn, walk))

    def _hint(self, turn: TurnContext, walk: Walk, *before: Say) -> None:
        if walk.at == "deal":
            turn.reply.say(words(turn, Say("nudge_deal"), Say("deal_example")), *self._buttons(turn, walk))
            return
        may = tried(walk) and walk.at not in ("give", "worst")
        says = (
            prompts.example_told(walk, self.examples, turn.language)
            if may
            else prompts.nudge(walk, self.examples, turn.language)
        )
        after = replace(walk, shown=walk.shown + 1)
        self._keep(turn, after)
        turn.reply.say(words(turn, *before, says), *self._buttons(turn, after))

    def _skip(self, turn: TurnContext, walk: Walk) -> None:
        if walk.at == "answer":
            line = self.examples.line(walk.deal, "a", turn.language)
            after, say = replace(walk, answer=line), Say("answer_unknown", {"answer": line})
        elif walk.at == "worst":
            asked = [question.text for question in walk.questions if question.kind == "implication"]
            after, say = replace(walk, worst=asked[-1]), Say("moved_on")
        else:
            enough = walk.at == "give" or (walk.at in TYPES and walk.count(walk.at) > 0 and walk.at == "situation")
            after, say = skipping(walk, walk.at), Say("moved_on" if enough else "skipped_step")
        self._go(turn, walk, moved(after), [say])

    def _undo(self, turn: TurnContext, walk: Walk) -> None:
        back = list(turn.state.get("back", []))
        if not back:
            turn.say("spin.nothing_to_undo")
            self._ask(turn, walk)
            return
        earlier = Walk.from_json(back.pop())
        turn.keep(walk=earlier.to_json(), back=back)
        turn.say("spin.undone")
        self._ask(turn, earlier)

    def _go(self, turn: TurnContext, before: Walk, after: Walk, says: list[Say]) -> None:
        """Say what there is to say, keep the walk with the way back, and ask what is open."""
        turn.keep(back=[*turn.state.get("back", []), before.to_json()][-BACK:])
        self._keep(turn, after)
        if before.at == "situation" and after.at == "problem" and before.count("situation") + after.count("situation"):
            says = [*says, self._told(turn, after, "situation_cap")]
        if says:
            turn.reply.say(words(turn, *says))
        same = prompts.prompt(before, self.examples, turn.language).key if before.at in TYPES else None
        if after.at in TYPES and prompts.prompt(after, self.examples, turn.language).key == same:
            kind: dict[str, str | Say] = {"kind": Say(f"name_{after.at}"), "a_kind": Say(f"a_{after.at}")}
            turn.reply.say(words(turn, Say("still", {**kind, "aim": Say(f"aim_{after.at}")})), *buttons(turn, after))
        elif after.at == "done":
            turn.say("spin.finished")
            close(turn, after, self.examples, self.intake, "completed" if after.complete else "partial")
        else:
            self._ask(turn, after)

    def _told(self, turn: TurnContext, walk: Walk, key: str, **more: str) -> Say:
        return Say(key, {**prompts.prompt(walk, self.examples, turn.language).values, **more})

    def _ask(self, turn: TurnContext, walk: Walk) -> None:
        asked = prompts.prompt(walk, self.examples, turn.language)
        turn.reply.say(words(turn, asked), *self._buttons(turn, walk))

    def _buttons(self, turn: TurnContext, walk: Walk) -> list[Button]:
        if walk.at == "deal" and not walk.deal.customer:
            return self.intake.buttons(turn)
        return buttons(turn, walk)

    def _keep(self, turn: TurnContext, walk: Walk) -> None:
        turn.keep(walk=walk.to_json())


def _walk(turn: TurnContext) -> Walk:
    return Walk.from_json(turn.state["walk"])
