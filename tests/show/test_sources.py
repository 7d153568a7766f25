"""What the answers of a brief stand on."""

from dataclasses import replace

from truceline.show.sources import datasets, ranges
from truceline.terms.briefs import Brief
from truceline.terms.results import DataUsed


def test_a_dataset_is_listed_once_for_each_cut(brief: Brief) -> None:
    rows = datasets(brief).rows
    assert [(row[0], row[1], row[5]) for row in rows] == [
        ("north_launches", "now", "2030-01-07 to 2031-08-01"),
        ("north_launches", "the report’s date", "2030-01-07 to 2031-06-05"),
    ]


def test_a_dataset_used_alike_on_both_days_stands_once(brief: Brief) -> None:
    pair = brief.answers[0]
    assert pair.then is not None
    alike = replace(brief, answers=(replace(pair, then=replace(pair.then, data=pair.now.data)),))
    assert [row[:2] for row in datasets(alike).rows] == [("north_launches", "both days")]


def test_a_range_of_a_model_is_no_dataset(brief: Brief) -> None:
    pair = brief.answers[0]
    given = DataUsed(dataset="range of power", version="0.3 to 0.7", citation="Judged.")
    more = replace(brief, answers=(replace(pair, now=replace(pair.now, data=(given,))),))
    assert ranges(more).rows == (("range of power", "0.3 to 0.7", "Judged."),)
    assert "range of power" not in {row[0] for row in datasets(more).rows}
    assert ranges(brief).rows == ()
