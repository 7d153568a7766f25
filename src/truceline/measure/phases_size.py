"""How often `phases` believes a break that is not there; written by `make calibrate`.

For each made-up case: the share of series, and its Wilson interval.
"""

from collections.abc import Mapping
from types import MappingProxyType

SIZES: Mapping[str, tuple[float, float, float]] = MappingProxyType({
    "poisson": (0.0033, 0.0006, 0.0186),
    "noisy": (0.0000, 0.0000, 0.0126),
    "short memory": (0.0667, 0.0436, 0.1007),
    "long memory": (0.0467, 0.0280, 0.0768),
    "slow tempo": (0.0767, 0.0516, 0.1124),
    "trend": (0.0400, 0.0230, 0.0686),
})  # fmt: skip
TRIALS = 300
