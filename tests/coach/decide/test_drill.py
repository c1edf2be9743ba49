"""The drill's bookkeeping."""

from random import Random

from bot.coach.decide.drill import Case, Record, next_case

CASES = [
    Case(f"{label}{n}", "", "", label, ("x",), "") for label in ("objection", "concern", "unclear") for n in range(5)
]


def play(record, rng, decide, rounds):
    seen = []
    for _ in range(rounds):
        case, record = next_case(CASES, record, rng)
        record = record.add(case, decide(case))
        seen.append(case)
    return seen, record


def test_no_case_comes_again_before_all_were_seen():
    seen, _ = play(Record(), Random(1), lambda case: case.label, len(CASES) * 2)
    ids = [case.id for case in seen]
    assert len(set(ids[: len(CASES)])) == len(CASES) == len(set(ids[len(CASES) :]))
    assert ids[len(CASES) - 1] != ids[len(CASES)]


def test_confusion_is_counted_by_pair():
    record = Record()
    for decided in ("objection", "objection", "concern", "objection", "concern"):
        record = record.add(CASES[5], decided)
    assert record.rate("concern", "objection") == (3, 5)
    assert record.right() == (2, 5)
    assert record.worst() == ("concern", "objection")


def test_what_is_confused_comes_sooner():
    record = Record(pairs=(("concern", "objection"),) * 4 + (("objection", "objection"), ("unclear", "unclear")))
    first = [next_case(CASES, record, Random(seed))[0].label for seed in range(200)]
    assert first.count("concern") > 110


def test_a_second_language_has_its_own_round():
    other = [Case("en1", "", "", "concern", ("x",), "")]
    case, record = next_case(other, Record(seen=("concern1", "en1")), Random(0))
    assert case.id == "en1"
    assert record.seen == ("concern1",)


def test_json_keeps_the_record():
    record = Record((("concern", "objection"),), ("a", "b"))
    assert Record.from_json(record.to_json()) == record
    assert Record.from_json(None) == Record()
