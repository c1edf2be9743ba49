"""Reads the lessons under `data/content/lessons` and checks them: `python -m bot lesson check`."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from bot.coach.lesson.coverage import covered, uncovered
from bot.coach.lesson.model import Course, CoursePart, Lesson
from bot.coach.lesson.words import Lists
from bot.settings import ROOT

FOLDER = ROOT / "data" / "content" / "lessons"
FILE = re.compile(r"\d\d\.yaml")
TABLE_BEGINS, TABLE_ENDS = "<!-- coverage: written by `python -m bot lesson table` -->", "<!-- end of coverage -->"


class LessonError(ValueError):
    """A lesson file that cannot be used; each line names the file, the place and the fault."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in C where there is one, refusing a key that stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = Counter(key.value for key, _ in node.value)
        if twice := [key for key, count in keys.items() if count > 1]:
            raise yaml.constructor.ConstructorError(None, None, f"{twice[0]} stands twice", node.start_mark)
        return super().construct_mapping(node, deep=deep)  # type: ignore[no-any-return]


@lru_cache(maxsize=4)
def read_course(folder: Path = FOLDER) -> Course:
    """Read all lessons of `folder`, once in a process; raise `LessonError` with all faults where there are any."""
    course, faults = _read(folder)
    if faults:
        raise LessonError("\n".join(faults))
    return course


def check_lessons(folder: Path = FOLDER) -> list[str]:
    """Return the faults of all files of `folder`, one line each; an empty list where all is well."""
    return _read(folder)[1]


def coverage_table(folder: Path = FOLDER) -> str:
    """Return the table of the method map's rows and the lessons that cover them, in Markdown."""
    names, rows = _load(folder / "methods.yaml"), covered(_read(folder)[0])
    lines = ["| # | method | lessons |", "| --- | --- | --- |"]
    return "\n".join([*lines, *(f"| {n} | {names[n]} | {', '.join(map(str, rows[n])) or '–'} |" for n in sorted(rows))])


def table(path: Path = ROOT / "docs" / "lessons.md") -> int:
    """Write the coverage table into the page between its marks; return 0."""
    head, _, rest = path.read_text(encoding="utf-8").partition(TABLE_BEGINS)
    _, _, tail = rest.partition(TABLE_ENDS)
    path.write_text(f"{head}{TABLE_BEGINS}\n{coverage_table()}\n{TABLE_ENDS}{tail}", encoding="utf-8")
    print(f"wrote the coverage of {len(_load(FOLDER / 'methods.yaml'))} methods to {path.name}")
    return 0


def main(argv: Sequence[str] = ()) -> int:
    """Check all lessons (or those of the folder in `argv`), print how many there are and every fault; 1 for faults."""
    folder = Path(argv[0]) if argv else FOLDER
    course, faults = _read(folder)
    for fault in faults:
        print(fault)
    count, industries = len(course.lessons), {lesson.industry.en.lower() for lesson in course.lessons.values()}
    print(f"{count} of {course.last} lessons are sound, from {len(industries)} industries; {len(faults)} faults")
    if rows := uncovered(course):
        print(f"rows of the method map without a lesson: {', '.join(map(str, rows))}")
    return 1 if faults else 0


def _read(folder: Path) -> tuple[Course, list[str]]:
    parts = tuple(CoursePart(**each) for each in _load(folder / "parts.yaml"))
    lessons: dict[int, Lesson] = {}
    faults: list[str] = []
    for path in sorted(p for p in folder.iterdir() if FILE.fullmatch(p.name)):
        try:
            lesson = Lesson(**_load(path))
        except ValidationError as error:
            faults += [f"{path.name}: {_place(each)}: {each['msg']}" for each in error.errors()]
        except (yaml.YAMLError, TypeError, ValueError) as error:
            faults.append(f"{path.name}: {' '.join(str(error).split())}")
        else:
            lessons[lesson.number] = lesson
            faults += [f"{path.name}: {fault}" for fault in _misplaced(path, lesson, parts)]
    cues = {facet: Lists(**words) for facet, words in _load(folder / "cues.yaml").items()}
    return Course(parts, lessons, cues), faults


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)


def _place(error: Any) -> str:
    return ".".join(str(step) for step in error["loc"] if step != "__root__") or "the lesson"


def _misplaced(path: Path, lesson: Lesson, parts: Sequence[CoursePart]) -> list[str]:
    faults = []
    if lesson.number != int(path.stem):
        faults.append(f"number: is {lesson.number}, the file is called {path.name}")
    if lesson.part not in [p.number for p in parts if p.first <= lesson.number <= p.last]:
        faults.append(f"part: lesson {lesson.number} does not lie in part {lesson.part} of parts.yaml")
    if wrong := [n for n in lesson.requires if not 1 <= n < lesson.number]:
        faults.append(f"requires: {wrong} do not come before lesson {lesson.number}")
    if lesson.number > 1 and not lesson.requires:
        faults.append("requires: only lesson 1 requires none")
    return faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
