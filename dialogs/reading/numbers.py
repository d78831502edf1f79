"""Numbers as people write them: digits with separators, and small number words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from dialogs.reading.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_DIGITS = 15
_SEPARATORS = re.compile(r"[.,]")
_SPACED = re.compile(r"(?<![\d.,])(\d{1,3})((?:[ ']\d{3})+)(?!\d)")

_EN_UNITS = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_EN_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "ninty": 90,
}
_FR_UNITS = [
    *words("zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"),
    *("quinze", "seize", "dix sept", "dix huit", "dix neuf"),
]
_FR_TENS = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
    "quatre vingt": 80,
    "quatre vingts": 80,
}
_FR_SCORES = (60, 80)
"""Tens that count on to nineteen: soixante-dix-neuf, quatre-vingt-dix-neuf."""
_FR_AFTER_ET = {"un": 1, "une": 1, "onze": 11}


def from_digits(written: str) -> Decimal | None:
    """A number from digits with points and commas; None where they make no number.

    One separator before exactly three digits groups thousands (``"19,001"``, ``"15.000"``);
    any other single separator is the decimal mark (``"7,5"``). Of two kinds the last is.
    """
    if sum(map(str.isdecimal, written)) > _MOST_DIGITS:
        return None
    parts = _SEPARATORS.split(written)
    marks = _SEPARATORS.findall(written)
    if not all(part.isdecimal() for part in parts):
        return None
    decimal_mark = len(set(marks)) > 1 or (len(marks) == 1 and not _groups(parts))
    if decimal_mark and marks.count(marks[-1]) > 1:
        return None
    grouped = parts[:-1] if decimal_mark else parts
    if len(grouped) > 1 and not _groups(grouped):
        return None
    fraction = parts[-1] if decimal_mark else "0"
    return Decimal("".join(grouped) + "." + fraction)


def join_thousands(folded: str) -> str:
    """The text with the spaces inside numbers taken out: ``"19 001 $"`` gives ``"19001 $"``."""
    return _SPACED.sub(lambda found: found[1] + re.sub(r"\D", "", found[2]), folded)


def take_number(tokens: Sequence[str], start: int) -> tuple[Decimal, int] | None:
    """The number that begins at ``start``, in digits or words, and where it ends."""
    if start >= len(tokens):
        return None
    if tokens[start][0].isdecimal():
        value = from_digits(tokens[start])
        return None if value is None else (value, start + 1)
    for length in range(_LONGEST_WORDS, 0, -1):
        spoken = _SPOKEN.get(" ".join(tokens[start : start + length]))
        if spoken is not None and start + length <= len(tokens):
            return Decimal(spoken), start + length
    return None


def _groups(parts: Sequence[str]) -> bool:
    """Whether digits stand as thousands do: one to three, then threes, no leading zero."""
    first, *rest = parts
    leading = 1 <= len(first) <= 3 and not first.startswith("0")
    return leading and all(len(part) == 3 for part in rest)


def _spoken() -> dict[str, int]:
    """Number words from 0 to 100, joined by spaces, in both languages."""
    spoken = {word: value for units in (_EN_UNITS, _FR_UNITS) for value, word in enumerate(units)}
    for word, tens in _EN_TENS.items():
        spoken |= _from_tens(word, tens, _EN_UNITS[:10])
    for word, tens in _FR_TENS.items():
        spoken |= _from_tens(word, tens, _FR_UNITS[: 20 if tens in _FR_SCORES else 10])
        spoken |= {f"{word} et {unit}": tens + value for unit, value in _FR_AFTER_ET.items()}
    return spoken | {"une": 1, "cent": 100, "hundred": 100, "one hundred": 100, "a hundred": 100}


def _from_tens(word: str, tens: int, units: Sequence[str]) -> dict[str, int]:
    """A word for tens alone and before each of the units but zero."""
    return {word: tens} | {
        f"{word} {unit}": tens + value for value, unit in enumerate(units) if value
    }


_SPOKEN = _spoken()
_LONGEST_WORDS = 4
