"""Thanks, goodbyes, swearing, and words that cannot be read: a kind answer, nothing stored."""

from __future__ import annotations

import pytest

from dialogs.replies import Ask, Notice, Welcome
from tests.dialogs.talk import Talk, answers_of, at_question, finished


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("bye", "goodbye"),
        ("that's all for now", "goodbye"),
        ("au revoir", "goodbye"),
        ("stop", "goodbye"),
    ],
)
def test_goodbyes_are_returned_without_a_card(words: str, key: str) -> None:
    talk = at_question("education")
    before = answers_of(talk)
    assert talk.say(words) == (Notice(key),)
    assert answers_of(talk) == before


@pytest.mark.parametrize(
    "words", ["thanks", "ok thank you so much sir", "merci beaucoup", "merci bcp", "mrc bcp"]
)
def test_thanks_are_returned_and_the_question_comes_back_in_short(words: str) -> None:
    talk = at_question("education")
    before = answers_of(talk)
    notice, ask = talk.say(words)
    assert notice == Notice("thanks")
    assert isinstance(ask, Ask)
    assert (ask.question, ask.brief, answers_of(talk)) == ("education", True, before)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("you are useless", "temper"),
        ("c'est pas tes affaires", "temper"),
        ("ça ne te regarde pas", "temper"),
        ("c est nul ton truc", "temper"),
        ("what is this shit", "temper"),
        ("c'est nul", "temper"),
        ("t'es con ou quoi", "temper"),
        ("nique ta mère", "temper"),
        ("bande de voleurs", "temper"),
        ("this bot is fucking slow", "temper"),
        ("are you retarded", "temper"),
        ("forget it", "kept"),
        ("laisse tomber", "kept"),
    ],
)
def test_swearing_gets_a_kind_answer_and_the_open_question(words: str, key: str) -> None:
    talk = at_question("education")
    notice, ask = talk.say(words)
    assert notice == Notice(key)
    assert isinstance(ask, Ask)
    assert ask.question == "education"


@pytest.mark.parametrize("question", ["birth_date", "occupation", "first_language_scores"])
@pytest.mark.parametrize("words", ["fuck you", "stupid bot", "va te faire foutre", "motherfucker"])
def test_insults_are_no_answer_to_any_question(question: str, words: str) -> None:
    talk = at_question(question)
    before = answers_of(talk)
    notice, ask = talk.say(words)
    assert notice == Notice("temper")
    assert isinstance(ask, Ask)
    assert (ask.question, ask.problem, ask.options) == (question, None, None)
    assert answers_of(talk) == before


def test_swearing_beside_facts_or_a_question_is_passed_over() -> None:
    talk = at_question("education")
    talk.say("I have fucking IELTS 8 8 8 8")
    assert Notice("temper") not in talk.replies
    assert Notice("temper") not in at_question("education").say("what the fuck is my score")


def test_an_ok_goes_on() -> None:
    newcomer = Talk()
    assert isinstance(newcomer.say("ok")[0], Welcome)
    assert newcomer.asked == "marital_status"
    talk = at_question("education")
    (ask,) = talk.say("ok cool")
    assert isinstance(ask, Ask)
    assert ask.problem is None
    assert finished().say("great") == (Notice("agreement"),)


@pytest.mark.parametrize(
    ("question", "words", "answer"),
    [("has_eca", "no thanks", "no"), ("sibling_in_canada", "sorry, no", "no")],
)
def test_an_answer_in_polite_words_is_an_answer(question: str, words: str, answer: str) -> None:
    talk = at_question(question)
    talk.say(words)
    assert answers_of(talk)[question] == answer


@pytest.mark.parametrize("words", ["thanks, I am 31", "is it ok to apply twice", "good at French"])
def test_more_than_a_courtesy_is_read_for_what_it_is(words: str) -> None:
    assert not {"thanks", "agreement"} & {
        reply.key for reply in finished().say(words) if isinstance(reply, Notice)
    }


@pytest.mark.parametrize("words", ["मैं कनाडा जाना चाहता हूँ", "أريد الهجرة إلى كندا", "我想去加拿大"])
def test_other_scripts_are_told_which_languages_are_read(words: str) -> None:
    newcomer = Talk()
    notice, welcome, ask = newcomer.say(words)
    assert notice == Notice("other_script")
    assert isinstance(welcome, Welcome)
    assert isinstance(ask, Ask)
    talk = at_question("education")
    assert talk.say(words)[0] == Notice("other_script")
    assert talk.asked == "education"


def test_first_words_that_say_nothing_known_are_told_so() -> None:
    talk = Talk()
    assert isinstance(talk.say("purple elephants in Toronto")[0], Welcome)
    assert talk.ask.notice == "first_words_lost"
    quiet = Talk()
    quiet.say("😀😀")
    assert quiet.ask.notice is None


@pytest.mark.parametrize(
    "words",
    [
        "i understand nothing",
        "I don't understand the question",
        "i'm not sure what that means",
        "sorry I don't know what you mean",
        "je ne sais pas ce que ça veut dire",
        "pas sûr de comprendre",
        "je vois pas",
        "jcomprends rien",
        "rien compris a ta question",
        "je n'ai rien compris du tout",
    ],
)
def test_who_understands_nothing_is_told_why_it_is_asked(words: str) -> None:
    talk = at_question("education")
    before = answers_of(talk)
    (ask,) = talk.say(words)
    assert isinstance(ask, Ask)
    assert (ask.question, ask.why, answers_of(talk)) == ("education", True, before)
