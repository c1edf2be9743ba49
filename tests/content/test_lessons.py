"""The lesson files are sound, cover the method map, and every sample passes its own drill."""

import shutil

import pytest
import yaml

from bot.coach.lesson.coverage import uncovered
from bot.coach.lesson.drills import Phrased, Trace
from bot.coach.lesson.phrase import touches
from bot.content.lessons import FOLDER, check_lessons, coverage_table, main, read_course
from bot.settings import ROOT

COURSE = read_course()
LESSONS = sorted(COURSE.lessons.values(), key=lambda lesson: lesson.number)


def test_all_lessons_are_there_and_sound(capsys):
    assert check_lessons() == []
    assert sorted(COURSE.lessons) == list(range(1, 37))
    assert main([]) == 0
    assert "36 of 36 lessons are sound" in capsys.readouterr().out


def test_every_method_of_the_map_is_in_a_lesson():
    assert uncovered(COURSE) == []


def test_the_cases_come_from_many_industries():
    assert len({lesson.industry.en.lower() for lesson in LESSONS}) >= 20


def test_the_page_shows_the_coverage_of_today():
    assert coverage_table() in (ROOT / "docs" / "lessons.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: str(lesson.number))
def test_samples_touch_their_case(lesson):
    for drill in lesson.drills:
        for language in ("zh", "en"):
            if isinstance(drill, Phrased):
                sample = drill.sample.of(language)
                assert touches(sample, drill.keywords, language), (drill.id, language)
                if drill.avoid:
                    assert not touches(sample, drill.avoid, language), (drill.id, language)
            if isinstance(drill, Trace):
                for facet, sample in zip(drill.facets, drill.sample.of(language)):
                    assert touches(sample, COURSE.cues[facet], language), (drill.id, facet, language)


def broken(tmp_path, **changes):
    """Return the faults of lesson 3 with these changes, alone in a folder."""
    for name in ("parts.yaml", "cues.yaml"):
        shutil.copy(FOLDER / name, tmp_path)
    data = yaml.safe_load((FOLDER / "03.yaml").read_text(encoding="utf-8")) | changes
    (tmp_path / "03.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return check_lessons(tmp_path)


LONG = {"title": {"zh": "长", "en": "long"}, "text": {"zh": "长" * 151, "en": "word " * 91}}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"number": 4}, "number: is 4"),
        ({"part": 2}, "part: lesson 3 does not lie in part 2"),
        ({"requires": [7]}, "requires"),
        ({"methods": [50]}, "methods"),
        ({"cards": [LONG]}, "a card holds 150"),
        ({"quiz": []}, "needs 5"),
        ({"goal": {"zh": "好", "en": "Great!"}}, "exclamation"),
        ({"goal": {"zh": "好", "en": "学会"}}, "Chinese characters"),
        ({"goal": {"zh": "好"}}, "en: field required"),
        ({"nonsense": 1}, "extra fields"),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path, changes, fault):
    faults = broken(tmp_path, **changes)
    assert any(fault in each for each in faults)
    assert all(each.startswith("03.yaml: ") for each in faults)


def test_a_key_that_stands_twice_is_a_fault(tmp_path):
    broken(tmp_path)
    path = tmp_path / "03.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\ngoal: {zh: 好, en: good}\n", encoding="utf-8")
    assert "goal stands twice" in check_lessons(tmp_path)[0]


def test_a_file_that_is_no_yaml_is_one_fault_in_one_line(tmp_path):
    broken(tmp_path)
    (tmp_path / "03.yaml").write_text("number: [", encoding="utf-8")
    [fault] = check_lessons(tmp_path)
    assert fault.startswith("03.yaml: ")
    assert "\n" not in fault
