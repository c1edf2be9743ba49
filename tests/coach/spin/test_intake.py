"""Reading a deal out of a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.spin.deal import FIELDS, Deal, layer_of, stage_of
from bot.coach.spin.intake import read_deal

HUACHEN = {"customer": "华晨机械", "meets": "张厂长", "product": "MES"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我要去见华晨机械的张厂长，卖MES，他们还在看方案", {**HUACHEN, "stage": "他们还在看方案"}),
        ("华晨机械，MES，方案评估，张厂长", {**HUACHEN, "stage": "方案评估"}),
        ("客户：华晨机械，产品：MES，阶段：评估方案，见：张厂长", {**HUACHEN, "stage": "评估方案"}),
        (
            "我要去見華晨機械的張廠長，賣MES，他們還在看方案",
            {"customer": "華晨機械", "meets": "張廠長", "product": "MES", "stage": "他們還在看方案"},
        ),
        (
            "明天拜访市一医院信息科李主任，推荐影像云，快签合同了",
            {"customer": "市一医院", "meets": "信息科李主任", "product": "影像云", "stage": "快签合同了"},
        ),
        ("给大润发卖电子价签，见采购总监", {"customer": "大润发", "product": "电子价签", "meets": "采购总监"}),
        (
            "I'm meeting the plant manager of Harland Tools, selling MES, they are comparing proposals",
            {
                "customer": "Harland Tools",
                "meets": "plant manager",
                "product": "MES",
                "stage": "they are comparing proposals",
            },
        ),
        (
            "I want to sell our ERP to Acme Corp. I'm seeing the CFO on Monday. They're about to sign.",
            {"customer": "Acme Corp", "product": "ERP", "meets": "CFO", "stage": "They're about to sign"},
        ),
        (
            "I'm going to see Dr. Chen at Mercy Hospital about infusion pumps",
            {"customer": "Mercy Hospital", "meets": "Dr. Chen", "product": "infusion pumps"},
        ),
    ],
)
def test_one_line_tells_the_deal(text, expected):
    assert read_deal(text, "customer") == expected


@pytest.mark.parametrize("asking", FIELDS)
def test_a_bare_answer_is_the_field_that_was_asked_for(asking):
    assert read_deal("  Blue {Moon} *Ltd* ", asking) == {asking: "Blue {Moon} *Ltd*"}


@given(st.text(max_size=200), st.sampled_from(FIELDS))
def test_any_text_gives_fields_on_one_line(text, asking):
    for name, value in read_deal(text, asking).items():
        assert name in FIELDS
        assert value
        assert "\n" not in value


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("刚立项，还在想要不要做，摸需求", "confirm"),
        ("三家比价", "evaluate"),
        ("合同快签了，老板忽然犹豫", "doubts"),
        ("已经签了，下个月上线", "implement"),
        ("2", "evaluate"),
        ("they are hesitating before signing", "doubts"),
        ("signed last week", "implement"),
        ("tender is out", "evaluate"),
        ("hmm", None),
    ],
)
def test_the_stage_is_read_from_words(text, stage):
    assert stage_of(text) == stage


@pytest.mark.parametrize(
    ("title", "layer"),
    [
        ("张厂长", "decider"),
        ("财务总监王总", "decider"),
        ("設備科李工", "doer"),
        ("集团信息部", "senior"),
        ("设计院的评审专家", "expert"),
        ("plant manager", "decider"),
        ("procurement manager", "doer"),
        ("Group CFO", "senior"),
        ("Li", None),
    ],
)
def test_the_layer_is_read_from_the_title(title, layer):
    assert layer_of(title) == layer


def test_unclear_words_leave_the_first_stage():
    assert Deal().with_(stage="hmm").phase == "confirm"


def test_a_name_with_a_title_is_told_from_the_company():
    deal = read_deal("I'm meeting Sarah Miller, COO of Brightwater Dairies, selling cold chain monitoring, they look")
    assert (deal["customer"], deal["meets"]) == ("Brightwater Dairies", "Sarah Miller, COO")


def test_where_no_company_is_named_none_is_made_up():
    assert "customer" not in read_deal("I'm meeting Sarah Miller, selling scanners, they compare offers")
