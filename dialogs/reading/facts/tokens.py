"""A message cut into words, numbers and marks in one spelling, each with what was typed.

Spellings that mean the same become the same token: "don't" and "dont", "B.Tech" and "btech",
"four yrs" and "4 years".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.reading.facts.short_forms import in_full
from dialogs.reading.numbers import take_number
from dialogs.reading.text import spelled, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST, MOST = 1_000, 160
"""Characters and tokens of a message; longer text is a story, and nothing is read of it."""

_LONGEST_CHUNK = 60
_AFTER_A_CHUNK = ".,;:!?/)"
_PIECES = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?(?![\d,])|\d{1,3},\d{1,2}(?![\d,]|\.\d)|\d+(?:\.\d+)*"
    r"|[^\W\d_]+|[^\s\w]"
)
"""A comma within a number groups thousands or is the decimal mark; else it parts two numbers."""
_CONTRACTED = word_set("t m s ve re ll d")
_ELIDED = word_set("j l d n c s m t qu jusqu lorsqu puisqu quoiqu")
_NO_ABBREVIATIONS = word_set("ok so no me go it is im we on et en ou je tu il us at an")
_LONGEST_START = 2
_DEGREES, _OF_DEGREES = word_set("b m ph"), word_set("d tech sc com ed eng arch pharm phil")
_GOES_ON = word_set("in from of and at en de et with") | {","}
"""What may follow the point of an abbreviation within a sentence."""
_SENTENCE_ENDS = frozenset(".!;\n")
_KEPT_MARKS = frozenset("/+:$€£₹₦₱¥%-")
UNITS = {
    **dict.fromkeys(word_set("yr yrs year years yeas yaers ans annee annees"), "years"),
    **dict.fromkeys(word_set("mo mos mth mths month months mois"), "months"),
    **dict.fromkeys(word_set("wk wks week weeks semaine semaines"), "weeks"),
}
_AFTER_A_NUMBER = {"an": "years", "y": "years", "m": "months"}
"""Units only where a number stands before them."""
_ONE = word_set("one un une neuf sept cent hundred zero")
"""Number words that mean something else, too, unless they count."""
_COUNTED = frozenset(UNITS) | word_set(
    "an kids kid child children son sons daughter daughters people persons members enfants enfant "
    "fils fille filles personnes membres diplomas degrees masters bachelors diplomes licences"
)
"""Words before which a number word is a number."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, or a mark: ``,`` within a sentence, ``.`` or ``?`` at its end."""

    text: str
    chunk: int
    """Which of the typed pieces, apart by spaces, it comes from."""
    start: int
    end: int
    """Where it stands in the spelling of the message."""

    @property
    def is_word(self) -> bool:
        """Whether it is letters or digits rather than a mark."""
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Cut:
    """A message as tokens, with its spelling and its pieces as typed."""

    tokens: tuple[Token, ...]
    spelling: str
    chunks: tuple[str, ...]


def cut(text: str) -> Cut:
    """The tokens of a message; none of a text that is too long to be one."""
    stripped = text.strip()
    if len(stripped) > LONGEST:
        return Cut((), "", ())
    chunks: list[str] = []
    found: list[Token] = []
    spelling = ""
    for line in stripped.splitlines():
        if found:
            found.append(Token(".", found[-1].chunk, len(spelling), len(spelling)))
        typed = line.split()
        for at, chunk in enumerate(typed, start=1):
            written = in_full(spelled(chunk, _LONGEST_CHUNK), typed[at:])
            found += _pieces(written, len(chunks), len(spelling))
            spelling += f"{written} "
            chunks.append(chunk)
        if len(found) > MOST:
            return Cut((), "", ())
    return Cut(tuple(_counted(_joined(found), chunks)), spelling, tuple(chunks))


def _pieces(written: str, chunk: int, offset: int) -> list[Token]:
    return [
        Token(_mark(piece[0]), chunk, offset + piece.start(), offset + piece.end())
        for piece in _PIECES.finditer(written)
    ]


def _mark(piece: str) -> str:
    if piece[0].isalnum() or piece in _KEPT_MARKS or piece in "?'":
        return piece
    if piece in _SENTENCE_ENDS:
        return "."
    return "and" if piece == "&" else ","


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """Contractions and abbreviations as one word each, hyphens and quotes left out."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _abbreviation(tokens, at)
        if end > at + 1:
            joined.append(_together(tokens[at:end]))
            at = end
        elif tokens[at].text == "'":
            at = _after_quote(tokens, at, joined)
        elif tokens[at].text == "-" and _touches(tokens, at - 1) and _touches(tokens, at):
            at += 1
        else:
            mark = "," if tokens[at].text == "-" else tokens[at].text
            joined.append(_as(tokens[at], mark))
            at += 1
    return joined


def _after_quote(tokens: Sequence[Token], at: int, joined: list[Token]) -> int:
    """``don't`` and ``master's`` become one word; after ``j'`` and ``l'`` the next stands alone."""
    before = joined[-1] if joined and _touches(tokens, at - 1) else None
    after = tokens[at + 1] if _touches(tokens, at) else None
    if before and after and after.text in _CONTRACTED and before.text not in _ELIDED:
        joined[-1] = Token(before.text + after.text, before.chunk, before.start, after.end)
        return at + 2
    return at + 1


def _abbreviation(tokens: Sequence[Token], at: int) -> int:
    """Where letters with points between them end: ``B.Tech``, ``Ph.D.``, ``U.S.``"""
    first = tokens[at].text
    if len(first) > _LONGEST_START or not first.isalpha() or first in _NO_ABBREVIATIONS:
        return at + 1
    end = at + 1
    while end + 1 < len(tokens) and tokens[end].text == "." and tokens[end + 1].text.isalpha():
        together = _touches(tokens, end - 1) and _touches(tokens, end)
        if not together and (first not in _DEGREES or tokens[end + 1].text not in _OF_DEGREES):
            break
        end += 2
    ended = [token.text for token in tokens[end : end + 2]]
    return (
        end + 1
        if end > at + 1 and ended[:1] == ["."] and _GOES_ON.issuperset(ended[1:2] or [""])
        else end
    )


def _touches(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token and the next one stand together, without a space."""
    return 0 <= at < len(tokens) - 1 and tokens[at].end == tokens[at + 1].start


def _together(tokens: Sequence[Token]) -> Token:
    text = "".join(token.text for token in tokens if token.text != ".")
    return Token(text, tokens[0].chunk, tokens[0].start, tokens[-1].end)


def _counted(tokens: Sequence[Token], chunks: Sequence[str]) -> list[Token]:
    """Number words in digits where they count something, and units in one spelling.

    A capital M beside a number is a man, not months.
    """
    counted: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        number = _number(tokens, at)
        if number is not None:
            value, end = number
            counted.append(Token(value, token.chunk, token.start, tokens[end - 1].end))
            at = end
            continue
        numbered = bool(counted) and counted[-1].text[0].isdecimal()
        unit = UNITS.get(token.text)
        if (
            unit is None
            and numbered
            and not chunks[token.chunk].rstrip(_AFTER_A_CHUNK).endswith("M")
        ):
            unit = _AFTER_A_NUMBER.get(token.text)
        counted.append(_as(token, unit or token.text))
        at += 1
    return counted


def _number(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """A number word in digits, and where it ends; None where the word is no count."""
    if not tokens[at].text.isalpha():
        return None
    following = [token.text for token in tokens[at : at + 5]]
    if following[0] in {"a", "an"}:
        counted = len(following) > 1 and following[1] in UNITS and following[2:3] != ["ago"]
        return ("1", at + 1) if counted else None
    taken = take_number(following, 0)
    if taken is None:
        return None
    end = at + taken[1]
    counts = end < len(tokens) and tokens[end].text in _COUNTED
    return (str(int(taken[0])), end) if counts or following[0] not in _ONE else None


def _as(token: Token, text: str) -> Token:
    return token if token.text == text else Token(text, token.chunk, token.start, token.end)
