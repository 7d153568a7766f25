"""One series of own deeds after own words."""

from dataclasses import replace

import numpy as np
import pytest
from tests.measure.made_words import FIRST, RAIDS, day, fallen, reported
from tests.measure.twin_talks import Case, windows

from truceline.measure.daily import Daily
from truceline.measure.event_rows import coded
from truceline.measure.laid import Floats
from truceline.measure.own_deeds import Asked, Own, fell, needed, own
from truceline.measure.spoken import CODED, Spoken, Word
from truceline.measure.word_skill import Skill


def asked(values: Floats, words: tuple[int, ...], other: Floats | None = None) -> Asked:
    said = Spoken(tuple(Word(day(each), "truce", "") for each in words))
    twin = None if other is None else Daily("raids", FIRST, other, len(other))
    return Asked(RAIDS, Daily("raids", FIRST, values, len(values)), said, other=twin)


def after(ratio: float, seed: int = 4) -> Own:
    return own(asked(*fallen(ratio, seed)))


def test_a_halving_after_twelve_words_is_supported_and_words_help() -> None:
    found = after(0.5)
    assert found.verdict == "supported"
    assert found.found.primary.ratio == pytest.approx(0.5, abs=0.12)
    assert found.reach is not None
    assert 0.5 < found.reach < 1
    assert isinstance(found.skill, Skill)


def test_a_steady_series_contradicts() -> None:
    values = np.random.default_rng(3).normal(200, 8, 900)
    found = own(asked(values, tuple(range(60, 860, 60))))
    assert found.verdict == "contradicted"
    low = found.found.primary.low
    assert low is not None
    assert low > 0.8


def test_the_raw_ratio_is_its_definition() -> None:
    values, words = fallen(0.5)
    case = Case(values.tolist(), [(each, each) for each in words], "after", 7)
    logs = []
    for which in range(len(words)):
        window, baseline, _, _ = windows(case, which)
        near = [values[each] for each in window]
        far = [values[each] for each in baseline]
        logs.append(np.log(np.mean(near) / np.mean(far)))
    assert own(asked(values, words)).found.primary.raw == pytest.approx(np.exp(np.mean(logs)))


@pytest.mark.parametrize("factor", [0.01, 1000])
def test_rescaling_changes_no_verdict(factor: float) -> None:
    values, words = fallen(0.5)
    cut = tuple(each for each in words if each < 420)
    one, two = (own(asked(each[:450], cut)) for each in (values, values * factor))
    assert one.found.primary.p == two.found.primary.p
    assert one.verdict == two.verdict


def test_four_clusters_are_never_firm() -> None:
    values = np.random.default_rng(3).normal(200, 8, 600)
    words = (100, 200, 300, 400)
    for each in words:
        values[each + 1 : each + 8] *= 0.3
    found = own(asked(values, words))
    assert found.found.primary.high is not None
    assert found.found.primary.high < 1
    assert found.verdict == "cannot say"
    assert "4 clusters of words" in found.reason


def test_a_fall_that_the_other_dating_does_not_show_is_not_firm() -> None:
    values, words = fallen(0.5)
    found = own(asked(values, words, other=fallen(1.0)[0]))
    assert found.verdict == "cannot say"
    assert "the other dating of overnight attacks" in found.reason


def test_a_fall_that_was_there_before_the_words_is_not_theirs() -> None:
    values = np.random.default_rng(3).normal(200, 8, 2000)
    words = (700, 745, 812, 871, 955, 1003, 1090, 1144)
    for each in words:
        values[each - 7 : each + 8] *= 0.5
    found = own(asked(values, words))
    assert found.verdict == "cannot say"
    assert "ran low in the 7 days before the words too" in found.reason


def test_coded_deeds_must_fall_without_division_too() -> None:
    values, words = fallen(0.5)
    made = replace(asked(values, words, other=fallen(1.0)[0]), by_volume=True)
    assert "counting without division by reports" in own(made).reason


def test_the_coders_error_is_carried_only_for_coded_words() -> None:
    values, words = fallen(0.5)
    rows = coded(reported(np.full(70, 2.0), (5,)))
    listed = replace(asked(values, words), coded=rows)
    assert own(listed).carried is None
    read = own(replace(listed, spoken=replace(listed.spoken, by=CODED)))
    assert read.carried is not None
    assert read.carried.ratio < (read.found.primary.ratio or 0)


@pytest.mark.parametrize(
    ("values", "words", "said"),
    [
        (np.ones(400), (), "no word of its own lies within the series"),
        (np.ones(400), (100, 200), "the series does not vary"),
        (np.zeros(400), (100, 200), "the series does not vary"),
        (np.arange(400.0), (2, 399), "no word of its own can be used"),
    ],
)
def test_says_why_nothing_can_be_said(values: Floats, words: tuple[int, ...], said: str) -> None:
    found = own(asked(values, words))
    assert found.verdict == "cannot say"
    assert said in found.reason
    assert needed(found.found.primary) is None


def test_a_bound_that_is_not_known_is_never_firm_on_its_side() -> None:
    assert fell(None, 1.2) == "cannot say"
    assert fell(0.9, None) == "contradicted"
    assert fell(None, None) == "cannot say"
