"""What happens to an event, whichever front end it came from."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot import notices
from bot.capture import Capture
from bot.clock import Clock, never_before, now
from bot.incoming import Incoming, can_be_written_to
from bot.log import alias
from bot.moments import is_decent, local_time, next_look, next_morning
from bot.storage.protocol import Decision, Handled, Storage
from dialogs import alerts, telling
from dialogs.conversation import KEPT_MONTHS, Conversation, Language
from dialogs.events import Due, Event, Sent, Unreachable
from dialogs.machine import handle
from dialogs.progress import progress
from dialogs.reading.occupations.further import NO_TITLES
from dialogs.replies import Notice
from dialogs.silence import heard, without_days_to_come
from dialogs.turn import Outside
from messages.guide.ranking import guide_ranking
from messages.present import present
from messages.render import render
from scoring.record import Record

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import date, datetime

    from dialogs.progress import Progress
    from dialogs.ranking import Ranking
    from dialogs.reading.occupations.further import FurtherTitles
    from dialogs.replies import Reply
    from dialogs.turn import Outcome
    from messages.message import Message
    from scoring.developments import Unheard

_AFTER_A_FAILURE = timedelta(days=1)

logger = structlog.get_logger("bot.service")


class Service:
    """Takes events in, keeps the conversations, gives the messages to deliver."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock = now,
        ranking: Ranking | None = None,
        further: FurtherTitles = NO_TITLES,
        retention: int = KEPT_MONTHS,
    ) -> None:
        self.storage = storage
        self.clock = never_before(Record.shipped().rounds[-1].on, clock)
        """Never before the newest round that is shipped, the last day this release knows of."""
        self._ranking = ranking or guide_ranking()
        self._further = further
        self._retention = retention
        """For how many months somebody who says no word is kept."""

    def handle(self, incoming: Incoming) -> Future[Handled]:
        """Handle one event. Events are handled in the order of the calls."""
        moment = self.clock()

        def decide(stored: Conversation | None) -> Decision:
            before = stored or Conversation(language=incoming.language)
            if incoming.insist:
                before = replace(before, language=incoming.language)
            try:
                return self._decide(before, incoming, moment)
            except Exception:
                logger.exception(
                    "event_failed",
                    person=alias(incoming.person),
                    event_kind=type(incoming.event).__name__,
                )
                apology = self.say(notices.APOLOGY, before.language)
                return self._kept(incoming.person, before, apology, moment)

        return self.storage.handle(
            incoming.person,
            decide,
            on=moment.date(),
            update=incoming.update,
            origin=incoming.origin,
        )

    def answer(self, incoming: Incoming, *replies: Reply) -> Future[Handled]:
        """Say something to somebody who asked for it; their conversation stays where it is."""
        moment = self.clock()

        def decide(before: Conversation | None) -> Decision:
            language = before.language if before else incoming.language
            messages = present(replies, incoming.event, language, moment.date())
            spoke = before is not None and not isinstance(incoming.event, Due)
            after = heard(before, moment.date()) if before and spoke else before
            return self._kept(incoming.person, after, messages, moment)

        return self.storage.handle(
            incoming.person,
            decide,
            on=moment.date(),
            update=incoming.update,
            origin=incoming.origin,
        )

    def tell(self, person: str, reply: Reply, update: int | None = None) -> Future[Handled]:
        """Say something to somebody who is answerable for the bot, without being asked."""
        return self.answer(Incoming(person, Due(), update=update), reply)

    def look(self, person: str) -> Future[Handled]:
        """Tell somebody what is due, if it is day where they live; the next look is set anew."""
        moment = self.clock()

        def decide(before: Conversation | None) -> Decision:
            if before is None or not can_be_written_to(person):
                return Decision(before, ())
            local = local_time(before, moment)
            if not is_decent(local):
                return self._kept(person, before, (), moment)
            with Capture() as captured:
                known = without_days_to_come(before, local.date())
                outcome = handle(known, Due(), local.date(), self._outside())
                return self._concluded(person, before, Due(), outcome, moment)
            logger.error("look_failed", person=alias(person), exc_info=captured.error)
            return Decision(before, (), moment + _AFTER_A_FAILURE)

        # Where an update is known by its number, this is known by what it leaves behind: a look
        # that is due no more. So any number will do.
        number = secrets.randbits(63)
        return self.storage.handle(person, decide, on=moment.date(), update=number)

    def alert(
        self, person: str, known: Conversation, unheard: Unheard
    ) -> Message | datetime | None:
        """What to tell somebody who has not heard of something; or when, if not at this hour.

        None where it is nothing to them. What goes wrong with one person is logged, and is nothing.
        """
        moment = self.clock()
        with Capture() as captured:
            local = local_time(known, moment)
            told = telling.alert(known, local.date(), self.storage.record(), unheard)
            if told is None:
                return None
            if not is_decent(local):
                return next_morning(known, moment)
            return render(told, known.language, local.date())
        logger.error("alert_failed", person=alias(person), exc_info=captured.error)
        return None

    def unreachable(self, person: str) -> Future[Handled]:
        """Somebody blocked the bot, or left: write to them no more without being asked."""
        moment = self.clock()

        def decide(before: Conversation | None) -> Decision:
            if before is None:
                return Decision(None, ())
            outcome = handle(before, Unreachable(), moment.date())
            return self._concluded(person, before, Unreachable(), outcome, moment)

        return self.storage.handle(person, decide, on=moment.date())

    def _decide(self, before: Conversation, incoming: Incoming, moment: datetime) -> Decision:
        on = moment.date()
        outcome = handle(before, incoming.event, on, self._outside())
        after = outcome.conversation
        if after and alerts.wanted(after) and not can_be_written_to(incoming.person):
            outcome = alerts.out_of_reach(before, on)
        if outcome.conversation is not None:
            outcome = replace(outcome, conversation=heard(outcome.conversation, on))
        return self._concluded(incoming.person, before, incoming.event, outcome, moment)

    def _outside(self) -> Outside:
        """What a conversation needs and does not hold, as it is now."""
        record = self.storage.record()
        return Outside(self._ranking, self._further, self._retention, record)

    def today(self) -> date:
        """The day, in UTC."""
        return self.clock().date()

    def say(self, key: str, language: Language) -> tuple[Message, ...]:
        """A short line on the bot's own account."""
        return present((Notice(key),), Sent("nothing"), language, self.clock().date())

    def _kept(
        self,
        person: str,
        after: Conversation | None,
        messages: tuple[Message, ...],
        moment: datetime,
        far: Progress | None = None,
    ) -> Decision:
        """The state from now on, and when to look at the person again."""
        return Decision(after, messages, self._look(person, after, moment), far)

    def _concluded(
        self,
        person: str,
        before: Conversation,
        event: Event,
        outcome: Outcome,
        moment: datetime,
    ) -> Decision:
        """What an outcome is in messages, and when to look at the person again."""
        setting = (outcome.conversation or before).language
        language = outcome.said_in or setting
        once = language != setting and outcome.conversation is not None
        messages = present(outcome.replies, event, language, moment.date(), once=once)
        far = _progress(before, outcome.conversation, event, moment.date())
        return self._kept(person, outcome.conversation, messages, moment, far)

    def _look(self, person: str, after: Conversation | None, moment: datetime) -> datetime | None:
        """When to look again; a failure to find that out must not cost an answer."""
        if after is None:
            return None
        with Capture() as captured:
            return next_look(after, moment, self._retention if can_be_written_to(person) else None)
        logger.error("next_look_failed", exc_info=captured.error)
        return moment + _AFTER_A_FAILURE


def _progress(
    before: Conversation, after: Conversation | None, event: Event, on: date
) -> Progress | None:
    """How far somebody is now; None where that cannot have changed.

    A look tells it in any case, for rules change, and earlier releases did not count.
    """
    if after is None:
        return None
    changed = before.heard_on is None or before.answers != after.answers
    return progress(after, on) if changed or isinstance(event, Due) else None
