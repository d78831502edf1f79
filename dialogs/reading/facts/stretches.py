"""Lengths of work in a message, each with the place it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs.reading.durations import read_months
from dialogs.reading.facts.lexicon import lexicon, pattern
from dialogs.reading.facts.near import nearly_from
from dialogs.reading.facts.places import place_at
from dialogs.reading.months import month_named
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from dialogs.reading.facts.message import Message
    from dialogs.reading.facts.persons import Person

_LENGTH = pattern(
    r"\d{1,3}(?:[.,]\d{1,2})?(?: \+)? (?:years|months|weeks)"
    r"(?: (?:and |et )?(?:a half|half|demi|demie))?"
    r"(?:(?: and| et| ,)? \d{1,2} (?:months|weeks))?"
    r"|(?:\d{1,2}|one|un|une) (?:and|et) (?:a half|half|demi|demie) (?:years|months)"
    r"|\d{1,2} 1 / 2 years"
)
_RANGE = pattern(
    r"(?P<low>\d{1,2})(?: (?:or|ou|to|a|/))? (?P<high>\d{1,2}) (?P<unit>years|months)"
    r"|(?:between|entre) (?P<from>\d{1,2})(?: (?:years|months))? (?:and|et) (?P<to>\d{1,2})"
    r" (?P<unit_of_both>years|months)"
)
_WIDEST_RANGE = 3
_PART = pattern(
    r"(?P<count>\d{1,2})(?: (?P<unit>years|months))? <work.of_them>"
    r"|<work.of_which>(?: only| seulement)? (?P<of_which>\d{1,2})"
    r"(?: (?P<unit_of_which>years|months))?"
)
_YEARS = pattern(
    r"(?:19|20)\d\d(?: (?:to|till|until|a|au|-))? (?:(?:19|20)\d\d|present|now|today|maintenant)"
)
_SINCE = pattern("<work.since>")
_SINCE_WORDS = word_set(
    "to until till up through jusqu en a au and et now today present maintenant aujourd hui ce "
    "jour of the le la du de in st nd rd th er currently"
)
_LONGEST_SPAN = 10
_ACROSS_A_COMMA = 6
_BACKWARD = 1
_FROM = word_set("from de d du")
_TOO_FAR = 12
_PEOPLE = word_set("girl guy man woman boy lady citizen national male female passport origin")
_NOWADAYS = word_set("now currently presently maintenant actuellement")
_RIGHT_BESIDE = 2
_MOST = 12
"""Lengths and places of one message; nobody tells more in one."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that work can be at."""

    start: int
    end: int
    in_canada: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of work as it was told."""

    start: int
    end: int
    person: Person
    reading: Reading[int]
    place: Place | None = None
    is_part: bool = False
    """Whether it is said to be part of another length: ``2 of them``."""

    @property
    def months(self) -> int:
        """The months that are sure; 0 where the length cannot be taken."""
        if isinstance(self.reading, Ambiguous):
            return min(self.reading.options)
        return self.reading.value if isinstance(self.reading, Understood) else 0


def stretches(message: Message, today: date) -> list[Stretch]:
    """The lengths of work of the person and the spouse, from left to right, with their places."""
    parts = list(_parts(message))
    ranges = list(_ranges(message))
    whole = ranges + [
        stretch
        for stretch in (*_lengths(message, today), *_spans(message, today))
        if not any(part.start <= stretch.start < part.end for part in (*parts, *ranges))
    ]
    whole += [
        years
        for years in _years(message, today)
        if not any(stretch.start <= years.start < stretch.end for stretch in whole)
    ]
    bare = _bare(message, (*whole, *parts))
    found = sorted((*parts, *whole, *bare), key=lambda stretch: stretch.start)
    return _placed(message, found[:_MOST], places(message)[:_MOST])


def places(message: Message) -> list[Place]:
    """The places of the message that nobody took."""
    found: list[Place] = []
    at = 0
    while at < len(message.words):
        place = place_at(message.words, at)
        if place is None or not message.told(at, place[1]) or _is_an_employer(message, place[1]):
            at += 1
            continue
        found.append(Place(at, place[1], place[0]))
        at = place[1]
    return found


def _is_an_employer(message: Message, end: int) -> bool:
    """``a US company``, ``indian girl``: whose it is does not say where the work was done."""
    return bool((lexicon("work.employer") | _PEOPLE).intersection(message.words[end : end + 1]))


def _parts(message: Message) -> Iterator[Stretch]:
    """``2 of them in Canada``, ``dont 2 au Canada``: years, unless months are said."""
    for span in message.find(_PART):
        count = int(span.named("count") or span.named("of_which"))
        in_months = "months" in (span.named("unit"), span.named("unit_of_which"))
        months = Understood(count * (1 if in_months else 12))
        yield Stretch(span.start, span.end, span.person, months, is_part=True)


def _bare(message: Message, whole: Sequence[Stretch]) -> Iterator[Stretch]:
    """``9 years (7 India 2 Qatar)``: after a length, a number before a place is of years, too."""
    for at, word in enumerate(message.words):
        if not word.isdecimal() or len(word) > 2 or not message.told(at, at + 1):
            continue
        following = at + 1
        if following < len(message.words) and message.words[following] in lexicon("work.at_place"):
            following += 1
        earlier = any(
            stretch.end <= at and message.sentence(stretch.start)[1] > at for stretch in whole
        )
        inside = any(stretch.start <= at < stretch.end for stretch in whole)
        if earlier and not inside and place_at(message.words, following) is not None:
            yield Stretch(at, at + 1, message.persons[at], Understood(int(word) * 12))


def _ranges(message: Message) -> Iterator[Stretch]:
    """``4-5 years``: either, so that it is asked back."""
    for span in message.find(_RANGE):
        low = int(span.named("low") or span.named("from"))
        high = int(span.named("high") or span.named("to"))
        if low < high <= low + _WIDEST_RANGE:
            in_months = "months" in (span.named("unit"), span.named("unit_of_both"))
            unit = 1 if in_months else 12
            reading = Ambiguous((low * unit, high * unit), "several")
            yield Stretch(span.start, span.end, span.person, reading)


def _lengths(message: Message, today: date) -> Iterator[Stretch]:
    for span in message.find(_LENGTH):
        if message.words[span.end : span.end + 1] in (["ago"], ["old"]):
            continue
        if message.words[max(0, span.start - 3) : span.start] == ["il", "y", "a"]:
            continue
        start = nearly_from(message, span.start)
        reading = read_months(message.text(start, span.end).replace("+", " "), today)
        if start < span.start and isinstance(reading, Unreadable):
            reading = Unreadable("duration_exact")
        yield Stretch(start, span.end, span.person, reading)


def _years(message: Message, today: date) -> Iterator[Stretch]:
    """``2019-2021``, ``2019 to 2021``: of years alone only what is certain counts."""
    for span in message.find(_YEARS):
        text = f"from {message.text(span.start, span.end)}".replace("-", " to ")
        reading = read_months(text, today)
        if isinstance(reading, Understood):
            yield Stretch(span.start, span.end, span.person, reading)


def _spans(message: Message, today: date) -> Iterator[Stretch]:
    """``since March 2021``, ``from January 2018 to January 2021``."""
    for span in message.find(_SINCE):
        end = last = span.end
        dated = False
        while end < min(len(message.words), span.end + _LONGEST_SPAN) and message.told(
            end, end + 1
        ):
            word = message.words[end]
            is_date = word[0].isdecimal() or month_named(word) is not None
            if not is_date and word not in _SINCE_WORDS:
                break
            if is_date and message.words[end + 1 : end + 2] in (["years"], ["months"]):
                break
            end += 1
            dated = dated or is_date
            last = end if is_date or word in _NOW else last
        if not dated:
            continue
        for stop in range(last, span.end, -1):
            reading = read_months(message.text(span.start, stop), today)
            known = isinstance(reading, Unreadable) and reading.reason not in (
                "duration_unreadable",
                "date_incomplete",
            )
            if not isinstance(reading, Unreadable) or known:
                yield Stretch(span.start, stop, span.person, reading)
                break


_NOW = word_set("now today present maintenant hui jour currently")


def _placed(message: Message, found: Sequence[Stretch], known: Sequence[Place]) -> list[Stretch]:
    """Each stretch with the place nearest to it; those that are left share the next one's."""
    costs = sorted(
        (cost, at, which)
        for at, stretch in enumerate(found)
        for which, place in enumerate(known)
        if (cost := _distance(message, stretch, place, found)) is not None
    )
    chosen: dict[int, Place] = {}
    used: set[int] = set()
    for _, at, which in costs:
        if at not in chosen and which not in used:
            chosen[at] = known[which]
            used.add(which)
    return [
        replace(stretch, place=chosen.get(at) or _shared(message, found, chosen, at))
        for at, stretch in enumerate(found)
    ]


def _shared(
    message: Message, found: Sequence[Stretch], chosen: dict[int, Place], at: int
) -> Place | None:
    """``2 years as a cook and 1 year as a waiter in India``: both are in India.

    Of ``2 years as a cook and 3 years in India`` only what stands right before the place is.
    """
    following = at + 1
    if following >= len(found) or following not in chosen:
        return None
    between = message.words[found[at].end : found[following].start]
    joined = bool({"and", "et"}.intersection(between)) and not set(".?,").intersection(between)
    to_place = message.words[found[following].end : chosen[following].start]
    apart = bool(set(to_place) - lexicon("work.at_place"))
    return chosen[following] if joined and apart else None


def _distance(
    message: Message, stretch: Stretch, place: Place, all_: Sequence[Stretch]
) -> int | None:
    """How far a place is from a length; None where a sentence or another length is between."""
    after = place.start >= stretch.end
    if stretch.is_part and not after and message.words[stretch.start] in lexicon("work.of_which"):
        return None
    start, end = (stretch.end, place.start) if after else (place.end, stretch.start)
    between = message.words[start:end]
    if any(start <= other.start < end for other in all_ if other is not stretch):
        return None
    if set(".?").intersection(between) or len(between) > _TOO_FAR:
        return None
    if _is_origin(message, place, adjacent=after and between == ["from"]):
        return None
    if after and len(between) > _RIGHT_BESIDE and _NOWADAYS.intersection(between):
        return None
    if (
        not after
        and between
        and set(between) <= lexicon("work.experience") | {":", "of", "is", "de", "d"}
    ):
        return -1
    comma = any(message.is_mark(at, ",") for at in range(start, end))
    if comma and not _is_said_to_be_there(message, place):
        return None
    commas = between.count(",") * _ACROSS_A_COMMA
    joints = (
        sum(word in {"and", "et", "then", "puis", "but", "mais"} for word in between)
        * _ACROSS_A_COMMA
    )
    return len(between) + commas + joints + (0 if after else _BACKWARD)


def _is_said_to_be_there(message: Message, place: Place) -> bool:
    """``2 years as a nurse, in India``: without "in", a place in a list is where one is from."""
    before = place.start - 1
    return before >= 0 and message.words[before] in lexicon("work.at_place") - _FROM


def _is_origin(message: Message, place: Place, adjacent: bool) -> bool:
    """``from India`` is where somebody comes from, unless it follows experience."""
    before = place.start - 1
    if before < 0 or message.words[before] not in _FROM - {"d", "de", "du"}:
        return False
    earlier = message.words[before - 1 : before]
    return not (adjacent or lexicon("work.experience").intersection(earlier))
