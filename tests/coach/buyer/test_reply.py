"""What stays of a reply once everything for a turn has been gathered."""

from bot.coach.buyer.reply import Said, tidied

TOLD = Said("wei", "The team was formed in July, and it meets on Thursdays.")
AGAIN = Said("wei", "It meets on Thursdays, the team, since July.")
OTHER = Said("wei", "Hao decides about the money.")


def texts(said, **flags):
    return [piece.text for piece in tidied(said, "en", **{"asks": True, "played_back": False, **flags})]


def test_what_is_said_twice_in_other_words_is_said_once():
    assert texts([TOLD, AGAIN, OTHER]) == [TOLD.text, OTHER.text]


def test_two_answers_stay():
    assert texts([TOLD, OTHER]) == [TOLD.text, OTHER.text]


def test_a_phrase_that_passes_the_time_goes_where_there_is_something_to_say():
    assert texts([Said("wei", "Let me think.", "remark"), TOLD]) == [TOLD.text]
    assert texts([Said("wei", "Let me think.", "remark")]) == ["Let me think."]


def test_thanks_give_way_to_what_was_asked_and_stay_where_nothing_was():
    thanks = Said("wei", "You are welcome.", "thanks")
    assert texts([thanks, TOLD]) == [TOLD.text]
    assert texts([thanks], asks=False) == ["You are welcome."]


def test_yes_stays_where_a_playback_asks_for_it():
    yes = Said("wei", "That is right.", "confirm_yes")
    assert texts([yes, TOLD], played_back=True) == ["That is right.", TOLD.text]
    assert texts([yes, TOLD]) == [TOLD.text]
