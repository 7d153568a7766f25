"""Wars: what a folder says, what is passed over, and which mistakes are named."""

import os
import time
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from truceline.read import wars
from truceline.terms.errors import BadWar
from truceline.terms.tables import PANEL

SIDES = """
[[sides]]
code = "AAA"
name = "Ardland"
[[sides]]
code = "BBB"
name = "Brevia"
"""
HEAD = 'name = "A made-up war"\nstart = 2020-01-01\n'
SERIES = '[[series]]\nname = "shells"\nfile = "shells.csv"\nunit = "shells a day"\n'
FULL = (
    HEAD
    + 'end = "2021-01-01"\naliases = ["the war"]\n[codes]\ncow = "999"\n'
    + SIDES
    + """
[[backers]]
code = "CCC"
side = "BBB"
since = 2020-02-01
source = "a paper"
[[rounds]]
start = 2020-05-01
end = 2020-05-02
announced_on = 2020-04-20
status = "postponed"
place = "Port"
format = "direct"
parties = ["AAA", "BBB"]
mediator = "CCC"
agreed = ["to meet again"]
source = "a paper"
[[rounds]]
start = 2020-03-01
[[truces]]
start = 2020-06-01
end = 2020-06-03
declared_by = ["AAA"]
limited_to = "holiday"
kept = "no"
source = "a paper"
[[strikes]]
date = 2020-07-01
side = "AAA"
what = "a bridge"
place = "Ford"
symbolic = true
source = "a paper"
[[series]]
name = "shells"
file = "shells.csv"
other_dating = "shells_other.csv"
unit = "shells a day"
side = "BBB"
what = "shells fired"
holds = "attacks"
reported_by = "an observer"
licence = "CC0"
citation = "an observer, 2020"
version = "1"
retrieved_at = 2020-08-01
redistribute = "private"
regime = [[2020-01-01, 2020-06-30]]
[reason]
cost = { low = 0.1, high = 0.2 }
"""
)


def folder(where: Path, toml: str, **files: str) -> Path:
    made = where / "made-up"
    made.mkdir(exist_ok=True)
    (made / "war.toml").write_text(toml, encoding="utf-8")
    for name, text in files.items():
        (made / f"{name}.csv").write_text(text, encoding="utf-8")
    return made


def full(where: Path) -> Path:
    return folder(
        where,
        FULL,
        shells="date,value,low,high\n2020-01-01,3,2,4\n2020-01-02,,,\n",
        shells_other="date,value\n2020-01-01,1\n2020-01-03,2\n",
    )


def test_reads_every_key(tmp_path: Path) -> None:
    war = wars.load(full(tmp_path))
    assert (war.folder, war.name, war.start, war.end) == (
        "made-up",
        "A made-up war",
        date(2020, 1, 1),
        date(2021, 1, 1),
    )
    assert (war.codes, war.aliases, war.remarks) == ({"cow": "999"}, ("the war",), ())
    assert [side.code for side in war.sides] == ["AAA", "BBB"]
    assert war.backers[0].since == date(2020, 2, 1)
    first, second = war.rounds
    assert (first.start, first.end, first.status) == (date(2020, 3, 1), date(2020, 3, 1), "held")
    assert (second.announced_on, second.status, second.agreed, second.parties) == (
        date(2020, 4, 20),
        "postponed",
        ("to meet again",),
        ("AAA", "BBB"),
    )
    assert (war.truces[0].limited_to, war.truces[0].kept) == ("holiday", "no")
    assert (war.strikes[0].side, war.strikes[0].symbolic) == ("AAA", True)
    series = war.series[0]
    assert (series.holds, series.redistribute, series.regime, series.retrieved_at) == (
        "attacks",
        "private",
        ((date(2020, 1, 1), date(2020, 6, 30)),),
        "2020-08-01",
    )
    assert war.reason == {"cost": {"low": 0.1, "high": 0.2}}


def test_needs_no_more_than_the_required_keys(tmp_path: Path) -> None:
    war = wars.load(folder(tmp_path, HEAD + SIDES))
    assert (war.rounds, war.series, war.end, war.remarks) == ((), (), None, ())


def test_reads_a_war_however_it_was_saved(tmp_path: Path) -> None:
    plain = folder(tmp_path, HEAD + SIDES)
    text = (HEAD.replace("2020-01-01", '"2020-01-01"') + SIDES).replace("\n", "\r\n")
    (plain / "war.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert wars.load(plain).start == date(2020, 1, 1)
    assert wars.load(plain / "war.toml").name == wars.load(str(plain)).name == "A made-up war"


def test_panel_keeps_its_contract_and_a_missing_day_missing(tmp_path: Path) -> None:
    found = wars.panel(full(tmp_path))
    assert found.schema == pl.Schema({name: kind for name, (kind, _) in PANEL.items()})
    assert found.rows() == [
        ("made-up", date(2020, 1, 1), "shells", 3, 2, 4, "shells a day", "BBB", "an observer", "1"),
        ("made-up", date(2020, 1, 2), "shells", *[None] * 3, "shells a day", "BBB", "an observer",
         "1"),
    ]  # fmt: skip


def test_panel_dated_the_other_way_holds_only_what_can_be(tmp_path: Path) -> None:
    made = full(tmp_path)
    found = wars.panel_other_dating(made)
    assert found.select("date", "series", "value").rows() == [
        (date(2020, 1, 1), "shells", 1.0),
        (date(2020, 1, 3), "shells", 2.0),
    ]
    (made / "war.toml").write_text(HEAD + SIDES + SERIES)
    assert wars.panel_other_dating(made).is_empty()
    assert wars.panel_other_dating(made).columns == list(PANEL)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("name = ", r"war\.toml: this is not TOML: .*; mend that place"),
        (HEAD + SIDES + "[[rounds]\n", r"war\.toml: this is not TOML: .*line 10"),
        (HEAD, r"war\.toml: sides is missing"),
        (HEAD + "end = 2019-01-01\n" + SIDES, r"war\.toml: end is 2019-01-01, before start"),
        (HEAD + SIDES + SERIES.replace("shells.csv", "no.csv"), r"number 1: there is no file 'no"),
        (HEAD + SIDES + SERIES.replace("shells.csv", "../x.csv"), "leads out of the folder"),
        (HEAD + SIDES + SERIES + "other_dating = '/x.csv'\n", r"name a file beside war\.toml"),
    ],
)
def test_names_the_mistake_in_one_line(tmp_path: Path, toml: str, said: str) -> None:
    made = folder(tmp_path, toml, shells="date,value\n2020-01-01,1\n")
    for read in (wars.load, wars.panel, wars.panel_other_dating, wars.data_used):
        with pytest.raises(BadWar, match=said) as caught:
            read(made)
        assert "\n" not in str(caught.value)


def test_a_mistake_in_a_series_is_a_mistake_of_the_war(tmp_path: Path) -> None:
    made = folder(tmp_path, HEAD + SIDES + SERIES, shells="date,value\n2020-01-01,many\n")
    for read in (wars.load, wars.panel, wars.data_used):
        with pytest.raises(BadWar, match=r"shells\.csv, line 2: value is 'many'"):
            read(made)


def test_a_war_that_is_not_utf_8_says_so(tmp_path: Path) -> None:
    made = folder(tmp_path, HEAD + SIDES)
    (made / "war.toml").write_bytes(HEAD.replace("made-up", "f\xe9roce").encode("latin-1"))
    with pytest.raises(BadWar, match=r"war\.toml: byte 11 is not UTF-8"):
        wars.load(made)


@pytest.mark.parametrize("name", ["atlantis", "", "no/such/folder", "x\0y"])
def test_an_unknown_war_lists_the_known_ones(name: str) -> None:
    with pytest.raises(
        BadWar, match=r"name one of korea, ukraine, or a folder that holds war\.toml"
    ):
        wars.load(name)


def test_a_folder_without_war_toml_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadWar, match=r"holds no war\.toml"):
        wars.load(tmp_path)


def test_the_hash_covers_the_war_and_every_file_it_names(tmp_path: Path) -> None:
    made = full(tmp_path)
    first = wars.load(made).sha256
    assert len(first) == 64
    (made / "note.txt").write_text("not named in war.toml")
    assert wars.load(made).sha256 == first
    seen = {first}
    for name, was, now in (
        ("shells.csv", "01,3,2", "01,4,2"),
        ("shells_other.csv", "03,2", "03,5"),
        ("war.toml", "a paper", "A paper"),
    ):
        text = (made / name).read_text()
        (made / name).write_text(text.replace(was, now))  # as long as before
        seen.add(wars.load(made).sha256)
    assert len(seen) == 4


def test_the_hash_does_not_know_where_the_folder_lies(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert wars.load(full(tmp_path / "a")) == wars.load(full(tmp_path / "b"))


def test_own_files_are_as_old_as_they_are_and_built_in_ones_as_they_say(tmp_path: Path) -> None:
    made = folder(tmp_path, HEAD + SIDES + SERIES, shells="date,value\n2020-01-01,1\n2020-01-02,\n")
    moment = time.mktime((2020, 9, 1, 12, 0, 0, 0, 0, 0)) - time.timezone
    os.utime(made / "shells.csv", (moment, moment))
    (used,) = wars.data_used(made)
    assert used.retrieved_at == "2020-09-01T12:00:00+00:00"
    assert wars.load(made).series[0].retrieved_at == used.retrieved_at
    assert (used.dataset, used.rows, used.first, used.last) == (
        "shells",
        1,
        "2020-01-01",
        "2020-01-01",
    )
    (stated,) = wars.data_used(full(tmp_path))
    assert stated.retrieved_at == "2020-08-01"
    assert {each.retrieved_at for each in wars.data_used("ukraine")} == {"2026-11-23"}


def test_a_built_in_series_never_takes_its_date_from_the_clone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path, HEAD + SIDES + SERIES, shells="date,value\n2020-01-01,1\n")
    monkeypatch.setattr(wars, "_shelf", tmp_path.resolve)
    assert wars.load("made-up").series[0].retrieved_at is None


def test_a_built_in_name_wins_over_a_folder_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "ukraine"
    own.mkdir()
    (own / "war.toml").write_text(HEAD + SIDES)
    monkeypatch.chdir(tmp_path)
    assert wars.load("ukraine").start == date(2022, 2, 24)
    assert wars.load("./ukraine").start == date(2020, 1, 1)
    assert wars.load(Path("ukraine")).folder == "ukraine"
