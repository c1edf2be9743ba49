"""Other ways to judge, measured on the same folds: what the judge is better than, and what each of its parts gives."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import numpy as np
import spacy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.training import Example as SpacyExample

from bot.judge import lines
from bot.judge.fit import folds, held_out
from bot.judge.measure import Texts, Verdicts
from bot.judge.members import MEMBERS, Member, machine
from bot.judge.pipeline import QUESTIONS
from bot.judge.text import read
from bot.judge.train import chosen, count

Predict = Callable[[list[str], list[str], list[str]], Sequence[str]]
"""Training texts, their labels, texts to label: labels."""
WORD = r"[a-z']+|[\u4e00-\u9fff]|\d+"
EPOCHS = 5


def baseline(question: str, examples: Sequence[lines.Example]) -> Verdicts:
    """Return what TF-IDF of words and a logistic regression say of authors they have not seen."""
    return _run(_word_counts, question, examples)


Found = dict[str, Verdicts]
"""Verdicts by question."""


def approaches(examples: Sequence[lines.Example], base: Found, alone: Found, ours: Found) -> dict[str, Found]:
    """Return the verdicts of each approach by question; `alone` are those of the first member without the blend."""
    found: dict[str, Found] = {"TF-IDF of words, logistic regression": base}
    for name, shape in (("bag of words", "bow"), ("convolutions", "cnn")):
        found[f"spaCy textcat, {name}"] = {q: _run(_textcat(shape), q, examples) for q in QUESTIONS}
        print(f"evaluate: spaCy textcat, {name}, measured", flush=True)
    without = {
        "one machine without lexicon": ("cues", "deciding_cues", "cue_bones", "all_cue_bones"),
        "one machine without bones": ("bones", "all_bones", "cue_bones", "all_cue_bones"),
        "one machine without the deciding sentence": ("deciding", "bones", "cue_bones", "deciding_cues"),
    }
    for name, blocks in without.items():
        phrases = name != "one machine without lexicon"
        found[name] = {q: _ablated(q, examples, blocks, phrases) for q in QUESTIONS}
    found["one machine, all features"] = alone
    found["**ours: seven models blended**"] = ours
    return found


def _run(predict: Predict, question: str, examples: Sequence[lines.Example]) -> Verdicts:
    mine, answers = chosen(question, examples)
    texts = [read(example.text).text for example in mine]
    authors = np.asarray([example.author for example in mine])
    said = np.empty(len(mine), dtype=object)
    for out in folds(authors):
        seen = np.flatnonzero(~out)
        said[out] = predict(
            [texts[i] for i in seen], [answers[i] for i in seen], [texts[i] for i in np.flatnonzero(out)]
        )
    return _verdicts(mine, np.asarray(answers), said.astype(str))


def _verdicts(mine: Sequence[lines.Example], true: Texts, said: Texts) -> Verdicts:
    size = len(mine)
    langs, authors = (np.asarray([getattr(example, name) for example in mine]) for name in ("lang", "author"))
    labels = tuple(sorted(set(true)))
    return Verdicts(labels, true, said, np.ones(size, dtype=np.float32), np.zeros(size, dtype=bool), langs, authors)


def _word_counts(texts: list[str], labels: list[str], unseen: list[str]) -> Sequence[str]:
    vectors = TfidfVectorizer(token_pattern=WORD, ngram_range=(1, 2), sublinear_tf=True)
    machine = LogisticRegression(C=10, solver="liblinear")
    machine.fit(vectors.fit_transform(texts), labels)
    return list(machine.predict(vectors.transform(unseen)))


def _ablated(question: str, examples: Sequence[lines.Example], blocks: Sequence[str], phrases: bool) -> Verdicts:
    """Return what the first member says without some blocks of features."""
    mine, answers = chosen(question, examples)
    counts = count(question, mine, answers)
    first = Member(machine, {name: scale for name, scale in MEMBERS["all"].scales.items() if name not in blocks})
    among = np.ones(len(counts.labels), dtype=bool) if phrases else counts.lines
    scores = held_out(counts, among, {"all": first})[counts.lines]
    said = np.unique(answers)[scores.argmax(axis=1)]
    return _verdicts(mine, counts.labels[counts.lines], said.astype(str))


def _textcat(shape: str) -> Predict:
    models = {
        "bow": {
            "@architectures": "spacy.TextCatBOW.v3",
            "exclusive_classes": True,
            "no_output_layer": False,
            "ngram_size": 3,
            "length": 262144,
        },
        "cnn": {
            "@architectures": "spacy.TextCatReduce.v1",
            "exclusive_classes": True,
            "use_reduce_first": False,
            "use_reduce_last": False,
            "use_reduce_max": True,
            "use_reduce_mean": True,
            "tok2vec": {
                "@architectures": "spacy.HashEmbedCNN.v2",
                "pretrained_vectors": None,
                "width": 96,
                "depth": 2,
                "embed_size": 5000,
                "window_size": 1,
                "maxout_pieces": 3,
                "subword_features": True,
            },
        },
    }

    def predict(texts: list[str], labels: list[str], unseen: list[str]) -> Sequence[str]:
        nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "peilian.Tokenizer.v1"}}})
        nlp.add_pipe("textcat", config={"model": models[shape]})
        names = sorted(set(labels))
        rows = [
            SpacyExample.from_dict(nlp.make_doc(text), {"cats": {name: float(name == label) for name in names}})
            for text, label in zip(texts, labels)
        ]
        rng = random.Random(0)
        spacy.util.fix_random_seed(0)
        optimizer = nlp.initialize(lambda: rows[:200] + rows[-200:] + rng.sample(rows, 400))
        for _ in range(EPOCHS):
            rng.shuffle(rows)
            for batch in spacy.util.minibatch(rows, 64):
                nlp.update(batch, sgd=optimizer, drop=0.2)
        return [max(doc.cats, key=doc.cats.__getitem__) for doc in nlp.pipe(unseen)]

    return predict
