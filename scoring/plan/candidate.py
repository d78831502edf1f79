"""One change that could be made, before it is scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from scoring.plan.takes import Takes

Group: TypeAlias = Literal[
    "first_language",
    "second_language",
    "education",
    "canadian_experience",
    "foreign_experience",
    "trade_certificate",
    "job_offer",
    "provincial_nomination",
    "spouse_language",
    "spouse_education",
    "spouse_experience",
    "language_order",
    "couple",
    "requirement",
]
"""What part of the person changes. ``language_order`` and ``couple`` change what other groups
start from; a ``requirement`` only ever opens programs."""

LANGUAGES = frozenset(
    f"{field}.{ability}" for field in ("first_language", "second_language") for ability in ABILITIES
)
COUPLE = frozenset(
    {
        "couple",
        "spouse.education",
        "spouse.canadian_experience",
        *(f"spouse.language.{ability}" for ability in ABILITIES),
    }
)
EVERYTHING = (
    LANGUAGES
    | COUPLE
    | {
        "education",
        "canadian_study",
        "has_eca",
        "canadian_experience",
        "foreign_experience",
        "trade_certificate",
        "job_offer",
        "provincial_nomination",
    }
)
"""All that changes can touch, but for the requirements."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One change that could be made."""

    id: str
    group: Group
    patch: Mapping[str, Any]
    """What changes, nested as the profile is and in its JSON form."""
    touches: frozenset[str]
    """What two compatible changes must not both touch: ``"first_language.listening"``."""
    takes: Takes
    needs: tuple[str, ...] = ()
    """Fields that are unknown and would change what it gains."""

    @property
    def thing(self) -> str:
        """What it is a step of: the id without the level or the months it may end in."""
        return self.id.rstrip("0123456789")

    def goes_with(self, other: Candidate) -> bool:
        """Whether the two can be made together."""
        return self.touches.isdisjoint(other.touches)
