"""Verbs on wars, as a user calls them."""

import json
from pathlib import Path

import pytest
from tests.cli.test_reports import run

from truceline.terms.results import QUESTIONS


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_keeps_the_contract(
    question: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", question, "--war", "ukraine", "--as-of", "2025-06-05", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["question"] == question
    assert found["limits"]
    assert found["as_of"] == "2025-06-05"
    keys = {"name", "value", "low", "high", "level", "measured_in", "n", "method", "p"}
    assert all(each.keys() == keys for each in found["estimates"])


def test_an_answer_is_printed_to_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "talks", "--war", "korea") == 0
    assert "cannot say" in capsys.readouterr().out


def test_a_made_up_war_can_be_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "war")
    assert run("simulate", out, "--seed", "1") == 0
    assert run("ask", "talks", "--war", out) == 0
    assert "Norland" in capsys.readouterr().out


def test_doctor_looks_at_every_built_in_war(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doctor", "--json") == 0
    found = {each["what"]: each for each in json.loads(capsys.readouterr().out)}
    assert found["python"]["well"]
    assert found.keys() >= {"war ukraine", "war korea", "duckdb"}
