"""One page with every screen in every language: ``python -m messages.preview preview.html``."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from dialogs.conversation import LANGUAGES
from messages.catalogue import catalogue
from messages.catalogue_guide import every_entry
from messages.people import TODAY
from messages.render import render
from messages.words import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from messages.message import Message


@dataclass(frozen=True, slots=True)
class Row:
    """One screen in every language, side by side."""

    name: str
    group: str
    messages: Mapping[str, Message]


def page() -> str:
    """The whole page, with nothing loaded from elsewhere."""
    rows = [
        Row(
            name=name,
            group=name.split()[0].rstrip(","),
            messages={language: render(reply, language, TODAY) for language in LANGUAGES},
        )
        for name, reply in (catalogue() | dict(every_entry())).items()
    ]
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True)
    environment.filters["telegram"] = Markup  # a screen is HTML already, and tested to be
    return environment.get_template("preview.html.j2").render(rows=rows, languages=LANGUAGES)


def main(arguments: list[str]) -> int:
    """Write the page to the file that is named."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m messages.preview OUT.html\n")
        return 2
    Path(arguments[0]).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
