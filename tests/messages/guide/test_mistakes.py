"""A mistake in a file of the guide is told by the file, the entry and what to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from messages.catalogue_guide import guide_entry
from messages.guide import telling
from messages.guide.entries import GuideError, Wording, entries, read_entries, read_wordings
from messages.people import TODAY
from messages.render import render

if TYPE_CHECKING:
    from pathlib import Path

SHARED = 'sources = ["FEES_PAGE"]\n'
WORDS = 'title = "T"\naliases = ["t"]\ntext = "Text."\n'


def written(folder: Path, shared: str, words: str | None = None) -> Path:
    """A folder with one section of the guide, in English."""
    for name, text in (("guide", shared), ("en/guide", words)):
        (folder / name).mkdir(parents=True, exist_ok=True)
        if text is not None:
            (folder / name / "money.toml").write_text(text, encoding="utf-8")
    return folder


def test_an_entry_is_two_tables_of_its_id(tmp_path: Path) -> None:
    folder = written(tmp_path, f"[gifts]\n{SHARED}", f"[gifts]\n{WORDS}")
    known = read_entries(folder)
    assert [*known] == ["gifts"]
    assert known["gifts"].section == "money"
    assert read_wordings(folder, "en", known)["gifts"].text == "Text."


@pytest.mark.parametrize(
    ("shared", "mend"),
    [
        ('sources = ["NOBODY"]', "sources: `NOBODY` is not in sources.toml"),
        ("checked = 2026-10-01", "sources is missing; name at least one"),
        (f'{SHARED}parameters = ["fess"]', "parameters: there is no fess.toml"),
        (f'{SHARED}see = ["nothing"]', "see: there is no entry `nothing`"),
        (f'{SHARED}offers = ["score", "improve", "review"]', "offers: at most 2"),
        (f'{SHARED}title = "T"', "`title` is not a key of an entry; remove it"),
        ("sources = [", "is not valid TOML"),
    ],
)
def test_what_the_languages_share(tmp_path: Path, shared: str, mend: str) -> None:
    with pytest.raises(GuideError) as mistake:
        read_entries(written(tmp_path, f"[gifts]\n{shared}\n"))
    assert mend in str(mistake.value)
    assert "money.toml" in str(mistake.value)
    assert "\n" not in str(mistake.value)


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        ('[gifts]\naliases = ["t"]\ntext = "Text."', "title is missing; add it"),
        ('[gifts]\ntitle = "T"\naliases = ["t"]', "text is missing; add it"),
        ('[gifts]\ntitle = "T"\ntext = "Text."', "aliases: list the ways"),
        (f'[gifts]\n{WORDS}sources = ["IRPR"]', "`sources` is not a key of an entry; remove it"),
        (f"[gift]\n{WORDS}", "stands in only one of the two files of its section"),
    ],
)
def test_the_words_of_a_language(tmp_path: Path, words: str, mend: str) -> None:
    folder = written(tmp_path, f"[gifts]\n{SHARED}", words)
    with pytest.raises(GuideError) as mistake:
        read_wordings(folder, "en", read_entries(folder))
    assert mend in str(mistake.value)
    assert "[gift" in str(mistake.value)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("{{ law.nominatoin }}", "has no attribute 'nominatoin'"),
        ("{{ amount }}", "'amount' is undefined"),
        ('{{ value("fees", "gold") }}', "fees.toml"),
        ('{{ value("fess", "principal") }}', "fess"),
        ('{{ event("never") }}', "never"),
        ("{{ law.nomination | gold }}", "No filter named 'gold'"),
        ("{% if law.nomination %}", "Unexpected end of template"),
    ],
)
def test_a_text_that_reads_what_there_is_not(
    monkeypatch: pytest.MonkeyPatch, text: str, tells: str
) -> None:
    mistaken = {id_: Wording("Title", ("t",), text, "") for id_ in entries()}
    monkeypatch.setattr(telling, "wordings", lambda _: mistaken)
    with pytest.raises(GuideError) as mistake:
        render(guide_entry("fees", {}), "en", TODAY)
    assert str(mistake.value).startswith("messages/en/guide/money.toml [fees]: text: ")
    assert tells in str(mistake.value)
