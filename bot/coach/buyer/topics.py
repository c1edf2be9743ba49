"""Finding what a sentence is about: keywords, likeness to example questions, and how much of it the topic covers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from .asked import STRICT, question_types
from .reading import content_parts, grams, plain, stems

SPARED = 0.5
"""What is left of a score where the topic knows nothing else of the question: one broad keyword must not carry it."""
STRANGE = 0.7
"""How much a part of a question counts that no topic of the scene knows, beside one that some other topic knows."""


@dataclass(frozen=True)
class Topic:
    """What one item is found by, in one language."""

    id: str
    words: tuple[str, ...]
    asks: tuple[str, ...]
    group: str = ""
    """Topics of one group compete for a keyword."""
    says: tuple[str, ...] = ()
    """What is answered: its words cover a question, though they do not find the topic."""


class TopicIndex:
    """The topics of a scene in one language."""

    def __init__(self, topics: Iterable[Topic], language: str) -> None:
        self.language = language
        self.topics = tuple(topics)
        seen: Counter[str] = Counter()
        for t in self.topics:
            seen.update({f for ask in (*t.asks, *t.words) for f in grams(ask, language)})
        total = len(self.topics) + 1
        self._idf = {f: log(1 + total / n) for f, n in seen.items()}
        self._unseen = log(1 + total)
        self._owners = [t.id for t in self.topics for _ in t.asks]
        self._asks = self._by_feature(ask for t in self.topics for ask in t.asks)
        self._kinds = {t.id: frozenset(k for a in t.asks for k in question_types(a, language)) for t in self.topics}
        self._shared = Counter((t.group, w.lower()) for t in self.topics for w in set(t.words))
        self._words = {
            t.id: [(low, _read_as(low, language)) for w in t.words if (low := w.lower())] for t in self.topics
        }
        self._known = {
            t.id: frozenset(f for text in (*t.asks, *t.words, *t.says) for f in grams(text, language))
            for t in self.topics
        }
        self._anywhere = frozenset(f for known in self._known.values() for f in known)

    def scores(self, text: str) -> dict[str, float]:
        """Return for each topic how well `text` fits it, 0 to about 1.2."""
        vector = self._vector(grams(text, self.language))
        kinds = question_types(text, self.language)
        low = text.lower()
        # English keywords are compared by their stems ("closing" is about "close"), Chinese ones as they stand.
        read = stems(low) if self.language == "en" else f" {low} {plain(low)} "
        like = self._likeness(vector)
        return {t.id: self._score(t, like.get(t.id, 0.0), kinds, read) for t in self.topics}

    def fit(self, text: str, meant: str | None = None) -> dict[str, float]:
        """Return the scores of `text` (read as `meant`), less where a topic knows little else of what is asked."""
        share = self.coverage(text)
        return {name: s * (SPARED + (1 - SPARED) * share[name]) for name, s in self.scores(meant or text).items()}

    def kinds(self, topic: str) -> frozenset[str]:
        """Return the kinds of question among a topic's example questions."""
        return self._kinds.get(topic, frozenset())

    def knows(self, topic: str, word: str) -> bool:
        """Say whether a topic speaks of a word at all, in its keywords, questions or answers."""
        features = grams(word, self.language)
        return not features or any(f in self._known.get(topic, frozenset()) for f in features)

    def coverage(self, text: str) -> dict[str, float]:
        """Return for each topic which share of the content of `text` it knows, 0 to 1; 1 where there is no content."""
        parts = content_parts(text, self.language)
        weights = [STRANGE if self._anywhere.isdisjoint(features) else 1.0 for _, features in parts]
        if STRANGE not in weights or 1.0 in weights:
            return {topic.id: _share(parts, weights, self._known[topic.id]) for topic in self.topics}
        return {topic.id: 0.0 for topic in self.topics}

    def _by_feature(self, asks: Iterable[str]) -> dict[str, list[tuple[int, float]]]:
        """Return for each feature the example questions that hold it, by number, with its weight in them."""
        found: dict[str, list[tuple[int, float]]] = {}
        for n, ask in enumerate(asks):
            for feature, weight in self._vector(grams(ask, self.language)).items():
                found.setdefault(feature, []).append((n, weight))
        return found

    def _likeness(self, vector: Mapping[str, float]) -> dict[str, float]:
        """Return by topic the cosine of a vector to the nearest example question, where they share anything."""
        cosines: dict[int, float] = {}
        for feature, weight in vector.items():
            for n, other in self._asks.get(feature, ()):
                cosines[n] = cosines.get(n, 0.0) + weight * other
        nearest: dict[str, float] = {}
        for n, cosine in cosines.items():
            nearest[self._owners[n]] = max(cosine, nearest.get(self._owners[n], 0.0))
        return nearest

    def _score(self, topic: Topic, likeness: float, kinds: frozenset[str], low: str) -> float:
        hits = [word for word, read_as in self._words[topic.id] if _holds(low, word, read_as, self.language)]
        longest = [w for w in hits if not any(w != o and w in o for o in hits)]
        key = min(1.2, sum(0.75 / _root(self._shared[topic.group, w]) for w in longest))
        score = 0.6 * likeness + 0.5 * key
        asked, wanted = kinds & STRICT, self._kinds[topic.id]
        if asked and wanted and not asked & wanted:
            score *= 0.6 if "opinion" in asked else 0.8
        return score

    def _vector(self, features: Counter[str]) -> dict[str, float]:
        raw = {f: (1 + log(n)) * self._idf.get(f, self._unseen) for f, n in features.items()}
        norm = sqrt(sum(v * v for v in raw.values())) or 1.0
        return {f: v / norm for f, v in raw.items()}


def _share(parts: Sequence[tuple[str, frozenset[str]]], weights: Sequence[float], known: frozenset[str]) -> float:
    whole = sum(weights)
    held = sum(weight for (_, features), weight in zip(parts, weights) if not known.isdisjoint(features))
    return held / whole if whole else 1.0


def _read_as(word: str, language: str) -> str:
    """Return the form in which a keyword is looked for besides its own."""
    return stems(word) if language == "en" else plain(word)


def _root(times: int) -> float:
    """Return by how much a keyword counts less that `times` topics share."""
    return float(times**0.7)


def _holds(read: str, word: str, read_as: str, language: str) -> bool:
    if language == "en":
        return read_as in read
    if word.isascii():
        return re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", read) is not None
    return word in read or read_as in read
