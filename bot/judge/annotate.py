"""`python -m bot annotate`: JSON lines in, the same lines with labels out.

Input:  {"id": …, "kind": "rep" | "customer" | "case", "text": …}, other fields are passed through.
Output: the same with `label`, `confidence`, `unsure`, `level`, `alternatives`; a bad line gets an `error` in its place.
With `--why LANGUAGE` each has the reason for its label too, as `why`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bot.coach.judgement import LABELS, Judge, Judgement
from bot.judge.errors import JudgeError
from bot.language import LANGUAGES, Catalog

Explain = Callable[[Judgement], str]
"""Returns the reason for a label in a sentence."""


def annotate(lines: Iterable[str], judge: Judge, explain: Explain | None = None) -> Iterator[dict[str, Any]]:
    """Yield one object for each line that is not blank; a bad one has `error` and `line`, its number."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row, error = _row(line)
        if error:
            yield {**row, "line": number, "error": error}
        else:
            yield {**row, **_labelled(row, judge, explain)}


def _row(line: str) -> tuple[dict[str, Any], str | None]:
    try:
        row = json.loads(line)
    except ValueError as error:
        return {}, f"not JSON: {error}"
    if not isinstance(row, dict):
        return {}, "not a JSON object"
    kind, text = row.get("kind"), row.get("text")
    if kind is None:
        return row, "kind is missing; it is rep, customer or case"
    if not isinstance(kind, str) or kind not in LABELS:
        return row, f"kind is {json.dumps(kind, ensure_ascii=False)}; it is rep, customer or case"
    if text is None:
        return row, "text is missing"
    if not isinstance(text, str):
        return row, "text is not a string"
    return row, None if text.strip() else "text is empty"


def _labelled(row: dict[str, Any], judge: Judge, explain: Explain | None) -> dict[str, Any]:
    before = row.get("before")
    found = judge.judge(row["kind"], row["text"], before if isinstance(before, str) else None)
    return {
        "label": found.label,
        "confidence": round(found.confidence, 4),
        "unsure": found.unsure,
        "level": found.level,
        "alternatives": [{"label": label, "confidence": round(p, 4)} for label, p in found.alternatives],
        **({"why": explain(found)} if explain else {}),
    }


def main(argv: Sequence[str], models: Path | None = None) -> int:
    """Label FILE or standard input; return 0, 1 where a line was bad, 2 where nothing could be done."""
    parser = argparse.ArgumentParser(prog="python -m bot annotate", description="Label JSON lines.")
    parser.add_argument("file", nargs="?", metavar="FILE", help="JSON lines; standard input without it")
    parser.add_argument("--out", metavar="FILE", help="where the labelled lines go; standard output without it")
    parser.add_argument("--why", metavar="LANGUAGE", choices=LANGUAGES, help=f"tell why: {', '.join(LANGUAGES)}")
    options = parser.parse_args(argv)
    try:
        return _run(options.file, options.out, _judge(models), _explain(options.why) if options.why else None)
    except JudgeError as error:
        print(error, file=sys.stderr)
    except (OSError, UnicodeDecodeError) as error:
        print(f"cannot annotate: {error}", file=sys.stderr)
    return 2


def _judge(models: Path | None) -> Judge:
    from bot.judge import load_judge
    from bot.settings import Settings

    return load_judge((models or Settings.from_env().models) / "judge")


def _explain(language: str) -> Explain:
    from bot.judge.explain import explain
    from bot.settings import ROOT

    catalog = Catalog.read(ROOT / "data" / "content" / "replies", "judge")
    return lambda judgement: explain(judgement, catalog, language)


def _run(source: str | None, target: str | None, judge: Judge, explain: Explain | None) -> int:
    bad = False
    with ExitStack() as stack:
        lines = stack.enter_context(open(source, encoding="utf-8-sig")) if source else sys.stdin
        out = stack.enter_context(open(target, "w", encoding="utf-8")) if target else sys.stdout
        for row in annotate(lines, judge, explain):
            bad = bad or "error" in row
            print(json.dumps(row, ensure_ascii=False), file=out)
    return 1 if bad else 0
