"""What is asked back because words could mean several things, until each is settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.offers import window
from dialogs.questionnaire import stands

if TYPE_CHECKING:
    from dialogs.conversation import Answer, Conversation
    from dialogs.question import Question
    from dialogs.questionnaire import Walk
    from dialogs.reading.outcome import Ambiguous
    from dialogs.situation import Situation

YES_OR_NO = frozenset({"work_abroad", "skilled_work"})
"""Reasons for asking whether work counts here: yes is all of it, no is none."""
WORK_WHERE = "work_where"
"""The reason for asking how much of some work was in Canada: the rest was not."""


def doubtful(conversation: Conversation, walked: Walk) -> Question | None:
    """The first question to ask back."""
    return next((question for question in walked.asked if question.id in conversation.doubts), None)


def doubt_of(
    conversation: Conversation, question: Question, at: Situation
) -> Ambiguous[Answer] | None:
    """The readings to pick from, as far as the question takes them; None for none."""
    doubt = conversation.doubts.get(question.id)
    if doubt is None:
        return None
    fitting = tuple(option for option in doubt.options if stands(question, option, at))
    return replace(doubt, options=fitting) if fitting else None


def answered(
    conversation: Conversation, question: Question, answer: Answer, at: Situation
) -> Conversation:
    """The conversation with this answer, and with what follows from it.

    Of work whose place was not told, what was not in Canada was abroad.
    """
    doubt = conversation.doubts.get(question.id)
    then = conversation.answered(question.id, answer)
    if doubt is None or doubt.reason != WORK_WHERE:
        return then
    if not isinstance(answer, str) or not answer.isdigit():
        return then
    total = max(int(each) for each in doubt.options if isinstance(each, str))
    abroad = question.id.replace("canadian", "foreign")
    rest = min(max(total - int(answer), 0), window(abroad, at))
    return then.answered(abroad, str(rest))
