"""Typed words for the choices of a question, in English and French."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from dialogs.conversation import LANGUAGES, UNKNOWN, Language
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import fold, word_set, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Meanings: TypeAlias = "Mapping[str, tuple[str, ...]]"
"""For each folded phrase what it can mean: one choice, or several in the file's order."""


@dataclass(frozen=True, slots=True)
class Table:
    """What people type for the choices of a group of questions, in one language."""

    phrases: Meanings
    squeezed: Meanings
    """The same without spaces, so that "B. Sc." is "BSc"."""


_GROUPS = {
    **{group: group for group in ("marital_status", "spouse_status", "job_offer", "current_work")},
    **dict.fromkeys(("education", "spouse_education"), "education"),
    **dict.fromkeys(("canadian_study", "spouse_canadian_study"), "canadian_study"),
    **dict.fromkeys(
        ("first_language_test", "second_language_test", "spouse_language_test"), "language_test"
    ),
}
_NEGATIONS = word_set(
    "not no never without neither nor dont isnt havent arent wont cant didnt doesnt wasnt "
    "pas jamais non ni sans aucun aucune"
)
_ALONE_ONLY = word_set(
    "y n o ya ok si be ba bs ma ms md m2 pr rp right sure true skip pass passer later maybe bof "
    "bed med but des cap dep aec alone seul seule here ici soon degree"
) | {"i do", "i have", "i did", "i will", "i am"}
"""Listed words that mean nothing sure inside a sentence."""

_JOINED = re.compile(r"'(s|t)\b")
_LONGEST_SENTENCE = 8
_SHORTEST_GUESS, _LONGEST_GUESS, _ALIKE = 5, 40, 0.85


def read_choice(
    text: str, question: str, choices: Sequence[str], language: Language
) -> Reading[str]:
    """The choice that the text names, among those that the question offers now.

    Whole phrases count first, then phrases inside a short sentence that denies nothing, then
    small slips of the keyboard; the words of the person's language before the other's.
    """
    said = _said(text)
    if text.strip() in choices:
        return Understood(text.strip())
    if not said:
        return Unreadable("choice_unreadable")
    group = _GROUPS.get(question, "yes_no")
    languages = (language, *(other for other in LANGUAGES if other != language))
    for reason, phrases in _refusals(group).items():
        if _contains(said, phrases):
            return Unreadable(reason)
    tables = [_table(group, spoken) for spoken in languages]
    for find in (_whole, _contained, _alike):
        for table in tables:
            meant = find(said, table)
            if meant:
                return _offered(meant, choices)
    return Unreadable("choice_unreadable")


def _said(text: str) -> str:
    """The folded words; "master's" and "don't" are one word each."""
    return " ".join(words(_JOINED.sub(r"\1", fold(text)))) or fold(text).strip()


def _contains(said: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in f" {said} " for phrase in phrases)


def _offered(meant: Sequence[str], choices: Sequence[str]) -> Reading[str]:
    """What is meant and offered; several are asked back, none is said so."""
    offered = tuple(choice for choice in meant if choice in choices)
    if len(offered) > 1:
        return Ambiguous(offered, "choice_ambiguous")
    if offered:
        return Understood(offered[0])
    if UNKNOWN in meant:
        return Unreadable("unknown_not_taken")
    return Unreadable("choice_not_offered", {"choice": meant[0]})


def _whole(said: str, table: Table) -> tuple[str, ...]:
    """The text as a whole phrase, wherever its spaces are."""
    return table.phrases.get(said) or table.squeezed.get(said.replace(" ", ""), ())


def _contained(said: str, table: Table) -> tuple[str, ...]:
    """The longest listed phrases inside a short sentence without figures or denial."""
    tokens = said.split()
    if len(tokens) > _LONGEST_SENTENCE or any(token[0].isdecimal() for token in tokens):
        return ()
    meant: list[tuple[str, ...]] = []
    left_over: list[str] = []
    at = 0
    while at < len(tokens):
        found = _longest(tokens, at, table)
        if found is None:
            left_over.append(tokens[at])
            at += 1
        else:
            meant.append(table.phrases[" ".join(tokens[at:found])])
            at = found
    distinct = _in_common(meant)
    if _NEGATIONS.intersection(left_over) and distinct != ("no",):
        return ()
    return distinct


def _longest(tokens: Sequence[str], at: int, table: Table) -> int | None:
    """Where the longest listed phrase that begins here ends."""
    for end in range(len(tokens), at, -1):
        phrase = " ".join(tokens[at:end])
        if phrase in table.phrases and phrase not in _ALONE_ONLY:
            return end
    return None


def _in_common(meant: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """What all phrases can mean, or else everything any of them can."""
    if not meant:
        return ()
    common = tuple(choice for choice in meant[0] if all(choice in other for other in meant))
    return common or tuple(dict.fromkeys(choice for found in meant for choice in found))


def _alike(said: str, table: Table) -> tuple[str, ...]:
    """A phrase that is one or two letters off, with the same first letter."""
    squeezed = said.replace(" ", "")
    if not _SHORTEST_GUESS <= len(squeezed) <= _LONGEST_GUESS or not squeezed.isalpha():
        return ()
    candidates = [key for key in table.squeezed if key.startswith(squeezed[0])]
    close = get_close_matches(squeezed, candidates, n=1, cutoff=_ALIKE)
    return table.squeezed[close[0]] if close else ()


@cache
def _table(group: str, language: Language) -> Table:
    """A group's phrases over those of "I don't know yet"."""
    file = _file(language)
    phrases = {**_by_phrase(file["any"]), **_by_phrase(file[group])}
    squeezed = {phrase.replace(" ", ""): meant for phrase, meant in phrases.items()}
    return Table(phrases, squeezed)


@cache
def _refusals(group: str) -> Mapping[str, tuple[str, ...]]:
    """Phrases that name what no choice stands for, by the reason that says so."""
    refused: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        for reason, phrases in _file(language).get("refusals", {}).get(group, {}).items():
            refused[reason] = (*refused.get(reason, ()), *map(_said, phrases))
    return refused


def _by_phrase(choices: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    meanings: dict[str, tuple[str, ...]] = {}
    for choice, phrases in choices.items():
        for phrase in phrases:
            said = _said(phrase)
            known = meanings.get(said, ())
            meanings[said] = known if choice in known else (*known, choice)
    return meanings


@cache
def _file(language: Language) -> dict[str, dict[str, dict[str, list[str]]]]:
    """The file of one language; under ``refusals`` its tables lie one level deeper."""
    text = Path(__file__).with_name(f"choices_{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
