"""The verb backtest, and what ask archives, as a user calls them."""

import json
from pathlib import Path

import pytest
from tests.cli.test_reports import run


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("backtest", "talks"), "talks is no forecast"),
        (("backtest", "outlook", "--store", "x.duckdb"), "name it with --war"),
        (("ask", "talks", "--war", "ukraine", "--store", "x.duckdb"), "there is no store x.duckdb"),
        (("ask", "outlook", "--war", "ukraine", "--set", "lasting=x"), "give 1 to 3660 days"),
        (("ask", "talks", "--war", "ukraine", "--set", "by=2026-01-01"), "takes no --set"),
    ],
)
def test_bad_input_is_one_line_that_says_what_to_do(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 1
    said = capsys.readouterr()
    assert message in said.err
    assert len(said.err.strip().splitlines()) == 1
    assert said.out == ""


def test_a_forecast_is_archived_and_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(tmp_path / "a.duckdb")
    assert run("record", "init", store) == 0
    asked = ("ask", "outlook", "--war", "ukraine", "--as-of", "2025-05-08", "--store", store)
    assert run(*asked) == 0
    assert "8 forecasts archived in a.duckdb" in capsys.readouterr().err
    scored = ("backtest", "outlook", "--store", store, "--war", "ukraine", "--as-of", "2025-09-15")
    assert run(*scored) == 0
    assert "mean of 4: Brier" in capsys.readouterr().out
    assert run(*scored, "--json") == 0
    assert {each["came"] for each in json.loads(capsys.readouterr().out)} == {False}


def test_thin_data_cannot_say_and_exit_0(capsys: pytest.CaptureFixture[str]) -> None:
    for day, reason in (("2022-02-20", "there was none"), ("2022-03-05", "9 days old")):
        assert run("ask", "outlook", "--war", "ukraine", "--as-of", day, "--json") == 0
        found = json.loads(capsys.readouterr().out)
        assert found["verdict"] == "cannot say"
        assert reason in found["statement"]
        assert "What would let it be said" in found["limits"][0]
