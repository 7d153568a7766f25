"""A brief says of an event told twice where else it is told, and counts it once."""

from truceline.show.same import notes
from truceline.terms.briefs import SameEvent

SHOWN = [(1, 1, "a"), (2, 1, "b"), (5, 3, "c")]


def test_the_first_telling_names_the_others_in_order_and_all_numbers() -> None:
    one = SameEvent(event_ids=("b", "c", "a"), counts=(("killed", 5.0, 9.0, 12.0),))
    found = notes([one], SHOWN)
    assert found["b"].text == (
        "told again as no. 1 (report 1), no. 5 (report 3); over all tellings: "
        "killed 5 to 12, last 9"
    )
    assert [name for name, note in found.items() if note.again] == ["a", "c"]


def test_a_copy_is_called_one() -> None:
    found = notes([SameEvent(event_ids=("a", "c"), copies=("c",))], SHOWN)
    assert found["c"].text == "copied from no. 1 (report 1)"
    assert found["a"].counts == ()


def test_one_number_is_no_range() -> None:
    one = SameEvent(event_ids=("a", "c"), counts=(("drones", 1479.0, 1479.0, 1479.0),))
    assert notes([one], SHOWN)["a"].counts == ("drones 1,479",)


def test_an_event_told_once_has_no_note() -> None:
    assert notes([], SHOWN) == {}
