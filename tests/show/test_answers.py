"""Both columns of an answer, with their doubt and what would flip them."""

from dataclasses import replace

from truceline.show.answers import flips, is_primary, passed, tally, value, view
from truceline.terms.briefs import Brief
from truceline.terms.results import Check, Estimate


def test_both_columns_stand_side_by_side(brief: Brief) -> None:
    made = view(brief.answers[0], brief)
    assert [each.heading for each in made.columns] == [
        "As known on the report’s date, 5 June 2031", "As known now, data to 1 August 2031",
    ]  # fmt: skip
    (main,) = made.primary
    assert main.then == ("cannot be said", "cannot be said", "9", "0.36")
    assert main.now == ("1.05", "0.74 to 1.58 (95\xa0%)", "9", "0.36")
    assert [each.name for each in made.secondary] == ["Northern launches, 14 days before"]


def test_one_column_says_its_day(brief: Brief) -> None:
    made = view(replace(brief.answers[0], then=None), brief)
    assert [each.heading for each in made.columns] == ["As known on 1 August 2031"]


def test_limits_of_both_columns_are_said_once(brief: Brief) -> None:
    made = view(brief.answers[0], brief)
    assert made.both_limits == ("The series holds northern attacks alone.",)
    assert made.own_limits == (("Known on 2031-06-05.",), ("Known on 2031-08-01.",))


def test_checks_say_passed_failed_or_not_judged(brief: Brief) -> None:
    made = view(brief.answers[0], brief)
    assert [(each.name, [word for word, _ in each.now]) for each in made.checks] == [
        ("at least five clusters", ["passed"]),
        ("other dating", ["not judged"]),
        ("leave one cluster out", ["failed"]),
    ]
    assert passed(Check("x", None, "")) == "not judged"


def test_a_check_made_for_several_series_keeps_each_outcome(brief: Brief) -> None:
    pair = brief.answers[0]
    twice = replace(pair.now, checks=(Check("a", True, "x: 1"), Check("a", False, "y: 2")))
    made = view(replace(pair, now=twice), brief)
    assert made.checks[0].now == (("passed", "x: 1"), ("failed", "y: 2"))
    assert made.many_series


def test_what_would_flip_it_comes_from_its_check_else_from_what_failed(brief: Brief) -> None:
    now = brief.answers[0].now
    assert flips(now) == ("a ratio of 1.46 or more",)
    assert flips(replace(now, checks=now.checks[:3])) == (
        "leave one cluster out: without June the sign turns",
    )
    assert flips(None) == ()


def test_without_a_threshold_the_page_says_so(brief: Brief) -> None:
    made = view(replace(brief.answers[1]), brief)
    assert made.columns[0].flips == ("Not said: the measure gives no threshold for this answer.",)
    assert not made.has_numbers


def test_where_no_estimate_is_named_primary_all_are(brief: Brief) -> None:
    now = replace(brief.answers[0].now, estimates=(Estimate(name="a", value=1.0),))
    assert is_primary("a", now)
    assert not is_primary("Northern launches, 14 days before", brief.answers[0].now)


def test_an_estimate_without_a_level_or_end_says_so() -> None:
    assert value(Estimate(name="a", value=2.0)) == (
        "2.00", "cannot be said", "–", "–",
    )  # fmt: skip
    assert value(Estimate(name="a", value=2.0, low=1.0))[1] == "1.00 to no upper end"


def test_outcomes_over_series_are_counted() -> None:
    assert tally([("passed", "")]) == "passed"
    assert tally([]) == ""
    assert tally([("a", ""), ("b", ""), ("a", "")]) == "a for 2 of 3 series, b for 1"
