"""The exercise `lesson`: one lesson, an exam, the placement test, what comes back, or a look at the list."""

from __future__ import annotations

import re

from bot.coach.lesson import unlock
from bot.coach.lesson.figures import figure
from bot.language import to_simplified

from ..turn import Exercise, TurnContext
from . import ask, course, drill, exam, menu, review, settings, zone
from .book import Book
from .desk import Desk
from .words import link, t

WISHES = (
    ("review", r"复习|温习|回顾|review|repeat|come back"),
    ("placement", r"定级|水平|摸底|跳过|placement|place|skip|test out"),
    ("exam", r"考试|测验|exam"),
    ("settings", r"设置|设定|提醒|时区|setting|remind|time ?zone|quiet"),
    ("certificate", r"证书|certificate|diploma"),
    ("all", r"全部|所有|\ball\b"),
    ("progress", r"进度|进展|progress"),
)
"""What can be asked for after `/lesson`, by a word or a button."""


class LessonExercise(Exercise):
    """Everything of the course in the chat."""

    name = "lesson"

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def start(self, turn: TurnContext, options: dict[str, str]) -> None:
        """Open what `options["lesson"]` asks for (`3`, `第三课`, `exam 2`, `review`, …), else the list."""
        book, what = self._book(turn), to_simplified(options.get("lesson", "")).strip().lower()
        wish = next((name for name, words in WISHES if re.search(words, what)), "")
        number = figure(what) if what and not wish else None
        if wish == "exam":
            self._exam(turn, book, what)
        elif wish == "review":
            review.open_review(turn, self.desk, book)
        elif wish == "placement":
            self._open(turn, book, "placement")
        elif wish == "settings":
            settings.open_settings(turn, book)
        elif wish == "certificate":
            menu.ask_name(turn, self.desk, book)
        elif wish == "progress":
            menu.show_progress(turn, self.desk, book)
        elif wish == "all":
            menu.overview(turn, self.desk, book, whole=True)
        elif number is not None:
            self._lesson(turn, book, int(number.value))
        else:
            menu.overview(turn, self.desk, book)

    def take(self, turn: TurnContext, text: str) -> None:
        """Take what was written, by what is open."""
        book, mode = self._book(turn), turn.state.get("mode")
        if self._changed(turn, book):
            return
        if mode == "lesson":
            course.take(turn, self.desk, book, text)
        elif mode in ("exam", "placement"):
            graded = ask.take(turn, self.desk, text)
            if graded is not None:
                exam.answered(turn, self.desk, book, graded, text)
        elif mode == "review":
            review.take(turn, self.desk, book, text)
        elif mode == "settings":
            settings.take(turn, book, text)
        elif mode == "zone":
            self._open(turn, book, zone.take(turn, book, text))
        else:
            menu.certificate(turn, self.desk, text)

    def press(self, turn: TurnContext, value: str) -> None:
        """Take a button, by what is open."""
        book, mode = self._book(turn), turn.state.get("mode")
        if self._changed(turn, book):
            return
        if mode == "lesson":
            course.press_(turn, self.desk, book, value)
        elif mode in ("exam", "placement"):
            graded = ask.pick(turn, self.desk, value)
            if graded is not None:
                exam.answered(turn, self.desk, book, graded, value)
        elif mode == "review":
            review.press_(turn, self.desk, book, value)
        elif mode == "settings":
            settings.press_(turn, book, value)
        elif mode == "zone":
            self._open(turn, book, zone.pressed(turn, book, value))
        else:
            menu.pressed_name(turn, self.desk)

    def command(self, turn: TurnContext, name: str) -> None:
        """Give a `hint` on a drill, `restart` a lesson; say so where a command does not apply."""
        in_lesson = turn.state.get("mode") == "lesson"
        if self._changed(turn, self._book(turn)):
            return
        if name == "hint" and self._drilling(turn):
            drill.hint(turn, self.desk)
        elif name == "restart" and in_lesson:
            course.restart(turn, self.desk, self._book(turn))
        else:
            turn.reply.say(t(turn, "no_hint" if name == "hint" else "no_command"))
            self.resume(turn)

    def resume(self, turn: TurnContext) -> None:
        """Ask the open question again."""
        book, mode = self._book(turn), turn.state.get("mode")
        if self._changed(turn, book):
            return
        if mode == "lesson":
            course.again(turn, self.desk, book)
        elif mode in ("exam", "placement"):
            exam.again(turn, self.desk)
        elif mode == "review":
            review.again(turn, self.desk, book)
        elif mode == "settings":
            settings.show(turn, book)
        elif mode == "zone":
            zone.show(turn)
        else:
            turn.reply.say(t(turn, "certificate_name"))

    def end(self, turn: TurnContext) -> None:
        """Close; the place in a lesson is kept, an unfinished exam is not counted."""
        mode = turn.state.get("mode")
        key = {"lesson": "left_lesson", "exam": "left_exam", "placement": "left_exam"}.get(str(mode), "left")
        turn.reply.say(t(turn, key, number=turn.state.get("lesson", "")), link(turn, "button_list", ""))
        turn.close("left")

    def _book(self, turn: TurnContext) -> Book:
        return Book(turn.uow, turn.user, turn.now)

    def _lesson(self, turn: TurnContext, book: Book, number: int) -> None:
        if not menu.refuse(turn, self.desk, book, number):
            self._open(turn, book, str(number))

    def _open(self, turn: TurnContext, book: Book, what: str | None) -> None:
        """Open a lesson or the placement test; the first time the learner is asked for the time zone before."""
        if what is None:
            return
        if not book.knows_zone:
            zone.ask(turn, what)
            return
        if what == "placement":
            exam.open_placement(turn, self.desk, book)
            return
        number = int(what)
        self._continue_from_others(turn, number)
        course.open_lesson(turn, self.desk, book, number)

    def _continue_from_others(self, turn: TurnContext, number: int) -> None:
        """Close older sessions of the same lesson: this one goes on from the place that was kept."""
        for other in turn.uow.sessions.of_user(turn.user.id, exercise=self.name, limit=50):
            if other.id != turn.session.id and other.status == "paused" and other.state.get("lesson") == number:
                other.status, other.outcome, other.ended_at = "ended", "continued", turn.now

    def _exam(self, turn: TurnContext, book: Book, what: str) -> None:
        open_ = unlock.exams_open(self.desk.course, book.passed(), book.exams())
        named = re.search(r"\d+", what)
        part = int(named[0]) if named else (open_[0].number if open_ else 0)
        lessons = self.desk.course.of_part(part)
        if lessons and all(lesson.number in book.passed() for lesson in lessons):
            exam.open_exam(turn, self.desk, book, part)
            return
        key = "exam_locked" if lessons else "exam_none"
        turn.reply.say(t(turn, key, part=part), link(turn, "button_list", ""))
        turn.close("shown")

    def _changed(self, turn: TurnContext, book: Book) -> bool:
        """Say so where the lessons were changed under an open session, and begin its lesson anew or show the list."""
        if self._stands(turn):
            return False
        turn.reply.say(t(turn, "changed"))
        if turn.state.get("lesson") in self.desk.course.lessons:
            course.restart(turn, self.desk, book)
        else:
            menu.overview(turn, self.desk, book)
        return True

    def _stands(self, turn: TurnContext) -> bool:
        """Say whether all that the session's state names is still in the course."""
        state, lessons = turn.state, self.desk.course.lessons
        stage = state.get("stage") if state.get("mode") == "lesson" else state.get("kind", "item")
        try:
            if state.get("mode") == "lesson":
                lesson = lessons[state["lesson"]]
                kept = lesson.cards if stage == "card" else lesson.think
                if stage in ("card", "think") and state["i"] >= len(kept):
                    return False
            if stage in ("quiz", "item") and state.get("q"):
                lessons[state["q"]["lesson"]].item(state["q"]["id"])
            if stage == "drill" and state.get("d"):
                lessons[state["d"]["lesson"]].drill(state["d"]["id"])
        except KeyError:
            return False
        return True

    def _drilling(self, turn: TurnContext) -> bool:
        state = turn.state
        return bool(state.get("d")) and (state.get("stage") == "drill" or state.get("kind") == "drill")
