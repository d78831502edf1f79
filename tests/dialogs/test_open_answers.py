"""What open answers leave undecided, as the person meets it."""

from __future__ import annotations

from dialogs.replies import NoScoreYet, Score
from tests.dialogs.talk import SINGLE_ABROAD, Talk

NOT_TESTED = {**SINGLE_ABROAD, "first_language_test": "not tested yet"}


def _card(answers: dict[str, str]) -> Score:
    """The score card of somebody with these answers."""
    talk = Talk()
    talk.answer_all(answers)
    talk.say("/score")
    return next(reply for reply in talk.replies if isinstance(reply, Score))


def _so_far(talk: Talk) -> NoScoreYet:
    talk.say("/score")
    return next(reply for reply in talk.replies if isinstance(reply, NoScoreYet))


def _early() -> Talk:
    talk = Talk()
    talk.answer_all(NOT_TESTED, until="education")
    return talk


def test_before_the_score_the_question_that_narrows_most_is_named() -> None:
    so_far = _so_far(_early())
    assert so_far.narrowest is not None
    assert so_far.narrowest.question == "provincial_nomination"


def test_its_button_asks_it_now_and_the_others_follow() -> None:
    talk = _early()
    talk.press("ask:provincial_nomination")
    assert talk.ask.question == "provincial_nomination"
    talk.say("no")
    assert talk.ask.question == "education"
    so_far = _so_far(talk)
    assert so_far.narrowest is not None
    assert so_far.narrowest.question == "first_language_test"
    assert so_far.high - so_far.low >= so_far.narrowest.points > 0


def test_a_question_that_does_not_matter_is_not_asked_by_a_button() -> None:
    talk = _early()
    talk.press("ask:spouse_education")
    assert talk.ask.question == "education"
    assert talk.ask.notice == "stale_button"


def test_its_button_does_nothing_for_somebody_unknown() -> None:
    talk = Talk()
    talk.press("ask:education")
    assert talk.forgotten


def test_the_estimate_before_a_test_is_that_of_each_level() -> None:
    card = _card(NOT_TESTED)
    assert card.estimate is not None
    assert card.estimate.language == "english"
    assert card.estimate.totals == {7: (363, 363), 8: (387, 387), 9: (469, 469), 10: (481, 481)}
    assert all(card.low <= total <= card.high for total, _ in card.estimate.totals.values())


def test_the_estimate_is_of_the_language_that_the_second_test_is_not_of() -> None:
    answers = {**NOT_TESTED, "second_language_test": "celpip", "second_language_scores": "7 7 7 7"}
    card = _card(answers)
    assert card.estimate is not None
    assert card.estimate.language == "french"


def test_a_test_that_is_named_without_its_scores_tells_the_language() -> None:
    answers = {**SINGLE_ABROAD, "first_language_test": "tef", "first_language_scores": "skip"}
    card = _card(answers)
    assert card.estimate is not None
    assert card.estimate.language == "french"


def test_whoever_has_a_result_reads_no_estimate() -> None:
    answers = {**SINGLE_ABROAD, "foreign_experience": "i don't know yet"}
    card = _card(answers)
    assert card.estimate is None
    assert card.narrowest is not None
    assert card.narrowest.question == "foreign_experience"


def test_an_exact_score_has_nothing_to_narrow() -> None:
    card = _card(dict(SINGLE_ABROAD))
    assert card.low == card.high
    assert card.narrowest is None
