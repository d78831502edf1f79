"""Numbers and the abilities they belong to, found in text: ``L8 R7.5 W7 S7`` or four in order."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from dialogs.reading.numbers import take_number
from dialogs.reading.outcome import Reading, Understood, Unreadable
from dialogs.reading.score_groups import in_single_abilities, shared
from dialogs.reading.score_limits import scales
from dialogs.reading.score_words import left_over
from dialogs.reading.text import word_set, words
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

Item: TypeAlias = "tuple[str, Decimal | None]"
"""``("number", 7.5)``, or a label: an ability or ``"overall"``, with None."""

_OVERALL = "overall"
_EXPRESSION = r"(?:(?:expression|production) (?:a l')?)?"
_NAMES = {
    "listening": r"lis[st]?t?en\w*|ecout\w*|comprehension (?:de l'|a l')?(?:orale?|auditive)",
    "reading": r"read\w*|lecture|lire|comprehension (?:de l'|a l')?(?:l'ecrit|ecrite?)",
    "writing": rf"writt?\w*|ecri(?:re|ture)|redaction|{_EXPRESSION}ecrite?",
    "speaking": rf"speak\w*|spoken|parle[rz]?|{_EXPRESSION}orale?|expression",
    "overall": r"overall|average|moyenne|globale?|total|band score",
}
_FOUR = frozenset(map(str, ABILITIES))
_FIVE = _FOUR | {_OVERALL}
_SHORT_FORMS = (
    {"l": "listening", "r": "reading", "w": "writing", "s": "speaking"},
    {"co": "listening", "ce": "reading", "ee": "writing", "eo": "speaking"},
    {"lis": "listening", "rea": "reading", "wri": "writing", "spe": "speaking"},
    {"co": "listening", "ce": "reading", "pe": "writing", "po": "speaking"},
)
_ENOUGH_SHORT_FORMS = 3
_ENOUGH_OF_TWO_LETTERS = 2
_NUMBER = r"(?P<number>(?:(?<!\S)-)?\d+(?:\.\d+)?)"
_LETTERS_LRWS = re.compile(r"(?<![a-z])(?:lrws|l/r/w/s|l-r-w-s)(?![a-z])")
_DECIMAL_COMMA = re.compile(r"(?<![\d.])(\d{1,3}),([05])(?!\d|\.\d)")
_LEVEL_BESIDE = re.compile(
    r"(?<=\d) ?(?:\(|=|->|→) ?(?:nclc|clb|niveau|level) ?:? ?\d{1,2}(?![\d.,]) ?\)?", re.IGNORECASE
)
_OUT_OF_NEW = re.compile(r"(?<=\d) ?/ ?699(?![\d.])")
_CELPIP_M = re.compile(r"(?<![a-z'])m(?![a-z'])")
_EVERYWHERE = word_set(
    "all each every everything everywhere across straight partout tout toutes tous chaque chacun "
    "chacune"
)
_MOST_NUMBERS = 12


def four_scores(text: str, rest: str, test: str) -> Reading[dict[str, Decimal]]:
    """The four numbers of a text, by ability; ``rest`` is the folded text without its date.

    Words that are neither scores nor talk are named, so that nothing said is lost in silence.
    """
    if test == "celpip":
        rest = _CELPIP_M.sub("0", rest)
    rest = in_single_abilities(_LETTERS_LRWS.sub("l r w s", rest))
    rest = _without_maxima(without_worth(rest), test)
    scan = _scanner(rest)
    found = _numbers(rest, scan)
    lost = left_over(text, rest, scan) if isinstance(found, Understood) else None
    return Unreadable("scores_leftover", {"given": lost}) if lost else found


def without_worth(text: str) -> str:
    """The text without what each score is worth, as people copy it: ``520 (NCLC 8)``."""
    return _LEVEL_BESIDE.sub(" ", text)


def _numbers(rest: str, scan: re.Pattern[str]) -> Reading[dict[str, Decimal]]:
    """Four numbers, their commas read both ways; one where it stands for all."""
    commas_separate = _items(scan, rest)
    commas_decimal = _items(scan, _DECIMAL_COMMA.sub(r"\1.\2", rest))
    readings = [_assigned(items) for items in (commas_separate, commas_decimal)]
    for reading in readings:
        if isinstance(reading, Understood):
            return reading
    if not any(kind == "number" for kind, _ in commas_separate):
        commas_decimal = _spoken(rest)
    if _EVERYWHERE.intersection(words(rest)):
        values = {value for kind, value in commas_decimal if kind == "number" and value is not None}
        if len(values) == 1:
            return Understood(dict.fromkeys(map(str, ABILITIES), values.pop()))
    return _assigned(commas_decimal)


def _scanner(rest: str) -> re.Pattern[str]:
    """Numbers and labels; short forms such as "L" or "CO" count only where several stand."""
    names = dict(_NAMES)
    present = [
        {form for form in forms if re.search(rf"(?<![a-z]){form}(?![a-z])", rest)}
        for forms in _SHORT_FORMS
    ]
    most = max(present, key=len)
    if len(most) >= (_ENOUGH_OF_TWO_LETTERS if "co" in most else _ENOUGH_SHORT_FORMS):
        for form, ability in _SHORT_FORMS[present.index(most)].items():
            names[ability] += f"|{form}"
    labels = (f"(?P<{name}>(?<![a-z])(?:{forms})(?![a-z]))" for name, forms in names.items())
    return re.compile("|".join((_NUMBER, *labels)))


def _items(scan: re.Pattern[str], rest: str) -> list[Item]:
    return [
        (found.lastgroup, Decimal(found[0]) if found.lastgroup == "number" else None)
        for found in scan.finditer(rest)
        if found.lastgroup is not None
    ]


def _spoken(rest: str) -> list[Item]:
    """Number words, where a text has no digits."""
    tokens, items, at = words(rest), list[Item](), 0
    while at < len(tokens):
        taken = take_number(tokens, at)
        if taken is not None:
            items.append(("number", taken[0]))
        at = at + 1 if taken is None else taken[1]
    return items


def _assigned(items: Sequence[Item]) -> Reading[dict[str, Decimal]]:
    """Numbers by ability: by their labels where there are any, else in the usual order."""
    numbers = [value for _, value in items if value is not None]
    overall = sum(kind == _OVERALL for kind, _ in items)
    if not numbers:
        return Unreadable("scores_none_found")
    if overall and len(numbers) == 1:
        return Unreadable("scores_overall_only", {"given": str(numbers[0])})
    if overall > 1 or len(numbers) > len(ABILITIES) + overall:
        return Unreadable("scores_too_many", {"given": min(len(numbers), _MOST_NUMBERS)})
    if len(numbers) < len(ABILITIES):
        found = shared(items)
        need_four = Unreadable("scores_need_four", {"given": len(numbers)})
        return need_four if found is None else Understood(found)
    found = _beside_overall(items, len(numbers)) if overall else _by_label(items, _FOUR)
    return Unreadable("scores_labels_unclear") if found is None else Understood(found)


def _beside_overall(items: Sequence[Item], numbers: int) -> dict[str, Decimal] | None:
    """The four scores where an overall score is named, too; None unless only one reading is."""
    labelled = any(kind in ABILITIES for kind, _ in items)
    at = next(at for at, (kind, _) in enumerate(items) if kind == _OVERALL)
    if numbers == len(ABILITIES):
        return _by_label([*items[:at], *items[at + 1 :]], _FOUR) if labelled else None
    if not labelled:
        # The number beside the word, unless the four scores would stand on both sides of it.
        sides = {0: at + 1, 1: 0, 4: at + 1, 5: at - 1}
        return _by_label(_without(items, at, sides[at]), _FOUR) if at in sides else None
    regular = _by_label(items, _FIVE)
    if regular is not None:
        return {name: score for name, score in regular.items() if name != _OVERALL}
    beside = [
        side for side in (at - 1, at + 1) if 0 <= side < len(items) and items[side][1] is not None
    ]
    tried = (_by_label(_without(items, at, side), _FOUR) for side in beside)
    found = [scores for scores in tried if scores is not None]
    return found[0] if found and all(scores == found[0] for scores in found) else None


def _without(items: Sequence[Item], *places: int) -> list[Item]:
    return [item for place, item in enumerate(items) if place not in places]


def _by_label(items: Sequence[Item], names: frozenset[str]) -> dict[str, Decimal] | None:
    """Each of the names with its number, where labels and numbers stand in one steady order."""
    labels = [kind for kind, value in items if value is None]
    numbers = [value for _, value in items if value is not None]
    if not labels and len(numbers) == len(ABILITIES):
        return dict(zip(map(str, ABILITIES), numbers, strict=True))
    count = len(names)
    kinds = [value is None for _, value in items]
    apart = ([True] * count + [False] * count, [False] * count + [True] * count)
    steady = ([True, False] * count, [False, True] * count, *apart)
    if set(labels) != names or kinds not in steady:
        return None
    return dict(zip(labels, numbers, strict=True))


def _without_maxima(rest: str, test: str) -> str:
    """Four scores given as "8/9" or "300 sur 360" without what they are out of."""
    if test == "tef":
        rest = _OUT_OF_NEW.sub(" ", rest)
    highest = "|".join(sorted({f"{scale.maximum:g}" for scale in scales(test).values()}))
    out_of = re.compile(rf"(?<=\d) ?(?:/|out of|sur) ?(?:{highest})(?![\d.])")
    if len(out_of.findall(rest)) == 4 and len(re.findall(_NUMBER, rest)) == 8:
        return out_of.sub(" ", rest)
    return rest
