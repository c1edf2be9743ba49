"""A sentence that the coach wants to say, still without words: the key in the catalogue and what fills it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Say:
    """The key of a wording in `data/content/replies/spin.yaml` and its values: own words of the rep, or a `Say` "
    "again."""

    key: str
    values: dict[str, str | Say] = field(default_factory=dict)
