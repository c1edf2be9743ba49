"""Words of a line: sentences, content words, and what two lines share. Chinese is read in Simplified, length kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.language import to_simplified

LONGEST = 600
"""Characters that are compared; what comes after is not looked at."""
_STOP_ZH = re.compile(
    r"你们|您们|我们|他们|咱们|现在|目前|当前|什么|怎么|怎样|怎么样|多少|多久|哪些|哪个|哪里|哪儿|这个|那个|这些|那些|这样|那样|这种|一个|一下|一些|一次"
    r"|问题|时候|如果|要是|可以|可能|会不会|会怎|有没有|是不是|能不能|为什么|觉得|认为|一般|通常|平时|比较|非常|最大|最近|最|已经|还是|或者|以及|因为|所以"
    r"|但是|不过|影响|帮助|后果|带来|造成|导致|情况|方面|地方|事情|东西|公司|客户|贵司|贵公司|知道|了解|请问|请教|刚才|提到|头疼|困难|麻烦|好处|价值"
    r"|对于|关于|之后|以后|以前|之前|今年|去年|每年|每天|每月|一年|一天|一直|继续|大概|大约|左右|具体|主要|需要|希望|解决|谁来|自己|起来|出来|下去|下来|上来"
    r"|[的了吗呢吧啊呀么是在有和与跟对把被让给就都也还再又很太不没会能要想说问做到去来从为以及其之这那哪您你我他她它们个些种次谁几多]"
)
_HAN_RUN = re.compile(r"[\u3400-\u9fff]{2,}")
_WORD = re.compile(r"[a-z][a-z0-9'-]{2,}", re.IGNORECASE)
_STOP_WORDS_EN = (
    "about affect affects also and another any anybody anything are aren't been being big biggest business "
    "can company could current currently customer customers day days did difficult do does doesn't don't done "
    "each effect every everybody everyone everything feel for from get gets getting give gives got had happen "
    "happens hard hardest has have having help helps here how i'm if impact impacts into is isn't issue "
    "issues it its just know let lets like lot lots made make makes many may mean means might month months "
    "more most much must need needs not nothing now one only other our ours over people problem problems "
    "really say see should some someone something still take takes team tell than that the their them then "
    "there these they thing things think this those time times today trouble troubles two use used using "
    "value very want was week were what when where which who whom whose why will with work working works "
    "worth would year years you you're your yours"
)
_STOP_EN = frozenset(_STOP_WORDS_EN.split())
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;\n]*")
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "e", "y")


def plain(text: str) -> str:
    """Return `text` as patterns read it: Simplified, straight apostrophes, the same length."""
    return to_simplified(text).replace("’", "'")


def sentences(text: str) -> list[str]:
    """Return the sentences of `text` with their end marks, none of them empty."""
    return [part.strip() for part in _SENTENCE.findall(text) if part.strip(" 。！？!?；;\n,，")]


def shorten(text: str, limit: int = 40) -> str:
    """Return `text` on one line, cut after `limit` characters with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def shared(text: str, before: Iterable[str], ignore: Iterable[str] = ()) -> str | None:
    """Return the longest content word of `text` (as written there) that an earlier line has too, else None.

    `ignore` holds names that are always there (customer, product) and prove nothing.
    """
    runs, words = _content(text, ignore)
    earlier = [_content(line, ignore) for line in before]
    best = ""
    for run_start, run in runs:
        for piece in _common(run, [other for others, _ in earlier for _, other in others]):
            if len(piece) > len(best):
                start = run_start + run.index(piece)
                best = text[start : start + len(piece)]
    stems = {_stem(word) for _, others in earlier for _, word in others}
    for start, end in _stretches(text, [(start, word) for start, word in words if _stem(word) in stems]):
        if end - start > len(best):
            best = text[start:end]
    return best or None


def _content(text: str, ignore: Iterable[str]) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    line = plain(text)[:LONGEST]
    for name in ignore:
        if name := plain(name).strip():
            line = re.sub(re.escape(name), lambda m: "\n" * len(m.group()), line, flags=re.IGNORECASE)
    line = _STOP_ZH.sub(lambda m: "\n" * len(m.group()), line)
    runs = [(m.start(), m.group()) for m in _HAN_RUN.finditer(line)]
    words = [(m.start(), m.group()) for m in _WORD.finditer(line) if m.group().lower() not in _STOP_EN]
    return runs, words


def _stretches(text: str, words: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """Join words that stand side by side ("rush", "orders") and return where they start and end."""
    joined: list[tuple[int, int]] = []
    for start, word in words:
        if joined and text[joined[-1][1] : start] == " ":
            joined[-1] = (joined[-1][0], start + len(word))
        else:
            joined.append((start, start + len(word)))
    return joined


def _common(run: str, others: list[str]) -> Iterable[str]:
    for length in range(len(run), 1, -1):
        for start in range(len(run) - length + 1):
            piece = run[start : start + length]
            if any(piece in other for other in others):
                yield piece
                return


def _stem(word: str) -> str:
    word = word.lower()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
