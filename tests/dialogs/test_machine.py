"""The conversation as a person meets it: asking, answering, going back, stopping, erasing."""

from __future__ import annotations

import pytest

from dialogs.conversation import Conversation, card_code
from dialogs.events import Pressed, Said, Sent
from dialogs.machine import handle
from dialogs.replies import (
    Ask,
    Notice,
    Review,
    Score,
    Welcome,
)
from dialogs.replies_guide import NotFound
from scoring.vocabulary import ABILITIES
from tests.dialogs.talk import (
    MARRIED_ABROAD,
    SINGLE_ABROAD,
    TODAY,
    TRADESPERSON_IN_CANADA,
    Talk,
    answers_of,
    at_question,
    finished,
)


def test_start_welcomes_and_asks_the_first_question() -> None:
    talk = Talk()
    welcome, ask = talk.say("/start")
    assert isinstance(welcome, Welcome)
    assert isinstance(ask, Ask)
    assert ask.question == "marital_status"


@pytest.mark.parametrize("words", ["hello", "Bonjour !", "purple elephants", "42"])
def test_any_first_words_are_a_start(words: str) -> None:
    talk = Talk()
    assert isinstance(talk.say(words)[0], Welcome)
    assert talk.asked == "marital_status"


def test_single_person_abroad_is_asked_eighteen_questions_in_order() -> None:
    talk = Talk()
    asked = talk.answer_all(SINGLE_ABROAD)
    assert asked == list(SINGLE_ABROAD)
    assert len(asked) == 18


def test_married_person_abroad_is_asked_twenty_three_questions() -> None:
    assert len(Talk().answer_all(MARRIED_ABROAD)) == 23


def test_tradesperson_in_canada_is_not_asked_about_funds() -> None:
    asked = Talk().answer_all(TRADESPERSON_IN_CANADA)
    assert {"trade_certificate", "trade_experience", "authorized_to_work"} < set(asked)
    assert {"has_eca", "family_size", "settlement_funds"}.isdisjoint(asked)


def test_score_card_appears_after_thirteen_answers_and_the_next_question_follows() -> None:
    talk = at_question("sibling_in_canada")
    card, ask = talk.choose("no")
    assert isinstance(card, Score)
    assert len(answers_of(talk)) == 13
    assert (card.low, card.high) == (469, 469)
    assert not card.eligibility_known
    assert isinstance(ask, Ask)
    assert ask.question == "continuous_experience"


def test_last_answer_shows_the_card_with_eligibility() -> None:
    talk = finished()
    (card,) = talk.replies
    assert isinstance(card, Score)
    assert card.eligibility_known
    assert card.result is not None
    assert card.result.programs.fsw.eligible


def test_every_answer_is_echoed_and_scores_carry_their_levels() -> None:
    talk = at_question("first_language_scores")
    talk.say("8 7.5 7 7")
    assert talk.ask.echo is not None
    assert talk.ask.echo.levels == {"listening": 9, "reading": 9, "writing": 9, "speaking": 9}


def test_progress_counts_up_to_the_estimate() -> None:
    talk = Talk()
    talk.say("/start")
    assert (talk.ask.number, talk.ask.total) == (1, 18)
    talk.choose("single")
    assert (talk.ask.number, talk.ask.total) == (2, 18)
    married = Talk()
    married.say("/start")
    married.choose("married")
    assert married.ask.total == 23


def test_a_question_asked_again_is_numbered_among_the_answered_ones() -> None:
    talk = Talk()
    talk.say("31 married, masters, ielts 8 7 7 6.5")
    talk.say("yes")
    number = talk.ask.number
    talk.press("change:first_language_scores")
    assert talk.ask.number == number - 1
    talk.say("skip")
    assert talk.ask.number == number


def test_bad_answer_says_why_and_keeps_the_old_value() -> None:
    talk = finished()
    talk.press("change:birth_date")
    assert talk.ask.current == "29"
    talk.say("tomorrow maybe")
    assert talk.asked == "birth_date"
    assert talk.ask.problem is not None
    assert answers_of(talk)["birth_date"] == "29"


def test_ambiguous_date_is_asked_back_and_a_button_settles_it() -> None:
    talk = at_question("birth_date")
    talk.say("03/04/1992")
    assert set(talk.ask.options or ()) == {"1992-04-03", "1992-03-04"}
    assert "birth_date" not in answers_of(talk)
    talk.choose("1992-03-04")
    assert answers_of(talk)["birth_date"] == "1992-03-04"


def test_ambiguous_test_date_is_asked_back_and_a_button_settles_it() -> None:
    talk = at_question("first_language_scores")
    talk.say("8 7.5 7 7, 03/04/2026")
    option = (talk.ask.options or ())[1]
    assert isinstance(option, dict)
    values = " ".join(str(option[ability]) for ability in ABILITIES)
    talk.choose(f"{values} {option['taken_on']}")
    assert answers_of(talk)["first_language_scores"] == option


def test_expired_test_is_remarked_upon_at_once() -> None:
    talk = at_question("first_language_scores")
    talk.say("8 7.5 7 7, 23 November 2024")
    assert talk.ask.echo is not None
    assert talk.ask.echo.warning == "language_expired"


def test_expired_assessment_is_remarked_upon_at_once() -> None:
    talk = at_question("has_eca")
    talk.say("5 May 2020")
    assert talk.ask.echo is not None
    assert talk.ask.echo.warning == "eca_expired"


@pytest.mark.parametrize(("said", "months"), [("12 years", "120"), ("since March 2001", "120")])
def test_work_counts_as_far_back_as_the_question_asks(said: str, months: str) -> None:
    talk = at_question("foreign_experience")
    talk.say(said)
    assert answers_of(talk)["foreign_experience"] == months
    assert talk.ask.echo is not None
    assert talk.ask.echo.warning == "window_capped"


def test_all_of_the_window_is_taken_without_a_remark() -> None:
    talk = at_question("foreign_experience")
    talk.say("10 years")
    assert talk.ask.echo is not None
    assert talk.ask.echo.warning is None


def test_spouse_without_assessment_leaves_no_range() -> None:
    talk = Talk()
    talk.answer_all({**MARRIED_ABROAD, "spouse_has_eca": "no"})
    (card,) = talk.replies
    assert isinstance(card, Score)
    assert card.low == card.high
    assert card.unknown == ()


def test_occupation_by_title_offers_codes() -> None:
    talk = at_question("occupation")
    talk.say("software engineer")
    assert "21231" in (talk.ask.options or ())
    talk.choose("21231")
    assert answers_of(talk)["occupation"] == "21231"


def test_unskilled_occupation_is_remarked_upon() -> None:
    talk = at_question("occupation")
    talk.say("65200")
    assert talk.ask.echo is not None
    assert talk.ask.echo.warning == "occupation_not_skilled"


def test_back_shows_the_earlier_answer_and_keep_goes_on() -> None:
    talk = at_question("education")
    talk.press(f"back:education:{card_code(talk.ask.card)}")
    assert (talk.asked, talk.ask.current) == ("birth_date", "29")
    talk.press(f"back:birth_date:{card_code(talk.ask.card)}")
    assert talk.asked == "marital_status"
    talk.press(f"keep:marital_status:{card_code(talk.ask.card)}")
    assert talk.asked == "education"


@pytest.mark.parametrize("words", ["/back", "go back", "retour"])
def test_back_in_words(words: str) -> None:
    talk = at_question("education")
    talk.say(words)
    assert talk.asked == "birth_date"


def test_skip_is_i_do_not_know_yet_and_the_score_becomes_a_range() -> None:
    talk = Talk()
    talk.answer_all({**SINGLE_ABROAD, "sibling_in_canada": "unknown"}, "continuous_experience")
    card = talk.replies[0]
    assert isinstance(card, Score)
    assert (card.low, card.high) == (469, 484)
    assert card.unknown == ("sibling_in_canada",)


def test_required_questions_cannot_be_skipped() -> None:
    talk = at_question("education")
    talk.say("skip")
    assert talk.asked == "education"
    assert talk.ask.problem is not None
    assert "education" not in answers_of(talk)


def test_why_shows_the_reason_on_the_card() -> None:
    talk = at_question("education")
    talk.press(f"why:education:{card_code(talk.ask.card)}")
    assert talk.ask.why


def test_change_from_the_review_shows_the_new_score_beside_the_old() -> None:
    talk = finished()
    (review,) = talk.say("/review")
    assert isinstance(review, Review)
    assert [entry.question for entry in review.entries] == list(SINGLE_ABROAD)
    talk.press("change:education")
    assert talk.ask.current == "master"
    card = talk.choose("bachelor")[0]
    assert isinstance(card, Score)
    assert (card.changed_from, card.high) == (469, 429)


def test_changed_answer_asks_only_what_became_relevant_and_old_answers_come_back() -> None:
    talk = finished()
    talk.press("change:marital_status")
    talk.choose("married")
    new = talk.answer_all(MARRIED_ABROAD)
    assert new == [
        "spouse_status",
        "spouse_education",
        "spouse_has_eca",
        "spouse_language_test",
        "spouse_canadian_experience",
        "family_size",
    ]
    talk.press("change:marital_status")
    card = talk.choose("single")[0]
    assert isinstance(card, Score)
    assert card.high == 469
    talk.press("change:marital_status")
    card = talk.choose("married")[0]
    assert isinstance(card, Score)
    assert "spouse_education" in answers_of(talk)


def test_another_test_asks_for_its_scores_anew() -> None:
    talk = finished()
    talk.press("change:first_language_test")
    talk.choose("celpip")
    assert talk.asked == "first_language_scores"


def test_naming_a_choice_is_an_answer_before_it_is_a_wish() -> None:
    talk = Talk(language="fr")
    talk.answer_all(SINGLE_ABROAD, until="first_language_test")
    talk.say("français")
    assert talk.asked == "first_language_test"
    assert set(talk.ask.options or ()) >= {"tef", "tcf"}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("sticker", "unsupported"),
        ("voice", "cannot_listen"),
        ("photo", "cannot_look"),
        ("paid_media", "cannot_look"),
        ("contact", "not_kept"),
        ("users_shared", "not_kept"),
        ("gift", "unsupported"),
        ("unknown", "unsupported"),
        ("edit", "edited"),
    ],
)
def test_unsupported_things_are_declined_kindly(kind: str, said: str) -> None:
    talk = at_question("education")
    answers = talk.conversation.answers
    notice, card = talk.happens(Sent(kind))
    assert notice == Notice(said)
    assert isinstance(card, Ask)
    assert talk.conversation.answers == answers


@pytest.mark.parametrize("talk", [Talk(), at_question("education"), finished()])
@pytest.mark.parametrize("text", ["master " * 1_500, "\N{GRINNING FACE}" * 10_000])
def test_a_text_of_ten_thousand_characters_is_declined_and_changes_nothing(
    talk: Talk, text: str
) -> None:
    answers = talk.conversation.answers
    notice, *_ = talk.say(text)
    assert isinstance(notice, Notice)
    assert notice.key == "too_long"
    assert talk.conversation.answers == answers
    assert not talk.conversation.facts


def test_words_without_a_question_are_not_guessed() -> None:
    assert finished().say("purple elephants") == (NotFound(),)


def test_choices_take_everyday_words() -> None:
    talk = Talk()
    talk.say("/start")
    talk.say("I'm married")
    assert answers_of(talk) == {"marital_status": "married"}
    talk.say("she comes with me")
    assert talk.asked in ("spouse_status", "birth_date")


def test_handling_is_pure() -> None:
    conversation = Conversation()
    assert handle(conversation, Said("/start"), TODAY) == handle(
        conversation, Said("/start"), TODAY
    )
    assert conversation == Conversation()
    assert handle(conversation, Pressed("a:marital_status:single"), TODAY).conversation is not None


@pytest.mark.parametrize("words", ["supprime mon IELTS", "mon TEF a expiré", "my IELTS expired"])
def test_words_about_a_test_are_no_occupation(words: str) -> None:
    talk = at_question("occupation")
    talk.say(words)
    assert "occupation" not in talk.conversation.doubts
