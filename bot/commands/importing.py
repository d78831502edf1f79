"""Taking in a file that others published: all that can be read of it, and what cannot is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import click

from bot.errors import OperatorError

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_NAMED = 20

argument = click.argument("file", type=click.File("rb"))
"""The file; - is standard input."""


def refused(file: BinaryIO, reason: str) -> OperatorError:
    """The line for a file of which nothing can be taken; ``reason`` goes on after its name."""
    return OperatorError(f"{file.name} {reason}: nothing was changed")


def name(lines: Sequence[object]) -> None:
    """Say what was left out, or is remarkable: the first lines, and how many more there are."""
    for line in lines[:MOST_NAMED]:
        click.echo(str(line), err=True)
    if len(lines) > MOST_NAMED:
        click.echo(f"and {len(lines) - MOST_NAMED} more", err=True)


def finish(problems: Sequence[object]) -> None:
    """End with exit status 1 where something was left out."""
    if problems:
        click.get_current_context().exit(1)
