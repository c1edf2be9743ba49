"""What only some scenes have: a price to negotiate, a second person, a fear after the choice."""

from dataclasses import replace

import pytest

from bot.coach.buyer.closing import outcome
from bot.coach.buyer.scene import Aside, Give, Item, Price
from tests.coach.buyer.talks import Table, scenes, spoken


def words(*texts):
    return {"zh": texts, "en": texts}


@pytest.fixture
def finance():
    return scenes()["finance_chief"]


@pytest.fixture
def priced(finance):
    price = Price(
        list=100,
        target=80,
        reserve=88,
        unit={"zh": "万", "en": "k"},
        gives=(
            Give("two_years", words("two years", "two-year"), words("Two years, agreed."), 6),
            Give("prepay", words("in advance", "prepay"), words("We can pay in advance."), 4),
        ),
        lines={
            "open": words("What is your best price?"),
            "pocket": words("{offer}? Noted. I was thinking of {bid}.", "Only {offer}. Still far from {bid}."),
            "trade": words("Then I can go to {bid}.", "For that, {bid}."),
            "hold": words("I am at {bid}.", "It stays at {bid}."),
            "agree": words("{offer}, done."),
        },
    )
    return replace(finance, price=price)


def test_a_discount_for_nothing_is_pocketed_and_costs_trust(priced):
    table = Table(priced)
    taken = table.say("other", "I can go down to 95.")
    assert "discount_free" in taken.tags
    assert taken.effects["trust"] < 0
    assert table.state.bid == 80


def test_something_in_exchange_moves_the_buyer(priced):
    table = Table(priced)
    taken = table.say("other", "If you sign for two years, I can do 95.")
    assert "traded" in taken.tags
    assert table.state.bid == 86


def test_what_was_granted_before_a_price_was_named_counts_once_it_is(priced):
    table = Table(priced)
    table.say("other", "Would you sign for two years?")
    assert "traded" in table.say("other", "95, since you take two years.").tags
    assert table.state.bid == 86


def test_a_term_that_wants_something_is_not_given_for_nothing(priced):
    term = Give("penalty", words("no penalty"), words("The penalty goes."), 1, words("stock"))
    table = Table(replace(priced, price=replace(priced.price, gives=(*priced.price.gives, term))))
    assert "traded" not in table.say("commitment", "Can we agree on no penalty?").tags
    table.state.ended = None
    both = table.say("commitment", "We keep stock beside your plant: no penalty, and two years?")
    assert set(table.state.traded) == {"two_years", "penalty"}
    assert "The penalty goes." in spoken(both)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Say we keep forty tons in the west. Would you drop the penalty and go to sixty days?"),
        ("zh", "我们在西厂备货四十吨，违约金这条拿掉，账期改六十天，行不行？"),
    ],
)
def test_terms_are_traded_for_terms(language, line):
    table = Table("negotiation_zone", language=language)
    table.say("commitment", line)
    assert set(table.state.traded) == {"sixty_days", "penalty"}


def test_the_deal_is_struck_under_what_was_earned(priced):
    table = Table(priced)
    assert not table.state.ended
    table.say("other", "If you sign for two years, I can do 96.")
    table.say("commitment", "And if you prepay, 95?")
    assert table.state.agreed == "price"
    assert outcome(priced, table.state) == "commit"


def test_above_the_ceiling_there_is_no_deal(priced):
    table = Table(priced)
    table.say("other", "My price is 100.")
    assert table.state.agreed is None


@pytest.fixture
def pair(finance):
    zheng = replace(finance.people[0], id="zheng", name={"zh": "郑工", "en": "Zheng"}, aliases=words("Zheng"), voice={})
    items = tuple(replace(i, person="zheng") if i.id == "erp" else i for i in finance.items)
    aside = Aside("hand_matching", "zheng", words("From where I sit the system is fine."))
    return replace(finance, people=(*finance.people, zheng), items=items, asides=(aside,))


def test_the_one_who_knows_answers(pair):
    taken = Table(pair).say("situation", "Which ERP are you on?")
    assert [person for person, _ in taken.replies] == ["zheng"]


def test_the_one_who_is_addressed_answers(pair):
    taken = Table(pair).say("pitch", "Zheng, our platform is the best on the market.")
    assert taken.replies[0][0] == "zheng"


def test_a_second_person_disagrees(pair):
    taken = Table(pair).say("problem", "What is the hardest part of reconciliation?")
    assert [person for person, _ in taken.replies] == ["chen", "zheng"]
    assert "system is fine" in spoken(taken)


def test_trust_is_kept_for_each_person(pair):
    table = Table(pair)
    table.say("pitch", "Zheng, our platform is the best on the market.")
    assert table.state.trust["zheng"] < table.state.trust["chen"]


@pytest.fixture
def chosen(finance):
    fear = Item(
        "fear_fail",
        "fear",
        "chen",
        words=words("migration", "fail"),
        asks=words("What if the migration fails?", "What holds you back?"),
        says=words("I am afraid of the cutover night."),
        trust=20,
        pain=10,
    )
    goal = Item(
        "goal_close",
        "goal",
        "chen",
        words=words("five days", "shared goal"),
        asks=words("We agreed on closing in five days, right?", "Is the shared goal still five days?"),
        says=words("Yes, that is why we chose you."),
        after=("fear_fail",),
    )
    return replace(finance, stage="resolve", items=(*finance.items, fear, goal))


def test_selling_again_after_the_choice_costs_trust(chosen):
    taken = Table(chosen).say("pitch", "Our platform closes the books in five days.")
    assert "resell" in taken.tags
    assert taken.effects["trust"] < 0


def test_the_fear_comes_out_and_then_the_shared_goal(chosen):
    table = Table(chosen)
    assert table.say("acknowledge", "Hesitating before such a step is natural.").released[0].item == "fear_fail"
    taken = table.say("confirm", "We agreed on closing in five days, right?")
    assert [r.item for r in taken.released] == ["goal_close"]


def test_the_buyer_names_no_figure_before_price_is_opened(priced):
    taken = Table(priced).say("other", "We could talk about a discount.")
    assert "best price" in spoken(taken)


def test_of_two_who_are_named_the_one_who_is_called_answers():
    table = Table("two_in_room")
    line = "That's a fair point, Mr Shi. What light do you have at the presses, and what is in Ms Ye's office?"
    table.say("situation", line)
    assert table.state.person == "shi"


@pytest.mark.parametrize(
    ("language", "call"), [("en", "Could you both come on Tuesday? "), ("zh", "下周二两位都来一下行吗？")]
)
def test_a_step_that_is_proposed_to_both_is_agreed_by_both(language, call):
    table = Table("two_in_room", language=language)
    table.state.trust = dict.fromkeys(table.state.trust, 100)
    table.state.belief, table.state.revealed = 100, [item.id for item in table.scene.items]
    again = next(step for step in table.scene.steps if step.id == "again")
    taken = table.say("commitment", call + again.asks[language][0])
    assert table.state.agreed
    assert {person for person, _ in taken.replies} == {"shi", "ye"}
