"""The questions asked of fuller series than may ship, which lie beside the checkout."""

from datetime import date
from pathlib import Path

import pytest

import full_ukraine
from truceline.pipeline.ask import ask, load

DATA = Path(__file__).resolve().parents[3] / "shared/data"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    if not DATA.exists():
        pytest.skip(f"{DATA} is not here")
    out = tmp_path_factory.mktemp("wars") / "full"
    full_ukraine.main(DATA, out)
    return str(out)


def test_a_longer_map_lets_the_front_be_judged_to_its_end(folder: str) -> None:
    found = ask("front", load(folder))
    assert found.as_of == "2026-08-22"
    assert found.verdict != "cannot say"
    assert found.estimates[0].n == 13


def test_steps_that_only_redraw_the_map_end_a_span(folder: str) -> None:
    war = load(folder).war
    [area] = [each for each in war.series if each.name == "area_deepstate"]
    assert date(2026, 8, 13) in {start for start, _ in area.regime}
    assert not [each for each in war.series if each.name == "area_liveuamap"]


@pytest.mark.parametrize("question", ["talks", "balance", "retaliation", "phases"])
def test_every_other_question_has_an_answer_with_its_limits(folder: str, question: str) -> None:
    found = ask(question, load(folder))
    assert found.verdict == "cannot say"
    assert found.estimates
    assert found.limits
