"""Typed words for the choices of a question, in English and French."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

from dialogs.conversation import LANGUAGES, UNKNOWN, Language
from dialogs.reading.choice_words import Table, in_common, refusals, said, table
from dialogs.reading.credentials import NOUNS, credentials
from dialogs.reading.fillers import names_nothing, others_beside, without_idioms
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from dialogs.reading.choice_words import Found

_GROUPS = {
    **{
        group: group
        for group in (
            *("marital_status", "spouse_status", "job_offer", "current_work"),
            *("work_permit_until", "profile_submitted", "facts", "supposed", "whose", "confirm"),
            "language",
        )
    },
    **dict.fromkeys(("education", "spouse_education"), "education"),
    **dict.fromkeys(("canadian_study", "spouse_canadian_study"), "canadian_study"),
    **dict.fromkeys(
        (
            *("first_language_test", "second_language_test"),
            *("spouse_language_test", "spouse_second_language_test"),
        ),
        "language_test",
    ),
    **dict.fromkeys(
        (
            *("first_language_scores", "second_language_scores"),
            *("spouse_language_scores", "spouse_second_language_scores"),
        ),
        "scores",
    ),
}
_STUDIES = ("education", "canadian_study")
_NEGATIONS = word_set(
    "not no never without neither nor dont isnt havent arent wont cant didnt doesnt wasnt "
    "pas jamais non ni sans aucun aucune"
)
_LASTING = re.compile(r"\b[1-9]\d* years\b")
_TOGETHER = word_set("live living lived cohabiting vis vit vivons vivent")
_LONGEST_SENTENCE = 9
_OF_FIELD = word_set("in of en de d du des from at a au")
_NO_FIELD = word_set(
    "i my me we our you your he she his her they it and but i'm je j mon ma mes m nous notre vous "
    "tu il elle ils mais et this that ce c cette ca"
)
_LONGEST_FIELD = 4
_SHORTEST_GUESS, _LONGEST_GUESS, _ALIKE = 5, 40, 0.85


def read_choice(
    text: str, question: str, choices: Sequence[str], language: Language
) -> Reading[str]:
    """The choice that the text names, among those that the question offers now.

    Whole phrases count first, then phrases inside a short sentence that denies nothing and says
    nothing else, then small slips of the keyboard; the person's language goes before the other,
    except for a sentence of which the other knows more words. A credential, a test or a status
    that is named beside other words is asked back, with the reason ``unsure``.
    """
    words = said(text)
    if text.strip() in choices:
        return Understood(text.strip())
    if not words:
        return Unreadable("choice_unreadable")
    group = _GROUPS.get(question, "yes_no")
    languages = (language, *(other for other in LANGUAGES if other != language))
    for reason, phrases in {**refusals(group), **refusals(question)}.items():
        if _contains(words, phrases):
            return Unreadable(reason)
    tables = [table(group, spoken) for spoken in languages]
    for listed in tables:
        meant = _whole(words, listed)
        if meant:
            return _offered(meant, choices)
    outside = without_idioms(words.split())
    if len(outside) < len(words.split()) and names_nothing(outside):
        return Unreadable("choice_unreadable")
    words = " ".join(outside)
    spoken_in = sorted(tables, key=lambda listed: -_known(words, listed))
    for find in (_whole, partial(_contained, by_name=True), _contained, _alike):
        for listed in spoken_in:
            meant = find(words, listed)
            if meant:
                return _offered(meant, choices)
    return _unsure(words, spoken_in, choices)


def names_choice(text: str, question: str, language: Language) -> bool:
    """Whether a choice is named by more than a yes or no somewhere in a sentence.

    "No test" and "I don't have IELTS" have a no in them, which is of the test.
    """
    words = said(text)
    tokens = words.split()
    for spoken in (language, *(other for other in LANGUAGES if other != language)):
        listed = table(_GROUPS.get(question, "yes_no"), spoken)
        if _whole(words, listed):
            return True
        plain = table("yes_no", spoken).phrases
        inside = listed.inside(tokens) if len(tokens) <= _LONGEST_SENTENCE else ()
        if any(one.phrase not in plain for one in inside):
            return True
    return False


def is_choice(text: str, question: str, language: Language) -> bool:
    """Whether the words as a whole are a phrase for a choice in the person's language."""
    return bool(_whole(said(text), table(_GROUPS.get(question, "yes_no"), language)))


def _contains(words: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in f" {words} " for phrase in phrases)


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


def _unsure(words: str, tables: Sequence[Table], choices: Sequence[str]) -> Reading[str]:
    """What is named beside other words, asked back; nothing of a mere "no" or "two years"."""
    for by_name in (True, False):
        for listed in tables:
            meant = _contained(words, listed, by_name, sure=False)
            offered = tuple(choice for choice in meant if choice in choices and choice != UNKNOWN)
            if offered:
                return Ambiguous(offered, "unsure")
    return Unreadable("choice_unreadable")


def _known(words: str, listed: Table) -> int:
    """How many words of a short sentence stand in listed phrases."""
    tokens = words.split()
    found = listed.inside(tokens) if len(tokens) <= _LONGEST_SENTENCE else ()
    return sum(one.end - one.start for one in found)


def _whole(words: str, listed: Table) -> tuple[str, ...]:
    """The text as a whole phrase, wherever its spaces are."""
    return listed.phrases.get(words) or listed.squeezed.get(words.replace(" ", ""), ())


def _contained(
    words: str, listed: Table, by_name: bool = False, sure: bool = True
) -> tuple[str, ...]:
    """The longest listed phrases inside a short sentence without other figures or denial.

    ``by_name`` is for studies: only where a credential is named, not just its length. A couple
    that has lived together for a year is no longer single. ``sure``: only where all else in the
    sentence is fillers; otherwise only phrases that name something.
    """
    lasting = listed.group == "marital_status" and _LASTING.search(words) is not None
    tokens = (_LASTING.sub(" ", words) if lasting else words).split()
    if len(tokens) > _LONGEST_SENTENCE:
        return ()
    found = listed.inside(tokens)
    if not sure:
        found = [one for one in found if not names_nothing(one.phrase.split())]
    inside = {at for one in found for at in range(one.start, one.end)}
    left_over = {token for at, token in enumerate(tokens) if at not in inside}
    if sure and others_beside(_loose(tokens, found, listed.group), listed.group):
        return ()
    if any(token[0].isdecimal() for token in left_over):
        return ()
    if listed.group in _STUDIES:
        distinct = credentials(tokens, found, by_name, add_up=listed.group == "education")
    elif listed.group == "language_test" and any(one.meant == (UNKNOWN,) for one in found):
        distinct = (UNKNOWN,)  # a test that is still to be taken, whichever
    elif listed.group == "language_test" and (untested := _denied(found)):
        distinct = untested
    else:
        distinct = () if by_name else in_common([one.meant for one in found])
    if lasting and _TOGETHER.intersection(tokens):
        distinct = tuple(choice for choice in distinct if choice != "single")
    return () if _NEGATIONS & left_over and distinct != ("no",) else distinct


def _denied(found: Sequence[Found]) -> tuple[str, ...]:
    """What "no IELTS" and "will not take the TEF" mean: not that test; () where none is denied."""
    return in_common([one.meant for one in found if "none" in one.meant])


def _loose(tokens: Sequence[str], found: Sequence[Found], group: str) -> list[str]:
    """The words outside what was found; the field of a credential ("in nursing") is part of it."""
    loose: list[str] = []
    at = 0
    ends = {one.start: one.end for one in found}
    named = {one.end for one in found if not names_nothing(one.phrase.split())}
    while at < len(tokens):
        credential = at in named or (at > 0 and tokens[at - 1] in NOUNS)
        if group in _STUDIES and credential and tokens[at] in _OF_FIELD:
            at = _field_end(tokens, at + 1, ends)
        elif at in ends:
            at = ends[at]
        else:
            loose.append(tokens[at])
            at += 1
    return loose


def _field_end(tokens: Sequence[str], at: int, starts: Container[int]) -> int:
    """Where a field of studies ends: after some words, at a small one or what is listed."""
    end = at
    while end < min(len(tokens), at + _LONGEST_FIELD) and end not in starts:
        if tokens[end] in _NO_FIELD:
            break
        end += 1
    return end


def _alike(words: str, listed: Table) -> tuple[str, ...]:
    """A phrase that is one or two letters off, with the same first letter."""
    squeezed = words.replace(" ", "")
    if not _SHORTEST_GUESS <= len(squeezed) <= _LONGEST_GUESS or not squeezed.isalpha():
        return ()
    candidates = [key for key in listed.squeezed if key.startswith(squeezed[0])]
    close = get_close_matches(squeezed, candidates, n=1, cutoff=_ALIKE)
    return listed.squeezed[close[0]] if close else ()
