"""Every label of a button, typed by hand, is read as its choice."""

from __future__ import annotations

import pytest

from dialogs.answering import read_text
from dialogs.conversation import LANGUAGES, Answers, Conversation, Language
from dialogs.events import Said
from dialogs.intents import read_intent
from dialogs.machine import handle
from dialogs.question import Stage
from dialogs.questionnaire import walk
from dialogs.questions import BY_ID, QUESTIONS
from dialogs.reading.outcome import Understood
from dialogs.situation import Situation
from messages.answers import choice_label
from messages.people import ABROAD, COUPLE, TODAY
from messages.words import words

TOPICS = tuple(stage.value for stage in Stage)
NOBODY = Situation({}, TODAY)
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


@pytest.mark.parametrize("answers", [ABROAD, COUPLE], ids=["single", "couple"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_typed_at_its_question_is_taken_without_asking_again(
    answers: Answers, language: Language
) -> None:
    for question, choice in LABELS:
        at = _before(answers, question)
        if not BY_ID[question].relevant(at) or choice not in BY_ID[question].offered(at):
            continue
        asked = Conversation(
            language, dict(at.standing), revisiting=question, topics=TOPICS, started=True
        )
        outcome = handle(asked, Said(choice_label(question, choice, words(language))), TODAY)
        assert outcome.conversation is not None
        assert outcome.conversation.answers.get(question) == choice, (question, choice)


def _before(answers: Answers, question: str) -> Situation:
    """What stands before a question, the topics left aside."""
    order = [each.id for each in QUESTIONS]
    earlier = order[: order.index(question)]
    return walk({each: answers[each] for each in earlier if each in answers}, TODAY).at
