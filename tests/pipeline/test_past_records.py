"""The past wars as the outlook gets them."""

from truceline.pipeline.past_records import past_records


def test_wars_come_with_their_stops_and_where_they_were_read() -> None:
    found = past_records()
    assert len(found.pasts) > 200
    assert sum(len(each.stops) for each in found.pasts) == 5
    assert found.data[0].rows == len(found.pasts)
    assert {"COW Inter-State War Data", "UCDP/PRIO Armed Conflict"} <= {
        each.dataset for each in found.data
    }
    assert past_records() is found
