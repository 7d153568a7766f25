"""Regions of a page."""

import pytest

from truceline.read import regions


@pytest.mark.parametrize(
    ("tag", "classes", "region"),
    [
        ("nav", "", "navigation"),
        ("footer", "", "page foot"),
        ("aside", "", "aside"),
        ("figcaption", "", "picture caption"),
        ("div", "post-related", "related articles"),
        ("section", "mostRead", "related articles"),
        ("div", "CookieBanner", "cookie notice"),
        ("div", "social-share", "share button"),
        ("div", "newsletter_box", "newsletter"),
        ("div", "comment-respond", "readers' comments"),
        ("div", "advert", "advert"),
        ("span", "article-byline", "author or date"),
        ("body", "has-cookie-banner", None),
        ("article", "shared", None),
        ("div", "headline", None),
        ("div", "sharepoint", None),
        ("p", "lead", None),
    ],
)
def test_names_tell_regions(tag: str, classes: str, region: str | None) -> None:
    assert regions.named(tag, classes, "", inside=False) == region


def test_a_header_is_the_pages_own_only_outside_the_article() -> None:
    assert regions.named("header", "", "", inside=False) == "page head"
    assert regions.named("header", "", "", inside=True) is None


def test_a_region_with_most_of_the_prose_tells_nothing() -> None:
    trail = regions.Trail()
    trail.enter("form", "", "")
    trail.enter("aside", "", "")
    small = trail.place(100)
    trail.leave()
    large = trail.place(900)
    trail.leave()
    useless = trail.useless()
    assert trail.name(large, useless) is None
    assert trail.name(small, useless) == "aside"


def test_regions_without_end_are_followed_to_a_depth_only() -> None:
    trail = regions.Trail()
    for _ in range(1000):
        trail.enter("nav", "", "")
    assert len(trail.place(1)) == regions.MOST_NESTED
    for _ in range(1000):
        trail.leave()
    assert trail.place(1) == ()
