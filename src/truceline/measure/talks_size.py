"""How often the talks test is wrong where nothing happens; written by `make calibrate`.

For each made-up case: the share of series with p of .05 or less, and its Wilson interval.
"""

from collections.abc import Mapping
from types import MappingProxyType

SIZES: Mapping[str, tuple[float, float, float]] = MappingProxyType({
    "stationary": (0.0402, 0.0325, 0.0498),
    "trend, rounds late": (0.0420, 0.0341, 0.0517),
    "clustered rounds": (0.0450, 0.0368, 0.0550),
    "persistent tempo": (0.0483, 0.0397, 0.0586),
    "missing days": (0.0362, 0.0288, 0.0453),
    "dated a day later": (0.0387, 0.0311, 0.0481),
    "smoothed": (0.0341, 0.0270, 0.0430),
    "reporting up a tenth": (0.0783, 0.0673, 0.0909),
    "reporting up a quarter": (0.2103, 0.1930, 0.2288),
    "mutual reply": (0.0443, 0.0361, 0.0542),
})  # fmt: skip
TRIALS = 2000
