"""Chinese scripts: Traditional text is read as Simplified, Simplified answers are shown as Traditional."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from opencc import OpenCC

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
CONTROL = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

CORNERS = str.maketrans("“”", "「」")
INNER = re.compile(r"(?<![A-Za-z])‘([^‘’]*)’(?![A-Za-z])")


@lru_cache(maxsize=4)
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


def convert(text: str, name: str) -> str:
    """Convert `text` by the OpenCC configuration `name` (`t2s`, `s2t`, `s2twp`)."""
    return str(_converter(name).convert(text))


def to_simplified(text: str) -> str:
    """Return `text` in Simplified characters; other text is unchanged and the length in characters is kept."""
    return convert(text, "t2s") if HAN.search(text) else text


def to_traditional(text: str) -> str:
    """Return `text` in Traditional characters with Taiwan's business wording (OpenCC `s2twp`, then `taiwan.txt`)."""
    if not HAN.search(text):
        return text
    wording, pattern = _taiwan()
    return pattern.sub(lambda found: wording[found[0]], convert(text, "s2twp"))


def corner_quotes(text: str) -> str:
    """Return `text` with the quotation marks of Traditional print; an apostrophe stays one."""
    return INNER.sub(r"『\1』", text.translate(CORNERS))


@lru_cache(maxsize=1)
def _taiwan() -> tuple[dict[str, str], re.Pattern[str]]:
    lines = (Path(__file__).parent / "taiwan.txt").read_text(encoding="utf-8").splitlines()
    wording = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
    # Longer words first, so that a phrase wins over the word inside it.
    return wording, re.compile("|".join(sorted(map(re.escape, wording), key=len, reverse=True)))


def clean(text: str) -> str:
    """Return `text` as it is read everywhere: NFC, no control or direction marks, blanks trimmed at both ends."""
    return CONTROL.sub("", unicodedata.normalize("NFC", text)).strip()
