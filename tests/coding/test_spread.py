"""Which number belongs to which event."""

from collections.abc import Callable

from truceline.terms.events import Coding


def test_numbers_go_to_the_event_that_stands_before_them(code: Callable[..., Coding]) -> None:
    text = (
        "Chad attacked Mali, killing ten soldiers, and Niger shelled Benin, wounding four people."
    )
    first, second = code(text).events
    assert [(c.what, c.low) for c in first.counts] == [("killed", 10)]
    assert [(c.what, c.low) for c in second.counts] == [("wounded", 4)]


def test_a_part_is_linked_within_its_own_event(code: Callable[..., Coding]) -> None:
    text = ("Chad bombed Mali, killing ten soldiers, and Niger shelled Benin, wounding nine "
            "civilians, including two children.")  # fmt: skip
    second = code(text).events[1]
    assert [(c.low, c.included_in) for c in second.counts] == [(9, None), (2, 0)]


def test_talks_share_the_outcome_of_their_agreement(code: Callable[..., Coding]) -> None:
    talks, deal = code("Chad and Mali met and reached an agreement on a prisoner swap.").events
    assert [i.outcome for i in talks.issues] == [i.outcome for i in deal.issues] == ["agreed"]
