"""A learner by script: answers whatever a lesson asks, and now and then badly."""

from __future__ import annotations

from random import Random
from typing import Any

from bot.coach.lesson.drills import Calculate, Decide, Scene, Sort, Trace
from bot.coach.lesson.grade import solution
from bot.coach.lesson.items import Match, Number, Order
from bot.coach.lesson.model import Course
from bot.language import base, localise
from bot.services.practice import Practice, Who
from bot.store.tables import Session

LETTERS = "ABCDEF"
AGAIN = 2
"""How often a learner tries again at once."""
MOST = 200
"""Answers in one lesson; more means that nothing moves on."""


class Learner:
    """Takes lessons for `who`; `slips` is the share of quiz questions that are answered badly."""

    def __init__(self, practice: Practice, who: Who, course: Course, rng: Random, slips: float = 0.0) -> None:
        self.practice, self.who, self.course, self.rng, self.slips = practice, who, course, rng, slips

    def learn(self, number: int) -> bool:
        """Go through a lesson, what is missed a second and third time; return whether it was passed."""
        self.practice.start(self.who, "lesson", {"lesson": str(number)})
        slips, again = self.slips, AGAIN
        for _ in range(MOST):
            session = self._session()
            if session is None:
                return True
            line = self._line(session, slips)
            if line is not None:
                self.practice.take(self.who, line)
            elif again and session.state.get("stage") in ("missed", "drill_missed"):
                slips, again = 0.0, again - 1
                self.practice.press(self.who, f"{session.id}.{session.state['step']}.again")
            else:
                break
        self.practice.command(self.who, "end")
        return False

    def _session(self) -> Session | None:
        place = self.practice.place(self.who)
        if place.session_id is None:
            return None
        with self.practice.unit() as uow:
            return uow.sessions.get(place.session_id)

    def _line(self, session: Session, slips: float) -> str | None:
        if session.state.get("mode") == "zone":
            return "Beijing" if session.language == "en" else "北京"
        stage = session.state.get("stage")
        if stage in ("card", "think"):
            return "next" if session.language == "en" else "下一步"
        if stage == "quiz":
            return self._answer(session.state["q"], session.language, slips)
        if stage == "drill":
            return self._drill(session.state["d"], session.language)
        return None

    def _answer(self, question: dict[str, Any], language: str, slips: float) -> str:
        item = self.course.lessons[question["lesson"]].item(question["id"])
        layout, good = tuple(question["layout"]), self.rng.random() >= slips
        places = solution(item, layout)
        if isinstance(item, Number):
            return f"{item.expected(base(language)) + (0 if good else 977):g}"
        if isinstance(item, Order):
            return "-".join(str(n + 1) for n in (places if good else places[::-1]))
        if isinstance(item, Match):
            order = places if good else (*places[1:], *places[:1])
            return " ".join(f"{n}{LETTERS[p]}" for n, p in enumerate(order, 1))
        wrong = [n for n in range(len(layout)) if n not in places][:1]
        return " ".join(LETTERS[n] for n in (places if good or not wrong else wrong))

    def _drill(self, open_: dict[str, Any], language: str) -> str:
        drill, key = self.course.lessons[open_["lesson"]].drill(open_["id"]), base(language)
        at = open_["i"]
        if isinstance(drill, Sort):
            return str([label.id for label in drill.labels].index(drill.lines[at].label) + 1)
        if isinstance(drill, Decide):
            return str(("objection", "concern", "unclear").index(drill.cases[at].label) + 1)
        if isinstance(drill, Calculate):
            return f"{drill.figures[at].expected(key):g}"
        if isinstance(drill, Trace):
            return localise(drill.sample.of(key)[at], language)
        if isinstance(drill, Scene):
            lines = drill.sample.of(key)
            return localise(lines[min(at, len(lines) - 1)], language)
        return localise(drill.sample.of(key), language)
