"""Cutting what was pasted into items."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.trace.items import BULLET, INLINE, split


def items(text):
    return [item.text for item in split(text).items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("至少五百台，十六G内存，月底前到货。", ["至少五百台", "十六G内存", "月底前到货"]),
        ("It has to be under 40k, installed by June.", ["It has to be under 40k", "installed by June"]),
        (
            "500 units, 16 GB RAM, and delivery by the end of June",
            ["500 units", "16 GB RAM", "delivery by the end of June"],
        ),
        ("至少五百台；要3天交货；提供7x24服务", ["至少五百台", "要3天交货", "提供7x24服务"]),
        ("1、单价不能超过五千 2、三天交货 3、质保三年", ["单价不能超过五千", "三天交货", "质保三年"]),
        (
            "- 1,000 ppm chlorine\n- No. 5 valve, approx. 3 mm\n* HL7 interface",
            ["1,000 ppm chlorine", "No. 5 valve, approx. 3 mm", "HL7 interface"],
        ),
        ("① 支持ISO 27001\n② 單價壓到 38 萬", ["支持ISO 27001", "單價壓到 38 萬"]),
    ],
)
def test_lists_are_cut_where_a_reader_would_cut(text, expected):
    assert items(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "每到月底,财务都要通宵对账",
        "单价不能超过五千，否则免谈",
        "The battery must last eight hours, anything less is no use for transfers",
        "麻烦支持鲲鹏和海光两种芯片，操作系统要麒麟V10",
        "we need 16:9 displays",
        "1.5米宽",
    ],
)
def test_a_sentence_that_is_one_thing_stays_whole(text):
    assert items(text) == [text]


def test_what_the_customer_numbered_is_one_item_commas_and_all():
    assert items("1. 单价不超过5000元，含运费\n2、16G内存，512G硬盘") == [
        "单价不超过5000元，含运费",
        "16G内存，512G硬盘",
    ]


def test_a_lead_in_is_a_header_and_no_item():
    paste = split("客户要求如下：\n500台\n月底到货")
    assert paste.headers == ("客户要求如下：",)
    assert [item.text for item in paste.items] == ["500台", "月底到货"]


def test_two_hundred_lines_are_two_hundred_items():
    assert len(items("\n".join(f"{n}. part {n} at {n * 7} mm, tolerance {n}" for n in range(1, 201)))) == 200


@pytest.mark.parametrize("text", ["", "  \n ", "。。。", "- \n*"])
def test_nothing_gives_nothing(text):
    assert items(text) == []


TEXT = st.text(
    alphabet=st.sampled_from("ab1２9五台元月底前。，,;；\n\t :：-•①1.、()（）kg and要"), max_size=120
) | st.text(max_size=60)


@given(TEXT)
def test_items_are_stretches_of_the_text_in_order(text):
    found = split(text).items
    assert all(text[item.start : item.end] == item.text for item in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(TEXT)
def test_no_letter_is_lost(text):
    paste = split(text)
    left = list(text)
    for item in paste.items:
        left[item.start : item.end] = " " * (item.end - item.start)
    rest = "".join(left)
    for header in paste.headers:
        rest = rest.replace(header, " ", 1)
    for mark in (BULLET, INLINE):
        rest = mark.sub(" ", rest)
    # What is left only joins (and, plus, 以及) or counts (a bullet's number).
    assert not re.search(r"[^\W\d_]", re.sub(r"\band\b|\bplus\b|\balso\b|[a-hA-H]\b", " ", rest))
