"""Asking one quiz item: showing it, taking the answer in any form, explaining it."""

from __future__ import annotations

from typing import Any

from bot.coach.lesson import answers
from bot.coach.lesson.answers import LETTERS, Given
from bot.coach.lesson.grade import Graded, grade, solution
from bot.coach.lesson.items import Choice, Item, Match, Multiple, Number, Order, Single
from bot.language import base, to_simplified

from ..messages import Button
from ..turn import TurnContext
from .desk import Desk
from .words import joined, label_of, press, t, w

LABEL = 24
"""Characters of a choice on its button; longer ones show their letter only."""


def pose(turn: TurnContext, lesson: int, item: Item, head: str) -> None:
    """Ask an item; `head` stands above it ("2 of 5")."""
    turn.keep(q={"lesson": lesson, "id": item.id, "layout": list(answers.lay_out(item, turn.rng)), "head": head})
    turn.next_step()
    _show(turn, item)


def pose_again(turn: TurnContext, desk: Desk) -> None:
    """Ask the open item once more, laid out as before; what was picked so far is dropped."""
    question = turn.state["q"]
    turn.keep(q={**question, "picks": []})
    _show(turn, desk.course.lessons[question["lesson"]].item(question["id"]))


def take(turn: TurnContext, desk: Desk, text: str) -> Graded | None:
    """Grade what was written; None where it is no answer to this item, which is said."""
    question = turn.state["q"]
    item = desk.course.lessons[question["lesson"]].item(question["id"])
    if answers.gives_up(to_simplified(text)):
        return Graded(False, solution(item, tuple(question["layout"])))
    given = answers.read(item, tuple(question["layout"]), to_simplified(text), base(turn.language))
    if label_of(turn, text, {"button_done": "ok"}):
        return pick(turn, desk, "ok")
    if given is None:
        turn.reply.say(
            joined(turn, t(turn, "form_wrong"), t(turn, f"form_{item.kind}")), *_buttons(turn, item, question)
        )
        return None
    return _graded(turn, item, question, given)


def pick(turn: TurnContext, desk: Desk, value: str) -> Graded | None:
    """Take a button; None where more is to be picked."""
    question: dict[str, Any] = turn.state["q"]
    item = desk.course.lessons[question["lesson"]].item(question["id"])
    picks: list[int] = list(question.get("picks", ()))
    count = len(question["layout"])
    if value == "ok" and picks:
        return _graded(turn, item, question, tuple(sorted(picks)))
    place = int(value[1:]) if value[:1] == "a" and value[1:].isdecimal() else -1
    if not 0 <= place < count:
        pose_again(turn, desk)
        return None
    if isinstance(item, Single):
        return _graded(turn, item, question, (place,))
    if place in picks:
        picks.remove(place)
    else:
        picks.append(place)
    if not isinstance(item, Multiple) and len(picks) == count - 1:
        picks += [rest for rest in range(count) if rest not in picks]
    if not isinstance(item, Multiple) and len(picks) == count:
        return _graded(turn, item, question, tuple(picks))
    question = {**question, "picks": picks}
    turn.keep(q=question)
    turn.reply.say(_so_far(turn, item, picks), *_buttons(turn, item, question))
    return None


def explain(turn: TurnContext, desk: Desk, graded: Graded) -> None:
    """Say whether the answer was right, the right one, and why, choice by choice."""
    question = turn.state["q"]
    item = desk.course.lessons[question["lesson"]].item(question["id"])
    layout = question["layout"]
    # Who was right need not be told what they chose.
    chosen = () if graded.right else question.get("chosen", ())
    if isinstance(item, Single | Multiple):
        right = " ".join(LETTERS[place] for place in graded.solution)
        lines = [
            _verdict(turn, place, place in chosen, item.choices[original]) for place, original in enumerate(layout)
        ]
    else:
        right, lines = _solution(turn, item, graded), [w(turn, item.why)]
    head = t(turn, "right") if graded.right else t(turn, "wrong", solution=right)
    turn.reply.say("\n".join([head, *lines]))


def _verdict(turn: TurnContext, place: int, mine: bool, choice: Choice) -> str:
    name = joined(turn, LETTERS[place], t(turn, "chosen")) if mine else LETTERS[place]
    return f"{'✓' if choice.right else '✗'} {name}  {w(turn, choice.why)}"


def _solution(turn: TurnContext, item: Item, graded: Graded) -> str:
    if isinstance(item, Order):
        return "\n" + "\n".join(f"{n}. {w(turn, step)}" for n, step in enumerate(item.steps, 1))
    if isinstance(item, Match):
        pairs = enumerate(zip(item.pairs, graded.solution), 1)
        return "\n" + "\n".join(
            f"{n}{LETTERS[place]}  {w(turn, pair.left)} → {w(turn, pair.right)}" for n, (pair, place) in pairs
        )
    assert isinstance(item, Number)
    return number_text(turn, item.expected(base(turn.language)), w(turn, item.unit) if item.unit else "")


def number_text(turn: TurnContext, value: float, unit: str) -> str:
    """Return a number with its unit, without needless decimals."""
    shown = f"{value:,.0f}" if value == int(value) else f"{value:,.4f}".rstrip("0")
    return f"{shown} {unit}".strip()


def _graded(turn: TurnContext, item: Item, question: dict[str, Any], given: Given) -> Graded:
    if isinstance(item, Single | Multiple) and isinstance(given, tuple):
        turn.keep(q={**question, "chosen": list(given)})
    return grade(item, tuple(question["layout"]), given, base(turn.language))


def _show(turn: TurnContext, item: Item) -> None:
    question = turn.state["q"]
    lines = [question["head"], w(turn, item.ask), *_listed(turn, item, question["layout"])]
    lines.append(t(turn, f"form_{item.kind}"))
    if isinstance(item, Number) and item.unit:
        lines[-1] = t(turn, "form_number_unit", unit=w(turn, item.unit))
    turn.reply.say("\n".join(filter(None, lines)), *_buttons(turn, item, question))


def _listed(turn: TurnContext, item: Item, layout: list[int]) -> list[str]:
    if isinstance(item, Single | Multiple):
        return [f"{LETTERS[n]}. {w(turn, item.choices[original].text)}" for n, original in enumerate(layout)]
    if isinstance(item, Order):
        return [f"{n}. {w(turn, item.steps[original])}" for n, original in enumerate(layout, 1)]
    if isinstance(item, Match):
        lefts = [f"{n}. {w(turn, pair.left)}" for n, pair in enumerate(item.pairs, 1)]
        return [*lefts, "—", *(f"{LETTERS[n]}. {w(turn, item.pairs[o].right)}" for n, o in enumerate(layout))]
    return []


def _buttons(turn: TurnContext, item: Item, question: dict[str, Any]) -> list[Button]:
    if isinstance(item, Number):
        return []
    picks = question.get("picks", ())
    names = "123456" if isinstance(item, Order) else LETTERS
    # A picked choice of several can be taken back; in an order or a match it is used up.
    open_ = [n for n in range(len(question["layout"])) if isinstance(item, Multiple) or n not in picks]
    buttons = [Button(_label(turn, item, question, n, names[n]), turn.press_code(f"a{n}")) for n in open_]
    return [*buttons, press(turn, "button_done", "ok")] if isinstance(item, Multiple) and picks else buttons


def _label(turn: TurnContext, item: Item, question: dict[str, Any], place: int, name: str) -> str:
    mark = "✓ " if isinstance(item, Multiple) and place in question.get("picks", ()) else ""
    if not isinstance(item, Single):
        return mark + name
    text = w(turn, item.choices[question["layout"][place]].text)
    return f"{name}. {text}" if len(text) <= LABEL else name


def _so_far(turn: TurnContext, item: Item, picks: list[int]) -> str:
    if isinstance(item, Multiple):
        return t(turn, "picked", picks=" ".join(LETTERS[n] for n in sorted(picks)) or "–")
    if isinstance(item, Order):
        return t(turn, "ordered", picks="-".join(str(n + 1) for n in picks))
    pairs = " ".join(f"{left}{LETTERS[right]}" for left, right in enumerate(picks, 1))
    return t(turn, "matched", picks=pairs or "–", next=len(picks) + 1)
