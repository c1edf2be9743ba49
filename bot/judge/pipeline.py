"""The judge as a spaCy pipeline: a tokenizer that normalises, the cues as spans, one labeller for each question."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.util import registry
from spacy.vocab import Vocab

from bot.judge.cues import lexicon, phrases
from bot.judge.features import View, features, view
from bot.judge.linear import Linear
from bot.judge.text import TOKEN, Line, read

QUESTIONS = ("rep", "customer", "level", "case")
"""The labellers of the pipeline: one for each kind, and the level of a need."""
VIEW = "peilian_view"


class Tokenizer:
    """Cut a raw text into the tokens of the lexicon, white space kept as it stands."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the tokens of `text`; the normalised line goes with them as `doc.user_data`."""
        line = read(text)
        words, spaces = _words(line)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc.user_data[VIEW] = line
        return doc

    def to_disk(self, path: Path, **_: Any) -> None:
        """Write nothing: the tokenizer is in the code."""

    def from_disk(self, path: Path, **_: Any) -> "Tokenizer":
        """Read nothing."""
        return self


@registry.tokenizers("peilian.Tokenizer.v1")
def make_tokenizer() -> Any:
    """Return the maker of the tokenizer."""
    return lambda nlp: Tokenizer(nlp.vocab)


@Language.component("peilian_cues")
def mark_cues(doc: Doc) -> Doc:
    """Put cues and turns of phrase of the lexicon into `doc.spans["cues"]`."""
    seen = view(doc.user_data[VIEW], lexicon())
    doc.user_data[VIEW] = seen
    spans = []
    for start, end, cue in (*seen.cues, *phrases().find(seen.tokens)):
        a, b = seen.line.span(seen.places[start][0], seen.places[end - 1][1])
        span = doc.char_span(a, b, label=cue, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.spans["cues"] = SpanGroup(doc, name="cues", spans=spans)
    return doc


@Language.factory("peilian_labels")
class Labeller:
    """Give a line the labels of one question as `doc.cats`."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.model: Linear | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Label `doc`, whose cues are marked."""
        if self.model is None:
            raise ValueError("the labeller is not trained")
        seen: View = doc.user_data[VIEW]
        found = self.model.probabilities(features(seen))
        doc.cats = dict(zip(self.model.labels, map(float, found)))
        return doc

    def to_disk(self, path: Path, **_: Any) -> None:
        """Write the model."""
        if self.model is not None:
            self.model.save(path)

    def from_disk(self, path: Path, **_: Any) -> "Labeller":
        """Read the model."""
        self.model = Linear.open(path)
        return self


def blank() -> Language:
    """Return the pipeline without models."""
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "peilian.Tokenizer.v1"}}})
    nlp.add_pipe("peilian_cues")
    for question in QUESTIONS:
        nlp.add_pipe("peilian_labels", name=question)
    return nlp


def _words(line: Line) -> tuple[list[str], list[bool]]:
    """Return the raw tokens of a line, and whether a blank follows each."""
    starts = sorted({line.offsets[match.start()] for match in TOKEN.finditer(line.text)} | {0})
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in zip(starts, [*starts[1:], len(line.raw)]):
        piece = line.raw[start:end]
        bare = piece.rstrip(" ")
        if bare:
            words.append(bare)
            spaces.append(len(bare) < len(piece))
            words.extend([" "] * max(0, len(piece) - len(bare) - 1))
            spaces.extend([False] * max(0, len(piece) - len(bare) - 1))
        else:
            words.extend(piece)
            spaces.extend([False] * len(piece))
    return words, spaces


def parts(nlp: Language, names: Iterable[str]) -> list[Any]:
    """Return the components of the pipeline by name."""
    return [nlp.get_pipe(name) for name in names]
