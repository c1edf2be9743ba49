"""The call plan: what a walk leaves behind, as plain data for the deal's sheet, and as lines in order."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Any

from .cautions import CAUTIONS
from .examples import Examples
from .prompts import names
from .say import Say
from .walk import TYPES, WANTED, Question, Walk

VERSION = 1


def make_plan(walk: Walk, examples: Examples, language: str, made_at: str) -> dict[str, Any]:
    """Return the call plan of `walk` as plain data; `made_at` is a date for the reader."""
    return {
        "version": VERSION,
        "made_at": made_at,
        "language": language,
        "deal": walk.deal.to_json(),
        "customers": examples.customers(walk.deal, language),
        "questions": [asdict(question) for question in _in_order(walk)],
        "answer": walk.answer or None,
        "worst": walk.worst or None,
        "gives": list(walk.gives),
        "caution": _own_caution(walk),
        "open": [kind for kind in TYPES if _own(walk, kind) < WANTED[kind]]
        + ([] if any(q.downstream and not q.ours for q in walk.questions) else ["downstream"]),
    }


def plan_lines(plan: dict[str, Any]) -> list[tuple[str, list[Say | str]]]:
    """Return the sections of a stored plan in order: the key of the heading and its lines."""
    walk = Walk.from_json({**Walk().to_json(), "deal": plan["deal"]})
    deal, fill = walk.deal, names(walk.deal)
    phase, layer = deal.phase or "confirm", deal.layer or "unknown"
    sections: list[tuple[str, list[Say | str]]] = [
        ("plan_deal", [Say("plan_deal_line", {**fill, "stage": Say(f"stage_name_{phase}")})]),
        ("plan_goal", [Say(f"goal_{phase}", fill)]),
        ("plan_opening", [Say(f"opening_{layer}", fill)]),
        ("plan_questions", [_question(Question(**question)) for question in plan["questions"]]),
        ("plan_give", list(plan["gives"]) or [Say(f"give_{phase}", fill)]),
        ("plan_listen", _listen(plan, layer, fill)),
        ("plan_next", [Say(f"next_{phase}", fill)]),
        ("plan_caution", [_caution(plan["caution"])]),
    ]
    if plan["open"]:
        sections.append(("plan_open", [Say(f"open_{kind}", fill) for kind in plan["open"]]))
    return [(heading, lines) for heading, lines in sections if lines]


def _in_order(walk: Walk) -> list[Question]:
    return [
        question for kind in TYPES for question in sorted(walk.questions, key=_downstream_last) if question.kind == kind
    ]


def _downstream_last(question: Question) -> bool:
    return question.downstream


def _own(walk: Walk, kind: str) -> int:
    return sum(question.kind == kind and not question.ours for question in walk.questions)


def _own_caution(walk: Walk) -> dict[str, str] | None:
    counted = Counter(caution for caution, _ in walk.warned)
    if not counted:
        return None
    name = max(CAUTIONS, key=lambda caution: counted[caution])
    quote = next((quote for caution, quote in reversed(walk.warned) if caution == name and quote), "")
    return {"name": name, "quote": quote}


def _question(question: Question) -> Say:
    values: dict[str, str | Say] = {"kind": Say(f"short_{question.kind}"), "question": question.text}
    if question.ours:
        return Say("plan_question_ours", values)
    if question.improved:
        return Say("plan_question_improved", {**values, "improved": question.improved})
    return Say("plan_question", values)


def _listen(plan: dict[str, Any], layer: str, fill: dict[str, str | Say]) -> list[Say | str]:
    business = (
        Say("listen_business_after", {**fill, "answer": plan["answer"]})
        if plan["answer"]
        else Say("listen_business", fill)
    )
    return [business, Say(f"listen_personal_{layer}", fill)]


def _caution(caution: dict[str, str] | None) -> Say:
    if caution is None:
        return Say("own_caution_none")
    key = f"own_caution_{caution['name']}" + ("_quote" if caution["quote"] else "")
    return Say(key, {"quote": caution["quote"]})
