"""An event that several reports tell of counts once, and says what each of them said."""

from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from truceline.measure.event_rows import coded
from truceline.pipeline import ask, growth, ingest, kept, reports
from truceline.pipeline.same import among, lines, once, same
from truceline.record.same.kept import same as linked
from truceline.record.store import Store

CAMP = "a training camp in the Dnipropetrovsk region"
THREE = {
    "a": ("2025-06-01", f"A Russian missile hit {CAMP} on Sunday, killing at least 10 soldiers."),
    "b": ("2025-06-02", f"Twelve soldiers died when a Russian missile struck {CAMP} on 1 June."),
    "c": ("2025-06-03", f"Russia struck {CAMP} with a missile on Sunday, killing 12 soldiers."),
}
OTHER = ("2025-06-20", "A Russian missile hit Poltava on Thursday and killed two people.")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name, (day, text) in {**THREE, "d": OTHER}.items():
        (folder / f"{name}.txt").write_text(f"{name}\n\nPublished: {day}\n\n{text}\n", "utf-8")
    path = folder / "kept.duckdb"
    ingest.init(path)
    growth.add(path, [folder], war="ukraine", published=None, now=datetime(2025, 7, 1, tzinfo=UTC))
    return path


def test_three_reports_of_one_attack_are_one_event_with_all_numbers(store: Path) -> None:
    found = same(store, war="ukraine")
    [event] = found["events"]
    assert event["reports"] == 3
    [killed] = [each for each in event["counts"] if each["what"] == "killed"]
    assert (killed["low"], killed["best"], killed["high"]) == (10, 12, 12)
    assert [each["low"] for each in killed["said"]] == [10, 12, 12]
    said = list(lines(found))
    assert said[0].startswith("4 reports, 0 of them reprints")
    assert any("killed: low 10, best 12, high 12" in line for line in said)


def test_a_question_counts_it_once(store: Path) -> None:
    record = kept.with_store(ask.load("ukraine"), store)
    assert record.events is not None
    deeds = record.events.filter(pl.col("type") == "ASSAULT")
    assert deeds.height == 4
    assert deeds.filter(~pl.col("again")).height == 2
    stands = deeds.filter(~pl.col("again") & (pl.col("date_start") == date(2025, 6, 1)))
    assert stands.select("low", "best", "high").row(0) == (10, 12, 12)
    answer = kept.says_so(ask.ask("balance", record), record, store)
    assert any("told" in line and "counted once" in line for line in answer.limits)


def test_a_question_that_counts_no_events_is_not_made_to_wait(store: Path) -> None:
    record = kept.with_store(ask.load("ukraine"), store, question="front")
    assert record.events is not None
    assert "again" not in record.events.columns
    assert any("coded events" in line for line in kept.says_so(
        ask.ask("front", record), record, store).limits)  # fmt: skip


def test_measures_count_events_and_still_know_how_many_reports_there_were(store: Path) -> None:
    record = kept.with_store(ask.load("ukraine"), store)
    assert record.events is not None
    rows = coded(record.events).frame.filter(pl.col("quad") == "material conflict")
    assert rows["report"].n_unique() == 4
    assert int((~rows["again"]).sum()) == 2


def test_the_row_that_stands_says_most_of_who_and_when(store: Path) -> None:
    events = Store(store).events()
    found = linked(Store(store))
    group = next(each for each in found.told_again())
    names = [found.linked.mentions[place].id for place in group]
    blank = events.with_columns(
        pl.when(pl.col("id") == found.linked.mentions[found.linked.first(group)].id)
        .then(None).otherwise(pl.col("side_a")).alias("side_a")
    )  # fmt: skip
    marked = once(blank, found)
    [row] = marked.filter(pl.col("id").is_in(names) & ~pl.col("again")).rows(named=True)
    assert row["side_a"] is not None
    assert row["id"] != row["same_event"] == found.linked.mentions[found.linked.first(group)].id


def test_an_export_says_which_event_each_row_tells_of(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    ingest.export(store, out, private=True)
    frame = pl.read_csv(out).filter(pl.col("type") == "ASSAULT")
    assert frame.height == 4
    assert frame["same_event"].n_unique() == 2
    out = tmp_path / "out.jsonl"
    ingest.export(store, out, private=True)
    assert pl.read_ndjson(out.read_bytes(), infer_schema_length=None)["same_event"].len() == len(
        out.read_text("utf-8").splitlines()
    )


def test_a_brief_of_several_reports_tells_reprints_and_events_told_again(tmp_path: Path) -> None:
    agency = f"{THREE['c'][1]} Officials said that the search would go on all night in the rubble."
    texts = {"a": THREE["a"], "c": (THREE["c"][0], agency), "d": (THREE["c"][0], agency + " Pity.")}
    paths = []
    for name, (day, text) in texts.items():
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(f"{name}\n\nPublished: {day}\n\n{text}\n", "utf-8")
    found = reports.code(paths, war=ask.load("ukraine").war)
    told = among(found.stories, found.codings)
    [remark] = told.remarks
    assert remark.startswith("c.txt prints d.txt again")
    [event] = [each for each in told.events if len(each.event_ids) == 3]
    assert len(event.copies) == 1
    assert ("killed", 10, 12, 12) in event.counts


def test_one_report_needs_no_remark() -> None:
    assert among((), ()).remarks == ()
