"""The answer to `incentives`: its numbers, its honesty, its what-ifs, the wars that ship."""

import json
from collections.abc import Callable
from datetime import date

import numpy as np
import pytest

from truceline.reason.incentives import _mirrored, account, answer
from truceline.reason.models import Layout, evaluate
from truceline.terms.errors import BadInput, TooFewData
from truceline.terms.wars import War

Made = Callable[..., War]


def test_shares_by_reason_add_to_one(made: Made) -> None:
    found = account(made(), points=512)
    assert found.open + found.gains + found.lumps + found.shift == pytest.approx(1.0)


def test_the_share_is_the_grids(made: Made) -> None:
    # a full grid over the two ranges that are left is the slow twin of the sampled box
    fixed = {
        "power": (0.5, 0.5), "uncertainty": (0.1, 0.1), "discount": (0.9, 0.9), "shift": (0, 0),
        "cost.north": (0.1, 0.1), "backers.north": (0.0, 0.0), "office.south": (0.0, 0.0),
    }  # fmt: skip
    found = account(made(), set_=fixed, points=4096)
    cost, supply = (
        each.ravel() for each in np.meshgrid(np.linspace(0.2, 0.4, 401), np.linspace(0.1, 0.3, 401))
    )
    layout = Layout(
        names=("power", "uncertainty", "discount", "cost.north", "cost.south", "backers.south"),
        a="north", b="south",
    )  # fmt: skip
    one = np.ones_like(cost)
    grid = np.column_stack([0.5 * one, 0.1 * one, 0.9 * one, 0.1 * one, cost, supply])
    assert found.open == pytest.approx(float(evaluate(layout, grid).open().mean()), abs=0.01)
    assert found.surplus == pytest.approx((0.0, 0.4))


def test_an_open_box_and_a_closed_one(made: Made) -> None:
    dear = {"cost.north": (0.8, 0.9), "cost.south": (0.8, 0.9), "shift": (0.0, 0.0)}
    assert answer(made(), set_=dear).verdict == "contradicted"
    fed = {"backers.north": (0.9, 1.0), "backers.south": (0.9, 1.0)}
    assert answer(made(), set_=fed).verdict == "supported"


def test_without_ranges_it_cannot_say_and_says_what_it_needs(made: Made) -> None:
    found = answer(made([]))
    assert found.verdict == "cannot say"
    assert "no range is given for power, uncertainty, discount, cost.north" in found.statement
    assert "--set" in found.statement
    assert found.limits
    assert found.estimates == ()
    with pytest.raises(TooFewData, match="power"):
        account(made([]))


def test_ranges_dated_later_are_not_used(made: Made) -> None:
    later = [
        {"name": name, "low": 0.1, "high": 0.2, "sentence": "S.", "source": "A.",
         "date": date(2001, 1, 1)}
        for name in ("power", "uncertainty", "discount", "cost.north", "cost.south",
                     "backers.north", "backers.south")
    ]  # fmt: skip
    assert answer(made(later), as_of=date(2000, 12, 31)).verdict == "cannot say"
    assert answer(made(later), as_of=date(2001, 1, 1)).verdict != "cannot say"
    assert answer(made(later), as_of=date(2001, 1, 1)).as_of == "2001-01-01"


def test_a_what_if_is_marked_in_limits_and_data(made: Made) -> None:
    found = answer(made(), set_={"backers.SOU": (0.4, 0.5)})
    assert any("What if: backers.south" in each for each in found.limits)
    used = {each.dataset: each for each in found.data}["range of backers.south"]
    assert used.version == "0.4 to 0.5 (what if)"
    assert "[reason] backers.south" not in found.evidence
    with pytest.raises(BadInput, match=r"did you mean backers\.south"):
        answer(made(), set_={"backer.south": (0.4, 0.5)})


def test_the_same_question_has_the_same_answer(made: Made) -> None:
    assert answer(made()) == answer(made())


def test_the_answer_is_json_and_keeps_the_contract(made: Made) -> None:
    held = json.loads(json.dumps(answer(made()).as_dict(), allow_nan=False))
    assert held["question"] == "incentives"
    assert held["method"] == "docs/methods/incentives.md"
    for each in held["estimates"]:
        assert {"name", "value", "low", "high", "level", "measured_in", "n", "method"} <= set(each)


def test_every_range_leads_to_its_sentence_and_source(made: Made) -> None:
    for each in answer(made()).data:
        if "none given" not in (each.version or ""):
            assert each.citation == "So it is said. Source: A."


def test_the_region_lies_over_two_levers_that_open(made: Made) -> None:
    found = account(made(), points=512)
    assert found.region is not None
    opening = {each.name for each in found.levers if each.opens > 0}
    assert {found.region.x_name, found.region.y_name} <= opening
    assert len(found.region.open) == len(found.region.y) == 25


def test_who_proposes_does_not_change_where_a_settlement_exists(made: Made) -> None:
    plain = {"power": (0.2, 0.4), "shift": (-0.1, 0.3)}
    mirrored = {"power": (0.6, 0.8), "shift": (-0.3, 0.1)}
    one = account(made(), set_=plain, points=4096)
    two = account(made(proposer="SOU"), set_=mirrored, points=4096)
    assert one.open == pytest.approx(two.open, abs=0.03)
    assert one.shift == pytest.approx(two.shift, abs=0.03)
    for each in one.ranges:
        other = next(held for held in two.ranges if held.name == each.name)
        assert _mirrored(each) == pytest.approx((other.low, other.high))


def test_levers_stand_in_order_of_what_they_open(made: Made) -> None:
    opens = [each.opens for each in account(made(), points=512).levers]
    assert opens == sorted(opens, reverse=True)
    assert opens[0] > 0


@pytest.mark.parametrize("name", ["ukraine", "korea"])
def test_the_wars_that_ship_have_ranges_with_a_source_each(name: str) -> None:
    from truceline.read import wars

    found = answer(wars.load(name))
    assert found.verdict != "cannot say"
    assert "Model, not measurement" in found.statement
    assert all(each.citation for each in found.data)


def test_what_the_page_says_of_ukraine_still_holds() -> None:
    from truceline.read import wars

    found = account(wars.load("ukraine"))
    assert found.open == pytest.approx(0.8, abs=0.03)
    assert found.lumps > found.shift > found.gains
    assured = [each.name for each in found.levers if each.kind == "assurance"]
    assert assured[0] == "step"
    assert {each.partition(".")[0] for each in assured[1:4]} == {"guarantee", "monitoring"}
    supply = [each for each in found.levers if each.words == "supply to Ukraine that ends"]
    assert supply[0].differ == pytest.approx(1 / 3, abs=0.04)
    assert supply[0].sign == 0


def test_what_the_page_says_of_korea_still_holds() -> None:
    from truceline.read import wars

    korea = wars.load("korea")
    before, at_the_end = (
        account(korea, as_of=when) for when in (date(1952, 9, 1), date(1953, 7, 1))
    )
    assert before.lumps == pytest.approx(0.5, abs=0.03)
    assert before.lumps > max(before.gains, before.shift)
    opens = {each.words: each.opens for each in before.levers}
    assert opens["a stake that can be divided freely"] == pytest.approx(0.8, abs=0.05)
    assert opens["supply to the northern side that ends"] > 0.7
    assert at_the_end.open == pytest.approx(0.99, abs=0.01)
    assert at_the_end.shift > max(at_the_end.gains, at_the_end.lumps)
