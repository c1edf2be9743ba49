"""A stored call plan as a text on one screen, and as a Markdown file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from bot.coach.spin.plan import plan_lines
from bot.coach.spin.say import Say
from bot.coach.spin.text import shorten
from bot.language import Catalog
from bot.store.tables import Deal

from .spin_words import fill

SHEET = "call_plan"
"""The name of the plan among a deal's sheets."""
LINE = 160
"""Characters of one line on the screen; the file has all of it."""
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def plan_text(catalog: Catalog, language: str, plan: dict[str, Any]) -> str:
    """Return the plan as lines for a chat."""
    parts = [_title(catalog, language, plan)]
    for heading, lines in plan_lines(plan):
        texts = [shorten(fill(catalog, language, line), LINE) for line in lines]
        name = fill(catalog, language, Say(heading))
        if len(texts) == 1:
            parts.append(f"【{name}】{texts[0]}" if language != "en" else f"{name}: {texts[0]}")
        else:
            parts.append(
                "\n".join([f"【{name}】" if language != "en" else f"{name}:", *(f"· {text}" for text in texts)])
            )
    return "\n".join(parts)


def plan_markdown(catalog: Catalog, language: str, plan: dict[str, Any]) -> str:
    """Return the plan as a Markdown document; what the rep wrote cannot change its form."""
    made = fill(catalog, language, Say("plan_made", {"date": str(plan["made_at"])}))
    parts = [f"# {escape(_title(catalog, language, plan))}", "", escape(made)]
    for heading, lines in plan_lines(plan):
        parts += ["", f"## {fill(catalog, language, Say(heading))}", ""]
        parts += [f"- {escape(fill(catalog, language, line))}" for line in lines]
    return "\n".join(parts) + "\n"


def write_plan(folder: Path, catalog: Catalog, language: str, deal: Deal) -> Path:
    """Write the plan of `deal` as Markdown into `folder` and return the file's path."""
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w-]+", "-", deal.customer).strip("-_")[:30] or "deal"
    path = folder / f"call-plan-{deal.id}-{name}.md"
    path.write_text(plan_markdown(catalog, language, deal.sheets[SHEET]), encoding="utf-8")
    return path


def escape(text: str) -> str:
    """Return `text` on one line so that Markdown shows it as it is."""
    line = _MARKS.sub(r"\\\1", " ".join(text.split()))
    return _AT_START.sub(lambda m: f"{m[1]}{m[2]}\\" if m[2].isdigit() else f"{m[1]}\\{m[2]}", line)


def _title(catalog: Catalog, language: str, plan: dict[str, Any]) -> str:
    return fill(catalog, language, Say("plan_title", {"customer": shorten(plan["deal"]["customer"], 60)}))
