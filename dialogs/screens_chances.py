"""Where somebody stands in every kind of round: whether it is open, record, forecast, pool."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from math import inf
from typing import TYPE_CHECKING

from dialogs.replies import Notice
from dialogs.replies_rounds import ChancesShown, KindChances, OneKindShown
from dialogs.screens import missing_required, open_range, total
from dialogs.screens_ahead import known_profile
from dialogs.screens_enough import enough_already
from dialogs.screens_record import PROFILE, as_of, in_pool_since
from scoring.chances import chances, path_of
from scoring.competing import admission, competing
from scoring.forecast import HORIZONS, proven
from scoring.past_rounds import past_rounds
from scoring.pool import rank
from scoring.rounds import QUIET
from scoring.rules import rules_on
from scoring.score import score
from scoring.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from dialogs.questionnaire import Walk
    from dialogs.replies_rounds import Unsaid
    from scoring.chances import Chance, Step
    from scoring.competing import Admission
    from scoring.past_rounds import PastRounds
    from scoring.profile import Profile
    from scoring.record import Record
    from scoring.rounds import RoundKind
    from scoring.rules import Rules

_FURTHEST = max(HORIZONS)
"""Months that a forecast looks ahead."""


def chances_shown(walked: Walk, record: Record) -> ChancesShown | Notice:
    """What is known of somebody's chances in every kind of round, and how that is known."""
    profile, rules = known_profile(walked), rules_on(walked.at.today)
    if profile is None:
        return Notice("chances_need_answers", {"missing": missing_required(walked)})
    seen = competing(profile, rules, record, walked.at.speaks)
    counted, pooled = record.pool(rules.on), in_pool_since(walked.at)
    stands = partial(_stands, at=_Person(profile, rules, record, pooled))
    open_ = [stands(each) for each in seen.in_state("yes") if not each.quiet]
    near = [stands(each) for each in seen.in_state("if") if not each.quiet]
    return ChancesShown(
        on=rules.on,
        as_of=as_of(record, rules.on),
        lately=_lately(record, rules.on),
        total=seen.total,
        range=open_range(walked),
        complete=walked.score_known,
        in_pool=seen.in_pool,
        open=tuple(sorted(open_, key=_gap, reverse=True)),
        near=tuple(sorted(near, key=_french_first)),
        unsettled=tuple(each for each in seen.in_state("unsettled") if not each.quiet),
        shut=tuple(each for each in seen.in_state("no") if not each.quiet),
        quiet=tuple(each for each in seen.in_state("yes") if each.quiet and each.last),
        enough_for=enough_already(walked, profile, record),
        rank=None if counted is None or seen.in_pool == "no" else rank(counted, seen.total),
        french_below=None
        if profile.provincial_nomination and seen.of("french").state == "if"
        else _french_below(seen.of("french"), open_, record, rules.on),
        in_pool_since=pooled,
        no_profile=walked.at.choice(PROFILE) == "none",
    )


def kind_shown(walked: Walk, record: Record, kind: RoundKind) -> OneKindShown | None:
    """How somebody stands in one kind of round; None while there is no score."""
    profile, rules = known_profile(walked), rules_on(walked.at.today)
    if profile is None:
        return None
    let_in = admission(kind, profile, rules, record, walked.at.speaks)
    at = _Person(profile, rules, record, in_pool_since(walked.at))
    foretold = let_in.state in ("yes", "if") and not let_in.quiet
    return OneKindShown(
        as_of=as_of(record, rules.on),
        stands=_stands(let_in, at) if foretold else KindChances(let_in, _past(let_in, at), ()),
        total=score(profile, rules).crs.total,
        range=open_range(walked),
        complete=walked.score_known,
    )


@dataclass(frozen=True)
class _Person:
    """Whose chances they are, and from what they are told."""

    profile: Profile
    rules: Rules
    record: Record
    pooled: date | datetime | None

    @cached_property
    def path(self) -> Sequence[Step]:
        """The totals ahead as things are."""
        return path_of(timeline(self.profile, self.rules, _FURTHEST))

    def ahead_of(self, let_in: Admission) -> Sequence[Step]:
        """The totals ahead, as if the first step that opens the kind were done today."""
        step = next(iter(let_in.steps), None)
        if step is None:
            return self.path
        return path_of(timeline(step.after, self.rules, _FURTHEST))


def _stands(let_in: Admission, at: _Person) -> KindChances:
    kind, past = let_in.kind, _past(let_in, at)
    shown = any(proven(kind, months) for months in HORIZONS)
    path = at.ahead_of(let_in) if shown else ()
    ahead = chances(at.record, kind, at.rules.on, path, at.pooled) if shown else []
    trusted = tuple(each for each in ahead if each.proven)
    return KindChances(let_in, past, trusted, None if trusted else _unsaid(kind, ahead))


def _past(let_in: Admission, at: _Person) -> PastRounds:
    return past_rounds(
        at.record,
        let_in.kind,
        at.rules.on,
        let_in.total,
        in_pool_since=at.pooled,
        occupation=at.profile.occupation,
    )


def tie_decides(walked: Walk, record: Record) -> bool:
    """Whether it would help to know when the profile was submitted.

    It would where a round of the last year that was open to the person had their very total as its
    cut-off.
    """
    own = total(walked)
    on = walked.at.today
    tied = {each.kind for each in record.until(on) if each.cutoff == own}
    profile = known_profile(walked) if tied else None
    if own is None or profile is None:
        return False
    tied = {kind for kind in tied if past_rounds(record, kind, on, own).tied}
    seen = competing(profile, rules_on(on), record, walked.at.speaks) if tied else None
    return seen is not None and any(each.kind in tied for each in seen.in_state("yes"))


def _unsaid(kind: RoundKind, ahead: Sequence[Chance]) -> Unsaid:
    """Why none of these chances may be shown."""
    if not any(proven(kind, months) for months in HORIZONS):
        return "unproven"
    if not ahead:
        return "too_old"
    return "too_far" if any(proven(kind, each.months) for each in ahead) else "unproven"


def _lately(record: Record, on: date) -> int:
    """How many rounds there were in the time that tells which kinds are still held."""
    known = record.known_until(on)
    return sum(known is not None and known - each.on <= QUIET for each in record.until(on))


def _gap(stands: KindChances) -> float:
    return -inf if stands.past.gap is None else stands.past.gap


def _french_first(stands: KindChances) -> tuple[bool, float]:
    last = stands.admission.last
    return stands.admission.kind != "french", inf if last is None else last.cutoff


def _french_below(
    french: Admission, open_: Sequence[KindChances], record: Record, on: date
) -> int | None:
    """How much lower rounds for French go, where that is worth hearing early.

    Not for somebody who cannot be in them yet, and whom another kind would have invited.
    """
    if french.state == "if" and any(_gap(each) >= 0 for each in open_):
        return None
    cec = record.latest("cec", on)
    if french.state not in ("yes", "if") or french.quiet or french.last is None or cec is None:
        return None
    return cec.cutoff - french.last.cutoff if cec.cutoff > french.last.cutoff else None
