"""T, tracing: a customer's requirements are led back to the needs behind them, into a ledger of the deal."""

from __future__ import annotations

import re
from pathlib import Path

from bot.coach.text import plain
from bot.coach.trace.answers import CHAT, META, UNKNOWN
from bot.coach.trace.items import split
from bot.coach.trace.ledger import Line, Row
from bot.coach.trace.steering import LATER, steering
from bot.coach.trace.telling import BATCH, LONG, telling
from bot.language import is_unsupported
from bot.store.tables import Deal

from . import trace_book as book
from . import trace_list as lists
from . import trace_rows as table
from . import trace_walk as walk
from . import trace_words as words
from .messages import Button, Message
from .trace_words import t
from .turn import Exercise, TurnContext

DEALS = 6


class Trace(Exercise):
    """The exercise. `exports` is the folder for the ledger's files."""

    name = "trace"

    def __init__(self, exports: Path) -> None:
        self.exports = exports

    def start(self, turn: TurnContext, options: dict[str, str]) -> None:
        """Ask for the deal; a line that came with the command is kept for it."""
        line = (options.get("line") or "").strip()
        turn.keep(phase="deal", pending=line, queue=[], session_rows=[], history=[])
        turn.reply.say(t(turn, "start_line", line=words.short(line)) if line else t(turn, "start"))
        self._ask_deal(turn)

    def take(self, turn: TurnContext, text: str) -> None:
        """Take a name, a list, or an answer, whichever is waited for."""
        judgement = turn.judge.judge("customer", text)
        turn.judged(judgement, phase=turn.state.get("phase"), link=table.current_link(turn))
        if self._refused(turn, text):
            self.resume(turn)
        elif resorted := lists.RESORT.match(plain(text)):
            self._resort(turn, resorted.group(1), resorted.group(2) in ("要求", "requirement"))
        elif typed := self._typed(turn, text):
            self.press(turn, typed)
        elif turn.state["phase"] == "deal":
            self._deal_text(turn, text)
        elif turn.state["phase"] == "walk" and not lists.is_list(turn, text):
            self._after(turn, walk.answer(turn, text, judgement))
        else:
            self._paste(turn, text)

    def press(self, turn: TurnContext, value: str) -> None:
        """Take a button."""
        turn.next_step()
        if value == "finish":
            self.end(turn)
        elif value == "later":
            self._belong(turn, book.new_deal(turn, t(turn, "unnamed", day=f"{turn.now:%m-%d}", number=turn.session.id)))
        elif value.startswith("d") and value[1:].isdigit():
            deal = turn.uow.deals.get(int(value[1:]))
            if deal is None or deal.user_id != turn.user.id:
                self._ask_deal(turn)
            else:
                self._belong(turn, deal)
        elif value == "continue":
            self._take_up(turn)
        elif value == "add":
            turn.keep(phase="paste")
            turn.reply.say(t(turn, "paste"), turn.button("trace.button_finish", "finish"))
        elif value == "more":
            self._lead(turn, [row for row in book.load(turn).rows if row.status == "open" and not row.texts()])
        elif value == "force":
            self._lead(turn, lists.insisted(turn, turn.state.get("lines", [])))
        elif turn.state["phase"] == "walk":
            self._after(turn, walk.press(turn, value))
        else:
            self.resume(turn)

    def command(self, turn: TurnContext, name: str) -> None:
        """Give a hint, take the last answer back, begin this list again, or show the ledger."""
        walking = turn.state["phase"] == "walk"
        if name == "hint":
            link = table.current_link(turn)
            turn.reply.say(t(turn, f"explain_{link}" if walking and link else f"hint_{turn.state['phase']}"))
            self.resume(turn)
        elif name == "undo":
            self._back(turn, "undone" if table.undo(turn) else "nothing_to_undo")
        elif name == "restart" and walking:
            table.restart(turn)
            self._back(turn, "restarted")
        elif name in ("ledger", "show", "plan") and book.load(turn).rows:
            turn.reply.say(words.screen(turn, self._title(turn), book.load(turn)))
            self.resume(turn)
        else:
            self._back(turn, "restart_nothing" if name == "restart" else "no_such_command")

    def resume(self, turn: TurnContext) -> None:
        """Say where we were and ask again."""
        phase = turn.state["phase"]
        if phase == "deal":
            self._ask_deal(turn)
        elif phase == "walk":
            table.ask(turn, resumed=not turn.reply.messages)
        else:
            turn.reply.say(t(turn, "paste"), *self._choices(turn))

    def end(self, turn: TurnContext) -> None:
        """Show the ledger with the faults of its links and the open questions, hand out the files, and close."""
        state = turn.state
        if state.get("pending"):
            self._keep_pending(turn)
        ledger, deal = book.load(turn), book.deal_of(turn)
        if not ledger.rows or deal is None:
            turn.reply.say(t(turn, "ended_empty"))
            turn.close("stopped")
            return
        turn.reply.say(words.screen(turn, deal.customer, ledger, first=state.get("session_rows", [])))
        for text in (words.faults(turn, ledger), words.asking(turn, ledger)):
            if text:
                turn.reply.say(text)
        paths = book.export(
            self.exports, deal, ledger, lambda row, column: words.cell(turn, row, column), words.head(turn)
        )
        turn.reply.say(t(turn, "files", title=deal.customer, count=len(ledger.rows)))
        turn.reply.messages.extend(Message("", document=str(path)) for path in paths)
        done = all(row.status == "done" for row in ledger.rows)
        turn.close("done" if done else "stopped")

    def _typed(self, turn: TurnContext, text: str) -> str | None:
        """Return the button that a line of words stands for, where it means something now."""
        phase, value = turn.state["phase"], steering(text)
        if phase == "deal":
            return "later" if LATER.match(plain(text)) else "finish" if value == "finish" else None
        if phase == "walk":
            # While two statements are weighed, only leaving is a button: "skip" leaves it at the first of them.
            return value if value in (("finish",) if turn.state.get("choice") else ("skip", "next", "finish")) else None
        if value in ("continue", "next") and (rows := book.load(turn).rows):
            return "more" if any(row.status == "open" and not row.texts() for row in rows) else "continue"
        return "finish" if value == "finish" else None

    # The deal

    def _ask_deal(self, turn: TurnContext) -> None:
        deals = turn.uow.deals.of_user(turn.user.id, limit=DEALS)
        choices = [
            turn.button("trace.button_deal", f"d{deal.id}", name=words.short(deal.customer, 24)) for deal in deals
        ]
        later = turn.button("trace.button_later", "later")
        turn.reply.say(t(turn, "which_deal" if deals else "new_deal"), *choices, later)

    def _deal_text(self, turn: TurnContext, text: str) -> None:
        line = plain(text)
        if lists.looks_pasted(turn, text):
            turn.keep(pending="\n".join(filter(None, (turn.state["pending"], text))))
            turn.reply.say(t(turn, "kept_line", count=len(split(turn.state["pending"]).items)))
            self._ask_deal(turn)
        elif META.search(line) or CHAT.search(line) or UNKNOWN.match(line) or line.endswith(("?", "？")):
            turn.reply.say(t(turn, "hint_deal"))
            self._ask_deal(turn)
        else:
            self._belong(turn, book.new_deal(turn, text.strip()))

    def _belong(self, turn: TurnContext, deal: Deal) -> None:
        """Tie the session to the deal and go on: with what was pasted, with open rows, or with a new list."""
        book.belong(turn, deal)
        ledger, pending = book.load(turn), turn.state["pending"]
        turn.keep(phase="paste", pending="")
        if pending:
            self._paste(turn, pending)
        elif ledger.rows:
            left = len(ledger.open_rows())
            text = t(turn, "deal_known", name=deal.customer, rows=len(ledger.rows), left=left)
            turn.reply.say(text, *self._choices(turn))
        else:
            turn.reply.say(t(turn, "deal_new", name=deal.customer), *self._choices(turn))

    def _choices(self, turn: TurnContext) -> list[Button]:
        left = book.load(turn).open_rows()
        go_on = [turn.button("trace.button_continue", "continue", count=len(left))] if left else []
        return [*go_on, turn.button("trace.button_finish", "finish")]

    def _keep_pending(self, turn: TurnContext) -> None:
        """Nothing that was pasted is lost, also where the rep leaves before the deal has a name."""
        if book.deal_of(turn) is None:
            day = f"{turn.now:%m-%d}"
            book.belong(turn, book.new_deal(turn, t(turn, "unnamed", day=day, number=turn.session.id)))
        requirements, lines = lists.sort_text(turn, turn.state["pending"])
        book.save(turn, book.load(turn).add(requirements, lines))
        turn.keep(pending="")

    # The list

    def _paste(self, turn: TurnContext, text: str) -> None:
        line = plain(text)
        if META.search(line) or CHAT.search(line) or UNKNOWN.match(line):
            turn.reply.say(t(turn, "hint_paste"))
            self.resume(turn)
            return
        requirements, lines = lists.sort_text(turn, text)
        before = book.load(turn)
        ledger = before.add(requirements, lines)
        new = [row for row in ledger.rows if row.number > max((old.number for old in before.rows), default=0)]
        book.save(turn, ledger)
        if not requirements:
            self._no_requirement(turn, lines)
            return
        if len(requirements) > len(new):
            turn.reply.say(t(turn, "known_already", count=len(requirements) - len(new)))
        if not new:
            self.resume(turn)
            return
        turn.keep(shown=[line.text for line in lines])
        counts = words.kinds(new, lines)
        key = "sorted" if lines else "sorted_one" if len(new) == 1 else "sorted_all"
        turn.reply.say(t(turn, key, **counts) + "\n\n" + words.numbered(turn, new, lines))
        self._lead(turn, new)

    def _no_requirement(self, turn: TurnContext, lines: list[Line]) -> None:
        if not lines:
            turn.reply.say(t(turn, "paste_nothing"))
            self.resume(turn)
            return
        needs = [line for line in lines if line.kind == "need"]
        turn.keep(lines=[line.text for line in lines])
        key = "only_needs" if needs else "only_other"
        text = t(
            turn,
            key,
            text=words.short((needs or lines)[0].text),
            level=t(turn, f"level_{(needs or lines)[0].level or 'business'}"),
        )
        turn.reply.say(text, turn.button("trace.button_force", "force"), *self._choices(turn))

    def _resort(self, turn: TurnContext, which: str, requirement: bool) -> None:
        """Move an item to where the rep says it belongs."""
        moved = lists.to_requirement(turn, which) if requirement else lists.to_need(turn, which)
        turn.reply.say(t(turn, "resorted", text=words.short(moved)) if moved else t(turn, "no_such_item"))
        if turn.state["phase"] == "walk" and turn.state["at"] is None:
            self._after(turn, False)
        else:
            self.resume(turn)

    def _lead(self, turn: TurnContext, rows: list[Row]) -> None:
        """Lead through rows: all of them, or the most telling ones of a long list."""
        if len(rows) > LONG:
            chosen = telling(rows, BATCH)
            lines = [
                t(
                    turn,
                    "telling_one",
                    number=row.number,
                    text=words.short(row.requirement, 50),
                    reason=t(turn, f"reason_{reason}"),
                )
                for row, reason in chosen
            ]
            turn.reply.say("\n".join([t(turn, "telling", all=len(rows), count=len(chosen)), *lines]))
            rows = [row for row, _ in chosen]
        walk.begin(turn, rows)

    def _take_up(self, turn: TurnContext) -> None:
        """Go through the rows again that are not through."""
        rows = list(book.load(turn).open_rows())
        ledger = book.load(turn)
        for row in rows:
            ledger = ledger.put(row.taken_up())
        book.save(turn, ledger)
        left = [ledger.row(row.number) for row in rows if ledger.row(row.number).next_link()]
        if left:
            self._lead(turn, left)
        else:
            self.end(turn)

    def _after(self, turn: TurnContext, going: bool) -> None:
        """Go on after a step of the walk: at the end of the queue offer what is left, or finish."""
        if going:
            return
        left = [row for row in book.load(turn).rows if row.status == "open" and not row.texts() and not row.open]
        if left:
            more = turn.button(
                "trace.button_more", "more", count=min(BATCH if len(left) > LONG else len(left), len(left))
            )
            turn.keep(phase="paste")
            turn.reply.say(t(turn, "batch_done", count=len(left)), more, turn.button("trace.button_finish", "finish"))
        else:
            self.end(turn)

    def _back(self, turn: TurnContext, key: str) -> None:
        turn.reply.say(t(turn, key))
        self.resume(turn)

    def _title(self, turn: TurnContext) -> str:
        deal = book.deal_of(turn)
        return deal.customer if deal else ""

    def _refused(self, turn: TurnContext, text: str) -> bool:
        if not re.search(r"\w", text):
            turn.reply.say(t(turn, "empty"))
        elif is_unsupported(text):
            turn.reply.say(t(turn, "foreign"))
        else:
            return False
        return True
