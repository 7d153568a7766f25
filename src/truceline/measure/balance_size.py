"""How often the balance test was wrong on made-up series; docs/methods/results has it in full."""

from collections.abc import Mapping
from types import MappingProxyType

TRIALS = 2000
LEAST, MOST = 0.03, 0.07  # where a test at .05 counts as calibrated
SIZES: Mapping[str, tuple[float, float, float]] = MappingProxyType({
    "stationary": (0.045, 0.037, 0.055),
    "trend, rounds late": (0.044, 0.036, 0.054),
    "clustered rounds": (0.049, 0.040, 0.059),
    "persistent tempo": (0.039, 0.032, 0.049),
    "missing days": (0.033, 0.026, 0.042),
    "dated a day later": (0.031, 0.024, 0.039),
    "smoothed": (0.044, 0.036, 0.054),
    "reporting up a tenth": (0.052, 0.043, 0.062),
    "reporting up a quarter": (0.081, 0.069, 0.093),
    "mutual reply": (0.042, 0.034, 0.052),
})  # fmt: skip
"""Share with p of .05 or less where deeds do not follow words, with its Wilson interval."""
