"""Questions in the middle of everything: answered, and the open question comes back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import LANGUAGES, Conversation
from dialogs.events import Event, Pressed, Said
from dialogs.lookup import CLEAR, NEAR, SURE, sort_out
from dialogs.machine import handle
from dialogs.ranking import Hit
from dialogs.replies import Ask, Explanation, NoScoreYet, Notice, Welcome
from dialogs.replies_ahead import Improvements, Supposition, TargetPlan
from dialogs.replies_explained import LinesExplained, ProgramsExplained
from dialogs.replies_guide import DidYouMean, GuideEntry, NotFound
from dialogs.replies_told import FactsRead
from dialogs.turn import Outside
from tests.dialogs.talk import TODAY, at_question, finished

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.conversation import Language
    from dialogs.replies import Reply
    from dialogs.turn import Outcome

CRS = Hit("entry", "crs", 0.9)


@dataclass
class Fixed:
    """A search that always finds the same in one language, and nothing in the others."""

    hits: Sequence[Hit] = (CRS,)
    language: Language = "en"
    asked: list[str] = field(default_factory=list)

    def rank(self, text: str, language: Language) -> Sequence[Hit]:
        self.asked.append(text)
        return self.hits if language == self.language else ()


def said(text: str, before: Conversation, *hits: Hit, language: Language = "en") -> Outcome:
    return handle(before, Said(text), TODAY, Outside(Fixed(hits, language)))


@pytest.mark.parametrize(
    ("confidences", "found"),
    [
        ([], 0),
        ([NEAR - 0.001], 0),
        ([NEAR], 1),
        ([CLEAR, 1 - CLEAR], 1),
        ([CLEAR - 0.01, NEAR], 2),
        ([0.3, 0.25, 0.2, 0.2], 3),
        ([CLEAR - 0.01, NEAR - 0.001], 1),
    ],
)
def test_a_winner_a_close_race_or_nothing(confidences: list[float], found: int) -> None:
    hits = [Hit("entry", f"entry{n}", each) for n, each in enumerate(confidences)]
    assert sort_out(hits) == tuple(hits[:found])


def test_a_question_in_the_middle_is_answered_and_the_open_one_comes_back() -> None:
    talk = at_question("education")
    outcome = said("what is the CRS?", talk.conversation, CRS)
    entry, ask = outcome.replies
    assert isinstance(entry, GuideEntry)
    assert (entry.id, entry.newcomer, entry.you.age) == ("crs", False, 29)
    assert isinstance(ask, Ask)
    assert ask.question == "education"
    assert outcome.conversation is not None
    assert outcome.conversation.answers == talk.conversation.answers


def test_a_close_race_offers_buttons_and_a_button_answers() -> None:
    talk = at_question("education")
    hits = (Hit("entry", "crs", 0.5), Hit("wish", "score", 0.4))
    outcome = said("what of it?", talk.conversation, *hits)
    assert outcome.replies[0] == DidYouMean(hits)
    assert outcome.conversation is not None
    pressed = handle(outcome.conversation, Pressed("guide:crs"), TODAY)
    assert isinstance(pressed.replies[0], GuideEntry)
    assert isinstance(pressed.replies[1], Ask)


def test_somebody_who_only_came_to_ask_is_answered_and_not_questioned() -> None:
    outcome = said("what is the crs", Conversation(), CRS)
    (entry,) = outcome.replies
    assert isinstance(entry, GuideEntry)
    assert entry.newcomer
    assert outcome.conversation == Conversation()
    begun = handle(Conversation(), Pressed("cmd:start"), TODAY)
    assert isinstance(begun.replies[0], Welcome)
    assert isinstance(begun.replies[1], Ask)


def test_a_newcomer_asking_for_nothing_that_is_known_is_told_so() -> None:
    assert said("what is the weather like?", Conversation()).replies == (NotFound(newcomer=True),)


def test_nothing_near_is_said_honestly_and_the_question_comes_back() -> None:
    talk = at_question("education")
    outcome = said("what is the weather like?", talk.conversation)
    assert outcome.replies[0] == NotFound()
    assert isinstance(outcome.replies[1], Ask)
    assert said("the weather is fine", finished().conversation).replies == (NotFound(),)


def test_an_answer_is_an_answer_whatever_it_is_like() -> None:
    ranking = Fixed()
    outcome = handle(
        at_question("education").conversation, Said("a master's"), TODAY, Outside(ranking)
    )
    assert outcome.conversation is not None
    assert outcome.conversation.answers["education"] == "master"
    assert ranking.asked == []


def test_a_choice_with_a_question_mark_is_still_an_answer() -> None:
    outcome = said("master's?", at_question("education").conversation, CRS)
    assert outcome.conversation is not None
    assert outcome.conversation.answers["education"] == "master"


@pytest.mark.parametrize(("confidence", "entry"), [(SURE, True), (SURE - 0.01, False)])
def test_a_statement_is_no_answer_only_where_it_is_surely_something_else(
    confidence: float, entry: bool
) -> None:
    hit = replace(CRS, confidence=confidence)
    outcome = said("the ranking system of the pool", at_question("birth_date").conversation, hit)
    assert isinstance(outcome.replies[0], GuideEntry) == entry
    if not entry:
        (ask,) = outcome.replies
        assert isinstance(ask, Ask)
        assert ask.problem is not None


def test_a_wish_that_wins_is_fulfilled() -> None:
    outcome = said("could you tell me how i stand", Conversation(), Hit("wish", "score", 0.9))
    assert isinstance(outcome.replies[0], NoScoreYet)


@pytest.mark.parametrize("wish", ["alerts", "alerts_off"])
def test_what_changes_something_at_once_is_only_offered(wish: str) -> None:
    hit = Hit("wish", wish, 0.95)
    outcome = said("is there some sort of bell?", finished().conversation, hit)
    assert outcome.replies[0] == DidYouMean((hit,))
    assert outcome.conversation is not None
    assert not outcome.conversation.alerts


@pytest.mark.parametrize(
    ("event", "said_in"),
    [
        (Said("qu'est-ce que le SCG ?"), "fr"),
        (Said("what is the CRS?"), None),
        (Said("SCG"), None),
        (Said("/help"), None),
        (Pressed("cmd:help"), None),
    ],
)
def test_words_are_answered_in_their_own_language_once(
    event: Event, said_in: Language | None
) -> None:
    outcome = handle(at_question("education").conversation, event, TODAY)
    assert outcome.said_in == said_in
    assert outcome.conversation is not None
    assert outcome.conversation.language == "en"


def test_every_kind_of_reply_is_in_the_language_of_the_words() -> None:
    for words in ("quel est mon score ?", "je veux améliorer mon score", "je suis marié"):
        outcome = handle(at_question("marital_status").conversation, Said(words), TODAY)
        assert outcome.said_in == "fr", words
    french = replace(at_question("marital_status").conversation, language="fr")
    assert handle(french, Said("i am married"), TODAY).said_in == "en"


def test_who_has_begun_and_wants_the_score_worked_out_sees_it() -> None:
    outcome = said(
        "run the numbers for me", at_question("education").conversation, Hit("wish", "start", 0.9)
    )
    assert isinstance(outcome.replies[0], NoScoreYet)


@pytest.mark.parametrize("words", ["non", "ça m'énerve", "Mobilité francophone c quoi"])
def test_words_of_ones_own_language_are_not_looked_up_in_another(words: str) -> None:
    outcome = said(words, Conversation(language="fr"), CRS)
    assert not any(isinstance(reply, GuideEntry) for reply in outcome.replies)
    assert outcome.said_in is None


def test_a_wish_in_another_language_is_not_guessed() -> None:
    outcome = said("passe", Conversation(language="fr"), Hit("wish", "skip", 0.9))
    assert not any(isinstance(reply, DidYouMean) for reply in outcome.replies)


def test_what_is_known_only_in_another_language_is_answered_in_it() -> None:
    outcome = said("EIMT ?", at_question("education").conversation, CRS, language="fr")
    assert isinstance(outcome.replies[0], GuideEntry)
    assert outcome.said_in == "fr"


@pytest.mark.parametrize("words", ["a " * 99, "x", "b 2 b ?", "7 7 7"])
def test_single_letters_and_numbers_are_about_nothing(words: str) -> None:
    for before in (Conversation(), finished().conversation):
        for language in LANGUAGES:
            outcome = said(words, before, CRS, language=language)
            assert not any(isinstance(reply, GuideEntry) for reply in outcome.replies)


def test_a_confirmation_in_another_language_counts() -> None:
    asked = handle(finished().conversation, Said("/delete"), TODAY).conversation
    assert asked is not None
    assert handle(asked, Said("oui"), TODAY).conversation is None


@pytest.mark.parametrize(
    "words",
    ["i have 2 bachelor degrees, is that two credentials?", "I am 45 years old do i have a chance"],
)
def test_facts_beside_a_question_are_shown_after_its_answer(words: str) -> None:
    outcome = said(words, Conversation(), CRS)
    entry, facts = outcome.replies
    assert isinstance(entry, GuideEntry)
    assert isinstance(facts, FactsRead)
    assert outcome.conversation is not None
    assert outcome.conversation.facts
    assert outcome.conversation.answers == {}


def test_facts_beside_a_wish_are_shown_alone() -> None:
    words = "I am 45 and single, how do I get there?"
    outcome = said(words, Conversation(), Hit("wish", "score", 0.9))
    assert [type(reply) for reply in outcome.replies] == [Welcome, FactsRead]


def test_facts_beside_a_close_race_are_shown_after_what_is_offered() -> None:
    words = "I am 45 and single, how do I get there?"
    hits = (Hit("entry", "crs", 0.5), Hit("entry", "pool", 0.4))
    offered, facts = said(words, Conversation(), *hits).replies
    assert offered == DidYouMean(hits)
    assert isinstance(facts, FactsRead)


def test_a_newcomer_whose_words_are_only_a_doubt_is_welcomed_too() -> None:
    outcome = said("truck driver for 10 years", Conversation())
    assert isinstance(outcome.replies[0], Welcome)
    assert isinstance(outcome.replies[-1], Ask)


@pytest.mark.parametrize(
    ("wish", "words", "reply"),
    [
        ("plan", "from 452 up to 500 please", TargetPlan),
        ("plan", "some way up please", Improvements),
        ("what_if", "hypothetically: clb 10 everywhere", Supposition),
        ("what_if", "hypothetically something", Notice),
        ("why_line", "whats behind the points for age", LinesExplained),
        ("why_line", "whats behind all that", Explanation),
        ("why_program", "cec says no to me", ProgramsExplained),
        ("why_program", "all of them say no to me", ProgramsExplained),
    ],
)
def test_what_is_named_counts_once_the_wish_is_known(
    wish: str, words: str, reply: type[Reply]
) -> None:
    outcome = said(words, finished().conversation, Hit("wish", wish, 0.9))
    assert isinstance(outcome.replies[0], reply)
