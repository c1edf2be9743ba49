"""Reading YAML files."""

import pytest
import yaml

from bot.language.plain import read_yaml


def test_a_file_is_read_in_utf_8(tmp_path):
    (tmp_path / "a.yaml").write_text("hi: [你好, hello, 3]", encoding="utf-8")
    assert read_yaml(tmp_path / "a.yaml") == {"hi": ["你好", "hello", 3]}


def test_an_empty_file_holds_nothing(tmp_path):
    (tmp_path / "a.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert read_yaml(tmp_path / "a.yaml") is None


@pytest.mark.parametrize("text", ["a: [", "!!python/object:os.system {}"])
def test_what_is_broken_or_no_plain_data_is_refused(tmp_path, text):
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(yaml.YAMLError):
        read_yaml(tmp_path / "a.yaml")
