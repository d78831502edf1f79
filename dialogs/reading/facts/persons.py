"""Whose facts the words of a message are.

"My wife has a bachelor and I have a master" speaks of two people; "my friend has IELTS 8" of
somebody whom nothing is asked of.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from dialogs.reading.facts.lexicon import lexicon, phrase_at
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence


class Person(Enum):
    """Whom words are about."""

    ME = "the person"
    SPOUSE = "the spouse or partner"
    OTHER = "somebody else"


_ENDS = frozenset(".?")
_OBJECT_MARKS = frozenset({",", "and", "et", "with", "avec", ".", "?"})
_ARTICLES = word_set("a an un une 1 2 3 the two one")
_WOMAN = "femme"
_PARTNERS = word_set("partner partners compagnon compagne partenaire")
SWEETHEARTS = word_set("girlfriend boyfriend fiance fiancee copain copine chum blonde")
"""The partner, where the message tells of a common-law partnership."""
_TRADES = word_set(
    "lawyer avocat agent prof profs professeur professeure chef directeur directrice consultant "
    "consultante conseiller conseillere formateur formatrice teacher professor manager supervisor"
)
"""Somebody else only where they are somebody's: "my lawyer says"; else a job."""
_OR = word_set("or nor ni ou")
_ON_THEIR_OWN = word_set(
    "single celibataire solo seul seule isole isolee monoparental monoparentale"
)
_OF = word_set("of de d for")
_BEFORE_OBJECTS = word_set("with avec accompany accompanying told tells asked gave joining to for")
_WHO = word_set("who qui")
_WHO_REACH = 4
_AND = word_set("and et n")
_HOUSE = frozenset({"house", "home"})
"""``house wife``: what the person is."""
_OF_ONESELF = word_set("girl guy")
_AM = word_set("im am")
"""``im a 28yo indian girl``: the person."""
_LEFT = tuple(
    [status, word]
    for status in lexicon("couple.divorced") | lexicon("couple.separated")
    for word in ("from", "de")
)
"""``divorced from my wife, 40``: whoever is left is the subject of nothing that follows."""
_IN_CARE = ["a", "charge"]
"""``enfant à charge``: no verb, though "a" can be one."""


def persons(words: Sequence[str], default: Person, couple: bool) -> list[Person]:
    """For each token, whose it is.

    ``default`` is whom words without a subject are about; ``couple`` tells that "he" and "she"
    are the spouse when nobody was named.
    """
    found: list[Person] = []
    now = default
    together = any(phrase_at(words, at, "couple.common_law") for at in range(len(words)))
    wed = any(phrase_at(words, at, "couple.married") for at in range(len(words)))
    third = Person.SPOUSE if couple or wed or default is Person.SPOUSE else Person.OTHER
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
        if mention is not None and (together or couple) and words[at] in SWEETHEARTS:
            mention = (Person.SPOUSE, mention[1])
        end = at + 1
        if mention is not None:
            person, end = mention
            if person is not Person.ME:
                third = person
            now, until = person, _until(words, at, end, person)
            if person is not Person.ME and at and words[at - 1] in lexicon("people.my"):
                found[-1] = person
            if person is Person.SPOUSE and at and words[at - 1] in (*_OF, *lexicon("people.my")):
                _backwards(words, found, person)
        found += [now] * (end - at)
        at = end
    return found


def _mention(words: Sequence[str], at: int, third: Person) -> tuple[Person, int] | None:
    """Whom a word names, and where the name ends; None where it names nobody."""
    for name, person in (
        ("people.others", Person.OTHER),
        ("people.spouse", Person.SPOUSE),
        ("people.sibling", Person.OTHER),
        ("people.relative", Person.OTHER),
    ):
        end = phrase_at(words, at, name)
        if name == "people.relative" and _is_parent(words, at, end):
            continue
        if not end or (words[at] in _PARTNERS and not _owned(words, at)):
            continue
        if words[at] == _WOMAN and not is_wife(words, at):
            continue
        if at and words[at - 1] in _HOUSE and person is Person.SPOUSE:
            continue
        if words[at] in _OF_ONESELF and _AM.intersection(words[max(0, at - 5) : at]):
            continue
        if words[at] not in _TRADES or (at and words[at - 1] in lexicon("people.my")):
            return person, end
    if phrase_at(words, at, "people.child"):
        told = at + 1
        if words[told : told + 1] in (["de"], ["of"]) and words[told + 2 : told + 3] == ["years"]:
            told += 3
        acts = phrase_at(words, told, "people.verbs") > 0 and words[told : told + 2] != _IN_CARE
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


def is_wife(words: Sequence[str], at: int) -> bool:
    """Whether a "femme" is a wife, rather than a woman, a midwife or a cleaner.

    "Ma femme", "femme : 33 ans", "avec femme et enfants", and "femme" where a man says that he
    is married.
    """
    before, after = words[max(0, at - 1) : at], words[at + 1 : at + 2]
    if before in (["sage"], ["une"]):
        return False
    if (before and before[0] in lexicon("people.my")) or after == [":"] or before == ["avec"]:
        return True
    married = not {"marie", "maries"}.isdisjoint(words[:at])
    return married and after not in (["de"], ["d"], ["au"])


def _is_parent(words: Sequence[str], at: int, end: int) -> bool:
    """``mom of 2``, ``mère célibataire``: the person, not the person's mother."""
    if _ON_THEIR_OWN.intersection((*words[max(0, at - 1) : at], *words[end : end + 1])):
        return True
    return (
        words[end : end + 1] in (["of"], ["de"])
        and words[end + 1 : end + 2] != []
        and (words[end + 1][0].isdecimal())
    )


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
    if words[end : end + 1] in (["and"], ["et"]) and person is Person.SPOUSE:
        return _ENDS | {","}
    if words[max(0, start - 3) : start - 1] in _LEFT:
        return _ENDS | {","}
    acts = phrase_at(words, end, "people.verbs") or (end < len(words) and words[end] == ":")
    before = words[start - 1] if start else ""
    owned = before in lexicon("people.my") and not _is_had(words, start - 1)
    if acts or (owned and person is Person.SPOUSE) or words[start] in lexicon("people.they"):
        return _ENDS
    if not _WHO.isdisjoint(words[end : end + _WHO_REACH]):
        return _ENDS | {","}
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
    if at < 0 or words[at] not in {"of", "de", "d"} or words[max(0, at - 1) : at + 1] in _LEFT:
        return
    while at >= 0 and words[at] not in ",.?" and words[at] not in _AND:
        persons[at] = person
        at -= 1
