"""The options of the parts as sums need them: most points are added, some only together.

Points below their cap are simply added. Those that a cap may cut, and those of skills counted with
each other, are looked up in a table by what the languages and what the work decide of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scoring.plan.parts import Points

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.plan.candidate import Candidate
    from scoring.plan.parts import Base, Option


class Weighed(NamedTuple):
    """An option with the points that are simply added."""

    effort: int
    cost: float
    months: float
    points: int
    key: int
    """Where it stands in the table of what is counted together."""
    candidates: tuple[Candidate, ...]


class Sums(NamedTuple):
    """What sets are made of, and how their totals are found without the cap of the whole."""

    languages: Sequence[Weighed]
    work: Sequence[Weighed]
    spouse: Sequence[Weighed]
    together: Sequence[Sequence[int]]
    """By the key of the work, and by that of the languages."""
    beside_languages: Sequence[int]
    """By the key of the languages, the most that all else brings."""
    beside_work: Sequence[int]
    most_of_spouse: int
    most: int
    """The greatest sum."""


def sums(
    base: Base, languages: Sequence[Option], work: Sequence[Option], spouse: Sequence[Option]
) -> Sums:
    """Prepares the options of one person; each part offers some."""
    core, additional = _added(base, languages, work)
    spoken, spoken_keys = _weighed(languages, core=core, additional=additional)
    worked, worked_keys = _weighed(work, core=core, additional=additional)
    by_spouse, _ = _weighed(spouse, core=True, additional=True)
    together = [[base.uncapped(theirs, own) for theirs in spoken_keys] for own in worked_keys]
    most_of_spouse = max(each.points for each in by_spouse)
    best_spoken, best_worked = _best(spoken, len(spoken_keys)), _best(worked, len(worked_keys))
    beside_work = [most_of_spouse + max(map(int.__add__, best_spoken, row)) for row in together]
    beside_languages = [
        most_of_spouse + max(map(int.__add__, best_worked, column))
        for column in zip(*together, strict=True)
    ]
    most = max(map(int.__add__, best_worked, beside_work))
    return Sums(
        spoken, worked, by_spouse, together, beside_languages, beside_work, most_of_spouse, most
    )


def _added(base: Base, languages: Sequence[Option], work: Sequence[Option]) -> tuple[bool, bool]:
    """Whether points of the core, and additional ones, stay below their cap whatever is chosen."""
    core, additional = base.core, base.additional
    for part in (languages, work):
        core += max(each.points.core for each in part)
        additional += max(each.points.additional for each in part)
    return core <= base.core_cap, additional <= base.tables.additional.cap


def _weighed(
    options: Iterable[Option], *, core: bool, additional: bool
) -> tuple[list[Weighed], list[Points]]:
    """The options, and what each key stands for; told which points are simply added."""
    keys: dict[Points, int] = {}
    weighed = []
    for effort, cost, months, points, candidates in options:
        added = (points.core if core else 0) + (points.additional if additional else 0)
        left = Points(
            0 if core else points.core, 0 if additional else points.additional, points.tiers
        )
        key = keys.setdefault(left, len(keys))
        weighed.append(Weighed(effort, cost, months, added, key, candidates))
    return weighed, list(keys)


def _best(weighed: Iterable[Weighed], keys: int) -> list[int]:
    """The most points of each key."""
    best = [0] * keys
    for each in weighed:
        best[each.key] = max(best[each.key], each.points)
    return best
