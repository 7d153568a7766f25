"""Made-up past wars with a known rate of ending."""

from datetime import date, timedelta

import numpy as np
import pytest

from truceline.foresee.past import ENDINGS, MONTH, Past

LAST = date(2020, 12, 31)


def made_up(count: int = 120, *, seed: int = 1, rate: float = 0.05) -> tuple[Past, ...]:
    """Return wars that end at one steady rate a month, half of the civil ones half as fast."""
    rng = np.random.default_rng(seed)
    found = []
    for number in range(count):
        kind = "interstate" if number % 2 else "civil"
        start = date(1850, 1, 1) + timedelta(days=int(number * 60_000 / count))
        days = int(MONTH * rng.exponential(1 / (rate if number % 2 else rate / 2))) + 5
        end = start + timedelta(days=days)
        ending = ENDINGS[int(rng.choice(3, p=[0.2, 0.1, 0.7]))]
        over = end <= LAST
        found.append(
            Past(
                war_id=f"w{number}", name=f"W{number}", kind=kind, start=start,
                end=end if over else None, ending=ending if over else None, last=min(end, LAST),
                traits=(("three states or more", number % 5 == 0),
                        ("began after 1945", start.year > 1945)),
            )
        )  # fmt: skip
    return tuple(found)


@pytest.fixture(scope="session")
def wars() -> tuple[Past, ...]:
    return made_up()
