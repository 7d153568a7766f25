"""Leaving one war out: wars whose likeness tells their end are found, others are not."""

import numpy as np

from truceline.compare.fates import Fate
from truceline.compare.features import Attribute
from truceline.compare.gower import Parts, parts
from truceline.compare.validation import left_out

NAMES = "abcdef"
ATTRIBUTES = [Attribute(name, name) for name in NAMES]


def wars(tells: bool) -> tuple[Parts, dict[str, Fate]]:
    """Two kinds of wars; where the kind tells, one ends soon and without a winner."""
    rng = np.random.default_rng(3)
    table, fates = {}, {}
    for number in range(80):
        kind = number % 2
        quick = bool(kind) if tells else bool(rng.integers(0, 2))
        name = f"w{number:02d}"
        table[name] = {each: str(kind) if each in "abc" else str(rng.integers(0, 2))
                       for each in NAMES}  # fmt: skip
        days = int(rng.integers(30, 300)) if quick else int(rng.integers(500, 2000))
        fates[name] = Fate(name, "agreement" if quick else "victory_a", days, True)
    return parts(table, ATTRIBUTES), fates


def test_where_likeness_tells_the_end_the_nearest_do_better() -> None:
    found = left_out(*wars(True), 10)
    assert [each.what for each in found] == ["ended within a year", "ended without a winner"]
    assert all(each.better and each.nearest < 0.05 for each in found)


def test_where_it_does_not_they_do_no_better() -> None:
    assert not any(each.better for each in left_out(*wars(False), 10))


def test_a_war_is_never_its_own_neighbour() -> None:
    """Were it, a lone kind of war would be forecast without error."""
    found, fates = wars(True)
    lonely = {**fates, "w00": Fate("w00", "agreement", 40, True)}
    before = {each.what: each.nearest for each in left_out(found, fates, 10)}
    after = {each.what: each.nearest for each in left_out(found, lonely, 10)}
    assert after["ended within a year"] > before["ended within a year"]


def test_by_capped_age_no_time_is_scored() -> None:
    found = left_out(*wars(True), 10, timed=False)
    assert [each.what for each in found] == ["ended without a winner"]


def test_with_few_wars_nothing_is_said() -> None:
    found, fates = wars(True)
    few = dict(list(fates.items())[:15])
    assert left_out(found, few, 10) == ()
