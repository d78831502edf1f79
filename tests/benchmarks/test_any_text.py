"""How long any text takes until its reply stands in words, whatever it is, whenever it comes."""

from __future__ import annotations

from functools import partial
from time import process_time
from timeit import repeat
from typing import TYPE_CHECKING

import pytest

from dialogs.conversation import Conversation
from dialogs.events import Said
from dialogs.machine import handle
from dialogs.turn import Outside
from messages.guide.ranking import guide_ranking
from messages.people import ABROAD, COUPLE, TODAY, UNSURE, first
from messages.present import present
from tests.benchmarks.test_plan import slowness
from tests.figures import note

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from dialogs.conversation import Language

MOST_SECONDS = 20e-3
REPEATS = 2
MEASURED_AGAIN, OFTEN = 12, 12
"""The slowest are measured again, so that what else the machine does is not counted."""
TEXTS = (
    "what is the CRS?",
    "a" * 10_000,
    "a " * 499,
    "1 " * 499,
    "8 7.5 7 7, " * 90,
    "since March 2021 " * 58,
    "(" * 999,
    "IELTS 8 7.5 7 7 and " * 49,
    "my wife my wife my wife " * 41,
    "quand " * 166,
    "what if " * 124,
    "<b>x</b>&amp;" * 76,
    "\N{GRINNING FACE}" * 999,
    "\N{ARABIC LETTER BEH}\N{COMBINING ACUTE ACCENT}" * 499,
    "e" + "\N{COMBINING ACUTE ACCENT}" * 998,
    "\N{CJK UNIFIED IDEOGRAPH-4E2D}" * 999,
    "you are stupid and useless " * 37,
    "single or married or divorced or widowed, " * 23,
    "zqxw vbnm rtzp " * 66,
    "how many points would i have with a master and clb 9 and 3 years in canada " * 13,
    "im 31 married masters from india ielts 8 7.5 7 7, 4 yrs software engineer, whats my score",
    "how do I get to 500",
    "could somebody like me ever reach 700 points?",
    "je veux 600",
    "how do I get to 1100",
    "je veux 480",
    "/improve 600",
    "/improve cec",
    "what do I need for the last French draw?",
    "how can I improve my score?",
    "comment puis-je améliorer ma note ?",
    "what if I get CLB 10 and a nomination?",
    "et si j'avais le TEF à 300 et un doctorat ?",
    "what are my chances?",
    "mes chances cette année ?",
    "would 489 have been enough last year?",
    "why only 25 for my degree?",
    "pourquoi ne suis-je pas admissible au programme des travailleurs qualifiés ?",
    "how does my score change over time?",
    "should my wife be the principal applicant?",
    "yes",
    "non, ma femme a un master et le TEF à 300",
)
TOPICS = ("time", "exchange", "rounds")


def after(*said: str, language: Language = "en") -> Conversation:
    """Where a conversation stands after some words."""
    conversation = Conversation(language)
    for text in said:
        conversation = handle(conversation, Said(text), TODAY).conversation or conversation
    return conversation


STATES = {
    "a newcomer": Conversation(),
    "at the first question": Conversation(started=True),
    **{
        f"after {count} answers": Conversation(answers=first(COUPLE, count), started=True)
        for count in (3, 7, 14)
    },
    "at a question about the spouse": Conversation(answers=first(COUPLE, 18), started=True),
    "a couple, all answered": Conversation(answers=COUPLE, started=True, topics=TOPICS),
    "one person, all answered": Conversation(answers=ABROAD, started=True, topics=TOPICS, aim=480),
    "not sure": Conversation(answers=UNSURE, started=True, topics=TOPICS),
    "in French": Conversation("fr", answers=COUPLE, started=True, topics=TOPICS),
    "facts to be confirmed": after(
        "/start", "I am 31, single, with a master's and IELTS 8 7.5 7 7"
    ),
    "facts of a couple to be confirmed": after(
        "/start", "im 31 married masters, my wife has a bachelor and ielts 6, 4 years in toronto"
    ),
    "facts in doubt": after("/start", "je suis marié, ma femme a un diplôme", language="fr"),
    "a what-if to be kept": handle(
        Conversation(answers=COUPLE, started=True), Said("what if I get CLB 10?"), TODAY
    ).conversation
    or Conversation(),
    "erasing to be confirmed": after("/start", "single", "/delete"),
}


def test_any_text_takes_less_than_20_milliseconds(benchmark: BenchmarkFixture) -> None:
    outside = Outside(guide_ranking())

    def answer(state: Conversation, event: Said) -> None:
        outcome = handle(state, event, TODAY, outside)
        spoken = outcome.said_in or state.language
        present(outcome.replies, event, spoken, TODAY, once=outcome.said_in is not None)

    def taken(name: str, text: str, repeats: int) -> float:
        once = partial(answer, STATES[name], Said(text))
        return min(repeat(once, timer=process_time, number=1, repeat=repeats))

    benchmark(answer, STATES["a newcomer"], Said(TEXTS[0]))
    quickly = {(name, text): taken(name, text, REPEATS) for name in STATES for text in TEXTS}
    slowest = sorted(quickly, key=lambda which: -quickly[which])[:MEASURED_AGAIN]
    best = {which: min(quickly[which], taken(*which, OFTEN)) for which in slowest}
    name, text = worst = max(best, key=lambda which: best[which])
    figures = f"{best[worst] * 1e3:.1f} ms, {text[:40]!r} {name}"
    note(f"any text at worst: {figures}")
    assert best[worst] < MOST_SECONDS * slowness()


@pytest.mark.parametrize(
    ("name", "confirming"),
    [
        ("facts to be confirmed", "facts"),
        ("facts of a couple to be confirmed", "facts"),
        ("a what-if to be kept", "supposed"),
        ("erasing to be confirmed", "delete"),
    ],
)
def test_what_waits_for_a_yes_does(name: str, confirming: str) -> None:
    assert STATES[name].confirming == confirming


def test_what_is_in_doubt_is() -> None:
    assert STATES["facts in doubt"].facts_in_doubt
    assert any(
        name.startswith("spouse") for name in STATES["facts of a couple to be confirmed"].facts
    )
