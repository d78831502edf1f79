"""The command that tests the forecast."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

from bot import cli
from scoring.forecast import figures, figures_until
from scoring.parameters.tree import ROOT

if TYPE_CHECKING:
    import pytest


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.run(["backtest", *arguments]) == 0
    return capsys.readouterr().out


def test_as_tables(capsys: pytest.CaptureFixture[str]) -> None:
    tables = printed(capsys)
    assert "Rounds known until 2026-10-01" in tables
    assert f"figures up to {figures_until()}" in tables
    row = next(line for line in tables.split("Foretold")[1].splitlines() if line[:3] == "cec")
    assert row.split()[-1] == ("yes" if figures()[6].proven else "no")
    assert "the share that was invited" in tables


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    tested = json.loads(printed(capsys, "--json"))
    assert {"known_until", "split", "earlier", "later", "calibration"} == set(tested)
    by_kind = {(each["kind"], each["months"]): each for each in tested["later"]}
    for figure in figures():
        assert by_kind[figure.kind, figure.months]["brier"] == figure.brier
        assert by_kind[figure.kind, figure.months]["proven"] is figure.proven


def test_as_the_parameters_have_it(capsys: pytest.CaptureFixture[str]) -> None:
    rows = tomllib.loads(f"figures = [{printed(capsys, '--toml')}]")["figures"]
    kept = tomllib.loads((ROOT / "forecast.toml").read_text(encoding="utf-8"))
    assert rows == kept["values"][-1]["figures"]


def test_two_forms_at_once_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["backtest", "--json", "--toml"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
