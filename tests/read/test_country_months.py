"""The shipped months of deaths, beside the file they were derived from."""

import csv
from pathlib import Path

import pytest

from truceline.read.country_months import FIRST, LAST, load, source

RAW = Path(__file__).resolve().parents[3] / "shared/data/ucdp/derived_ucdp_panel.csv"


def test_every_country_has_every_month() -> None:
    found = load()
    assert found["country"].n_unique() == 123
    assert found.height == 123 * 432
    assert (found["month"].min(), found["month"].max()) == (FIRST, LAST)
    assert found["deaths"].null_count() == 0


def test_it_holds_what_the_file_it_was_derived_from_holds() -> None:
    if not RAW.exists():
        pytest.skip(f"{RAW} is not here")
    with RAW.open(encoding="utf-8", newline="") as file:
        wanted = {
            (row["country_iso3"], row["year_month"]): float(row["ucdp_fatalities_best"])
            for row in csv.DictReader(file)
            if row["year_month"] >= FIRST
        }
    assert {(code, month): deaths for code, month, deaths in load().iter_rows()} == wanted


def test_its_source_carries_licence_and_citation() -> None:
    assert source().licence == "CC BY 4.0"
    assert "Sundberg" in str(source().citation)
