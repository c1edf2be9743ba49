"""What the coach says to an attempt: what is strong in it and how to sharpen it, in a sentence or two."""

from __future__ import annotations

from dataclasses import replace

from .cautions import IN_A_ROW, Seen
from .say import Say
from .text import shorten
from .verdict import HARD, Verdict
from .walk import TYPES, Walk

QUOTED, QUOTED_LATIN = 32, 64
"""Characters of the rep's words in a quotation."""


def feedback(verdict: Verdict, walk: Walk) -> tuple[Walk, list[Say]]:
    """Return the sentences on an attempt at `walk`'s question, and the walk with the cautions that were mentioned."""
    if verdict.outcome in ("good", "bank"):
        says = _praise(verdict)
    elif verdict.outcome == "unsure":
        says = [_unsure(verdict)]
    elif verdict.outcome == "sharpen":
        says = [_sharpen(verdict)]
    else:
        says = [_miss(verdict)]
    walk, more = _cautions(verdict, walk, len(says))
    return walk, says + more


def _praise(verdict: Verdict) -> list[Say]:
    if verdict.outcome == "bank":
        banked = Say(f"bank_{verdict.got}", {"quote": _quote(verdict.text)})
        return [banked, Say("improved", {"question": verdict.improved})] if verdict.improved else [banked]
    says: list[Say] = []
    if not verdict.sure:
        says.append(Say("unsure_counted", _kind(verdict)))
    elif verdict.strengths:
        name, quote = verdict.strengths[0]
        says.append(Say(f"strong_{name}_{verdict.got}", {"quote": _quote(quote)}))
    else:
        says.append(Say(f"strong_{verdict.got}", {"quote": _quote(verdict.text)}))
    if verdict.improved:
        says.append(Say("improved", {"question": verdict.improved}))
    elif verdict.faults:
        says.append(_fault(verdict))
    return says


def _sharpen(verdict: Verdict) -> Say:
    values: dict[str, str | Say] = {**_kind(verdict), "fault": _fault(verdict)}
    if verdict.faults[0] in HARD:
        return Say("sharpen_hard", {**values, "aim": Say(f"aim_{verdict.want}")})
    if verdict.improved:
        return Say("sharpen_to", {**values, "question": verdict.improved})
    return Say("sharpen", values)


def _fault(verdict: Verdict) -> Say:
    fault = verdict.faults[0]
    seen = next((seen for seen in verdict.cautions if seen.caution == fault and not seen.good), None)
    quote = verdict.shape.ours if fault == "product" else seen.quote if seen else verdict.text
    detail = f"_{seen.detail}" if seen and seen.detail else ""
    key = f"fault_{fault}_{verdict.want}" if fault in ("closed", "unbuilt") else f"fault_{fault}{detail}"
    return Say(key, {"quote": _quote(quote or verdict.text), "number": str(len(verdict.shape.questions))})


def _unsure(verdict: Verdict) -> Say:
    values: dict[str, str | Say] = {**_kind(verdict), "quote": _quote(verdict.text)}
    if verdict.got in TYPES:
        other = {"other": Say(f"name_{verdict.got}"), "an_other": Say(f"a_{verdict.got}")}
        return Say("unsure_between", {**values, **other})
    return Say("unsure", values)


def _miss(verdict: Verdict) -> Say:
    values: dict[str, str | Say] = {
        **_kind(verdict),
        "quote": _quote(verdict.text),
        "aim": Say(f"aim_{verdict.want}"),
    }
    hard = [seen for seen in verdict.cautions if not seen.good and seen.caution in HARD]
    if hard:
        return Say("sharpen_hard", {**values, "fault": _caution(hard[0])})
    if not verdict.shape.asks and verdict.gift and not verdict.shape.ours:
        return Say("miss_statement_gift", values)
    if verdict.shape.ours and verdict.got in TYPES and verdict.shape.asks:
        return Say("sharpen_hard", {**values, "fault": Say("fault_product", {"quote": _quote(verdict.shape.ours)})})
    if verdict.shape.ours:
        return Say("miss_pitch", {**values, "quote": _quote(verdict.shape.ours)})
    if not verdict.shape.asks and not (verdict.got == "pitch" and verdict.sure):
        return Say("miss_statement", values)
    if verdict.got in TYPES:
        return Say(f"miss_{verdict.want}_{verdict.got}", values)
    return Say(f"miss_{verdict.got}", values)


def _cautions(verdict: Verdict, walk: Walk, said: int) -> tuple[Walk, list[Say]]:
    bad = [seen for seen in verdict.cautions if not seen.good]
    counted = verdict.outcome in ("good", "bank")
    # A row of questions is only a row where the question counts; said at the third and the sixth, not at each.
    row = counted and (walk.run + 1) % IN_A_ROW == 0
    bad = [seen for seen in bad if row or seen.caution != "interrogation"]
    walk = replace(walk, warned=(*walk.warned, *((seen.caution, seen.quote) for seen in bad)))
    unsaid = [seen for seen in bad if counted or verdict.outcome == "unsure" or seen.caution not in HARD]
    if unsaid:
        return walk, [_caution(unsaid[0])]
    praised = {*walk.praised, *(("control",) if verdict.strengths[:1] and verdict.strengths[0][0] == "open" else ())}
    fresh = [seen for seen in verdict.cautions if seen.good and seen.caution not in praised]
    if fresh and counted and said < 2:
        return replace(walk, praised=(*walk.praised, fresh[0].caution)), [_caution(fresh[0])]
    return walk, []


def _caution(seen: Seen) -> Say:
    if not seen.good and seen.caution in HARD:
        return Say("fault_" + "_".join(filter(None, (seen.caution, seen.detail))), {"quote": _quote(seen.quote)})
    end = "_good" if seen.good else ""
    detail = f"_{seen.detail}" if seen.detail else ""
    return Say(f"caution_{seen.caution}{detail}{end}", {"quote": _quote(seen.quote)})


def _kind(verdict: Verdict) -> dict[str, str | Say]:
    return {"kind": Say(f"name_{verdict.want}"), "a_kind": Say(f"a_{verdict.want}")}


def _quote(text: str) -> str:
    return shorten(text, QUOTED_LATIN if text.isascii() else QUOTED).strip("。？?！!；;，, ")
