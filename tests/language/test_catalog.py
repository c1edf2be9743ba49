"""The catalogue: keys, languages, variants."""

import re
from random import Random
from string import Formatter

import pytest

from bot.language import Catalog
from bot.language.catalog import CatalogError
from bot.settings import ROOT


def write(folder, text):
    (folder / "room.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_sentence_is_filled_and_localised(tmp_path):
    catalog = Catalog.read(write(tmp_path, "hi: {zh: '软件，{name}', en: 'Hello, {name}'}"))
    assert catalog.say("room.hi", "en", name="Ann") == "Hello, Ann"
    assert catalog.say("room.hi", "zh-Hant", name="软件") == "軟體，软件"


def test_variants_are_chosen_by_the_seed(tmp_path):
    catalog = Catalog.read(write(tmp_path, "hi: {zh: [甲, 乙], en: [one, two]}"))
    assert {catalog.say("room.hi", "en", Random(seed)) for seed in range(20)} == {"one", "two"}
    assert catalog.say("room.hi", "en") == "one"


def test_a_file_that_is_no_yaml_is_refused_by_name(tmp_path):
    with pytest.raises(CatalogError, match=r"room\.yaml: while"):
        Catalog.read(write(tmp_path, "hi: {zh: ["))


@pytest.mark.parametrize("text", ["hi: {zh: 你好}", "hi: {zh: 你好, en: ''}", "hi: {zh: 你好, en: []}", "hi: 你好"])
def test_a_hole_is_refused_by_name(tmp_path, text):
    with pytest.raises(CatalogError, match=r"room\.yaml: hi"):
        Catalog.read(write(tmp_path, text))


def filled(catalog, key, language):
    """Return the names that a sentence fills; `a_kind` and `person_start` are English forms of the bare name."""
    fields = (name for text in catalog.variants(key, language) for _, name, _, _ in Formatter().parse(text) if name)
    return {re.sub(r"^an?_|_start$", "", name) for name in fields}


def test_no_sentence_fills_a_name_that_the_other_language_does_not_know():
    catalog = Catalog.read(ROOT / "data" / "content" / "replies")
    for key in catalog.keys():  # noqa: SIM118
        chinese, english = filled(catalog, key, "zh-Hans"), filled(catalog, key, "en")
        # One language may leave a name unsaid; it may not have another one.
        assert chinese <= english or english <= chinese, key


def test_the_coach_says_nin_to_the_rep_in_the_lobby_and_the_channels():
    said = Catalog.read(ROOT / "data" / "content" / "replies")
    keys = [key for key in sorted(said.keys()) if key.startswith(("channel.", "router.")) and key != "channel.you"]
    assert [key for key in keys for text in said.variants(key, "zh-Hans") if "你" in text.replace("你们", "")] == []
