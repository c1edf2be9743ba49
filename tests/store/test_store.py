"""The store, on SQLite and on PostgreSQL alike."""

import threading
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import inspect, select

from bot.store.database import DatabaseError, is_current, open_engine, upgrade
from bot.store.tables import Base, Deal, Score, Session, Turn, User
from bot.store.unit import units
from tests.factories import NOW


def add_session(uow, **fields):
    user = uow.users.get_or_add("term:anna", name="Anna", language="en", now=NOW)
    values = {"user_id": user.id, "exercise": "spin", "language": "en", "started_at": NOW, "state": {}, **fields}
    return uow.sessions.add(Session(**values))


def test_the_migrations_build_exactly_the_tables(database):
    found = inspect(database)
    assert is_current(database)
    for table in Base.metadata.sorted_tables:
        columns = {column["name"]: column["nullable"] for column in found.get_columns(table.name)}
        assert columns == {column.name: column.nullable for column in table.columns}


def test_upgrading_twice_changes_nothing(database):
    upgrade(database)
    assert is_current(database)


def test_a_user_is_added_once_and_found_again(database):
    unit = units(database)
    with unit() as uow:
        first = uow.users.get_or_add("tg:1", name="A", language="en", now=NOW).id
    with unit() as uow:
        user = uow.users.get_or_add("tg:1", name="B", language="zh-Hans", now=NOW)
        assert (user.id, user.name, user.language, user.role) == (first, "A", "en", "rep")


def test_first_messages_of_one_person_at_once_make_one_user(database):
    unit, ids = units(database), []

    def contact():
        with unit() as uow:
            ids.append(uow.users.get_or_add("tg:2", name="A", language="en", now=NOW).id)

    threads = [threading.Thread(target=contact) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ids) == 6
    assert len(set(ids)) == 1


def test_an_exception_rolls_everything_back(database):
    unit = units(database)
    with pytest.raises(RuntimeError), unit() as uow:
        add_session(uow)
        raise RuntimeError
    with unit() as uow:
        assert uow.orm.scalars(select(User)).all() == []


def test_turns_are_numbered_and_keep_what_the_judge_said(database):
    unit = units(database)
    with unit() as uow:
        session = add_session(uow)
        uow.sessions.add_turn(session, speaker="coach", text="你好 😀", now=NOW)
        uow.sessions.add_turn(
            session, speaker="rep", text="为什么要 16G？", now=NOW, kind="rep", label="trace", confidence=0.9,
            evidence={"spans": [[0, 3]]}, revealed=["fact.memory"],
        )  # fmt: skip
        session_id = session.id
    with unit() as uow:
        first, second = uow.sessions.turns(session_id)
        assert (first.number, first.text) == (1, "你好 😀")
        assert (second.number, second.label, second.revealed) == (2, "trace", ["fact.memory"])
        assert second.evidence == {"spans": [[0, 3]]}


def test_times_come_back_aware_and_in_utc(database):
    unit = units(database)
    local = datetime(2026, 3, 2, 17, 0, tzinfo=timezone(timedelta(hours=8)))
    with unit() as uow:
        session_id = add_session(uow, started_at=local).id
    with unit() as uow:
        assert uow.sessions.get(session_id).started_at == local
        assert uow.sessions.get(session_id).started_at.utcoffset() == timedelta(0)


def test_a_time_without_a_zone_is_refused(database):
    with pytest.raises(Exception, match="without a zone"), units(database)() as uow:
        add_session(uow, started_at=datetime(2026, 1, 1))


def test_an_older_score_stays_and_the_same_version_is_replaced(database):
    unit = units(database)
    with unit() as uow:
        session = add_session(uow)
        for version, total in (("1", 40), ("2", 50), ("2", 60)):
            uow.sessions.add_score(Score(session_id=session.id, version=version, total=total, lines=[], at=NOW))
        totals = uow.orm.execute(select(Score.version, Score.total).order_by(Score.version)).all()
    assert [tuple(row) for row in totals] == [("1", 40), ("2", 60)]


def test_deals_come_last_touched_first(database):
    unit = units(database)
    with unit() as uow:
        user = uow.users.get_or_add("term:anna", name="", language="en", now=NOW)
        for day, customer in ((1, "old"), (3, "new"), (2, "middle")):
            at = NOW + timedelta(days=day)
            uow.deals.add(Deal(user_id=user.id, customer=customer, sheets={}, created_at=NOW, updated_at=at))
        assert [deal.customer for deal in uow.deals.of_user(user.id)] == ["new", "middle", "old"]


def test_a_sheet_assigned_whole_is_kept(database):
    unit = units(database)
    with unit() as uow:
        user = uow.users.get_or_add("term:anna", name="", language="en", now=NOW)
        deal = uow.deals.add(Deal(user_id=user.id, customer="c", sheets={}, created_at=NOW, updated_at=NOW))
        deal_id = deal.id
    with unit() as uow:
        deal = uow.deals.get(deal_id)
        deal.sheets = {**deal.sheets, "call_plan": {"goal": "x"}}
    with unit() as uow:
        assert uow.deals.get(deal_id).sheets == {"call_plan": {"goal": "x"}}


def test_the_inbox_keeps_an_update_once_and_gives_back_what_is_open(database):
    unit = units(database)
    big = 2**40
    with unit() as uow:
        assert uow.inbox.add(big, {"a": 1}, NOW)
        assert not uow.inbox.add(big, {"a": 2}, NOW)
        assert uow.inbox.add(5, {}, NOW)
        uow.inbox.get(5).answered_at = NOW
    with unit() as uow:
        assert [(row.update_id, row.payload) for row in uow.inbox.unanswered()] == [(big, {"a": 1})]


def test_two_turns_cannot_have_one_number(database):
    with pytest.raises(Exception, match=r"(?i)unique"), units(database)() as uow:
        session = add_session(uow)
        for _ in range(2):
            uow.orm.add(Turn(session_id=session.id, number=1, speaker="rep", text="x", at=NOW))
        uow.orm.flush()


def test_a_database_that_is_not_there_is_named_without_its_password():
    engine = open_engine("postgresql+psycopg://ann:secret@127.0.0.1:1/none")
    with pytest.raises(DatabaseError) as error:
        upgrade(engine)
    assert "127.0.0.1" in str(error.value)
    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_no_database_is_named(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("this is not a database, it is a page of notes " * 50)
    with pytest.raises(DatabaseError, match=r"notes\.txt"):
        upgrade(open_engine(f"sqlite:///{path}"))
