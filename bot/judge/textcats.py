"""spaCy's own text categorizers, to compare with: a bag of words, convolutions, and the ensemble of both."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, NamedTuple

import spacy
from spacy.training import Example

BAG = {
    "@architectures": "spacy.TextCatBOW.v3",
    "exclusive_classes": True,
    "no_output_layer": False,
    "ngram_size": 3,
    "length": 262144,
}
CONVOLUTIONS = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "pretrained_vectors": None,
    "width": 96,
    "depth": 2,
    "embed_size": 5000,
    "window_size": 1,
    "maxout_pieces": 3,
    "subword_features": True,
}
POOLED = {
    "@architectures": "spacy.TextCatReduce.v1",
    "exclusive_classes": True,
    "use_reduce_first": False,
    "use_reduce_last": False,
    "use_reduce_max": True,
    "use_reduce_mean": True,
    "tok2vec": CONVOLUTIONS,
}
ENSEMBLE = {"@architectures": "spacy.TextCatEnsemble.v2", "linear_model": BAG, "tok2vec": CONVOLUTIONS}
BATCH, DROP = 64, 0.2


class Textcat(NamedTuple):
    """A categorizer: the architecture, and how often it goes through the lines."""

    shape: dict[str, Any]
    rounds: int

    def predict(self, texts: list[str], labels: list[str], unseen: list[str]) -> Sequence[str]:
        """Learn from texts and their labels, and return the labels of the unseen ones."""
        nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "peilian.Tokenizer.v1"}}})
        nlp.add_pipe("textcat", config={"model": self.shape})
        names = sorted(set(labels))
        rows = [
            Example.from_dict(nlp.make_doc(text), {"cats": {name: float(name == label) for name in names}})
            for text, label in zip(texts, labels)
        ]
        rng = random.Random(0)
        spacy.util.fix_random_seed(0)
        optimizer = nlp.initialize(lambda: rows)
        for _ in range(self.rounds):
            rng.shuffle(rows)
            for batch in spacy.util.minibatch(rows, BATCH):
                nlp.update(batch, sgd=optimizer, drop=DROP)
        return [max(doc.cats, key=doc.cats.__getitem__) for doc in nlp.pipe(unseen)]
