"""The lexicon: words and phrases of sales talk by meaning, found in one pass over a line.

A file holds `cue: {zh: phrases, en: phrases}`, phrases parted by commas. In a phrase `…` stands for up to a few
tokens, `#` for a number, and a star at the end of a Latin word for any ending. `teaches: {kind: label}` says of what
label the phrases are: they are then learnt from like very short lines (see `fit`).

`bot/judge/cues` has words by meaning, which the models see as cues. `bot/judge/phrases` has turns of phrase by label,
which only teach: the models never see that a line holds one, or they would trust the lexicon more on the lines it was
written beside than it deserves on the lines of strangers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from bot.judge.errors import JudgeError
from bot.judge.text import TOKEN

FOLDER = Path(__file__).with_name("cues")
PHRASES = Path(__file__).with_name("phrases")
GAP = 5
"""How many tokens `…` may stand for."""
_PHRASE_TOKEN = re.compile(r"[a-z]+\*|…|#|" + TOKEN.pattern)
_LONG = {"'s": "is", "'re": "are", "'d": "would", "'ll": "will", "'ve": "have", "'m": "am", "n't": "not"}
_NUMERAL = frozenset("一二三四五六七八九十百千万亿两几半")
_STOP = frozenset(".?!。;…")


class Found(NamedTuple):
    """A cue from token `start` to before token `end`."""

    start: int
    end: int
    cue: str


@dataclass
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    cues: list[str] = field(default_factory=list)


class Cues:
    """A lexicon as a trie over tokens."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._root = _Node()
        self._stems: set[str] = set()
        self.names: set[str] = set()
        for cue, phrase in phrases:
            self._add(cue, phrase)
        self._lengths = sorted({len(stem) for stem in self._stems})

    @classmethod
    def read(cls, folder: Path) -> Cues:
        """Read every file of `folder`; raise `JudgeError` where one is not a lexicon."""
        return cls(phrase for path in sorted(folder.glob("*.yaml")) for phrase in _phrases(path))

    def _add(self, cue: str, phrase: str) -> None:
        node = self._root
        for token in _PHRASE_TOKEN.findall(phrase):
            if token.endswith("*"):
                self._stems.add(token[:-1])
            node = node.next.setdefault(token, _Node())
        if cue not in node.cues:
            node.cues.append(cue)
        self.names.add(cue)

    def find(self, tokens: Sequence[str]) -> list[Found]:
        """Return all cues in normalised `tokens` (see `text.TOKEN`), overlapping ones too, in the order of the line."""
        keys = [self._keys(token) for token in tokens]
        found: list[Found] = []
        for start in range(len(tokens)):
            self._walk(self._root, tokens, keys, start, start, found)
        return list(dict.fromkeys(found))

    def _walk(
        self, node: _Node, tokens: Sequence[str], keys: list[list[str]], start: int, at: int, found: list[Found]
    ) -> None:
        found.extend(Found(start, at, cue) for cue in node.cues)
        if at < len(tokens):
            for key in keys[at]:
                if key in node.next:
                    self._walk(node.next[key], tokens, keys, start, at + 1, found)
        if "…" in node.next:
            for skip in range(GAP + 1):
                if at + skip >= len(tokens) or tokens[at + skip] in _STOP:
                    break
                self._walk(node.next["…"], tokens, keys, start, at + skip, found)

    def _keys(self, token: str) -> list[str]:
        keys = [token]
        if token in _LONG:
            keys.append(_LONG[token])
        elif token[0].isdigit() or token in _NUMERAL:
            keys.append("#")
        elif token[0].isascii() and token[0].isalpha():
            keys.extend(
                stem + "*"
                for length in self._lengths
                if length <= len(token) and (stem := token[:length]) in self._stems
            )
        return keys


@lru_cache(maxsize=1)
def lexicon() -> Cues:
    """Return the words by meaning, read once."""
    return Cues.read(FOLDER)


@lru_cache(maxsize=1)
def phrases() -> Cues:
    """Return the turns of phrase by label, read once; they explain a judgement."""
    return Cues.read(PHRASES)


def files() -> list[Path]:
    """Return the files of the lexicon."""
    return [*sorted(FOLDER.glob("*.yaml")), *sorted(PHRASES.glob("*.yaml"))]


def lessons(folder: Path, kind: str) -> list[tuple[str, str]]:
    """Return label and phrase of all that `folder` teaches about a kind, cut at the gaps."""
    found: list[tuple[str, str]] = []
    for path in sorted(folder.glob("*.yaml")):
        entries = _entries(path)
        for cue, phrase in _phrases(path):
            label = entries[cue].get("teaches", {}).get(kind)
            if label is not None:
                pieces = (piece.strip() for piece in phrase.split("…"))
                found.extend((label, piece) for piece in pieces if len(piece) > 1)
    return found


def _entries(path: Path) -> dict[str, dict[str, Any]]:
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    for cue, entry in entries.items():
        if not isinstance(entry, dict) or not set(entry) <= {"zh", "en", "teaches"}:
            raise JudgeError(f"{path.name}: {cue}: a cue holds phrases under zh and en, and what it teaches")
    return dict(entries)


def _phrases(path: Path) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for cue, entry in _entries(path).items():
        for language in ("zh", "en"):
            pieces = (piece.strip().lower() for piece in re.split(r"[,，\n]", str(entry.get(language, ""))))
            found.extend((cue, piece) for piece in pieces if piece)
    return found
