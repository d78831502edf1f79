"""What the screen of somebody's chances shows, kind of round by kind of round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from messages.enough import shown_enough
from messages.past_rounds import title
from messages.rounds import caution, kind_name
from messages.steps import action_name
from scoring.calendar import YEAR
from scoring.forecast import REACH

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dialogs.replies_rounds import ChancesShown, KindChances, OneKindShown
    from messages.words import Words
    from scoring.chances import Chance
    from scoring.competing import Admission
    from scoring.past_rounds import Lookback
    from scoring.pool import Rank

_LAST_CUTOFFS = 3
_IN_FULL = 3
"""How many of the open kinds are told in full; of the rest, what decides."""
_ROUGHLY = 100
"""What an estimate of people is rounded to, where there are many."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """How likely an invitation is within some months, in words."""

    months: int
    of_ten: str
    short: str
    """The same after another one."""
    kind: str
    """The kind of round as a sentence has it, several of them."""
    tenths: int
    """The same as a number, from 0 to 10."""
    situations: int
    others: int


@dataclass(frozen=True, slots=True)
class LastCutoff:
    """The cut-off of one round."""

    cutoff: int
    on: date


@dataclass(frozen=True, slots=True)
class ShownKind:
    """How somebody stands in one kind of round."""

    kind: str
    name: str
    """Its name as a line begins with it."""
    full: bool
    """Whether all of it is told."""
    total: int
    """What they compete with, after the step that is told."""
    last: tuple[LastCutoff, ...]
    gap: str
    """The total beside the last cut-off, in words."""
    lookbacks: tuple[Lookback, ...]
    change: int | None
    """By how much the cut-offs rose over the last rounds."""
    forecasts: tuple[Forecast, ...]
    unsaid: str | None
    """Why there is none, in a sentence."""
    step: str | None = None
    """What would open it, where it is one step away."""
    months: int | None = None
    """How long that takes, where it is known."""


def chances_facts(reply: ChancesShown, words: Words) -> dict[str, Any]:
    """The facts of the ``chances`` screen."""
    first = next(iter(reply.enough_for), None)  # the other open kinds stand below anyway
    open_ = [_kind(e, words, full=at < _IN_FULL) for at, e in enumerate(reply.open)]
    return {
        "on": reply.on,
        "as_of": reply.as_of,
        "lately": reply.lately,
        "total": reply.total,
        "range": reply.range,
        "complete": reply.complete,
        "current": reply.total,
        "in_pool": reply.in_pool,
        "forecast": _best_forecast(open_),
        "over_a_year": any(
            ahead.months == YEAR for each in (*reply.open, *reply.near) for ahead in each.chances
        ),
        "record": _best_record(open_),
        "open": open_,
        "near": [_kind(each, words) for each in reply.near],
        "hope": _hope(reply.near, words),
        "unsettled": _names((e for e in reply.unsettled if e.needs), words),
        "untold": _names((e for e in reply.unsettled if not e.needs), words),
        "quiet": _names(reply.quiet, words),
        "shut": [] if reply.in_pool == "no" else _shut(reply.shut, words),
        "rank": reply.rank,
        "ahead": None if reply.rank is None else roughly(reply.rank),
        "french_below": reply.french_below,
        "enough": shown_enough([e for e in reply.enough_for if e.needs or e is first], words),
        "in_pool_since": reply.in_pool_since if reply.tied else None,
        "no_profile": reply.no_profile,
    }


def one_kind_facts(reply: OneKindShown, words: Words) -> dict[str, Any]:
    """The facts of the ``one_kind`` screen."""
    let_in = reply.stands.admission
    return {
        "kind": kind_name(let_in.kind, words),
        "state": let_in.state,
        "caution": caution(let_in, words),
        "no_program": let_in.cause is not None
        and let_in.cause.condition != "program"
        and any(each.condition == "program" and each.certain for each in let_in.causes),
        "each": _kind(reply.stands, words),
        "quiet": let_in.quiet,
        "as_of": reply.as_of,
        "range": reply.range,
        "complete": reply.complete,
        "current": reply.total,
    }


def _kind(stands: KindChances, words: Words, *, full: bool = True) -> ShownKind:
    admission, past = stands.admission, stands.past
    plural = words.say("rounds", "plural", admission.kind)
    step = next(iter(admission.steps), None)
    return ShownKind(
        kind=plural,
        name=title(admission.kind, words),
        total=past.total,
        last=tuple(
            LastCutoff(e.held.cutoff, e.held.on) for e in past.last[: _LAST_CUTOFFS if full else 1]
        ),
        gap=_gap(past.gap or 0, words),
        lookbacks=tuple(each for each in past.lookbacks if each.rounds),
        full=full,
        change=past.change if full else None,
        forecasts=tuple(_forecast(each, plural, words) for each in stands.chances),
        unsaid=None
        if stands.unsaid is None
        else words.say("rounds", "unsaid", stands.unsaid, reach=REACH),
        step=_work(admission, words) if step is None else action_name(step, words),
        months=None if step is None else step.months,
    )


def _work(admission: Admission, words: Words) -> str | None:
    """The work in the occupation that a category still asks for."""
    for cause in admission.causes:
        if cause.work is not None:
            work = {"work": cause.work, "months": cause.months}
            return words.say("rounds", "steps", "category_work", **work)
    return None


def _gap(points: int, words: Words) -> str:
    key = "above" if points > 0 else "below" if points < 0 else "at"
    return words.say("rounds", "gap", key, points=abs(points))


def _forecast(chance: Chance, kind: str, words: Words) -> Forecast:
    some = "at_least" if chance.at_least else "some"
    key = {0: "none", 10: "all"}.get(chance.of_ten, some)
    of_ten, short = (
        words.say("rounds", way, key, of_ten=chance.of_ten) for way in ("of_ten", "of_ten_short")
    )
    return Forecast(
        chance.months, of_ten, short, kind, chance.of_ten, chance.situations, chance.others
    )


def _best_forecast(kinds: Iterable[ShownKind]) -> Forecast | None:
    """That of the likeliest kind, for as long as is told; of several, of the nearest."""
    told = (each.forecasts[-1] for each in kinds if each.forecasts)
    return max(told, key=lambda ahead: ahead.tenths, default=None)


def _hope(near: Iterable[KindChances], words: Words) -> ShownKind | None:
    """The first kind one step away of which an invitation is foretold, rather than none."""
    foretold = (each for each in near if each.chances and each.chances[-1].of_ten)
    return next((_kind(each, words) for each in foretold), None)


def _best_record(kinds: Iterable[ShownKind]) -> tuple[ShownKind, Lookback] | None:
    """The last year of the kind that would have invited in most of its rounds."""
    years = [(kind, each) for kind in kinds for each in kind.lookbacks if each.months == YEAR]
    return max(years, key=lambda found: found[1].invited / found[1].rounds, default=None)


def _names(admissions: Iterable[Admission], words: Words) -> str | None:
    named = [words.say("rounds", "short", each.kind) for each in admissions]
    return words.formats.listed(named) if named else None


def _shut(admissions: Iterable[Admission], words: Words) -> list[str]:
    """The shut kinds by what is against them, a sentence each."""
    by_sentence: dict[str, list[Admission]] = {}
    for each in admissions:
        certain = [cause.condition for cause in each.causes if cause.certain]
        condition = certain[0] if certain else each.causes[0].condition
        same = {"fsw": "cec", "fst": "cec"}.get(condition, condition)
        by_sentence.setdefault(same, []).append(each)
    return [
        words.say("rounds", "shut", condition, kinds=_names(kinds, words))
        for condition, kinds in by_sentence.items()
    ]


def roughly(place: Rank) -> int:
    """How many people are ahead, rounded where that is an estimate."""
    if place.exact or place.ahead < _ROUGHLY:
        return place.ahead
    return round(place.ahead / _ROUGHLY) * _ROUGHLY
