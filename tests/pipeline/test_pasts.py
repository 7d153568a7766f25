"""Past wars as the pipeline hands them on."""

from truceline.pipeline.pasts import pasts
from truceline.read.past_check import problems


def test_the_table_is_read_once_and_has_no_mistake() -> None:
    assert pasts() is pasts()
    assert problems(pasts().wars) == ()


def test_what_was_read_by_hand_is_about_wars_of_the_table_and_at_most_forty() -> None:
    read = pasts().read
    assert set(read["war_id"]) <= set(pasts().wars["war_id"])
    assert read["war_id"].n_unique() <= 40
    assert read["source"].null_count() == read["known_from"].null_count() == 0
    known = {"talks_from", "mediated", "static", "patron_a", "patron_b", "ended_by"}
    assert set(read["attribute"]) <= known
