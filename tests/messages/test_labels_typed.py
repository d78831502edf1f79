"""Every label of a button, typed by hand, is read as its choice."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.answering import read_text
from dialogs.conversation import LANGUAGES, Language
from dialogs.intents import read_intent
from dialogs.questions import BY_ID, QUESTIONS
from dialogs.reading.outcome import Understood
from dialogs.situation import Situation
from messages.answers import choice_label
from messages.words import words

NOBODY = Situation({}, date(2026, 11, 23))
LABELS = [(question.id, choice) for question in QUESTIONS for choice in question.offered(NOBODY)]


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("shown", LANGUAGES)
@pytest.mark.parametrize(("question", "choice"), LABELS)
def test_a_label_is_read_as_its_choice(
    question: str, choice: str, shown: Language, spoken: Language
) -> None:
    label = choice_label(question, choice, words(shown))
    assert read_text(BY_ID[question], label, NOBODY, spoken) == Understood(choice)


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("shown", LANGUAGES)
@pytest.mark.parametrize("command", list(words("en").keys("buttons", "command")))
def test_a_label_of_a_command_is_read_as_the_command(
    command: str, shown: Language, spoken: Language
) -> None:
    assert read_intent(words(shown).say("buttons", "command", command), spoken) == command
