"""A representative reply for every screen there is, by name.

The tests check each in every language, and the preview page shows them side by side. Scores and
plans in it are really scored.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dialogs import screens, screens_ahead
from dialogs.conversation import KEPT_MONTHS, Answer, Answers, Conversation
from dialogs.exporting import export
from dialogs.question import Kind
from dialogs.questionnaire import walk
from dialogs.questions import BY_ID
from dialogs.reading.facts.tokens import LONGEST
from dialogs.replies import (
    Ask,
    ChooseLanguage,
    Confirm,
    Explanation,
    Export,
    Finished,
    NoScoreYet,
    Notice,
    Page,
    Privacy,
    Problem,
    Reply,
    Score,
    Unfinished,
    Welcome,
)
from dialogs.replies_told import AgeOfWhom, Fact, FactsRead
from messages.catalogue_ahead import ahead
from messages.catalogue_alerts import alerts
from messages.catalogue_explained import explained
from messages.catalogue_guide import guide
from messages.catalogue_operator import operator
from messages.catalogue_reminders import reminders
from messages.catalogue_rounds import of_rounds
from messages.people import ABROAD, COUPLE, RECORD, SHUT_OUT, TODAY, UNSURE, first
from messages.problems import PROBLEMS
from messages.words import words
from scoring.pool import rank
from scoring.vocabulary import ABILITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PAGES = ("help",)
_CARD = 1234
_AIM = 500
_TYPED_MARKUP = "<b>Tom & Zoé</b>"


def catalogue() -> dict[str, Reply]:
    """Every screen, in the order in which a person would meet them."""
    shown: dict[str, Reply] = {"welcome": Welcome("en")}
    shown.update((f"question {name}", _card(name)) for name in BY_ID)
    shown.update((f"why {name}", _card(name, why=True)) for name in BY_ID)
    shown.update((f"answered {name}", card) for name, card in _echoes())
    shown.update((f"asked back {name}", card) for name, card in _asked_back())
    shown.update((f"problem {reason}", card) for reason, card in _problems())
    shown.update(_scores())
    shown.update(explained())
    shown.update(ahead())
    shown.update(of_rounds())
    shown.update(reminders())
    shown.update(alerts())
    shown.update(operator())
    shown.update(guide())
    shown.update(_standing())
    for key in words("en").keys("notices", "notices"):
        shown[f"notice {key}"] = Notice(key, _noticed(key))
    return shown


def _noticed(key: str) -> dict[str, Any]:
    """What the words of a notice mention."""
    if key == "suppose_impossible":
        details = {"ability": "reading", "given": 320, "minimum": 0, "maximum": 300, "test": "tef"}
        fault = Problem("tef_wrong_column", details)
        return {"question": "first_language_scores", "problem": fault}
    counted = RECORD.pool(TODAY) if key == "pool_above" else None
    if counted is not None:
        return {"total": 505, "rank": rank(counted, 505)}
    return {"most": LONGEST} if key.endswith("too_long") else {}


def _card(name: str, answers: Answers = COUPLE, **shown: Any) -> Ask:
    """A question as this person would be asked it, whether it still matters or not."""
    question = BY_ID[name]
    names = list(BY_ID)
    position = names.index(name)
    before = {other: answers[other] for other in names[:position] if other in answers}
    at = walk(before, TODAY).at
    details = screens.details(question, at)
    if question.kind is Kind.SCORES:
        details = {"test": before[question.test_question or ""]}
    return Ask(
        question=name,
        choices=question.offered(at),
        card=_CARD,
        number=position + 1,
        total=len(names),
        answers=before,
        can_go_back=position > 0,
        can_skip=question.skippable,
        details={**details, **shown.pop("details", {})},
        **shown,
    )


def _echoes() -> Iterator[tuple[str, Ask]]:
    """The card after each kind of answer, with the answer on its first line."""
    for answers in (ABROAD, COUPLE, UNSURE):
        walked = walk(answers, TODAY)
        answered = list(walked.standing.items())
        for (question, answer), (following, _) in pairwise(answered):
            echo = screens.echo(question, answer, walked.at)
            name = f"{question} {_brief(answer)}"
            yield name, _card(following, walked.standing, echo=echo)
    unskilled = screens.echo("occupation", "65200", walk(SHUT_OUT, TODAY).at)
    yield "occupation with warning", _card("trade_certificate", echo=unskilled)
    yield "education again", _card("education", current="bachelor")
    yield "occupation again", _card("occupation", current="72200", why=True)
    yield "stale button", _card("education", notice="stale_button")
    yield "resumed", _card("education", notice="resumed", low=154, high=1200)
    yield "nothing left to change", _card("sibling_in_canada", low=462, high=462)


def _brief(answer: Answer) -> str:
    return answer if isinstance(answer, str) else str(answer["test"])


def _asked_back() -> Iterator[tuple[str, Ask]]:
    options: Mapping[str, tuple[str, tuple[Answer, ...]]] = {
        "date_order": ("birth_date", ("1992-04-03", "1992-03-04")),
        "span_order": ("canadian_experience", ("11", "13")),
        "months_or_years": ("foreign_experience", ("5", "60")),
        "choice_ambiguous": ("education", ("bachelor", "master")),
        "occupation_title": ("occupation", ("21231", "21232", "21234", "00012", "64409")),
        "old_noc_title": ("occupation", ("21231", "21232")),
        "no_noc_title": ("occupation", ("63200",)),
        "several": ("family_size", ("3", "4")),
        "common_law_short": ("marital_status", ("single", "common_law")),
        "work_where": ("canadian_experience", ("0", "48")),
        "uncounted_work": ("canadian_experience", ("12", "24")),
        "skilled_work": ("canadian_experience", ("12", "0")),
        "work_abroad": ("foreign_experience", ("48", "0")),
    }
    for reason, (question, readings) in options.items():
        yield reason, _card(question, options=readings, options_reason=reason)
    scores = COUPLE["first_language_scores"]
    if isinstance(scores, dict):
        readings = tuple({**scores, "taken_on": day} for day in ("2025-04-03", "2025-03-04"))
        card = _card("first_language_scores", options=readings, options_reason="date_order")
        yield "date of a test", card
    everywhere: dict[str, Any] = {"test": "clb", **dict.fromkeys(ABILITIES, 9)}
    card = _card(
        "first_language_scores",
        details={"test": "clb"},
        options=(everywhere,),
        options_reason="level_everywhere",
    )
    yield "level of a test", card


def _problems() -> Iterator[tuple[str, Ask]]:
    for reason, (question, details) in PROBLEMS.items():
        yield reason, _card(question, problem=Problem(reason, details))
    typed = {"given": _TYPED_MARKUP}
    yield "typed markup", _card("occupation", problem=Problem("noc_unknown", typed))


def _scores() -> Iterator[tuple[str, Reply]]:
    yield "range so far", _score(first(ABROAD, 4))
    yield "range so far, one to go", NoScoreYet(462, 462, 1)
    yield "range so far, nothing yet", NoScoreYet(0, 1200, 14, newcomer=True)
    yield "score, programs to come", _score(first(ABROAD, 13))
    complete = _score(ABROAD)
    yield "score, single", complete
    yield "score, couple", _score(COUPLE)
    yield "score, range", _score(UNSURE)
    yield "score, nothing open", _score(SHUT_OUT)
    if isinstance(complete, Score):
        echo = screens.echo("education", "master", walk(ABROAD, TODAY).at)
        yield "score, changed", replace(complete, echo=echo, changed_from=complete.high - 23)
        yield "score, not enough known", replace(complete, result=None, low=120, lines=())
        yield (
            "score, one question left",
            replace(complete, eligibility_known=False, open_questions=1),
        )
    for name, answers in {"single": ABROAD, "couple": COUPLE, "unsure": UNSURE}.items():
        walked = walk(answers, TODAY)
        explained = screens.explanation(walked)
        if isinstance(explained, Explanation):
            yield f"explanation, {name}", explained


def _score(answers: Answers) -> Reply:
    return screens.score_card(walk(answers, TODAY))


def _report(answers: Answers) -> Reply:
    walked = walk(answers, TODAY)
    return screens_ahead.report(walked, screens_ahead.target_plan(walked, _AIM, RECORD))


def _told() -> Iterator[tuple[str, Reply]]:
    """Facts told in passing: new ones, one beside an earlier answer, doubts and what is left."""
    at = walk(COUPLE, TODAY).at
    told = ("marital_status", "birth_date", "first_language_test", "first_language_scores")
    new = tuple(Fact(screens.echo(question, COUPLE[question], at)) for question in told)
    yield "facts read", FactsRead(new)
    yield "facts read, one is wrong", FactsRead(new, picking=True)
    yield "facts read, something else was lost", FactsRead(new, lost=True)
    married = screens.echo("marital_status", "married", at)
    yield "facts read, the next question is one of them", FactsRead(new[1:], echo=married)
    yield "age of whom", AgeOfWhom(31)
    changed = (
        Fact(screens.echo("education", "master", at), "bachelor"),
        Fact(screens.echo("foreign_experience", "120", at, "window_capped"), "24"),
    )
    overall = Problem("scores_overall_only", {"given": "7.5"})
    yield (
        "facts read, old and new",
        FactsRead(
            changed,
            problems=(("first_language_scores", overall),),
            asked_back=(
                ("canadian_experience", ("0", "48")),
                ("occupation", ("21231", "21232")),
                ("spouse_education", ("secondary", "bachelor")),
                ("second_language_scores", ({"test": "nclc", **dict.fromkeys(ABILITIES, 7)},)),
            ),
            leftover=(_TYPED_MARKUP, "purple"),
        ),
    )


def _standing() -> Iterator[tuple[str, Reply]]:
    for name, answers in {"single": ABROAD, "couple": COUPLE, "early": first(ABROAD, 3)}.items():
        yield f"review, {name}", screens.review(walk(answers, TODAY))
    yield from _told()
    yield "unfinished", Unfinished(7, 18)
    yield "finished", Finished()
    for page in PAGES:
        yield f"page {page}", Page(page)
    yield "page privacy", Privacy(KEPT_MONTHS)
    yield "language", ChooseLanguage("en")
    yield "confirm delete", Confirm("delete", _CARD)
    yield "confirm restart", Confirm("restart", _CARD)
    walked = walk(ABROAD, TODAY)
    for name, answers in {"single": ABROAD, "unsure": UNSURE, "early": first(ABROAD, 3)}.items():
        yield f"report, {name}", _report(answers)
    yield "export", Export(export(Conversation(answers=ABROAD), walked))
