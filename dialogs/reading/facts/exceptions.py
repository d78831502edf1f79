"""Abilities that are said to differ: "CLB 9 except writing 8", "7 each, 7.5 in listening"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.score_segments import ABILITY
from dialogs.reading.outcome import Ambiguous, Reading, Understood, Unreadable
from dialogs.reading.scores import read_scores
from dialogs.reading.text import word_set
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from dialogs.conversation import Answer
    from dialogs.reading.facts.message import Message

_BETWEEN = word_set(
    "but except excepting besides with and only in for on at is was my the a "
    "sauf mais excepte hormis avec et en au le la l pour ou j ai"
) | {",", ":"}
_EXCEPT = word_set("but except excepting besides sauf mais excepte hormis")
_OF_TWO_ABILITIES = word_set("ecrit oral ecrite orale comprehension expression")
_REACH = 7
_IN_TWO_WORDS = {
    ("comprehension", "orale"): "listening",
    ("comprehension", "ecrite"): "reading",
    ("expression", "ecrite"): "writing",
    ("expression", "orale"): "speaking",
}
_NUMBER_LENGTH = 4


def with_exceptions(
    message: Message, end: int, test: str, reading: Reading[Answer], today: date
) -> tuple[Reading[Answer], int]:
    """One level for all, with the abilities after it that have another, and where these end.

    ``end`` is where the words of the reading end; it comes back where nothing differs.
    """
    everywhere = _everywhere(reading)
    if everywhere is None:
        return reading, end
    other, stop = _others(message, end)
    if not other:
        unclear = _unclear(message, end)
        return (Unreadable("scores_labels_unclear"), unclear) if unclear else (reading, end)
    told = {ability: str(everywhere[ability]) for ability in ABILITIES} | other
    text = " ".join(f"{ability} {number}" for ability, number in told.items())
    found = read_scores(text, test, today)
    if not isinstance(found, Understood):
        return reading, end
    return Understood({**everywhere, **found.value}), stop


def _unclear(message: Message, end: int) -> int:
    """Where ``except l'écrit 8`` ends, which may be reading or writing; 0 where none stands."""
    at = end + 1 if message.words[end : end + 1] == [","] else end
    if message.words[at : at + 1] == [] or message.words[at] not in _EXCEPT:
        return 0
    for place in range(at + 1, min(len(message.words), at + _REACH)):
        if message.words[place] in _OF_TWO_ABILITIES:
            number = message.words[place + 1 : place + 2]
            return place + (2 if number and number[0][0].isdecimal() else 1)
    return 0


def _everywhere(reading: Reading[Answer]) -> dict[str, Any] | None:
    """The scores of a reading in which all four are the same; None of any other."""
    match reading:
        case Understood(dict() as scores) | Ambiguous((dict() as scores,), _):
            return scores if len({scores[ability] for ability in ABILITIES}) == 1 else None
    return None


def _others(message: Message, end: int) -> tuple[dict[str, str], int]:
    """Abilities with their numbers, in either order, up to a word of something else."""
    found: dict[str, str] = {}
    at, stop = end, end
    ability = number = ""
    while at < len(message.words) and message.told(at, at + 1):
        word = message.words[at]
        if tuple(message.words[at : at + 2]) in _IN_TWO_WORDS:
            ability = _IN_TWO_WORDS[word, message.words[at + 1]]
            at += 1
        elif word in ABILITY:
            ability = ABILITY[word]
        elif word[0].isdecimal() and len(word) <= _NUMBER_LENGTH:
            number = word
        elif word not in _BETWEEN:
            break
        at += 1
        if ability and number:
            found[ability] = number
            ability, number, stop = "", "", at
    return found, stop
