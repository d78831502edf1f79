"""Targets in words: a total, or the last cut-off of a kind of round."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dialogs.reading.targets import LastRound, UnknownTarget, read_target, says_no_more
from scoring.rounds import ROUND_KINDS

if TYPE_CHECKING:
    from scoring.rounds import RoundKind


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("/improve 500", 500),
        ("/improve@my_bot 500", 500),
        ("/improve\n500 points", 500),
        ("/improve to 1,100", 1100),
        ("/IMPROVE 1200", 1200),
        ("I need 500", 500),
        ("i want 480", 480),
        ("How do I get to 500?", 500),
        ("how can I reach 470 points please", 470),
        ("What gets me to 600?", 600),
        ("what do I need for 512", 512),
        ("what would it take to reach 510?", 510),
        ("what is the least I must do to reach 500?", 500),
        ("I have 452 points. What must I do to get to a score of at least 500?", 500),
        ("aim for 500", 500),
        ("can I get 1 100 points", 1100),
        ("plan for 500", 500),
        ("improve my score to 500 points by next year", 500),
        ("how do I raise my score to 500 as soon as possible?", 500),
        ("améliorer ma note à 500 d’ici la fin de l’année", 500),
        ("je veux augmenter mon score à 500 le plus vite possible", 500),
        ("Il me faut 500 points", 500),
        ("je veux atteindre 480", 480),
        ("comment je peux avoir 500 points ?", 500),
        ("Comment arriver à 500 ?", 500),
        ("que faire pour avoir 490 points", 490),
        ("je vise 500", 500),
        ("j’ai besoin de 500 points, s’il vous plaît", 500),
        ("comment dépasser 520", 520),
    ],
)
def test_a_total(text: str, total: int) -> None:
    assert read_target(text) == total


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("/improve cec", "cec"),
        ("/improve last CEC draw", "cec"),
        ("/improve français", "french"),
        ("/improve healthcare and social services", "healthcare"),
        ("/improve senior managers", "senior_managers"),
        ("what is the least I must do to reach the last CEC cut-off?", "cec"),
        ("what score do I need for the last Canadian Experience Class draw", "cec"),
        ("how do I get to the last French cut-off", "french"),
        ("would I have been invited in the last French round?", "french"),
        ("reach the last healthcare draw", "healthcare"),
        ("How far am I from the last STEM cutoff?", "stem"),
        ("how many points am I short of the last CEC cut-off?", "cec"),
        ("am I far off the French cut-off?", "french"),
        ("what would it take to reach the last PNP draw", "pnp"),
        ("how do I reach the latest federal skilled trades round", "fst"),
        ("get to the last trades cut off", "trade"),
        ("I want the last general cut-off", "general"),
        ("qu'est-ce qu'il me faut pour le dernier tirage CEC ?", "cec"),
        ("qu’est-ce qu’il me faut pour le dernier tirage francophone ?", "french"),
        ("comment atteindre la note minimale de la dernière ronde santé ?", "healthcare"),
        ("que dois-je faire pour être invitée au dernier tirage des métiers ?", "trade"),
        ("dépasser le dernier seuil des candidats des provinces", "pnp"),
        ("atteindre la dernière ronde de la catégorie de l'expérience canadienne", "cec"),
        ("what is the least I must do to reach the last cut-off?", None),
        ("how do I get an invitation?", None),
        ("/improve last draw", None),
        ("comment atteindre le dernier tirage ?", None),
        ("how many points do I need for the next draw", None),
        ("what score do I need for the next French draw?", "french"),
        ("combien de points il me faut pour le prochain tirage", None),
        ("il me faut combien pour la prochaine ronde santé ?", "healthcare"),
        ("quelle note me faut-il pour la prochaine ronde ?", None),
    ],
)
def test_the_last_cut_off_of_a_kind(text: str, kind: RoundKind | None) -> None:
    assert read_target(text) == LastRound(kind)


@pytest.mark.parametrize(
    "text",
    [
        "/improve plumbers",
        "/improve 5000",
        "/improve 12.5",
        "/improve 500 or 600",
        "how do I reach the last plumber draw?",
        "comment atteindre le dernier tirage des plombiers ?",
    ],
)
def test_a_target_that_is_not_known(text: str) -> None:
    assert read_target(text) == UnknownTarget()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "/improve",
        "/improve my score",
        "/improve please",
        "/improve -",
        "/score 500",
        "/improveme 500",
        "500",
        "8 7.5 7 7",
        "I have 500",
        "my score is 500",
        "I need 25000",
        "il me faut 15 263 $",
        "I need 67 points",
        "I worked 500 hours",
        "I need 500 hours of work",
        "last CEC draw?",
        "when is the next draw",
        "I want to know when the next draw is",
        "I want to improve my French",
        "I want French",
        "je veux aller au Canada",
        "je voudrais être médecin",
        "senior manager",
        "je veux passer la grille de sélection",
        "I need " + "very " * 60 + "500",
    ],
)
def test_what_names_no_target(text: str) -> None:
    assert read_target(text) is None


def test_every_kind_that_is_held_can_be_named() -> None:
    names = {kind: kind.replace("_", " ") for kind in ROUND_KINDS if kind != "other"}
    for kind, name in names.items():
        assert read_target(f"/improve {name}") == LastRound(kind)
        assert read_target(f"how do I reach the last {name} draw?") == LastRound(kind)


PARTS = st.sampled_from(
    "/improve i need want reach get to the last dernier tirage draw cut-off cut off cec french 500 "
    "1,200 1 200 6,000 pour avoir il me faut ? , - é points please stem ² ٣ \u200b".split(" ")
)


@given(st.lists(PARTS, max_size=40).map(" ".join) | st.text(max_size=300))
@example("/improve " + "9" * 300)
@example("/improve " + "9" * 180)
@example("reach " * 33)
@example("/improve ²")
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_as_a_target_or_none(text: str) -> None:
    target = read_target(text)
    if isinstance(target, int):
        assert 100 <= target <= 1200
    else:
        assert target is None or isinstance(target, LastRound | UnknownTarget)


@pytest.mark.parametrize(
    "text",
    ["reach " * 33, "need the last " * 14, "il me faut " * 18, "a" * 200, "9 " * 100, "x" * 10_000],
)
def test_no_text_takes_long(text: str) -> None:
    read_target("once, so that the words are read")
    start = time.perf_counter()
    read_target(text)
    assert time.perf_counter() - start < 0.02


@pytest.mark.parametrize(
    ("text", "no_more"),
    [
        ("how do I get to 500?", True),
        ("I need 480", True),
        ("what would I need to reach 510 points", True),
        ("je veux 480", True),
        ("what do I need for the last French draw?", True),
        ("what do I need for the last draw of whatever sort they like", False),
        ("qu'est-ce qu'il me faut pour avoir 490 points ?", True),
        ("can my wife get to 500", False),
        ("do I pass with 450", False),
        ("is 500 enough for a general draw", False),
        ("how did the last round get to 520", False),
        ("how do I get there", False),
        ("comment les rondes ont-elles pu arriver à 500", False),
        ("how do I get to 500 " + "please " * 99, False),
    ],
)
def test_a_text_that_asks_for_nothing_but_a_target(text: str, no_more: bool) -> None:
    assert says_no_more(text) is no_more
