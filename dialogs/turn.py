"""One event's handling: what was known before it, and the steps that every event is made of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from dialogs import screens
from dialogs.conversation import KEPT_MONTHS, Conversation, card_code
from dialogs.questionnaire import Walk, walk
from dialogs.ranking import NO_RANKING
from dialogs.reading.occupations.further import NO_TITLES
from dialogs.replies import Ask, Confirm, NoScoreYet, Notice, Reply, Welcome
from scoring.record import Record

if TYPE_CHECKING:
    from datetime import date

    from dialogs.conversation import Answer, Language
    from dialogs.question import Question
    from dialogs.ranking import Ranking
    from dialogs.reading.occupations.further import FurtherTitles
    from dialogs.reading.outcome import Ambiguous

_WALKED_OVER = {"answers", "topics", "language"}
"""What of a conversation its pass over the questionnaire depends on."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an event leads to."""

    conversation: Conversation | None
    """The new state; None when everything about the person is to be forgotten."""
    replies: tuple[Reply, ...]
    said_in: Language | None = None
    """The language of the replies, where this once it is not that of the conversation."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What a conversation needs and does not hold."""

    ranking: Ranking = NO_RANKING
    """Finds what words are about."""
    further: FurtherTitles = NO_TITLES
    """More job titles than are shipped."""
    retention: int = KEPT_MONTHS
    """For how many months somebody silent is kept."""
    record: Record = field(default_factory=Record.shipped)
    """The rounds of invitations and the counts of the pool that are known."""


ALONE = Outside()


class Turn:
    """The conversation before an event, and what was known then."""

    def __init__(
        self,
        conversation: Conversation,
        today: date,
        outside: Outside = ALONE,
        walked: Walk | None = None,
    ) -> None:
        """``walked`` is the pass over the questionnaire, where it is known already."""
        self.confirming = conversation.confirming
        asked = self.confirming is not None
        self.conversation = replace(conversation, confirming=None) if asked else conversation
        self.today = today
        self.outside = outside
        self.ranking = outside.ranking
        self.further = outside.further
        self.record = outside.record
        self.walked = walked or walk(
            conversation.answers, today, conversation.topics, conversation.language
        )
        self.question = screens.current_question(conversation, self.walked)

    def with_(self, **changes: Any) -> Turn:
        """The same turn from a changed conversation."""
        changed = replace(self.conversation, **changes)
        walked = None if changes.keys() & _WALKED_OVER else self.walked
        return Turn(changed, self.today, self.outside, walked)

    def in_language(self, language: Language) -> Turn:
        """The same turn, to be answered in a language; what waits for a yes or no still does."""
        return self.with_(language=language, confirming=self.confirming)

    def is_current(self, question: str, card: str) -> bool:
        """Whether a button is of the newest card and of the question being asked."""
        asked = self.question is not None and self.question.id == question
        return asked and card in ("", card_code(self.conversation.card))

    def just(self, reply: Reply) -> Outcome:
        """Say one thing; the state stays."""
        return Outcome(self.conversation, (reply,))

    def remark(self, reply: Reply) -> Outcome:
        """Say something, and let the open question come back below it."""
        if isinstance(reply, Notice | NoScoreYet) and not self.conversation.started:
            return self.just(replace(reply, newcomer=True))
        if self.question is None or not self.conversation.started:
            return self.just(reply)
        conversation, card = screens.ask(self.conversation, self.walked, self.question)
        return Outcome(conversation, (reply, card))

    def ask(self, question: Question, **shown: object) -> Outcome:
        """The card of a question alone."""
        conversation, card = screens.ask(self.conversation, self.walked, question, **shown)
        started = conversation if conversation.started else replace(conversation, started=True)
        return Outcome(started, (card,))

    def ask_back(self, question: Question, doubt: Ambiguous[Answer]) -> Outcome:
        """Ask which of several readings is meant; they stay the choices until it is told."""
        doubts = {**self.conversation.doubts, question.id: doubt}
        return self.with_(doubts=doubts).ask(question)

    def revisit(self, question: Question) -> Outcome:
        """Ask an answered question again."""
        return self.with_(revisiting=question.id).ask(question)

    def stale(self) -> Outcome:
        """A button that has no effect any more: say so, and show where we are.

        Nothing is kept of somebody who is not known (any more).
        """
        if not self.conversation.started and not self.conversation.answers:
            return Outcome(None, (Notice("gone"),))
        if self.question is None or not self.conversation.started:
            return self.just(Notice("stale_button"))
        return self.ask(self.question, notice="stale_button")

    def confirm(self, action: str) -> Outcome:
        """Ask once before what cannot be undone."""
        conversation = replace(self.conversation, confirming=action)
        return Outcome(conversation, (Confirm(action, conversation.card),))


def coming_back_brief(turn: Turn, outcome: Outcome) -> Outcome:
    """The outcome, whose card is brief where it only comes back below a remark.

    Whoever was shown the question before knows its help, and what there is to choose from.
    """
    *remarks, card = outcome.replies or (None,)
    if not remarks or not isinstance(card, Ask) or isinstance(remarks[0], Welcome):
        return outcome
    known = turn.question is not None and turn.question.id == card.question
    if not known or not turn.conversation.card or card.problem or card.notice or card.echo:
        return outcome
    return replace(outcome, replies=(*remarks, replace(card, brief=True)))
