"""The templates: everything that is filled in is escaped, direction marks cannot leak out of their element."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the environment of all templates."""
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["marked"] = marked
    made.filters["address"] = address
    made.globals["asset"] = asset
    return made


def render(template: str, values: Mapping[str, Any]) -> str:
    """Fill a template."""
    return environment().get_template(template).render(values)


def marked(text: str, spans: Sequence[tuple[int, int]]) -> Markup:
    """Return text with the stretches `spans` (start, end; in order) in <mark>."""
    parts, place = [], 0
    for start, end in spans:
        parts += [escape(text[place:start]), Markup("<mark>"), escape(text[start:end]), Markup("</mark>")]
        place = end
    return Markup("").join([*parts, escape(text[place:])])


def address(path: str, values: Mapping[str, Any]) -> str:
    """Return a path with those of `values` that say something as its query."""
    said = {key: value for key, value in values.items() if value not in ("", None, False)}
    return f"{path}?{urlencode(said)}" if said else path


@lru_cache(maxsize=16)
def asset(name: str) -> str:
    """Return the address of a static file, new whenever its content is."""
    return f"/static/{name}?v={sha256((STATIC / name).read_bytes()).hexdigest()[:10]}"
