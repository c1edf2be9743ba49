"""Examples and prompts fit the deal."""

import pytest
import yaml

from bot.coach.spin import prompts
from bot.coach.spin.deal import Deal
from bot.coach.spin.shape import look
from bot.coach.spin.walk import Question, Walk
from bot.content.spin import SpinContentError, read_examples
from bot.settings import ROOT

FOLDER = ROOT / "data" / "content" / "spin"
EXAMPLES = read_examples(FOLDER)


@pytest.mark.parametrize(
    ("customer", "product", "field"),
    [
        ("华晨机械", "MES", "production"),
        ("华晨机械", "人力外包 HR 系统", "people"),
        ("市一医院", "XZ-300", "medical"),
        ("市一醫院", "影像雲", "medical"),
        ("Mercy Hospital", "office cleaning", "facility"),
        ("Harland Tools", "something new", "production"),
        ("Thai Airlines", "chairs", "general"),
        ("甲乙丙", "丁", "general"),
    ],
)
def test_the_product_decides_before_the_buyer(customer, product, field):
    assert EXAMPLES.of_deal(Deal(customer, product)).id == field


def test_the_customers_of_a_buyer_are_woven_in():
    deal = Deal("市一医院", "保洁服务")
    assert "患者和家属" in EXAMPLES.line(deal, "d", "zh-Hans")
    assert "患者和家屬" in EXAMPLES.line(deal, "d", "zh-Hant")
    assert "patients" in EXAMPLES.line(deal, "d", "en")


def test_there_are_enough_fields():
    assert len(EXAMPLES.fields) >= 13


@pytest.mark.parametrize("field", EXAMPLES.fields.values(), ids=lambda field: field.id)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_example_passes_the_coachs_own_checks(field, language):
    for key, texts in field.lines[language].items():
        for text in texts if key != "a" else ():
            shape = look(text.replace("{customers}", field.customers[language]), customers=field.customers.values())
            assert shape.asks, text
            assert not shape.closed, text
            assert not shape.ours, text
            assert key != "d" or shape.downstream, text


def test_a_field_that_lacks_a_line_is_named(tmp_path):
    fields = yaml.safe_load((FOLDER / "examples.yaml").read_text(encoding="utf-8"))
    del fields[0]["zh"]["p"]
    (tmp_path / "examples.yaml").write_text(yaml.safe_dump(fields), encoding="utf-8")
    with pytest.raises(SpinContentError, match=r"production.*p is missing"):
        read_examples(tmp_path)


@pytest.mark.parametrize(
    ("meets", "person"),
    [("plant manager", "the plant manager"), ("Ms Okafor, CFO", "Ms Okafor"), ("CFO", "the CFO"), ("张厂长", "张厂长")],
)
def test_a_person_is_named_as_one_would(meets, person):
    assert prompts.names(Deal(meets=meets))["person"] == person


def test_examples_change_from_one_to_the_next():
    walk = Walk(at="problem", deal=Deal("华晨机械", "MES"))
    again = Walk(at="problem", deal=walk.deal, questions=(Question("problem", "?"),))
    assert prompts.example(walk, EXAMPLES, "en") != prompts.example(again, EXAMPLES, "en")
