"""docs/judge.md: the measured tables between their marks, and the pictures. The rest of the page is written by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bot.judge import measure, pictures
from bot.judge.lines import Example
from bot.judge.measure import Verdicts

PAGE = "judge.md"
TARGETS = {"rep": "0.95", "customer": "0.93", "level": "0.93", "case": "0.95"}


def write(
    docs: Path,
    examples: Sequence[Example],
    found: Mapping[str, Verdicts],
    baseline: Mapping[str, Verdicts],
    test: Mapping[str, Verdicts],
) -> None:
    """Write the figures and pictures of the judge into `docs`."""
    (docs / "judge").mkdir(parents=True, exist_ok=True)
    parts = [_lines(examples), _overview(found, baseline), _strangers(test), _certainty(found, test)]
    for question, verdicts in found.items():
        parts.append(_labels(question, verdicts))
        parts.append(_authors(question, verdicts))
        pictures.confusion(docs / "judge" / f"{question}.png", question, verdicts)
        parts.append(f"![Confusion of {question}](judge/{question}.png)")
        pictures.labels(docs / "judge" / f"{question}-labels.png", question, verdicts)
        parts.append(f"![F1 of each label of {question}](judge/{question}-labels.png)")
    pictures.calibration(docs / "judge" / "calibration.png", found)
    parts.append("![Confidence and how often it is right](judge/calibration.png)")
    _put(docs / PAGE, "measured", "\n\n".join(parts))


def write_comparison(docs: Path, found: Mapping[str, Mapping[str, Verdicts]]) -> None:
    """Write the table of approaches into `docs`; a dash stands where an approach was not measured."""
    columns = _columns(list(found.values())[-1])
    rows = []
    for name, by_question in found.items():
        cells = [_cell(by_question[question], lang) if question in by_question else "–" for question, lang in columns]
        rows.append([name, *cells])
    _put(docs / PAGE, "compared", _table(["macro-F1", *(f"{question} {lang}" for question, lang in columns)], rows))


def _cell(verdicts: Verdicts, lang: str) -> str:
    return f"{measure.macro_f1(verdicts.of(verdicts.langs == lang)):.3f}"


def _columns(found: Mapping[str, Verdicts]) -> list[tuple[str, str]]:
    return [(question, lang) for question, verdicts in found.items() for lang in measure.languages(verdicts)]


def _lines(examples: Sequence[Example]) -> str:
    count = Counter((example.kind, example.lang) for example in examples)
    names = {(example.lang, example.author) for example in examples}
    authors = Counter(lang for lang, _ in names)
    langs = sorted(authors)
    rows = [[kind, *(str(count[kind, lang]) for lang in langs)] for kind in ("rep", "customer", "case")]
    rows.append(["authors", *(str(authors[lang]) for lang in langs)])
    return "### Lines\n\n" + _table(["lines", *langs], rows)


def _overview(found: Mapping[str, Verdicts], baseline: Mapping[str, Verdicts]) -> str:
    rows = []
    for question, lang in _columns(found):
        mine = found[question].of(found[question].langs == lang)
        base = baseline[question].of(baseline[question].langs == lang)
        low, high = measure.interval(mine)
        known = f"{measure.macro_f1(base):.3f}"
        score = f"**{measure.macro_f1(mine):.3f}**"
        rows.append([question, lang, str(len(mine.true)), score, f"{low:.3f} – {high:.3f}", TARGETS[question], known])
    head = ["question", "language", "lines", "macro-F1", "95 % interval", "target", "TF-IDF baseline"]
    return "### Macro-F1 on authors not seen in training\n\n" + _table(head, rows)


def _strangers(test: Mapping[str, Verdicts]) -> str:
    rows = []
    for question, lang in _columns(test):
        mine = test[question].of(test[question].langs == lang)
        low, high = measure.interval(mine)
        score = f"**{measure.macro_f1(mine):.3f}**"
        rows.append([question, lang, str(len(mine.true)), score, f"{low:.3f} – {high:.3f}", TARGETS[question]])
    head = ["question", "language", "lines", "macro-F1", "95 % interval", "target"]
    return "### Macro-F1 on test lines, by authors in no training file\n\n" + _table(head, rows)


def _certainty(found: Mapping[str, Verdicts], test: Mapping[str, Verdicts]) -> str:
    rows = []
    for name, by_question in (("authors held out", found), ("test lines", test)):
        for question, verdicts in by_question.items():
            sure, right = measure.when_sure(verdicts)
            error, least = measure.calibration_error(verdicts), verdicts.confidence[~verdicts.unsure].min(initial=1)
            rows.append([name, question, f"{error:.3f}", f"{least:.2f}", f"{sure:.1%}", f"{right:.1%}"])
    head = [
        "measured on",
        "question",
        "expected calibration error",
        "threshold",
        "said with confidence",
        "right of these",
    ]
    return "### Confidence\n\n" + _table(head, rows)


def _labels(question: str, verdicts: Verdicts) -> str:
    rows = []
    for lang in measure.languages(verdicts):
        table = measure.confusion(verdicts.of(verdicts.langs == lang))
        for label, (precision, recall, f1), support in zip(verdicts.labels, measure.by_label(table), table.sum(axis=1)):
            rows.append([lang, f"`{label}`", f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}", str(support)])
    return f"### {question}\n\n" + _table(["language", "label", "precision", "recall", "F1", "lines"], rows)


def _authors(question: str, verdicts: Verdicts) -> str:
    scores = ", ".join(f"{name} {score:.2f}" for name, score in measure.by_author(verdicts))
    return f"Macro-F1 by author held out: {scores}."


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _put(page: Path, mark: str, text: str) -> None:
    """Put `text` between the marks of the page; at its end where it has none."""
    old = page.read_text(encoding="utf-8") if page.exists() else "# The judge\n"
    block = f"<!-- {mark}: written by make evaluate -->\n\n{text}\n\n<!-- /{mark} -->"
    pattern = re.compile(rf"<!-- {mark}\b.*?<!-- /{mark} -->", re.S)
    new = pattern.sub(lambda _: block, old) if pattern.search(old) else f"{old.rstrip()}\n\n{block}\n"
    page.write_text(new, encoding="utf-8")
