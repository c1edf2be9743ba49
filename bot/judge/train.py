"""Training the judge from `data/utterances`: a few minutes on two cores, nothing downloaded."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from bot.coach.judgement import LABELS, NEEDS
from bot.judge import cues, lines, pipeline
from bot.judge.counts import LEXICON, Counts, Lesson
from bot.judge.errors import JudgeError
from bot.judge.features import features, phrase_features, view
from bot.judge.fit import Blend, held_out
from bot.judge.linear import Floats, Linear
from bot.judge.members import fit
from bot.judge.spacy_judge import FACTS, eyes
from bot.judge.text import read
from bot.settings import ROOT

DATA = ROOT / "data" / "utterances"
PHRASE_WEIGHTS = {cues.PHRASES: 0.1, cues.FOLDER: 0.05}
"""How much a phrase counts beside a line; measured, see docs/judge.md."""
Progress = Callable[[str], None]


def fingerprint(data: Path = DATA) -> str:
    """Return the version that training from `data` would have: it changes with the lines, the lexicon and the code."""
    return f"{lines.fingerprint(*lines.files(data))}-{eyes()}"


def is_fresh(data: Path, folder: Path) -> bool:
    """Say whether `folder` holds the judge that training from `data` would give."""
    try:
        facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(facts.get("version") == fingerprint(data))


def train(data: Path, folder: Path, progress: Progress = print) -> str:
    """Train the judge from `data` into `folder` and return its version; the folder changes only when all is done."""
    started = time.monotonic()
    examples = lines.load(data)
    progress(f"judge: {len(examples)} lines by {len({example.author for example in examples})} authors")
    nlp = pipeline.blank()
    for question in pipeline.QUESTIONS:
        nlp.get_pipe(question).model = _model(question, examples)
        progress(f"judge: {question} learnt, {time.monotonic() - started:.0f} s")
    version = fingerprint(data)
    building = folder.with_name(folder.name + ".new")
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    nlp.to_disk(building / "pipeline")
    facts = {"eyes": eyes(), "version": version, "lines": len(examples), "labels": LABELS}
    (building / FACTS).write_text(json.dumps(facts, indent=1), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    building.rename(folder)
    return version


def chosen(question: str, examples: Sequence[lines.Example]) -> tuple[list[lines.Example], list[str]]:
    """Return the lines that teach a question, and their answers."""
    if question == "level":
        mine = [example for example in examples if example.label in NEEDS]
        return mine, [str(example.level) for example in mine]
    mine = [example for example in examples if example.kind == question]
    return mine, [example.label for example in mine]


def _model(question: str, examples: Sequence[lines.Example]) -> Linear:
    mine, answers = chosen(question, examples)
    if not mine:
        raise JudgeError(f"there are no training lines for {question}")
    return learn(count(question, mine, answers))


def learn(counts: Counts, scores: Floats | None = None) -> Linear:
    """Return the model that the counted lines and phrases teach; `scores` are those of `held_out`, where known."""
    scores = held_out(counts) if scores is None else scores
    blend = Blend.of(scores[counts.lines], counts.labels[counts.lines])
    members, _ = fit(counts, np.ones(len(counts.labels), dtype=bool))
    return blend.applied(members)


def count(question: str, examples: Sequence[lines.Example], answers: Sequence[str]) -> Counts:
    """Return the counted features of the lines and of the phrases that teach a question."""
    lexicon = cues.lexicon()
    seen = [features(view(read(example.text), lexicon)) for example in examples]
    lessons = [Lesson(answer, example.author) for example, answer in zip(examples, answers)]
    for folder, weight in PHRASE_WEIGHTS.items():
        for label, phrase in cues.lessons(folder, question):
            seen.append(phrase_features(read(phrase)))
            lessons.append(Lesson(label, LEXICON, weight))
    return Counts.of(seen, lessons)


def main_train(folder: Path, data: Path = DATA, progress: Progress = print) -> str:
    """Train what is missing or stale; a second start trains nothing. Return the version."""
    if is_fresh(data, folder):
        progress("judge: up to date")
        return fingerprint(data)
    return train(data, folder, progress)
