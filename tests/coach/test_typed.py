"""A typed button: the whole line, with the usual words round it, and nothing else."""

import pytest

from bot.coach.typed import Typed

TYPED = Typed([("stop", r"停|stop"), ("more", r"再来|more")], lead="先", tail="|for today")


@pytest.mark.parametrize("text", ["停", "好的，先停吧", "OK, let's stop now", "stop for today.", "那就停了"])
def test_usual_words_may_stand_round_it(text):
    assert TYPED(text) == "stop"


@pytest.mark.parametrize("text", ["他们要停线", "don't stop the line", "nonstop", ""])
def test_a_line_that_says_more_is_no_button(text):
    assert TYPED(text) is None
