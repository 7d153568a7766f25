"""How often the interval of `front` holds what was planted; written by `make calibrate`.

For each made-up case: the share of wars, and its Wilson interval.
"""

from collections.abc import Mapping
from types import MappingProxyType

HELD: Mapping[str, tuple[float, float, float]] = MappingProxyType({
    "levels apart": (0.9837, 0.9682, 0.9917),
    "levels near": (0.9465, 0.9210, 0.9641),
    "few weeks": (0.9511, 0.9257, 0.9681),
    "noisy": (0.9616, 0.9394, 0.9759),
    "swings": (0.9115, 0.8832, 0.9334),
})  # fmt: skip
TRIALS = 500
