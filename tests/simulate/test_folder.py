"""A made-up war on disk, read back."""

import csv
import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from truceline.measure.talks import talks
from truceline.read import wars
from truceline.simulate.folder import simulate
from truceline.simulate.spec import Spec, Talks
from truceline.simulate.system import A
from truceline.terms.errors import BadInput


def test_the_folder_is_a_war_that_loads_without_a_remark(tmp_path: Path) -> None:
    simulate(tmp_path / "made", seed=3)
    war = wars.load(tmp_path / "made")
    assert war.remarks == ()
    assert [each.code for each in war.sides] == ["XNO", "XSO"]
    assert len(war.rounds) == 12
    assert {each.holds for each in war.series} == {"attacks", "losses", "area"}
    assert len(war.backers) == 2
    assert len(war.strikes) == 16
    assert all(each.symbolic for each in war.strikes)


def test_the_truth_holds_what_the_series_report(tmp_path: Path) -> None:
    simulate(tmp_path / "made", seed=3, spec=Spec(talks=Talks(effect_a=1.8)))
    truth = json.loads((tmp_path / "made" / "truth.json").read_text("utf-8"))
    panel = wars.panel(tmp_path / "made")
    rows = panel.filter(panel["series"] == "attacks_xno").select("date", "value").rows()
    start = date.fromisoformat(truth["spec"]["start"])
    attacks = truth["attacks"][A]
    assert truth["talks"]["effect"] == {"XNO": 1.8, "XSO": 1.0}
    assert all(value <= attacks[(day - start).days] for day, value in rows)
    assert len(rows) < len(attacks) == truth["spec"]["days"]
    planted = {date.fromisoformat(each) for each in truth["talks"]["days"]}
    with (tmp_path / "made" / "war.toml").open("rb") as file:
        rounds = tomllib.load(file)["rounds"]
    assert planted == {
        date.fromordinal(each["start"].toordinal() - back)
        for each in rounds
        for back in range(1, 8)
    }


def test_events_are_single_attacks_of_the_side_that_made_them(tmp_path: Path) -> None:
    simulate(tmp_path / "made", seed=3)
    truth = json.loads((tmp_path / "made" / "truth.json").read_text("utf-8"))
    start = date.fromisoformat(truth["spec"]["start"])
    with (tmp_path / "made" / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["id"] for row in rows}) == len(rows)
    counts: dict[tuple[str, int], int] = {}
    for row in rows:
        day = (date.fromisoformat(row["date_start"]) - start).days
        key = (row["initiator"], day)
        counts[key] = counts.get(key, 0) + 1
        assert int(row["low"]) <= int(row["best"]) <= int(row["high"])
    assert all(count <= truth["attacks"][code][day] for (code, day), count in counts.items())


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    names = simulate(tmp_path / "one", seed=8)
    simulate(tmp_path / "two", seed=8)
    simulate(tmp_path / "three", seed=9)
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert (tmp_path / "one" / "attacks_xno.csv").read_bytes() != (
        tmp_path / "three" / "attacks_xno.csv"
    ).read_bytes()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(BadInput, match="is not empty; give a new folder"):
        simulate(tmp_path, seed=1)
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_a_negative_seed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="seed is -1"):
        simulate(tmp_path / "made", seed=-1)


def test_the_talks_test_finds_what_was_planted_on_one_side_and_not_on_the_other(
    tmp_path: Path,
) -> None:
    spec = Spec(days=1_200, talks=Talks(clusters=12, rounds=14, effect_a=2.2))
    simulate(tmp_path / "made", seed=6, spec=spec)
    answer = talks(wars.panel(tmp_path / "made"), wars.load(tmp_path / "made"))
    first = {each.name: each for each in answer.estimates if "(primary)" in each.name}
    a = first["attacks_xno: 7 days before, every round announced (primary)"]
    b = first["attacks_xso: 7 days before, every round announced (primary)"]
    assert a.low is not None
    assert a.low > 1.3
    assert b.low is not None
    assert b.high is not None
    assert b.low < 1.15 < b.high + 0.2
