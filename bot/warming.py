"""Builds what messages are looked up in before anybody waits for it.

The index of the occupations, the patterns of the readers and the templates are made, and what
the guide has learned is opened, at their first use, which takes seconds in all. A few messages are
rehearsed once the bot is ready, in a thread of its own; nothing is stored or sent.
"""

from __future__ import annotations

import gc
from threading import Thread
from typing import TYPE_CHECKING

import structlog

from bot.capture import Capture
from bot.clock import Clock, now
from dialogs.conversation import LANGUAGES, Conversation, Language
from dialogs.events import Pressed, Said
from dialogs.machine import handle
from dialogs.reading.occupations import read_occupation
from dialogs.turn import Outside
from messages.guide.ranking import guide_ranking
from messages.present import present

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dialogs.conversation import Answers
    from dialogs.events import Event

logger = structlog.get_logger("bot.warming")

REHEARSED: Mapping[Language, tuple[str, ...]] = {
    "en": (
        "/start",
        "What is the CRS?",
        "What if I were 30?",
        "I am 29, single, with a master's degree and IELTS 8 7.5 7 7",
        "software engineer for 3 years",
    ),
    "fr": (
        "/start",
        "Qu'est-ce que le SCG ?",
        "Et si j'avais 30 ans ?",
        "J'ai 29 ans, je suis célibataire, j'ai une maîtrise et le TEF 310 290 390 400",
        "ingénieur en logiciel depuis 3 ans",
    ),
}
"""Messages of each kind that is understood."""
_COLLECTED_AFTER = 3_000, 5, 3
"""So many new objects that hold others, of which an update leaves a few hundred for a while; and
after how many collections what outlived them is looked through, too. With Python's own 10 of
each a busy bot takes 1 MB more.
"""
_ANSWERED = {"marital_status": "single", "birth_date": "1994-03-05"}
_SCORED = {**_ANSWERED, "education": "master"}
_LOOKED_AT = ("/rounds", "/chances")
"""What needs a total, or more than the words of the person."""


def warm(clock: Clock = now, then: Callable[[], None] = lambda: None) -> Thread:
    """Begin; do something at the end. The thread ends by itself, and keeps no process from it."""
    thread = Thread(target=_rehearse, args=(clock, then), name="warming", daemon=True)
    thread.start()
    return thread


def settle() -> None:
    """Let the garbage collector leave alone what there is by now, and come more rarely.

    What was made until then lasts as long as the process does; to look through it again and again
    took a tenth of the time of an update. For the rest of the process.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECTED_AFTER)


def _rehearse(clock: Clock, then: Callable[[], None]) -> None:
    with Capture() as captured:
        today = clock().date()
        for language, event, answers in _events():
            conversation = Conversation(language=language, started=True, answers=answers)
            outcome = handle(conversation, event, today, Outside(guide_ranking()))
            present(outcome.replies, event, language, today)
    if captured.error is not None:
        logger.error("warming_failed", exc_info=captured.error)
    then()


def _events() -> Iterator[tuple[Language, Event, Answers]]:
    for language in LANGUAGES:
        yield language, Pressed("a:education:master"), _ANSWERED
        read_occupation("engineer", language)
        for text in REHEARSED[language]:
            yield language, Said(text), _ANSWERED
        for text in _LOOKED_AT:
            yield language, Said(text), _SCORED
