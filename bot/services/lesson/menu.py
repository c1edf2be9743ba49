"""The list of lessons, progress, and the certificate: what is shown at once and closes by itself."""

from __future__ import annotations

from bot.coach.lesson import unlock
from bot.coach.lesson.model import CoursePart
from bot.coach.lesson.unlock import Standing

from .. import progress
from ..certificate import CertificateWords, draw_certificate
from ..messages import Button, Message
from ..turn import TurnContext
from .book import Book
from .desk import Desk
from .review import harvest
from .words import link, t, w

MARKS = {Standing.PASSED: "✓", Standing.OPEN: "▷", Standing.LOCKED: "🔒"}
LONGEST_NAME = 60


def overview(turn: TurnContext, desk: Desk, book: Book, *, whole: bool = False) -> None:
    """Show where the learner is: the present part's lessons and a line for each other part, or the `whole` list."""
    harvest(book)
    shot = progress.snapshot(turn.uow, turn.user, desk.course, turn.now)
    values = {"passed": len(shot.passed), "total": len(desk.course.lessons), "due": shot.due}
    lines = [t(turn, "list_head" if shot.passed or shot.begun else "list_first", **values)]
    for part in desk.course.parts:
        lines += _part(turn, desk, shot, part, whole=whole)
    more = [] if whole else [link(turn, "button_all", "all")]
    turn.reply.say("\n".join(lines), *_offers(turn, desk, shot, book), *more)
    turn.close("shown")


def _part(turn: TurnContext, desk: Desk, shot: progress.Snapshot, part: CoursePart, *, whole: bool) -> list[str]:
    """Return the lines of a part: its lessons where they are learned now (or `whole`), else one line."""
    lessons = desk.course.of_part(part.number)
    if not lessons:
        return []
    title = t(turn, "part", n=part.number, title=w(turn, part.title))
    now = shot.next is not None and desk.course.lessons[shot.next].part == part.number
    if not whole and not now:
        passed = all(lesson.number in shot.passed for lesson in lessons)
        mark = "✓" if part.number in shot.exams else "▷" if passed else "🔒"
        if not passed and any(lesson.number in shot.passed | shot.begun for lesson in lessons):
            mark = "▷"
        span = "–".join(dict.fromkeys((str(lessons[0].number), str(lessons[-1].number))))
        return [f"{mark} {t(turn, 'part_span', title=title, span=span)}"]
    lines = [f"\n{title}{' ✓' if part.number in shot.exams else ''}"]
    for lesson in lessons:
        standing = unlock.standing(desk.course, lesson.number, shot.passed)
        lines.append(f"{MARKS[standing]} {lesson.number}. {w(turn, lesson.title)}")
    return [*lines, ""]


def refuse(turn: TurnContext, desk: Desk, book: Book, number: int) -> bool:
    """Say so where lesson `number` does not exist or is locked, and offer what fits; False where it is open."""
    if number not in desk.course.lessons:
        numbers = sorted(desk.course.lessons)
        shot = progress.snapshot(turn.uow, turn.user, desk.course, turn.now)
        said = t(turn, "no_such", number=number, first=numbers[0], last=numbers[-1])
        turn.reply.say(said, *_offers(turn, desk, shot, book)[:1], link(turn, "button_list", ""))
        turn.close("shown")
        return True
    lacking = unlock.missing(desk.course, number, book.passed())
    if not lacking or number in book.passed():
        return False
    names = t(turn, "list_comma").join(str(n) for n in lacking)
    shot = progress.snapshot(turn.uow, turn.user, desk.course, turn.now)
    turn.reply.say(
        t(turn, "locked", number=number, missing=names),
        *_offers(turn, desk, shot, book)[:1],
        link(turn, "button_placement", "placement"),
        link(turn, "button_list", ""),
    )
    turn.close("shown")
    return True


def show_progress(turn: TurnContext, desk: Desk, book: Book) -> None:
    """Show one screen of progress and the picture."""
    harvest(book)
    shot = progress.snapshot(turn.uow, turn.user, desk.course, turn.now)
    text, picture = progress.screen(shot, desk.course, turn.catalog, turn.language, desk.folder)
    turn.reply.say(text, *_offers(turn, desk, shot, book), image=picture)
    turn.close("shown")


def ask_name(turn: TurnContext, desk: Desk, book: Book) -> None:
    """Ask which name stands on the certificate; say what is missing where it is not earned yet."""
    shot = progress.snapshot(turn.uow, turn.user, desk.course, turn.now)
    if not shot.finished:
        parts = {lesson.part for lesson in desk.course.lessons.values()}
        left, exams = len(desk.course.lessons) - len(shot.passed), len(parts - shot.exams)
        turn.reply.say(t(turn, "certificate_not_yet", lessons=left, exams=exams), *_offers(turn, desk, shot, book))
        turn.close("shown")
        return
    turn.keep(mode="certificate")
    turn.next_step()
    buttons = [Button(turn.user.name[:LONGEST_NAME], turn.press_code("name"))] if turn.user.name else []
    turn.reply.say(t(turn, "certificate_name"), *buttons)


def certificate(turn: TurnContext, desk: Desk, name: str) -> None:
    """Draw the certificate for `name` and hand it over as picture and PDF."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not any(c.isalpha() for c in name):
        turn.reply.say(t(turn, "certificate_name_wrong", longest=LONGEST_NAME))
        return
    shot = progress.snapshot(turn.uow, turn.user, desk.course, turn.now)
    day = f"{shot.finished_on or turn.now.date()}"
    words = CertificateWords(
        title=t(turn, "certificate_title"),
        name=name,
        says=t(turn, "certificate_says"),
        details=t(turn, "certificate_details", lessons=len(desk.course.lessons), exams=len(shot.exams)),
        day=day,
        issuer=t(turn, "certificate_issuer"),
    )
    png, pdf = draw_certificate(words, desk.folder / "certificates")
    turn.reply.messages.append(Message(t(turn, "certificate_done", name=name), image=str(png)))
    turn.reply.messages.append(Message(t(turn, "certificate_pdf"), document=str(pdf)))
    turn.close("shown")


def pressed_name(turn: TurnContext, desk: Desk) -> None:
    """Take the name that the channel knows."""
    certificate(turn, desk, turn.user.name)


def _offers(turn: TurnContext, desk: Desk, shot: progress.Snapshot, book: Book) -> list[Button]:
    buttons = []
    if shot.next is not None:
        begun = book.rows().get(shot.next)
        key = "button_go_on" if begun is not None and begun.place else "button_lesson"
        buttons.append(link(turn, key, str(shot.next), number=shot.next))
    if shot.due:
        buttons.append(link(turn, "button_review", "review", n=shot.due))
    for part in unlock.exams_open(desk.course, shot.passed, shot.exams):
        buttons.append(link(turn, "button_exam", f"exam {part.number}", part=part.number))
    if shot.next is not None:
        buttons.append(link(turn, "button_placement", "placement"))
    if shot.finished:
        buttons.append(link(turn, "button_certificate", "certificate"))
    buttons.append(link(turn, "button_progress", "progress"))
    buttons.append(link(turn, "button_settings", "settings"))
    return buttons
