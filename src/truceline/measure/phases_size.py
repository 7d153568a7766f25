"""How often `phases` believes a break that is not there; written by `make calibrate`.

For each made-up case: the share of series, and its Wilson interval.
"""

from collections.abc import Mapping
from types import MappingProxyType

SIZES: Mapping[str, tuple[float, float, float]] = MappingProxyType({
    "poisson": (0.0095, 0.0061, 0.0148),
    "noisy": (0.0030, 0.0014, 0.0065),
    "short memory": (0.0440, 0.0359, 0.0539),
    "long memory": (0.0415, 0.0336, 0.0512),
    "slow tempo": (0.0600, 0.0504, 0.0713),
    "trend": (0.0415, 0.0336, 0.0512),
})  # fmt: skip
TRIALS = 2000
