"""Whatever people write: never an exception, never slow, and only answers that can be stored."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dialogs.conversation import LANGUAGES, Language
from dialogs.questionnaire import stands
from dialogs.questions import BY_ID, QUESTIONS
from dialogs.reading.facts import read_facts
from dialogs.situation import Situation

TODAY = date(2026, 11, 23)
NOBODY = Situation({}, TODAY)
MOST_SECONDS = 0.02

WORDS = st.sampled_from(
    "i im my wife husband has have and , . ? no not 31 years old yrs 2 4 18 months in canada "
    "india toronto ielts clb tef 8 7.5 8777 9 each everything single married masters bachelor "
    "diploma phd software engineer nurse as a brother sister nomination job offer eca wes $ "
    "25000 family of kids since 2021 march born part time french j ai ans marié maîtrise "
    "partout depuis au sans pas de what if is do need want $5 12/03/1994 ½ ② ﷺ".split()
)
MESSAGES = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200)
questions = st.sampled_from([None, *(question.id for question in QUESTIONS)])


@given(text=MESSAGES, language=st.sampled_from(LANGUAGES), question=questions)
@settings(max_examples=400, deadline=None)
@example("9" * 900, "en", None)
@example("my wife " * 100, "en", None)
@example("²", "fr", None)
def test_every_message_gives_answers_that_can_be_stored(
    text: str, language: Language, question: str | None
) -> None:
    facts = read_facts(text, NOBODY, language, question)
    assert not facts.answers.keys() & facts.asked_back.keys()
    assert not facts.answers.keys() & facts.problems.keys()
    at = Situation(dict(facts.answers), TODAY)
    for name, answer in facts.answers.items():
        assert stands(BY_ID[name], answer, at), (name, answer)
    for name, ambiguous in facts.asked_back.items():
        assert ambiguous.options
        assert all(stands(BY_ID[name], option, at) for option in ambiguous.options)


@given(st.text(min_size=1_001, max_size=10_000).filter(lambda text: len(text.strip()) > 1_000))
@settings(max_examples=20, deadline=None)
def test_of_a_story_nothing_is_read(text: str) -> None:
    assert not read_facts(text, NOBODY, "en")


UNITS = (
    *("a", "9", "1 ", "9,5 ", "1/", "- ", "a a ", "infirmière ", "engineer of the ", "since "),
    *("March ", "L8 ", "ielts 8 ", "ielts ", "4 years ", "4 years in canada ", "my wife "),
    *("no nomination or ", "ielts 8 7.5 7 7 ", "work as ", "software engineer ", "diploma "),
    *("2 years diploma of ", "born 5 march ", "since 2021 ", "brother ", "canada ", "$ 5 "),
    *("savings 5 k ", "8 7 6 5 ielts ", "m'accompagne ", "noc 21231 ", "work as a zxcvb "),
    *("without a the ", "eca march 2024 ", "dont 2 ", "family of 4 ", "2 kids ", "single "),
    *("listening 8 reading 7 writing 7 speaking 7 ", "ielts overall 7 each ", "as a nurse "),
    *("from march 2021 to may 2022 ", "clb 9 tef 300 ", "20 ", "? ", "(", "é", "ﷺ", "x" * 10_000),
)


@pytest.mark.parametrize("unit", UNITS)
def test_no_message_takes_long(unit: str) -> None:
    read_facts("once, so that tables are read: ielts 8 8 8 8, 4 yrs nurse", NOBODY, "en")
    for length in (150, 310, 470, 700, 1_000):
        text = (unit * length)[:length]
        assert min(_seconds(text) for _ in range(3)) < MOST_SECONDS, text[:40]


def _seconds(text: str) -> float:
    """The processor's time, for other processes may run beside the tests."""
    start = time.process_time()
    read_facts(text, NOBODY, "en")
    return time.process_time() - start
