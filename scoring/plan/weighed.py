"""The choices of the parts as sums need them: most points are added, some only together.

Points below their cap are simply added. Those that a cap may cut, and those of skills counted with
each other, are looked up in a table by what the languages and what the work decide of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scoring.plan.candidate import Candidate
    from scoring.plan.parts import Base, Joined, Part, Points


class Weighed(NamedTuple):
    """One choice of a part with the points that are simply added."""

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


def sums(base: Base, ideal: Mapping[Part, Points], parts: Mapping[Part, Sequence[Joined]]) -> Sums:
    """Prepares what each part offers to one person.

    Args:
        base: what is the same in all sets.
        ideal: no choice brings more.
        parts: some choices of each.
    """
    # Whether points of the core, and additional ones, stay below their cap whatever is chosen.
    core, additional = base.core, base.additional
    for part in ("languages", "work"):
        core += ideal[part][0]
        additional += ideal[part][1]
    added = core <= base.core_cap, additional <= base.tables.additional.cap

    spoken, spoken_keys = _weighed(base, "languages", parts["languages"], added)
    worked, worked_keys = _weighed(base, "work", parts["work"], added)
    by_spouse, _ = _weighed(base, "spouse", parts["spouse"], (True, True))
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


def _weighed(
    base: Base, part: Part, choices: Iterable[Joined], added: tuple[bool, bool]
) -> tuple[list[Weighed], list[Points]]:
    """The choices of a part, and what each key stands for.

    Args:
        base: reads their points.
        part: which one.
        choices: of the part.
        added: whether core and additional points are simply added.
    """
    add_core, add_additional = added
    keys: dict[Points, int] = {}
    weighed = []
    for candidates, (months, cost, effort), worth in choices:
        core, additional, tiers = base.points(part, worth)
        points = 0
        if add_core:
            points, core = core, 0
        if add_additional:
            points, additional = points + additional, 0
        key = keys.setdefault((core, additional, tiers), len(keys))
        weighed.append(Weighed(effort, cost, months, points, key, candidates))
    return weighed, list(keys)


def _best(weighed: Iterable[Weighed], keys: int) -> list[int]:
    """The most points of each key."""
    best = [0] * keys
    for each in weighed:
        best[each.key] = max(best[each.key], each.points)
    return best
