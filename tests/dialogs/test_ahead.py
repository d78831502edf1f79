"""Looking ahead: plans to a total, what if, roles exchanged, the timeline."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.conversation import Answers, Language, card_code
from dialogs.questionnaire import walk
from dialogs.reading.suppositions import read_supposition
from dialogs.replies import Ask, Notice, Score
from dialogs.replies_ahead import Comparison, Improvements, Supposition, TargetPlan, TimelineShown
from tests.dialogs.talk import MARRIED_ABROAD, SINGLE_ABROAD, TODAY, Talk, answers_of, finished


def supposition(talk: Talk, words: str) -> Supposition:
    (reply,) = talk.say(words)
    assert isinstance(reply, Supposition)
    return reply


@pytest.mark.parametrize(
    "words",
    [
        "/improve 500",
        "I need 500",
        "how do I get to 500?",
        "Il me faut 500 points",
        "comment arriver à 500 ?",
    ],
)
def test_a_target_gives_a_plan_to_it(words: str) -> None:
    (reply,) = finished().say(words)
    assert isinstance(reply, TargetPlan)
    assert reply.plan.target == 500
    assert all(combination.total >= 500 for combination in reply.plan.combinations)


def test_improve_without_a_number_has_no_target() -> None:
    (reply,) = finished().say("/improve")
    assert not isinstance(reply, TargetPlan)


@pytest.mark.parametrize(
    ("words", "question", "total"),
    [
        ("what if I get CLB 10?", "first_language_scores", 481),
        ("et si j'avais NCLC 7 en français ?", "second_language_scores", 531),
        ("and if I was 35", "birth_date", 436),
        ("what if I do a PhD", "education", 484),
        ("what if I had 2 years in Canada", "canadian_experience", 522),
        ("what if I had 12 months of work in Canada", "canadian_experience", 509),
        ("what if I get a provincial nomination", "provincial_nomination", 1069),
    ],
)
def test_what_if_shows_old_and_new_and_changes_nothing(
    words: str, question: str, total: int
) -> None:
    talk = finished()
    before = dict(answers_of(talk))
    reply = supposition(talk, words)
    assert question in reply.answers
    assert (reply.before.crs.total, reply.after.crs.total) == (469, total)
    assert answers_of(talk) == before
    assert isinstance(talk.say("/score")[0], Score)
    assert answers_of(talk) == before


@pytest.mark.parametrize(
    "words",
    [
        "what if I get CLB 4 and CLB 10?",
        "what if I was 35 or I was 36",
        "what if I had 5 years in Canada and 0 years in Canada",
        "et si j'avais NCLC 5 et NCLC 9 ?",
        "what if my wife had CLB 9",
    ],
)
def test_wishes_that_contradict_each_other_or_the_answers_suppose_nothing(words: str) -> None:
    talk = finished()
    before = dict(answers_of(talk))
    assert talk.say(words) == (Notice("suppose_unclear"),)
    assert answers_of(talk) == before


@pytest.mark.parametrize(
    ("words", "question", "reason"),
    [
        ("what if I get CLB 15", "first_language_scores", "score_out_of_range"),
        ("et si j'avais le TEF à 320 partout ?", "second_language_scores", "tef_wrong_column"),
    ],
)
def test_why_a_result_cannot_be_supposed_is_said(words: str, question: str, reason: str) -> None:
    talk = finished()
    before = dict(answers_of(talk))
    (notice,) = talk.say(words)
    assert isinstance(notice, Notice)
    assert notice.key == "suppose_impossible"
    assert (notice.details["question"], notice.details["problem"].reason) == (question, reason)
    assert answers_of(talk) == before


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


def test_what_is_not_understood_of_a_supposition_is_said() -> None:
    reply = supposition(finished(), "what if I was 35 and purple and had 5 years of experience")
    assert set(reply.answers) == {"birth_date"}
    assert reply.leftover == ("purple",)
    assert reply.unclear == ("foreign_experience",)


def test_what_if_is_kept_on_request_only() -> None:
    talk = finished()
    reply = supposition(talk, "what if I get CLB 10?")
    card = talk.press(f"suppose:keep:{card_code(reply.card)}")[0]
    assert isinstance(card, Score)
    assert (card.changed_from, card.high) == (469, 481)


def test_what_if_is_forgotten_on_request() -> None:
    talk = finished()
    before = dict(answers_of(talk))
    reply = supposition(talk, "what if I get CLB 10?")
    assert talk.press(f"suppose:forget:{card_code(reply.card)}") == (Notice("supposed_forgotten"),)
    talk.press(f"suppose:keep:{card_code(reply.card)}")
    assert answers_of(talk) == before


def test_each_what_if_starts_from_the_stored_answers() -> None:
    talk = finished()
    supposition(talk, "what if I get a provincial nomination")
    assert supposition(talk, "what if I get CLB 10?").after.crs.total == 481


def test_what_if_nothing_is_understood_says_so() -> None:
    assert finished().say("what if the moon is made of cheese") == (Notice("suppose_unclear"),)


def test_every_action_of_the_plan_can_be_supposed_and_kept() -> None:
    talk = finished(MARRIED_ABROAD)
    planned = talk.say("/improve")[0]
    assert isinstance(planned, Improvements)
    for action in planned.plan.actions:
        if len(f"whatif:{action.id}") > 64:
            pytest.fail(f"{action.id} does not fit a button")
        (reply,) = talk.press(f"whatif:{action.id}")
        assert isinstance(reply, Supposition)
        assert reply.after.crs.total == action.total
        if reply.answers:
            kept = Talk()
            kept.conversation = talk.conversation
            card = kept.press(f"suppose:keep:{card_code(reply.card)}")[0]
            assert isinstance(card, Score), action.id
            assert card.result is not None
            assert card.result.crs.total == action.total, action.id


def test_an_action_that_is_not_in_the_plan_is_a_stale_button() -> None:
    talk = finished()
    assert talk.press("whatif:education.nothing") == (Notice("stale_button"),)


def test_timeline_asks_for_what_it_needs_and_then_shows_itself() -> None:
    talk = finished()
    talk.say("/timeline")
    assert (talk.asked, talk.ask.notice) == ("current_work", "timeline_asks")
    talk.choose("canada")
    assert talk.asked == "work_permit_until"
    (shown,) = talk.say("5 March 2028")
    assert isinstance(shown, TimelineShown)
    assert shown.timeline.current == 469
    assert shown.twelve_months_on is not None
    (again,) = talk.say("when will my score change?")
    assert isinstance(again, TimelineShown)


def timeline_of(months: str, **answers: str) -> TimelineShown:
    """The timeline of somebody who has worked in Canada so long, and still does."""
    talk = finished({**SINGLE_ABROAD, "canadian_experience": months, **answers})
    talk.say("/timeline")
    talk.choose("canada")
    (shown,) = talk.say("1 August 2027")
    assert isinstance(shown, TimelineShown)
    return shown


def test_less_than_a_year_of_work_that_goes_on_in_canada_is_recent() -> None:
    shown = timeline_of("5 months")
    assert shown.twelve_months_on == date(2027, 6, 23)
    assert shown.work_from is None
    assert shown.permit_until == date(2027, 8, 1)


def test_work_told_in_whole_years_is_counted_from_there_and_can_be_told_more_closely() -> None:
    shown = timeline_of("0")
    assert shown.twelve_months_on is None
    assert shown.work_from == ("canadian_experience", 0)
    longer = timeline_of("12", recent_canadian_experience="0")
    assert longer.twelve_months_on is None
    assert longer.work_from == ("canadian_experience", 12)


def test_work_that_has_ended_is_not_taken_as_recent() -> None:
    talk = finished({**SINGLE_ABROAD, "canadian_experience": "5 months"})
    talk.say("/timeline")
    (shown,) = talk.choose("none")
    assert isinstance(shown, TimelineShown)
    assert shown.twelve_months_on is None
    assert shown.work_from is None


def test_a_test_without_a_date_is_named() -> None:
    talk = finished()
    talk.say("/timeline")
    (shown,) = talk.choose("none")
    assert isinstance(shown, TimelineShown)
    assert shown.undated == ("first_language",)
    assert shown.test_expiries == {}


def test_a_target_that_is_reached_comes_with_what_takes_points() -> None:
    scores = "8 7.5 7 7, 14 March 2026"
    talk = finished(
        {**SINGLE_ABROAD, "birth_date": "5 March 1994", "first_language_scores": scores}
    )
    (reply,) = talk.say("/improve 400")
    assert isinstance(reply, TargetPlan)
    assert [event.on for event in reply.events if event.change < 0] == [
        date(2027, 3, 5),
        date(2028, 3, 5),
        date(2028, 3, 14),
    ]
    assert reply.expiries == {"first_language": date(2028, 3, 14)}
    assert not reply.shut_out


def test_a_target_says_that_no_program_is_open() -> None:
    talk = finished({**SINGLE_ABROAD, "settlement_funds": "0"})
    (reply,) = talk.say("/improve 500")
    assert isinstance(reply, TargetPlan)
    assert reply.shut_out


def test_timeline_before_the_score_is_known_says_what_is_missing() -> None:
    talk = Talk()
    talk.say("/start")
    notice, ask = talk.say("/timeline")
    assert notice == Notice("timeline_needs_score")
    assert isinstance(ask, Ask)


def test_a_question_of_a_topic_left_open_leaves_the_rest_as_it_is() -> None:
    talk = finished()
    talk.say("/timeline")
    card = talk.say("/score")[0]
    assert isinstance(card, Score)
    assert card.eligibility_known


def test_exchange_asks_about_the_spouse_and_compares() -> None:
    talk = finished(MARRIED_ABROAD)
    talk.press("cmd:exchange")
    assert talk.asked == "spouse_birth_date"
    talk.say("31")
    talk.choose("none")
    assert talk.asked == "spouse_canadian_study"
    talk.choose("none")
    talk.choose("36")
    talk.say("21231")
    replies = talk.choose("yes")
    assert isinstance(replies[0], Comparison)
    assert replies[0].exchange.total is not None


def test_exchange_without_a_spouse_says_so() -> None:
    assert finished().say("my spouse as principal applicant")[0] == Notice("exchange_needs_spouse")


def test_range_so_far_stands_on_the_card_until_the_score_is_known() -> None:
    talk = Talk()
    talk.say("/start")
    assert talk.ask.low is None
    talk.choose("single")
    low, high = talk.ask.low, talk.ask.high
    assert low is not None
    assert high is not None
    talk.say("29")
    assert talk.ask.low is not None
    assert talk.ask.high is not None
    assert low <= talk.ask.low <= talk.ask.high <= high
    talk.answer_all(SINGLE_ABROAD, until="continuous_experience")
    assert talk.ask.low is None


UNSURE = {**SINGLE_ABROAD, "first_language_test": "unknown", "foreign_experience": "unknown"}


def range_of(talk: Talk) -> tuple[int, int]:
    (card,) = talk.say("/score")
    assert isinstance(card, Score)
    return card.low, card.high


@pytest.mark.parametrize("words", ["/improve", "/improve 500", "/timeline"])
def test_what_is_not_known_is_said_as_a_range(words: str) -> None:
    talk = finished(UNSURE)
    talk.say("/timeline")
    talk.say("not working")
    (reply,) = talk.say(words)
    assert isinstance(reply, Improvements | TargetPlan | TimelineShown)
    assert reply.range == range_of(talk)


@pytest.mark.parametrize("words", ["/improve", "/improve 500"])
def test_with_everything_known_there_is_no_range(words: str) -> None:
    (reply,) = finished().say(words)
    assert isinstance(reply, Improvements | TargetPlan)
    assert reply.range is None
    assert supposition(finished(), "what if I get CLB 10?").ranges is None


@pytest.mark.parametrize("words", ["what if I get CLB 10?", "what if I was 35"])
def test_a_supposition_has_the_range_before_and_after(words: str) -> None:
    talk = finished(UNSURE)
    before = range_of(talk)
    reply = supposition(talk, words)
    talk.press(f"suppose:keep:{card_code(reply.card)}")
    assert reply.ranges == (before, range_of(talk))


@pytest.mark.parametrize(
    ("answers", "shut_out", "unsettled"),
    [
        ({"first_language_test": "unknown"}, True, True),
        ({"settlement_funds": "unknown"}, True, True),
        ({"settlement_funds": "unknown", "continuous_experience": "no"}, True, False),
        ({"sibling_in_canada": "unknown"}, False, False),
    ],
)
def test_whether_a_program_is_open_is_left_open_where_it_rests_on_the_unknown(
    answers: dict[str, str], shut_out: bool, unsettled: bool
) -> None:
    talk = finished({**SINGLE_ABROAD, **answers})
    for words in ("/improve", "/improve 500"):
        (reply,) = talk.say(words)
        assert isinstance(reply, Improvements | TargetPlan)
        assert (reply.shut_out, reply.unsettled) == (shut_out, unsettled)


@pytest.mark.parametrize("words", ["keep this", "Keep it", "yes please", "garder", "yes, keep it"])
def test_a_supposition_is_kept_in_words(words: str) -> None:
    talk = finished()
    supposition(talk, "what if I was 35?")
    talk.say(words)
    assert answers_of(talk)["birth_date"] == "35"


@pytest.mark.parametrize("words", ["forget it", "no", "Forget it", "cancel", "oubliez cela"])
def test_a_supposition_is_forgotten_in_words(words: str) -> None:
    talk = finished()
    supposition(talk, "what if I was 35?")
    assert talk.say(words)[0] == Notice("supposed_forgotten")
    assert answers_of(talk)["birth_date"] == "29"
    assert not talk.conversation.supposed


@pytest.mark.parametrize(
    ("words", "question"),
    [("and CLB 10?", "first_language_scores"), ("et avec un doctorat ?", "education")],
)
def test_after_a_supposition_the_next_may_follow_with_and(words: str, question: str) -> None:
    talk = finished()
    supposition(talk, "what if I was 35?")
    assert question in supposition(talk, words).answers


def test_words_that_tell_more_neither_keep_nor_forget() -> None:
    talk = finished()
    supposition(talk, "what if I was 35?")
    talk.say("no, I am 33")
    assert talk.conversation.facts == {"birth_date": "33"}
    assert answers_of(talk)["birth_date"] == "29"


def test_what_is_missing_for_a_supposition_is_named() -> None:
    talk = Talk()
    talk.answer_all(SINGLE_ABROAD, until="education")
    assert talk.say("what if I get CLB 9?")[0] == Notice(
        "suppose_needs_answers", {"missing": ("education",)}
    )


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


def test_more_work_somewhere_is_not_guessed_where_there_is_work_in_both() -> None:
    both = {**SINGLE_ABROAD, "canadian_experience": "12", "recent_canadian_experience": "12"}
    assert finished(both).say("what if I work 4 more months") == (Notice("suppose_unclear"),)


@pytest.mark.parametrize(
    "words", ["what would CLB 10 give me", "que me donnerait un NCLC 10 en anglais ?"]
)
def test_what_something_would_give_is_supposed(words: str) -> None:
    reply = supposition(finished(), words)
    assert "first_language_scores" in reply.answers
