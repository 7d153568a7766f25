"""The brief as a reader meets it: in a browser, offline, without scripts, by phone and keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Open = Callable[..., Page]
PHONE = {"width": 400, "height": 800}
DESK = {"width": 1280, "height": 900}
A4 = (680, 994)  # what lies between the margins of a page, in pixels of 1/96 inch


def test_nothing_is_loaded_and_nothing_complains(browser: Browser, brief: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(brief.as_uri())
    page.wait_for_load_state("networkidle")
    context.close()
    assert asked == [brief.as_uri()]
    assert said == []


def test_events_can_be_read_without_scripts(open_page: Open, brief: Path) -> None:
    page = open_page(brief, java_script_enabled=False)
    rows = page.locator("table#events tbody tr")
    assert rows.count() >= 3
    assert all(rows.nth(each).is_visible() for each in range(rows.count()))
    assert page.locator("table#events thead th").count() >= 5


def test_the_link_of_an_event_leads_to_its_sentence_and_marks_it(
    open_page: Open, brief: Path
) -> None:
    page = open_page(brief, viewport=DESK)
    link = page.locator("table#events tbody td a[href^='#']").first
    target = (link.get_attribute("href") or "").removeprefix("#")
    marked = page.locator(f"[id='{target}']")
    before = style(page, target)
    link.click()
    page.wait_for_function("() => document.querySelector(':target') !== null")
    assert page.url.endswith(f"#{target}")
    assert marked.is_visible()
    assert marked.inner_text().strip()
    assert style(page, target) != before, "the sentence looks as it did before the click"
    # The browser scrolls in its own time: wait until the sentence is on the screen.
    page.wait_for_function(
        """id => {
            const box = document.getElementById(id).getBoundingClientRect();
            return box.top < innerHeight && box.bottom > 0;
        }""",
        arg=target,
        timeout=5000,
    )


def style(page: Page, target: str) -> list[str]:
    """Return how an element looks: what a click must change to be seen."""
    script = """id => {
        const style = getComputedStyle(document.getElementById(id));
        return [style.backgroundColor, style.outlineWidth, style.outlineStyle, style.fontWeight,
                style.textDecorationLine, style.borderLeftWidth, style.boxShadow];
    }"""
    found: list[str] = page.evaluate(script, target)
    return found


def test_every_link_inside_the_page_has_its_target(open_page: Open, brief: Path) -> None:
    page = open_page(brief)
    script = """() => [...document.querySelectorAll("a[href^='#']")]
        .map(link => decodeURIComponent(link.getAttribute('href').slice(1)))
        .filter(id => id && !document.getElementById(id))"""
    assert page.evaluate(script) == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_violation(open_page: Open, brief: Path, size: dict[str, int]) -> None:
    page = open_page(brief, viewport=size, bypass_csp=True)
    found = Axe().run(page).response["violations"]
    told = [
        f"{each['id']}: {each['help']}: {[node['target'] for node in each['nodes']][:3]}"
        for each in found
    ]
    assert told == []


def test_axe_would_notice(open_page: Open, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<html><body><img src='data:,'><input></body></html>", encoding="utf-8")
    found = Axe().run(open_page(bad)).response["violations"]
    assert {"image-alt", "label", "html-has-lang"} <= {each["id"] for each in found}


@pytest.mark.parametrize("width", [400, 320, 1280])
def test_the_page_never_scrolls_sideways(open_page: Open, brief: Path, width: int) -> None:
    page = open_page(brief, viewport={"width": width, "height": 800})
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    assert wide <= width


def test_it_is_still_one_column_at_twice_the_size(open_page: Open, brief: Path) -> None:
    # 200 % zoom on a 1280 wide window is a window of 640 with two device pixels to one.
    page = open_page(brief, viewport={"width": 640, "height": 450}, device_scale_factor=2)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 640


def test_figures_are_drawn_and_say_what_they_show(open_page: Open, brief: Path) -> None:
    page = open_page(brief)
    figures = page.locator("figure svg[role='img']")
    assert figures.count() >= 1
    for each in range(figures.count()):
        box = figures.nth(each).bounding_box()
        assert box is not None
        assert box["width"] > 100
        assert box["height"] > 50
        assert (figures.nth(each).locator("title").first.text_content() or "").strip()


def test_the_keyboard_reaches_the_text_first(open_page: Open, brief: Path) -> None:
    page = open_page(brief, viewport=DESK)
    page.keyboard.press("Tab")
    first = page.evaluate("() => document.activeElement.getAttribute('href')")
    assert first is not None
    assert first.startswith("#"), "the first stop should be a link past the head of the page"


HOSTILE = """Kyiv hit by drones <script>window.hit = 1</script>

On 2 June 2025 Russia launched 90 drones at Kharkiv, <img src=x onerror="window.hit=1"> officials
said. "Two people were killed," the mayor said. </mark></table><svg onload=window.hit=1></svg>
Ukraine attacked an airfield in Russia on 1 June 2025, javascript:window.hit=1 a spokesman said.

Ukrainian and Russian delegations met in Istanbul on 2 June 2025. [x](javascript:window.hit=1)
&#60;iframe src="https://example.org/"&#62;&#60;/iframe&#62; <iframe src="https://example.org/">
"""


def test_a_hostile_report_runs_nothing_and_reaches_nothing(
    browser: Browser, make_brief: Callable[..., Path], tmp_path: Path
) -> None:
    report = tmp_path / "hostile.txt"
    report.write_text(HOSTILE, encoding="utf-8")
    made = make_brief(report, "--date", "2025-06-03")
    # The policy of the page is set aside, so that escaping alone has to hold.
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(made.as_uri())
    page.wait_for_load_state("networkidle")
    hit = page.evaluate("() => window.hit ?? null")
    planted = page.locator("script, iframe, img, object, embed, a[href^='javascript:']").count()
    context.close()
    assert hit is None
    assert planted == 0
    assert asked == [made.as_uri()]


def test_what_is_folded_on_a_screen_is_printed(open_page: Open, brief: Path) -> None:
    page = open_page(brief, viewport=DESK)
    cut = page.locator("section.annex details:not([open])").first
    inside, summary = cut.locator("tbody tr").first, cut.locator("summary")
    assert not inside.is_visible()
    page.emulate_media(media="print")
    assert inside.is_visible(), "a printed page lost what its screen folds"
    assert summary.is_visible()
    figure = page.locator(".panel details:not([open])").first
    assert not figure.locator("tbody tr").first.is_visible()
    after = "element => getComputedStyle(element, '::after').content"
    assert "not printed" in figure.locator("summary").evaluate(after)


def test_two_printed_pages_can_be_read_alone_and_the_annex_begins_on_the_third(
    open_page: Open, brief: Path
) -> None:
    page = open_page(brief, viewport={"width": A4[0], "height": A4[1]})
    paper = page.locator("section.paper")
    assert not paper.is_visible(), "the short form is for paper alone"
    page.emulate_media(media="print")
    assert paper.is_visible()
    box = paper.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 2 * A4[1], "the short form is longer than two pages"
    assert paper.locator("svg").count() == 1
    assert paper.locator("li").count() >= 3
    after = "() => getComputedStyle(document.querySelector('.paper + section')).breakBefore"
    assert page.evaluate(after) == "page"
