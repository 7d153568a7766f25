"""How often the interval of `front` holds what was planted; written by `make calibrate`.

For each made-up case: the share of wars, and its Wilson interval.
"""

from collections.abc import Mapping
from types import MappingProxyType

HELD: Mapping[str, tuple[float, float, float]] = MappingProxyType({
    "levels apart": (1.0000, 0.7225, 1.0000),
    "levels near": (0.9000, 0.5958, 0.9821),
    "few weeks": (1.0000, 0.6457, 1.0000),
    "noisy": (0.9000, 0.5958, 0.9821),
    "swings": (0.8000, 0.4902, 0.9433),
})  # fmt: skip
TRIALS = 10
