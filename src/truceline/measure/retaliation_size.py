"""How the tests of `retaliation` fare on made-up wars; written by tools/calibrate_retaliation.py.

`SIZES`: share of false alarms at a nominal .05, with its Wilson interval, by case. `BIAS`: what a
fit finds where one event brings .20 of the other side, by mean delay in days: with exact times,
and with times known by the day.
"""

from collections.abc import Mapping
from types import MappingProxyType

SIZES: Mapping[str, tuple[float, float, float]] = MappingProxyType({})
BIAS: Mapping[float, tuple[float, float]] = MappingProxyType({})
TRIALS = 0
