"""Whatever has a command is understood in words, and answered as by the command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import LANGUAGES, Conversation
from dialogs.events import Said
from dialogs.intents import read_intent
from dialogs.machine import handle
from dialogs.replies import Ask, Notice, Page, Welcome
from dialogs.replies_guide import DidYouMean, GuideContents, GuideEntry, NotFound
from dialogs.replies_told import FactsRead
from dialogs.turn import Outside
from messages.guide.entries import SECTIONS
from messages.guide.ranking import guide_ranking
from messages.people import COUPLE, TODAY, first
from messages.render import render
from messages.words import words
from tests.messages.telegram import read

if TYPE_CHECKING:
    from dialogs.conversation import Language
    from dialogs.turn import Outcome

IN_ENGLISH = {
    "/score": ("what's my score?", "how many points have I got", "tell me my crs"),
    "/improve": ("how can i improve", "how do i raise my score", "any tips to increase my CRS"),
    "/review": ("show me my answers", "I want to check what I answered"),
    "/timeline": ("when does my score change", "will my points drop soon?"),
    "/rounds": ("show me the latest draws", "what were the last rounds"),
    "/chances": ("what are my chances", "could I be invited?"),
    "/report": ("can i have a pdf", "make me a report for my lawyer"),
    "/export": ("send me my data", "give me a copy of my data"),
    "/delete": ("delete everything", "remove all my data", "forget me"),
    "/restart": ("start over", "let's start from scratch"),
    "/privacy": ("privacy", "what do you store about me", "what do you know about me?"),
    "/language": ("change language", "i want to change the language", "can we change language?"),
    "/help": ("help", "what can you do?"),
    "/resume": ("continue", "go on with the questions"),
}
IN_FRENCH = {
    "/score": ("quelle est ma note ?", "mon score svp", "combien de points j'ai"),
    "/improve": ("comment augmenter ma note", "des conseils pour augmenter mon score"),
    "/review": ("montre mes réponses", "je veux vérifier mes réponses"),
    "/timeline": ("quand ma note va-t-elle changer", "comment ma note évolue ces prochains mois"),
    "/rounds": ("montre les dernières rondes", "quels ont été les derniers tirages"),
    "/chances": ("quelles sont mes chances", "ai-je une chance de recevoir une invitation"),
    "/report": ("je peux avoir un pdf", "un rapport pour mon avocat"),
    "/export": ("envoie-moi mes données", "une copie de mes données svp"),
    "/delete": ("efface tout", "supprime mes données", "je veux effacer mes données"),
    "/restart": ("recommencer", "je veux tout recommencer"),
    "/privacy": ("confidentialité", "que gardez-vous sur moi ?", "que savez-vous de moi ?"),
    "/language": ("changer de langue", "on peut changer de langue ?", "je veux changer de langue"),
    "/help": ("aide", "que sais-tu faire ?"),
    "/resume": ("continuer", "où en étions-nous ?"),
}
SAID = [
    ("en" if said is IN_ENGLISH else "fr", command, words)
    for said in (IN_ENGLISH, IN_FRENCH)
    for command, several in said.items()
    for words in several
]


def answer(text: str, before: Conversation) -> Outcome:
    return handle(before, Said(text), TODAY, Outside(guide_ranking()))


@pytest.mark.parametrize("answered", [0, 6, len(COUPLE)])
@pytest.mark.parametrize(("language", "command", "words"), SAID)
def test_words_are_answered_as_the_command(
    language: Language, command: str, words: str, answered: int
) -> None:
    before = Conversation(language, answers=first(COUPLE, answered), started=answered > 0)
    assert answer(words, before) == answer(command, before)


@pytest.mark.parametrize(
    ("language", "words", "entry"),
    [
        ("en", "does deleting the chat delete my answers too?", "bot_delete"),
        ("fr", "si je vide la discussion, mes données partent aussi ?", "bot_delete"),
        ("en", "how do I delete my data?", "bot_delete"),
        ("fr", "comment supprimer mes données ?", "bot_delete"),
        ("en", "is my data safe?", "bot_privacy"),
        ("fr", "qui voit mes réponses ?", "bot_privacy"),
    ],
)
def test_whoever_asks_about_it_is_told_first(language: Language, words: str, entry: str) -> None:
    told, *_ = answer(words, Conversation(language, answers=COUPLE, started=True)).replies
    assert isinstance(told, GuideEntry)
    assert told.id == entry


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_of_the_guide_is_opened_by_its_name(language: Language, section: str) -> None:
    name = words(language).say("contents", "sections", section)
    before = Conversation(language, answers=COUPLE, started=True)
    if read_intent(name, language) is None:
        assert answer(name, before).replies == (GuideContents(section),)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "I don't know"), ("en", "i dont know yet"), ("fr", "je ne sais pas")],
)
@pytest.mark.parametrize("answered", [0, 2, 3])
def test_not_knowing_what_a_score_needs_is_told_so(
    language: Language, words: str, answered: int
) -> None:
    before = Conversation(language, answers=first(COUPLE, answered), started=True)
    (ask,) = answer(words, before).replies
    assert isinstance(ask, Ask)
    assert ask.problem is not None
    assert ask.problem.reason == "unknown_not_taken"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "actually my birthday is in May"),
        ("en", "i was born in may 1994"),
        ("fr", "en fait mon anniversaire est en mai"),
    ],
)
@pytest.mark.parametrize("answered", [0, 6, len(COUPLE)])
def test_a_birthday_without_its_year_is_asked_again(
    language: Language, words: str, answered: int
) -> None:
    before = Conversation(language, answers=first(COUPLE, answered), started=answered > 0)
    *_, ask = answer(words, before).replies
    assert isinstance(ask, Ask)
    assert ask.question == "birth_date"
    assert ask.problem is not None
    assert ask.problem.reason == "date_incomplete"


@pytest.mark.parametrize("words", ["May 1994", "may", "in May"])
def test_the_month_of_may_asks_nothing(words: str) -> None:
    (ask,) = answer(words, Conversation("en", answers=first(COUPLE, 2), started=True)).replies
    assert isinstance(ask, Ask)
    assert ask.question == "birth_date"


QUOTED = {"en": r"“([^”]*)”", "fr": r"«\s*([^»]*?)\s*»"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_help_says_can_be_written_is_understood(language: Language) -> None:
    page = read(render(Page("help"), language, TODAY).text).text
    examples = re.findall(QUOTED[language], page)
    assert len(examples) > 5
    before = Conversation(language, answers=COUPLE, started=True)
    for example in examples:
        first_reply, *_ = answer(example, before).replies
        assert not isinstance(first_reply, NotFound | DidYouMean | Notice), example


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_welcome_says_can_be_written_is_read_whole(language: Language) -> None:
    page = read(render(Welcome(language), language, TODAY).text).text
    example = re.findall(QUOTED[language], page)[0]
    facts = answer(example, Conversation(language)).replies[-1]
    assert isinstance(facts, FactsRead)
    assert len(facts.facts) >= 4
    assert (facts.leftover, facts.problems) == ((), ())
