"""Whose studies were taken as assessed (ECA), or give no points without an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.rules import rules_on
from scoring.standing import spouse_counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from messages.words import Words
    from scoring.profile import OpenProfile
    from scoring.result import Result

Whose: TypeAlias = Literal["own", "spouse"]
NOTES = ("eca_assumed", "eca_missing")
"""The notes of a result that this is about; they leave open whose studies are meant."""


def assessment_note(note: str, result: Result, profile: OpenProfile, words: Words) -> str | None:
    """A note about an assessment as a sentence that says whose; None of studies not known."""
    whose = tuple(_whose(note, result, profile))
    if not whose:
        return None
    return words.say("terms", "notes", note, both=len(whose) > 1, spouses=whose == ("spouse",))


def own_assumed(result: Result, profile: OpenProfile) -> bool:
    """Whether the person's own studies were taken as assessed."""
    return "own" in _whose("eca_assumed", result, profile)


def _whose(note: str, result: Result, profile: OpenProfile) -> Iterator[Whose]:
    wanted = None if note == "eca_assumed" else False
    issued_on, spouse = profile.eca_issued_on, profile.spouse
    too_old = issued_on is not None and issued_on <= rules_on(result.on).assessments_expired
    if profile.education not in {None, "none"}:
        assessed = False if too_old else profile.has_eca
        if assessed is wanted:
            yield "own"
    if spouse is None or not spouse_counts(profile) or spouse.education in {None, "none"}:
        return
    if spouse.has_eca is wanted:
        yield "spouse"
