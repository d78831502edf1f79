"""Amounts of money in Canadian dollars, as people write them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from dialogs.reading.currencies import foreign_currency
from dialogs.reading.numbers import join_thousands, take_number
from dialogs.reading.outcome import Reading, Understood, Unreadable
from dialogs.reading.text import fold, phrase, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_DOLLARS = 100_000_000
"""Canadian dollars; more is a slip."""

_TOKENS = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_TIMES = {
    **dict.fromkeys(("k", "thousand", "thousands", "grand", "mille", "mil", "milles"), 1_000),
    **dict.fromkeys(("m", "million", "millions"), 1_000_000),
}
_NOTHING = frozenset(
    {
        *("none", "nothing", "no", "nil", "zero", "rien", "aucun", "aucune", "non", "nope"),
        *("less than what is asked", "less than asked", "less than that", "less", "not enough"),
        *("moins que demande", "moins que ca", "moins que cela", "moins", "pas assez"),
        *("no money", "no savings", "no funds", "pas d argent", "aucune economie"),
    }
)
_ENOUGH = frozenset(
    {
        *(
            "enough",
            "i have enough",
            "yes",
            "yes enough",
            "yes i have",
            "we have enough",
            "sufficient",
        ),
        *("oui", "assez", "j ai assez", "suffisamment", "j ai suffisamment", "j ai ce qu il faut"),
    }
)
_FILLERS = word_set(
    "i we have has about around approximately approx roughly exactly over at least more than "
    "in of the my our total savings saved money funds cash bank and is it s ve got "
    "canadian canada dollar dollars cad cdn c ca can bucks "
    "j ai nous avons on a environ a peu pres exactement plus de d au moins en tout mon mes notre "
    "nos economies epargne fonds argent banque est canadien canadiens canadiennes piastres"
)
_RANGE = re.compile(r"\d ?k? ?(?:-|to|a|or|ou|and|et) ?\$? ?\d")


def read_amount(text: str) -> Reading[int]:
    """An amount in whole Canadian dollars; cents are left out.

    Three digits after a point or comma are thousands. Another currency is not converted: the
    amount is asked for again in Canadian dollars.
    """
    folded = fold(text)
    if phrase(text) in _NOTHING:
        return Understood(0)
    foreign = foreign_currency(folded)
    if foreign is not None:
        return foreign
    joined = join_thousands(folded)
    if _RANGE.search(joined):
        return Unreadable("one_amount")
    if re.match(r"\$? ?-", joined):
        return Unreadable("amount_negative")
    sums = _sums(_TOKENS.findall(joined))
    if not sums:
        return Unreadable("amount_unreadable")
    if len(sums) > 1:
        return Unreadable("one_amount")
    if sums[0] > MOST_DOLLARS:
        return Unreadable("amount_too_large", {"maximum": MOST_DOLLARS})
    return Understood(int(sums[0]))


def says_enough(text: str) -> bool:
    """Whether the words say that the money is enough, and not how much it is."""
    return phrase(text) in _ENOUGH


def _sums(tokens: Sequence[str]) -> list[Decimal]:
    """The amounts among the words; none at all where a word belongs to no amount."""
    sums: list[Decimal] = []
    at = 0
    while at < len(tokens):
        taken = take_number(tokens, at)
        if taken is None and tokens[at] == "mille":
            taken = (Decimal(1), at)
        if taken is None:
            if tokens[at] not in _FILLERS:
                return []
            at += 1
            continue
        value, at = taken
        while at < len(tokens) and tokens[at] in _TIMES:
            value, at = value * _TIMES[tokens[at]], at + 1
        sums.append(value)
    return sums
