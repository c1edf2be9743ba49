"""What the buyer makes of what a rep proposes: his view of an idea, and a reason where a step comes too early."""

import pytest

from .talks import Table, said, scenes, spoken

IDEAS = sorted({scene.id for scene in scenes().values()})


def trusting(scene, language="en"):
    """Return a table at which every step is earned."""
    table = Table(scene, language=language)
    table.state.trust = dict.fromkeys(table.state.trust, 95)
    table.state.revealed = [i.id for i in table.scene.items if i.kind in ("problem", "need", "fear")]
    table.state.belief = 80
    return table


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scene", IDEAS)
def test_every_scene_has_views_of_what_reps_propose(scene, language):
    one = scenes()[scene]
    ideas = [item for item in one.items if item.idea]
    assert len(ideas) >= 12
    assert all(len(item.says[language]) >= 3 and len(item.held[language]) >= 2 for item in ideas)
    assert all(len(step.put_off[language]) >= 2 for step in one.steps)


@pytest.mark.parametrize(
    ("scene", "language", "line", "idea"),
    [
        ("government_lead", "en", "I would suggest that old and new run side by side for a week.", "idea_parallel"),
        ("government_lead", "zh", "我建议一部分货款跟实际使用量挂钩，用起来再付。", "idea_use_pay"),
    ],
)
def test_an_idea_that_is_no_step_meets_a_view_of_it_once(scene, language, line, idea):
    table = Table(scene, language=language)
    taken = table.say("commitment", line)
    assert spoken(taken) in table.scene.by_id[idea].says[language]
    assert "idea" in taken.tags
    assert not taken.state.agreed
    assert table.state.belief > Table(scene, language=language).state.belief
    again = table.say("commitment", line.replace("suggest", "propose").replace("建议", "提议"))
    assert spoken(again) != spoken(taken)


def test_an_idea_within_a_pitch_is_no_pitch():
    table = Table("government_lead", language="en")
    taken = table.take(
        said(("I would suggest that we run the old and the new system side by side for a week.", "pitch"))
    )
    assert not any(tag.startswith("pitch") for tag in taken.tags)
    assert spoken(taken) in table.scene.by_id["idea_parallel"].says["en"]
    plain = Table("government_lead", language="en").say("pitch", "Our platform is the fastest in the country.")
    assert "pitch_early" in plain.tags


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Shall I bring an engineer next week to look at number seven?"),
        ("zh", "下周我带个工程师来看看七号机，行吗？"),
    ],
)
def test_a_step_that_comes_too_early_is_put_off_in_words_on_it(language, line):
    table = Table("plant_manager", language=language)
    taken = table.say("commitment", line)
    step = next(step for step in table.scene.steps if step.id == "trial")
    assert "commit_early" in taken.tags
    assert any(text in spoken(taken) for text in step.put_off[language])


def test_of_two_steps_near_each_other_the_earned_one_is_agreed_to():
    table = trusting("presign_fear")
    table.state.trust = dict.fromkeys(table.state.trust, 70)
    table.state.belief = 0
    taken = table.say(
        "commitment", "I rewrite annex three, one store first, with the way back in it. Shall we say Thursday?"
    )
    assert taken.state.agreed == "rewrite_plan"
    assert "smaller_step" not in taken.tags


def test_what_asks_whether_it_will_do_is_read_with_the_step_before_it():
    table = trusting("plant_manager", "zh")
    taken = table.take(said(("我们先拿七号机试一个月，两边的人一起看。", "pitch"), ("您看行不行？", "commitment")))
    assert taken.state.agreed == "trial"


def test_what_only_turns_to_the_next_question_proposes_nothing():
    for language, line in (("en", "And I'd like to come to the reasons next."), ("zh", "接着聊聊这几条的理由。")):
        assert not trusting("it_director", language).say("commitment", line).state.agreed
