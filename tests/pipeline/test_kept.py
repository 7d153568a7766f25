"""A question asked of a store: its events, its series, its datasets, none of them added up."""

from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from truceline.pipeline import ask, growth, ingest, kept
from truceline.pipeline.imports import Options, import_files
from truceline.terms.errors import BadInput

NOW = datetime(2030, 6, 6, tzinfo=UTC)
GED = (
    "id,type_of_violence,conflict_new_id,side_a,side_b,date_prec,date_start,date_end,"
    "best,low,high,latitude,longitude,where_prec\n"
)


@pytest.fixture
def store(tmp_path: Path, report: Path, war: str) -> Path:
    path = tmp_path / "a.duckdb"
    ingest.init(path)
    growth.add(path, [report], war=war, published=None, now=NOW)
    ged = tmp_path / "GEDEvent_v31_1.csv"
    days = "".join(f"{n},1,7,N,S,1,2030-03-{n:02},2030-03-{n:02},{n},{n},{n},1,1,1\n"
                   for n in range(1, 29))  # fmt: skip
    ged.write_text(GED + days)
    import_files(path, (ged,), Options(war=war), now=NOW)
    return path


def test_the_stores_events_and_datasets_are_in_the_record(store: Path, war: str) -> None:
    plain = ask.load(war)
    found = kept.with_store(plain, store)
    assert plain.events is None
    assert found.events is not None
    assert set(found.events["source_dataset"]) == {"reports"}
    added = found.war.series[-1]
    assert (added.name, added.holds, added.redistribute) == ("ucdp-ged deaths", "deaths", "open")
    assert "Sundberg" in (added.citation or "")
    assert found.panel.filter(pl.col("series") == "ucdp-ged deaths")["value"].sum() == sum(
        range(1, 29)
    )


def test_nothing_later_is_taken(store: Path, war: str) -> None:
    found = kept.with_store(ask.load(war), store, as_of=date(2030, 3, 10))
    assert found.events is None
    assert found.panel["date"].max() == date(2030, 3, 10)


def test_a_series_of_the_store_takes_the_place_of_the_wars_own(
    tmp_path: Path, store: Path, war: str
) -> None:
    folder = Path(war)
    toml = folder / "war.toml"
    toml.write_text(
        toml.read_text() + '[[series]]\nname = "launched"\nfile = "x.csv"\nunit = "n"\n'
    )
    (folder / "x.csv").write_text("date,value\n2030-01-01,1\n")
    newer = tmp_path / "newer" / "x.csv"
    newer.parent.mkdir()
    newer.write_text("date,value\n2030-01-01,5\n2030-01-02,6\n")
    import_files(store, (newer,), Options(war=war), now=NOW)
    found = kept.with_store(ask.load(war), store)
    assert found.panel.filter(pl.col("series") == "launched")["value"].to_list() == [5, 6]


@pytest.mark.parametrize("question", ["balance", "talks"])
def test_an_answer_says_what_it_took(store: Path, war: str, question: str) -> None:
    found = kept.with_store(ask.load(war), store)
    answer = kept.says_so(ask.ask(question, found), found, store)
    assert answer.limits[-1].startswith("Of the store a.duckdb it was given: ")
    assert "ucdp-ged deaths" in answer.limits[-1]
    assert found.events is not None
    assert f"{found.events.height} coded events" in answer.limits[-1]


def test_balance_reads_the_events(store: Path, war: str) -> None:
    plain = ask.ask("balance", ask.load(war))
    given = ask.ask("balance", kept.with_store(ask.load(war), store))
    assert given != plain


def test_a_store_that_is_not_there_is_said(tmp_path: Path, war: str) -> None:
    with pytest.raises(BadInput, match=r"there is no store none\.duckdb"):
        kept.with_store(ask.load(war), tmp_path / "none.duckdb")


DEPTH = '[[depth]]\ndepth = "deep"\ncountry = "UKR"\nadmin1 = ["Lviv"]\n'


def test_phases_learns_where_events_happened_where_the_war_says_what_is_deep(
    store: Path, war: str
) -> None:
    plain = kept.with_store(ask.load(war), store, question="phases")
    assert plain.events is not None
    assert "admin1" not in plain.events.columns
    toml = Path(war) / "war.toml"
    toml.write_text(toml.read_text() + DEPTH)
    told = kept.with_store(ask.load(war), store, question="phases").events
    assert told is not None
    assert {"place", "admin1", "country", "again"} <= set(told.columns)


def test_places_are_read_from_coded_events_alone() -> None:
    events = pl.DataFrame({"source_dataset": ["reports", "acled", "reports"]})
    text = '{"place": {"name": "Lviv", "admin1": "Lviv", "country": "UKR"}}'
    found = kept.placed(events, [text, text, '{"place": null}'])
    assert found["place"].to_list() == ["Lviv", None, None]
    assert found["country"].to_list() == ["UKR", None, None]
