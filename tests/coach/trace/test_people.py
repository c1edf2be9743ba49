"""Whom an answer names."""

import pytest

from bot.coach.trace.people import Person, called, differ, origin, people, setters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("财务总监提的", [("财务总监", "finance")]),
        ("張工", [("張工", None)]),
        ("the plant manager", [("plant manager", "operations")]),
        ("Priya in finance", [("Priya", None), ("finance", "finance")]),
        ("IT说的", [("IT", "it")]),
        ("it is fast", []),
        ("总价太高", []),
    ],
)
def test_roles_and_names_are_found(text, expected):
    assert [(person.text, person.role) for person in people(text)] == expected


def test_procurement_passes_on_what_others_want():
    assert origin(people("采购的小王说是厂长要的")) == Person("厂长", "operations")


def test_only_who_asked_for_it_counts_as_its_origin():
    assert [p.text for p in setters("财务总监坚持要的")] == ["财务总监"]
    assert setters("去年生产停线亏了四十万") == ()
    assert setters("because of the plant shutdown") == ()


def test_two_roles_differ_and_one_person_does_not():
    assert differ(Person("CFO", "finance"), Person("the plant", "operations"))
    assert not differ(Person("CFO", "finance"), Person("财务", "finance"))
    assert not differ(Person("王总"), Person("CFO", "finance"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("厂长提的", "厂长"),
        ("是厂长要求的", "厂长"),
        ("the CFO said so", "the CFO"),
        ("Priya in finance", "Priya in finance"),
    ],
)
def test_a_person_is_called_without_the_verbs_around(text, name):
    assert called(text, origin(people(text))) == name
