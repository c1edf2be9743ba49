"""The dimensions of asking: understanding before pitching, SPIN, needs uncovered, requirements traced."""

from __future__ import annotations

from collections.abc import Sequence

from bot.coach.buyer import Item

from . import better
from .model import Line, Proof, line, proof
from .played import Played, Said

UNDERSTOOD = ("problem", "implication", "payoff", "fear", "goal")
ENOUGH = 6
"""Problems, consequences and values from which a pitch is well founded."""
EARLY = 0.2
"""What each pitch before any need costs."""
DEEP = 0.6
"""Share of questions beyond bare facts that is enough."""
FACETS = {"why": 0.6, "who": 0.2, "now": 0.2}


def understanding(played: Played) -> Line | None:
    """Score how much was understood when the rep pitched; each pitch before any need costs."""
    hidden = played.scene.of_kind(*UNDERSTOOD)
    if not hidden:
        return None
    # An answer that praises us was asked for; it is no pitch of the rep's own.
    pitches = [s for s in played.labelled("pitch") if not s.unsure("pitch") and s.before.pending is None]
    depths = [_depth(played, s.turn) for s in pitches] or [_depth(played, len(played.said) + 1)]
    share = sum(min(1.0, d / min(ENOUGH, len(hidden))) for d in depths) / len(depths)
    early = played.tagged("pitch_early", "resell")
    faults = [s for s in early if not s.unsure("pitch")]
    score = share - EARLY * len(faults)
    # All that is missing here is missing because of them: so it is told first.
    lost = (1 - max(0.0, score)) / max(1, len(faults))
    bad = [_early(played, s, lost) for s in early]
    first = pitches[0].turn if pitches else len(played.said) + 1
    good = [proof(s, "understood") for s in played.said if s.turn < first and _deep(played, s)][-2:]
    return line("understanding", score, good, bad, known=depths[0], early=len(early))


def _depth(played: Played, turn: int) -> int:
    known = [i for s in played.said if s.turn < turn for i in s.own]
    return sum(played.scene.by_id[i].kind in UNDERSTOOD for i in known)


def _early(played: Played, said: Said, cost: float) -> Proof:
    why = "resell" if "resell" in said.tags else "pitch_early"
    instead = better.next_step(played.scene, said.before)
    return proof(said, why, better=instead, cost=cost, uncertain=said.unsure("pitch"))


def _deep(played: Played, said: Said) -> bool:
    return any(played.scene.by_id[i].kind in ("implication", "payoff", "fear", "goal") for i in said.own)


def spin(played: Played) -> Line | None:
    """Score whether all kinds of question came, deep ones enough, and each problem was followed to its worth."""
    scene = played.scene
    topics = scene.of_kind("problem", "fear")
    if not topics:
        return None
    asked = {label: played.labelled(label) for label in ("situation", "problem", "implication", "need_payoff")}
    count = {label: len(lines) for label, lines in asked.items()}
    total = sum(count.values())
    deep = (total - count["situation"]) / total if total else 0.0
    worked = [kinds for kinds in (("problem", "fear"), ("implication",), ("payoff", "goal")) if scene.of_kind(*kinds)]
    presence = sum(bool(played.found(*kinds)) for kinds in worked) / len(worked)
    opened = [item for item in topics if item.id in played.end.revealed]
    chain = sum(_chain(played, item) for item in opened) / max(len(opened), min(3, len(topics)))
    bad = [_order(played, s) for s in played.tagged("implication_nothing", "payoff_nothing", "payoff_early")]
    bad += _unfollowed(played, opened) + _facts(played, asked["situation"], deep)
    cost = sum(p.cost for p in bad if p.why in ("order_implication", "order_payoff"))
    score = 0.3 * min(1.0, deep / DEEP) * presence + 0.25 * presence + 0.45 * chain - cost
    good = [proof(s, "chain") for s in played.said if _deep(played, s) and s.asks]
    return line("spin", score, good, bad, **count)


def _chain(played: Played, topic: Item) -> float:
    """Return how far a problem was followed: two consequences (where there are two) and one worth are all of it."""
    implications, payoffs = (played.scene.parts(topic.id, kind) for kind in ("implication", "payoff"))
    shares = [sum(i.id in played.own for i in implications) / min(2, len(implications))] if implications else []
    shares += [float(any(i.id in played.own for i in payoffs))] if payoffs else []
    return sum(min(1.0, share) for share in shares) / len(shares) if shares else 1.0


def _order(played: Played, said: Said) -> Proof:
    implied = "implication_nothing" in said.tags
    label = "implication" if implied else "need_payoff"
    instead = better.next_step(played.scene, said.before)
    return proof(
        said, f"order_{'implication' if implied else 'payoff'}", better=instead, cost=0.08, uncertain=said.unsure(label)
    )


def _unfollowed(played: Played, opened: list[Item]) -> list[Proof]:
    bad = []
    for topic in opened:
        missing = [i for kind in ("implication", "payoff") for i in played.scene.parts(topic.id, kind)]
        if _chain(played, topic) < 1 and (open_ := [i for i in missing if i.id not in played.own]):
            part = next(
                (i for i in open_ if not any(j.id in played.own for j in played.scene.parts(topic.id, i.kind))),
                open_[0],
            )
            if said := chance(played, part, since=topic.id):
                why = "no_implication" if part.kind == "implication" else "no_payoff"
                instead = better.toward(played.scene, said.before, part)
                bad.append(proof(said, why, better=instead, cost=0.15, name=topic.called(played.language)))
    return bad


def _facts(played: Played, asked: list[Said], deep: float) -> list[Proof]:
    if deep >= DEEP or len(asked) < 3:
        return []
    said = asked[2]
    instead = better.next_step(played.scene, said.before)
    return [proof(said, "too_many_facts", better=instead, cost=0.1, uncertain=said.unsure("situation"))]


def needs(played: Played) -> Line | None:
    """Score the needs that the rep brought out, of those that were hidden; personal ones weigh a third."""
    hidden = played.scene.of_kind("need")
    if not hidden:
        return None
    groups = [[n for n in hidden if n.level == level] for level in ("business", "personal")]
    shares = [(w, sum(n.id in played.own for n in g) / len(g)) for w, g in zip((0.66, 0.34), groups) if g]
    score = sum(w * share for w, share in shares) / sum(w for w, _ in shares)
    good = [proof(s, "need", name=_names(played, s)) for s in played.said if _needs_in(played, s)]
    bad: list[Proof] = []
    missed = max(1, sum(n.id not in played.own for n in hidden))
    for need in hidden:
        if need.id not in played.own and (said := chance(played, need, without=[p.turn for p in bad])):
            instead = better.toward(played.scene, said.before, need)
            why = "personal_missed" if need.level == "personal" else "need_missed"
            bad.append(proof(said, why, better=instead, cost=(1 - score) / missed, name=need.called(played.language)))
    found = [n for n in hidden if n.id in played.own]
    personal = sum(n.level == "personal" for n in found)
    return line("needs", score, good, bad, found=len(found), all=len(hidden), personal=personal)


def _needs_in(played: Played, said: Said) -> list[Item]:
    return [played.scene.by_id[i] for i in said.own if played.scene.by_id[i].kind == "need"]


def _names(played: Played, said: Said) -> str:
    glue = "; " if played.language == "en" else "；"
    return glue.join(n.called(played.language) for n in _needs_in(played, said))


def requirements(played: Played) -> Line | None:
    """Score how far stated requirements were traced; none where none was stated in time."""
    before_last = played.said[-1].before.revealed if played.said else []
    stated = [r for r in played.scene.of_kind("requirement") if r.id in before_last]
    if not stated:
        return None
    shares = {r.id: sum(w for f, w in FACETS.items() if f"{r.id}.{f}" in played.own) for r in stated}
    good = [proof(s, "traced") for s in played.said if any(played.scene.by_id[i].kind == "facet" for i in s.own)]
    bad = []
    for r in stated:
        why = played.scene.by_id[f"{r.id}.why"]
        if why.id not in played.own and (said := chance(played, why, since=r.id)):
            instead = better.trace(played.scene, said.before, why)
            # Who set it and why now are a part of the way: what is missing then is only the reason.
            reason = "half_traced" if shares[r.id] > 0 else "untraced"
            bad.append(proof(said, reason, better=instead, cost=0.6 / len(stated), name=r.called(played.language)))
    traced = sum(share >= FACETS["why"] for share in shares.values())
    return line("requirements", sum(shares.values()) / len(stated), good, bad, traced=traced, all=len(stated))


def chance(played: Played, item: Item, *, since: str = "", without: Sequence[int] = ()) -> Said | None:
    """Return the line in whose place `item`, or what leads to it, was to be asked for: that which brought least."""
    after = [s for s in played.said if not since or since in s.before.revealed]
    # A greeting is no missed chance, nor is an answer that was owed.
    own = [s for s in after if s.turn > 1 and s.before.pending is None and set(s.labels) != {"other"}]
    open_ = [s for s in own or after if item.id not in s.before.revealed and s.turn not in without]
    ready = [s for s in open_ if _ready(item, s)]
    return min(ready or open_, key=lambda s: (_worth(s), s.turn), default=None)


def _ready(item: Item, said: Said) -> bool:
    have = said.before.revealed
    before = item.after + ((item.parent,) if item.parent else ())
    return all(i in have for i in before) and (not item.any_of or any(i in have for i in item.any_of))


def _worth(said: Said) -> int:
    return (
        10 * len(said.own)
        + said.effects.get("trust", 0)
        + said.effects.get("belief", 0)
        + said.effects.get("patience", 0)
    )
