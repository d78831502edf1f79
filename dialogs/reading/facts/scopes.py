"""Whose facts the words of a message are, and whether they are told as true.

"My wife has a bachelor and I have a master" speaks of two people; "do I need IELTS 7?" asks,
"if I had a PhD" supposes, "I want to study" wishes: none of them tells a fact.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, phrase_lengths

if TYPE_CHECKING:
    from collections.abc import Sequence


class Person(Enum):
    """Whom words are about."""

    ME = "the person"
    SPOUSE = "the spouse or partner"
    OTHER = "somebody else"


class Mood(Enum):
    """How words are meant."""

    TOLD = "as true"
    ASKED = "as a question"
    SUPPOSED = "as a supposition"
    WISHED = "as wished, planned, required or heard"


_ENDS = frozenset(".?")
_OBJECT_MARKS = frozenset({",", "and", "et", "with", "avec", ".", "?"})
_ARTICLES = frozenset({"a", "an", "un", "une", "1", "2", "3", "the", "two", "one"})
_PARTNERS = frozenset({"partner", "partners", "compagnon", "compagne", "partenaire"})
_OR = frozenset({"or", "nor", "ni", "ou"})
_OF = frozenset({"of", "de", "d", "for"})
_I = frozenset({"i", "me", "moi", "je"})
_BEFORE_OBJECTS = frozenset(
    {
        "with",
        "avec",
        "accompany",
        "accompanying",
        "told",
        "tells",
        "asked",
        "gave",
        "joining",
        "to",
        "for",
    }
)
_AND = frozenset({"and", "et", "n"})


def scopes(words: Sequence[str], default: Person, couple: bool) -> tuple[list[Person], list[Mood]]:
    """For each token, whose it is and how it is meant.

    ``default`` is whom words without a subject are about; ``couple`` tells that "he" and "she"
    are the spouse when nobody was named.
    """
    return _persons(words, default, couple), _moods(words)


def phrase_at(words: Sequence[str], at: int, name: str) -> int:
    """Where a phrase of the lexicon that begins here ends; 0 where none does."""
    if at >= len(words):
        return 0
    for length in phrase_lengths(name).get(words[at], ()):
        if " ".join(words[at : at + length]) in lexicon(name):
            return at + length
    return 0


def _persons(words: Sequence[str], default: Person, couple: bool) -> list[Person]:
    persons: list[Person] = []
    now = default
    third = Person.SPOUSE if couple or default is Person.SPOUSE else Person.OTHER
    until: frozenset[str] = _ENDS
    at = 0
    while at < len(words):
        if words[at] in until and now is not default:
            keeps = words[at] in _ENDS and phrase_at(words, at + 1, "people.goes_on")
            if not keeps:
                now, until = default, _ENDS
        if words[at] == "," and at and _object(words, at - 1):
            now, until = default, _ENDS
        mention = _mention(words, at, third)
        end = at + 1
        if mention is not None:
            person, end = mention
            if person is not Person.ME:
                third = person
            now, until = person, _until(words, at, end, person)
            if person is not Person.ME and at and words[at - 1] in lexicon("people.my"):
                persons[-1] = person
            if person is Person.SPOUSE and at and words[at - 1] in (*_OF, *lexicon("people.my")):
                _backwards(words, persons, person)
        persons += [now] * (end - at)
        at = end
    return persons


def _mention(words: Sequence[str], at: int, third: Person) -> tuple[Person, int] | None:
    """Whom a word names, and where the name ends; None where it names nobody."""
    for name, person in (
        ("people.others", Person.OTHER),
        ("people.spouse", Person.SPOUSE),
        ("people.sibling", Person.OTHER),
        ("people.relative", Person.OTHER),
    ):
        end = phrase_at(words, at, name)
        if end and (words[at] not in _PARTNERS or _owned(words, at)):
            return person, end
    if phrase_at(words, at, "people.child"):
        acts = phrase_at(words, at + 1, "people.verbs") > 0
        child = not _is_french_his(words, at)
        return (Person.OTHER, at + 1) if acts and child else None
    if words[at] in lexicon("people.me"):
        owns = words[at] in lexicon("people.my")
        named = owns and any(
            phrase_at(words, at + 1, f"people.{who}")
            for who in ("spouse", "others", "sibling", "relative", "child")
        )
        return None if named or _object(words, at) else (Person.ME, at + 1)
    if words[at] in lexicon("people.they"):
        return third, at + 1
    return None


def _owned(words: Sequence[str], at: int) -> bool:
    """Whether somebody's partner is meant: "my partner", or the first word of a clause."""
    return at == 0 or words[at - 1] in lexicon("people.my") or words[at - 1] in ",."


def _is_french_his(words: Sequence[str], at: int) -> bool:
    """``son`` before a noun is French for his or her."""
    return words[at] == "son" and (at == 0 or words[at - 1] not in lexicon("people.my"))


def _object(words: Sequence[str], at: int) -> bool:
    """``with me`` and ``m'accompagne`` are still about somebody else."""
    before = words[at - 1] if at else ""
    if words[at] in {"me", "moi"} and before in _BEFORE_OBJECTS:
        return True
    return (
        words[at] in {"m", "me"}
        and words[at + 1 : at + 2] != []
        and (
            words[at + 1].startswith("accompagn") or words[at + 1] in {"suit", "suivra", "dit", "a"}
        )
    )


def _until(words: Sequence[str], start: int, end: int, person: Person) -> frozenset[str]:
    """The marks at which the words about somebody end.

    Somebody who does something is the subject of the sentence; somebody whom the person merely
    has, or who is listed, is so up to the next comma.
    """
    if person is Person.ME:
        return _ENDS
    acts = phrase_at(words, end, "people.verbs") or (end < len(words) and words[end] == ":")
    before = words[start - 1] if start else ""
    owned = before in lexicon("people.my") and not _is_had(words, start - 1)
    if acts or (owned and person is Person.SPOUSE) or words[start] in lexicon("people.they"):
        return _ENDS
    had = before in _ARTICLES | _OR | lexicon("denials.no") or _is_had(words, start)
    earlier = words[start - 2 : start - 1]
    had = had or (before in _OF and bool(lexicon("denials.no").intersection(earlier)))
    return _OBJECT_MARKS | lexicon("denials.no") if had else _ENDS | {","}


def _is_had(words: Sequence[str], at: int) -> bool:
    return at > 0 and words[at - 1] in lexicon("people.holds")


def _backwards(words: Sequence[str], persons: list[Person], person: Person) -> None:
    """``IELTS of my wife``: what stands before the owner is the owner's, back to a mark."""
    at = len(persons) - 1
    while at >= 0 and words[at] in lexicon("people.my"):
        at -= 1
    if at < 0 or words[at] not in {"of", "de", "d"}:
        return
    while at >= 0 and words[at] not in ",.?" and words[at] not in _AND:
        persons[at] = person
        at -= 1


def _moods(words: Sequence[str]) -> list[Mood]:
    moods = [Mood.TOLD] * len(words)
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end] not in _ENDS:
            end += 1
        _sentence(words, moods, start, end)
        start = end + 1
    return moods


def _sentence(words: Sequence[str], moods: list[Mood], start: int, end: int) -> None:
    """The moods of one sentence, up to its end mark."""
    now = Mood.TOLD
    asks = end < len(words) and words[end] == "?"
    opened = False
    for at in range(start, end):
        first = at == start or words[at - 1] == ","
        opens = _opens(words, at, start, first)
        if opens is Mood.ASKED or (opens is not None and now is Mood.TOLD):
            now, opened = opens, opened or opens is Mood.ASKED
        elif (now is Mood.WISHED and _tells_again(words, at, first)) or (
            now is Mood.ASKED and _tells_after_asking(words, start, at)
        ):
            now = Mood.TOLD
        moods[at] = now
    if asks and not opened:
        _ask(words, moods, start, end)


def _opens(words: Sequence[str], at: int, start: int, first: bool) -> Mood | None:
    """The mood that begins with a token, if one does."""
    if phrase_at(words, at, "moods.asks") or phrase_at(words, at, "moods.asks_inside"):
        return Mood.ASKED
    if at == start and (
        phrase_at(words, at, "moods.asks_first") or phrase_at(words, at, "moods.does_first")
    ):
        return Mood.ASKED
    if first and words[at] in {"is", "are", "do", "does", "can", "should", "which"}:
        return Mood.ASKED
    if phrase_at(words, at, "moods.supposes"):
        return Mood.SUPPOSED
    return Mood.WISHED if phrase_at(words, at, "moods.wishes") else None


def _tells_again(words: Sequence[str], at: int, first: bool) -> bool:
    """A wish ends with its clause, or where something is told after all."""
    tells = phrase_at(words, at, "moods.tells") or phrase_at(words, at, "moods.but")
    return bool(first or tells)


def _tells_after_asking(words: Sequence[str], start: int, at: int) -> bool:
    """``can you tell my score im 24``: who asks for a score may go on with facts."""
    if not phrase_at(words, at, "moods.tells") or words[at - 1] in lexicon("moods.binds"):
        return False
    return any(phrase_at(words, each, "moods.score") for each in range(start, at))


def _ask(words: Sequence[str], moods: list[Mood], start: int, end: int) -> None:
    """A question without a word that asks: all of it, or what follows the last comma.

    "I'm 31, single, ok?" tells before it asks; "IELTS 7?" only asks.
    """
    tells = phrase_at(words, start, "moods.tells") or words[start] in lexicon("people.me")
    comma = max((at for at in range(start, end) if words[at] == ","), default=start)
    begin = comma if tells else start
    moods[begin:end] = [Mood.ASKED] * (end - begin)
