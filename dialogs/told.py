"""Facts told in passing: heard beside answers, wishes and questions, and taken up."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import lookup, pending, shown_back, wishes
from dialogs.answering import names_studies, read_text
from dialogs.doubts import WORK_WHERE
from dialogs.plainly import Meant, meant
from dialogs.question import Kind
from dialogs.questionnaire import before
from dialogs.questions import BY_ID
from dialogs.reading.asking import asks_for_points, asks_for_score
from dialogs.reading.choices import names_choice, read_choice
from dialogs.reading.facts import Facts, Mood, read_facts
from dialogs.reading.occupations.known import is_title
from dialogs.reading.outcome import Ambiguous, Understood, Unreadable
from dialogs.replies import Problem, Welcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.conversation import Answer
    from dialogs.question import Question
    from dialogs.reading.outcome import Reading
    from dialogs.turn import Outcome, Turn

_BIRTH, _PROFILE = "birth_date", "profile_submitted"
_PARTS = re.compile(r"[,.;:!?\n]+(?:\s|$)")
_MOST_PARTS = 8
_TO = re.compile(r".{1,160}\s(?:to|into|à|en|pour)\s+(?P<new>.{1,60})$", re.IGNORECASE)
"""What somebody wants an answer changed to."""
_WISHED = frozenset({Mood.ASKED, Mood.WISHED})
"""As a change is: what it names is to be true from now on."""
_NO_ANSWER = Unreadable("choice_unreadable")


def hear(turn: Turn, text: str, wish: str | None) -> tuple[Facts, str | None]:
    """The facts of a message, and what it wishes for, with what is known and asked just now.

    "What is the score for 30 years, a master's and CLB 9?" tells facts in a question.
    """
    question = turn.question.id if turn.question and turn.conversation.started else None
    known, language = pending.known(turn), turn.conversation.language
    facts = read_facts(text, known, language, question)
    if not asks_for_score(text) and not asks_for_points(text):
        return facts, wish
    if facts and asks_for_score(text):
        return facts, wish or "score"
    asked = read_facts(text, known, language, question, also=frozenset({Mood.ASKED}))
    return (asked, wish or "score") if asked.sure else (facts, wish)


def take_up(turn: Turn, text: str, facts: Facts, wish: str | None) -> Outcome | None:
    """Facts about several questions, or about others than the open one; None for none.

    ``wish`` is what the same words wish for, to be fulfilled after the facts are confirmed.
    """
    if not facts or (wish is not None and wish not in pending.AFTERWARDS):
        return None
    question = turn.question if turn.conversation.started else None
    if wish is None and _is_whole(facts):
        first = _first_answer(turn, facts, text) if question is None else None
        answered = first if question is None else _test(turn, question, facts)
        if answered is not None:
            return answered
    if question is not None:
        reading = read_text(question, text, turn.walked.at, turn.conversation.language)
        if facts.questions <= {question.id}:
            surer = isinstance(reading, Ambiguous) and question.id in facts.answers
            studied = question.kind is Kind.DURATION and names_studies(text)
            unread = isinstance(reading, Unreadable) and not studied
            return _own(turn, question, facts, text) if unread or surer else None
        if facts.questions - facts.inferred <= {question.id} and isinstance(reading, Understood):
            return None
        if question.id not in facts.questions:
            reading = _beside(turn, question, text)
            if not isinstance(reading, Unreadable):
                facts = _with(facts, question.id, reading)
    return shown_back.show(turn, facts, wish)


def _first_answer(turn: Turn, facts: Facts, text: str) -> Outcome | None:
    """An answer to the first question, by somebody who begins with it."""
    first = turn.question
    if first is None or facts.questions - facts.inferred != {first.id} or turn.conversation.facts:
        return None
    if first.id not in facts.answers:
        return None
    started = _own(turn.with_(started=True), first, facts, text)
    if started is None:
        return None
    return replace(started, replies=(Welcome(turn.conversation.language), *started.replies))


def _test(turn: Turn, question: Question, facts: Facts) -> Outcome | None:
    """A test with its scores, told while that test or its scores are asked: an answer to both."""
    test = question.test_question or question.id
    scores = test.replace("_test", "_scores")
    if not test.endswith("_test") or set(facts.answers) != {test, scores}:
        return None
    if facts.asked_back or facts.problems or turn.conversation.facts:
        return None
    then = turn.with_(answers={**turn.conversation.answers, test: facts.answers[test]})
    return wishes.answered(then, BY_ID[scores], facts.answers[scores], facts.remarks.get(scores))


def take_up_surely(turn: Turn, text: str, facts: Facts, wish: str | None) -> Outcome | None:
    """Facts that are surely told, or beside a wish or a question; None where it is not sure."""
    answered = None if wish else _answer_first(turn, text, facts)
    if answered is not None:
        return answered
    return take_up(turn, text, facts, wish) if facts.sure or wish else None


def _answer_first(turn: Turn, text: str, facts: Facts) -> Outcome | None:
    """Facts beside a question that the guide knows: its answer, or what it may be, goes first.

    While a question is open, statements are answers. Who came with a question is not welcomed
    before the answer. Where nothing is new, the answer is all. Who only tells of themselves is told
    what the guide says of that, too: "my brother lives in Canada".
    """
    answering = turn.question is not None and turn.conversation.started
    if not facts or (answering and not facts.asks):
        return None
    if _is_whole(facts) and not _may_be_asked(text, facts, answering=answering):
        return None
    least = lookup.NEAR if facts.asks else lookup.CLEAR if _is_whole(facts) else lookup.LIKELY
    found = lookup.found_in_guide(turn, text, least=least)
    taken_up = None if found is None else take_up(turn, text, facts, None)
    if found is None or taken_up is None:
        return None
    if shown_back.is_nothing_new(taken_up.replies[0]):
        return turn.remark(found)
    others = (reply for reply in taken_up.replies if not isinstance(reply, Welcome))
    return replace(taken_up, replies=(found, *others))


def amend(turn: Turn, text: str) -> Outcome | None:
    """Another answer to the question before, whose answer the words take back; shown first."""
    work = _work_told_again(turn, text)
    if work is not None:
        return work
    earlier = before(turn.walked, None if turn.question is None else turn.question.id)
    if earlier is None or earlier.id not in turn.conversation.answers:
        return None
    language = turn.conversation.language
    if not isinstance(read_choice(text, pending.CONFIRMING, ("yes", "no"), language), Unreadable):
        return None
    reading = read_text(earlier, text, turn.walked.at, language)
    if not isinstance(reading, Understood) or shown_back.is_same(turn, earlier.id, reading.value):
        return None
    return shown_back.show(turn, Facts({earlier.id: reading.value}))


def change(turn: Turn, questions: Sequence[str], text: str) -> Outcome | None:
    """The new answer that a request for a change names ("change my age to 30"), shown first."""
    named = _TO.match(text)
    if named is None:
        return None
    for question in map(BY_ID.__getitem__, questions):
        reading = read_text(question, named["new"], turn.walked.at, turn.conversation.language)
        stands = question.id in turn.walked.standing
        if (
            stands
            and isinstance(reading, Understood)
            and not shown_back.is_same(turn, question.id, reading.value)
        ):
            return shown_back.show(turn, Facts({question.id: reading.value}))
    told = read_facts(text, pending.known(turn), turn.conversation.language, also=_WISHED)
    return shown_back.show(turn, told) if told.answers else None


def _work_told_again(turn: Turn, text: str) -> Outcome | None:
    """Another length of the work of which it is just asked where it was."""
    question = turn.question
    doubt = None if question is None else turn.conversation.doubts.get(question.id)
    if question is None or doubt is None or doubt.reason != WORK_WHERE:
        return None
    match read_text(question, text, turn.walked.at, turn.conversation.language):
        case Understood(str(months)):
            again = replace(doubt, options=("0", months))
            return turn.with_(doubts={**turn.conversation.doubts, question.id: again}).ask(question)
    return None


def is_elsewhere(turn: Turn, text: str, facts: Facts) -> bool:
    """Whether the words tell of other questions than the open one, and only of those.

    "2 years in Canada" names no two-year diploma: all of it is told of work.
    """
    question = turn.question if turn.conversation.started else None
    if question is None or not facts or question.id in facts.questions:
        return False
    all_told = bool(facts.answers) and not facts.leftover
    return all_told or not names_choice(text, question.id, turn.conversation.language)


def _is_whole(facts: Facts) -> bool:
    """Whether all of the words tell facts, and none of them asks."""
    return bool(facts) and not facts.leftover and not facts.asks


def goes_first(text: str, facts: Facts, *, answering: bool) -> bool:
    """Whether facts that are all of the words are taken up before what these may ask about.

    While a question is open, statements are answers. A job title by itself is looked for among the
    occupations, a birthday that lacks its day or its year is asked again, and nobody looks up the
    scores of a test or the day of a profile.
    """
    plain = _PROFILE in facts.questions or any(q.endswith("_scores") for q in facts.answers)
    incomplete = _BIRTH in facts.problems
    return _is_whole(facts) and (answering or plain or incomplete or is_title(text))


def _may_be_asked(text: str, facts: Facts, *, answering: bool) -> bool:
    """Whether words that only tell facts may ask what the guide says of them, too.

    One thing that is no answer, and that nobody says of themselves, only asks: "truck driver
    express entry".
    """
    told = facts.own or bool(facts.answers) or len(facts.questions) > 1
    return told and not facts.sure and not goes_first(text, facts, answering=answering)


def _own(turn: Turn, question: Question, facts: Facts, text: str) -> Outcome | None:
    """An answer to the open question in more words than its own reader takes; None for hardly one.

    A figure among words about something else is asked back.
    """
    sure = meant(question, text)
    if sure is Meant.HARDLY:
        return None
    if question.id in facts.answers and sure is Meant.PERHAPS:
        return turn.ask_back(question, Ambiguous((facts.answers[question.id],), "unsure"))
    if question.id in facts.answers:
        remark = facts.remarks.get(question.id)
        return wishes.answered(turn, question, facts.answers[question.id], remark)
    if question.id in facts.asked_back:
        return turn.ask_back(question, facts.asked_back[question.id])
    problem = facts.problems[question.id]
    return turn.ask(question, problem=Problem(problem.reason, problem.details))


def _beside(turn: Turn, question: Question, text: str) -> Reading[Answer]:
    """The answer to the open question in a part of the message that tells nothing else.

    "No, I work in India" answers and tells; the "no" of "no brother in Canada" is of the fact.
    """
    at, language = turn.walked.at, turn.conversation.language
    for part in _PARTS.split(text)[:_MOST_PARTS]:
        reading = read_text(question, part, at, language) if part.strip() else _NO_ANSWER
        if not isinstance(reading, Unreadable) and not read_facts(part, at, language, question.id):
            return reading
    return _NO_ANSWER


def _with(facts: Facts, question: str, reading: Understood[Answer] | Ambiguous[Answer]) -> Facts:
    """The facts beside an answer to the open question."""
    if isinstance(reading, Understood):
        return replace(facts, answers={question: reading.value, **facts.answers})
    return replace(facts, asked_back={question: reading, **facts.asked_back})
