"""What happens to an event, whichever front end it came from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot import notices
from bot.clock import Clock, today
from bot.log import alias
from bot.storage.protocol import Decision, Handled, Storage
from dialogs.conversation import Conversation, Language
from dialogs.events import Event, Sent
from dialogs.machine import handle
from dialogs.replies import Notice
from messages.present import present

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import date

    from bot.incoming import Incoming
    from messages.message import Message

logger = structlog.get_logger("bot.service")


class Service:
    """Takes events in, keeps the conversations, gives the messages to deliver."""

    def __init__(self, storage: Storage, clock: Clock = today) -> None:
        self.storage = storage
        self._clock = clock

    def handle(self, incoming: Incoming) -> Future[Handled]:
        """Handle one event. Events are handled in the order of the calls."""
        on = self._clock()

        def decide(stored: Conversation | None) -> Decision:
            before = stored or Conversation(language=incoming.language)
            if incoming.insist:
                before = replace(before, language=incoming.language)
            try:
                return self._decide(before, incoming.event, on)
            except Exception:
                logger.exception(
                    "event_failed",
                    person=alias(incoming.person),
                    event_kind=type(incoming.event).__name__,
                )
                return Decision(before, self.say(notices.APOLOGY, before.language))

        return self.storage.handle(
            incoming.person, decide, on=on, update=incoming.update, origin=incoming.origin
        )

    @staticmethod
    def _decide(before: Conversation, event: Event, on: date) -> Decision:
        outcome = handle(before, event, on)
        language = (outcome.conversation or before).language
        return Decision(outcome.conversation, present(outcome.replies, event, language))

    @staticmethod
    def say(key: str, language: Language) -> tuple[Message, ...]:
        """A short line on the bot's own account."""
        return present((Notice(key),), Sent("nothing"), language)
