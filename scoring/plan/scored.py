"""Candidates made and scored one by one, and told as actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from scoring.plan.candidates import candidates
from scoring.plan.changes import laid_over, patched, total_then
from scoring.plan.model import Action
from scoring.score import score, score_of
from scoring.standing import standing
from scoring.vocabulary import PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scoring.plan.candidate import Candidate
    from scoring.plan.changes import Fields
    from scoring.profile import Profile
    from scoring.result import Programs, Result
    from scoring.rules import Rules
    from scoring.standing import Standing
    from scoring.vocabulary import OfficialLanguage


class Start(NamedTuple):
    """The person as they are, on the day of the plan."""

    profile: Profile
    given: Fields
    """The profile in JSON form."""
    result: Result
    rules: Rules
    speaks: OfficialLanguage = "english"
    """The language of a first test, where no result says which it is."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate made."""

    candidate: Candidate
    changes: Fields
    profile: Profile
    """The person after it."""
    standing: Standing
    result: Result
    gain: int
    opens: tuple[str, ...]
    """The programs it opens."""
    shuts: bool
    """Whether every program is shut after it, and one was open before."""


def start(profile: Profile, rules: Rules, speaks: OfficialLanguage = "english") -> Start:
    """Scores the person as they are.

    Raises:
        ValueError: the birth date is after the day of the rules.
    """
    return Start(profile, profile.as_json(), score(profile, rules), rules, speaks)


def scored_candidates(at: Start) -> Iterator[Scored]:
    """Every candidate, made and scored."""
    before = open_programs(at.result)
    for candidate in candidates(at.profile, at.rules, at.speaks):
        changes, profile = made(at, (candidate,))
        person = standing(profile, at.rules)
        result = score_of(profile, person, at.rules)
        after = open_programs(result)
        yield Scored(
            candidate=candidate,
            changes=changes,
            profile=profile,
            standing=person,
            result=result,
            gain=result.crs.total - at.result.crs.total,
            opens=tuple(program for program in after if program not in before),
            shuts=bool(before) and not after,
        )


def made(at: Start, candidates: Iterable[Candidate]) -> tuple[Fields, Profile]:
    """The top-level fields that compatible candidates change, and the person after them."""
    patches = [candidate.patch for candidate in candidates]
    return laid_over(at.given, patches), patched(at.profile, patches)


def open_programs(result: Result) -> tuple[str, ...]:
    """The programs that a person is eligible for."""
    return open_of(result.programs)


def open_of(programs: Programs) -> tuple[str, ...]:
    """The names of those that are open."""
    return tuple(name for name in PROGRAMS if getattr(programs, name).eligible)


def told(scored: Scored, rules: Rules) -> Action:
    """A scored candidate as an action of the plan."""
    candidate, by = scored.candidate, scored.candidate.takes
    return Action(
        id=candidate.id,
        gain=scored.gain,
        total=scored.result.crs.total,
        changes=scored.changes,
        months=by.months,
        total_then=total_then(scored.profile, scored.standing, by.months, rules),
        cost_cad=by.cost_cad,
        effort=by.effort,
        patch=candidate.patch,
        after=scored.profile,
        result=scored.result,
        programs=scored.opens,
        assumption=by.assumption,
        caution="shuts_programs" if scored.shuts else by.caution,
        needs=candidate.needs,
    )
