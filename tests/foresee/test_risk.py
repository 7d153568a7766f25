"""Wars at risk and wars that ended, against a count by hand."""

import numpy as np
from tests.foresee.conftest import LAST

from truceline.foresee.past import RUNNING, UNKNOWN, Past, known, spells
from truceline.foresee.past_table import KINDS
from truceline.foresee.risk import CAUSES, arrays, risk, shares, trait_row


def test_the_table_equals_a_slow_count(wars: tuple[Past, ...]) -> None:
    there = known(wars, LAST)
    told = arrays(there, spells(there), KINDS)
    made = risk(told)
    at_risk = np.zeros_like(made.at_risk)
    ended = np.zeros_like(made.ended)
    for row in range(len(told.war)):
        for month in range(int(told.late[row]), int(told.months[row]) + 1):
            at_risk[told.pattern[row], month] += 1
        if told.ending[row] != RUNNING:
            ended[told.pattern[row], told.months[row], told.ending[row]] += 1
    assert np.array_equal(made.at_risk, at_risk)
    assert np.array_equal(made.ended, ended)
    assert made.ended.shape[2] == CAUSES == UNKNOWN + 1


def test_a_war_with_weight_nought_is_as_if_it_were_not_there(wars: tuple[Past, ...]) -> None:
    there = known(wars, LAST)
    told = arrays(there, spells(there), KINDS)
    without = arrays(there[1:], spells(there[1:]), KINDS)
    weight = (told.war != 0).astype(np.float64)
    made, other = risk(told, weight), risk(without)
    months = other.at_risk.shape[1]
    assert np.allclose(made.at_risk[:, :months], other.at_risk)
    assert np.allclose(made.ended[:, :months], other.ended)


def test_patterns_are_the_kind_and_traits_of_each_war(wars: tuple[Past, ...]) -> None:
    there = known(wars, LAST)
    told = arrays(there, spells(there), KINDS)
    for row, war in enumerate(told.war):
        assert tuple(told.patterns[told.pattern[row]]) == trait_row(there[war], KINDS)


def test_shares_are_drawn_toward_those_of_all_kinds(wars: tuple[Past, ...]) -> None:
    there = known(wars, LAST)
    made = risk(arrays(there, spells(there), KINDS))
    plain, drawn = shares(made, strength=0), shares(made, strength=1e9)
    assert np.allclose(plain.sum(axis=1), 1)
    assert np.allclose(drawn[0], drawn[1])
    assert not np.allclose(plain[0], plain[1])
