"""The questionnaire as a whole: every branch, in order, to its end, to a valid profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.profile import profile_fields, question_of
from dialogs.question import Question, Stage
from dialogs.questionnaire import before, expected, walk
from dialogs.questions import BY_ID, QUESTIONS
from scoring.competing import competing
from scoring.profile import OpenProfile, Profile
from scoring.ranges import total_range
from scoring.record import Record
from scoring.rules import rules_on
from scoring.score import score
from tests.dialogs.talk import TODAY

if TYPE_CHECKING:
    from dialogs.conversation import Answer
from tests.dialogs.paths import (
    EXEMPT,
    MAIN_QUESTIONS,
    PHYSICIAN,
    SHARED,
    TOPIC_QUESTIONS,
    paths_through,
    reaching,
    sample_answers,
    steps,
)

ORDER = """
    marital_status spouse_status birth_date education canadian_study has_eca
    first_language_test first_language_scores second_language_test second_language_scores
    canadian_experience foreign_experience occupation trade_certificate
    provincial_nomination sibling_in_canada
    spouse_education spouse_has_eca spouse_language_test spouse_language_scores
    spouse_canadian_experience
    recent_canadian_experience continuous_experience trade_experience job_offer
    authorized_to_work relative_in_canada spouse_canadian_study family_size settlement_funds
    settling_in_quebec
""".split()
"""The main questions."""


def test_order_is_the_published_one() -> None:
    assert MAIN_QUESTIONS == ORDER


def test_score_questions_come_before_the_program_questions() -> None:
    stages = [question.stage for question in QUESTIONS]
    assert stages == sorted(stages, key=list(Stage).index)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_every_path_ends_in_order_and_builds_a_valid_profile(data: st.DataObject) -> None:
    def choose(question: str, options: tuple[Answer, ...]) -> Answer:
        return data.draw(st.sampled_from(options), label=question)

    asked = []
    for question, answers in steps({}, choose):
        asked.append(question)
        walked = walk(answers, TODAY)
        OpenProfile.model_validate(profile_fields(walked.at))
        assert expected(walked) >= len(walked.standing)
    assert asked == sorted(asked, key=ORDER.index)
    profile = Profile.model_validate(profile_fields(walk(answers, TODAY).at))
    low, high = total_range(
        OpenProfile.model_validate(profile_fields(walk(answers, TODAY).at)), rules_on(TODAY)
    )
    assert low <= score(profile, rules_on(TODAY)).crs.total <= high
    assert low == high or walk(answers, TODAY).unknown, "a range without a reason"


@pytest.mark.parametrize(
    "branching",
    [
        ("marital_status", "spouse_status", "spouse_education", "spouse_language_test"),
        ("education", "canadian_study", "has_eca"),
        ("first_language_test", "second_language_test"),
        ("canadian_experience", "foreign_experience", "occupation"),
        ("foreign_experience", "occupation", "trade_certificate", "job_offer"),
        ("job_offer", "authorized_to_work"),
        ("marital_status", "family_size", "settlement_funds", "settling_in_quebec"),
    ],
)
def test_static_walk_of_every_branch(branching: tuple[str, ...]) -> None:
    reached: dict[str, set[str]] = {question: set() for question in branching}
    for answers in paths_through(branching):
        walked = walk(answers, TODAY)
        Profile.model_validate(profile_fields(walked.at))
        for question in branching:
            if question in walked.standing:
                reached[question].add(str(walked.standing[question]))
    for question in branching:
        assert len(reached[question]) > 1, f"{question} never branches"


@pytest.mark.parametrize("question", MAIN_QUESTIONS)
def test_every_question_is_reachable_and_leads_on(question: str) -> None:
    answers = reaching(question)
    walked = walk(answers, TODAY)
    assert walked.next is not None
    assert walked.next.id == question
    for answer in sample_answers(question, walked.at):
        then = walk({**answers, question: answer}, TODAY)
        assert question in then.standing, f"{answer!r} does not stand"
        assert then.next is None or then.next.id != question


@pytest.mark.parametrize("question", TOPIC_QUESTIONS, ids=lambda question: question.id)
def test_topic_questions_are_asked_with_their_topic_only(question: Question) -> None:
    answers: dict[str, Answer] = {
        **reaching("settling_in_quebec"),
        "settling_in_quebec": "no",
        "current_work": "canada",
        "spouse_canadian_experience": "12",
        "spouse_second_language_test": "nclc",
    }
    if question.stage is Stage.ROUNDS:
        answers |= PHYSICIAN
    assert question.id not in [q.id for q in walk(answers, TODAY).asked]
    with_topic = walk(answers, TODAY, (question.stage.value,))
    assert question.id in [q.id for q in with_topic.asked]
    for answer in sample_answers(question.id, with_topic.at):
        then = walk({**answers, question.id: answer}, TODAY, (question.stage.value,))
        assert question.id in then.standing, f"{answer!r} does not stand"
        Profile.model_validate(profile_fields(then.at))


@pytest.mark.parametrize("question", SHARED)
def test_a_question_of_the_programs_is_asked_by_a_topic_where_they_did_not(question: str) -> None:
    assert question not in [q.id for q in walk(EXEMPT, TODAY).asked]
    asked = walk(EXEMPT, TODAY, ("exchange",)).open_of(Stage.EXCHANGE)
    assert question in [q.id for q in asked]


@pytest.mark.parametrize("question", SHARED)
def test_no_question_is_asked_twice(question: str) -> None:
    answers = {**reaching("settling_in_quebec"), "settling_in_quebec": "no"}
    asked = [q.id for q in walk(answers, TODAY, ("exchange", "time", "alerts")).asked]
    assert len(asked) == len(set(asked))
    assert walk(answers, TODAY, ("exchange",)).open == ()


@pytest.mark.parametrize("question", [q.id for q in QUESTIONS])
def test_only_the_three_required_questions_refuse_unknown(question: str) -> None:
    required = question in ("marital_status", "birth_date", "education")
    assert BY_ID[question].skippable is not required


def test_back_leads_to_the_answered_question_before() -> None:
    walked = walk(reaching("education"), TODAY)
    previous = before(walked, "education")
    assert previous is not None
    assert previous.id == "birth_date"
    assert before(walked, "marital_status") is None


@pytest.mark.parametrize("answers", [{}, {"marital_status": "married"}])
def test_whatever_a_kind_of_round_depends_on_is_a_question(answers: dict[str, Answer]) -> None:
    bare = {"marital_status": "single", "birth_date": "29", "education": "master", **answers}
    profile = Profile.model_validate(profile_fields(walk(bare, TODAY).at))
    found = competing(profile, rules_on(TODAY), Record.shipped())
    needed = {question_of(field) for each in found.admissions for field in each.needs}
    assert {"occupation", "first_language_test", "settling_in_quebec"} <= needed <= BY_ID.keys()
