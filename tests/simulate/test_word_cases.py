"""Made-up deeds with words, as reported."""

import numpy as np
import pytest

from truceline.simulate.cases import TWELVE
from truceline.simulate.word_cases import TELLINGS, Telling, WordCase, word_case
from truceline.terms.errors import BadInput


def many(told: Telling, ratio: float = 1.0) -> list[WordCase]:
    return [word_case(told, np.random.default_rng(seed), ratio=ratio) for seed in range(40)]


def near(made: list[WordCase], which: str) -> float:
    """Mean in the 7 days after words, against the mean of all days."""
    logs = []
    for each in made:
        values = getattr(each, which)
        inside = np.concatenate([values[word + 1 : word + 8] for word in each.spoken])
        logs.append(np.log(np.nanmean(inside) / np.nanmean(values)))
    return float(np.exp(np.mean(logs)))


def test_the_planted_share_of_deeds_remains_after_words() -> None:
    told = Telling(what="", kind=TWELVE)
    assert near(many(told, 0.5), "values") / near(many(told), "values") == pytest.approx(
        0.53, abs=0.05
    )


def test_reports_swell_with_deeds_or_without_them() -> None:
    even, all_rise, words_rise = (many(TELLINGS[each]) for each in TELLINGS)
    assert near(even, "reports") == pytest.approx(1, abs=0.02)
    assert near(all_rise, "reports") > 1.3
    assert near(all_rise, "values") > 1.25
    assert near(words_rise, "reports") > 1.3
    assert near(words_rise, "values") == pytest.approx(near(even, "values"), abs=0.1)


def test_one_word_in_five_was_never_spoken() -> None:
    made = many(Telling(what="", kind=TWELVE, accuracy=0.8))
    right = [len(set(each.words) & set(each.spoken)) / 12 for each in made]
    assert np.mean(right) == pytest.approx(0.8, abs=0.05)
    assert all(each.words == each.spoken for each in many(TELLINGS["reports even"]))


@pytest.mark.parametrize("ratio", [0.0, 1.1, -1.0])
def test_a_share_is_a_share(ratio: float) -> None:
    with pytest.raises(BadInput, match="above 0 and at most 1"):
        word_case(TELLINGS["reports even"], np.random.default_rng(1), ratio=ratio)
