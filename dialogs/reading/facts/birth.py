"""Ages and birth dates told in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.dates import read_date_or_age
from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.harmless import harmless
from dialogs.reading.facts.lexicon import every_word, lexicon, pattern, phrase_at
from dialogs.reading.facts.message import Span
from dialogs.reading.facts.near import date_until
from dialogs.reading.facts.persons import is_wife
from dialogs.reading.facts.places import place_at
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dialogs.conversation import Answer
    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message

_OLD = pattern(r"(?P<age>\d{1,3}) (?:years old|years of age|yo|years / o|y / o|years young|old)")
_AGED = pattern(
    r"(?:im|i am|am|i m|age|aged|age is|turned|just turned|make it|agee?s? de|currently|now"
    r"|actuellement|mets|mettez|plutot|femme|homme|man|woman)"
    r"(?: [:-])?(?: (?:now|just|only|currently|of|de))* (?P<age>\d{1,3})(?P<years> years)?"
)
_NAMED = pattern(
    r"(?:(?P<full>my name is|name is|my name|name :|m appelle|me nomme|nom :)"
    r"|im|i am|je suis|moi c est|moi c|moi)(?P<name>(?: [^\W\d_]+){1,3}?)"
    r"(?: (?P<age>\d{2})(?P<years> years)?|(?= (?:[,.]|and|et|j|je|i|im)(?: |$))|$)"
)
_HAS_YEARS = pattern(
    r"(?:j ai|jai|viens d avoir|venir d avoir|viens de feter mes)(?: deja)?"
    r" (?P<age>\d{1,3})(?P<years> years)"
)
_MINE = pattern(r"(?:me|moi)(?: [:-])? (?P<age>\d{2})(?P<years> years)?")
_THEIRS = pattern(
    r"(?:<people.spouse>|<people.they>|hes|shes)(?: (?P<verb>is|s|a|est agee?s? de))?"
    r"(?: (?:now|also|aussi|only|just|about))* (?P<age>\d{1,3})(?P<years> years)?"
)
_YEARS = pattern(r"(?P<age>\d{2}) years")
_BORN = pattern(
    r"(?:i was |was |im |je suis )?(?:born|birth|birthday|birth day|birthdate|birth date|dob|d o b"
    r"|date of birth|bday|ne|nee|date de naissance|naissance|anniversaire)"
)
_DATE_WORDS = word_set(
    "on in of the is was st nd rd th er year le la en du de est c my mon ma i and d it at"
)
_BEFORE_AN_AGE = frozenset({"am", "im", "m", "i", "is", "ai", "a", "age"})
_NOT_AN_AGE = word_set(
    "months weeks days cm kg lbs k percent points pts point kids children child enfants enfant "
    "siblings brothers sisters km minutes hours people persons personnes members degrees diplomas "
    "diplomes mois eur euros cad usd dollars ft feet lakh lakhs thousand in of "
    "year / + % $ € ans th st nd rd d de mon"
)
_GROWN = frozenset({"femme", "homme", "man", "woman"})
_WITH = frozenset({"avec", "with", "to"})
_SOON = frozenset({"soon", "bientot"})
_BETWEEN = frozenset({"between", "entre"})
_MORE_YEARS = word_set(
    "of d de in experience exp experienced work working as at since au en a dans into with for "
    "abroad canadian foreign full post"
)
_GOES_ON = word_set("from and et with avec m f male female de du d")
_LISTED = frozenset({"avec", "moi", "est", "et", "lui"})
_FOLLOWS_AN_AGE = frozenset({"pas", "et", "non", "maintenant"}) | lexicon("couple.any")
_NO_LENGTH_OF_WORK = 35
_SMALLEST_BARE, _LARGEST_BARE = 18, 60


def read_birth(found: Findings) -> None:
    """Birth dates first, for they hold numbers that are no ages; then ages that are named so."""
    for span in found.message.find(_BORN):
        _born(found, span)
    for span in found.message.find(_OLD):
        _aged(found, span)
    for pattern_ in (_HAS_YEARS, _AGED):
        for span in found.message.find(pattern_):
            if _of_another(found.message.words, span.start):
                continue
            if _ends_there(found.message, span.end, years=bool(span.named("years"))):
                _aged(found, span)
    for span in found.message.find(_MINE):
        opens = span.start == found.message.clause(span.start)[0]
        if opens and _ends_there(found.message, span.end, years=bool(span.named("years"))):
            _aged(found, span)
    _introduced(found)
    _in_french(found)
    for span in found.message.find(_THEIRS):
        if _ends_there(found.message, span.end, years=bool(span.named("years"))):
            number = span.end - (2 if span.named("years") else 1)
            verb = number - (1 if span.named("verb") else 0)
            person = found.message.persons[span.end - 1]
            _aged(found, Span(verb, span.end, person, span.found))


def _of_another(words: Sequence[str], at: int) -> bool:
    """``ma femme 29 ans``, ``marié avec une femme de 30 ans``: the age of the wife."""
    if words[at] not in _GROWN:
        return False
    before = words[max(0, at - 2) : at]
    wed = not _WITH.isdisjoint(before) or before in (["a", "un"], ["a", "une"])
    return wed or (words[at] == "femme" and is_wife(words, at))


def _introduced(found: Findings) -> None:
    """``im Rahul 29``, ``my name is Ade``: a name says nothing, a number after it is an age."""
    message = found.message
    for span in message.find(_NAMED):
        name = span.named("name").split()
        age, start = span.named("age"), span.end - len(span.named("years").split())
        start -= 1 if age else 0
        first = start - len(name)
        if not span.named("full") and (
            len(name) > 1
            or not _is_a_name(message, first, bool(age))
            or (age and not _introduced_until(message, span.end))
        ):
            continue
        question = question_of("birth_date", span.person)
        message.pass_over(first, start)
        grown = bool(age) and int(age) >= _SMALLEST_BARE and not _between(message, start)
        if grown and question and _ends_there(message, span.end, years=bool(span.named("years"))):
            found.take(start, span.end, question, Understood(age))


def _is_a_name(message: Message, at: int, aged: bool) -> bool:
    """Whether a word after "I am" is a name: no word that says something, with a capital or age."""
    typed = message.typed(at, at + 1)
    capital = typed[:1].isupper() and typed[1:].islower()
    told = (harmless() | every_word()) - lexicon("talk.nationalities")
    return message.words[at] not in told and (capital or aged)


def _introduced_until(message: Message, end: int) -> bool:
    """Whether an age may end here: at a mark, or before what people say of themselves next."""
    following = message.words[end : end + 1]
    return (
        following in ([], [","], ["."], ["/"])
        or phrase_at(message.words, end, "couple.any") > 0
        or bool(_GOES_ON.intersection(following))
    )


def _in_french(found: Findings) -> None:
    """``31 ans`` by itself, or before a marital status, is an age; "31 years" could be anything."""
    message = found.message
    for span in message.find(_YEARS):
        begin, stop = message.clause(span.start)
        before = message.words[max(0, span.start - 1) : span.start]
        after = message.words[span.end : span.end + 1]
        alone = (
            begin == span.start
            or bool((_LISTED | lexicon("talk.nationalities")).intersection(before))
            or (int(span.named("age")) >= _NO_LENGTH_OF_WORK and span.start <= begin + 3)
        )
        ended = stop == span.end or _FOLLOWS_AN_AGE.intersection(after)
        in_french = message.text(span.start, span.end).endswith("ans")
        told = (
            before == ["moi"]
            or (before == ["pour"] and not _MORE_YEARS.intersection(after))
            or (alone and ended)
            or phrase_at(message.words, span.end, "couple.any") > 0
        )
        if in_french and told and int(span.named("age")) >= _SMALLEST_BARE:
            _aged(found, span)


def read_bare_age(found: Findings) -> None:
    """A number by itself among other facts: ``31, married``, ``single 27 btech``."""
    message = found.message
    for at, word in enumerate(message.words):
        question = question_of("birth_date", message.persons[at])
        if not question or found.has(question) or not message.told(at, at + 1):
            continue
        if not word.isdecimal() or not _SMALLEST_BARE <= int(word) <= _LARGEST_BARE:
            continue
        after = at + 1
        if message.words[after : after + 1] == ["years"] and message.told(after, after + 1):
            after += 1
        if found and _alone(message, at, after) and not _between(message, at):
            found.take(at, after, question, Understood(word))
            found.ages.append(after)


def _alone(message: Message, start: int, end: int) -> bool:
    """Whether what stands around is the edge of the message, a mark, or already understood."""
    before = (
        start == 0
        or not message.free(start - 1, start)
        or (message.words[start - 1] in {",", ".", "?", "/", ":", "and", "et"})
        or _follows_an_origin(message, start)
    )
    if end == len(message.words):
        return before
    after = message.words[end] in ",./" or not message.free(end, end + 1)
    return before and (
        after or message.words[end] in {"and", "et", "from", "with", "m", "f", "male", "female"}
    )


def _follows_an_origin(message: Message, start: int) -> bool:
    """``from Manila 38 yrs``: the place that somebody comes from stands before."""
    for first in range(max(1, start - 3), start):
        place = place_at(message.words, first)
        if place is not None and place[1] == start and message.words[first - 1] == "from":
            return True
    return False


def _aged(found: Findings, span: Span) -> None:
    question = question_of("birth_date", span.person)
    if question is None:
        return
    reading = read_date_or_age(f"{span.named('age')} years old", found.at.today)
    before = found.message.words[max(0, span.start - 1) : span.start]
    if lexicon("people.child").intersection(before) or _between(found.message, span.start):
        return
    if not _SOON.isdisjoint(found.message.words[span.end : span.end + 1]):
        return
    named = found.message.words[span.start].isdecimal()
    if named and isinstance(reading, Unreadable) and not _speaks(found.message, span.start):
        return
    if not isinstance(reading, Ambiguous):
        found.take(span.start, span.end, question, _stored(reading))
        found.ages.append(span.end)


def _between(message: Message, at: int) -> bool:
    """``between 30 and 35``, ``30 et 28 ans``: two ages, and neither is said to be the one."""
    before = message.words[max(0, at - 4) : at]
    if before[-1:] in (["and"], ["et"]) and "".join(before[-2:-1]).isdecimal():
        return True
    return bool(_BETWEEN.intersection(before[-1:])) or (
        bool(_BETWEEN.intersection(before)) and bool({"and", "et"}.intersection(before[-1:]))
    )


def _speaks(message: Message, start: int) -> bool:
    """Whether "I am" or the like stands before an age, and not something else that is so old."""
    return bool(_BEFORE_AN_AGE.intersection(message.words[max(0, start - 1) : start]))


def _ends_there(message: Message, end: int, years: bool) -> bool:
    """Whether a number after "I am" is an age: nothing that it counts follows."""
    following = message.words[end : end + 1]
    if following == ["/"] and message.typed(end, end + 1) == "/":
        return True  # parts two facts, as a date's does not
    return not (_MORE_YEARS if years else _NOT_AN_AGE).intersection(following)


def _born(found: Findings, span: Span) -> None:
    """The date after "born": as long as it reads, or what is wrong with it."""
    question = question_of("birth_date", span.person)
    message = found.message
    start = _past_place(message, span.end)
    end = date_until(message, start, _DATE_WORDS)
    if question is None or end == start:
        return
    longest: Unreadable | None = None
    for stop in range(end, start, -1):
        reading = read_date_or_age(f"born {message.text(start, stop)}", found.at.today)
        if not isinstance(reading, Unreadable):
            found.take(span.start, stop, question, _stored(reading))
            return
        if longest is None or longest.reason == "date_unreadable":
            longest = reading
            best = stop
    if longest is not None and longest.reason != "date_unreadable":
        found.take(span.start, best, question, longest)


def _past_place(message: Message, end: int) -> int:
    """``born in Dakar on …``: where the place of birth ends."""
    at = end
    while at < len(message.words) and message.words[at] in {"in", "a", "at", "au", "en", ","}:
        at += 1
    place = place_at(message.words, at) if at < len(message.words) else None
    return end if place is None else place[1]


def _stored(reading: Reading[date | int]) -> Reading[Answer]:
    if isinstance(reading, Understood):
        return Understood(str(reading.value))
    if isinstance(reading, Ambiguous):
        return Ambiguous(tuple(map(str, reading.options)), reading.reason)
    return reading
