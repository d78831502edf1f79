"""Whether a kind of round is one for oneself, in words."""

from __future__ import annotations

import pytest

from dialogs.reading.own_rounds import read_own_rounds


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("why not healthcare?", "healthcare"),
        ("and why can't I be in the trades draws?", "trade"),
        ("am I eligible for the healthcare category", "healthcare"),
        ("do I qualify for STEM?", "stem"),
        ("are the French rounds open to me?", "french"),
        ("what are my chances in the French draws", "french"),
        ("do I have a chance with healthcare?", "healthcare"),
        ("am I eligible for CEC draws", "cec"),
        ("am I in the trades category?", "trade"),
        ("can I get in with the trades draw", "trade"),
        ("does my occupation count for trades draws", "trade"),
        ("suis-je dans la catégorie francophone ?", "french"),
        ("je peux participer aux tirages francophones ?", "french"),
        ("les tirages CEC, c'est pour moi ?", "cec"),
        ("Pourquoi pas la santé ?", "healthcare"),
        ("pourquoi je n'ai pas droit aux rondes pour les métiers", "trade"),
        ("suis-je admissible aux tirages francophones ?", "french"),
        ("les rondes pour le français me sont-elles ouvertes ?", "french"),
        ("quelles sont mes chances dans les rondes de la santé", "healthcare"),
        ("ai-je accès à la catégorie transport ?", "transport"),
    ],
)
def test_kinds_that_are_asked_of(words: str, kind: str) -> None:
    assert read_own_rounds(words) == kind


@pytest.mark.parametrize(
    "words",
    [
        "why not?",
        "why not CEC?",
        "am I eligible for CEC?",
        "am I eligible for express entry",
        "what are my chances of a nomination",
        "why no points for education?",
        "why not more points for French",
        "am I eligible as a manager",
        "what is the last draw for nurses",
        "is there free healthcare for me",
        "how do I count for CEC",
        "is my job in trades",
        "je suis dans la construction",
        "I am in healthcare",
        "last French draw",
        "is healthcare free in Canada",
        "I am a nurse, why not count my two years in Kenya?",
        "pourquoi pas de points pour le français ?",
        "suis-je admissible à la CEC ?",
        "pourquoi le français ?",
        "/rounds healthcare",
        "why not healthcare " * 20,
        "",
    ],
)
def test_anything_else(words: str) -> None:
    assert read_own_rounds(words) is None
