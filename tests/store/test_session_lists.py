"""Lists and search, on SQLite and on PostgreSQL alike."""

from datetime import timedelta
from itertools import product

import pytest
from sqlalchemy import delete, text

from bot.coach.access import Owned, Viewer, may_read, may_see
from bot.store.people_tables import Comment
from bot.store.search import cut, marks
from bot.store.session_lists import Wanted, hits, page
from bot.store.tables import Session, Team, Turn, User
from bot.store.unit import reading_units, units
from tests.factories import NOW

ADMIN = Viewer(999, "admin")


def person(uow, key, team=None):
    user = uow.users.get_or_add(key, name=key[5:].title(), language="en", now=NOW)
    if team:
        found = uow.orm.query(Team).filter_by(name=team).one_or_none() or Team(name=team)
        uow.orm.add(found)
        uow.orm.flush()
        user.team_id = found.id
    return user


def talk(uow, user, *said, days=0, **fields):
    values = {"exercise": "roleplay", "language": "en", "status": "ended", **fields}
    session = uow.sessions.add(Session(user_id=user.id, started_at=NOW + timedelta(days=days), state={}, **values))
    for line in said:
        uow.sessions.add_turn(session, speaker="rep", text=line, now=NOW)
    return session.id


def found(unit, wanted, viewer=ADMIN):
    with unit() as uow:
        return [row.id for row in page(uow.orm, viewer, wanted).rows]


def test_words_are_cut_into_pairs_and_words():
    assert cut("價格太高, the Price!") == ["价格", "格太", "太高", "高", "the", "price"]


def test_marks_stand_in_the_text_as_it_was_written():
    assert marks("价格", "您的價格") == [(2, 4)]


@pytest.mark.parametrize(
    ("wish", "hit"),
    [
        ("价格", True), ("價格", True), ("价", True), ("格太高", True), ("高价", False), ("格高", False),
        ("month", True), ("MONTH-END", True), ("价格 month", True), ("价格 year", False),
        ("mon", True), ("onth", False),
        ("'; DROP TABLE sessions; --", False), ('"', False), ("NEAR(", False), ("' | 'q", False),
    ],
)  # fmt: skip
def test_search_finds_phrases_in_both_languages_and_scripts(database, wish, hit):
    unit = units(database)
    with unit() as uow:
        number = talk(uow, person(uow, "term:anna"), "您的价格太高了", "What is hardest about the month-end close?")
    assert found(unit, Wanted(words=wish)) == ([number] if hit else [])


def test_no_phrase_runs_over_two_lines(database):
    unit = units(database)
    with unit() as uow:
        talk(uow, person(uow, "term:anna"), "太贵", "重了")
    assert found(unit, Wanted(words="贵重")) == []


def test_a_deleted_session_is_found_no_more(database):
    unit = units(database)
    with unit() as uow:
        number = talk(uow, person(uow, "term:anna"), "budget")
    with unit() as uow:
        uow.orm.execute(delete(Turn).where(Turn.session_id == number))
        uow.orm.execute(delete(Session).where(Session.id == number))
    with unit() as uow:
        assert uow.orm.execute(text("SELECT count(*) FROM session_search")).scalar() == 0


def test_a_hit_shows_the_turn_and_marks_the_word(database):
    unit = units(database)
    with unit() as uow:
        number = talk(uow, person(uow, "term:anna"), "Hello.", "x" * 200 + " the budget is tight " + "y" * 200)
    with unit() as uow:
        hit = hits(uow.orm, ADMIN, [number], "budget")[number]
    assert hit.turn == 2
    assert [hit.text[a:b] for a, b in hit.spans] == ["budget"]
    assert hit.text.startswith("…")
    assert hit.text.endswith("…")


def test_withheld_words_outcome_and_score_are_not_searched(database):
    unit = units(database)
    with unit() as uow:
        anna = person(uow, "term:anna")
        number = talk(uow, anna, "budget", private=True, outcome="advance", total=80)
        own = Viewer(anna.id)
    for wanted in (Wanted(words="budget"), Wanted(outcome="advance"), Wanted(low=10)):
        assert found(unit, wanted) == []
        assert found(unit, wanted, own) == [number]
    with unit() as uow:
        row = page(uow.orm, ADMIN, Wanted()).rows[0]
    assert (row.withheld, row.total, row.outcome) == (True, None, None)


def test_filters_narrow_the_list(database):
    unit = units(database)
    with unit() as uow:
        anna, ben = person(uow, "term:anna", "North"), person(uow, "term:ben", "South")
        first = talk(uow, anna, total=40, scene="a", outcome="none")
        second = talk(uow, ben, total=80, scene="b", outcome="advance", days=2)
        third = talk(uow, ben, exercise="spin", status="open", days=3)
        ids, south = (anna.id, ben.id), ben.team_id
        uow.orm.add(Comment(session_id=second, author_id=anna.id, text="Well asked.", at=NOW))
    assert found(unit, Wanted(person=ids[0])) == [first]
    assert found(unit, Wanted(team=south)) == [third, second]
    assert found(unit, Wanted(exercise="spin")) == [third]
    assert found(unit, Wanted(scene="b")) == [second]
    assert found(unit, Wanted(since=NOW + timedelta(days=1), until=NOW + timedelta(days=3))) == [second]
    assert found(unit, Wanted(low=50, high=90)) == [second]
    assert found(unit, Wanted(outcome="advance")) == [second]
    assert found(unit, Wanted(outcome="open")) == [third]
    assert found(unit, Wanted(commented=True), Viewer(ids[0], "admin")) == [second]
    assert found(unit, Wanted(sort="best")) == [second, first, third]
    assert found(unit, Wanted(sort="weakest")) == [first, second, third]
    assert found(unit, Wanted(sort="oldest")) == [first, second, third]
    assert found(unit, Wanted(unread=True)) == [second, first]


def test_pages_are_cut_by_the_database(database):
    unit = units(database)
    with unit() as uow:
        anna = person(uow, "term:anna")
        numbers = [talk(uow, anna, days=day) for day in range(7)]
    with unit() as uow:
        last = page(uow.orm, ADMIN, Wanted(), 99, 3)
        assert (last.number, last.pages, last.total, [row.id for row in last.rows]) == (3, 3, 7, numbers[:1])


def test_lists_show_what_the_rules_of_access_allow(database):
    """The conditions in SQL are the same as those of `coach.access`, for every role and every kind of session."""
    unit = units(database)
    with unit() as uow:
        people = [person(uow, "term:anna", "North"), person(uow, "term:ben", "South"), person(uow, "term:cleo")]
        things = {
            talk(uow, user, "budget", private=private): Owned(user.id, user.team_id, private)
            for user, private in product(people, (False, True))
        }
        viewers = [
            Viewer(user.id, role, frozenset(teams))
            for user, role in product(people, ("rep", "manager", "admin"))
            for teams in ((), (people[0].team_id,), (people[0].team_id, people[1].team_id))
        ]
        assert uow.orm.get(User, people[0].id) is not None
    for viewer in viewers:
        assert set(found(unit, Wanted(), viewer)) == {n for n, t in things.items() if may_see(viewer, t)}
        assert set(found(unit, Wanted(words="budget"), viewer)) == {n for n, t in things.items() if may_read(viewer, t)}


def test_reading_does_not_wait_for_who_writes(sqlite_engine):
    with units(sqlite_engine)() as writing:
        person(writing, "term:anna")
        assert found(reading_units(sqlite_engine), Wanted()) == []
