"""What the lists of past rounds show: each round, and what a total would have been worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date, datetime

    from dialogs.replies_rounds import EnoughShown, RoundsShown
    from messages.words import Words
    from scoring.rounds import Round

_PAGE = "ROUNDS_PAGE"
"""IRCC's own page of rounds, which is named wherever rounds are."""


@dataclass(frozen=True, slots=True)
class ListedRound:
    """One round of the list."""

    number: str
    on: date
    kind: str
    invitations: int
    cutoff: int
    tie_break: date | datetime | None
    official: bool


@dataclass(frozen=True, slots=True)
class ListedTally:
    """The rounds of one kind in a stretch of time."""

    kind: str
    rounds: int
    invited: int
    at_cutoff: int
    least: int
    most: int


def rounds_facts(reply: RoundsShown, words: Words) -> dict[str, Any]:
    """The facts of the ``rounds`` screen."""
    return {
        "title": None if reply.kind is None else title(reply.kind, words),
        "as_of": reply.as_of,
        "rounds": [_listed(each, words) for each in reply.rounds],
        "round_sources": _sources(reply, words),
        "unofficial": any(not each.official for each in reply.rounds),
        "page": reply.page + 1,
        "pages": reply.pages,
        "lately": reply.lately,
        "days_between": reply.days_between,
        "ahead": reply.ahead,
        "unknown": reply.unknown,
        "counted": reply.counted,
        "one": reply.one,
    }


def enough_facts(reply: EnoughShown, words: Words) -> dict[str, Any]:
    """The facts of the ``enough`` screen."""
    return {
        "as_of": reply.as_of,
        "total": reply.total,
        "own": reply.own,
        "since": reply.since,
        "until": reply.until,
        "in_pool_since": reply.in_pool_since,
        "tallies": [
            ListedTally(
                words.say("rounds", "short", each.kind),
                each.rounds,
                each.invited,
                each.at_cutoff,
                each.least,
                each.most,
            )
            for each in reply.tallies
        ],
    }


def _sources(reply: RoundsShown, words: Words) -> list[str]:
    """Where the rounds of the page were read, beside IRCC's own page, as far as it has a name."""
    ids = dict.fromkeys(id_ for each in reply.rounds for id_ in each.sources)
    named = (words.find("terms", "sources", id_) for id_ in ids if id_ != _PAGE)
    return [name for name in named if name is not None]


def title(kind: str, words: Words) -> str:
    """The rounds of a kind, as a line begins with them."""
    said = words.say("rounds", "plural", kind)
    return said[0].upper() + said[1:]


def _listed(held: Round, words: Words) -> ListedRound:
    return ListedRound(
        number=held.number,
        on=held.on,
        kind=words.say("rounds", "short", held.kind),
        invitations=held.invitations,
        cutoff=held.cutoff,
        tie_break=held.tie_break,
        official=held.official,
    )
