"""What can be supposed: languages, the spouse, studies, work, and several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogs.questionnaire import walk
from dialogs.reading.suppositions import read_supposition
from dialogs.replies import Notice
from tests.dialogs.talk import (
    MARRIED_ABROAD,
    SINGLE_ABROAD,
    TODAY,
    finished,
    supposition,
)

if TYPE_CHECKING:
    from dialogs.conversation import Answers, Language


def test_a_level_of_each_language_can_be_supposed_at_once() -> None:
    reply = supposition(finished(), "what if I get CLB 10 and NCLC 7?")
    assert {"first_language_scores", "second_language_scores"} <= reply.answers.keys()
    assert reply.after.crs.total == 543


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("what if my wife had CLB 9", "spouse_language_scores"),
        ("et si ma conjointe avait le NCLC 7 ?", "spouse_language_scores"),
        ("what if my partner has a PhD", "spouse_education"),
        ("what if she takes ielts and gets 7 each", "spouse_language_scores"),
        ("et si ma femme passe le TCF et obtient NCLC 7", "spouse_language_scores"),
        ("what if my husband worked 2 years in Canada", "spouse_canadian_experience"),
    ],
)
def test_what_is_supposed_of_the_spouse_changes_nothing_of_the_person(
    words: str, question: str
) -> None:
    reply = supposition(finished(MARRIED_ABROAD), words)
    assert question in reply.answers
    assert all(each.startswith("spouse_") for each in reply.answers)
    assert reply.after.crs.core == reply.before.crs.core
    assert reply.after.crs.spouse.total > reply.before.crs.spouse.total


@pytest.mark.parametrize(
    "words", ["what if my spouse was 30", "what if my wife had CLB 9 and NCLC 7"]
)
def test_what_is_not_counted_of_the_spouse_is_not_supposed_of_the_person(words: str) -> None:
    assert finished(MARRIED_ABROAD).say(words) == (Notice("suppose_unclear"),)


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("what if I get CLB 10 and a PhD", {"first_language_test": "clb", "education": "doctoral"}),
        (
            "what if I was 35 and had 2 years in Canada with a PhD?",
            {"birth_date": "35", "canadian_experience": "24", "education": "doctoral"},
        ),
        ("with a PhD?", {"education": "doctoral"}),
        ("and with a provincial nomination?", {"provincial_nomination": "yes"}),
        ("how about CLB 10?", {"first_language_test": "clb"}),
        ("what if I get 8 8 8 8 in IELTS", {"first_language_test": "ielts"}),
        ("what if I get IELTS 8", {"first_language_test": "ielts"}),
        ("what if I had a brother in Toronto", {"sibling_in_canada": "yes"}),
        ("et si j'avais le TEF à 300 partout ?", {"second_language_test": "tef"}),
        ("et si j'avais 35 ans et un doctorat ?", {"birth_date": "35", "education": "doctoral"}),
        ("et avec NCLC 9 ?", {"second_language_test": "nclc"}),
        ("si je fais un doctorat", {"education": "doctoral"}),
    ],
)
def test_several_changes_and_any_fact_can_be_supposed(words: str, answers: Answers) -> None:
    reply = supposition(finished(), words)
    assert dict(reply.answers).items() >= dict(answers).items()
    assert (reply.unclear, reply.leftover) == ((), ())


@pytest.mark.parametrize(
    ("words", "language"),
    [("et si j'avais le TEF à NCLC 9", "fr"), ("what if I had the TEF at NCLC 9", "en")],
)
def test_a_level_of_a_named_test_is_supposed_and_a_test_without_scores_is_not(
    words: str, language: Language
) -> None:
    at = finished().conversation.answers
    supposed = read_supposition(words, walk(at, TODAY).at, language)
    assert supposed is not None
    scores = [answer for name, answer in supposed.answers.items() if name.endswith("_scores")]
    assert [score["listening"] for score in scores if isinstance(score, dict)] == [9]
    bare = read_supposition("what if I take the TEF", walk(at, TODAY).at, "en")
    assert bare is not None
    assert not bare.answers


@pytest.mark.parametrize(
    "words",
    [
        "what if I get married",
        "what if we get married?",
        "if I marry my girlfriend",
        "et si je me marie",
        "si j'étais mariée",
        "et si on se mariait ?",
    ],
)
def test_a_marriage_is_supposed_with_what_the_spouse_may_change(words: str) -> None:
    reply = supposition(finished(), words)
    assert reply.answers == {"marital_status": "married"}
    assert reply.opens == ("spouse_status",)
    staying, coming = reply.company or ((0, 0), (0, 0))
    assert staying == (469, 469)
    assert coming[0] < 469 < coming[1]
    assert reply.ranges == ((469, 469), coming)


def test_with_a_spouse_who_comes_along_the_rest_of_it_is_open() -> None:
    reply = supposition(finished(), "what if I get married and my wife comes with me")
    assert set(reply.opens) >= {"spouse_education", "spouse_language_test"}
    assert reply.company is None


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("what if I marry a canadian", {"marital_status": "married", "spouse_status": "canadian"}),
        ("et si je divorce", {"marital_status": "divorced"}),
        ("what if we get divorced", {"marital_status": "divorced"}),
        ("et si on se sépare", {"marital_status": "separated"}),
        ("what if I was single", {"marital_status": "single"}),
        ("what if we were not married", {"marital_status": "single"}),
        ("et si ma femme ne venait pas", {"spouse_status": "staying"}),
        ("et si ma femme restait au pays ?", {"spouse_status": "staying"}),
        ("et si je pars sans ma femme", {"spouse_status": "staying"}),
        ("si mon mari ne m'accompagnait pas", {"spouse_status": "staying"}),
        ("what if my wife didn't come", {"spouse_status": "staying"}),
        ("what if my husband stays in India", {"spouse_status": "staying"}),
        ("what if I go alone", {"spouse_status": "staying"}),
        ("lets say my wife is not coming with me", {"spouse_status": "staying"}),
    ],
)
def test_the_end_of_a_couple_and_who_stays_behind_are_supposed(
    words: str, answers: Answers
) -> None:
    reply = supposition(finished(MARRIED_ABROAD), words)
    assert dict(reply.answers) == answers
    assert reply.opens == ()
    assert reply.after.crs.spouse.total == 0
    assert reply.after.crs.core.total > reply.before.crs.core.total


@pytest.mark.parametrize(
    ("has", "words", "becomes"),
    [
        ("master", "what if I study a one-year diploma", "master"),
        ("master", "et si je fais un diplôme d'un an au Canada", "master"),
        ("bachelor", "what if I study a one-year diploma", "two_or_more"),
        ("bachelor", "et si je faisais un diplôme de deux ans ?", "two_or_more"),
        ("bachelor", "what if I do a second bachelor's", "two_or_more"),
        ("two_year", "what if I do a one year diploma", "two_year"),
        ("bachelor", "with a master's?", "master"),
        ("master", "what if I only had a bachelor's", "bachelor"),
        ("master", "et si je n'avais qu'une licence", "bachelor"),
        ("bachelor", "what if my degree is assessed as a two-year diploma", "two_year"),
    ],
)
def test_supposed_education_is_added_unless_it_replaces(has: str, words: str, becomes: str) -> None:
    reply = supposition(
        finished({**SINGLE_ABROAD, "education": has, "relative_in_canada": "no"}), words
    )
    assert reply.answers["education"] == becomes
    assert reply.leftover == ()


@pytest.mark.parametrize(
    ("has", "words", "answers"),
    [
        ({}, "what if I work one more year abroad", {"foreign_experience": "48"}),
        ({}, "what if I work 9 more years abroad", {"foreign_experience": "120"}),
        ({}, "what if i work 4 more months", {"foreign_experience": "40"}),
        ({}, "et si j'avais un an de plus à l'étranger ?", {"foreign_experience": "48"}),
        ({}, "with 12 more months in canada?", {"canadian_experience": "12"}),
        ({}, "et si je travaille encore six mois au Canada", {"canadian_experience": "6"}),
        ({}, "what if I worked another 2 years in Toronto", {"canadian_experience": "24"}),
        (
            {"canadian_experience": "12", "recent_canadian_experience": "12"},
            "what if I get one more year of work in canada",
            {"canadian_experience": "24"},
        ),
    ],
)
def test_more_work_is_added_to_what_there_is(
    has: dict[str, str], words: str, answers: Answers
) -> None:
    reply = supposition(finished({**SINGLE_ABROAD, **has}), words)
    recent = {"recent_canadian_experience"}
    assert {q: a for q, a in reply.answers.items() if q not in recent} == answers
    assert reply.leftover == ()
    assert reply.after.crs.total >= reply.before.crs.total


@pytest.mark.parametrize(("years", "recent"), [(2, "24"), (5, "36")])
def test_supposed_work_in_canada_is_recent_as_far_as_that_looks_back(
    years: int, recent: str
) -> None:
    reply = supposition(finished(SINGLE_ABROAD), f"what if I had {years} years of work in Canada")
    assert reply.answers["recent_canadian_experience"] == recent


def test_more_work_somewhere_is_not_guessed_where_there_is_work_in_both() -> None:
    both = {**SINGLE_ABROAD, "canadian_experience": "12", "recent_canadian_experience": "12"}
    assert finished(both).say("what if I work 4 more months") == (Notice("suppose_unclear"),)


@pytest.mark.parametrize(
    "words", ["what would CLB 10 give me", "que me donnerait un NCLC 10 en anglais ?"]
)
def test_what_something_would_give_is_supposed(words: str) -> None:
    reply = supposition(finished(), words)
    assert "first_language_scores" in reply.answers
