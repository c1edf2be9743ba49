"""The trained judge: a spaCy pipeline asked only what the kind of a line needs."""

from __future__ import annotations

import json
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from bot.coach.judgement import NEEDS, Judgement, Kind, Span
from bot.judge import cues, pipeline
from bot.judge.errors import JudgeError
from bot.judge.lines import fingerprint
from bot.judge.text import read, sentences

FACTS = "judge.json"
_SEEING = ("text", "cues", "skeleton", "features", "linear", "counts", "members", "fit", "lines", "train", "pipeline")
"""Modules that decide what a trained judge is; with another of them a folder is stale."""


def eyes() -> str:
    """Return the fingerprint of the lexicon and of the code that reads a line."""
    code = [Path(__file__).with_name(f"{name}.py") for name in _SEEING]
    return fingerprint(*code, *cues.files())


class SpacyJudge:
    """A judge over a pipeline in memory."""

    def __init__(self, nlp: Language, version: str) -> None:
        self._nlp = nlp
        self.version = version

    @classmethod
    def open(cls, folder: Path) -> SpacyJudge:
        """Read the judge in `folder`; raise `JudgeError` where it is missing, stale or broken."""
        try:
            facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise JudgeError(f"there is no trained judge in {folder}; run `make train`") from None
        except ValueError as error:
            raise JudgeError(f"the judge in {folder} is broken ({error}); run `make train`") from error
        if facts.get("eyes") != eyes():
            raise JudgeError(f"the judge in {folder} is stale: the code or the lexicon changed; run `make train`")
        try:
            cues.lexicon()
            cues.phrases()
            return cls(spacy.load(folder / "pipeline"), str(facts["version"]))
        except (OSError, ValueError, KeyError) as error:
            raise JudgeError(f"the judge in {folder} is broken ({error}); run `make train`") from error

    def judge(self, kind: Kind, text: str, before: str | None = None) -> Judgement:
        """Label one line; `before` is the line it answers, where there is one."""
        # Strings of a line are forgotten with it: a bot that runs for months must not grow.
        with self._nlp.memory_zone():
            return self._judge(kind, text)

    def moves(self, text: str, before: str | None = None) -> tuple[Judgement, ...]:
        """Label each sentence of what a rep said."""
        line = read(text)
        pieces = [line.span(start, end) for start, end in sentences(line.text) if end > start]
        return tuple(self.judge("rep", text[start:end], before) for start, end in pieces)

    def _judge(self, kind: Kind, text: str) -> Judgement:
        doc = pipeline.mark_cues(self._nlp.make_doc(text))
        ranked, threshold = self._ask(kind, doc)
        label, confidence = ranked[0]
        level = self._ask("level", doc)[0][0][0] if label in NEEDS else None
        spans = tuple(Span(span.start_char, span.end_char, span.text, span.label_) for span in doc.spans["cues"])
        return Judgement(kind, text, label, confidence, confidence < threshold, level, ranked, spans)

    def _ask(self, question: str, doc: Doc) -> tuple[tuple[tuple[str, float], ...], float]:
        labeller = self._nlp.get_pipe(question)
        labeller(doc)
        ranked = sorted(doc.cats.items(), key=lambda pair: -pair[1])
        return tuple(ranked), labeller.model.threshold
