"""The command line: one group whose subcommands are imported only when they are called."""

from __future__ import annotations

import os
import resource
import sys
from importlib import import_module
from importlib.metadata import version
from typing import NoReturn

import click

from bot.errors import OperatorError

COMMANDS = {
    "chat": "Talk here, in this terminal.",
    "run": "Run the Telegram bot.",
    "score": "Score profiles: JSON Lines in, JSON Lines out.",
    "plan": "Find what would raise the score of each profile.",
    "timeline": "Find the days on which each score changes by itself.",
    "backtest": "Test the forecast of invitations on the record of rounds.",
    "rotate-key": "Encrypt all stored answers with a new key.",
    "occupations": "Import all job titles of NOC 2021.",
    "rounds": "Import and list the rounds of invitations.",
    "doctor": "Check whether the bot can run here, and say what to do.",
    "backup": "Copy the database, also while the bot runs.",
    "restore": "Put a copy of the database back in its place.",
}
"""Each in ``bot.commands``, in a module of its own name, as ``command``."""

BAD_INPUT = 1
BAD_USAGE = 2
INTERRUPTED = 130

_EPILOG = """\b
Examples:
  express-entry-bot chat                         find out your own score
  express-entry-bot score people.jsonl           score many people
  express-entry-bot plan --target 500 < people.jsonl
  TELEGRAM_TOKEN=123456789:AAE… express-entry-bot run

\b
Each command tells more: express-entry-bot chat --help
"""


class Group(click.Group):
    """Knows its commands by name; ``--help`` and ``--version`` import none of them."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"bot.commands.{cmd_name.replace('-', '_')}").command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"express-entry-bot {version('express-entry-bot')}")
        ctx.exit()


@click.group(cls=Group, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version.",
)
def cli() -> None:
    """Canada's Express Entry: eligibility, the CRS score, and how to improve it."""


def main() -> NoReturn:
    """Run the command and leave with its exit status; trouble is one line on standard error."""
    os.umask(0o077)  # whatever is written holds people's plans
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # and so does memory, and the token
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit status of a call."""
    try:
        status = cli.main(arguments, prog_name="express-entry-bot", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        return _complain(_asking_for_a_command(error.ctx))
    except click.ClickException as error:
        return _complain(error.format_message())
    except OperatorError as error:
        return _complain(str(error))
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _silence_output()
        return BAD_INPUT
    except OSError as error:
        _silence_output()
        return _complain(f"cannot write the output: {error.strerror}; make room and call again")
    return status if isinstance(status, int) else 0


def _asking_for_a_command(ctx: click.Context) -> str:
    """Of the group that was called, which may be one below the first."""
    names = ctx.command.list_commands(ctx) if isinstance(ctx.command, click.Group) else []
    return f"name a command, one of {', '.join(names)}; {ctx.command_path} --help tells more"


def _silence_output() -> None:
    """Keep the interpreter from complaining at its exit about output that nobody takes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(reason: str) -> int:
    one_line = " ".join(reason.split())
    click.echo(f"express-entry-bot: {one_line}", err=True)
    return BAD_USAGE
