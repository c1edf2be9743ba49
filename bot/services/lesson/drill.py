"""Drills in the chat: posing one, taking what the learner does, saying what is good and what is missing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bot.coach.judgement import Judgement
from bot.coach.lesson.answers import gives_up
from bot.coach.lesson.drills import Calculate, Decide, Drill, Figure, Label, Phrased, Rewrite, Scene, Sort, Trace, Write
from bot.coach.lesson.figures import figure, matches
from bot.coach.lesson.grade import SORT_PASS, share
from bot.coach.lesson.phrase import Phrased as Verdict
from bot.coach.lesson.phrase import grade_line, grade_trace
from bot.coach.lesson.words import Words
from bot.language import base, localise, to_simplified

from ..messages import Button
from ..turn import TurnContext
from . import scene
from .ask import number_text
from .desk import Desk
from .words import joined, press, t, w

SHOW_AFTER = 2
"""Tries of a line after which a good one is shown."""


def pose(turn: TurnContext, desk: Desk, lesson: int, drill: Drill, head: str, *, once: bool = False) -> None:
    """Set a drill. With `once` the first try decides (something that came back)."""
    turn.keep(d={"lesson": lesson, "id": drill.id, "i": 0, "rights": [], "tries": 0, "once": once})
    _task(turn, drill, head)
    if isinstance(drill, Scene):
        scene.open_scene(turn, desk, drill)
    _next(turn, drill)


def pose_again(turn: TurnContext, desk: Desk) -> None:
    """Say again what the open drill waits for."""
    drill = _drill(turn, desk)
    _task(turn, drill)
    if isinstance(drill, Scene):
        scene.again(turn, desk, drill)
    _ask(turn, drill)


def _task(turn: TurnContext, drill: Any, head: str = "") -> None:
    lines = [head, w(turn, drill.scene)]
    if isinstance(drill, Rewrite):
        lines.append(t(turn, "pitch_shown", pitch=w(turn, drill.pitch)))
    if isinstance(drill, Trace):
        lines.append(t(turn, "requirement_shown", requirement=w(turn, drill.requirement)))
    turn.reply.say("\n\n".join(filter(None, [*lines, w(turn, drill.ask)])))


def hint(turn: TurnContext, desk: Desk) -> None:
    """Give a hint on the open drill."""
    drill = _drill(turn, desk)
    if isinstance(drill, Phrased):
        turn.reply.say(t(turn, f"hint_{drill.wanted}", words=_named_words(turn, drill, 4)))
    else:
        turn.reply.say(t(turn, "hint_trace_drill" if drill.kind == "trace" else f"hint_{drill.kind}"))


def take(turn: TurnContext, desk: Desk, text: str) -> bool | None:
    """Take what was written; True or False once the drill is over (passed or not), None while it goes on."""
    drill = _drill(turn, desk)
    if gives_up(to_simplified(text)) and not isinstance(drill, Scene):
        return _given_up(turn, desk, drill)
    if isinstance(drill, Write | Rewrite):
        return _line(turn, drill, text)
    if isinstance(drill, Trace):
        return _trace(turn, desk, drill, text)
    if isinstance(drill, Scene):
        return scene.take(turn, desk, drill, text)
    if isinstance(drill, Calculate):
        return _figure(turn, drill, text)
    place = _named(turn, drill, text)
    if place is None:
        turn.reply.say(t(turn, "form_sort"), *_drawers(turn, drill))
        return None
    return _sorted(turn, drill, place)


def pick(turn: TurnContext, desk: Desk, value: str) -> bool | None:
    """Take a button of a drill."""
    drill = _drill(turn, desk)
    if value == "show" and isinstance(drill, Phrased):
        turn.keep(d={**turn.state["d"], "shown": True})
        _sample(turn, drill)
        turn.reply.say(t(turn, "your_turn"))
        return None
    if isinstance(drill, Sort | Decide) and value[:1] == "l" and value[1:].isdecimal():
        place = int(value[1:])
        if place < len(_labels(drill)):
            return _sorted(turn, drill, place)
    pose_again(turn, desk)
    return None


def _given_up(turn: TurnContext, desk: Desk, drill: Any) -> bool | None:
    """Help who does not know: a hint on a line, an answer that counts as wrong elsewhere."""
    open_ = turn.state["d"]
    at = open_["i"]
    if isinstance(drill, Write | Rewrite) and open_["once"]:
        _sample(turn, drill)
        return False
    if isinstance(drill, Write | Rewrite):
        hint(turn, desk)
        turn.keep(d={**open_, "tries": max(open_["tries"], SHOW_AFTER), "missed": True})
        turn.next_step()
        turn.reply.say(t(turn, "try_again_or_see"), press(turn, "button_show", "show"))
        return None
    if isinstance(drill, Trace):
        sample = localise(drill.sample.of(base(turn.language))[at], turn.language)
        turn.reply.say(t(turn, "sample", sample=sample))
        return _go_on(turn, drill, False, len(drill.facets), needed=1.0)
    if isinstance(drill, Calculate):
        turn.reply.say(
            t(turn, "wrong", solution=_expected(turn, drill.figures[at])) + f"\n{w(turn, drill.figures[at].formula)}"
        )
        return _go_on(turn, drill, False, len(drill.figures), needed=SORT_PASS)
    line = (drill.lines if isinstance(drill, Sort) else drill.cases)[at]
    return _sorted(turn, drill, next(n for n, label in enumerate(_labels(drill)) if label.id != line.label))


def _expected(turn: TurnContext, asked: Figure) -> str:
    return number_text(turn, asked.expected(base(turn.language)), w(turn, asked.unit) if asked.unit else "")


def _drill(turn: TurnContext, desk: Desk) -> Any:
    return desk.course.lessons[turn.state["d"]["lesson"]].drill(turn.state["d"]["id"])


def _next(turn: TurnContext, drill: Drill) -> None:
    turn.next_step()
    _ask(turn, drill)


def _ask(turn: TurnContext, drill: Drill) -> None:
    at = turn.state["d"]["i"]
    if isinstance(drill, Sort | Decide):
        lines = drill.lines if isinstance(drill, Sort) else drill.cases
        head = t(turn, "of", n=at + 1, total=len(lines))
        turn.reply.say(f"{head}\n{w(turn, lines[at].text)}", *_drawers(turn, drill))
    elif isinstance(drill, Trace):
        turn.reply.say(t(turn, f"facet_{drill.facets[at]}"))
    elif isinstance(drill, Calculate):
        asked = drill.figures[at]
        unit = f"（{w(turn, asked.unit)}）" if asked.unit and base(turn.language) == "zh" else ""
        unit = f" ({w(turn, asked.unit)})" if asked.unit and base(turn.language) == "en" else unit
        turn.reply.say(f"{t(turn, 'of', n=at + 1, total=len(drill.figures))}\n{w(turn, asked.ask)}{unit}")


def _judge(turn: TurnContext, text: str, **evidence: Any) -> Judgement:
    judgement = turn.judge.judge("rep", text)
    turn.judged(judgement, drill=turn.state["d"]["id"], **evidence)
    # The words of the case are written in Simplified; the learner may write Traditional.
    return replace(judgement, text=to_simplified(text))


def _line(turn: TurnContext, drill: Write | Rewrite, text: str) -> bool | None:
    open_ = turn.state["d"]
    judgement = _judge(turn, text, wanted=[drill.wanted, *drill.also])
    verdict = grade_line(drill, judgement, base(turn.language))
    if open_.get("shown") and _same(turn, drill.sample, text):
        turn.reply.say(t(turn, "fault_sample"))
        return None
    if verdict.right:
        turn.reply.say(_praise(turn, verdict, drill.wanted))
        _sample(turn, drill)
        return True
    turn.reply.say(_fault(turn, verdict, drill.wanted, drill))
    if open_["once"]:
        _sample(turn, drill)
        return False
    tries = open_["tries"] + 1
    turn.keep(d={**open_, "tries": tries, "missed": True})
    turn.next_step()
    if tries >= SHOW_AFTER:
        turn.reply.say(t(turn, "try_again_or_see"), press(turn, "button_show", "show"))
    else:
        turn.reply.say(t(turn, "try_again"))
    return None


def _trace(turn: TurnContext, desk: Desk, drill: Trace, text: str) -> bool | None:
    open_ = turn.state["d"]
    facet = drill.facets[open_["i"]]
    judgement = _judge(turn, text, wanted=["trace"], facet=facet)
    verdict = grade_trace(drill, facet, desk.course.cues[facet], judgement, base(turn.language))
    tries = open_["tries"] + 1
    if not verdict.right and not open_["once"] and tries < SHOW_AFTER:
        turn.reply.say(_fault(turn, verdict, f"facet_{facet}", drill))
        turn.keep(d={**open_, "tries": tries})
        return None
    sample = localise(drill.sample.of(base(turn.language))[open_["i"]], turn.language)
    said = t(turn, "right") if verdict.right else _fault(turn, verdict, f"facet_{facet}", drill)
    turn.reply.say(f"{said}\n{t(turn, 'sample', sample=sample)}")
    return _go_on(turn, drill, verdict.right, len(drill.facets), needed=1.0)


def _figure(turn: TurnContext, drill: Calculate, text: str) -> bool | None:
    asked = drill.figures[turn.state["d"]["i"]]
    given = figure(to_simplified(text))
    if given is None:
        turn.reply.say(joined(turn, t(turn, "form_wrong"), t(turn, "form_number")))
        return None
    language = base(turn.language)
    right = matches(given, asked.expected(language), asked.tolerance, asked.unit, language)
    head = t(turn, "right") if right else t(turn, "wrong", solution=_expected(turn, asked))
    turn.reply.say(f"{head}\n{w(turn, asked.formula)}")
    return _go_on(turn, drill, right, len(drill.figures), needed=SORT_PASS)


def _sorted(turn: TurnContext, drill: Sort | Decide, place: int) -> bool | None:
    at = turn.state["d"]["i"]
    lines = drill.lines if isinstance(drill, Sort) else drill.cases
    line, labels = lines[at], _labels(drill)
    right = labels[place].id == line.label
    wanted = next(label for label in labels if label.id == line.label)
    head = t(turn, "right") if right else t(turn, "wrong", solution=_label_name(turn, wanted))
    turn.reply.say(f"{head}\n{w(turn, line.why)}")
    return _go_on(turn, drill, right, len(lines), needed=SORT_PASS)


def _go_on(turn: TurnContext, drill: Drill, right: bool, total: int, *, needed: float) -> bool | None:
    open_ = turn.state["d"]
    rights = [*open_["rights"], right]
    turn.keep(d={**open_, "i": open_["i"] + 1, "rights": rights, "tries": 0})
    if len(rights) < total:
        _next(turn, drill)
        return None
    return share(rights) >= needed - 1e-9


def _labels(drill: Sort | Decide) -> tuple[Label, ...]:
    if isinstance(drill, Sort):
        return drill.labels
    blank = Words(zh="-", en="-")
    return tuple(Label(id=name, name=blank) for name in ("objection", "concern", "unclear"))


def _label_name(turn: TurnContext, label: Label) -> str:
    return t(turn, f"case_{label.id}") if label.name.zh == "-" else w(turn, label.name)


def _drawers(turn: TurnContext, drill: Sort | Decide) -> list[Button]:
    return [
        Button(f"{n}. {_label_name(turn, label)}", turn.press_code(f"l{n - 1}"))
        for n, label in enumerate(_labels(drill), 1)
    ]


def _named(turn: TurnContext, drill: Sort | Decide, text: str) -> int | None:
    """Return which drawer a text names, by number, letter or name."""
    labels = _labels(drill)
    plain = to_simplified(text).strip().lower().strip('。.，,！!？? “”"')
    # The label of a button is "2. need".
    plain = re.sub(r"^[1-6][.、]\s*(?=\S)", "", plain)
    for place, label in enumerate(labels):
        names = (_label_name(turn, label), label.name.zh, label.name.en, label.id)
        if plain in {to_simplified(name).lower() for name in names if name != "-"}:
            return place
    if len(plain) == 1 and plain in "123456abcdef":
        place = int(plain) - 1 if plain.isdecimal() else "abcdef".index(plain)
        return place if 0 <= place < len(labels) else None
    return None


def _sample(turn: TurnContext, drill: Any) -> None:
    turn.reply.say(f"{t(turn, 'sample', sample=w(turn, drill.sample))}\n{w(turn, drill.why)}")


def _praise(turn: TurnContext, verdict: Verdict, wanted: str) -> str:
    if verdict.unsure:
        return t(turn, "line_unsure")
    return t(turn, "line_right", label=t(turn, f"label_{wanted}"))


def _fault(turn: TurnContext, verdict: Verdict, wanted: str, drill: Any) -> str:
    values: dict[str, object] = {"read": t(turn, f"label_{verdict.label}"), "word": verdict.word}
    if verdict.fault == "topic":
        values["words"] = _named_words(turn, drill, 3)
    if not wanted.startswith("facet_"):
        values["wanted"] = t(turn, f"label_{wanted}")
    else:
        values["wanted"] = t(turn, "label_trace")
    return t(turn, f"fault_{verdict.fault}", **values)


def _named_words(turn: TurnContext, drill: Phrased, most: int) -> str:
    """Return words of the case to touch on; a stem (`introduc`) is shown as the word of the case that it begins."""
    language = base(turn.language)
    words = drill.keywords.of(language)[:most]
    if language == "en":
        case = re.findall(r"[a-z-]+", " ".join((drill.scene.en, drill.ask.en, drill.sample.en, drill.why.en)).lower())
        whole = [next((each for each in case if each.startswith(word.lower())), word) for word in words]
        words = tuple(dict.fromkeys(whole))
    return " / ".join(localise(word, turn.language) for word in words)


def _same(turn: TurnContext, sample: Words, text: str) -> bool:
    bare = "".join(c for c in to_simplified(text).lower() if c.isalnum())
    return bare in {"".join(c for c in each.lower() if c.isalnum()) for each in (sample.zh, sample.en)}
