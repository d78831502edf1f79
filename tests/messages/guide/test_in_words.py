"""Numbers in words: the texts of the guide read those of the law, and write only what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from messages.guide.entries import wordings
from tests.messages.guide.test_entries import each_entry, each_language, templates
from tests.messages.in_words import numbers_left, plain

if TYPE_CHECKING:
    from dialogs.conversation import Language

IDIOMS: dict[Language, dict[str, tuple[str, ...]]] = {
    "en": {
        "the names of levels of education, which have keys and no numbers": (
            "high school: one year, two years, three or more years",
            "high school: one year ○",
            "like a one-, two- or three-year credential",
            "program of one or two years",
            "(one or two years)",
            "(three years or more,",
            "a one-year credential",
            "one-year certificate",
            "one-year post-graduate diploma",
            "two or more credentials",
            "two credentials",
            "program of three or more years",
            "program of study of three years or more",
            "one of three or more years",
            "three or four years make no difference",
            "three-year",
            "two years of study",
            "two years ○",
            "three or more years ○",
            "less than a year",
            "diploma of a year or more",
            "credential of a year or more",
        ),
        "parts of a thing that has so many by its nature": (
            "all four abilities",
            "each of the four abilities",
            "all four,",
            "your four scores",
            "three programs",
            "three federal programs",
            "all three are for life",
            "three abilities at the top",
        ),
        "counts what the same text lists": (
            "two different scores",
            "four things",
            "for the first three",
            "two ways",
            "three things",
            "two things",
            "four steps",
            "there are three types",
            "two cautions",
            "two exceptions",
            "two rules",
            "two limits",
            "two days",
            "between the two,",
            "two categories list you",
            "last two figures",
            "two sources",
            "two other sources",
        ),
        "a couple, or its profiles": (
            "for each of you two",
            "the two of you",
            "may submit two",
            "or having two",
            "compare the two",
        ),
        "no certain number": (
            "hundreds of points",
            "by hundreds",
            "hundreds of hours",
            "hundreds of dollars",
            "often a year or two",
            "a year or two of study",
            "about a month",
            "think twice",
            "paid by mistake or twice",
            "two fit",
            "two listed occupations",
        ),
        "a length of time as a measure, or the one that is meant": (
            "hours a week",
            "once a year",
            "a year in all",
            "weeks in a year",
            "in a week",
            "in one week",
            "for a whole year",
            "take longer to make a year",
            "months of a year that is not full",
            "a year of work",
            "fill a year",
            "claim a year",
            "a year of work takes a year",
            "a full year of skilled work",
            "without a day in canada",
            "before a day and hour",
        ),
        "what other points do beside": ("other points double",),
        "kin": ("half-brother",),
        "names of entries, which the search learns from": ("clb nine", "over forty"),
        "how long the bot keeps what names nobody": ("after three days",),
    },
    "fr": {
        "the names of levels of education, which have keys and no numbers": (
            "diplôme d'un an ○, de deux ans ○",
            "après le secondaire : un an, deux ans, trois ans ou plus",
            "après le secondaire : un an ○ points, deux ans ○, trois ans ou plus ○",
            "un diplôme d'un, de deux ou de trois ans",
            "programme de trois ans ou plus",
            "programme d'un ou deux ans",
            "(un ou deux ans)",
            "(trois ans ou plus,",
            "deux diplômes ou plus",
            "deux diplômes",
            "trois ou quatre ans n'y font aucune différence",
            "diplômes de trois ans",
            "licence de trois ans",
            "deux années d'études",
            "diplôme d'un an",
            "moins d'un an",
        ),
        "parts of a thing that has so many by its nature": (
            "quatre compétences",
            "vos quatre résultats",
            "trois programmes",
            "les trois sont pour vivre",
            "trois compétences au sommet",
        ),
        "counts what the same text lists": (
            "deux notes différentes",
            "quatre choses",
            "pour les trois premières",
            "deux façons",
            "trois choses",
            "deux choses",
            "quatre étapes",
            "il y en a trois types",
            "deux précautions",
            "deux exceptions",
            "deux règles",
            "deux limites",
            "deux jours : celui",
            "ces deux jours-là",
            "deux catégories vous concernent",
            "deux dernières durées",
            "deux sources",
            "deux autres sources",
        ),
        "both": (
            "les deux voies",
            "les deux sont",
            "les deux, c'est celui",
            "les deux cas",
            "les deux sens",
            "les deux papiers",
            "les deux ensemble",
            "les deux quand",
            "les deux et que",
            "les deux avant",
            "les deux,",
            "les deux.",
            "aux deux :",
            "un seul des deux",
        ),
        "a couple, or its profiles": (
            "vous deux",
            "nous deux",
            "vos deux profils",
            "peut en soumettre deux",
            "en avoir deux",
            "à deux, cela fait",
        ),
        "no certain number": (
            "des centaines de points",
            "par centaines",
            "des centaines d'heures",
            "quelques centaines de dollars",
            "souvent un an ou deux",
            "un an ou deux d'études",
            "environ un mois",
            "par erreur ou deux fois",
            "si deux conviennent",
            "deux professions de la liste",
        ),
        "a length of time as a measure, or the one that is meant": (
            "dans une semaine",
            "dans une même semaine",
            "pendant une année entière",
            "longtemps à faire une année",
            "mois d'une année incomplète",
            "une année de travail prend donc une année,",
            "une année de travail",
            "une année entière de travail",
            "complètent bientôt une année",
            "ne déclarez une année",
            "sans un jour passé au canada",
            "avant un jour et une heure",
            "un point de plus",
        ),
        "what other points do beside": ("d'autres points doublent", "rien ne double"),
        "kin and other people": ("demi-frère", "documents de tiers"),
        "a place, a matter, anew": ("un point de service", "un point contesté", "à neuf :"),
        "names of entries, which the search learns from": ("niveau neuf", "plus de quarante ans"),
        "how long the bot keeps what names nobody": ("après trois jours",),
    },
}


def phrases(language: Language) -> list[str]:
    return [phrase for group in IDIOMS[language].values() for phrase in group]


@each_entry
@each_language
def test_no_number_of_the_law_is_written_in_words(id_: str, language: Language) -> None:
    assert numbers_left(templates(wordings(language)[id_]), language, phrases(language)) == []


@each_language
def test_every_idiom_is_still_said(language: Language) -> None:
    said = " ".join(plain(templates(wording)) for wording in wordings(language).values())
    assert [phrase for phrase in phrases(language) if phrase not in said] == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "It asks for two years in the trade.", "two"),
        ("en", "You have sixty days.", "sixty"),
        ("en", "It asks for one continuous year.", "one continuous year"),
        ("en", '{{ "within three months" if law }}', "three"),
        ("fr", "Il faut deux ans dans le métier.", "deux"),
        ("fr", "Les frais suivent les prix tous les deux ans.", "deux"),
        ("fr", "Pendant un an.", "un an"),
        ("fr", "Vous avez soixante jours.", "soixante"),
    ],
)
def test_a_new_number_in_words_is_found(language: Language, text: str, found: str) -> None:
    assert any(found in each for each in numbers_left(text, language, phrases(language)))
