"""Who set a demand, with the whole name as the rep gave it."""

import pytest

from bot.coach.trace.naming import denied, set_by


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("生产副总周建国提的", "生产副总周建国", "operations"),
        ("护理部主任林淑芬", "护理部主任林淑芬", "users"),
        ("质量部的老孙", "质量部的老孙", "quality"),
        ("采购张姐转给我的", "采购张姐", "procurement"),
        ("不是老板，是财务总监Linda", "财务总监Linda", "finance"),
        ("采购的小王说是厂长要的", "厂长", "operations"),
        ("周建国", "周建国", None),
        ("Sarah", "Sarah", None),
        ("Priya in finance", "Priya in finance", "finance"),
        ("Karen, the warehouse ops manager. Not procurement", "Karen, the warehouse ops manager", "operations"),
        (
            "Dave only passed it on. It came from the fleet manager, Mike O'Brien",
            "the fleet manager, Mike O'Brien",
            None,
        ),
        ("it was not Priya, it was the auditor", "the auditor", "authority"),
    ],
)
def test_the_whole_name_is_kept(text, name, role):
    found = set_by(text)
    assert found.text == name
    assert role is None or found.role == role


@pytest.mark.parametrize("text", ["9月底中秋备货", "不想再被罚", "no idea, the spec"])
def test_what_names_nobody_gives_none(text):
    assert set_by(text) is None


def test_taking_somebody_back_is_seen():
    assert denied("不是老板，是财务总监")
    assert not denied("财务总监提的")


@pytest.mark.parametrize(
    ("text", "who", "role"),
    [
        ("資訊長林志豪說的", "資訊長林志豪", "it"),
        ("品保課長陳小姐要的", "品保課長陳小姐", "quality"),
        ("執行長提的", "執行長", "owner"),
    ],
)
def test_posts_as_taiwan_calls_them_are_known(text, who, role):
    person = set_by(text)
    assert (person.text, person.role) == (who, role)
