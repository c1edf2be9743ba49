"""Retention: old words go, dates and counts stay, new words are left alone, and running twice changes nothing."""

import os
import threading
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.store.people_tables import AuditEntry, Comment, Correction, Tally
from bot.store.tables import LessonAnswer, LessonProgress, LessonReturn, Score, Turn
from bot.store.unit import units
from tests.factories import NOW
from tests.services.people import add_talk, company, office

LINE = {"dimension": "trust", "score": 7.0, "quotes": ["one"]}
LATER = NOW + timedelta(days=400)


@pytest.fixture
def people(database):
    return company(database)


@pytest.fixture
def house(database, tmp_path):
    return office(database, tmp_path, days=365)


@pytest.fixture
def old(database, people):
    """Return the id of an old talk with all that hangs on it."""
    with units(database)() as uow:
        talk = add_talk(uow, people.anna, "one", "two", outcome="won", private=True)
        turn = uow.sessions.turns(talk.id)[0]
        uow.sessions.add_score(Score(session_id=talk.id, version="1", total=70, lines=[LINE], at=NOW))
        verdict = {"session_id": talk.id, "turn_id": turn.id, "by_id": people.mo, "at": NOW}
        uow.orm.add(Comment(session_id=talk.id, turn_id=turn.id, author_id=people.mo, text="well", at=NOW))
        uow.orm.add(Correction(**verdict, what="label", item="rep", old={"label": "a"}, new={"label": "b"}, reason="x"))
        uow.orm.add(LessonProgress(user_id=people.anna, lesson=1, started_at=NOW, best=0.9))
        uow.orm.add(LessonAnswer(user_id=people.anna, purpose="quiz", item="q1", right=True, text="mine", at=NOW))
        uow.orm.add(LessonReturn(user_id=people.anna, ref=f"turn/{turn.id}", data={"text": "one"}, card={}))
        uow.handled.add("tg:1", people.anna, [{"text": "x"}], NOW)
        return talk.id


def test_old_words_go_and_what_is_no_word_stays(house, old, database):
    done = house.retention.run(LATER)
    assert (done.sessions, done.turns, done.comments, done.answers, done.handled) == (1, 2, 1, 1, 1)
    with units(database)() as uow:
        talk = uow.sessions.get(old)
        assert (talk.outcome, talk.total, talk.state, talk.swept_at) == ("won", 70, {}, LATER)
        assert [*uow.orm.scalars(select(Turn)), *uow.orm.scalars(select(Comment))] == []
        assert [score.lines for score in talk.scores] == [[]]
        correction = uow.orm.scalars(select(Correction)).one()
        assert (correction.turn_id, correction.reason, correction.new) == (None, "", {"label": "b"})
        assert uow.orm.scalars(select(LessonProgress.best)).all() == [0.9]
        assert uow.orm.execute(select(LessonAnswer.right, LessonAnswer.text)).all() == [(True, "")]
        assert uow.orm.scalars(select(LessonReturn)).all() == []
        tally = uow.orm.scalars(select(Tally)).one()
        assert (tally.month, tally.exercise, tally.why, tally.sessions, tally.turns) == (
            "2027-04", "roleplay", "retention", 1, 2,
        )  # fmt: skip


def test_what_is_young_or_still_talked_in_stays(house, people, database):
    with units(database)() as uow:
        young = add_talk(uow, people.anna, "one", at=LATER - timedelta(days=364))
        going = add_talk(uow, people.anna, "two", status="paused", ended_at=None)
        uow.sessions.add_turn(going, speaker="rep", text="yesterday", now=LATER - timedelta(days=1))
        left = add_talk(uow, people.anna, "three", status="open", ended_at=None)
        uow.orm.get(type(young.user), people.anna).current_session_id = left.id
    assert house.retention.run(LATER).sessions == 1
    with units(database)() as uow:
        found = [uow.sessions.get(each.id) for each in (young, going, left)]
        assert [(s.status, s.swept_at is not None) for s in found] == [
            ("ended", False),
            ("paused", False),
            ("ended", True),
        ]
        assert found[0].user.current_session_id is None


def test_a_dry_run_counts_and_changes_nothing(house, old, database):
    assert house.retention.run(LATER, dry_run=True).turns == 2
    with units(database)() as uow:
        assert len(uow.sessions.turns(old)) == 2
    assert house.retention.run(LATER).turns == 2


def test_many_processes_at_once_delete_each_thing_once(house, old, database):
    done = []
    threads = [threading.Thread(target=lambda: done.append(house.retention.run(LATER))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each.sessions for each in done) == [0, 0, 0, 1]
    with units(database)() as uow:
        assert uow.orm.scalars(select(Tally.turns)).all() == [2]
        assert [e.about for e in uow.orm.scalars(select(AuditEntry))] == [{"sessions": 1, "turns": 2}]


def test_files_that_were_sent_go_after_two_days(house, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name, age in (("old.png", 3), ("new.png", 1)):
        (folder / name).write_text("x")
        when = (LATER - timedelta(days=age)).timestamp()
        os.utime(folder / name, (when, when))
    assert house.retention.run(LATER).files == 1
    assert [path.name for path in folder.iterdir()] == ["new.png"]
