"""The questionnaire as a whole: every branch, in order, to its end, to a valid profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.conversation import UNKNOWN, Answer
from dialogs.profile import profile_fields, question_of
from dialogs.question import Kind, Question, Stage
from dialogs.questionnaire import MAIN, before, expected, walk
from dialogs.questions import BY_ID, QUESTIONS
from dialogs.replies import Problem
from dialogs.situation import Situation
from scoring.competing import competing
from scoring.profile import OpenProfile, Profile
from scoring.ranges import total_range
from scoring.record import Record
from scoring.rules import rules_on
from scoring.score import score
from tests.dialogs.talk import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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

MAIN_QUESTIONS = [question.id for question in QUESTIONS if question.stage in MAIN]
TOPIC_QUESTIONS = [
    question
    for question in QUESTIONS
    if question.stage not in MAIN and question.id not in MAIN_QUESTIONS
]
SHARED = [q.id for q in QUESTIONS if q.stage not in MAIN and q.id in MAIN_QUESTIONS]
"""Questions about the programs that a topic may need, too."""

LOW_SCORES = {
    "ielts": (6.0, 6.0, 6.0, 6.0),
    "celpip": (7, 7, 7, 7),
    "pte": (60, 60, 69, 68),
    "tef": (249, 207, 310, 310),
    "tcf": (458, 453, 10, 10),
    "clb": (7, 7, 7, 7),
    "nclc": (7, 7, 7, 7),
}
OCCUPATIONS = ("21231", "00012", "72200", "63200", "65200", "14100")


def sample_answers(question: str, at: Situation) -> tuple[Answer, ...]:
    """Answers that lead to every branch after this question."""
    asked = BY_ID[question]
    offered: tuple[Answer, ...] = asked.offered(at)
    match asked.kind:
        case Kind.BIRTH:
            return ("29", "1990-02-28", "45")
        case Kind.SCORES:
            test = at.choice(asked.test_question or "") or ""
            abilities = ("listening", "reading", "writing", "speaking")
            return ({"test": test, **dict(zip(abilities, LOW_SCORES[test], strict=True))}, UNKNOWN)
        case Kind.OCCUPATION:
            return (*OCCUPATIONS, UNKNOWN)
        case Kind.ASSESSMENT:
            return (*offered, "2024-05-05")
        case Kind.AMOUNT:
            return (*offered, "100000")
        case Kind.FUTURE:
            return ("2027-05-01",)
        case Kind.MOMENT:
            return (*offered, "2026-05-01", "2026-05-01T14:05:00Z")
    return offered


def steps(answers: Mapping[str, Answer], choose: Any) -> Iterator[tuple[str, dict[str, Answer]]]:
    """Answers one question after another until the end."""
    answers = dict(answers)
    for _ in range(len(QUESTIONS) + 1):
        walked = walk(answers, TODAY)
        if walked.next is None:
            return
        question = walked.next.id
        answers[question] = choose(question, sample_answers(question, walked.at))
        yield question, dict(answers)
    pytest.fail("a path through the questionnaire does not end")


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


def paths_through(relevant: tuple[str, ...]) -> Iterator[dict[str, Answer]]:
    """Every combination of answers to the named questions; the rest answered one way."""

    def onward(answers: dict[str, Answer]) -> Iterator[dict[str, Answer]]:
        walked = walk(answers, TODAY)
        if walked.next is None:
            yield answers
            return
        question = walked.next.id
        options = sample_answers(question, walked.at)
        for answer in options if question in relevant else options[:1]:
            yield from onward({**answers, question: answer})

    yield from onward({})


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


def reaching(question: str) -> dict[str, Answer]:
    """Answers with which a question is asked."""
    wanted: dict[str, Answer] = {
        "marital_status": "married",
        "spouse_status": "accompanying",
        "birth_date": "40",
        "education": "bachelor",
        "canadian_study": "none",
        "has_eca": "yes",
        "first_language_scores": {
            "test": "ielts",
            "listening": 7.5,
            "reading": 6.5,
            "writing": 6.5,
            "speaking": 6.5,
        },
        "canadian_experience": "12" if question == "recent_canadian_experience" else "0",
        "foreign_experience": "72",
        "occupation": "72200" if "trade" in question else "21231",
        "second_language_test": "tef" if question == "second_language_scores" else "none",
        "spouse_education": "bachelor",
        "spouse_language_test": "ielts" if question == "spouse_language_scores" else "none",
        "job_offer": "skilled" if question == "authorized_to_work" else "none",
        "sibling_in_canada": "no",
        "relative_in_canada": "no",
    }
    answers: dict[str, Answer] = {}
    for asked, then in steps({}, lambda name, options: wanted.get(name, options[0])):
        if asked == question:
            return answers
        answers = then
    pytest.fail(f"{question} is never asked")


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


PHYSICIAN: dict[str, Answer] = {
    "occupation": "31102",
    "canadian_experience": "24",
    "recent_canadian_experience": "24",
    "continuous_experience": "yes",
}
"""In a category that takes work in Canada only, and in one that takes any."""


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


EXEMPT: dict[str, Answer] = {
    **{q: answer for q, answer in reaching("settling_in_quebec").items() if q not in SHARED},
    "settling_in_quebec": "no",
    "job_offer": "skilled",
    "authorized_to_work": "yes",
    "birth_date": "30",
    "spouse_birth_date": "38",
    "spouse_has_eca": "yes",
    "spouse_language_test": "clb",
    "spouse_language_scores": dict(
        zip(
            ("test", "listening", "reading", "writing", "speaking"),
            ("clb", 7, 7, 7, 7),
            strict=True,
        )
    ),
    "spouse_second_language_test": "none",
    "spouse_foreign_experience": "72",
    "spouse_occupation": "21231",
    "spouse_continuous_experience": "yes",
}
"""Need not show funds, but the spouse would; the spouse's grid is five points short."""


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


@pytest.mark.parametrize(
    ("changed", "question"),
    [
        ({"spouse_canadian_experience": "0"}, "spouse_recent_canadian_experience"),
        ({"spouse_has_eca": "no"}, "spouse_canadian_study"),
        ({"spouse_education": "secondary"}, "spouse_canadian_study"),
        ({"spouse_foreign_experience": "0"}, "spouse_occupation"),
        ({"spouse_foreign_experience": "6"}, "spouse_continuous_experience"),
        ({"spouse_occupation": "65200"}, "spouse_continuous_experience"),
        ({"spouse_continuous_experience": "no"}, "settlement_funds"),
        ({"spouse_birth_date": "47", "spouse_canadian_study": "none"}, "settlement_funds"),
        ({"relative_in_canada": "no", "spouse_canadian_study": "none"}, "settlement_funds"),
        ({"spouse_birth_date": UNKNOWN}, "settlement_funds"),
        ({"authorized_to_work": "no", "settlement_funds": "0"}, "settlement_funds"),
        ({"spouse_foreign_experience": "12"}, "relative_in_canada"),
        ({"sibling_in_canada": "yes"}, "relative_in_canada"),
        ({"spouse_birth_date": "30"}, "relative_in_canada"),
    ],
)
def test_only_what_can_matter_is_asked_to_compare(
    changed: dict[str, Answer], question: str
) -> None:
    answers = {**EXEMPT, **changed}
    asked = walk(answers, TODAY, ("exchange",)).open_of(Stage.EXCHANGE)
    assert question not in [q.id for q in asked]


@pytest.mark.parametrize(("months", "asked"), [("11", False), ("12", True), (UNKNOWN, False)])
def test_recent_work_of_the_spouse_is_asked_after_a_year_of_it(months: str, asked: bool) -> None:
    answers = {**EXEMPT, "spouse_canadian_experience": months}
    walked = walk(answers, TODAY, ("exchange",))
    assert ("spouse_recent_canadian_experience" in [q.id for q in walked.asked]) is asked


def test_recent_work_of_the_spouse_is_part_of_all_of_it() -> None:
    at = walk({**EXEMPT, "spouse_canadian_experience": "14"}, TODAY, ("exchange",)).at
    recent = BY_ID["spouse_recent_canadian_experience"]
    assert recent.offered(at) == ("0", "12", UNKNOWN)
    assert recent.check(at, "14") is None
    assert recent.check(at, "15") == Problem("recent_more_than_total", {"months": 14})


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


def test_sibling_answers_for_a_relative() -> None:
    answers = {**reaching("relative_in_canada"), "sibling_in_canada": "yes"}
    assert "relative_in_canada" not in [q.id for q in walk(answers, TODAY).asked]


def test_relative_is_asked_only_when_it_decides() -> None:
    young = {**reaching("relative_in_canada"), "birth_date": "29"}
    assert "relative_in_canada" not in [q.id for q in walk(young, TODAY).asked]


@pytest.mark.parametrize(
    ("education", "allowed"),
    [
        ("one_year", ("none", "one_year")),
        ("two_year", ("none", "one_year", "two_year")),
        (
            "bachelor",
            ("none", "one_year", "two_year", "three_or_more_years", "graduate_one_year"),
        ),
    ],
)
def test_canadian_study_never_goes_beyond_education(
    education: str, allowed: tuple[str, ...]
) -> None:
    at = Situation({"education": education}, TODAY)
    assert BY_ID["canadian_study"].offered(at) == (*allowed, UNKNOWN)


@pytest.mark.parametrize(
    ("education", "study", "asked"),
    [
        ("none", None, False),
        ("secondary", None, True),
        ("one_year", "one_year", False),
        ("two_year", "one_year", True),
        ("two_year", "two_year", False),
        ("master", "two_year", True),
        ("master", "three_or_more_years", False),
        ("master", "graduate_one_year", False),
        ("master", UNKNOWN, True),
    ],
)
def test_assessment_is_asked_unless_canadian_study_covers_the_education(
    education: str, study: str | None, asked: bool
) -> None:
    answers: dict[str, Answer] = {
        "marital_status": "single",
        "birth_date": "29",
        "education": education,
    }
    if study:
        answers["canadian_study"] = study
    assert ("has_eca" in [q.id for q in walk(answers, TODAY).asked]) is asked


def test_second_language_is_the_other_one() -> None:
    after_english = Situation({"first_language_test": "celpip"}, TODAY)
    after_french = Situation({"first_language_test": "tcf"}, TODAY)
    second = BY_ID["second_language_test"]
    assert second.offered(after_english) == ("tef", "tcf", "nclc", UNKNOWN, "none")
    assert second.offered(after_french) == ("ielts", "celpip", "pte", "clb", UNKNOWN, "none")


NURSE: dict[str, Answer] = {
    **reaching("settling_in_quebec"),
    "birth_date": "29",
    "occupation": "31301",
}


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        # Ask nobody in whose occupation no category of the day has rounds,
        ({"occupation": "21231"}, []),
        ({"occupation": "unknown"}, []),
        # nor where so much work is not possible, or no program is.
        ({"canadian_experience": "0", "foreign_experience": "11"}, []),
        ({"settling_in_quebec": "yes"}, []),
        ({}, ["category_experience_months"]),
        ({"settling_in_quebec": "unknown"}, ["category_experience_months"]),
        # Where some categories take work in Canada only, enough of it settles both.
        (PHYSICIAN, ["category_canadian_months", "category_experience_months"]),
        ({**PHYSICIAN, "category_canadian_months": "12"}, ["category_canadian_months"]),
        (
            {**PHYSICIAN, "category_canadian_months": "11"},
            ["category_canadian_months", "category_experience_months"],
        ),
        ({**PHYSICIAN, "recent_canadian_experience": "0"}, ["category_experience_months"]),
        ({**PHYSICIAN, "occupation": "00012"}, ["category_canadian_months"]),
        ({**PHYSICIAN, "occupation": "42102"}, []),
    ],
)
def test_work_in_a_category_is_asked_where_it_decides(
    answers: dict[str, Answer], asked: list[str]
) -> None:
    known = {"settling_in_quebec": "no", **NURSE, "continuous_experience": "yes", **answers}
    walked = walk(known, TODAY, ("rounds",))
    assert [q.id for q in walked.asked if q.stage is Stage.ROUNDS] == asked


@pytest.mark.parametrize(
    ("question", "more", "fits"),
    [("category_canadian_months", "25", "24"), ("category_experience_months", "37", "36")],
)
def test_work_in_a_category_is_part_of_all_work(question: str, more: str, fits: str) -> None:
    answers = {**NURSE, **PHYSICIAN, "foreign_experience": "36", "settling_in_quebec": "no"}
    for months, stands in ((fits, True), (more, False)):
        walked = walk({**answers, question: months}, TODAY, ("rounds",))
        assert (question in walked.standing) is stands


@pytest.mark.parametrize("answers", [{}, {"marital_status": "married"}])
def test_whatever_a_kind_of_round_depends_on_is_a_question(answers: dict[str, Answer]) -> None:
    bare = {"marital_status": "single", "birth_date": "29", "education": "master", **answers}
    profile = Profile.model_validate(profile_fields(walk(bare, TODAY).at))
    found = competing(profile, rules_on(TODAY), Record.shipped())
    needed = {question_of(field) for each in found.admissions for field in each.needs}
    assert {"occupation", "first_language_test", "settling_in_quebec"} <= needed <= BY_ID.keys()
