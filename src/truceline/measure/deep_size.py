"""How often a break in the share of deep strikes is believed that is not there.

Written by `make calibrate`: the share of made-up shares, and its Wilson interval.
"""

from collections.abc import Mapping
from types import MappingProxyType

SIZES: Mapping[str, tuple[float, float, float]] = MappingProxyType({
    "calm": (0.0300, 0.0103, 0.0845),
    "noisy": (0.0300, 0.0103, 0.0845),
    "2 weeks": (0.0400, 0.0157, 0.0984),
    "5 weeks": (0.1200, 0.0700, 0.1981),
    "10 weeks": (0.1800, 0.1170, 0.2667),
    "more reports": (0.0200, 0.0055, 0.0700),
    "few": (0.0200, 0.0055, 0.0700),
    "trend": (0.2100, 0.1417, 0.2998),
})  # fmt: skip
TRIALS = 100
