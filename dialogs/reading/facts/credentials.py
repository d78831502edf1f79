"""Credentials as they are named in a message: a diploma, a degree, and how long it took."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.reading.choice_words import Found
from dialogs.reading.credentials import credentials
from dialogs.reading.facts.credential_lengths import (
    FIELD_WORDS,
    SHORT,
    in_brackets,
    is_length,
    length_after,
    length_of,
    listed_phrases,
)
from dialogs.reading.facts.lexicon import lexicon, phrase_at
from dialogs.reading.text import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialogs.reading.facts.message import Message

_WHEN_HELD = word_set(
    "master degree certificate certificat bac secondary secondaire university college polytechnic "
    "bachelor diploma diplome licence universite lycee cap dep dec bts dut apprenticeship graduate"
) | {"post graduate", "college degree", "trade school", "ecole de commerce", "ecole d ingenieur"}
"""Words that name one only where it is held or listed: "I have a master", not "scrum master"."""
_SCHOOLS = word_set("university college universite polytechnic lycee ecole trade")
_GRADUATES = word_set("student school studies study degree diploma certificate program work permit")
_DEGREE_NAMES = frozenset({"bachelor", "master"})
_YOUNGEST, _OLDEST = 17, 60
"""Ages that may stand before one: "single 30 bachelor"."""
_GENERIC = word_set("degree diploma diplome certificate certificat")
_HOLDS_ONE = word_set("have has a an with got un une ai avec 1 2 3 possede just only")
_GIVEN_AS = word_set("as to show shows says comme")
_LONGEST_GIVEN = 8
"""Words before which the level that an assessment gives is told, and how far that may be."""
_FIELDS = word_set(
    "engineering nursing psychology accounting accountancy commerce economics business english "
    "education science computer chemistry biology physics mathematics math statistics marketing "
    "finance architecture pharmacy criminology arts history geography sociology informatics"
)
_INSIDE = word_set("of in a an the de d en un une du program programme full time post years year s")
_HOLDS = word_set(
    "both have has a an my with got did completed finished un une mon ma ai j hold holds done had "
    "education only just highest 1 2 3 4 canadian canadien canadienne ve ive avec ma et and plus "
    "possede obtenu fait his her is eu me moi elle lui he she wife husband spouse femme mari "
    "conjoint conjointe epouse epoux then puis ensuite after juste seulement"
)
_ARTICLES = word_set("le la the")
_AFTER_HELD = word_set("in of degree from en de d diploma")
_DEGREES = frozenset({"degree", "degrees"})
_BAC = frozenset({"bac", "baccalaureat"})
"""``bac plus cinq`` and ``baccalauréat + 5`` are written ``bac+5`` as well."""
_NO_FIELD = word_set(
    "i im my and et with from since for years months je j mon ma avec depuis pour in en at single "
    "married also plus but mais or ou"
)


@dataclass(frozen=True, slots=True)
class Credential:
    """A credential in the words of a message."""

    start: int
    end: int
    levels: tuple[str, ...]


def credentials_in(message: Message, taken: bool = False) -> Iterator[Credential]:
    """The credentials that are named, each with its length where one stands beside it."""
    at = 0
    while at < len(message.words):
        named = _phrase(message, at, taken)
        if named is None:
            at += 1
            continue
        region = [named]
        while True:
            following = _next_phrase(message, region[-1].end, taken)
            if following is None:
                break
            region.append(following)
        bracketed = in_brackets(message, region[-1].end, taken)
        region += [bracketed] if bracketed else []
        vague = region[-1].phrase in _GENERIC | _SCHOOLS
        length = length_after(message, region[-1].end, taken) if vague else None
        region += [length] if length else []
        at = region[-1].end
        if bracketed and message.is_mark(at, ")"):
            at += 1
        if message.words[at : at + 1] and message.words[at] in _DEGREES:
            at += 1
        levels = _levels(message, region)
        if levels:
            yield Credential(region[0].start, at, levels)


def _levels(message: Message, region: Sequence[Found]) -> tuple[str, ...]:
    """What a run of phrases can mean; nothing where they only tell a length."""
    start, end = region[0].start, region[-1].end
    moved = [Found(one.phrase, one.meant, one.start - start, one.end - start) for one in region]
    if all(is_length(one) for one in region):
        return ()
    return credentials(message.words[start:end], moved, by_name=False, add_up=True)


def _next_phrase(message: Message, end: int, taken: bool) -> Found | None:
    """A phrase of the same credential: right after, or after "of" and the like."""
    at = end
    while at < len(message.words) and at - end < 3 and message.words[at] in _INSIDE:
        following = _phrase(message, at, taken)
        if following is not None:
            break
        at += 1
    if at >= len(message.words):
        return None
    following = _phrase(message, at, taken)
    if following is None and at > end:
        return length_of(message, at, taken)
    return following


def _phrase(message: Message, at: int, taken: bool) -> Found | None:
    """The longest listed phrase here that can be meant inside a message."""
    listed = listed_phrases()
    words = message.words
    for end in range(min(len(words), at + 6), at, -1):
        if not (taken or message.told(at, end)) or (end > at + 1 and words[end - 1] in "+,"):
            continue
        tokens = [word for word in words[at:end] if word not in "+,"]
        if words[at] in _BAC and words[at + 1 : at + 2] in (["+"], ["plus"]):
            tokens = ["bac", *(word for word in tokens[1:] if word != "plus")]
        elif len(tokens) < end - at and words[at + 1 : at + 2] != ["+"]:
            continue
        phrase = " ".join(tokens)
        squeezed = "".join(tokens) if len(tokens) == 2 and len(tokens[0]) <= 2 else phrase
        meant = listed.get(phrase) or listed.get(squeezed)
        short = meant is None and end == at + 1 and phrase in SHORT
        if short and (
            _in_capitals(message, at) or _beside_another(message, at) or _of_a_field(message, at)
        ):
            meant = (SHORT[phrase],)
        if meant is not None and (phrase not in _WHEN_HELD or _held(message, at, end)):
            found = Found(phrase, meant, at, end)
            return found if not is_length(found) or _of_studies(message, end, taken) else None
    return None


def _of_studies(message: Message, end: int, taken: bool) -> bool:
    """Whether a length stands before a credential: "2 years diploma", not "2 years in Canada"."""
    at = end
    while at < len(message.words) and at - end < 2 and message.words[at] in _INSIDE - {"in"}:
        at += 1
    if at >= len(message.words) or message.words[at][0].isdecimal():
        return False
    following = _phrase(message, at, taken) or _vague(message, at)
    return following is not None and not is_length(following)


def _vague(message: Message, at: int) -> Found | None:
    """A word for studies that needs a length beside it: "2 year college"."""
    meant = listed_phrases().get(message.words[at])
    vague = message.words[at] in _WHEN_HELD and meant is not None
    return Found(message.words[at], meant or (), at, at + 1) if vague else None


def _held(message: Message, start: int, end: int) -> bool:
    words = message.words
    before = words[start - 1] if start else ","
    after = words[end] if end < len(words) else ","
    if words[start] == "licence" and message.language == "en":
        return before in {"une", "ma", "la", "2"} or after in {"en", "de", "d"}
    if words[end - 1] == "graduate":
        subject = before in {"am", "im", "is", "ive"} or words[start] == "post"
        return subject and after not in _GRADUATES
    if words[start] in _SCHOOLS | _GENERIC and length_after(message, end, taken=True):
        return True
    if words[start] in _SCHOOLS:
        return before == "years" or after in {"degree", "diploma"}
    if words[start] in _GENERIC:
        listed = before in ",:" and after not in {"of", "de", "d", "for", "pour"}
        return before in _HOLDS_ONE or before == "years" or listed
    if before.isdecimal() and _YOUNGEST <= int(before) <= _OLDEST and words[start] in _DEGREE_NAMES:
        return True
    if before in _ARTICLES and start > 1:
        before = words[start - 2]
    earlier = range(max(0, start - _LONGEST_GIVEN), start)
    if before in _GIVEN_AS and any(phrase_at(words, at, "studies.assessed") for at in earlier):
        return True
    told = before in lexicon("couple.any") or before in lexicon("people.child")
    return (
        told or before in _HOLDS or before in ",.:/+" or after in _AFTER_HELD or before == "years"
    )


def _beside_another(message: Message, at: int) -> bool:
    """``bsc + bed``: an abbreviation joined to one that is sure."""
    words = message.words
    return at >= 2 and words[at - 1] in {"+", "and", "et"} and words[at - 2] in listed_phrases()


def _of_a_field(message: Message, at: int) -> bool:
    """``bs civil engineering``: an abbreviation that begins a clause, with its subject."""
    words = message.words
    opens = words[at] in {"bs", "ba", "ms"} and (
        at == 0 or words[at - 1] in {*",./", "with", "a", "have", "and"}
    )
    return opens and bool(_FIELDS.intersection(words[at + 1 : at + 4]))


def _in_capitals(message: Message, at: int) -> bool:
    typed = message.typed(at, at + 1)
    return typed.isupper() and not all(chunk.isupper() for chunk in message.cut.chunks)


def read_fields(message: Message) -> None:
    """Subjects after a credential ("in computer science") and its year say nothing more."""
    for credential in credentials_in(message, taken=True):
        at = credential.end
        message.pass_subject(at + 1 if message.words[at : at + 1] == ["."] else at)
        if message.words[at : at + 1] and message.words[at] in lexicon("studies.with_field"):
            at += 1
            while at < min(len(message.words), credential.end + 1 + FIELD_WORDS):
                word = message.words[at]
                if not message.told(at, at + 1) or not word.isalpha() or word in _NO_FIELD:
                    break
                at += 1
            if at > credential.end + 1 and message.free(credential.end + 1, at):
                message.take(credential.end, at)
        if at < len(message.words) and message.free(at, at + 1) and _is_year(message.words[at]):
            message.take(at, at + 1)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.startswith(("19", "20"))
