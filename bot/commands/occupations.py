"""``occupations``: all job titles of NOC 2021, imported from Statistics Canada's own files."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

import click

from bot.commands import database, importing
from bot.storage.occupation_titles import count_titles, replace_titles
from dialogs.reading.occupations.elements import NoElementsError, read_elements

if TYPE_CHECKING:
    from pathlib import Path

    from dialogs.reading.occupations.elements import Refused

_EPILOG = """\b
The bot knows the 516 unit groups of NOC 2021 and everyday titles from the start. With the
elements files it also knows the 30,000 titles that Statistics Canada lists, in each language.

\b
Examples:
  express-entry-bot occupations import noc_2021_version_1.0_-_elements.csv
  express-entry-bot occupations import cnp_2021_version_1.0_-_elements.csv
  express-entry-bot occupations list
"""
_IMPORT_EPILOG = """\b
FILE is Statistics Canada's "Elements" CSV of NOC 2021 version 1.0, English or French; - is
standard input. The titles of its unit groups replace those imported before, all or nothing, so
a newer file may be imported at any time, while the bot runs, too. A row that cannot be read is
named and left out; the exit status is then 1.

\b
Examples:
  express-entry-bot occupations import noc_2021_version_1.0_-_elements.csv
  express-entry-bot occupations import --db people.sqlite3 - < elements.csv
"""
_LIST_EPILOG = """\b
Examples:
  express-entry-bot occupations list
"""
_LANGUAGES = {"en": "English", "fr": "French"}
_BOM = b"\xef\xbb\xbf"


@click.group("occupations", epilog=_EPILOG)
def command() -> None:
    """Know every job title that Statistics Canada lists, not only the everyday ones."""


@command.command("import", epilog=_IMPORT_EPILOG)
@database.option
@importing.argument
def import_(db: Path | None, file: BinaryIO) -> None:
    """Read the job titles of a Statistics Canada elements file (CSV) into the database."""
    try:
        elements = read_elements(_text(file))
    except NoElementsError as error:
        raise importing.refused(file, str(error)) from None
    importing.name([_line(each) for each in elements.refused])
    if not elements.titles:
        raise importing.refused(file, "has no titles of unit groups")
    path, named = database.chosen(db)
    before = replace_titles(path, elements, named)
    groups = len({each.code for each in elements.titles})
    click.echo(
        f"{len(elements.titles)} {_LANGUAGES[elements.language]} titles of {groups} unit groups "
        f"are in place of {before} from before"
    )
    importing.finish(elements.refused)


@command.command("list", epilog=_LIST_EPILOG)
@database.option
def list_(db: Path | None) -> None:
    """Show how many titles have been imported, by language."""
    counted = count_titles(*database.chosen(db))
    for language, groups, titles in counted:
        click.echo(f"{_LANGUAGES[language]}: {titles} titles of {groups} unit groups")
    if not counted:
        click.echo('no titles have been imported yet; "occupations import FILE" does that')


def _text(file: BinaryIO) -> io.StringIO:
    """The content as text: UTF-8 with or without its mark, else the code page of Windows."""
    content = file.read().removeprefix(_BOM)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return io.StringIO(text, newline="")


def _line(refused: Refused) -> str:
    where = f", {refused.column}" if refused.column else ""
    return f"row {refused.row}{where}: {refused.reason}"
