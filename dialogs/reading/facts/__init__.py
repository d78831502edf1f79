"""Facts told in passing: what a message says of the person, in any order, many at once.

Each kind of fact has a reader of its own. They work on one message in turn: what one has
understood is taken, and the next looks at the rest. Nothing is guessed: what could mean several
things is asked back, and what nobody understood is left over and said to be so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.reading.facts.assessments import read_assessments
from dialogs.reading.facts.birth import read_bare_age, read_birth
from dialogs.reading.facts.couple import read_couple
from dialogs.reading.facts.credentials import read_fields
from dialogs.reading.facts.family import read_family
from dialogs.reading.facts.findings import Facts, Findings
from dialogs.reading.facts.funds import read_funds
from dialogs.reading.facts.gate import Telling, of_somebody, telling
from dialogs.reading.facts.harmless import harmless, read_harmless
from dialogs.reading.facts.holdings import read_holdings
from dialogs.reading.facts.kin import read_kin
from dialogs.reading.facts.language_tests import read_tests
from dialogs.reading.facts.message import Message
from dialogs.reading.facts.moods import Mood
from dialogs.reading.facts.occupations import read_occupations
from dialogs.reading.facts.persons import Person
from dialogs.reading.facts.plans import read_plans
from dialogs.reading.facts.profile_day import read_profile_day
from dialogs.reading.facts.settling import settle
from dialogs.reading.facts.studies import read_studies
from dialogs.reading.facts.tokens import cut
from dialogs.reading.facts.work import read_work
from dialogs.reading.score_marks import without_worth

if TYPE_CHECKING:
    from dialogs.conversation import Language
    from dialogs.situation import Situation

__all__ = ["Facts", "Mood", "read_facts"]

_READERS = (
    read_tests,
    read_profile_day,
    read_birth,
    read_holdings,
    read_kin,
    read_assessments,
    read_studies,
    read_couple,
    read_family,
    read_plans,
    read_occupations,
    read_work,
    read_funds,
    read_bare_age,
)
"""In this order: what is named surely takes its numbers before what is told by a number alone."""


def read_facts(
    text: str,
    at: Situation,
    language: Language,
    question: str | None = None,
    *,
    also: frozenset[Mood] = frozenset(),
) -> Facts:
    """What a message tells, as answers that can be stored.

    ``at`` is what is known already; ``question`` is the one that is open, which tells whom words
    without a subject are about. ``also`` are moods in which words are taken for true besides what
    is told, such as supposed. A text of any length takes a few milliseconds.
    """
    about_spouse = question is not None and question.startswith("spouse_")
    about_spouse = about_spouse and question != "spouse_status"
    default = Person.SPOUSE if about_spouse else Person.ME
    message = Message(cut(without_worth(text)), language, default, at.in_couple, also)
    found = Findings(message, at, question)
    for read in _READERS:
        read(found)
    read_fields(message)
    read_harmless(found)
    settle(found)
    leftover = message.left_over(harmless())
    told = Telling.SURELY if Mood.SUPPOSED in also else telling(found)
    if told is Telling.NOTHING:
        return Facts(leftover=leftover)
    return Facts(
        found.answers,
        found.asked_back,
        found.problems,
        found.remarks,
        leftover,
        frozenset({"marital_status"} if found.mentioned else ()),
        asks=Mood.ASKED in message.moods,
        sure=told is Telling.SURELY,
        own=of_somebody(message),
    )
