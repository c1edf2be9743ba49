"""What the sheet does not hold: an honest no of the kind that was asked for, and who is only named in passing."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from bot.coach.buyer import Move, unknown
from bot.coach.buyer.unknown import PUT_OFF
from bot.language.wants import KINDS

from .talks import Table, lines, scenes, spoken

STRANGE = {
    "en": {
        "who": "And who feeds the goldfish every morning?",
        "happened": "What happened to the goldfish in your lobby that night?",
        "howoften": "How often does the florist come?",
    },
    "zh": {
        "who": "门口那几只鸽子平时是谁喂？",
        "happened": "大堂里那几条金鱼那天晚上出了什么事？",
        "howoften": "花店的人多久来一次？",
    },
}


def unasked(scene):
    """A scene for which nobody wrote down how reps ask: only its keywords tell what a question is about."""
    return replace(scenes()[scene], asked={})


@pytest.mark.parametrize("kind", ["who", "happened", "howoften"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_nobody_wrote_down_is_put_off_in_the_form_of_the_question(kind, language):
    taken = Table(unasked("learning_dip"), language=language).say("situation", STRANGE[language][kind])
    assert "offsheet" in taken.tags
    assert spoken(taken) in lines()(f"buyer_common.offsheet_{kind}", language)
    assert not taken.released


class Always:
    """Stands in for the classifier of questions: every question is of one kind."""

    def __init__(self, kind):
        self._kind = kind

    def kind(self, text, clear):
        return self._kind


@pytest.mark.parametrize(
    ("kind", "text", "slot"),
    [
        ("doer", "And who feeds the goldfish?", "offsheet_who"),
        ("doer", "Does somebody feed the goldfish?", "offsheet_what"),
        ("howlong", "How long do goldfish live in your lobby?", "offsheet_howlong"),
        ("howlong", "Do the goldfish get old in your lobby?", "offsheet_what"),
    ],
)
def test_a_form_that_the_words_do_not_bear_out_is_not_spoken_of(kind, text, slot):
    scene = replace(unasked("plant_manager"), wants={"en": Always(kind)})
    assert slot in Table(scene).say("situation", text).tags


def test_where_nobody_taught_the_kinds_the_buyer_says_honestly_no():
    scene = replace(unasked("plant_manager"), wants={})
    assert "offsheet_what" in Table(scene).say("situation", STRANGE["en"]["who"]).tags


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_of_honest_no_has_its_words(language):
    assert set(PUT_OFF) <= set(KINDS)
    bare = {slot for slot in (*PUT_OFF.values(), "offsheet_what") if len(lines()(f"buyer_common.{slot}", language)) < 3}
    assert not bare


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("en", "Who is {}?"),
        ("en", "What is {}'s role in all this?"),
        ("zh", "{}是谁？"),
        ("zh", "那{}呢，他是做什么的？"),
        ("zh", "不过我刚才问的是{}，他在里头管什么？"),
    ],
)
def test_whoever_is_named_in_passing_is_known(language, form):
    for scene in scenes().values():
        for name, says in scene.named.get(language, {}).items():
            taken = Table(scene, language=language).say("situation", form.format(name))
            assert spoken(taken) in says, (scene.id, name)


@pytest.mark.parametrize(
    ("text", "own"),
    [("您看到附件那一刻，第一反应会是什么？", True), ("您说他看到附件那一刻，第一反应会是什么？", False)],
)
def test_nobody_leaves_it_to_others_to_say_what_he_thinks_himself(text, own, monkeypatch):
    monkeypatch.setattr(unknown, "kind_of", lambda talk, text: "would")
    talk = SimpleNamespace(language="zh", scene=scenes()["finance_chief"])
    assert (unknown.put_off(talk, text) == "offsheet_own") is own


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "是修得不好，还是来得太慢？"), ("en", "Is it the quality of the work or how long they take to come?")],
)
def test_who_cannot_choose_between_two_names_no_third(language, text):
    assert unknown.put_off(SimpleNamespace(language=language), text) == "offsheet_either"


def declining(fact, p, nothing, monkeypatch, out=False):
    """Say what is said to a question that asks for `fact` with the probability `p`."""
    found = SimpleNamespace(items=((fact, p),), nothing=nothing)
    monkeypatch.setattr(unknown, "aim", lambda talk, move: found)
    said = []
    talk = SimpleNamespace(
        language="en",
        found=lambda text: {"x": 1.0},
        trusted=lambda item: True,
        out=lambda item: out,
        voice=SimpleNamespace(fresh=lambda texts: next(iter(texts), None)),
        add=lambda text, person, slot: said.append(text),
        scene=scenes()["finance_chief"],
        say=lambda *slots: said.append(slots[-1]),
        tag=lambda *tags: None,
    )
    unknown.decline(talk, Move("What became of that?", "situation"))
    return said


def test_a_question_is_declined_in_words_on_its_matter(monkeypatch):
    team = replace(scenes()["finance_chief"].by_id["team"], held={"en": ("My people I keep out of this.",), "zh": ()})
    trouble = replace(team, kind="implication")
    assert declining(team, 0.3, 0.2, monkeypatch) == ["My people I keep out of this."]
    assert declining(team, 0.3, 0.2, monkeypatch, out=True) == ["offsheet"]
    assert declining(team, 0.1, 0.2, monkeypatch) == ["offsheet"]
    assert declining(team, 0.2, 0.1, monkeypatch) == ["offsheet"]
    assert declining(trouble, 0.3, 0.2, monkeypatch) == ["offsheet"]
    assert declining(replace(team, held={}), 0.3, 0.2, monkeypatch) == ["offsheet"]
