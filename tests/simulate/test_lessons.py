"""The lessons of docs/simulate.md: each holds a spec, and the first teach what they say."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from truceline.measure.talks import talks_of
from truceline.pipeline.ask import ask, load
from truceline.simulate.folder import simulate
from truceline.simulate.spec import Spec
from truceline.simulate.spec_file import read_spec
from truceline.simulate.system import run

PAGE = Path(__file__).resolve().parents[2] / "docs" / "simulate.md"
LESSONS = [each.split("```")[0] for each in PAGE.read_text("utf-8").split("```toml\n")[1:]]


def lesson(number: int, folder: Path) -> Spec:
    path = folder / "spec.toml"
    path.write_text(LESSONS[number - 1], "utf-8")
    return read_spec(path)


@pytest.mark.parametrize("number", range(1, 9))
def test_every_lesson_is_a_spec_that_plants_something(number: int, tmp_path: Path) -> None:
    assert lesson(number, tmp_path) != Spec()
    assert len(LESSONS) == 8


@pytest.mark.parametrize(("number", "rises"), [(1, True), (2, False), (3, True)])
def test_a_rise_is_seen_where_it_is_reported_and_only_there(
    number: int, rises: bool, tmp_path: Path
) -> None:
    made = run(lesson(number, tmp_path), np.random.default_rng(11))
    values = made.reported["attacks_xno"]
    days = pl.date_range(
        made.spec.start, pl.lit(made.spec.start) + pl.duration(days=values.size - 1), eager=True
    )
    frame = pl.DataFrame({"date": days, "value": values})
    answer = talks_of(frame, made.rounds)
    first = answer.estimates[0]
    assert first.low is not None
    assert (first.low > 1) is rises


@pytest.mark.slow
def test_the_phase_that_was_planted_is_found_within_days(tmp_path: Path) -> None:
    simulate(tmp_path / "made", seed=7, spec=lesson(6, tmp_path))
    answer = ask("phases", load(str(tmp_path / "made")))
    assert answer.verdict == "supported"
    when = [each for each in answer.estimates if "when (primary)" in each.name]
    assert len(when) == 1
    assert when[0].low is not None
    assert when[0].high is not None
    assert when[0].low <= 450 <= when[0].high
    assert when[0].high - when[0].low < 21
