"""The track record of the outlook. Written by `make backtest`; do not edit.

truceline 0.1.0, seed 20250607.
"""

from truceline.foresee.track import Track

TRACKS: dict[str, Track] = {
    "stop": Track(
        event="stop",
        forecasts=13265,
        wars=190,
        first=1877,
        last=2023,
        came=0.057444,
        log=0.194128,
        brier=0.050592,
        log_gap={
            "Lindy": (-0.036759, -0.045766, -0.02918),
            "base rate": (-0.012325, -0.020912, -0.004776),
            "1 − KM": (-0.087864, -0.11162, -0.068502),
        },
        brier_gap={
            "Lindy": (-0.013476, -0.016867, -0.010791),
            "base rate": (-0.00328, -0.005678, -0.001406),
            "1 − KM": (-0.006071, -0.008715, -0.003859),
        },
    ),
    "ceasefire": Track(
        event="ceasefire",
        forecasts=8360,
        wars=140,
        first=1877,
        last=2023,
        came=0.018989,
        log=0.09046,
        brier=0.0186,
        log_gap={
            "Lindy": (-0.005675, -0.011596, 0.000189),
            "Lindy, all as ceasefires": (-0.102139, -0.130182, -0.08142),
            "base rate": (0.000955, -0.001895, 0.003963),
            "1 − KM": (-0.03459, -0.055247, -0.017946),
        },
        brier_gap={
            "Lindy": (-0.000284, -0.000766, 0.000252),
            "Lindy, all as ceasefires": (-0.033914, -0.044151, -0.026568),
            "base rate": (0.000173, -0.000108, 0.000525),
            "1 − KM": (-0.001038, -0.002468, 1e-06),
        },
    ),
}
"""By event, of the default definition."""
