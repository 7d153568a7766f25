"""Made-up weeks for the stalemate index: two levels, and a truth that is known."""

import numpy as np
import pytest

from truceline.simulate.front_cases import FRONTS, FrontKind, front_case


@pytest.mark.parametrize("name", FRONTS)
def test_weeks_in_the_box_are_those_of_low_movement_and_high_losses(name: str) -> None:
    kind = FRONTS[name]
    made = [front_case(kind, np.random.default_rng(seed)) for seed in range(40)]
    inside = np.concatenate([each.still_and_costly for each in made])
    moved = np.concatenate([each.movement for each in made])
    lost = np.concatenate([each.losses for each in made])
    assert 0.15 < inside.mean() < 0.35
    assert moved[inside].mean() == pytest.approx(kind.movement[0], rel=0.15)
    assert lost[inside].mean() == pytest.approx(kind.losses[1], rel=0.15)
    assert all(each.movement.size == kind.weeks for each in made)


def test_swings_are_remembered_and_noise_is_not() -> None:
    def memory(kind: FrontKind) -> float:
        made = front_case(kind, np.random.default_rng(3)).movement
        return float(np.corrcoef(np.log1p(made[:-1]), np.log1p(made[1:]))[0, 1])

    still = FrontKind(what="", weeks=3000, stay=1.0)
    assert abs(memory(still)) < 0.1
    assert memory(FrontKind(what="", weeks=3000, stay=1.0, memory=0.8, spread=0.5)) > 0.4
