"""What becomes of an answer: kept, pressed once more, or turned into a question to take to the customer."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.coach.judgement import NEEDS, Judgement
from bot.coach.text import covered, plain
from bot.coach.trace.answers import DOCUMENT, GUESS, HAN, Answer
from bot.coach.trace.ledger import Line, Row
from bot.coach.trace.links import contradiction, time_contradicts, two_needs
from bot.coach.trace.naming import denied, everyone, passed_on, set_by
from bot.coach.trace.people import Person, people
from bot.coach.trace.source import SOURCES, guess_source, is_personal, named_source
from bot.coach.trace.whom import ask_whom

from . import trace_book as book
from . import trace_choice as choices
from . import trace_rows as table
from . import trace_words as words
from .trace_words import t
from .turn import TurnContext

LONGEST = 1000
"""Characters of an answer up to which it is taken without a word on its length."""
PERSONAL = re.compile(r"个人|自己|本人|私人|personal|himself|herself|own gain")
BUSINESS = re.compile(
    r"公司|业务|单位|组织|厂|院|部门|效率|成本|利润|收入|风险|产能|两边|都有|"
    r"company|business|organi|efficien|cost|profit|revenue|risk|capacity|firm|both"
)
HEARD_GUESS = re.compile(
    r"猜|推(?:的|测|断)|我(?:自己)?(?:想|觉得|看)的|\b(?:guess\w*|my (?:own )?(?:reading|view|hunch|words)|mine)\b"
)
HEARD_SAID = re.compile(
    r"^\W*(?:是)?(?:他们?|她|客户|对方)?(?:自己|亲口|当面)+(?:说|讲|提)(?:过)?的?\W*$|^\W*(?:they|he|she|the customer) "
    r"(?:did )?(?:say|said|told (?:me|us)) ?(?:so|it|that|this)?(?: (?:himself|herself|themselves))?\W*$"
)
SPOKEN = re.compile(r"[“\"「『«](.{2,}?)[”\"」』»]")
OWN_SIDE = re.compile(
    r"^\W*(?:my|our)\b|^\W*我(?:们|的)?(?:自己)?(?:公司|这边)?的?(?:老板|经理|领导|主管|总监|同事|团队)"
)
"""Whoever sits on our side is no customer who said so."""
DENIED = ("不是", "否", "没有", "no", "nope", "not", "没")
AFFIRMED = ("是", "对", "yes", "yep", "right", "correct", "嗯", "没错", "说过", "确认")


def unknown(turn: TurnContext, row: Row, link: str) -> bool:
    """Keep the link as an open question, and say whom to ask and how."""
    question = ask_whom(row, link)
    said = t(turn, "go_and_ask", whom=words.whom(turn, question), question=words.to_ask(turn, row, question))
    return table.put(turn, row.with_open(question), said, answered=False)


def push_back(turn: TurnContext, row: Row, link: str, read: Answer) -> bool:
    """Press once on a reason that is none; the second time keep it and count the link as missing."""
    if read.kind == "person" and read.setter:
        clash = None if denied(read.text) or passed_on(read.text) else contradiction(row, [read.setter])
        if row.who and clash:
            return choices.open_choice(turn, "who", "who", read.text, [clash[0].text, clash[1].text])
        row = _named_aside(turn, row, read.setter)
    if turn.state.get("pushed") == link and read.kind in ("person", "nobody"):
        # It answers another question: nothing is kept in this cell but the question itself.
        question = ask_whom(row, link)
        said = t(turn, "go_and_ask", whom=words.whom(turn, question), question=words.to_ask(turn, row, question))
        return table.put(turn, row.with_open(question), said, answered=False)
    if turn.state.get("pushed") == link:
        # Pressed once already: the answer is kept as it is, and the link counts as missing.
        kept = replace(row.with_open(ask_whom(row, link)), weak=(*row.weak, link), **{link: read.text})  # type: ignore[arg-type]
        question = kept.open[-1]
        said = t(turn, "kept_weak", whom=words.whom(turn, question), question=words.to_ask(turn, row, question))
        return table.put(turn, kept, said, answered=False)
    turn.keep(pushed=link)
    turn.next_step()
    # Only a document is a place where it is written; “they just want it” names none.
    bare = read.kind == "paper" and link != "who" and not DOCUMENT.search(plain(read.text))
    key = "push_person_kept" if read.kind == "person" and row.who else "push_wish" if bare else f"push_{read.kind}"
    values = {"text": words.short(read.text, 60), "item": words.short(row.requirement, 60), "who": row.who}
    said = t(turn, key, **values)
    if read.kind == "person":
        said += "\n" + words.question(turn, row, link)
    turn.reply.say(said, *words.buttons(turn, row, link))
    return True


def _named_aside(turn: TurnContext, row: Row, person: Person) -> Row:
    """Remember who set the demand although something else was asked; a later word corrects an earlier one."""
    row = replace(row, who=person.text, role=person.role or "").without_open("who")
    table.remember(turn, row)
    book.save(turn, book.load(turn).put(row))
    return row


def keep_elsewhere(turn: TurnContext, row: Row, link: str, other: str, read: Answer) -> bool:
    """Keep an answer at the link it belongs to, say so, and ask once more for the one that is open."""
    known = str(getattr(row, other))
    text = read.text if not known or read.text in known else _joined(known, read.text)
    table.remember(turn, row)
    row = replace(row, **{other: text}, guessed=row.guessed or read.guessed).without_open(other)  # type: ignore[arg-type]
    book.save(turn, book.load(turn).put(row))
    turn.keep(pushed=link)
    turn.next_step()
    said = t(turn, f"belongs_{other}") + "\n" + words.question(turn, row, link)
    turn.reply.say(said, *words.buttons(turn, row, link))
    return True


def _joined(known: str, more: str) -> str:
    """Two answers about one thing as one: no mark between them that would part two needs."""
    return f"{known.rstrip('。.')}{'，' if HAN.search(known + more) else ', '}{more}"


def real(turn: TurnContext, row: Row, link: str, read: Answer, judgement: Judgement) -> bool:
    """Keep an answer that tells something, with what it contradicts."""
    reactions = [t(turn, "long_answer")] if len(read.text) > LONGEST else []
    if link == "who" and (clash := contradiction(row, read.people)):
        return choices.open_choice(turn, "who", link, read.text, [clash[0].text, clash[1].text])
    if link in ("now", "wanted") and (parts := two_needs(read.text)):
        return choices.open_choice(turn, "cell", link, read.text, list(parts))
    row = replace(row, guessed=row.guessed or read.guessed)
    if link == "who":
        return _who(turn, row, read, reactions)
    if link == "time":
        return _time(turn, row, read, reactions)
    row = replace(row, **{link: read.text})  # type: ignore[arg-type]
    if link == "why":
        row, note = _why(turn, row, judgement)
        reactions += note
    if read.guessed:
        reactions.append(t(turn, "guessed"))
    elif not reactions:
        reactions.append(t(turn, f"took_{link}"))
    return table.put(turn, row, *reactions)


def _why(turn: TurnContext, row: Row, judgement: Judgement) -> tuple[Row, list[str]]:
    """A reason that is a pain is how things are now; one that is a wish is what they want."""
    if judgement.unsure or judgement.label not in NEEDS:
        return row, []
    link = "now" if judgement.label == "implied_need" else "wanted"
    return replace(row, **{link: row.why}), [t(turn, f"why_is_{link}")]  # type: ignore[arg-type]


def _who(turn: TurnContext, row: Row, read: Answer, reactions: list[str]) -> bool:
    person = read.setter
    if person and person.role == "procurement" and turn.state.get("pushed") != "who":
        turn.keep(pushed="who")
        turn.next_step()
        turn.reply.say(
            t(turn, "push_procurement", who=words.short(person.text, 30)),
            *words.buttons(turn, replace(row, why=""), "who"),
        )
        return True
    who = person.text if person else read.text.strip(" ，,。.")
    row = replace(row, who=who, role=(person.role or "") if person else "")
    passed_on = person is not None and person.role == "procurement"
    if person and passed_on:
        row = row.with_open(replace(ask_whom(replace(row, who=""), "who"), whom=person.text))
        reactions.append(t(turn, "took_procurement", who=person.text))
    else:
        reactions.append(t(turn, "took_who" if person else "took_who_vague", who=words.short(who, 40)))
    return table.put(turn, row, *reactions, answered=not passed_on)


def _time(turn: TurnContext, row: Row, read: Answer, reactions: list[str]) -> bool:
    row = replace(row, time=read.text)
    if time_contradicts(row, read.text):
        date = next(words_ for cue, words_ in row.spans if cue == "date")
        reactions.append(
            t(
                turn,
                "time_contradicts",
                item=words.short(row.requirement, 60),
                date=date,
                answer=words.short(read.text, 60),
            )
        )
    else:
        reactions.append(t(turn, f"took_time_{read.timing or 'plain'}"))
    return table.put(turn, row, *reactions)


def closed(turn: TurnContext, row: Row, link: str, text: str) -> bool:
    """Take an answer to a question with fixed choices, from a button or in words."""
    line = plain(text)
    if link == "heard":
        if text in ("said", "guess"):
            return table.put(turn, replace(row, heard=text), t(turn, f"took_heard_{text}"))
        own = bool(OWN_SIDE.match(line)) and not SPOKEN.search(text)
        guess = own or bool(GUESS.search(line) or HEARD_GUESS.search(line)) or line.strip(" .。!") in DENIED
        named = covered(text, " ".join(person.text for person in everyone(text))) >= 0.75
        bare = named or line.strip(" .。!") in AFFIRMED or bool(HEARD_SAID.match(line))
        spoken = SPOKEN.search(text)
        quote = spoken.group(1) if spoken else text
        heard = replace(
            row, heard="guess" if guess and not spoken else "said", quote=quote if spoken or not (bare or guess) else ""
        )
        return table.put(turn, heard, t(turn, f"took_heard_{heard.heard}"), *_second_need(turn, heard))
    if link == "source" and (is_personal(text) or PERSONAL.search(line)):
        return table.put(turn, replace(row, level="personal"), t(turn, "took_level_personal"))
    value = _value(link, text, line, row)
    if value is None and turn.state.get("pushed") == link:
        # Asked twice: the words are kept with the open question, and we go on.
        question = ask_whom(row, link)
        said = t(turn, "kept_weak", whom=words.whom(turn, question), question=words.to_ask(turn, row, question))
        return table.put(turn, row.with_open(question), said, answered=False)
    if value is None:
        turn.keep(pushed=link)
        turn.reply.say(t(turn, f"choose_{link}"))
        table.ask(turn)
        return True
    return table.put(turn, replace(row, **{link: value}), t(turn, f"took_{link}_{value}"))  # type: ignore[arg-type]


def _second_need(turn: TurnContext, row: Row) -> list[str]:
    """Words about the person's own gain behind a need of the company are a second need, kept beside the rows."""
    if row.level != "business" or not is_personal(row.quote):
        return []
    book.save(turn, book.load(turn).add((), [Line(row.quote, "need", "personal")]))
    return [t(turn, "also_personal")]


def _value(link: str, text: str, line: str, row: Row) -> str | None:
    if link == "level":
        if text in ("business", "personal"):
            return text
        if is_personal(text) or PERSONAL.search(line):
            return "personal"
        return "business" if BUSINESS.search(line) or guess_source(text) else None
    if text in SOURCES:
        return text
    if line.strip(" .。!") in AFFIRMED:
        return guess_source(row.texts())
    return named_source(text)


def as_before(turn: TurnContext, row: Row, link: str, read: Answer) -> Answer:
    """“Same as above” is the answer that the row before gave to this link; without one it is no answer."""
    earlier = [each for each in book.load(turn).rows if each.number < row.number and getattr(each, link)]
    if not earlier or link == "heard":
        return replace(read, kind="nothing_before")
    text = str(getattr(earlier[-1], link))
    return Answer("real", text, people(text), set_by(text), timing=read.timing)
