"""How the tests of `retaliation` fare on made-up wars; written by tools/calibrate_retaliation.py.

`SIZES`: share of false alarms at a nominal .05, with its Wilson interval, by case. `BIAS`: what a
fit finds where one event brings .20 of the other side, by mean delay in days: with exact times,
and with times known by the day.
"""

from collections.abc import Mapping
from types import MappingProxyType

SIZES: Mapping[str, tuple[float, float, float]] = MappingProxyType({
    "a stationary": (0.0375, 0.0300, 0.0468),
    "b trend, strikes late": (0.0440, 0.0359, 0.0539),
    "c clustered strikes": (0.0455, 0.0372, 0.0555),
    "d shared slow tempo": (0.0435, 0.0354, 0.0534),
    "d shared slow tempo, strikes follow it": (0.0356, 0.0283, 0.0446),
    "d shared quick tempo, strikes follow it": (0.0226, 0.0169, 0.0300),
    "e dated a day later": (0.0470, 0.0386, 0.0572),
    "e smoothed": (0.0380, 0.0305, 0.0474),
    "f missing days": (0.0376, 0.0301, 0.0469),
    "g reporting up a tenth": (0.1340, 0.1198, 0.1496),
    "g reporting up a quarter": (0.4237, 0.4022, 0.4455),
    "h mutual reply": (0.0296, 0.0230, 0.0380),
})  # fmt: skip
BIAS: Mapping[float, tuple[float, float]] = MappingProxyType({
    0.5: (0.201, 0.213),
    1.0: (0.199, 0.207),
    2.0: (0.210, 0.213),
    4.0: (0.204, 0.199),
    8.0: (0.223, 0.198),
})  # fmt: skip
TRIALS = 2000
