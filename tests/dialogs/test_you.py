"""What the guide knows of a person, as far as they have answered."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from dialogs.questionnaire import walk
from dialogs.you import You, you
from messages.people import ABROAD, COUPLE, RECORD, SHUT_OUT, TODAY, UNSURE, first

if TYPE_CHECKING:
    from dialogs.conversation import Answers


def known(answers: Answers, on: date = TODAY) -> You:
    return you(walk(answers, on), RECORD)


def test_nothing_is_known_of_a_newcomer() -> None:
    facts = known({})
    assert all(getattr(facts, field.name) in (None, (), False) for field in fields(You)[1:])
    assert not facts.profile.model_dump(exclude_none=True)


def test_what_is_known_grows_with_the_answers() -> None:
    early = known(first(ABROAD, 3))
    assert (early.crs, early.programs, early.in_couple, early.age) == (None, None, False, 32)
    assert early.low is not None
    assert early.high is not None
    assert early.low < early.high
    scored = known(first(ABROAD, 13))
    assert scored.crs is not None
    assert scored.programs is None


def test_everything_is_known_of_somebody_who_is_done() -> None:
    facts = known(ABROAD)
    assert facts.crs is not None
    assert facts.crs.total == facts.low == facts.high
    assert (facts.programs, facts.family_size, facts.funds_needed) == (("fsw",), 1, 15263)
    assert (facts.least_level, facts.french_level, facts.teer) == (9, None, 1)
    assert facts.levels == (9, 9, 9, 9)
    assert facts.test_expires == date(2028, 3, 14)
    assert facts.eca_expires == date(2029, 6, 14)
    assert facts.categories == ()
    assert facts.rounds == ()
    assert facts.fsw is not None


def test_a_couple() -> None:
    facts = known(COUPLE)
    assert (facts.in_couple, facts.with_spouse) == (True, True)
    assert (facts.family_size, facts.funds_needed) == (None, 19001)
    assert facts.french_level == facts.least_level == 8
    assert facts.categories == ("french", "trade")
    assert facts.rounds is not None
    assert [each.kind for each in facts.rounds] == ["cec", "french"]
    assert facts.test_expires == date(2028, 2, 1)


def test_a_couple_is_told_the_total_without_the_spouse() -> None:
    staying = known({**COUPLE, "spouse_status": "staying"})
    assert staying.crs is not None
    assert known(COUPLE).crs_alone == staying.crs.total
    assert staying.crs_alone is None
    assert known(first(COUPLE, 6)).crs_alone is None


def test_what_is_not_known_settles_neither_a_total_nor_a_program() -> None:
    unsure = known(UNSURE)
    assert unsure.scored
    assert (unsure.crs, unsure.crs_nominated) == (None, None)
    assert (unsure.low, unsure.high) == (94, 499)
    assert (unsure.programs, unsure.fsw) == (None, None)
    assert "fsw" in unsure.unsettled
    assert "cec" not in unsure.unsettled
    assert known(ABROAD).unsettled == ()


@pytest.mark.parametrize("answers", [ABROAD, COUPLE], ids=["no extras", "with extras"])
def test_the_total_with_a_nomination_is_that_of_scoring_with_one(answers: Answers) -> None:
    nominated = known({**answers, "provincial_nomination": "yes"})
    assert nominated.crs is not None
    assert known(answers).crs_nominated == nominated.crs.total
    assert nominated.crs_nominated is None
    assert known(first(answers, 6)).crs_nominated is None


@pytest.mark.parametrize("days", [-1, 0])
def test_an_expired_test_is_no_level(days: int) -> None:
    on = date(2028, 3, 14) + timedelta(days)
    assert (known(ABROAD, on).least_level is None) == (days == 0)
    assert (known(ABROAD, on).levels is None) == (days == 0)


def test_what_is_unsure_or_shut() -> None:
    assert known(UNSURE).least_level is None
    assert known(UNSURE).levels is None
    assert known(COUPLE).eca_expires is None
    assert known(SHUT_OUT).programs == ()
