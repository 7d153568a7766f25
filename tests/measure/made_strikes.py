"""Made-up coded attacks with places, deep and near, for the measures of deep strikes."""

from datetime import date, timedelta

import numpy as np
import polars as pl

from truceline.terms.wars import Depth

FIRST = date(2024, 1, 1)
RULES = (
    Depth(depth="deep", country="XNO", admin1=("Farland",)),
    Depth(depth="near", country="XNO", admin1=("Nearland Oblast",)),
    Depth(depth="deep", country="XNO", places=("Capital",)),
    Depth(depth="unknown", country="XSO", admin1=("Halfway",)),
    Depth(depth="deep", country="XSO"),
)
WEEKS, AT = 120, 60


def attack(day: date = FIRST, **given: object) -> dict[str, object]:
    row: dict[str, object] = {
        "source_dataset": "reports", "type": "ASSAULT", "status": "happened", "date_prec": "day",
        "date_start": day, "side_a": "A", "where_prec": 1, "place": "Town", "admin1": "Farland",
        "country": "XNO",
    }  # fmt: skip
    return {**row, **given}


def frame(rows: list[dict[str, object]]) -> pl.DataFrame:
    numbered = [{"id": f"e{at:05}", **row} for at, row in enumerate(rows)]
    return pl.DataFrame(numbered, infer_schema_length=None)


def events(
    before: float, after: float, *, a_week: float = 12.0, at: int = AT, seed: int = 1
) -> pl.DataFrame:
    """Attacks of which a share is deep, another from week `at` on; as many at unknown places."""
    rng = np.random.default_rng(seed)
    rows = []
    for week in range(WEEKS):
        share = before if week < at else after
        for _ in range(rng.poisson(a_week)):
            day = FIRST + timedelta(days=7 * week + int(rng.integers(7)))
            region = "Farland" if rng.random() < share else "Nearland"
            side = "A" if rng.random() < 0.5 else "B"
            rows.append(attack(day, admin1=region, side_a=side))
        rows.append(attack(FIRST + timedelta(days=7 * week), admin1=None, where_prec=6))
    return frame(rows)
