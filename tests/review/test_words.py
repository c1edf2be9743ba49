"""Every sentence that a page asks for is there."""

import re

import pytest

from bot.language import Catalog
from bot.settings import ROOT

SOURCES = sorted((ROOT / "bot" / "review").rglob("*.html")) + sorted((ROOT / "bot" / "review").rglob("*.py"))
ASKED = re.compile(r"""\bt\("([a-z_0-9]+)"|\bt\('([a-z_0-9]+)'|words\("([a-z_0-9]+)"|"review\.([a-z_0-9]+)\"""")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_sentence_that_is_asked_for_is_there(path):
    catalog = Catalog.read(ROOT / "data" / "content" / "replies", "review")
    asked = {next(filter(None, found)) for found in ASKED.findall(path.read_text(encoding="utf-8"))}
    assert {key for key in asked if f"review.{key}" not in catalog} == set()
