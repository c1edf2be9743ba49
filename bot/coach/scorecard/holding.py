"""The dimensions of dealing: listening, resistance, value, conduct, the advance that was reached."""

from __future__ import annotations

from bot.coach.buyer.closing import earned, outcome
from bot.coach.buyer.scene import Challenge

from . import better
from .better import Better
from .model import Line, Proof, line, proof
from .played import Played, Said

DEAF = {
    "told_before": 0.06,
    "repeated": 0.08,
    "confirm_no": 0.06,
    "ack_empty": 0.04,
    "too_many": 0.04,
    "interrupt": 0.06,
}
"""What shows that a rep did not listen, and its cost."""
CONDUCT = {
    "interrogated": 0.2,
    "attack_rival": 0.5,
    "invented": 0.4,
    "discount_free": 0.4,
    "blanket": 0.25,
    "rude": 0.6,
    "break_role": 0.3,
    "off_topic": 0.15,
    "gibberish": 0.1,
}
LISTENED = ("acknowledge", "confirm", "problem")
CONTINUED = 0.3


def listening(played: Played) -> Line:
    """Score playing back, meeting feelings, and building on what was said."""
    told = len([i for i in played.end.revealed if played.scene.by_id[i].kind in ("problem", "fear")])
    felt = len([i for i in played.end.revealed if played.scene.by_id[i].kind in ("implication", "fear")])
    confirms = played.tagged("confirm_yes")
    warm = played.tagged("ack_warm")
    built = [s for s in played.said if _builds(played, s)]
    score = 0.0
    if told or felt:
        score = 0.35 * min(1.0, len(confirms) / min(3, max(2, told)))
        score += 0.3 * min(1.0, len(warm) / min(2, max(1, felt)))
        score += 0.35 * min(1.0, len(built) / min(6, max(3, 2 * told)))
    bad = [_deaf(played, s, tag, cost) for tag, cost in DEAF.items() for s in played.tagged(tag)]
    cost = sum(p.cost for p in bad)
    bad += _unmet(played, bool(warm), bool(confirms))
    good = [proof(s, "confirmed") for s in confirms[:1]] + [proof(s, "acknowledged") for s in warm[:1]]
    good += [proof(s, "built") for s in built[:1]]
    return line("listening", score - cost, good, bad, confirmed=len(confirms), acknowledged=len(warm), built=len(built))


def _builds(played: Played, said: Said) -> bool:
    if "dug" in said.tags:
        return True
    items = [played.scene.by_id[i] for i in said.own]
    return any(i.parent in said.before.revealed for i in items if i.parent)


def _deaf(played: Played, said: Said, tag: str, cost: float) -> Proof:
    instead = better.next_step(played.scene, said.before)
    labels = {"confirm_no": ("confirm",), "ack_empty": ("acknowledge",)}.get(tag, ())
    return proof(said, tag, better=instead, cost=cost, uncertain=bool(labels) and said.unsure(*labels))


def _unmet(played: Played, warm: bool, confirmed: bool) -> list[Proof]:
    # Not a fault of one sentence but a gap: shown at the first place where it could have been filled.
    bad = []
    if not warm and (said := _first(played, ("implication", "fear"))):
        bad.append(proof(said, "no_acknowledge", better=better.acknowledge(played.scene, said.before), cost=0.3))
    if not confirmed and (said := _first(played, ("problem", "fear"))):
        bad.append(proof(said, "no_confirm", better=better.confirm(played.scene, said.before), cost=0.3))
    return bad


def _first(played: Played, kinds: tuple[str, ...]) -> Said | None:
    """Return the line that came right after an item of these kinds was told."""
    for told, said in zip(played.said, played.said[1:]):
        if any(played.scene.by_id[i].kind in kinds for i in told.own):
            return said
    return None


def resistance(played: Played) -> Line | None:
    """Score how doubts and questions of the buyer were met; none where none arose."""
    scores: list[float] = []
    good: list[Proof] = []
    bad: list[Proof] = []
    for said in played.said:
        challenge = _pending(played, said)
        if challenge is None:
            continue
        share, why = _met(said, challenge)
        uncertain = share < 0.5 and said.unsure()
        if not uncertain:
            scores.append(share)
        if share >= 0.8:
            good.append(proof(said, why, heard=said.heard))
        else:
            instead = better.answer(played.scene, said.before, challenge.id)
            bad.append(proof(said, why, better=instead, cost=1 - share, uncertain=uncertain, heard=said.heard))
    for fear in played.scene.of_kind("fear"):
        scores.append(1.0 if fear.id in played.own else 0.0)
    if not scores:
        return line("resistance", 0.0, good, bad, met=0, all=0) if bad else None
    share_cost = 1 / len(scores)
    bad = [Proof(**{**vars(p), "cost": p.cost * share_cost}) for p in bad]
    met = sum(share >= 0.8 for share in scores)
    return line("resistance", sum(scores) / len(scores), good, bad, met=met, all=len(scores))


def _pending(played: Played, said: Said) -> Challenge | None:
    return next((c for c in played.scene.challenges if c.id == said.before.pending), None)


def _met(said: Said, challenge: Challenge) -> tuple[float, str]:
    if "discount_free" in said.tags and challenge.kind == "objection":
        return 0.2, "bought_off"
    if f"{challenge.kind}_answered" not in said.tags:
        return 0.0, f"{challenge.kind}_missed"
    # Words that fit are good; having listened first is the whole play.
    if challenge.kind == "objection" and not set(LISTENED).intersection(said.labels):
        return 0.85, "objection_answered"
    return 1.0, f"{challenge.kind}_answered"


def value(played: Played) -> Line | None:
    """Score the worth that the buyer stated, and pitches that answered a need that was said."""
    hidden = played.scene.of_kind("payoff", "goal")
    fit = played.tagged("pitch_fit", "reference_fit")
    loose = played.tagged("pitch_loose", "pitch_early", "resell")
    if not hidden and not fit and not loose:
        return None
    told = played.found("payoff", "goal")
    said_by_buyer = min(1.0, len(told) / min(3, len(hidden))) if hidden else 0.0
    tied = len(fit) / (len(fit) + len([s for s in loose if not s.unsure("pitch")])) if fit else 0.0
    score = 0.6 * said_by_buyer + 0.4 * tied if fit or loose else 0.9 * said_by_buyer
    bad = [
        proof(s, "pitch_loose", better=_tied(played, s), cost=0.2, uncertain=s.unsure("pitch"))
        for s in played.tagged("pitch_loose")
    ]
    good = [proof(s, "tied") for s in fit]
    good += [proof(s, "worth") for s in played.said if any(played.scene.by_id[i] in told for i in s.own)]
    return line("value", score, good, bad, told=len(told), fit=len(fit), loose=len(loose))


def _tied(played: Played, said: Said) -> Better:
    return better.value(played.scene, said.before) or better.next_step(played.scene, said.before)


def conduct(played: Played) -> Line:
    """Score manners: what was done wrong costs; where hardly anything was said there is little to praise."""
    bad = [_fault(played, s, tag, cost) for tag, cost in CONDUCT.items() for s in played.tagged(tag)]
    score = (1 - sum(p.cost for p in bad)) * played.engagement
    faults = len([p for p in bad if not p.uncertain])
    return line("conduct", score, [], bad, faults=faults, thin=round(100 * played.engagement))


def _fault(played: Played, said: Said, tag: str, cost: float) -> Proof:
    if tag == "discount_free":
        instead: Better | None = better.trade(played.scene, said.before)
    elif tag in ("attack_rival", "blanket"):
        instead = Better("other", key=f"better_{tag}")
    else:
        instead = better.next_step(played.scene, said.before)
    uncertain = tag == "interrogated" and said.unsure("situation")
    return proof(said, tag, better=instead, cost=cost, uncertain=uncertain)


def advance(played: Played) -> Line:
    """Score what the talk came to: a commitment or a concrete step, a mere continuation, a refusal."""
    reached = outcome(played.scene, played.end)
    share = {"commit": 1.0, "advance": _advanced(played), "continuation": CONTINUED * played.engagement}.get(
        reached, 0.0
    )
    if played.end.agreed == "price":
        share = 0.5 + 0.5 * _kept(played)
    tagged = [s for s in played.said if any(tag.startswith("agreed:") for tag in s.tags)]
    good = [proof(s, "agreed") for s in tagged]
    bad = []
    if not tagged and played.said:
        pushed = played.tagged("commit_early", "not_yet")
        said = pushed[-1] if pushed else played.said[-1]
        why = "pushed" if pushed else "no_step"
        instead = better.next_step(played.scene, said.before) if pushed else better.step(played.scene, said.before)
        # A step that nothing had earned yet is not what such a talk lacks first.
        able = any(earned(played.scene, said.before, step) for step in played.scene.steps)
        bad = [proof(said, why, better=instead, cost=0.7 if able or pushed else 0.3)]
    return line("advance", share, good, bad)


def _advanced(played: Played) -> float:
    # In a first talk a concrete step is the best there is; where an order was to be had it is not quite.
    commits = any(s.kind == "commit" for s in played.scene.steps) or played.scene.price is not None
    return 0.85 if commits and played.scene.stage != "confirm" else 1.0


def _kept(played: Played) -> float:
    price, offer = played.scene.price, played.end.offer
    if price is None or offer is None:
        return 1.0
    return max(0.0, min(1.0, (offer - price.target) / (price.list - price.target)))
