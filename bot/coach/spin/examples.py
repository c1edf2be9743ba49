"""Hand-written example questions, chosen by what is sold or else by who buys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language import base, localise

from .deal import Deal
from .text import plain

GENERAL = "general"


@dataclass(frozen=True)
class Field:
    """One field of trade. Texts are by `zh` and `en`; `lines` by `s`, `p`, `i`, `d`, `n`, `a` (see the YAML)."""

    id: str
    name: dict[str, str]
    product: dict[str, tuple[str, ...]]
    buyer: dict[str, tuple[str, ...]]
    customers: dict[str, str]
    lines: dict[str, dict[str, tuple[str, ...]]]


class Examples:
    """All fields; the last one, `general`, fits everything."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self.fields = {field.id: field for field in fields}

    def of_deal(self, deal: Deal) -> Field:
        """Return the field whose words are in the product, else the one in the customer's name, else the "
        "general one."""
        return self._best(deal.product, "product") or self._best(deal.customer, "buyer") or self.fields[GENERAL]

    def customers(self, deal: Deal, language: str) -> str:
        """Return whom this customer serves: by the customer's name, else by the product."""
        field = self._best(deal.customer, "buyer") or self._best(deal.product, "product") or self.fields[GENERAL]
        return localise(field.customers[base(language)], language)

    def line(self, deal: Deal, key: str, language: str, number: int = 0) -> str:
        """Return the example `key` (`s`, `p`, `i`, `d`, `n`, `a`) for `deal`; `number` counts over several."""
        lines = self.of_deal(deal).lines[base(language)][key]
        text = localise(lines[number % len(lines)], language)
        return text.replace("{customers}", self.customers(deal, language))

    def _best(self, text: str, side: str) -> Field | None:
        line = plain(text)
        scored = [(self._score(line, field, side), field) for field in self.fields.values()]
        score, best = max(scored, key=lambda pair: pair[0])
        return best if score else None

    def _score(self, line: str, field: Field, side: str) -> int:
        words = [word for language in ("zh", "en") for word in getattr(field, side)[language]]
        return max((len(word) for word in words if _holds(line, word)), default=0)


def _holds(line: str, word: str) -> bool:
    if re.search(r"[\u3400-\u9fff]", word):
        return word in line
    # Latin words start at a word's start; short ones (HR, AI) also end there.
    end = r"(?![A-Za-z])" if len(word) <= 4 else ""
    return re.search(rf"(?<![A-Za-z]){re.escape(word)}{end}", line, re.IGNORECASE) is not None
