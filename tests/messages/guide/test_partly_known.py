"""Every entry of the guide can be said to somebody of whom only some things are known."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.conversation import LANGUAGES, UNKNOWN, Answer, Answers
from dialogs.question import Kind
from dialogs.questionnaire import walk
from dialogs.questions import BY_ID
from messages.catalogue_guide import guide_entry
from messages.guide.entries import entries, wordings
from messages.people import ABROAD, COUPLE, SHUT_OUT, TODAY
from messages.render import render
from tests.messages.telegram import read

PERSONAL = [id_ for id_ in entries() if any(wordings(each)[id_].you for each in LANGUAGES)]
PEOPLE = (ABROAD, COUPLE, SHUT_OUT)
LEFTOVERS = ("{", "}", "None", " ,", " .", "()", "..")


def single_answers() -> dict[str, Answers]:
    """Each answer that somebody gives, and each choice of each question, alone."""
    known: list[tuple[str, Answer]] = [each for person in PEOPLE for each in person.items()]
    for id_, question in BY_ID.items():
        if question.kind is not Kind.SCORES:
            known += ((id_, choice) for choice in question.offered(walk({}, TODAY).at))
        if question.skippable:
            known.append((id_, UNKNOWN))
    return {f"{id_}: {answer}": {id_: answer} for id_, answer in known}


def all_can_be_said(answers: Answers) -> None:
    for id_ in PERSONAL:
        shown = guide_entry(id_, answers)
        for language in LANGUAGES:
            text = read(render(shown, language, TODAY).text).text
            assert [left for left in LEFTOVERS if left in text] == [], (id_, language, text)


@pytest.mark.parametrize("name", list(single_answers()))
def test_to_somebody_who_told_one_thing(name: str) -> None:
    all_can_be_said(single_answers()[name])


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(PEOPLE), st.data())
def test_to_somebody_who_told_any_part(person: Answers, data: st.DataObject) -> None:
    told = data.draw(st.sets(st.sampled_from(sorted(person))))
    all_can_be_said({id_: answer for id_, answer in person.items() if id_ in told})


def test_the_family_alone_tells_the_funds() -> None:
    english, french = (
        read(render(guide_entry("funds", {"family_size": "5"}), language, TODAY).text).text
        for language in LANGUAGES
    )
    assert "For a family of 5 that is $32,168" in english
    assert "Pour une famille de 5, c’est 32\N{NO-BREAK SPACE}168\N{NO-BREAK SPACE}$" in french
