"""Search for job titles by their words, slips forgiven: the rarer a word, the more it weighs."""

from __future__ import annotations

import math
import re
import tomllib
from array import array
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING

from dialogs.conversation import LANGUAGES, Language
from dialogs.reading.occupations.further import NO_TITLES
from dialogs.reading.occupations.titles import titles
from dialogs.reading.occupations.vocabulary import Vocabulary
from dialogs.reading.occupations.whole import WholeTitles
from dialogs.reading.text import fold, word_set, words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from dialogs.reading.occupations.further import FurtherTitles

MOST = 5
"""How many unit groups are offered at once."""

_MOST_WORDS = 8
"""How many words of a text are looked up; a longer one is no title."""
_MOST_TELLING = 3
"""How many of them further titles are looked up by: the rarest."""
LIKE, CLEARLY = 0.45, 0.8
"""Likeness, of 1, below which a title is no match, or none without doubt."""
_SHARE_OF_BEST = 0.65
"""A match less like than this share of the best is not offered."""
_OTHER_LANGUAGE = 0.9
_HEARD = 0.25
"""The least share of the words said, by weight, that a title near them has."""
_LONG = 6
"""Letters of a word that is sure enough where it is only like one of a title."""
_EXACT = 1.0
"""What a title word for word has above any other."""
_USUAL = 0.04
"""What a group gains each time its titles with these words double: they are usual there."""
_UNHEARD, _UNSAID = 0.4, 0.3
"""What words take from a likeness that a title has not, and those it has beyond what was said."""
_UNKNOWN = 4.0
"""The weight of a word in no title."""
_RANK, _PLACE = 0.2, 0.4
"""What a word counts, where no title has it, that says at what rank or where somebody works."""
_SMALL_WORDS = word_set(
    "a an the of as and or to i m am was work worked working job my is been s year years "
    "je suis j travaille comme un une le la les l de du des d et ou a mon ma est metier poste "
    "emploi an ans annee annees au aux en"
)
_RANKS = word_set(
    "senior sr junior jr lead intern trainee experienced professional certified stagiaire "
    "apprenti apprentie experimente experimentee debutant debutante diplome diplomee confirme"
)
_PLACES = word_set("in at for with from dans chez pour avec")
"""What stands before a place of work."""
_SKIPPED = _SMALL_WORDS | _PLACES
_NO_JOB = _SKIPPED | word_set(
    "yet but later soon still already always never ever think know knows sure about any some "
    "all more much many too if than thing things something going go get got make need want "
    "like because first second last mais encore deja toujours jamais bientot plus tard tout "
    "tous rien chose choses parce yes no yep nope nah ok okay not none nothing oui non nan "
    "pas aucun aucune que qu qui quoi quel quelle quels quelles ce c ca cela est et toi tu "
    "vous on ne n se si what whats who which how why when where it this that these those you "
    "your he she they we us do does did can could will would should are have has had be so "
    "very just only really here there now then also hello hi hey bonjour salut merci thanks "
    "please note score points question questions pourquoi comment combien quand ou moi lui "
    "elle nous eux j ai peux veux sais suis vais fais dis donne help aide stop next again "
    "idea idee maybe peut etre bof "
)
"""Words that name no job, whatever titles have them: "no" is none of non-destructive testing."""
_PLURAL = re.compile(r"(?<=[a-z]{3})(?:s|x)$")


@dataclass(frozen=True, slots=True)
class Index:
    """The titles of one language, found by their words."""

    vocabulary: Vocabulary
    weights: Mapping[str, float]
    """Of each word: the fewer unit groups it may stand for, the more."""
    holding: Mapping[str, Sequence[int]]
    """Of each word, the titles that have it."""
    codes: Sequence[tuple[str, ...]]
    """Of each title, the unit groups it may stand for."""
    lengths: Sequence[float]
    """Of each title, the weight of its words in all."""
    exact: WholeTitles


def closest(
    folded: str, language: Language, least: float = LIKE, further: FurtherTitles = NO_TITLES
) -> tuple[str, ...]:
    """The unit groups whose titles are most like the text, the best first; few or none."""
    said = words(folded)
    if len("".join(said)) < 2 or _names_no_job(said):
        return ()
    scores: defaultdict[str, float] = defaultdict(float)
    for spoken in LANGUAGES:
        share = 1.0 if spoken == language else _OTHER_LANGUAGE
        index = _index(spoken)
        settled = () if spoken == language else _index(language).vocabulary
        for code, score in _likeness(said, index, settled).items():
            scores[code] = max(scores[code], score * share)
        for code, score in _further_likeness(said, further, index, spoken):
            scores[code] = max(scores[code], score * share)
    ranked = sorted(scores.items(), key=lambda found: (-found[1], found[0]))
    if not ranked or ranked[0][1] < least:
        return ()
    least = max(LIKE, min(ranked[0][1], 1.0) * _SHARE_OF_BEST)
    return tuple(code for code, score in ranked if score >= least)[:MOST]


def index_of(listed: Iterable[tuple[str, str]], language: Language) -> Index:
    """The index of folded titles and their unit groups.

    It stays in memory, so what is alike is held once, and numbers stand in arrays.
    """
    same: dict[str, str] = {}
    split = [([same.setdefault(w, w) for w in words(title)], code) for title, code in listed]
    known = {_singular(word) for said, _ in split for word in said}
    exact: dict[tuple[str, ...], int] = {}
    groups: list[tuple[str, ...]] = []
    of_word: defaultdict[str, set[str]] = defaultdict(set)
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    for said, code in split:
        plain = tuple(same.setdefault(word, word) for word in _counted(_joined(said, known)))
        if not plain:
            continue
        number = exact.setdefault(plain, len(groups))
        if number == len(groups):
            groups.append(())
        codes = tuple(dict.fromkeys((*groups[number], code)))
        groups[number] = shared.setdefault(codes, codes)
        for word in plain:
            of_word[word].add(code)
    every = len(set().union(*of_word.values()))
    weights = {word: math.log(1 + every / len(codes)) for word, codes in of_word.items()}
    holding: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    for plain, number in exact.items():
        for word in plain:
            holding[word].append(number)
    return Index(
        vocabulary=Vocabulary(weights, language),
        weights=weights,
        holding=dict(holding),
        codes=groups,
        lengths=array("d", (sum(weights[word] for word in plain) for plain in exact)),
        exact=WholeTitles(exact),
    )


@cache
def _index(language: Language) -> Index:
    """Built once, at the first search."""
    return index_of(titles(language), language)


def _likeness(words_said: Sequence[str], index: Index, settled: Container[str]) -> dict[str, float]:
    """For each unit group that shares a word, its best title's likeness to what was said.

    A word of the person's own language (``settled``) is no slip of another's: "comptable" is none
    of "constable".

    Only of titles that are near: found by a word that is sure and more than talk, or by words
    that are all understood.
    """
    shared: defaultdict[int, float] = defaultdict(float)
    heard: defaultdict[int, float] = defaultdict(float)
    length = 0.0
    understood: list[str] = []
    naming: set[int] = set()
    lost, counting = False, 0.0
    counted = _counted(_joined(words_said, index.vocabulary))
    for said, factor in islice(counted.items(), _MOST_WORDS):
        for word, guessed_at in index.vocabulary.understood(said):
            slip = word in settled and all(known != word for known, _ in guessed_at)
            meant = () if slip else guessed_at
            understood.append(word)
            weight = factor * (index.weights[meant[0][0]] if meant else _UNKNOWN)
            length += weight
            lost = lost or not meant
            plain = word in _talk() or word.isdecimal()
            counting += 0.0 if plain else weight
            long = len(word) >= _LONG
            names = not plain and (long or not index.vocabulary.is_stranger(word))
            seen: set[int] = set()
            for known, likeness in meant:
                credit = likeness * index.weights[known]
                said_weight = likeness * weight
                for title in index.holding[known]:
                    if title not in seen:
                        shared[title] += credit
                        heard[title] += said_weight
                        if names:
                            naming.add(title)
                seen.update(index.holding[known])
    scores: dict[int, float] = {}
    exact = index.exact.number(tuple(understood))
    telling = [word for word in understood if word not in _talk() and not word.isdecimal()]
    guessed = bool(telling) and not lost and len(telling) == len(understood)
    for title, weight in shared.items():
        near = (title in naming or guessed) and heard[title] >= _HEARD * counting
        if not near and title != exact:
            continue
        unheard = length - heard[title]
        unsaid = max(index.lengths[title] - weight, 0.0)
        scores[title] = weight / (weight + _UNHEARD * unheard + _UNSAID * unsaid)
    if exact is not None:
        scores[exact] += _EXACT
    return _by_group(scores, index)


@cache
def _talk() -> frozenset[str]:
    """Words of everyday talk in both languages, in the singular as they are looked up."""
    source = files("dialogs.reading.occupations").joinpath("talk.toml")
    tables = tomllib.loads(source.read_text(encoding="utf-8"))
    words = {word for listed in tables.values() for word in listed.split()} | _NO_JOB
    return frozenset(words) | frozenset(map(_singular, words))


def _names_no_job(said: Sequence[str]) -> bool:
    """Whether all words are small ones, and not those of a title, as "aide de métier" is."""
    if not _NO_JOB.issuperset(said):
        return False
    indexes = (_index(language) for language in LANGUAGES)
    return all(
        index.exact.number(tuple(_counted(_joined(said, index.vocabulary)))) is None
        for index in indexes
    )


def _further_likeness(
    words_said: Sequence[str], further: FurtherTitles, index: Index, language: Language
) -> Iterator[tuple[str, float]]:
    """Unit groups of further titles that share words, each with the likeness of one title."""
    said = _weighed(words_said, index)
    if not said:
        return
    telling = sorted(said, key=lambda word: -said[word])[:_MOST_TELLING]
    for each in further.with_words(telling, language):
        title = _weighed(words(fold(each.title)), index)
        shared = sum(weight for word, weight in said.items() if word in title)
        unheard = sum(said.values()) - shared
        unsaid = sum(weight for word, weight in title.items() if word not in said)
        likeness = shared / (shared + _UNHEARD * unheard + _UNSAID * unsaid) if shared else 0.0
        yield each.code, likeness + (_EXACT if title.keys() == said.keys() else 0.0)


def _weighed(said: Sequence[str], index: Index) -> dict[str, float]:
    """The words that say something, with what each weighs."""
    counted = _counted(_joined(said, index.vocabulary))
    return {word: factor * index.weights.get(word, _UNKNOWN) for word, factor in counted.items()}


def _by_group(scores: Mapping[int, float], index: Index) -> dict[str, float]:
    best: defaultdict[str, float] = defaultdict(float)
    usual: defaultdict[str, float] = defaultdict(float)
    for title, score in scores.items():
        for code in index.codes[title]:
            best[code] = max(best[code], score)
            usual[code] += score
    return {code: score + _USUAL * math.log2(1 + usual[code]) for code, score in best.items()}


def _counted(said: Iterable[str]) -> dict[str, float]:
    """The words that say something, in the singular, with what each counts, of 1."""
    counted: dict[str, float] = {}
    factor = 1.0
    for word in said:
        if word in _PLACES:
            factor = _PLACE if counted else factor
        elif word not in _SMALL_WORDS:
            counted.setdefault(_singular(word), _RANK if word in _RANKS else factor)
    return counted


def _joined(said: Sequence[str], known: Container[str]) -> list[str]:
    """``sales man`` as the one word that it is elsewhere."""
    joined: list[str] = []
    for word in said:
        if joined and not {joined[-1], word} & _SKIPPED and _singular(joined[-1] + word) in known:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _singular(word: str) -> str:
    return _PLURAL.sub("", word)
