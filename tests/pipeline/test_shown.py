"""Briefs obey the makers' terms, unless they are for one's own eyes."""

from datetime import date
from pathlib import Path

import pytest

from truceline.pipeline import brief as job
from truceline.pipeline import shown
from truceline.terms.wars import Series, War

WAR = War(
    folder="x", name="X", start=date(2025, 1, 1), sides=(),
    series=tuple(
        Series(name=mark, file="x.csv", unit="n", redistribute=mark)
        for mark in ("open", "aggregate only", "private")
    ),
)  # fmt: skip


def test_days_are_of_open_series_and_totals_of_all_but_private_ones() -> None:
    days, totals, said = shown.of(WAR, private=False)
    assert [each.name for each in days.series] == ["open"]
    assert [each.name for each in totals.series] == ["open", "aggregate only"]
    assert len(said) == 2
    assert shown.with_days(WAR) == days
    assert shown.with_totals(WAR) == totals


def test_for_ones_own_eyes_everything_is_drawn_and_nothing_said() -> None:
    assert shown.of(WAR, private=True) == (WAR, WAR, ())


@pytest.fixture
def guarded(war: str) -> str:
    folder = Path(war)
    marks = {"a": "open", "b": "aggregate only", "c": "private"}
    text = (folder / "war.toml").read_text()
    for name, mark in marks.items():
        text += (
            f'[[series]]\nname = "{name} launches"\nfile = "{name}.csv"\nunit = "n"\n'
            f'side = "XNO"\nholds = "attacks"\nredistribute = "{mark}"\n'
        )
        rows = "".join(f"2030-{month:02}-{day:02},{day}\n"
                       for month in range(1, 7) for day in range(1, 29))  # fmt: skip
        (folder / f"{name}.csv").write_text("date,value\n" + rows)
    (folder / "war.toml").write_text(text)
    return war


@pytest.mark.parametrize("private", [False, True])
def test_a_brief_draws_what_may_go_out(report: Path, guarded: str, *, private: bool) -> None:
    made, _ = job.brief([report], job.Wanted(guarded, private=private))
    days = {each.series.name[0] for each in made.around}
    weeks = {each.series.name[0] for each in made.timeline}
    assert days == ({"a", "b", "c"} if private else {"a"})
    assert weeks == ({"a", "b", "c"} if private else {"a", "b"})
    held = [each for each in made.remarks if "--private draws it" in each]
    assert len(held) == (0 if private else 2)
    assert made.command.endswith("--private") is private
