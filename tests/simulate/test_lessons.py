"""The lessons of docs/simulate.md: each holds a spec, and the first teach what they say."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from truceline.measure.talks import talks_of
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
