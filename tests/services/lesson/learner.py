"""A learner by script: answers whatever the lesson exercise asks, well or badly."""

import re

from bot.coach.lesson.drills import Calculate, Decide, Scene, Sort, Trace
from bot.coach.lesson.grade import solution
from bot.coach.lesson.items import Match, Multiple, Number, Order, Single
from bot.content.lessons import read_course
from bot.language import base, localise
from bot.services.lesson.desk import Desk
from bot.services.lesson.exercise import LessonExercise
from bot.services.roleplay import RolePlay
from bot.settings import ROOT
from tests.factories import FakeJudge, make_practice

COURSE = read_course()
SCENES = RolePlay(ROOT / "data" / "content" / "scenes")


def scenes():
    """Return the scenes of the role-play."""
    return SCENES.scenes


LETTERS = "ABCDEF"


class KindJudge(FakeJudge):
    """Labels the samples of the lessons as their drills want them, everything else as `other`."""

    def __init__(self):
        table = {}
        for lesson in COURSE.lessons.values():
            for drill in lesson.drills:
                if isinstance(drill, Scene):
                    table |= self._played(drill)
                elif isinstance(drill, Trace):
                    table |= dict.fromkeys(self._all(drill.sample.zh, drill.sample.en), "trace")
                elif hasattr(drill, "wanted"):
                    table |= dict.fromkeys(self._all((drill.sample.zh,), (drill.sample.en,)), drill.wanted)
        super().__init__(table)

    def _played(self, drill):
        """Return the label of each sample line of a scene: that of the item whose question ends it."""
        kinds = {"problem": "problem", "fear": "problem", "implication": "implication", "payoff": "need_payoff"}
        found = {}
        for line in (*drill.sample.zh, *drill.sample.en):
            items = [
                item
                for item in scenes()[drill.play].items
                if item.kind in kinds
                and any(
                    line.endswith(ask) for asks in (item.asks.get("zh", ()), item.asks.get("en", ())) for ask in asks
                )
            ]
            found |= dict.fromkeys((line, localise(line, "zh-Hant")), kinds[items[0].kind] if items else "acknowledge")
        return found

    @staticmethod
    def _all(zh, en):
        return [*zh, *(localise(text, "zh-Hant") for text in zh), *en]


def make(engine, tmp_path, course=COURSE, judge=None):
    """Return a practice service with the lessons."""
    desk = Desk(course, scenes, tmp_path)
    return make_practice(engine, [LessonExercise(desk)], judge or KindJudge())


class Learner:
    """Answers in `language`; `wrong` holds the item ids that are answered badly."""

    def __init__(self, practice, who, course=COURSE, wrong=()):
        self.practice, self.who, self.course, self.wrong = practice, who, course, set(wrong)
        self.said = []

    def open(self, **options):
        """Start the exercise and keep what it says."""
        reply = self._keep(self.practice.start(self.who, "lesson", options))
        session = self.session()
        if session is not None and session.state.get("mode") == "zone":
            reply = self.say("UTC+8")
        return reply

    def say(self, text):
        """Write something."""
        return self._keep(self.practice.take(self.who, text))

    def session(self):
        """Return the open session's row, or None."""
        place = self.practice.place(self.who)
        if place.session_id is None:
            return None
        with self.practice.unit() as uow:
            return uow.sessions.get(place.session_id)

    def run(self, most=400):
        """Go on until the session closes or a pass was missed; return whether it closed."""
        for _ in range(most):
            session = self.session()
            if session is None:
                return True
            if session.state.get("stage") in ("missed", "drill_missed"):
                return False
            self.step(session)
        raise AssertionError(f"no end after {most} steps: {self.said[-3:]}")

    def step(self, session):
        """Answer what is open."""
        state = session.state
        stage = state.get("stage") if state["mode"] == "lesson" else state.get("kind", "item")
        if stage in ("card", "think"):
            self.say("next" if session.language == "en" else "下一步")
        elif stage in ("quiz", "item"):
            self.say(self.answer(state["q"], session.language))
        elif stage == "drill":
            self.say(self.drill_line(state["d"], session.language))
        else:
            raise AssertionError(f"nothing to answer at {stage}")

    def answer(self, question, language):
        """Return the right answer to the open item as a person types it, or a wrong one."""
        item = self.course.lessons[question["lesson"]].item(question["id"])
        layout, good = tuple(question["layout"]), question["id"] not in self.wrong
        places = solution(item, layout)
        if isinstance(item, Number):
            return f"{item.expected(base(language)) + (0 if good else 977):g}"
        if isinstance(item, Order):
            return "-".join(str(n + 1) for n in (places if good else places[::-1]))
        if isinstance(item, Match):
            return " ".join(f"{n}{LETTERS[p]}" for n, p in enumerate(places if good else places[1:] + places[:1], 1))
        if not good:
            places = [n for n in range(len(layout)) if n not in places][:1]
        assert isinstance(item, Single | Multiple)
        return " ".join(LETTERS[n] for n in places)

    def drill_line(self, open_, language):
        """Return a good answer to the open drill, or a bad one."""
        drill, key = self.course.lessons[open_["lesson"]].drill(open_["id"]), base(language)
        at, good = open_["i"], open_["id"] not in self.wrong
        if isinstance(drill, Sort):
            ids = [label.id for label in drill.labels]
            place = ids.index(drill.lines[at].label)
            return str((place if good else (place + 1) % len(ids)) + 1)
        if isinstance(drill, Decide):
            place = ("objection", "concern", "unclear").index(drill.cases[at].label)
            return str((place if good else (place + 1) % 3) + 1)
        if isinstance(drill, Calculate):
            return f"{drill.figures[at].expected(key) + (0 if good else 977):g}"
        if isinstance(drill, Trace):
            return localise(drill.sample.of(key)[at], language) if good else "blah blah blah"
        if isinstance(drill, Scene):
            lines = drill.sample.of(key)
            return localise(lines[min(at, len(lines) - 1)], language) if good else "blah blah blah"
        return localise(drill.sample.of(key), language) if good else "blah blah blah"

    def buttons(self):
        """Return the actions of the last message's buttons, by label."""
        return {button.label: button.action for button in self.last.messages[-1].buttons}

    def press(self, action):
        """Press a button, a command or a press."""
        if action.startswith("/lesson"):
            what = action.removeprefix("/lesson").strip()
            return self.open(lesson=what)
        return self._keep(self.practice.press(self.who, action))

    def _keep(self, reply):
        self.last = reply
        self.said += [message.text for message in reply.messages]
        return reply

    def heard(self, pattern):
        """Say whether the coach said something that matches."""
        return any(re.search(pattern, text) for text in self.said)
