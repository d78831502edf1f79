"""``backtest``: what the forecast of invitations would have been worth on the record so far."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from scoring.backtest import SPLIT, backtest, chosen, mean_scores
from scoring.forecast import FORECASTERS, REACH, figures_until, method
from scoring.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.backtest import Backtest, Bin
    from scoring.forecast import Figure

_EPILOG = """\b
From the first day of each month, for each kind of round, at totals around its last cut-off: the
chance of an invitation within 3, 6 and 12 months, with nothing known that came later, against
what came. Brier scores are mean squared errors: 0 is perfect, 0.25 is what "one in two" scores.
A forecast is shown to people only where it was better than every simple one beside it.
docs/forecast.md tells how it is made.

\b
Examples:
  express-entry-bot backtest
  express-entry-bot backtest --json | jq '.later[] | select(.proven)'
  express-entry-bot backtest --choose      how its constants were chosen; takes a minute or two
"""
_HEADINGS = {
    "method": "method",
    "last_cutoff": "last cut-off",
    "moving_average": "moving avg",
    "climatology": "climatology",
}


@click.command("backtest", epilog=_EPILOG)
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.option(
    "--toml", "as_toml", is_flag=True, help="Only the figures, as forecast.toml has them."
)
@click.option("--choose", is_flag=True, help="Only the constants compared, the best first.")
def command(*, as_json: bool, as_toml: bool, choose: bool) -> None:
    """Test the forecast of invitations on the record of rounds, beside simple ones."""
    if as_json + as_toml + choose > 1:
        raise click.UsageError("choose one of --json, --toml and --choose")
    record = Record.shipped()
    if choose:
        _show_choice(record)
        return
    tested = backtest(record, date.max)
    if as_json:
        click.echo(json.dumps(tested.as_json()))
    elif as_toml:
        click.echo("\n".join(map(_toml, tested.later)))
    else:
        _show(tested)


def _show_choice(record: Record) -> None:
    click.echo(f"Mean Brier score of what was decided by {SPLIT}, by the constants:")
    for score, constants in chosen(record):
        mark = "  in use" if constants == method() else ""
        values = ", ".join(f"{name} {getattr(constants, name):g}" for name in constants.__slots__)
        click.echo(f"{score:.5f}  {values}{mark}")


def _show(tested: Backtest) -> None:
    click.echo(f"Rounds known until {tested.known_until}. Brier scores, 0 is perfect.")
    click.echo(
        f"People are shown what the figures up to {figures_until()} allow, whoever is at most "
        f"{REACH} points below the last cut-off."
    )
    click.echo(f"\nDecided by {SPLIT}: these chose the constants")
    _show_figures(tested.earlier, shown=False)
    click.echo(f"\nForetold from {SPLIT} on: these measure the method")
    _show_figures(tested.later, shown=True)
    click.echo("\nWhat the method said of the latter, and the share that was invited")
    click.echo(f"{'months':>6} {'said':>12} {'cases':>6} {'mean':>6} {'came':>6}")
    for each in tested.calibration:
        click.echo(_calibrated(each))


def _show_figures(figures: Sequence[Figure], *, shown: bool) -> None:
    names = " ".join(f"{_HEADINGS[name]:>12}" for name in FORECASTERS)
    last = "  shown" if shown else ""
    click.echo(f"{'kind':<16} {'months':>6} {'origins':>7} {'cases':>6} {names}{last}")
    for each in figures:
        scores = _scores(each.brier[name] for name in FORECASTERS)
        mark = ("  yes" if each.proven else "  no") if shown else ""
        row = f"{each.kind:<16} {each.months:>6} {each.origins:>7} {each.cases:>6}"
        click.echo(f"{row} {scores}{mark}")
    total = sum(each.cases for each in figures)
    scores = _scores(mean_scores(figures).values())
    click.echo(f"{'all':<16} {'':>6} {'':>7} {total:>6} {scores}")


def _scores(values: Iterable[float]) -> str:
    return " ".join(f"{value:>12.4f}" for value in values)


def _calibrated(each: Bin) -> str:
    said = f"{each.low:.1f} to {each.high:.1f}"
    return f"{each.months:>6} {said:>12} {each.cases:>6} {each.said:>6.2f} {each.came:>6.2f}"


def _toml(figure: Figure) -> str:
    scores = ", ".join(f"{figure.brier[name]:.4f}" for name in FORECASTERS)
    return f'    ["{figure.kind}", {figure.months}, {figure.origins}, {figure.cases}, {scores}],'
