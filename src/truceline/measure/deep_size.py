"""How often a break in the share of deep strikes is believed that is not there.

Written by `make calibrate`: the share of made-up shares, and its Wilson interval.
"""

from collections.abc import Mapping
from types import MappingProxyType

SIZES: Mapping[str, tuple[float, float, float]] = MappingProxyType({
    "calm": (0.0235, 0.0177, 0.0311),
    "noisy": (0.0235, 0.0177, 0.0311),
    "2 weeks": (0.0260, 0.0199, 0.0339),
    "5 weeks": (0.0630, 0.0532, 0.0745),
    "10 weeks": (0.2100, 0.1927, 0.2284),
    "more reports": (0.0115, 0.0077, 0.0172),
    "few": (0.0320, 0.0251, 0.0407),
    "trend": (0.0550, 0.0458, 0.0659),
})  # fmt: skip
TRIALS = 2000
