"""Figures stand inline: named, described, the same bytes each time, no text becomes markup."""

import xml.etree.ElementTree as ET
from typing import Any

from truceline.show.svg import svg

HOSTILE = "</title><script>alert(1)</script>\x00\u202e\" onload='x'"


def chart(word: str) -> dict[str, Any]:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": [{"a": word, "b": 2.0}]},
        "mark": {"type": "bar", "clip": True, "color": {
            "gradient": "linear", "stops": [{"offset": 0, "color": "#000"},
                                            {"offset": 1, "color": "#fff"}]}},
        "encoding": {
            "x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"},
        },
    }  # fmt: skip


def draw(word: str = "a") -> str:
    return svg(chart(word), name="fig", title=HOSTILE, description=HOSTILE)


def test_the_same_chart_gives_the_same_bytes_whatever_was_drawn_before() -> None:
    first = draw()
    draw("something else")
    assert draw() == first


def test_no_text_becomes_markup() -> None:
    root = ET.fromstring(draw("</text><script>x</script><a href='javascript:1'>"))
    tags = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert not tags & {"script", "a", "foreignObject", "image", "use", "style"}
    assert not any(key.startswith("on") for each in root.iter() for key in each.attrib)


def test_a_figure_has_a_name_a_description_and_one_role() -> None:
    root = ET.fromstring(draw())
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "fig-title fig-desc"
    assert [each.attrib.get("id") for each in root][:2] == ["fig-title", "fig-desc"]
    assert "\ufffd" in (root[0].text or "")
    inner = [each for each in root.iter() if each is not root]
    assert not any("role" in each.attrib or "aria-label" in each.attrib for each in inner)


def test_ids_are_named_after_the_figure_and_references_follow() -> None:
    root = ET.fromstring(draw())
    ids = {each.attrib["id"] for each in root.iter() if "id" in each.attrib}
    used = {
        value.removeprefix("url(#").removesuffix(")")
        for each in root.iter()
        for value in each.attrib.values()
        if value.startswith("url(#")
    }
    assert used
    assert used <= ids
    assert all(each.startswith("fig-") for each in ids)
