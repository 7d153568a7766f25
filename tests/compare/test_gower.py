"""Gower's distance against a slow twin and by what must not change it; places with their doubt."""

import math
from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.compare.features import Attribute, Value
from truceline.compare.gower import parts, ranked

NAMES = "abcdefgh"
ATTRIBUTES = [Attribute(name, name, numeric=name in "ab") for name in NAMES]
Table = Mapping[str, Mapping[str, Value]]


def slow(table: Table, one: str, other: str) -> float:
    """Plain loops over the definition: the mean over attributes that both have."""
    total, count = 0.0, 0
    for each in ATTRIBUTES:
        left, right = table[one][each.name], table[other][each.name]
        if left is None or right is None:
            continue
        count += 1
        if not each.numeric:
            total += left != right
            continue
        values = [float(row[each.name]) for row in table.values() if row[each.name] is not None]  # type: ignore[arg-type]
        span = max(values) - min(values)
        total += abs(float(left) - float(right)) / span if span else 0.0
    return total / count if count >= 6 else math.nan


value = st.one_of(st.none(), st.floats(-9, 9))
word = st.one_of(st.none(), st.sampled_from(["x", "y", "z"]))
rows = st.fixed_dictionaries({name: value if name in "ab" else word for name in NAMES})
tables = st.lists(rows, min_size=2, max_size=7).map(
    lambda found: {f"w{place}": row for place, row in enumerate(found)}
)


@settings(max_examples=60, deadline=None)
@given(tables)
def test_the_distance_is_what_a_slow_twin_finds(table: Table) -> None:
    found = parts(table, ATTRIBUTES)
    fast = found.distance()
    for left, one in enumerate(found.wars):
        for right, other in enumerate(found.wars):
            twin = slow(table, one, other)
            assert fast[left, right] == pytest.approx(twin, nan_ok=True, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(tables)
def test_it_is_symmetric_and_between_nought_and_one(table: Table) -> None:
    fast = parts(table, ATTRIBUTES).distance()
    assert np.allclose(fast, fast.T, equal_nan=True)
    known = fast[~np.isnan(fast)]
    assert ((known >= 0) & (known <= 1 + 1e-12)).all()


def test_published_definition() -> None:
    """Gower 1971: a number's part is its difference over the range, a word's is 0 or 1."""
    same = dict.fromkeys("cdefgh", "x")
    table: Table = {
        "p": {"a": 0.0, "b": 10.0, **same},
        "q": {"a": 1.0, "b": 20.0, **same},
        "r": {"a": 4.0, "b": 10.0, **same, "c": "y"},
    }
    found = parts(table, ATTRIBUTES).distance()
    assert found[0, 1] == pytest.approx((0.25 + 1.0) / 8)
    assert found[0, 2] == pytest.approx((1.0 + 0.0 + 1.0) / 8)


def test_another_unit_or_other_words_change_nothing() -> None:
    rng = np.random.default_rng(1)
    table = {
        f"w{n}": {name: float(rng.integers(0, 5)) if name in "ab" else str(rng.integers(0, 3))
                  for name in NAMES}
        for n in range(9)
    }  # fmt: skip
    other = {
        war: {
            name: cell * 24 + 3 if isinstance(cell, float) else f"so {cell}"
            for name, cell in row.items()
        }
        for war, row in table.items()
    }
    ours, theirs = (parts(each, ATTRIBUTES).distance() for each in (table, other))
    assert np.allclose(ours, theirs)


def test_wars_that_share_fewer_than_six_attributes_are_not_compared() -> None:
    full = dict.fromkeys(NAMES, None) | dict.fromkeys("cdefgh", "x")
    table: Table = {"p": full, "q": full, "r": {**full, "c": None}}
    found = parts(table, ATTRIBUTES).distance()
    assert found[0, 1] == 0
    assert np.isnan(found[0, 2])
    assert [each.war_id for each in ranked(parts(table, ATTRIBUTES), "p")] == ["q"]


def test_places_hold_what_leaving_each_attribute_out_would_give() -> None:
    rng = np.random.default_rng(7)
    table = {
        f"w{n}": {name: float(rng.normal()) if name in "ab" else str(rng.integers(0, 2))
                  for name in NAMES}
        for n in range(12)
    }  # fmt: skip
    found = {each.war_id: each for each in ranked(parts(table, ATTRIBUTES), "w0")}
    for war, place in found.items():
        seen = []
        for left_out in [None, *ATTRIBUTES]:
            kept = [each for each in ATTRIBUTES if each is not left_out]
            made = parts(table, kept)
            row = made.parts.mean(axis=0)[0]
            gaps = {name: row[made.wars.index(name)] for name in found}
            mine = gaps[war]
            seen.append(1 + sum(gap < mine - 1e-9 for gap in gaps.values()))
            seen.append(sum(gap <= mine + 1e-9 for gap in gaps.values()))
        assert (place.low, place.high) == (min(seen), max(seen))
        assert place.low <= place.rank <= place.high


def test_equal_distances_share_their_places_and_stand_by_name() -> None:
    row = dict.fromkeys(NAMES, None) | dict.fromkeys("cdefgh", "x")
    places = ranked(parts({"t": row, "b": row, "a": row}, ATTRIBUTES), "t")
    assert [(each.war_id, each.rank, each.low, each.high) for each in places] == [
        ("a", 1.5, 1, 2), ("b", 1.5, 1, 2),
    ]  # fmt: skip
