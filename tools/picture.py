"""Draw docs/brief.png, the picture in the README, from a brief: python tools/picture.py BRIEF.html.

Needs Chromium, as the tests in tests/browser do.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "brief.png"
LARGEST = 300_000


def draw(brief: Path) -> int:
    """Write the first screens of `brief` to docs/brief.png; return its size in bytes."""
    chromium = os.environ.get("TRUCELINE_BROWSER") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1180, "height": 1000})
        page.goto(brief.resolve().as_uri())
        page.screenshot(path=PICTURE)
        browser.close()
    return PICTURE.stat().st_size


if __name__ == "__main__":
    size = draw(Path(sys.argv[1]))
    print(f"{PICTURE.name}: {size} bytes")
    sys.exit(f"more than {LARGEST} bytes: choose a smaller window" if size > LARGEST else 0)
