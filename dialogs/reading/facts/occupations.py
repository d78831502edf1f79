"""Occupations told in passing: a code is taken, a title is offered to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.findings import question_of
from dialogs.reading.facts.harmless import harmless
from dialogs.reading.facts.lexicon import lexicon, pattern, phrase_at
from dialogs.reading.facts.places import place_at
from dialogs.reading.occupations import read_occupation
from dialogs.reading.occupations.known import is_known
from dialogs.reading.outcome import Unreadable
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialogs.reading.facts.findings import Findings
    from dialogs.reading.facts.message import Message

_CODE = pattern(r"(?:noc|cnp)(?: (?:code|is|est|:|2021))* (?P<code>\d{4,6})")
_WORKS_AS = pattern(
    "<work.worked>(?: (?:as|is|comme|est|en tant que|en tant qu|de|d|:))+(?: (?:a|an|un|une))?"
)
_ARTICLES = word_set("a an un une")
_LONGEST_TITLE = 6
_LONGEST_GUESS = 4
_MOST_TRIES = 4
_STOPS = word_set(
    "in for since with at and from on de pour depuis avec a au en et dans chez i my je mon ma full "
    "part years months currently now here there , . ? : /"
)
_IN_CAPITALS = frozenset({"ca"})
"""Short titles that are words, too, unless an article or capitals say so: "c'est ça"."""
_NOT_TITLES = word_set(
    "student students etudiant etudiante other manager judge host model chef speaker speakers"
)


def read_occupations(found: Findings) -> None:
    """One occupation of the person, one of the spouse."""
    message = found.message
    for span in message.find(_CODE):
        question = question_of("occupation", span.person)
        if question is not None:
            reading = read_occupation(span.named("code"), found.message.language)
            found.take(span.start, span.end, question, reading)
    told = (*_known(message), *_worked_as(message))
    for start, end in told[:_MOST_TRIES]:
        question = question_of("occupation", message.persons[start])
        if question is None or found.has(question) or not message.told(start, end):
            continue
        reading = read_occupation(" ".join(message.words[start:end]), found.message.language)
        if not isinstance(reading, Unreadable):
            found.take(start, end, question, reading)
            found.titles.append(start)


def _known(message: Message) -> Iterator[tuple[int, int]]:
    """Titles that are known as they stand; a single word only where it is called a job."""
    at = 0
    while at < len(message.words):
        for end in range(min(len(message.words), at + _LONGEST_TITLE), at, -1):
            title = " ".join(message.words[at:end])
            single = end == at + 1
            if (
                is_known(title)
                and message.told(at, end)
                and (not single or _cued(message, at, end))
            ):
                yield at, end
                at = end - 1
                break
        at += 1


def _worked_as(message: Message) -> Iterator[tuple[int, int]]:
    """What follows "work as", whether the title is known or nearly so."""
    for span in message.find(_WORKS_AS):
        end = span.end
        while end < min(len(message.words), span.end + _LONGEST_GUESS):
            if message.words[end] in _STOPS or not message.told(end, end + 1):
                break
            end += 1
        said = set(message.words[span.end : end])
        if said and not said & (lexicon("denials.no") | harmless()):
            yield span.end, end


def _of_a_place(words: Sequence[str], at: int) -> bool:
    """``électricien de Kinshasa``, ``nurse from Lagos``."""
    led = words[at] in {"de", "d", "du", "des", "from"}
    return led and place_at(words, at + 1) is not None


def _cued(message: Message, start: int, end: int) -> bool:
    """Whether a word is called a job: after "as a", beside a length of work, or by itself."""
    words = message.words
    if words[start] in _NOT_TITLES - {"manager", "chef"}:
        return False
    before = start - 1
    while before >= 0 and words[before] in _ARTICLES:
        before -= 1
    if words[start] in _IN_CAPITALS and before == start - 1:
        return message.typed(start, end).isupper()
    for first in range(max(0, before - 2), before + 1):
        if phrase_at(words, first, "work.as_a") in range(before + 1, start + 1):
            return True
    article = before < start - 1
    if article and before >= 0 and words[before] in {"im", "am", "is", "was", "suis", "est"}:
        return True
    alone = (start == 0 or words[start - 1] in ",.:/") and (
        end == len(words)
        or words[end] in ",.?/"
        or words[end] in {"here", "ici"}
        or _of_a_place(words, end)
    )
    length_before = start > 0 and (
        not message.free(start - 1, start)
        or words[start - 1] in {"years", "months", "experience", "exp"}
    )
    length_after = end < len(words) and (
        not message.free(end, end + 1)
        or words[end][0].isdecimal()
        or words[end]
        in lexicon("work.experience")
        | {"for", "since", "depuis", "in", "from", "pendant", "with", "avec", "au", "en", "a"}
        | {"diplome", "diplomee"}
        | lexicon("talk.nationalities")
    )
    return alone or length_before or length_after
