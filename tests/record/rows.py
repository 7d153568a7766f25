"""Rows as a dataset brings them, as many as wanted, the same every time."""

from datetime import date

import numpy as np
import polars as pl

from truceline.terms.tables import EVENTS

DATASET, VERSION = "ucdp-ged", "25.1"


def many(count: int, *, wars: int = 300, seed: int = 1) -> pl.DataFrame:
    """Return EVENTS of `count` rows: a few wars hold most of them, each in a span of its own."""
    rng = np.random.default_rng(seed)
    share = 1 / np.arange(1, wars + 1)
    war = rng.choice(wars, count, p=share / share.sum())
    first, length = rng.integers(0, 9_000, wars), rng.integers(30, 4_000, wars)
    days = first[war] + (rng.random(count) * length[war]).astype(int)
    days += date(1989, 1, 1).toordinal() - 719_163
    best = rng.poisson(3, count).astype(float)
    columns: dict[str, object] = dict.fromkeys(EVENTS)
    columns |= {
        "id": [f"{DATASET}:{each}" for each in range(count)],
        "source_dataset": DATASET,
        "source_version": VERSION,
        "retrieved_at": "2025-01-01T00:00:00",
        "redistribute": "open",
        "war": [f"war {each}" for each in war.tolist()],
        "date_start": pl.Series(days, dtype=pl.Int32).cast(pl.Date),
        "date_end": pl.Series(days, dtype=pl.Int32).cast(pl.Date),
        "date_prec": "1",
        "side_a": [f"Government of {each}" for each in rng.integers(0, 150, count).tolist()],
        "side_b": [f"Movement {each}" for each in rng.integers(0, 900, count).tolist()],
        "latitude": rng.random(count) * 90,
        "longitude": rng.random(count) * 90,
        "where_prec": rng.integers(1, 8, count),
        "best": best,
        "low": np.floor(best / 2),
        "high": best * 2,
        "type_of_violence": rng.integers(1, 4, count),
    }
    return pl.DataFrame(columns, schema={name: kind for name, (kind, _) in EVENTS.items()})
