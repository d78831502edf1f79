"""Whether four numbers can be the scores of a test, and which rule of the test is broken."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from dialogs.reading.outcome import Reading, Understood, Unreadable
from scoring.language import test_facts
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from scoring.language import Scale

_HIGHEST_LEVEL = 12
_TEF_NEW_SCALE = 699
"""TEF attestations also carry scores out of 699, which Express Entry does not use."""


@cache
def scales(test: str) -> Mapping[str, Scale]:
    """What each ability of a test can give."""
    by_name = {str(name): facts for name, facts in test_facts().items()}
    return {str(ability): scale for ability, scale in by_name[test].scales.items()}


def checked(test: str, scores: Mapping[str, Decimal]) -> Reading[dict[str, Any]]:
    """The scores as they are stored, or the first thing that cannot be."""
    if test in {"tef", "tcf"} and max(scores.values()) <= _HIGHEST_LEVEL:
        return Unreadable("scores_look_like_levels", {"test": test})
    for ability in ABILITIES:
        reason = _wrong(test, scales(test)[ability], scores[ability])
        if reason:
            return Unreadable(reason, _details(test, ability, scores[ability]))
    stored = int if all(scale.step >= 1 for scale in scales(test).values()) else float
    return Understood({ability: stored(scores[ability]) for ability in ABILITIES})


def _wrong(test: str, scale: Scale, score: Decimal) -> str | None:
    given = float(score)
    if given in scale.scores:
        return None
    if scale.minimum <= given <= scale.maximum:
        return "score_not_half_band" if scale.step < 1 else "score_not_whole"
    beyond = test == "tef" and scale.maximum < given <= _TEF_NEW_SCALE
    return "tef_wrong_column" if beyond else "score_out_of_range"


def _details(test: str, ability: str, score: Decimal) -> dict[str, Any]:
    scale = scales(test)[ability]
    return {
        "test": test,
        "ability": ability,
        "given": format(score.normalize(), "f"),
        "minimum": scale.minimum,
        "maximum": scale.maximum,
        "step": scale.step,
    }
