"""What every storage can do, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from dialogs.conversation import Conversation, Language

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import date, datetime

    from dialogs.broadcast import Broadcast
    from dialogs.headcount import Headcount
    from dialogs.progress import Progress
    from messages.message import Message
    from scoring.developments import Development
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


FARTHEST = timedelta(days=40)
"""No look is set so far ahead, but by a clock that is wrong."""

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
    """Whether nothing is stored of the person, because they left now or, if repeated, before."""
    language: Language | None = None
    """The language of the conversation from now on, if there is one."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody whose turn it is in a broadcast."""

    person: str
    language: Language
    after: int | None = None
    """The front end's number of some message before theirs, once sending theirs was begun.

    Whether it arrived is not known then.
    """
    card: int | None = None
    """The front end's number of the person's live question card."""


Fate: TypeAlias = Literal["sent", "blocked", "failed", "unclear"]
"""What became of one message of a broadcast."""


class Broadcasts(Protocol):
    """One message to everybody at a time, kept so that it goes on after a crash."""

    def current(self) -> Future[Broadcast | None]:
        """The newest one, in whatever state it is."""
        ...

    def propose(self, number: int, text: str) -> Future[Broadcast]:
        """A new one in the place of the newest, unless that is being sent: then that one.

        The same number again changes nothing.
        """
        ...

    def start(self, number: int) -> Future[Broadcast | None]:
        """Send it from now on, if it is the newest and was only asked about; the newest."""
        ...

    def end(self, number: int, *, early: bool) -> Future[Broadcast | None]:
        """Nobody has a turn any more, if it has not ended yet; the newest."""
        ...

    def recipients(self, most: int) -> Future[tuple[Recipient, ...]]:
        """Those whose turn it is; when all of them had it, the next, at most so many.

        People who take no broadcasts, or cannot be written to, have no turn; none is left when
        everybody had theirs.
        """
        ...

    def begin(self, person: str, after: int) -> Future[bool]:
        """Note that theirs is being sent; False where that must not be (any more)."""
        ...

    def wait(self, person: str) -> Future[None]:
        """Theirs did not arrive: it is still their turn."""
        ...

    def reached(self, number: int, person: str, fate: Fate) -> Future[None]:
        """They had their turn."""
        ...


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Somebody who has not been told of the newest."""

    person: str
    known: Conversation
    heard_of: int
    """The number of the development up to which they have heard of all."""
    card: int | None
    """The front end's number of their live question card."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An alert that was being sent when the process ended, or the network failed."""

    person: str
    language: Language
    after: int
    """The front end's number of some message before it."""
    until: int
    """The development up to which it tells."""
    card: int | None


class Alerts(Protocol):
    """What is new for people who asked to be told, kept so that it goes on after a crash.

    Whoever asks hears of what is noted after that. People who cannot be written to have no turn.
    """

    def note(self, record: Record, today: date) -> Future[tuple[Development, ...]]:
        """Note what is new on a day; all that was ever noted, in order."""
        ...

    def waiting(self, newest: int, now: datetime, most: int) -> Future[tuple[Subscriber, ...]]:
        """People who have not heard of this development, at most so many.

        Without those who are put off beyond that moment, and those whose alert is in doubt.
        """
        ...

    def begun(self) -> Future[tuple[Begun, ...]]:
        """Alerts of which it is not known whether they arrived."""
        ...

    def begin(self, subscriber: Subscriber, after: int, until: int) -> Future[bool]:
        """Note that theirs is being sent; False where that must not be (any more)."""
        ...

    def wait(self, person: str) -> Future[None]:
        """Theirs did not arrive: it is still their turn."""
        ...

    def heard(self, people: Sequence[str], until: int, message: int = 0) -> Future[None]:
        """They have heard of all up to a development, or need not.

        ``message`` is the front end's number of the newest message, as for ``last_message``.
        """
        ...

    def put_off(self, person: str, until: datetime) -> Future[None]:
        """Not to be written to before a moment."""
        ...

    def last_message(self, number: int) -> Future[int]:
        """Keep the front end's number of the newest message; the greatest that was ever kept."""
        ...


class Storage(Protocol):
    """Keeps one conversation a person. Operations run in the order in which they are called."""

    @property
    def broadcasts(self) -> Broadcasts:
        """The messages to everybody."""
        ...

    @property
    def alerts(self) -> Alerts:
        """The messages about what is new."""
        ...

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
        """People whose moment has come, the longest waiting first, at most so many.

        After them those whose moment is further than ``FARTHEST``: a clock that ran ahead set it.
        """
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
