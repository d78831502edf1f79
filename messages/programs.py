"""The three programs as the score card shows them: open, shut, or not to be said yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from messages.telling import named
from messages.unsettled import Known, rests_on
from scoring.programs.funds import family_size

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from messages.words import Words
    from scoring.explain import Line
    from scoring.profile import OpenProfile
    from scoring.result import Fsw, Program, Result

_TAKEN_AS_GIVEN = {"fsw": ("has_eca", "occupation"), "cec": ("occupation",), "fst": ()}
"""Answers that the rules read kindly while they are not known."""


@dataclass(frozen=True, slots=True)
class ShownProgram:
    """One program: open, or what it still asks for."""

    name: str
    eligible: bool
    points: int | None
    """Points of its own grid, where it has one."""
    unmet: tuple[str, ...]
    """What is certain to be missing, in sentences."""
    depends_on: str | None = None
    """What has to be known before more can be said, in words."""
    provided: tuple[str, ...] = ()
    """What was taken as given where it is open, in sentences."""

    @property
    def unsettled(self) -> bool:
        """Whether it cannot be said yet: nothing known is against it, yet not all is known."""
        return not self.eligible and not self.unmet and self.depends_on is not None


def programs(
    result: Result,
    profile: OpenProfile,
    lines: Sequence[Line],
    unknown: Collection[str],
    words: Words,
) -> tuple[ShownProgram, ...]:
    """The three programs, each with what it still asks for and what it depends on.

    A program that is shut for certain names, of what is open, only what the person said not to
    know (``unknown``): the rest may not have been asked at all.
    """
    fsw = result.programs.fsw
    known = Known(profile, result, lines)
    results: Mapping[str, Fsw | Program] = {
        "fsw": fsw,
        "cec": result.programs.cec,
        "fst": result.programs.fst,
    }
    shown = []
    for program, found in results.items():
        rests = {code: rests_on(program, code, known) for code in found.unmet}
        certain = [code for code, questions in rests.items() if not questions]
        open_questions = dict.fromkeys(q for questions in rests.values() for q in questions)
        named_questions = [q for q in open_questions if not certain or q in unknown]
        given = _TAKEN_AS_GIVEN[program] if found.eligible else ()
        shown.append(
            ShownProgram(
                name=words.say("terms", "programs", program),
                eligible=found.eligible,
                points=fsw.points if program == "fsw" else None,
                unmet=unmet_reasons(program, certain, result, profile, words),
                depends_on=named(named_questions, words) if named_questions else None,
                provided=tuple(
                    words.say("terms", "provided", field)
                    for field in given
                    if getattr(profile, field) is None
                ),
            )
        )
    return tuple(shown)


def unmet_reasons(
    program: str, codes: Iterable[str], result: Result, profile: OpenProfile, words: Words
) -> tuple[str, ...]:
    """What a program still asks for, in sentences."""
    facts = {
        "law": words.law,
        "points": result.programs.fsw.points,
        "funds": words.law.funds.required(family_size(profile)),
        "occupation": profile.occupation,
    }
    return tuple(words.say("terms", "unmet", program, code, **facts) for code in codes)
