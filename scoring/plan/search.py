"""Finds the least demanding sets that reach a target: exact, and not by trying them all.

Group by group, every choice is followed only while some set already found does not beat it, and
while the best that the groups still open could add would reach the target: the total never falls
when a trait gets better, so the best of each trait bounds every set there is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.plan.board import Traits, best
from scoring.plan.demand import Demand, demand
from scoring.plan.frontier import Found, Frontier, price

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoring.plan.board import Board, Values
    from scoring.plan.bundle import Bundle
    from scoring.plan.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Field:
    """Where sets are searched: one person and what each group offers."""

    before: tuple[Candidate, ...]
    """Candidates that every set begins with; they are made already."""
    board: Board
    offered: Sequence[Sequence[Bundle]]
    own: Sequence[Values]
    """For each group and the end, the traits from it on as they are."""
    ideal: Sequence[Values]
    """The same traits at their best."""


def field_of(
    before: tuple[Candidate, ...], board: Board, own: Traits, offered: Sequence[Sequence[Bundle]]
) -> Field:
    """Prepares a search.

    Args:
        before: candidates that every set begins with.
        board: scores the person after those.
        own: the traits of the person after those.
        offered: the choices of the groups, in the order of the traits.
    """
    ideal: list[Values] = [()]
    own_from: list[Values] = [()]
    position = len(own)
    for choices in reversed(offered):
        position -= len(choices[0].values)
        ideal.append(best(position, (bundle.values for bundle in choices)) + ideal[-1])
        own_from.append(own[position:])
    return Field(before, board, offered, own_from[::-1], ideal[::-1])


def least_demanding(
    field: Field, target: int, into: Frontier, lost: Callable[[float], float]
) -> None:
    """Adds to a frontier the least demanding sets that reach the target.

    Args:
        field: where to search.
        target: the total to reach, beside what is lost.
        into: the sets found so far, which need not be beaten again.
        lost: the points lost while a set takes so many months; never less for more months.
    """

    def visit(depth: int, values: Values, taken: Demand, chosen: tuple[Candidate, ...]) -> None:
        at = price(taken)
        if into.beats(at):
            return
        wanted = target + lost(at[0])
        if field.board.total(Traits(*values, *field.ideal[depth])) < wanted:
            return
        total = field.board.total(Traits(*values, *field.own[depth]))
        if total >= wanted:
            into.add(at, Found(chosen, total))
            return  # whatever is added takes effort and is not needed
        for bundle in field.offered[depth]:
            visit(
                depth + 1,
                values + bundle.values,
                taken.plus(bundle.demand),
                chosen + bundle.candidates,
            )

    visit(0, (), demand(field.before), field.before)


def greatest(field: Field, least: int) -> int:
    """The most that any set reaches, where that is more than ``least``."""
    most = least

    def visit(depth: int, values: Values) -> None:
        nonlocal most
        if field.board.total(Traits(*values, *field.ideal[depth])) <= most:
            return
        most = max(most, field.board.total(Traits(*values, *field.own[depth])))
        if depth < len(field.offered):
            for bundle in reversed(field.offered[depth]):
                visit(depth + 1, values + bundle.values)

    visit(0, ())
    return most
