"""Pictures hold readable Chinese, in both scripts, and the same picture is the same file."""

import pytest

from bot.pictures import Canvas, save
from bot.pictures.font import drawable


@pytest.mark.parametrize("text", ["大客户销售：要求与需求", "業務、顧慮與異議", "喆堃妤镕", "O'Neil – “50 %” é"])
def test_names_and_words_of_all_scripts_can_be_drawn(text):
    assert drawable(text) == text


def test_what_the_font_lacks_becomes_a_blank():
    assert drawable("好😀") == "好 "


def test_every_character_is_drawn_with_a_glyph_of_its_own():
    canvas = Canvas(2, 1)
    wide, narrow = canvas.width_of("客客客客", 12), canvas.width_of("客", 12)
    assert wide == pytest.approx(4 * narrow, rel=0.1)


def test_a_long_text_is_made_to_fit():
    canvas = Canvas(2, 1)
    size = canvas.fitted("很长很长很长很长的客户名称有限责任公司", 20, 0.8)
    assert canvas.width_of("很长很长很长很长的客户名称有限责任公司", size) == pytest.approx(0.8, rel=0.05)


@pytest.mark.parametrize(("kind", "magic"), [("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_the_same_picture_is_the_same_file(tmp_path, kind, magic):
    def drawn():
        canvas = Canvas(2, 1)
        canvas.text(0.1, 0.5, "需求")
        return save(canvas, tmp_path, "x", kind)

    assert drawn() == drawn()
    assert drawn().read_bytes().startswith(magic)
    assert len(list(tmp_path.iterdir())) == 1
