"""Which series `balance` asks."""

from dataclasses import replace

import numpy as np
from tests.measure.made_words import RAIDS, agreed, day, fallen, panel, reported, war

from truceline.measure.balance_series import confused, series_of
from truceline.measure.event_rows import coded

LATE = day(900)


def test_each_sides_attacks_with_its_own_words_and_the_other_dating() -> None:
    values, words = fallen(0.5)
    frame = panel(raids=values)
    (made,), refused = series_of(frame, war(agreed(*words)), None, frame, LATE)
    assert (made.series, refused, made.by_volume) == (RAIDS, [], False)
    assert len(made.spoken.said) == 12
    assert made.other is not None


def test_a_series_without_a_side_is_refused() -> None:
    nobody = replace(RAIDS, side=None)
    asked, (refused,) = series_of(panel(raids=np.ones(90)), war(series=(nobody,)), None, None, LATE)
    assert asked == []
    assert refused.reason == "it does not say whose attacks it holds"


def test_coded_deeds_stand_in_only_for_a_side_without_a_series() -> None:
    values, words = fallen(0.5)
    rows = coded(reported(np.round(values / 4), words))
    frame = panel(raids=values)
    asked, refused = series_of(frame, war(), rows, None, LATE)
    assert [each.series.name for each in asked] == ["raids"]
    assert [each.name for each in refused] == ["coded_XSO"]
    (alone,), _ = series_of(frame, war(series=()), rows, None, LATE)
    assert (alone.series.name, alone.by_volume) == ("coded_XNO", True)
    assert alone.other is not None
    assert np.nanmax(np.abs(alone.other.values - np.round(values / 4))) == 0


def test_confusion_is_undone_by_class_and_side() -> None:
    rows = coded(reported(np.full(70, 4.0), ()))
    found = {each.name: each for each in confused(rows, war())}
    north = found["coded events, Norland: material conflict"]
    assert north.n == 280
    assert north.value == 280
    assert found["coded events, Southland: verbal conflict"].n == 2100
    assert confused(None, war()) == ()
