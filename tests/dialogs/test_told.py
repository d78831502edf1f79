"""Facts told in passing: shown back, confirmed, dropped, corrected, asked back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs.replies import Ask, NoScoreYet, Notice, Score, Welcome
from dialogs.replies_ahead import Improvements, Supposition
from dialogs.replies_guide import OccupationsNear
from dialogs.replies_told import FactsRead
from tests.dialogs.talk import (
    MARRIED_ABROAD,
    SINGLE_ABROAD,
    Talk,
    answers_of,
    at_question,
    finished,
)

if TYPE_CHECKING:
    from dialogs.conversation import Answer, Language

FLUENT = "im 31 married masters from india ielts 8 7.5 7 7, 4 yrs software engineer, whats my score"


def read(talk: Talk) -> FactsRead:
    """The facts that the last event showed back."""
    return next(reply for reply in talk.replies if isinstance(reply, FactsRead))


def shown(talk: Talk) -> dict[str, Answer]:
    return {fact.echo.question: fact.echo.answer for fact in read(talk).facts}


def test_first_message_of_a_newcomer_can_be_facts() -> None:
    talk = Talk()
    welcome, facts = talk.say(FLUENT)
    assert isinstance(welcome, Welcome)
    assert isinstance(facts, FactsRead)
    assert list(shown(talk)) == [
        "marital_status",
        "birth_date",
        "education",
        "first_language_test",
        "first_language_scores",
    ]
    asked = [question for question, _ in facts.asked_back]
    assert asked == ["occupation", "canadian_experience"]
    assert facts.leftover == ()
    assert answers_of(talk) == {}


def test_confirmed_facts_count_and_the_wish_is_fulfilled() -> None:
    talk = Talk()
    talk.say(FLUENT)
    score, ask = talk.press("facts:confirm")
    assert isinstance(score, NoScoreYet)
    assert answers_of(talk)["birth_date"] == "31"
    assert isinstance(ask, Ask)
    assert (ask.question, ask.options) == ("canadian_experience", ("0", "48"))


def test_work_that_was_not_in_canada_was_abroad() -> None:
    talk = Talk()
    talk.say(FLUENT)
    talk.press("facts:confirm")
    talk.choose("0")
    assert answers_of(talk)["canadian_experience"] == "0"
    assert answers_of(talk)["foreign_experience"] == "48"
    assert talk.asked == "occupation"
    assert "21231" in (talk.ask.options or ())


@pytest.mark.parametrize(("said", "abroad"), [("1 year", "36"), ("48", "0"), ("5 years", "0")])
def test_the_rest_of_the_work_is_what_is_left(said: str, abroad: str) -> None:
    talk = Talk()
    talk.say(FLUENT)
    talk.press("facts:confirm")
    talk.say(said)
    assert answers_of(talk)["foreign_experience"] == abroad


def test_a_fluent_message_and_few_taps_finish_the_questionnaire() -> None:
    talk = Talk()
    talk.say(
        "I'm 31, single, master's degree from India, ECA done, IELTS 8 7.5 7 7, no French, never "
        "worked in Canada, 4 years in India as a software engineer, no nomination, no siblings in "
        "Canada, no job offer, $25,000 in savings, family of 1"
    )
    talk.press("facts:confirm")
    taps = 0
    answers = {**SINGLE_ABROAD, "occupation": "21231"}
    while talk.asked is not None:
        talk.choose(answers[talk.asked])
        taps += 1
    assert taps <= 6
    card = talk.replies[0]
    assert isinstance(card, Score)
    assert card.eligibility_known


def test_cancelled_facts_are_forgotten_and_the_questions_begin() -> None:
    talk = Talk()
    talk.say(FLUENT)
    notice, _ = talk.press("facts:cancel")
    assert notice == Notice("facts_dropped")
    assert talk.asked == "marital_status"
    assert answers_of(talk) == {}
    talk.press("facts:confirm")
    assert answers_of(talk) == {}
    assert talk.ask.notice == "stale_button"


@pytest.mark.parametrize("yes", ["yes", "that's right", "ok", "oui"])
def test_yes_in_words_confirms(yes: str) -> None:
    talk = Talk()
    talk.say("single, 29")
    talk.say(yes)
    assert answers_of(talk) == {"marital_status": "single", "birth_date": "29"}
    assert (talk.asked, talk.ask.notice) == ("education", "facts_taken")


@pytest.mark.parametrize("no", ["no", "wrong", "non"])
def test_no_in_words_drops_them(no: str) -> None:
    talk = Talk()
    talk.say("single, 29")
    talk.say(no)
    assert talk.replies[0] == Notice("facts_dropped")
    assert answers_of(talk) == {}


def test_a_contradiction_is_shown_old_and_new_and_counts_only_when_confirmed() -> None:
    talk = finished()
    talk.say("actually I'm 32 and divorced")
    before = {fact.echo.question: fact.before for fact in read(talk).facts}
    assert before == {"marital_status": "single", "birth_date": "29"}
    assert answers_of(talk)["birth_date"] == "29"
    card = talk.press("facts:confirm")[0]
    assert isinstance(card, Score)
    assert (card.changed_from, card.high) == (469, 453)


def test_a_correction_before_the_confirmation_replaces_what_was_read() -> None:
    talk = Talk()
    talk.say("single, 29, masters")
    talk.say("no, I'm 32")
    assert shown(talk) == {"marital_status": "single", "birth_date": "32", "education": "master"}
    talk.press("facts:confirm")
    assert answers_of(talk)["birth_date"] == "32"


def test_facts_in_two_messages_are_confirmed_together() -> None:
    talk = Talk()
    talk.say("im 31 married")
    talk.say("masters, ielts 8 8 8 8")
    assert set(shown(talk)) >= {"birth_date", "marital_status", "education"}
    talk.press("facts:confirm")
    assert talk.asked == "spouse_status"


def test_a_birthday_without_its_year_asks_for_the_full_date() -> None:
    talk = finished()
    talk.say("actually my birthday is in May")
    assert talk.asked == "birth_date"
    assert talk.ask.problem is not None
    assert talk.ask.problem.reason == "date_incomplete"
    assert answers_of(talk)["birth_date"] == "29"


def test_what_is_known_already_is_not_confirmed_again() -> None:
    talk = finished()
    talk.say("I am single and 29 years old")
    assert talk.replies[0] == Notice("facts_known")


def test_an_age_agrees_with_a_birth_date() -> None:
    talk = finished({**SINGLE_ABROAD, "birth_date": "1994-03-05"})
    talk.say("I am 32")
    assert talk.replies[0] == Notice("facts_known")


def test_a_whole_answer_to_the_open_question_needs_no_confirmation() -> None:
    talk = at_question("birth_date")
    talk.say("I'm 31")
    assert answers_of(talk)["birth_date"] == "31"
    assert talk.asked == "education"


def test_an_answer_in_many_words_is_still_an_answer() -> None:
    talk = at_question("birth_date")
    talk.say("well, let me see, I am 31 now, thanks")
    assert answers_of(talk)["birth_date"] == "31"


def test_an_answer_with_more_beside_it_is_shown_back_whole() -> None:
    talk = at_question("education")
    talk.say("bachelor's, and I have IELTS 8 7.5 7 7")
    assert {"education", "first_language_scores"} <= set(shown(talk))
    assert "education" not in answers_of(talk)


def test_facts_about_other_questions_leave_the_open_one_open() -> None:
    talk = at_question("education")
    talk.say("I have IELTS 8 7.5 7 7")
    talk.press("facts:confirm")
    assert talk.asked == "education"


def test_words_without_a_subject_are_about_the_spouse_of_the_open_question() -> None:
    talk = Talk()
    talk.answer_all(MARRIED_ABROAD, until="spouse_language_test")
    talk.say("ielts 6 6 6 6 and a master's degree")
    assert list(shown(talk)) == [
        "spouse_education",
        "spouse_language_test",
        "spouse_language_scores",
    ]


@pytest.mark.parametrize("question", ["first_language_test", "first_language_scores"])
def test_a_test_with_its_scores_answers_both_questions_about_it(question: str) -> None:
    talk = at_question(question)
    talk.say("ielts 7 each")
    assert answers_of(talk)["first_language_test"] == "ielts"
    assert answers_of(talk)["first_language_scores"] == {
        "test": "ielts",
        **dict.fromkeys(("listening", "reading", "writing", "speaking"), 7.0),
    }
    assert talk.asked == "second_language_test"
    assert talk.ask.echo is not None
    assert talk.ask.echo.question == "first_language_scores"


@pytest.mark.parametrize("words", ["single", "I am married", "célibataire", "je suis divorcée"])
def test_a_newcomer_may_begin_with_the_first_answer(words: str) -> None:
    talk = Talk()
    welcome, ask = talk.say(words)
    assert isinstance(welcome, Welcome)
    assert isinstance(ask, Ask)
    assert ask.echo is not None
    assert list(answers_of(talk)) == ["marital_status"]


def test_confirming_facts_shows_a_score_that_becomes_known() -> None:
    talk = at_question("provincial_nomination")
    talk.say("I have no nomination and no siblings in Canada")
    card = talk.press("facts:confirm")[0]
    assert isinstance(card, Score)
    assert card.high == 469


def test_any_wish_beside_facts_waits_for_them() -> None:
    talk = finished()
    talk.say("I'm 35, how can I improve my score")
    assert isinstance(read(talk), FactsRead)
    assert isinstance(talk.press("facts:confirm")[0], Improvements)
    assert answers_of(talk)["birth_date"] == "35"


def test_what_asks_or_supposes_is_not_taken() -> None:
    for words in ("do I need IELTS 7?", "if I had a PhD", "my friend has IELTS 8 8 8 8"):
        talk = at_question("education")
        before = talk.conversation.answers
        talk.say(words)
        assert not any(isinstance(reply, FactsRead) for reply in talk.replies), words
        assert talk.conversation.answers == before


def test_facts_that_are_dropped_leave_earlier_doubts_and_the_open_question() -> None:
    talk = Talk()
    talk.say(FLUENT)
    talk.press("facts:confirm")
    talk.say("I don't have a nomination and I did a diploma in Canada")
    talk.press("facts:cancel")
    assert (talk.asked, talk.ask.options) == ("canadian_experience", ("0", "48"))


def test_a_title_alone_is_remembered_until_it_matters() -> None:
    talk = Talk()
    talk.say("I am a software engineer")
    welcome, near, ask = talk.replies
    assert isinstance(welcome, Welcome)
    assert isinstance(near, OccupationsNear)
    assert near.kept
    assert near.codes[0] == "21231"
    assert isinstance(ask, Ask)
    talk.answer_all(SINGLE_ABROAD, until="occupation")
    assert "21231" in (talk.ask.options or ())


def test_a_question_answered_by_a_card_is_no_longer_waiting() -> None:
    talk = Talk()
    talk.say("/start")
    card = talk.ask
    talk.say("married, 31")
    talk.press(f"a:marital_status:single:{card.card}")
    talk.press("facts:confirm")
    assert answers_of(talk) == {"marital_status": "single", "birth_date": "31"}


def test_restarting_forgets_what_waits_to_be_confirmed() -> None:
    talk = at_question("education")
    talk.say("I'm 40, divorced")
    talk.say("/restart")
    talk.say("yes")
    talk.press("facts:confirm")
    assert answers_of(talk) == {}


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("trade_certificate", "no brother or sister in canada", {"sibling_in_canada": "no"}),
        ("canadian_experience", "2 years in India", {"foreign_experience": "24"}),
        ("has_eca", "my birthday is 3 March 1997", {"birth_date": "1997-03-03"}),
        ("occupation", "i got divorced last year", {"marital_status": "divorced"}),
        ("trade_certificate", "pas de frère ni de sœur au Canada", {"sibling_in_canada": "no"}),
    ],
)
def test_words_about_another_question_do_not_answer_the_open_one(
    question: str, text: str, told: dict[str, Answer]
) -> None:
    talk = asked_again(question)
    talk.say(text)
    assert shown(talk) == told
    assert question not in answers_of(talk) or talk.conversation.revisiting == question


def test_a_no_that_stands_apart_answers_the_open_question_beside_facts() -> None:
    talk = at_question("has_eca")
    talk.say("No, I have 3 years of experience in India and 1 year in Canada")
    assert shown(talk)["has_eca"] == "no"
    assert shown(talk)["foreign_experience"] == "36"


def test_no_test_yet_is_of_the_language_that_is_asked() -> None:
    talk = at_question("second_language_test")
    talk.say("i have not done any test yet")
    assert answers_of(talk)["second_language_test"] == "unknown"


def test_words_that_correct_are_left_out() -> None:
    talk = at_question("birth_date")
    talk.say("actually 12 May 1998")
    assert answers_of(talk)["birth_date"] == "1998-05-12"


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("education", "no wait, i meant 13 May 1998", {"birth_date": "1998-05-13"}),
        ("education", "sorry, married", {"marital_status": "married"}),
        ("canadian_study", "sorry i mean bachelor", {"education": "bachelor"}),
        ("canadian_study", "pardon, je voulais dire licence", {"education": "bachelor"}),
    ],
)
def test_what_is_taken_back_is_of_the_answer_before(
    question: str, text: str, told: dict[str, Answer]
) -> None:
    talk = at_question(question)
    talk.say(text)
    assert shown(talk) == told


def test_a_polite_no_answers_the_open_question() -> None:
    talk = at_question("sibling_in_canada")
    talk.say("sorry, no")
    assert answers_of(talk)["sibling_in_canada"] == "no"


def asked_again(question: str) -> Talk:
    """Somebody finished who is asked a question again; or its first time, where it was not."""
    talk = at_question("provincial_nomination")
    if question == "trade_certificate":
        talk = Talk()
        talk.answer_all({**SINGLE_ABROAD, "occupation": "22310"}, until=question)
        assert talk.asked == question
    else:
        talk.press(f"ask:{question}")
    return talk


@pytest.mark.parametrize(
    "words",
    [
        "what is the score for 30 years old with masters and CLB 9?",
        "can you tell my score im 30 single masters",
        "Quel serait mon score avec 30 ans, une maîtrise et NCLC 9 partout ?",
    ],
)
def test_facts_inside_a_question_for_a_score_are_taken_up(words: str) -> None:
    talk = Talk(language="fr" if "Quel" in words else "en")
    talk.say(words)
    assert {"birth_date", "education"} <= set(shown(talk))
    talk.press("facts:confirm")
    assert isinstance(talk.replies[0], NoScoreYet)


def test_a_score_with_something_else_is_a_supposition_once_it_is_known() -> None:
    (reply,) = finished().say("what would my score be with CLB 10?")
    assert isinstance(reply, Supposition)
    assert reply.after.crs.total == 481


def test_a_wife_who_is_only_mentioned_is_no_answer_to_another_question() -> None:
    talk = at_question("family_size")
    talk.say("me, my wife and two kids")
    assert answers_of(talk)["family_size"] == "4"
    assert answers_of(talk)["marital_status"] == "single"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("18 months in Toronto and 3 years in Brazil", {"canadian_experience": "18"}),
        ("2 years in Canada", {"canadian_experience": "24"}),
        ("2 ans au Canada", {"canadian_experience": "24"}),
    ],
)
def test_work_told_while_the_education_is_asked_is_no_diploma(
    words: str, told: dict[str, str]
) -> None:
    talk = at_question("education")
    (read,) = talk.say(words)
    assert isinstance(read, FactsRead)
    assert told.items() <= talk.conversation.facts.items()
    assert "education" not in talk.conversation.answers


def test_facts_of_somebody_married_are_their_own_until_the_spouse_is_asked_about() -> None:
    talk = Talk()
    talk.say("/start")
    talk.say("married")
    assert talk.asked == "spouse_status"
    talk.say("IELTS 7 7 7 7, master's degree")
    assert set(shown(talk)) == {"education", "first_language_test", "first_language_scores"}


def test_years_at_a_college_are_no_years_of_work() -> None:
    talk = at_question("foreign_experience")
    talk.say("ontario college, 2 year")
    assert "foreign_experience" not in answers_of(talk)


def test_what_was_said_before_is_said_again() -> None:
    talk = at_question("foreign_experience")
    talk.say("no i said 8 months")
    assert shown(talk) == {"canadian_experience": "8"}


@pytest.mark.parametrize("words", ["no wait 6 years", "non pardon, 6 ans"])
def test_work_of_which_the_place_is_asked_can_be_told_again(words: str) -> None:
    talk = Talk()
    talk.say(FLUENT)
    talk.press("facts:confirm")
    assert talk.ask.options == ("0", "48")
    talk.say(words)
    assert (talk.asked, talk.ask.options) == ("canadian_experience", ("0", "72"))
    talk.choose("0")
    assert answers_of(talk)["foreign_experience"] == "72"


@pytest.mark.parametrize("words", ["c'est fait", "already done", "je l'ai déjà", "done"])
def test_what_is_done_is_there(words: str) -> None:
    talk = at_question("has_eca")
    talk.say(words)
    assert answers_of(talk)["has_eca"] == "yes"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "j'ai 36 ans non pardon 37, célibataire"),
        ("en", "im 36 sorry i mean 37, single"),
    ],
)
def test_a_slip_that_is_corrected_in_the_same_breath_is_not_told(
    language: Language, said: str
) -> None:
    talk = Talk(language=language)
    talk.say(said)
    assert shown(talk) == {"marital_status": "single", "birth_date": "37"}
    assert read(talk).leftover == ()


@pytest.mark.parametrize(
    ("language", "said", "questions"),
    [
        (
            "fr",
            "combien de points pour 34 ans master NCLC 8 partout et 3 ans d'expérience au Mali",
            {"birth_date", "education", "first_language_scores", "foreign_experience"},
        ),
        ("fr", "j'ai 35 ans, soudeur, licence, c'est bon ?", {"birth_date", "education"}),
    ],
)
def test_facts_in_a_question_for_points_are_shown(
    language: Language, said: str, questions: set[str]
) -> None:
    talk = Talk(language=language)
    talk.say(said)
    assert questions <= shown(talk).keys()
