"""Which of several candidates a field means."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.coding.choice import Candidate, Choice, choice
from truceline.terms.events import Actor

WEIGHTS = Choice({"object": 1.0, "far off": -2.0})
NOBODY = Candidate((), ("nobody",))
MALI = Candidate((Actor("Mali", "MLI"),), ("object", "never seen"))
CHAD = Candidate((Actor("Chad", "TCD"),), ("object", "far off"))


def test_chances_are_those_of_a_conditional_logit() -> None:
    raised = [1.0, math.e, math.exp(-1)]
    found = WEIGHTS.chances([NOBODY, MALI, CHAD])
    assert found == pytest.approx([each / sum(raised) for each in raised])


def test_without_candidates_there_are_no_chances() -> None:
    assert WEIGHTS.chances([]) == []


@given(st.lists(st.floats(-800, 800), min_size=1, max_size=9))
def test_chances_add_up_to_one_however_heavy_the_grounds(weights: list[float]) -> None:
    names = [str(place) for place in range(len(weights))]
    held = Choice(dict(zip(names, weights, strict=True)))
    assert sum(held.chances([Candidate((), (name,)) for name in names])) == pytest.approx(1)


def test_the_heaviest_grounds_come_first_whichever_way_they_weigh() -> None:
    assert WEIGHTS.largest(CHAD.grounds) == [("far off", -2.0), ("object", 1.0)]
    assert WEIGHTS.largest(CHAD.grounds, most=1) == [("far off", -2.0)]


def test_what_the_rules_give_weighs_for_itself_in_the_weights_that_ship() -> None:
    weights = choice().weights
    assert weights["now"] > 0.3  # and more by how the rules came to it: "now, …"
    assert all(abs(each) < 5 for each in weights.values())
