"""``make learn``: learns from the ways of asking what a text is about, and writes it down.

A logistic regression, by scikit-learn, over words, their pairs and their parts tells things, and
what is asked elsewhere, apart. It is needed after a way of asking was added or changed, and nowhere
else: what runs reads the files it writes.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections import Counter
from itertools import cycle
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy
from scipy.sparse import csr_array
from sklearn.linear_model import LogisticRegression

from dialogs.conversation import LANGUAGES
from messages.guide.asked import (
    before,
    elsewhere,
    fingerprint,
    synonyms,
    telling,
    ways_to_ask,
)
from messages.guide.features import Features, Reader, weighed
from messages.guide.learned import ELSEWHERE, SCHEMA, TELLING, learned_file
from messages.guide.terms import spelled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialogs.conversation import Language

_LEAST_TIMES = 2
"""A part of a word, or a pair of words, that fewer ways of asking have is not learned from."""
_ONE_IN_SO_MANY_WITH_SLIPS = 2
_ONE_IN_SO_MANY_AFTER_A_STORY = 3
_USUAL = 5
"""In so many ways of asking is a usual word, which others may be slips of."""
_LONG_WORD = 5
"""Letters of a word in which a slip is made."""
_REGULARITY = 15.0
"""The inverse of the strength of regularization; chosen on questions written for choosing."""
_MOST_ROUNDS = 300
_EXACT_ENOUGH = 1e-3
_MOST = 127
"""Weights are written down in a byte each."""


class Way(NamedTuple):
    """One way of asking."""

    thing: int
    features: Features


def learn(language: Language) -> None:
    """Learns a language and writes its file."""
    ways, varied = _ways(language)
    rarity = _rarity(ways)
    names = sorted(rarity)
    model = _fitted([*ways, *varied], rarity, names)
    file = learned_file(language)
    file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    with sqlite3.connect(file) as database:
        database.executescript(SCHEMA)
        about = {
            "fingerprint": fingerprint(language),
            "things": json.dumps(list(ways_to_ask(language))),
            "bases": json.dumps([round(float(base), 4) for base in model.intercept_]),
            "rarest": str(max(rarity.values())),
        }
        database.executemany("insert into about values (?, ?)", about.items())
        words = ((word,) for word in _usual_words(language))
        database.executemany("insert into usual values (?)", words)
        columns = model.coef_.T
        database.executemany(
            "insert into weights values (?, ?, ?, ?)",
            (
                (name, rarity[name], *_in_bytes(column))
                for name, column in zip(names, columns, strict=True)
            ),
        )
        for id_, way in enumerate(ways, 1):
            terms = list(way.features.words)
            length = math.sqrt(sum(rarity[term] ** 2 for term in terms))
            if terms:
                row = (id_, way.thing, length, " ".join(terms))
                database.execute("insert into ways values (?, ?, ?, ?)", row)
                database.execute("insert into found (rowid, terms) values (?, ?)", (id_, row[-1]))
        database.execute("insert into found (found) values ('optimize')")
    with sqlite3.connect(file) as database:
        database.execute("vacuum")


def _ways(language: Language) -> tuple[list[Way], list[Way]]:
    """The ways of asking, and some of them with slips of typing or at the end of a story."""
    read = Reader(language, synonyms(language)).of
    asked = [elsewhere(language), telling(language), *ways_to_ask(language).values()]
    numbered = [(number, words) for number, ways in enumerate(asked, ELSEWHERE) for words in ways]
    with_slips = [
        (number, _with_slips(words)) for number, words in numbered[::_ONE_IN_SO_MANY_WITH_SLIPS]
    ]
    stories = cycle([*telling(language), *before(language)])
    questions = [each for each in numbered if each[0] != TELLING]
    after_a_story = [
        (number, f"{next(stories)} {words}")
        for number, words in questions[::_ONE_IN_SO_MANY_AFTER_A_STORY]
    ]
    return (
        [Way(number, read(spelled(words))) for number, words in numbered],
        [Way(number, read(spelled(words))) for number, words in (*with_slips, *after_a_story)],
    )


def _usual_words(language: Language) -> list[str]:
    """The words that are in many ways of asking for things, as they are written."""
    asked = ways_to_ask(language).values()
    often = Counter(word for ways in asked for way in ways for word in set(spelled(way)))
    return sorted(word for word, times in often.items() if times >= _USUAL)


def _with_slips(words: str) -> str:
    """The same, of every long word a letter left out or two exchanged; always in the same way."""
    return " ".join(_slipped(word, nth) for nth, word in enumerate(words.split()))


def _slipped(word: str, nth: int) -> str:
    if len(word) < _LONG_WORD:
        return word
    at = 1 + (nth + len(word)) % (len(word) - 2)
    exchanged = word[at + 1] + word[at] if nth % 2 else word[at + 1]
    return word[:at] + exchanged + word[at + 2 :]


def _rarity(ways: Sequence[Way]) -> Mapping[str, float]:
    """The features to learn from, each the heavier the fewer ways of asking have it."""
    in_words = Counter(name for way in ways for name in way.features.words)
    in_pairs = Counter(name for way in ways for name in way.features.pairs)
    in_parts = Counter(name for way in ways for name in way.features.parts)
    often = {name: times for name, times in (in_pairs | in_parts).items() if times >= _LEAST_TIMES}
    return {
        name: round(math.log((1 + len(ways)) / (1 + times)) + 1, 4)
        for name, times in (in_words | often).items()
    }


def _fitted(ways: Sequence[Way], rarity: Mapping[str, float], names: Sequence[str]) -> Any:
    """The regression, of which scikit-learn declares no types."""
    at = {name: column for column, name in enumerate(names)}
    rarest = max(rarity.values())
    rows, columns, values = [], [], []
    for row, way in enumerate(ways):
        for name, weight in weighed(way.features, rarity, rarest).items():
            rows.append(row)
            columns.append(at[name])
            values.append(weight)
    matrix = csr_array(
        (numpy.array(values, "float32"), (rows, columns)), shape=(len(ways), len(names))
    )
    model = LogisticRegression(C=_REGULARITY, max_iter=_MOST_ROUNDS, tol=_EXACT_ENOUGH)
    return model.fit(matrix, numpy.array([way.thing for way in ways]))


def _in_bytes(column: Any) -> tuple[float, bytes]:
    """The scale of a column of weights, and each of them as a byte."""
    scale = float(abs(column).max()) / _MOST or 1.0
    return scale, numpy.rint(column / scale).astype("int8").tobytes()


if __name__ == "__main__":
    for each in LANGUAGES:
        learn(each)
