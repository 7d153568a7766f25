"""The annotated copy as a reader meets it: offline, without scripts, by keyboard and phone."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser

from truceline.cli import main

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]
HOSTILE = """Drones <script>document.title = "taken"</script> again

5 June 2025

Russia launched 472 drones <img src=x onerror="document.title='taken'"> at Ukraine on Sunday.
"""


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("copies")
    hostile = folder / "hostile.txt"
    hostile.write_text(HOSTILE, "utf-8")
    made = []
    for source in (ROOT / "examples" / "report.txt", hostile):
        out = folder / f"{source.stem}.html"
        words = ["check", str(source), "--war", "ukraine", "--annotate", str(out)]
        done = CliRunner().invoke(main, words, prog_name="truceline")
        assert done.exit_code == 0, done.output
        made.append(out)
    return made[0], made[1]


def test_nothing_is_loaded_or_run_whatever_a_report_says(
    browser: Browser, copies: tuple[Path, Path]
) -> None:
    asked: list[str] = []
    for path in copies:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        assert page.title() != "taken"
        page.close()
    assert asked == [path.as_uri() for path in copies]


def test_a_marked_sentence_leads_to_its_note(browser: Browser, copies: tuple[Path, Path]) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.goto(copies[0].as_uri())
    link = page.locator(".claim-refs a").last
    target = (link.get_attribute("href") or "").removeprefix("#")
    link.click()
    page.wait_for_function("() => document.querySelector(':target') !== null")
    assert page.locator(f"[id='{target}']").is_visible()
    page.close()


def test_it_fits_a_phone_and_breaks_no_rule_of_access(
    browser: Browser, copies: tuple[Path, Path]
) -> None:
    page = browser.new_page(viewport={"width": 400, "height": 800})
    page.goto(copies[0].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.close()
