"""Forgetting: no row and no file of a person is left in any table, also in one that is added later."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import JSON, DateTime, Float, Integer, Numeric, String, Table, inspect, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import Boolean

from bot.coach.access import Viewer
from bot.services.belongings import of_person, traces
from bot.services.refusal import Refused
from bot.store.people_tables import AuditEntry, Comment, Reading, Tally
from bot.store.tables import Base, Inbox, Session, Turn, User, UtcDateTime
from bot.store.unit import units
from tests.factories import NOW
from tests.services.people import add_talk, company, office

WORDS = "zyxwords"
"""What the person wrote, everywhere: nothing in the database may hold it afterwards."""
STAYS = {("comments", "author_id"), ("corrections", "by_id"), ("assignments", "by_id"), ("readings", "reader_id")}
STAYS |= {("invitations", "by_id"), ("invitations", "used_by_id")}
"""What a person wrote for others, read of them, or gave them: it stays without the author."""


@pytest.fixture
def house(database, tmp_path):
    return office(database, tmp_path)


def value_for(column, number):
    """Return something for a column that is no key, with the person's words in it where it can hold words."""
    kind = column.type
    if isinstance(kind, UtcDateTime | DateTime):
        return NOW
    if isinstance(kind, JSON | JSONB):
        return [{"said": WORDS}] if column.name == "replies" else {"said": WORDS}
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, Integer | Numeric | Float):
        return number
    assert isinstance(kind, String), f"{column} has a type that the test cannot fill"
    return f"{WORDS}{number}"[: kind.length or 99]


def rows_of(table: Table, ids, number, reference):
    """Return a row of `table` that names the person by the column `reference`, everything else filled."""
    values = {}
    for column in table.columns:
        target = next((key.column.table.name for key in column.foreign_keys), None)
        if column.name == reference.name:
            values[column.name] = ids[target]
        elif target is not None:
            values[column.name] = None if column.nullable else ids["other", target]
        elif not (column.primary_key and isinstance(column.type, Integer)):
            values[column.name] = value_for(column, number)
    return values


def references():
    """Return every column that refers to a person or to something of a person."""
    roots = {"users", "sessions", "turns", "deals", "comments"}
    return [
        (table, column)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if any(key.column.table.name in roots for key in column.foreign_keys)
    ]


def fill(database, people):
    """Write a row for every such column, naming Anna or what is hers; return Anna's and Ben's things."""
    unit = units(database)
    with unit() as uow:
        mine, theirs = add_talk(uow, people.anna, WORDS), add_talk(uow, people.ben, "ben's own")
        ids = {"users": people.anna, ("other", "users"): people.ben, "teams": people.north}
        ids |= {"sessions": mine.id, ("other", "sessions"): theirs.id, ("other", "teams"): people.south}
        ids["turns"] = uow.sessions.turns(mine.id)[0].id
        ids["other", "turns"] = uow.sessions.turns(theirs.id)[0].id
    with database.begin() as connection:
        for number, name in enumerate(("deals", "comments"), 1):
            table = Base.metadata.tables[name]
            first = table.c.user_id if name == "deals" else table.c.session_id
            row = {**rows_of(table, ids, number, first)}
            ids[name] = connection.execute(table.insert().values(**row)).inserted_primary_key[0]
        for number, (table, column) in enumerate(references(), 10):
            if (table.name, column.name) in {("deals", "user_id"), ("comments", "session_id")}:
                continue
            if table.name == "comments" and column.name in ("turn_id", "parent_id"):
                row = {**rows_of(table, ids, number, column), "session_id": ids["sessions"]}
            else:
                row = rows_of(table, ids, number, column)
                if table.name in ("assignments", "corrections", "readings") and column.name in (
                    "session_id",
                    "turn_id",
                ):
                    row["session_id"] = ids["sessions"]
                if table.name == "sessions":
                    row["user_id"] = ids["users"]
            connection.execute(table.insert().values(**row))
    return ids


def everything(database):
    """Return all that the database holds, table by table, also tables that no model knows (the search)."""
    with database.connect() as connection:
        names = inspect(connection).get_table_names()
        return {
            name: [dict(row._mapping) for row in connection.execute(text(f'SELECT * FROM "{name}"'))] for name in names
        }


def test_nothing_of_a_person_is_left_in_any_table(database, house):
    people = company(database)
    ids = fill(database, people)
    house.leaving.forget(None, people.anna, NOW)
    with database.connect() as connection:
        for table, column in references():
            target = next(key.column.table.name for key in column.foreign_keys)
            left = connection.execute(select(table).where(column == ids[target])).all()
            assert left == [], f"{table.name}.{column.name} still refers to what was forgotten"
    kept = {table for table, _ in STAYS}
    for name, rows in everything(database).items():
        if name not in kept and not name.startswith("session_search_"):
            assert WORDS not in json.dumps(rows, default=str), f"{name} still holds words of the person"


def test_the_file_of_the_database_holds_no_word_of_a_person_any_more(sqlite_engine, tmp_path):
    people, house = company(sqlite_engine), office(sqlite_engine, tmp_path)
    with units(sqlite_engine)() as uow:
        talk = add_talk(uow, people.anna, *(f"{WORDS} and {WORDS}{n} again" for n in range(40)))
        talk.state = {"said": WORDS}
    house.leaving.forget(None, people.anna, NOW)
    # The last one who leaves writes the journal into the file and removes it.
    sqlite_engine.dispose()
    files = [path for path in tmp_path.iterdir() if path.name.startswith("test.sqlite3")]
    assert files
    assert not any(WORDS.encode() in path.read_bytes() for path in files)


def test_every_reference_to_a_person_is_listed(database):
    """A new table must say in `belongings` whether it goes or stays without its author."""
    listed = {table.__tablename__ for table, _ in of_person(1)} | {table.__tablename__ for table, _ in traces()}
    assert {table.name for table, _ in references()} <= listed


def test_counts_stay_and_the_log_has_a_number_and_no_name(database, house):
    people = company(database)
    with units(database)() as uow:
        add_talk(uow, people.anna, "one", "two")
        add_talk(uow, people.anna, "three", exercise="spin")
    house.people.rename(None, people.anna, "Anna Who Leaves", NOW)
    house.leaving.forget(Viewer(people.anna), people.anna, NOW)
    with units(database)() as uow:
        tallies = {(t.month, t.exercise, t.why): (t.sessions, t.turns) for t in uow.orm.scalars(select(Tally))}
        log = [(e.by, e.what, e.about) for e in uow.orm.scalars(select(AuditEntry).order_by(AuditEntry.id))]
    assert tallies == {("2026-03", "roleplay", "forget"): (1, 2), ("2026-03", "spin", "forget"): (1, 1)}
    assert log[-1] == (f"#{people.anna}", "forget", {"user": people.anna, "sessions": 2, "turns": 3, "deals": 0})
    assert "Anna" not in str(log)


def test_what_was_written_for_others_stays_without_a_name(database, house):
    people = company(database)
    with units(database)() as uow:
        talk = add_talk(uow, people.anna, "one")
        uow.orm.add(Comment(session_id=talk.id, author_id=people.mo, text="Ask for the number.", at=NOW))
        uow.orm.add(Reading(session_id=talk.id, reader_id=people.mo, reader="Mo", how="page", at=NOW))
    told = house.leaving.forget(None, people.mo, NOW)
    assert (told.kept_comments, told.sessions) == (1, 0)
    with units(database)() as uow:
        assert [(c.author_id, c.text) for c in uow.orm.scalars(select(Comment))] == [(None, "Ask for the number.")]
    assert [line.reader for line in house.readings.of_owner(people.anna)] == [""]


def test_waiting_messages_are_emptied_but_not_the_one_that_asks(database, house):
    people = company(database)
    payload = {"update_id": 1, "message": {"from": {"id": 2}, "text": WORDS}}
    with units(database)() as uow:
        for number in (1, 2):
            uow.inbox.add(number, payload, NOW)
        uow.inbox.add(3, {"update_id": 3, "message": {"from": {"id": 3}, "text": "Ben's"}}, NOW)
    house.leaving.forget(Viewer(people.anna), people.anna, NOW, update_id=2)
    with units(database)() as uow:
        rows = uow.orm.scalars(select(Inbox).order_by(Inbox.update_id)).all()
        assert [(bool(row.payload), row.answered_at is not None) for row in rows] == [
            (False, True),
            (True, False),
            (True, False),
        ]


def test_files_of_a_person_go_and_those_of_others_stay(database, house, tmp_path):
    people = company(database)
    with units(database)() as uow:
        mine, theirs = add_talk(uow, people.anna, "one"), add_talk(uow, people.ben, "two")
        certificate = tmp_path / "exports" / "certificates" / "certificate-1.png"
        replies = [{"text": "", "image": str(certificate), "document": "/etc/hostname"}]
        uow.handled.add("tg:1", people.anna, replies, NOW)
    pictures = tmp_path / "pictures"
    names = [tmp_path / "exports" / f"letter-{mine.id}.md", pictures / f"talk-{mine.id}-ab.png", certificate]
    other = pictures / f"talk-{theirs.id}-ab.png"
    for path in (*names, other):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert house.leaving.told(people.anna).files == 3
    house.leaving.forget(None, people.anna, NOW)
    assert [path.exists() for path in (*names, other)] == [False, False, False, True]


def test_nobody_else_may_delete_and_one_admin_stays(database, house):
    people = company(database)
    for by in (Viewer(people.mo, "manager", frozenset({people.north})), Viewer(people.ben)):
        with pytest.raises(Refused, match=r"people\.not_found"):
            house.leaving.forget(by, people.anna, NOW)
    with pytest.raises(Refused, match=r"people\.last_admin"):
        house.leaving.forget(Viewer(people.ada, "admin"), people.ada, NOW)
    house.leaving.forget(Viewer(people.ada, "admin"), people.anna, NOW)
    with units(database)() as uow:
        assert uow.orm.get(User, people.anna) is None


def test_a_person_who_comes_back_is_a_stranger(database, house):
    people = company(database)
    with units(database)() as uow:
        add_talk(uow, people.anna, "one")
    house.leaving.forget(None, people.anna, NOW + timedelta(days=1))
    with units(database)() as uow:
        user = uow.users.get_or_add("tg:2", name="Anna", language="en", now=NOW)
        assert (user.consent_at, user.team_id, uow.orm.scalars(select(Session)).all()) == (None, None, [])
        assert uow.orm.scalars(select(Turn)).all() == []
