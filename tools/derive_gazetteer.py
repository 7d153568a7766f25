"""Derive the coder's gazetteer from GeoNames: cities of 15,000 people or more, and their regions.

Run once, by hand: `python tools/derive_gazetteer.py GEONAMES_FOLDER OUT.tsv.gz`. The folder holds
`cities15000.txt`, `countryInfo.tsv` and `regionInfo.tsv` from geonames.org (CC BY 4.0). A region's
point is the mean of its cities weighted by their people, as GeoNames' region list has no points; a
region without such a city has none.
"""

import gzip
import sys
from pathlib import Path

import polars as pl

from truceline.coding.gazette import short

COLUMNS = {
    0: "geonameid", 1: "name", 2: "ascii", 4: "latitude", 5: "longitude", 8: "iso2",
    10: "admin1_code", 14: "population",
}  # fmt: skip
"""Position in cities15000.txt → our name; positions, as polars has changed how it counts names."""


def read_tsv(path: Path, *, header: bool) -> pl.DataFrame:
    """Return a GeoNames table; its files are tab-separated and use no quoting."""
    return pl.read_csv(
        path, separator="\t", has_header=header, quote_char=None, infer_schema_length=0
    )


def bare(regions: pl.DataFrame, areas: pl.DataFrame, countries: pl.DataFrame) -> pl.DataFrame:
    """Return the regions without a city of their own, so without a point."""
    return (
        regions.join(areas, left_on="region_id", right_on="geonameid", how="anti")
        .with_columns(iso2=pl.col("region_code").str.slice(0, 2))
        .join(countries, on="iso2", how="left")
        .select(
            pl.lit(None, pl.Float32).alias("latitude"), pl.lit(None, pl.Float32).alias("longitude"),
            "country", "admin1", geonameid="region_id", name="admin1", ascii="region_ascii",
            population=pl.lit(0, pl.Int32), kind=pl.lit("region"),
        )
    )  # fmt: skip


def derive(folder: Path) -> pl.DataFrame:
    """Return one row a place: `kind` is city or region."""
    countries = read_tsv(folder / "countryInfo.tsv", header=True).select(
        iso2=pl.col("#ISO"), country=pl.col("ISO3")
    )
    regions = read_tsv(folder / "regionInfo.tsv", header=True).select(
        region_code=pl.col("#region_code"), admin1=pl.col("name"),
        region_ascii=pl.col("name_ascii"), region_id=pl.col("geoname_id").cast(pl.Int32),
    )  # fmt: skip
    cities = (
        read_tsv(folder / "cities15000.txt", header=False)
        .select(pl.nth(position).alias(name) for position, name in COLUMNS.items())
        .with_columns(
            pl.col("geonameid", "population").cast(pl.Int32),
            pl.col("latitude", "longitude").cast(pl.Float32),
            region_code=pl.col("iso2") + "." + pl.col("admin1_code"),
        )
        .join(countries, on="iso2", how="left")
        .join(regions, on="region_code", how="left")
    )
    weight = pl.col("population").cast(pl.Float64) + 1
    areas = (
        cities.drop_nulls("admin1")
        .group_by("region_code", "admin1", "region_ascii", "region_id", "country")
        .agg(
            latitude=((pl.col("latitude") * weight).sum() / weight.sum()).cast(pl.Float32),
            longitude=((pl.col("longitude") * weight).sum() / weight.sum()).cast(pl.Float32),
            population=pl.col("population").sum(),
        )
        .select("region_id", "admin1", "region_ascii", "latitude", "longitude", "country",
                "population", region="admin1", kind=pl.lit("region"))
        .rename({"region_id": "geonameid", "admin1": "name", "region_ascii": "ascii",
                 "region": "admin1"})
    )  # fmt: skip
    shown = ["geonameid", "name", "ascii", "latitude", "longitude", "country", "admin1",
             "population", "kind"]  # fmt: skip
    empty = bare(regions, areas, countries)
    rows = pl.concat([
        cities.with_columns(kind=pl.lit("city")).select(shown), areas.select(shown),
        empty.select(shown),
    ])  # fmt: skip
    return rows.with_columns(pl.col("latitude", "longitude").round(4)).sort("geonameid", "kind")


def spelt(frame: pl.DataFrame) -> bytes:
    """Return the gazetteer's file: for every spelling of a place a line, sorted by spelling."""
    found = []
    for number, name, plain, lat, lon, country, admin1, people, kind in frame.iter_rows():
        if not name:
            continue
        point = ("", "") if lat is None else (round(lat, 4), round(lon, 4))
        rest = (number, name, *point, country or "", admin1 or "", people, kind)
        forms = {name, plain, short(plain)} if kind == "region" else {name, plain}
        found += [(form, "\t".join(map(str, rest))) for form in sorted(forms) if form]
    found.sort(key=lambda each: each[0])
    return "".join(f"{form}\t{rest}\n" for form, rest in found).encode()


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(gzip.compress(spelt(derive(Path(sys.argv[1]))), 9, mtime=0))
