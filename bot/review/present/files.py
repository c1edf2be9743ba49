"""A session as Markdown and as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.review.words import Words
from bot.services.comments import Remark
from bot.services.plans import escape

from .chat import Line

if TYPE_CHECKING:
    from bot.review.pages.transcript import Talk


def facts(talk: Talk, words: Words) -> list[tuple[str, str]]:
    """Return what stands at the head of a session: person, day, exercise, outcome, score."""
    session = talk.session
    found = [
        (words("column_person"), talk.person),
        (words("column_day"), words.minute(session.started_at)),
        (words("column_exercise"), words.named("exercise", session.exercise)),
        (words("column_outcome"), words.named("outcome", session.outcome or session.status)),
    ]
    if session.difficulty:
        found.append((words("difficulty"), words.named("difficulty", session.difficulty)))
    if talk.card is not None:
        note = f" ({words('corrected_from', points=words.points(talk.card.machine))})" if talk.card.corrected else ""
        found.append((words("column_score"), f"{words.points(talk.card.total)} / 100{note}"))
    return found


def label_words(line: Line, words: Words) -> str:
    """Return a line's label, with its confidence and a leader's verdict."""
    if not line.label:
        return ""
    sure = f" {words.percent(line.confidence)}" if line.confidence is not None else ""
    text = words.named("label", line.label) + (f" ({words.named('level', line.level)})" if line.level else "") + sure
    if (verdict := line.verdict) is not None and not verdict.confirms:
        text += f" → {words.named('label', str(verdict.new['label']))} ({verdict.by})"
    return text


def as_markdown(talk: Talk, words: Words) -> str:
    """Return a session as a Markdown document; what people wrote cannot change its form."""
    parts = [f"# {escape(talk.title)}", ""]
    parts += [f"- {name}: {escape(value)}" for name, value in facts(talk, words)]
    if talk.card is not None:
        parts += ["", f"## {words('scorecard')}", ""]
        for line in talk.card.lines:
            parts.append(f"- **{line.name}** {line.points}/100 · {escape(line.counted)}")
            if line.verdict is not None:
                parts.append(f"  - {escape(_verdict(line.verdict.by, line.machine, line.points, line.verdict.reason))}")
    parts += ["", f"## {words('the_talk')}", ""]
    for turn in talk.lines:
        label = label_words(turn, words)
        tail = f" · {escape(label)}" if label else ""
        parts += [f"**{turn.number} {words.named('speaker', turn.speaker)}**{tail}", ""]
        parts += [f"> {escape(text)}" if text.strip() else ">" for text in turn.text.splitlines() or [""]]
        parts.append("")
        parts += [f"- {escape(text)}" for text in _remarks(turn.remarks, words)]
        parts += [""] if turn.remarks else []
    if talk.whole:
        parts += [f"## {words('comments_whole')}", "", *(f"- {escape(text)}" for text in _remarks(talk.whole, words))]
    return "\n".join(parts).rstrip() + "\n"


def as_data(talk: Talk) -> dict[str, Any]:
    """Return a session as plain data, with labels, verdicts and comments."""
    session = talk.session
    return {
        "session": session.id,
        "person": talk.person,
        "exercise": session.exercise,
        "scene": session.scene,
        "difficulty": session.difficulty,
        "language": session.language,
        "status": session.status,
        "outcome": session.outcome,
        "judge_version": session.judge_version,
        "content_version": session.content_version,
        "started_at": session.started_at.isoformat(),
        "ended_at": session.ended_at.isoformat() if session.ended_at else None,
        "score": _card(talk),
        "turns": [_turn(line) for line in talk.lines],
        "comments": [_remark(remark) for remark in talk.whole],
    }


def _card(talk: Talk) -> dict[str, Any] | None:
    if talk.card is None:
        return None
    lines = [
        {
            "line": line.dimension,
            "points": line.points,
            "machine": line.machine,
            "weight": line.weight,
            "good": [asdict(quote) for quote in line.good],
            "bad": [asdict(quote) for quote in line.bad],
            "verdicts": [_judgement(verdict) for verdict in line.verdicts],
        }
        for line in talk.card.lines
    ]
    return {"total": talk.card.total, "machine": talk.card.machine, "corrected": talk.card.corrected, "lines": lines}


def _turn(line: Line) -> dict[str, Any]:
    return {
        "number": line.number,
        "speaker": line.speaker,
        "text": line.text,
        "kind": line.kind,
        "label": line.label,
        "level": line.level,
        "confidence": line.confidence,
        "unsure": line.unsure,
        "evidence": [line.text[start:end] for start, end in line.spans],
        "revealed": list(line.revealed),
        "trust": line.trust,
        "undone": line.undone,
        "verdicts": [_judgement(verdict) for verdict in line.verdicts],
        "comments": [_remark(remark) for remark in line.remarks],
    }


def _judgement(verdict: Any) -> dict[str, Any]:
    return {
        "old": dict(verdict.old),
        "new": dict(verdict.new),
        "reason": verdict.reason,
        "by": verdict.by,
        "at": verdict.at.isoformat(),
        "withdrawn_at": verdict.withdrawn_at.isoformat() if verdict.withdrawn_at else None,
    }


def _remark(remark: Remark) -> dict[str, Any]:
    answers = [_remark(answer) for answer in remark.answers]
    return {"author": remark.author, "text": remark.text, "at": remark.at.isoformat(), "answers": answers}


def _remarks(remarks: Iterable[Remark], words: Words) -> Iterable[str]:
    for remark in remarks:
        for each in (remark, *remark.answers):
            yield f"{each.author or words('somebody')}: {each.text}"


def _verdict(by: str, machine: int, points: int, reason: str) -> str:
    return f"{machine} → {points} {by}: {reason}" if reason else f"{machine} → {points} {by}"
