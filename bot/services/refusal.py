"""The one way in which a service says no: a key of the catalogue, so that every channel can say it to a person."""

from __future__ import annotations

from bot.language import Catalog


class Refused(Exception):
    """A rule forbids it, or the input is wrong; `key` is a sentence of the catalogue, `values` fill its `{names}`.

    What a viewer may not see is refused as if it did not exist (`people.not_found`), so that nothing leaks.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values

    def words(self, catalog: Catalog, language: str) -> str:
        """Return the sentence in `language`."""
        return catalog.say(self.key, language, None, **self.values)
