"""CAMEO's roots as PLOVER types."""

import polars as pl
import pytest

from truceline.read.datasets.cameo import ROOTS, plover
from truceline.terms.ontology import TYPES


@pytest.mark.parametrize(
    ("code", "kind"),
    [("010", None), ("10", "REQUEST"), ("043", "CONSULT"), ("43", "CONSULT"), ("195", "ASSAULT"),
     ("0871", "RETREAT"), ("871", "RETREAT"), ("0841", "CONCEDE"), ("20", "ASSAULT"), ("", None),
     ("---", None)],
)  # fmt: skip
def test_codes(code: str, kind: str | None) -> None:
    assert pl.DataFrame({"c": [code]}).select(plover(pl.col("c"))).item() == kind


def test_every_root_but_the_statement_has_a_type() -> None:
    assert set(ROOTS) == {f"{n:02}" for n in range(2, 21)}
    assert set(ROOTS.values()) <= set(TYPES)
