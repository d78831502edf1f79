"""The replies of the machine, built from a walk over the answers: what each screen shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from dialogs import doubts
from dialogs.offers import CATEGORY_MONTHS, funds_asked, most_category_months
from dialogs.open_answers import estimate, narrowest
from dialogs.profile import profile_of
from dialogs.question import Kind, Question
from dialogs.questionnaire import Walk, before, expected
from dialogs.replies import Ask, Echo, Explanation, NoScoreYet, Notice, Review, ReviewEntry, Score
from dialogs.unsettled import may_open, reasons
from scoring.explain import lines
from scoring.language import levels
from scoring.occupations import occupations
from scoring.parameters.tables import number
from scoring.plan.scored import open_programs
from scoring.profile import LanguageResult, OpenProfile, Profile
from scoring.ranges import total_range
from scoring.rules import rules_on
from scoring.score import score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogs.conversation import Answer, Conversation
    from dialogs.situation import Situation
    from scoring.result import Result
    from scoring.rules import Rules

REQUIRED = ("marital_status", "birth_date", "education")
"""Without an answer to these there is no score, only a range."""


def ask(
    conversation: Conversation, walked: Walk, question: Question, **shown: Any
) -> tuple[Conversation, Ask]:
    """The card of a question, and the conversation that knows it as the newest card."""
    card = conversation.card + 1
    doubt = doubts.doubt_of(conversation, question, walked.at)
    if doubt is not None and not shown.get("options"):
        if not shown.get("problem"):
            shown |= {"options": doubt.options, "options_reason": doubt.reason}
        elif question.kind is Kind.OCCUPATION:
            shown["options"] = doubt.options
    number = _number(walked, question)
    low, high = _range_so_far(walked)
    reply = Ask(
        question=question.id,
        choices=question.offered(walked.at),
        card=card,
        number=number,
        total=max(expected(walked), number),
        answers=walked.standing,
        current=walked.standing.get(question.id),
        can_go_back=before(walked, question.id) is not None,
        can_skip=question.skippable,
        low=low,
        high=high,
        details=details(question, walked.at),
        **shown,
    )
    return replace(conversation, card=card), reply


def _number(walked: Walk, question: Question) -> int:
    """Which question of the person's own this is: one more than are answered, or stand before it.

    Answers told in passing leave gaps, so that the place among all would leap ahead and back.
    """
    asked = [each.id for each in walked.asked]
    if question.id in walked.standing:
        asked = asked[: asked.index(question.id)]
    return 1 + sum(each in walked.standing for each in asked)


def _range_so_far(walked: Walk) -> tuple[int, int] | tuple[None, None]:
    """The least and greatest total, once something is known and until the score is."""
    if walked.score_known or not walked.standing:
        return None, None
    return _range(walked)


def open_range(walked: Walk) -> tuple[int, int] | None:
    """The least and the greatest total while an answer that counts is open or not known."""
    low, high = _range(walked)
    return (low, high) if low < high else None


def _range(walked: Walk) -> tuple[int, int]:
    open_profile = profile_of(walked.at, OpenProfile)
    return total_range(open_profile, rules_on(walked.at.today))


def echo(question: str, answer: Answer, at: Situation, remark: str | None = None) -> Echo:
    """The answer as it was understood, with levels for test scores and what must be said of it."""
    return Echo(question, answer, levels_of(answer, at), _warning(question, answer, at) or remark)


def score_card(
    walked: Walk, echoed: Echo | None = None, changed_from: int | None = None
) -> Score | NoScoreYet:
    """The score as far as it is known: a card once its questions are answered, else a range."""
    rules = rules_on(walked.at.today)
    open_profile = profile_of(walked.at, OpenProfile)
    low, high = total_range(open_profile, rules)
    telling = narrowest(walked) if low < high else None
    if not walked.score_known:
        return NoScoreYet(low, high, len(walked.open), echoed, telling)
    profile = profile_of(walked.at, Profile)
    result = score(profile, rules)
    return Score(
        profile=open_profile,
        result=result,
        low=low,
        high=high,
        lines=lines(profile, result, rules),
        eligibility_known=walked.next is None,
        unknown=walked.unknown,
        not_known=walked.not_known,
        today=walked.at.today,
        reasons=reasons(profile, result, rules),
        echo=echoed,
        changed_from=None if changed_from == result.crs.total else changed_from,
        open_questions=len(walked.open),
        narrowest=telling,
        estimate=estimate(walked) if low < high else None,
    )


def total(walked: Walk) -> int | None:
    """The total with unknown answers at no points; None before the score is known."""
    return _scored(walked).crs.total if walked.score_known else None


def explanation(walked: Walk) -> Explanation | Notice:
    """The score line by line."""
    if not walked.score_known:
        return Notice("explain_needs_score")
    result = _scored(walked)
    profile = profile_of(walked.at, Profile)
    return Explanation(result, lines(profile, result, rules_on(walked.at.today)), profile)


def shut_out(walked: Walk, profile: Profile) -> bool:
    """Whether all is answered and no program is open: a score without one is worth nothing."""
    rules = rules_on(walked.at.today)
    return walked.next is None and not open_programs(score(profile, rules))


def may_be_eligible(profile: Profile, rules: Rules) -> bool:
    """Whether a program is open, or what is not known could still open one."""
    against = reasons(profile, score(profile, rules), rules)
    return any(map(may_open, against.values()))


def missing_required(walked: Walk) -> tuple[str, ...]:
    """The questions without whose answers there is no score."""
    return tuple(question for question in REQUIRED if question not in walked.standing)


def review(walked: Walk) -> Review | Notice:
    """Every standing answer, in the order of the questions."""
    if not walked.standing:
        return Notice("review_empty")
    entries = tuple(
        ReviewEntry(question, answer, levels_of(answer, walked.at))
        for question, answer in walked.standing.items()
    )
    return Review(entries, walked.standing, len(walked.open))


def _scored(walked: Walk) -> Result:
    profile = profile_of(walked.at, Profile)
    return score(profile, rules_on(walked.at.today))


def levels_of(answer: Answer, at: Situation) -> Mapping[str, int] | None:
    """For test scores, the CLB or NCLC of each ability."""
    if not isinstance(answer, dict):
        return None
    reached = levels(LanguageResult.model_validate(answer), rules_on(at.today).levels)
    return None if reached is None else reached._asdict()


def _warning(question: str, answer: Answer, at: Situation) -> str | None:
    """What should be said at once about an answer that is valid, yet counts for nothing."""
    rules = rules_on(at.today)
    if isinstance(answer, dict):
        taken_on = LanguageResult.model_validate(answer).taken_on
        expired = taken_on is not None and taken_on <= rules.tests_expired
        return "language_expired" if expired else None
    if question == "has_eca" and answer[:1].isdigit():
        issued_on = date.fromisoformat(answer)
        return "eca_expired" if issued_on <= rules.assessments_expired else None
    occupation = occupations().get(answer)
    unskilled = occupation is not None and occupation.teer not in rules.skilled_teer
    return "occupation_not_skilled" if unskilled else None


def details(question: Question, at: Situation) -> dict[str, Any]:
    """Facts the wording of the card needs."""
    if question.kind is Kind.SCORES:
        return {"test": at.choice(question.test_question or "")}
    if question.id in CATEGORY_MONTHS:
        work = rules_on(at.today).entries["category_work"]
        return {
            "occupation": at.choice("occupation"),
            "most": most_category_months(question.id, at),
            "needed": number(work, "months"),
            "years": number(work, "window_years"),
        }
    if question.kind is Kind.MOMENT:
        return {"example_day": at.today - timedelta(days=40)}
    if question.kind is Kind.AMOUNT:
        table = rules_on(at.today).entries.get("funds")
        return {"funds": funds_asked(at), "since": table.since if table else None}
    return {}


def current_question(conversation: Conversation, walked: Walk) -> Question | None:
    """The question that is being asked: one revisited, one in doubt, else the next open one."""
    asked = (q for q in walked.asked if q.id == conversation.revisiting)
    return next(asked, None) or doubts.doubtful(conversation, walked) or walked.next
