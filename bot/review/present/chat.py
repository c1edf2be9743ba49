"""The turns of a talk as they are read: text with its evidence, label, what came out, comments, verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.coach.buyer import Scene
from bot.coach.judgement import LABELS
from bot.language import base
from bot.review.words import Words
from bot.services.comments import Remark
from bot.services.corrections import Verdict
from bot.services.trust import Agreement, TrustTable
from bot.services.why import told
from bot.store.tables import Turn

FEW = 3
"""Spans that are shown where none of them speaks for the label by itself."""
SURE = 0.6
"""Under this confidence a label is shown as unsure where the judge did not say so itself."""


@dataclass(frozen=True)
class Line:
    """One turn as it is shown."""

    number: int
    speaker: str
    text: str
    spans: tuple[tuple[int, int], ...]
    """Stretches of the text that the judge went by."""
    cues: tuple[str, ...]
    kind: str | None
    label: str | None
    level: str | None
    confidence: float | None
    unsure: bool
    alternatives: tuple[tuple[str, float], ...]
    moves: tuple[str, ...]
    """Labels of the parts of a long line, where there are several."""
    agreement: Agreement | None
    """How far this label can be trusted."""
    revealed: tuple[str, ...]
    trust: int
    """Change of trust that the line brought."""
    undone: bool
    copied: bool
    choices: tuple[str, ...]
    """The labels that it can be given."""
    remarks: tuple[Remark, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    scored: tuple[str, ...] = ()
    """Dimensions of the card that quote this line."""
    turning: str = ""
    why: str = ""
    """Why the line has its label, in the reader's language."""

    @property
    def verdict(self) -> Verdict | None:
        """The newest verdict that stands."""
        standing = [verdict for verdict in self.verdicts if verdict.withdrawn_at is None]
        return standing[-1] if standing else None


def lines(
    turns: Sequence[Turn],
    scene: Scene | None,
    words: Words,
    trust: TrustTable,
    remarks: Iterable[Remark] = (),
    verdicts: Iterable[Verdict] = (),
    scored: Mapping[int, Sequence[str]] | None = None,
    turning: Mapping[int, str] | None = None,
) -> list[Line]:
    """Return the turns as they are shown; `scored` has the dimensions that quote a turn, `turning` why it turned."""
    remarks, verdicts = list(remarks), list(verdicts)
    return [
        _line(
            turn,
            scene,
            words,
            trust,
            tuple(remark for remark in remarks if remark.turn_number == turn.number),
            tuple(v for v in verdicts if v.what == "label" and v.turn_number == turn.number),
            tuple((scored or {}).get(turn.number, ())),
            (turning or {}).get(turn.number, ""),
        )
        for turn in turns
    ]


def _line(
    turn: Turn,
    scene: Scene | None,
    words: Words,
    trust: TrustTable,
    remarks: tuple[Remark, ...],
    verdicts: tuple[Verdict, ...],
    scored: tuple[str, ...],
    turning: str,
) -> Line:
    evidence: Mapping[str, Any] = turn.evidence or {}
    judged: Mapping[str, Any] = evidence.get("judgement") or {}
    spans = list(_spans(turn.text, _telling(judged.get("spans") or (), turn.label)))
    moves = tuple(move.get("label", "") for move in evidence.get("moves") or ())
    return Line(
        number=turn.number,
        speaker=turn.speaker,
        text=turn.text,
        spans=tuple((start, end) for start, end, _ in spans),
        cues=tuple(dict.fromkeys(cue for _, _, cue in spans if cue)),
        kind=turn.kind,
        label=turn.label,
        level=turn.level,
        confidence=turn.confidence,
        unsure=bool(judged.get("unsure")) or (turn.confidence is not None and turn.confidence < SURE),
        alternatives=tuple((str(a[0]), float(a[1])) for a in (judged.get("alternatives") or ())[1:3] if len(a) == 2),
        moves=moves if len(moves) > 1 else (),
        agreement=trust.labels.get((turn.kind, turn.label)) if turn.kind and turn.label else None,
        revealed=tuple(_names(turn, scene, words)),
        trust=int((evidence.get("effects") or {}).get("trust", 0)),
        undone=bool(evidence.get("undone")),
        copied="copied_from" in evidence,
        choices=tuple(LABELS.get(turn.kind, ())) if turn.label else (),  # type: ignore[call-overload]
        remarks=remarks,
        verdicts=verdicts,
        scored=scored,
        turning=turning,
        why=told(turn, words.catalog, words.language),
    )


def _telling(spans: Iterable[Any], label: str | None) -> list[Mapping[str, Any]]:
    """Return the spans whose cue speaks for the label (`r_pitch`, `t_pitch`), else the few longest."""
    known = [span for span in spans if isinstance(span, Mapping)]
    own = [span for span in known if str(span.get("cue", "")).partition("_")[2] == label]
    return own or sorted(known, key=lambda span: len(str(span.get("text", ""))), reverse=True)[:FEW]


def _spans(text: str, found: Iterable[Mapping[str, Any]]) -> Iterable[tuple[int, int, str]]:
    """Yield the spans that still lie on the text as it is shown, in order, without overlaps."""
    place = 0
    for span in sorted(found, key=lambda s: (s.get("start", 0), -s.get("end", 0))):
        start, end = int(span.get("start", 0)), int(span.get("end", 0))
        if place <= start < end <= len(text) and text[start:end] == span.get("text"):
            yield start, end, str(span.get("cue", ""))
            place = end


def _names(turn: Turn, scene: Scene | None, words: Words) -> Iterable[str]:
    for item_id in turn.revealed or ():
        item = scene.by_id.get(str(item_id)) if scene is not None else None
        if item is not None and item.kind != "facet":
            yield f"{words.named('item', item.kind)}: {words.local(item.called(base(words.language)))}"
