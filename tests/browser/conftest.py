"""A brief made by the command line, and a browser that may reach nothing but files."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, sync_playwright

from truceline.cli import main

ROOT = Path(__file__).resolve().parents[2]
# Chromium as root has no sandbox; the rest keeps it from calling home.
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
]
Make = Callable[..., Path]


def chromium() -> str:
    """Return a browser that answers, or skip."""
    for name in (os.environ.get("TRUCELINE_BROWSER"), "chromium", "chromium-browser"):
        path = shutil.which(name) if name else None
        if path and subprocess.run([path, "--version"], check=False, capture_output=True).stdout:
            return path
    pytest.skip("no Chromium: sudo apt install chromium, or name a browser in TRUCELINE_BROWSER")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def make_brief(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Return a maker of briefs of the example report, or of a report of the test's own."""
    folder = tmp_path_factory.mktemp("briefs")

    def make(report: Path | None = None, *options: str) -> Path:
        source = report or ROOT / "examples/report.txt"
        out = folder / f"{source.stem}.html"
        words = ["brief", str(source), "--war", "ukraine", *options, "-o", str(out)]
        done = CliRunner().invoke(main, words, prog_name="truceline")
        assert done.exit_code == 0, done.output
        return out

    return make


@pytest.fixture(scope="session")
def brief(make_brief: Make) -> Path:
    return make_brief()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return an opener of pages; every request and console line of the page is kept."""
    contexts = []

    def opener(path: Path, **settings: object) -> Page:
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(path.as_uri())
        return page

    yield opener
    for context in contexts:
        context.close()
