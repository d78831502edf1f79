"""What newcomers asked in their own words, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.messages.guide.asked_for import asked_for

if TYPE_CHECKING:
    from dialogs.conversation import Language


@pytest.mark.parametrize(
    ("language", "words", "id_"),
    [
        ("fr", "est ce que jai besoin d'une offre d'emploi", "job_offer"),
        ("en", "do i need job offer for express entry", "job_offer"),
        ("fr", "les caissiers peuvent passer par entrée express ?", "canadian_hours_teer45"),
        ("en", "can a cashier go through express entry", "canadian_hours_teer45"),
        ("fr", "ou trouver le site officiel pour créer mon profil", "create_profile"),
        ("en", "where is the official site to make my profile", "create_profile"),
        ("fr", "Pourquoi 67 points ?", "sixty_seven"),
        ("en", "why 67 points", "sixty_seven"),
        ("fr", "ingenieur logiciel c dans la liste STEM ?", "stem_left"),
        ("en", "is a software engineer on the STEM list", "stem_left"),
        ("fr", "j'ai recu une ITA jai combien de temps", "sixty_days"),
        ("en", "i got an ita how long do i have", "sixty_days"),
        ("fr", "je peux passer par le FST ?", "fst"),
        ("en", "can i go through the FST", "fst"),
        ("fr", "c'est combien les frais ?", "fees"),
        ("fr", "c'est combien les frais pour une famille de 4 ?", "fees"),
        ("en", "how much are the fees for a family of 4?", "fees"),
        ("en", "total cost for a family of 4?", "total_cost"),
        ("fr", "est ce qu'on me refuse si j'ai déjà eu un refus de visa", "earlier_refusal"),
        ("en", "do they refuse if i was refused visa before", "earlier_refusal"),
        ("fr", "c koi la diference entre CEC et FSW", "three_programs"),
        ("en", "wats diference between CEC n FSW", "three_programs"),
        ("fr", "mes années en arabie saoudite comptent ?", "foreign_experience_points"),
        ("en", "does my saudi years count?", "foreign_experience_points"),
        ("fr", "je suis enceinte je dois attendre ?", "pregnant"),
        ("en", "i am pregnant should i wait", "pregnant"),
        ("fr", "est ce que 2 enfants augmentent mon score", "children"),
        ("en", "do 2 kids increase my score", "children"),
        ("fr", "mon ielts de janvier 2025 est encore bon ?", "test_validity"),
        ("en", "ielts from jan 2025 still good?", "test_validity"),
        ("fr", "mon doctorat n'est pas fini est ce qu'il compte", "in_progress"),
        ("en", "my phd is not finished does it count", "in_progress"),
    ],
)
def test_leads_to_the_entry(language: Language, words: str, id_: str) -> None:
    assert asked_for(words, language)[:1] == [id_]
