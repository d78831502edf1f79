"""Which choices of a part are outdone by others, whatever they are combined with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.plan.weighed import Weighed


def not_outdone(
    choices: Iterable[Weighed], together: Sequence[Sequence[int]], *, capped: bool
) -> list[Weighed]:
    """Those not outdone by another whatever they are combined with, easy ones first.

    Args:
        choices: of one part.
        together: by their key, what is counted together with each key of the other part.
        capped: whether totals may be cut, so that more points need not make a higher one.
    """
    margins: dict[tuple[int, int], int] = {}
    kept: list[Weighed] = []
    for one in sorted(choices if capped else _best_of_a_kind(choices), key=_easy_first):
        effort, cost, months, points, key, _candidates = one
        for other in kept:
            if other.cost > cost or other.months > months:
                continue
            pair = other.key, key
            margin = margins.get(pair)
            if margin is None:
                both = zip(together[key], together[other.key], strict=True)
                margin = margins[pair] = max(mine - its for mine, its in both)
            ahead = other.points - points - margin
            if ahead < 0:
                continue
            # Of two that take the same, the one whose set would be told is kept.
            takes_less = other.cost < cost or other.effort < effort
            if takes_less or (ahead > 0 and not capped) or _rank(other) <= _rank(one):
                break
        else:
            kept.append(one)
    return kept


def _best_of_a_kind(choices: Iterable[Weighed]) -> Iterable[Weighed]:
    """Of those that take the same and have one key, that with the most points."""
    best: dict[tuple[float, ...], Weighed] = {}
    for one in choices:
        kind = one[0], one[1], one[2], one[4]
        known = best.get(kind)
        if (
            known is None
            or known.points < one.points
            or (known.points == one.points and _rank(one) < _rank(known))
        ):
            best[kind] = one
    return best.values()


def _easy_first(choice: Weighed) -> tuple[int, float, float, int]:
    return choice.effort, choice.cost, choice.months, -choice.points


def _rank(choice: Weighed) -> tuple[int, tuple[str, ...]]:
    """As sets of one price and one total are told apart."""
    return len(choice.candidates), tuple(candidate.id for candidate in choice.candidates)
