"""Every single change a person could make to a profile, before any is scored.

Whether a change gains anything, or opens a program, is not asked here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.occupations import occupations
from scoring.plan import takes
from scoring.plan.candidate import LANGUAGES, Candidate
from scoring.plan.couple import TRADES_TEER, couple_candidates
from scoring.plan.languages import language_changes
from scoring.plan.requirements import requirements
from scoring.plan.study import own_study, spouse_study
from scoring.plan.work import own_work, spouse_work
from scoring.profile import LanguageResult
from scoring.standing import spouse_counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.plan.changes import Fields
    from scoring.profile import Profile, Spouse
    from scoring.rules import Rules
    from scoring.vocabulary import OfficialLanguage


def candidates(
    profile: Profile, rules: Rules, speaks: OfficialLanguage = "english"
) -> Iterator[Candidate]:
    """Every change worth scoring; ids are unique, and steps of one thing go upwards.

    Args:
        profile: the person.
        rules: those of the day.
        speaks: the language of a first test, where neither result says which it is.
    """
    yield from _languages(profile, rules, speaks)
    yield from own_work(profile, rules)
    yield from own_study(profile, rules)
    yield from _decisions(profile, rules)
    if profile.spouse is not None and spouse_counts(profile):
        yield from _spouse_language(profile.spouse, rules, speaks)
        yield from spouse_study(profile.spouse, rules)
        yield from spouse_work(profile.spouse, rules)
    yield from couple_candidates(profile, rules)
    yield from requirements(profile, rules)


def _languages(profile: Profile, rules: Rules, speaks: OfficialLanguage) -> Iterator[Candidate]:
    other: OfficialLanguage = "french" if speaks == "english" else "english"
    first, second = profile.first_language, profile.second_language
    for change in language_changes(first, rules, "first", beside=second, otherwise=speaks):
        touches = frozenset(f"first_language.{ability}" for ability in change.abilities)
        id_, patch = f"first_language.{change.name}", {"first_language": change.patch}
        yield Candidate(id_, "first_language", patch, touches, change.takes)
    for change in language_changes(second, rules, "second", beside=first, otherwise=other):
        touches = frozenset(f"second_language.{ability}" for ability in change.abilities)
        id_, patch = f"second_language.{change.name}", {"second_language": change.patch}
        yield Candidate(id_, "second_language", patch, touches, change.takes)
    if isinstance(second, LanguageResult):
        order: Fields = {
            "first_language": second.model_dump(mode="json"),
            "second_language": (
                first.model_dump(mode="json") if isinstance(first, LanguageResult) else first
            ),
        }
        by = takes.decision(rules, "language_order")
        yield Candidate("first_language.switch", "language_order", order, LANGUAGES, by)


def _decisions(profile: Profile, rules: Rules) -> Iterator[Candidate]:
    if not profile.provincial_nomination:
        by = takes.decision(rules, "provincial_nomination")
        fields: Fields = {"provincial_nomination": True}
        touches = frozenset({"provincial_nomination"})
        yield Candidate("provincial_nomination", "provincial_nomination", fields, touches, by)
    if (profile.job_offer or "none") == "none":
        by = takes.decision(rules, "job_offer")
        fields = {"job_offer": "skilled"}
        yield Candidate("job_offer", "job_offer", fields, frozenset({"job_offer"}), by)
    teer = _teer(profile)
    if not profile.trade_certificate and teer in TRADES_TEER:
        by = takes.decision(rules, "trade_certificate")
        fields = {"trade_certificate": True}
        touches = frozenset({"trade_certificate"})
        needs = ("occupation",) if teer is None else ()
        yield Candidate("trade_certificate", "trade_certificate", fields, touches, by, needs)


def _spouse_language(spouse: Spouse, rules: Rules, speaks: OfficialLanguage) -> Iterator[Candidate]:
    second = spouse.second_language
    changes = language_changes(spouse.language, rules, "spouse", beside=second, otherwise=speaks)
    for change in changes:
        yield Candidate(
            f"spouse.language_{change.name}",
            "spouse_language",
            {"spouse": {"language": change.patch}},
            frozenset(f"spouse.language.{ability}" for ability in change.abilities),
            change.takes.by_spouse(),
        )


def _teer(profile: Profile) -> int | None:
    return occupations()[profile.occupation].teer if profile.occupation else profile.teer
