"""The figures of an account: labelled, readable in grey, the same bytes every time."""

from dataclasses import replace

import pytest

from truceline.show.incentives import behind, figures, region_chart, tornado_chart
from truceline.terms.accounts import Account, Bar, Region

BARS = (
    Bar(name="backers.south", low=0.1, high=0.3, at_low=0.8, at_high=0.25, variance=0.6),
    Bar(name="<b>cost</b>", low=0.2, high=0.4, at_low=0.5, at_high=0.6, variance=0.1),
)
PLANE = Region(
    x_name="step", y_name="backers.south", x=(0.0, 0.5, 1.0), y=(0.0, 0.2),
    x_range=(0.0, 0.5), y_range=(0.1, 0.2), open=((1.0, 0.9, 0.5), (0.75, 0.25, 0.0)),
)  # fmt: skip


@pytest.fixture
def account() -> Account:
    return Account(
        war="made", proposer="North", ranges=(), points=512, open=0.5, gains=0.3, lumps=0.1,
        shift=0.1, surplus=(-0.2, 0.4), levers=(), tornado=BARS, region=PLANE,
    )  # fmt: skip


def test_both_figures_are_labelled_and_tell_their_numbers(account: Account) -> None:
    tornado, plane = figures(account)
    assert "Model, not measurement. What each parameter" in tornado
    assert "backers.south: 80% at 0.1, 25% at 0.3" in tornado
    assert "Model, not measurement. Where a settlement exists, by step and backers.south" in plane
    assert "100% with both lowest, 50% with step highest, 75% with backers.south highest" in plane


def test_a_name_with_markup_in_it_stays_text(account: Account) -> None:
    tornado = figures(account)[0]
    assert "<b>" not in tornado
    assert "&lt;b&gt;cost" in tornado


def test_the_same_account_gives_the_same_bytes(account: Account) -> None:
    assert figures(account) == figures(account)


def test_without_a_region_there_is_one_figure(account: Account) -> None:
    assert len(figures(replace(account, region=None))) == 1


def test_the_tornado_holds_both_ends_of_every_bar() -> None:
    rows = tornado_chart(BARS)["data"]["values"]
    assert [(row["l"], row["h"]) for row in rows] == [(0.8, 0.25), (0.5, 0.6)]


def test_every_cell_of_the_region_is_drawn_once_and_dark_is_closed() -> None:
    chart = region_chart(PLANE)
    rows = chart["data"]["values"]
    assert [row["o"] for row in rows] == [1.0, 0.9, 0.5, 0.75, 0.25, 0.0]
    dark, light = chart["layer"][0]["encoding"]["color"]["scale"]["range"]
    assert int(dark[1:3], 16) < int(light[1:3], 16)


def test_an_axis_says_what_its_parameter_is() -> None:
    encoding = region_chart(PLANE)["layer"][0]["encoding"]
    assert encoding["x"]["axis"]["title"] == "smallest part of the stake (step)"
    assert encoding["y"]["axis"]["title"] == "supply (backers.south)"


def test_the_frame_holds_the_ranges_of_the_war() -> None:
    frame = region_chart(PLANE)["layer"][1]["data"]["values"]
    assert frame == [{"x": 0.0, "x2": 0.5, "y": 0.1, "y2": 0.2}]


def test_only_greys_are_used(account: Account) -> None:
    # a page reads the same from a printer without colour
    import re

    for drawn in figures(account):
        for red, green, blue in re.findall(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b", drawn):
            spread = max(int(red, 16), int(green, 16), int(blue, 16)) - min(
                int(red, 16), int(green, 16), int(blue, 16)
            )
            assert spread < 16


def test_every_figure_has_its_numbers_behind_it(account: Account) -> None:
    tables = behind(account)
    assert len(tables) == len(figures(account))
    assert tables[0].rows[0][3:] == ("80\N{NO-BREAK SPACE}%", "25\N{NO-BREAK SPACE}%")
    assert tables[1].rows[0][1] == "100\N{NO-BREAK SPACE}%"
