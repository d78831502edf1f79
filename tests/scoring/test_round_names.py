"""Which kind a name means, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.record import Record
from scoring.round_names import kind_of
from scoring.rounds import ROUND_KINDS


def test_every_name_so_far_means_its_kind() -> None:
    for each in Record.shipped().rounds:
        assert kind_of(each.name) == each.kind
        assert kind_of(each.name.upper()) == kind_of(f"  {each.name.lower()} ") == each.kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Aucun programme précisé", "general"),
        ("Aucun programme spécifié", "general"),
        ("Général", "general"),
        ("General (Version 2)", "general"),
        ("Programme des candidats des provinces", "pnp"),
        ("Candidats d’une province", "pnp"),
        ("Catégorie de l’expérience canadienne", "cec"),
        ("CATÉGORIE DE L'EXPÉRIENCE CANADIENNE", "cec"),
        ("Travailleurs qualifiés (fédéral)", "fsw"),
        ("Métiers spécialisés (fédéral)", "fst"),
        ("Travailleurs de métiers spécialisés", "fst"),
        ("Programme des travailleurs de métiers spécialisés (fédéral)", "fst"),
        ("Métiers spécialisés, 2026-version 3", "trade"),
        ("Professions de métiers (version 1)", "trade"),
        ("Maîtrise du français (version 1)", "french"),
        ("Compétence linguistique en français", "french"),
        ("Professions de la santé (version 1)", "healthcare"),
        ("Soins de santé et services sociaux, 2026-version 3", "healthcare"),
        ("Professions en STIM (version 1)", "stem"),
        ("Professions du secteur des transports (version 1)", "transport"),
        ("Agriculture et agroalimentaire (version 1)", "agriculture"),
        ("Professions en éducation (version 1)", "education"),
        ("Professions de l’enseignement", "education"),
        ("Médecins ayant une expérience de travail au Canada, 2026-version 1", "physicians"),
        ("Cadres supérieurs ayant une expérience de travail canadienne", "senior_managers"),
        ("Chercheuses et chercheurs ayant une expérience de travail au Canada", "researchers"),
        ("Researchers with Canadian Work Experience, 2026-Version 1", "researchers"),
        ("Recrues militaires qualifiées, 2026-version 1", "military"),
        ("Trades Occupations, 2027-Version 4", "trade"),
        ("Healthcare occupations in rural communities, 2028-Version 9", "healthcare"),
    ],
)
def test_new_versions_and_french_names(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    "name",
    [
        "Rural communities, 2027-Version 1",
        "Plumbers with Canadian Work Experience, 2027-Version 1",
        "Communautés rurales ayant une expérience de travail canadienne",
        "Federal High-Skilled Class",
        "The system",
        "Generally speaking",
        "",
        "***",
    ],
)
def test_a_name_that_is_not_known_is_other(name: str) -> None:
    assert kind_of(name) == "other"


def test_the_trades_of_the_program_and_of_the_category_are_told_apart_by_the_programs() -> None:
    program = "Programme des travailleurs de métiers spécialisés (fédéral)"
    every = f"Travailleurs qualifiés (fédéral), catégorie de l’expérience canadienne et {program}"
    assert kind_of("Métiers spécialisés", program) == "fst"
    assert kind_of("Métiers spécialisés", every) == "trade"
    assert kind_of("Trade occupations", "Federal Skilled Trades") == "fst"


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_words_have_a_kind(name: str, programs: str) -> None:
    assert kind_of(name, programs) in ROUND_KINDS
