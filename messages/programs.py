"""The three programs as the score card shows them: open, shut, or not to be said yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from messages.telling import named
from scoring.programs.funds import family_size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialogs.replies import Score
    from messages.words import Words
    from scoring.profile import OpenProfile
    from scoring.result import Result

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


def programs(reply: Score, words: Words) -> tuple[ShownProgram, ...]:
    """The three programs, each with what it still asks for and what it depends on.

    Of what is open, what the person said not to know is named: the rest is asked, if it matters
    still, once that is known.
    """
    result, profile = reply.result, reply.profile
    if result is None:
        return ()
    shown = []
    for program, against in reply.reasons.items():
        certain = [code for code, questions in against.items() if not questions]
        open_questions = dict.fromkeys(q for questions in against.values() for q in questions)
        named_questions = [q for q in open_questions if q in reply.not_known]
        if not certain and not named_questions:
            named_questions = list(open_questions)
        given = () if against else _TAKEN_AS_GIVEN[program]
        shown.append(
            ShownProgram(
                name=words.say("terms", "programs", program),
                eligible=not against,
                points=result.programs.fsw.points if program == "fsw" else None,
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
        "points": result.programs.fsw.points,
        "funds": words.law.funds.required(family_size(profile)),
        "occupation": profile.occupation,
    }
    return tuple(words.say("terms", "unmet", program, code, **facts) for code in codes)
