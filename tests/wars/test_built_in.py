"""The wars that ship: every entry sourced, every series as its reporter published it."""

import runpy
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest

from truceline.coding.gazette import lines
from truceline.measure.depth import attacks_by_depth, plain
from truceline.read import wars
from truceline.terms.wars import War

ROOT = Path(__file__).resolve().parents[2]
SHELF = ROOT / "src" / "truceline" / "wars"


@pytest.fixture(scope="module")
def ukraine() -> War:
    return wars.load("ukraine")


@pytest.fixture(scope="module")
def korea() -> War:
    return wars.load("korea")


def values(name: str) -> dict[date, float | None]:
    found = wars.panel("ukraine").filter(pl.col("series") == name)
    return dict(zip(found["date"], found["value"], strict=True))


@pytest.mark.parametrize("name", wars.built_in())
def test_every_entry_has_a_source_and_none_looks_odd(name: str) -> None:
    war = wars.load(name)
    sources = [
        *(each.source for each in war.backers),
        *(each.source for each in war.rounds),
        *(each.source for each in war.truces),
        *(each.source for each in war.strikes),
        *(each.source for each in war.support),
        *(each.source for each in war.depth),
    ]
    assert all(sources)
    assert [each for each in war.remarks if "[[" in each] == []
    for series in war.series:
        assert all((series.what, series.reported_by, series.licence, series.citation)), series
        assert series.retrieved_at, series
        assert series.version, series


@pytest.mark.parametrize("name", wars.built_in())
def test_every_round_is_between_both_sides_and_announced_before_it_began(name: str) -> None:
    war = wars.load(name)
    sides = {side.code for side in war.sides}
    for each in war.rounds:
        assert sides <= set(each.parties), each
        assert each.announced_on is None or each.announced_on <= each.start, each
        assert each.format in {"direct", "indirect"}, each


@pytest.mark.parametrize("path", sorted(SHELF.glob("*/*.csv")), ids=lambda path: path.name)
def test_every_table_says_whose_numbers_it_holds_and_what_was_changed(path: Path) -> None:
    notes = [line for line in path.read_text(encoding="utf-8").split("\n") if line[:1] == "#"]
    assert len(notes) >= 3
    assert any(line.startswith("# Changed: ") for line in notes)


def test_no_file_lies_about_that_no_war_names() -> None:
    for name in wars.built_in():
        named = {"war.toml"}
        for series in wars.load(name).series:
            named |= {series.file, series.other_dating or series.file}
        assert {path.name for path in (SHELF / name).iterdir()} == named


def test_ukraine_holds_the_rounds_that_the_column_is_about(ukraine: War) -> None:
    by_start = {each.start: each for each in ukraine.rounds}
    istanbul = by_start[date(2025, 6, 2)]
    assert (istanbul.place, istanbul.status, istanbul.announced_on) == (
        "Istanbul, Çırağan",
        "held",
        date(2025, 5, 28),
    )
    assert len(istanbul.agreed) == 2
    assert "planned for 15 may" in (by_start[date(2025, 5, 16)].source or "").lower()
    (doha,) = [each for each in ukraine.rounds if each.place == "Doha"]
    assert (doha.status, doha.format, doha.announced_on) == (
        "collapsed",
        "indirect",
        date(2024, 8, 17),
    )
    assert "day uncertain" in (doha.source or "")
    assert [each.start for each in ukraine.rounds if each.start.year == 2026] == [
        date(2026, 1, 23),
        date(2026, 2, 4),
        date(2026, 2, 17),
        date(2026, 3, 5),
    ]


def test_ukraine_lists_third_parties_with_publisher_or_address(ukraine: War) -> None:
    kinds = [each.kind for each in ukraine.support]
    assert len(kinds) == 55
    assert {"aid", "pause", "sanction", "easing", "summit", "mediation"} == set(kinds)
    pauses = [(each.date, each.backer) for each in ukraine.support if each.kind == "pause"]
    assert pauses == [(date(2025, 3, 3), "USA"), (date(2025, 7, 1), "USA")]
    assert all((each.amount is None) == (each.unit is None) for each in ukraine.support)


def test_ukraine_says_what_became_of_each_thing_agreed(ukraine: War) -> None:
    assert all(len(each.done) == len(each.agreed) for each in ukraine.rounds)
    kept = [each for each in ukraine.rounds if each.start == date(2025, 5, 16)]
    assert [each.split()[0] for each in kept[0].done] == ["kept", "kept"]


def test_ukraine_has_strikes_of_both_sides_and_says_what_is_one_sided(ukraine: War) -> None:
    per_side = {side: [each for each in ukraine.strikes if each.side == side] for side in
                ("RUS", "UKR")}  # fmt: skip
    assert min(len(found) for found in per_side.values()) >= 12
    on_bombers = [each for each in per_side["UKR"] if each.date == date(2025, 6, 1)]
    assert [each.symbolic for each in on_bombers] == [True]
    assert "nothing of Ukraine's attacks" in ukraine.remarks[0]
    assert not [each for each in ukraine.series if each.holds == "attacks" and each.side == "UKR"]


@pytest.mark.parametrize(
    ("day", "drones", "missiles"),
    [
        # As Ukraine's Air Force published them and the press repeated them on the day.
        (date(2024, 8, 26), 109, 127),
        (date(2024, 11, 17), 90, 120),
        (date(2025, 6, 1), 472, 7),
        (date(2025, 7, 9), 728, 13),
        (date(2025, 9, 7), 810, 13),
        (date(2025, 11, 19), 476, 48),
    ],
)
def test_launches_are_the_published_ones(day: date, drones: int, missiles: int) -> None:
    assert values("launched_drones")[day] == drones
    assert values("launched_missiles")[day] == missiles
    assert values("launched")[day] == drones + missiles


def test_days_of_truce_are_zero_only_where_a_report_says_so() -> None:
    drones = values("launched_drones")
    week = [date(2025, 5, 7) + timedelta(days=ahead) for ahead in range(7)]
    assert sum(drones[day] or 0 for day in week) == 444  # OSW, 2025-05-13
    assert [drones[day] for day in week[1:4]] == [0, 0, 0]
    assert values("launched_missiles")[date(2025, 4, 1)] == 2
    assert date(2025, 4, 7) not in drones  # drones came, and their number is not at hand
    assert date(2026, 4, 12) not in drones


def test_the_regime_of_launches_is_covered_but_for_eight_days(ukraine: War) -> None:
    for name in ("launched", "launched_drones", "launched_missiles"):
        (series,) = [each for each in ukraine.series if each.name == name]
        ((first, last),) = series.regime
        found = values(name)
        days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
        assert (len(days), sum(found.get(day) is None for day in days)) == (644, 8)


def test_both_datings_count_the_same_attacks() -> None:
    def total(frame: pl.DataFrame) -> float:
        inside = (pl.col("series") == "launched") & pl.col("date").is_between(
            date(2025, 10, 1), date(2026, 3, 31)
        )
        return float(frame.filter(inside)["value"].sum())

    by_end, by_start = total(wars.panel("ukraine")), total(wars.panel_other_dating("ukraine"))
    assert by_end == pytest.approx(by_start, rel=0.02)
    assert by_end != by_start


def test_drones_and_missiles_make_up_the_whole() -> None:
    whole, drones, missiles = (
        values(name) for name in ("launched", "launched_drones", "launched_missiles")
    )
    for day in drones.keys() & missiles.keys():
        if drones[day] is not None and missiles[day] is not None:
            assert whole[day] == (drones[day] or 0) + (missiles[day] or 0), day
    for day, shot in values("destroyed").items():
        launched = whole[day]
        assert shot is None or launched is None or shot <= launched, day


def test_losses_add_up_to_the_claim_and_area_is_what_was_drawn() -> None:
    losses = values("losses_claimed")
    assert 2800 + sum(value or 0 for value in losses.values()) == 1_456_610
    area = values("area_liveuamap")
    assert (area[date(2022, 2, 23)], area[date(2025, 1, 16)]) == (42981.0, 112452.7)
    deaths = values("deaths_ucdp")
    assert (len(deaths), deaths[date(2024, 12, 1)]) == (35, 5866)


def test_tables_are_derived_again_to_the_byte(
    shared: Callable[[str], Path], tmp_path: Path
) -> None:
    data = shared("data/ukraine/missile_attacks_daily.csv").parents[1]
    runpy.run_path(str(ROOT / "tools" / "derive_ukraine.py"))["main"](data, tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in SHELF.glob("ukraine/*.csv")}


def test_korea_has_its_sessions_recesses_and_armistice(korea: War) -> None:
    assert (korea.start, korea.end) == (date(1950, 6, 25), date(1953, 7, 27))
    starts = [each.start for each in korea.rounds]
    assert date(1951, 7, 10) in starts  # Kaesong
    assert date(1951, 10, 25) in starts  # Panmunjom
    assert date(1953, 4, 26) in starts  # after the long recess
    (long,) = [each for each in korea.rounds if each.start == date(1951, 10, 25)]
    assert long.end == date(1952, 10, 8)
    for before, after in zip(korea.rounds, korea.rounds[1:], strict=False):
        assert before.end < after.start
    assert korea.truces[-1].start == date(1953, 7, 27)
    assert korea.series == ()


def test_no_private_person_is_named() -> None:
    for name in wars.built_in():
        for side in wars.load(name).sides:
            assert all(office[0].islower() for office in side.leader_offices), side


@pytest.mark.parametrize("name", wars.built_in())
def test_every_region_of_depth_is_one_that_the_gazetteer_has(name: str) -> None:
    rows = [line.split("\t") for line in lines()]
    regions = {(row[5], plain(row[6])) for row in rows if row[6]}
    spelt = {"kharkiv"}  # as the coder's own list of places has it
    for each in wars.load(name).depth:
        for region in each.admin1:
            assert (each.country, plain(region)) in regions or plain(region) in spelt, region


@pytest.mark.parametrize(
    ("place", "region", "country", "day", "depth"),
    [
        ("Lviv", "Lviv", "UKR", date(2022, 3, 13), "deep"),
        ("Kyiv", "Kyiv City", "UKR", date(2022, 3, 1), "unknown"),
        ("Kyiv", "Kyiv City", "UKR", date(2022, 10, 10), "deep"),
        ("Kremenchuk", "Poltava", "UKR", date(2025, 6, 1), "deep"),
        ("Kharkiv", "Kharkivs’ka Oblast’", "UKR", date(2024, 5, 1), "near"),
        ("Odesa", "Odessa", "UKR", date(2024, 5, 1), "near"),
        ("Dnipro", "Dnipropetrovsk", "UKR", date(2024, 5, 1), "unknown"),
        ("Kerch Bridge", "Crimea", "UKR", date(2022, 10, 8), "deep"),
        ("Belgorod", "Belgorod Oblast", "RUS", date(2023, 6, 1), "near"),
        ("Engels", "Saratov Oblast", "RUS", date(2022, 12, 5), "deep"),
        ("Moscow", "Moscow", "RUS", date(2023, 5, 3), "deep"),
        ("Russia", None, "RUS", date(2023, 5, 3), "unknown"),
    ],
)
def test_ukraines_places_lie_as_deep_as_a_map_shows(
    ukraine: War, place: str, region: str | None, country: str, day: date, depth: str
) -> None:
    row = {
        "id": "e", "type": "ASSAULT", "status": "happened", "date_start": day, "place": place,
        "admin1": region, "country": country, "where_prec": 1 if region else 6,
    }  # fmt: skip
    made = pl.DataFrame([row], schema_overrides={"admin1": pl.String})
    found = attacks_by_depth(made, ukraine.depth, as_of=day)
    assert found["depth"].item() == depth
