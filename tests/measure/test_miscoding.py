"""A coder's errors, carried through."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.measure.calendar import Calendar, Window
from truceline.measure.miscoding import carried, corrected
from truceline.simulate.cases import TWELVE
from truceline.simulate.word_cases import Telling, word_case
from truceline.terms.errors import BadInput

AFTER = Window("after", 7)


@given(st.lists(st.floats(1, 1000), min_size=4, max_size=4), st.floats(0.3, 1))
def test_undoes_the_average_confusion(true: list[float], accuracy: float) -> None:
    total = sum(true)
    seen = [each * accuracy + (total - each) * (1 - accuracy) / 3 for each in true]
    assert corrected(seen, accuracy) == pytest.approx(true, rel=1e-6, abs=1e-6)


def test_is_the_published_estimator() -> None:
    # Rogan and Gladen (1978): (apparent + specificity − 1) ÷ (sensitivity + specificity − 1).
    seen, accuracy = [300.0, 100.0, 100.0, 500.0], 0.8
    specificity = 1 - (1 - accuracy) / 3
    published = (0.5 + specificity - 1) / (accuracy + specificity - 1)
    assert corrected(seen, accuracy)[3] / 1000 == pytest.approx(published)


def test_a_class_below_its_false_alarms_is_none_and_the_total_stays() -> None:
    found = corrected([1000.0, 10.0, 500.0, 500.0], 0.8)
    assert found[1] == 0
    assert sum(found) == pytest.approx(2010)
    assert corrected([0, 0, 0, 0], 0.8) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("counts", "accuracy", "said"),
    [
        ([1, 2, 3], 0.8, "four numbers"),
        ([1, 2, 3, -1], 0.8, "four numbers"),
        ([1, 2, 3, float("nan")], 0.8, "four numbers"),
        ([1, 2, 3, 4], 0.25, "above .25"),
        ([1, 2, 3, 4], 1.1, "at most 1"),
    ],
)
def test_refuses_what_says_nothing(counts: list[float], accuracy: float, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        corrected(counts, accuracy)


def test_words_never_spoken_pull_the_plain_ratio_to_1_and_not_the_carried_one() -> None:
    told = Telling(what="", kind=TWELVE, accuracy=0.8)
    plain: list[float] = []
    mended: list[float] = []
    for seed in range(10):
        rng = np.random.default_rng(seed)
        drawn = word_case(told, rng, ratio=0.5)
        calendar = Calendar(drawn.words, drawn.words)
        for into, accuracy in ((plain, 1.0), (mended, 0.8)):
            made = carried(drawn.values, calendar, AFTER, (), accuracy=accuracy, rng=rng)
            if made is not None:
                into.append(float(np.log(made.ratio)))
    assert len(mended) >= 8
    assert np.exp(np.mean(plain)) > 0.53
    assert np.exp(np.mean(mended)) == pytest.approx(0.5, abs=0.06)
    assert np.mean(mended) / np.mean(plain) == pytest.approx(1 / 0.8, rel=0.08)


def test_is_none_where_there_is_no_test() -> None:
    rng = np.random.default_rng(1)
    assert carried(np.ones(60), Calendar((30,), (30,)), AFTER, (), accuracy=0.8, rng=rng) is None
    assert carried(np.ones(400), Calendar((), ()), AFTER, (), accuracy=0.8, rng=rng) is None
