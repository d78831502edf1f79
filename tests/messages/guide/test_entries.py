"""Every entry of the guide: in both languages, on several days, for several people."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dialogs.conversation import LANGUAGES, Language
from dialogs.questionnaire import walk
from dialogs.replies_guide import GuideEntry
from dialogs.wishes import WISHES
from dialogs.you import you
from messages.catalogue_guide import PEOPLE, guide_entry
from messages.guide.entries import SECTIONS, Wording, entries, wordings
from messages.people import RECORD, TODAY
from messages.render import render
from messages.sources import source_address
from messages.words import FOLDER, words
from scoring.occupations import occupations
from scoring.record import Record
from tests.messages.in_words import TAGS
from tests.messages.telegram import read, utf16_length

DAYS = (date(2026, 3, 1), TODAY, date(2027, 12, 31))
MOST_UNITS = 1700
FEWEST_ALIASES = 6
LONGEST_TITLE = 75
NAMES = (
    r"(?:NOC|CNP) 2021|(?:TEER|FEER) [0-5]|IMM \d{4}|T4\b|"
    r"(?<!\d)(?:" + "|".join(occupations()) + r")(?!\d)"
)
"""What may be written with digits: classifications, forms and unit groups."""
READS = r"""\b(?:law\.\w+|(?:value|since|confirmed|latest|fixed|steps|scores|typical|event|until|
categories|category|codes|occupations|occupation|last_rounds?|quiet|rounds_of_a_year|
kinds_of_a_year|last_of_each_kind|rounds_known_until|rounds_are_old)\([^)]*\))""".replace("\n", "")

each_entry = pytest.mark.parametrize("id_", list(entries()))
each_language = pytest.mark.parametrize("language", LANGUAGES)


def templates(wording: Wording) -> str:
    return "\n".join((wording.title, wording.text, wording.you))


def shown(id_: str, person: str, language: Language, day: date = TODAY) -> str:
    return read(render(guide_entry(id_, PEOPLE[person]), language, day).text).text


@each_entry
@each_language
def test_can_be_sent_to_everybody_on_every_day(id_: str, language: Language) -> None:
    for person, answers in PEOPLE.items():
        for day in DAYS:
            message = render(guide_entry(id_, answers), language, day)
            found = read(message.text)
            assert found.faults == [], person
            assert 0 < utf16_length(found.text) <= MOST_UNITS
            assert "\n\n\n" not in found.text
            for leftover in ("{", "}", "None", " ,", " .", "()", "..", "<"):
                assert leftover not in found.text, (person, day)
            buttons = [button for row in message.buttons for button in row]
            assert len({button.data for button in buttons}) == len(buttons)
            assert all(len(button.data.encode()) <= 64 for button in buttons)


@each_entry
@each_language
def test_no_number_is_typed(id_: str, language: Language) -> None:
    text = re.sub(TAGS, "", templates(wordings(language)[id_]), flags=re.DOTALL)
    assert re.findall(r".{0,20}\d.{0,20}", re.sub(NAMES, "", text)) == []


@each_entry
def test_the_languages_read_the_same_numbers(id_: str) -> None:
    english, french = (
        set(re.findall(READS, templates(wordings(language)[id_]))) for language in LANGUAGES
    )
    assert english == french


@each_entry
def test_numbers_of_the_law_say_which_parameters_they_are(id_: str) -> None:
    reads_law = any("law." in templates(wordings(language)[id_]) for language in LANGUAGES)
    assert entries()[id_].parameters or not reads_law


@each_entry
@each_language
def test_says_as_of_when_and_by_which_sources(id_: str, language: Language) -> None:
    entry, said = entries()[id_], words(language)
    for person in PEOPLE:
        text = shown(id_, person, language)
        last = next(
            line for line in reversed(text.splitlines()) if line.startswith(("As of", "Au "))
        )
        assert re.search(r"20\d\d\. Sources?\b|20\d\d\.$", last)
        assert all(said.say("terms", "sources", source.id) in last for source in entry.sources)
    if entry.section != "bot":
        assert any(source_address(source, said) for source in entry.sources)


@each_entry
@each_language
def test_goes_on_while_no_round_is_known_or_few_are(id_: str, language: Language) -> None:
    person = you(walk(PEOPLE["finished"], TODAY), RECORD)
    for record in (Record(), Record(RECORD.rounds[:3])):
        found = read(render(GuideEntry(id_, person, record), language, TODAY).text)
        assert found.faults == []
        assert "None" not in found.text


@each_entry
def test_is_known_on_the_day_it_is_shown(id_: str) -> None:
    checked = entries()[id_].checked
    assert checked is None or date(2024, 1, 1) <= checked <= TODAY


@each_entry
def test_names_an_official_source_unless_it_is_about_the_bot(id_: str) -> None:
    kinds = {source.kind for source in entries()[id_].sources}
    assert "official" in kinds or "official_via" in kinds or entries()[id_].section == "bot"


@each_entry
def test_leads_to_what_exists(id_: str) -> None:
    entry = entries()[id_]
    assert id_ not in entry.see
    assert set(entry.see) <= set(entries())
    assert entry.explains is None or entry.explains in WISHES
    for offer in entry.offers:
        assert offer in WISHES
        assert all(words(language).find("buttons", "command", offer) for language in LANGUAGES)


@each_entry
@each_language
def test_has_a_title_and_ways_to_ask(id_: str, language: Language) -> None:
    wording = wordings(language)[id_]
    assert len(set(wording.aliases)) == len(wording.aliases) >= FEWEST_ALIASES
    assert all(alias == alias.strip() and alias for alias in wording.aliases)
    assert len(wording.title) <= LONGEST_TITLE


@each_language
def test_no_two_entries_are_asked_for_alike(language: Language) -> None:
    aliases = [alias.casefold() for each in wordings(language).values() for alias in each.aliases]
    assert sorted(a for a in set(aliases) if aliases.count(a) > 1) == []


def test_every_file_is_of_a_section() -> None:
    for folder in ("guide", *(f"{language}/guide" for language in LANGUAGES)):
        assert {file.stem for file in (FOLDER / folder).glob("*.toml")} <= set(SECTIONS)


MONTHS = "January February March April May June July August September October November December"
DAY = re.compile(rf"(?<!until )\b(\d{{1,2}}) ({MONTHS.replace(' ', '|')}) (20\d\d)")


@each_entry
def test_is_dated_no_earlier_than_what_it_tells(id_: str) -> None:
    def days(text: str) -> list[date]:
        found = DAY.findall(text)
        return [date(int(y), MONTHS.split().index(m) + 1, int(d)) for d, m, y in found]

    told, _, last = shown(id_, "newcomer", "en").rpartition("As of ")
    (as_of, *_) = days(last) or [TODAY]
    assert [day for day in days(told) if as_of < day <= TODAY] == []
