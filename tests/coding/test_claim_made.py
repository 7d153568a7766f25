"""A claim is said again in words of our own."""

from tests.coding.claim_scenes import line

from truceline.coding.claim_made import called, dated, made, sized
from truceline.terms.claims import NOT_CHECKABLE, Size


def test_an_id_depends_on_place_and_words_alone() -> None:
    first, again = (made(line("On Sunday it began."), "event", "a deed") for _ in range(2))
    other = made(line("On Sunday it began."), "event", "another deed")
    assert first.claim_id == again.claim_id != other.claim_id


def test_what_cannot_be_checked_says_why() -> None:
    for kind in NOT_CHECKABLE:
        found = made(line("So it is."), kind, "x")
        assert not found.checkable
        assert found.why_not


def test_a_side_goes_by_the_name_of_the_war_and_a_state_by_its_own() -> None:
    here = line("So it is.")
    assert [called(code, here) for code in ("RUS", "CHN", "WEST", None)] == [
        "Russia", "China", "Western allies", "a side not named",
    ]  # fmt: skip


def test_sizes_and_days_read_as_words() -> None:
    assert sized(Size(6500, 6500, rough=True)) == "about 6,500"
    assert sized(Size(16, 20)) == "16 to 20"
    assert dated(None) == ""
