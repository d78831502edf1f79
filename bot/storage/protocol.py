"""What every storage can do, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from dialogs.conversation import Conversation, Language

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import date, datetime

    from dialogs.headcount import Headcount
    from dialogs.progress import Progress
    from messages.message import Message
    from scoring.feed import Feed
    from scoring.record import Record
    from scoring.revision import Revision


@dataclass(frozen=True, slots=True)
class Decision:
    """What one event led to."""

    conversation: Conversation | None
    """The state from now on; None when the person is to be forgotten."""
    messages: tuple[Message, ...]
    due: datetime | None = None
    """When to look at the person again without being asked; None when never."""
    progress: Progress | None = None
    """How far the person is, for the counts; None where that is as it was."""


Decide: TypeAlias = Callable[[Conversation | None], Decision]
"""A pure function of the stored conversation (None for a newcomer)."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message on its way to one person."""

    person: str
    message: Message
    number: int | None = None
    """Its number in the outbox; None when it is held in memory only."""
    origin: int | None = None
    """The front end's number of the message whose button was pressed, if one was."""
    card: int | None = None
    """The front end's number of the person's live question card, as stored before this."""


@dataclass(frozen=True, slots=True)
class Handled:
    """The outcome of one event."""

    deliveries: tuple[Delivery, ...] = ()
    repeated: bool = False
    """Whether the update had been handled before; then nothing changed."""
    forgotten: bool = False
    language: Language | None = None
    """The language of the conversation from now on, if there is one."""


class Storage(Protocol):
    """Keeps one conversation a person. Operations run in the order in which they are called."""

    def handle(
        self,
        person: str,
        decide: Decide,
        *,
        on: date,
        update: int | None = None,
        origin: int | None = None,
    ) -> Future[Handled]:
        """Load, decide and save in one transaction, together with the update and its replies.

        Replies to an ``update`` wait in the outbox until ``sent``; without one they are the
        caller's alone. A repeated update changes nothing and gives the replies still unsent.
        When ``decide`` raises, nothing changes and the future holds its exception.
        """
        ...

    def sent(self, delivery: Delivery, *, card: int | None = None) -> Future[None]:
        """Take a delivery out of the outbox; ``card`` is the live question card from now on.

        0 means that there is none any more, None that nothing changed.
        """
        ...

    def pending(self) -> Future[tuple[Delivery, ...]]:
        """All replies not yet sent, oldest first."""
        ...

    def due(self, now: datetime, most: int) -> Future[tuple[str, ...]]:
        """People whose moment has come, the longest waiting first, at most so many."""
        ...

    def next_due(self) -> Future[datetime | None]:
        """The next moment at which somebody is due; None when nobody is."""
        ...

    def headcount(self, today: date) -> Future[Headcount]:
        """How many people are stored; takes no longer the more there are."""
        ...

    def record(self) -> Record:
        """All rounds known now: those shipped, and those taken in by whichever process.

        May be called at any time, also while deciding, and takes no time where nothing is new.
        """
        ...

    def take_rounds(self, feed: Feed) -> Future[Revision]:
        """Take in what a file of rounds changes, all of it or nothing."""
        ...

    def forget(self, person: str) -> Future[None]:
        """Leave nothing of the person."""
        ...

    def close(self) -> None:
        """Finish what was called and let go of the files."""
        ...
