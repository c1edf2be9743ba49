"""An expert's talk at easy, normal and hard: the same work earns less, and a signature comes last."""

import pytest

from bot.coach.buyer.closing import OUTCOMES, outcome
from bot.coach.buyer.expert import play
from tests.coach.buyer.talks import CONTENT, lines, scenes

LEVELS = ("easy", "normal", "hard")


@pytest.mark.parametrize("scene", ["finance_chief", "family_owner", "presign_fear", "two_in_room"])
def test_the_same_expert_earns_less_trust_and_no_more_at_hard(scene):
    scene = scenes()[scene]
    ends = [play(scene, lines(), difficulty=level, language="en")[-1].state for level in LEVELS]
    trust = [max(end.trust.values()) for end in ends]
    assert trust[0] >= trust[1] >= trust[2] + 5
    rank = [OUTCOMES.index(outcome(scene, end)) for end in ends]
    assert rank == sorted(rank)


@pytest.mark.trained
@pytest.mark.parametrize(("scene", "language"), [("family_owner", "zh"), ("government_lead", "en")])
def test_the_scripted_expert_has_no_higher_total_at_hard(scene, language):
    from bot.bench.reps import SKILLS
    from bot.bench.table import Ears, Table
    from bot.coach.scorecard import score
    from bot.judge import load_judge
    from bot.language import Catalog
    from bot.settings import Settings

    ears, catalog = Ears(load_judge(Settings.from_env().models / "judge")), Catalog.read(CONTENT / "replies")
    totals, ranks = [], []
    for level in LEVELS:
        table = Table.lay(scenes()[scene], lines(), ears, language=language, difficulty=level)
        for line in SKILLS["expert"](table, catalog):
            if table.state.ended:
                break
            table.say(line)
        totals.append(score(table.played()).total)
        ranks.append(OUTCOMES.index(outcome(table.scene, table.state)))
    # A point is one playback more or less that the buyer nods to.
    assert totals[0] + 1 >= totals[1]
    assert totals[1] + 1 >= totals[2]
    assert ranks == sorted(ranks)
