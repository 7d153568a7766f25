"""Numbers and checks under the answer to `analogues`."""

from tests.compare.test_neighbours import found

from truceline.compare.analogue_estimates import checks, estimates


def test_places_stand_for_each_clock_and_times_only_by_talks() -> None:
    names = [each.name for each in estimates(found(), [found("age", 500)], "unlike", 2)]
    assert names[:2] == [
        "place of the unlike war, by days since talks opened",
        "place of the unlike war, by days since the war began, capped at each war's end",
    ]
    assert "days from that moment to the end, 2 nearest" in names
    capped = [each.name for each in estimates(found("age", 500), [], "unlike", 2)]
    assert not any("days from that moment" in each for each in capped)


def test_the_nearest_stand_beside_all() -> None:
    made = {each.name: each for each in estimates(found(), [], "like", 1)}
    assert made["ended without a winner, 1 nearest"].n == 1
    assert made["ended without a winner, all compared"].n == 2
    after = made["days from that moment to the end, 1 nearest"]
    assert (after.value, after.level) == (650, 0.5)


def test_too_few_wars_to_leave_out_are_told() -> None:
    made = {each.name: each for each in checks(found(), [], "like", 1, 10)}
    assert made["wars at risk"].passed is False
    assert "not validated" in made["leaving one war out"].detail
    assert "supported if" in made["what would flip it"].detail


def test_a_war_of_the_claim_that_is_far_is_told_too() -> None:
    names = [each.name for each in checks(found(), [], "unlike", 1, 10)]
    assert "how alike: unlike war" in names
