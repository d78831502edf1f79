"""What a round asks for beside points, as far as the programs, a nomination and French tell.

The lists of occupations of the categories are not looked at here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.parameters.tables import number
from scoring.plan.scored import open_programs
from scoring.rounds import QUIET
from scoring.score import score
from scoring.standing import standing

if TYPE_CHECKING:
    from scoring.profile import Profile
    from scoring.record import Record
    from scoring.rounds import Round, RoundKind
    from scoring.rules import Rules

Condition: TypeAlias = Literal["program", "cec", "fsw", "fst", "nomination", "french", "category"]
"""``program``: any of the three; ``category``: an occupation, which is not looked at."""

UNCHECKED: Condition = "category"

_PROGRAMS: dict[RoundKind, Condition] = {"cec": "cec", "fsw": "fsw", "fst": "fst"}
_WITHOUT_OCCUPATION: tuple[RoundKind, ...] = ("general", "pnp", "cec", "fsw", "fst", "french")
"""The kinds whose conditions are all looked at."""


def unmet(kind: RoundKind, profile: Profile, rules: Rules) -> Condition | None:
    """The condition that keeps somebody out of a kind of round, or might; None where none does."""
    programs = open_programs(score(profile, rules))
    if kind in _PROGRAMS:
        return None if kind in programs else _PROGRAMS[kind]
    if kind == "pnp" and not profile.provincial_nomination:
        return "nomination"
    if kind == "french" and not _speaks_french(profile, rules):
        return "french"
    if not programs:
        return "program"
    return None if kind in _WITHOUT_OCCUPATION else UNCHECKED


def open_rounds(profile: Profile, rules: Rules, record: Record) -> tuple[Round, ...]:
    """The last round of each kind that somebody could be in, but for occupations.

    Kinds that have not been held for long are left out.
    """
    lately = (_lately(kind, rules, record) for kind in _WITHOUT_OCCUPATION)
    return tuple(last for last in lately if last and unmet(last.kind, profile, rules) is None)


def nearest(profile: Profile, rules: Rules, record: Record) -> RoundKind:
    """The kind of round with the lowest last cut-off of those that somebody could be in.

    Kinds that have not been held for long are left out. Where nothing else is left, it is
    ``general``, and while such rounds are not held either, ``french``: those ask for nothing
    that somebody could not learn, wherever they live.
    """
    held = open_rounds(profile, rules, record)
    if held:
        return min(held, key=_cutoff).kind
    return "general" if _lately("general", rules, record) else "french"


def nearest_ahead(total: int, profile: Profile, rules: Rules, record: Record) -> RoundKind | None:
    """The nearest kind of round, unless somebody with this total would have been invited."""
    kind = nearest(profile, rules, record)
    held = record.latest(kind, rules.on)
    if held is None:
        return None
    invited = held.cutoff <= total and unmet(kind, profile, rules) is None
    return None if invited else kind


def _lately(kind: RoundKind, rules: Rules, record: Record) -> Round | None:
    held = record.latest(kind, rules.on)
    return None if held is None or rules.on - held.on > QUIET else held


def _cutoff(held: Round) -> int:
    return held.cutoff


def _speaks_french(profile: Profile, rules: Rules) -> bool:
    """Whether each ability reaches the level that French rounds ask for on the day."""
    entry = rules.entries.get("categories/french")
    return entry is not None and min(standing(profile, rules).french) >= number(entry, "nclc")
