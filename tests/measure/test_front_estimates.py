"""How the estimates of `front` are said."""

import numpy as np
from tests.measure.made_war import held, panel, series, steps, war

from truceline.measure.front import front
from truceline.measure.laid import Floats
from truceline.terms.results import Answer


def answer(area: Floats) -> Answer:
    whole = panel(map=area, lost=steps((300, 420), (1500, 420)))
    return front(whole, war(series("map", "area"), series("lost", "losses")))


def test_months_show_both_counts_where_a_step_may_redraw() -> None:
    area = held((2, 420), (20, 420))
    area[800] += 900
    made = {each.name: each for each in answer(area).estimates}
    flagged = next(
        each for name, each in made.items()
        if "gross" in name and "may only redraw it" in (each.method or "")
    )  # fmt: skip
    assert flagged.high is not None
    assert flagged.value is not None
    assert flagged.high > flagged.value + 800


def test_a_falling_area_gives_no_length_of_front() -> None:
    down = np.cumsum(np.random.default_rng(1).integers(0, 9, 840)).astype(np.float64)
    made = {each.name: each for each in answer(9000 - down).estimates}
    length = made["front on which the net pace would be 80 m a day"]
    assert length.value is None
    assert "not a gain" in (length.method or "")


def test_the_four_boxes_add_up_to_all_weeks() -> None:
    found = answer(held((2, 420), (20, 420)))
    boxes = [each for each in found.estimates if each.name.startswith("weeks of")]
    assert len(boxes) == 4
    assert round(sum(each.value or 0 for each in boxes)) == boxes[0].n


def test_what_would_flip_it_names_the_levels() -> None:
    found = answer(held((20, 420), (2, 420)))
    flip = next(each for each in found.checks if "flip" in each.name)
    assert "km2 of gross change instead of" in flip.detail
