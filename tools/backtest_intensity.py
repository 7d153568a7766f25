"""What `make backtest` runs for deaths by country and month: six years forecast and scored.

Writes docs/methods/results/intensity_backtest.json and .md, and the tables in
docs/methods/intensity.md. The same version and seed give the same bytes.

    python tools/backtest_intensity.py [--seed 20250607]
"""

import argparse
import json
import re
from pathlib import Path

from backtest_outlook import rounded
from truceline.pipeline import backtests
from truceline.show import backtests as shown
from truceline.terms.backtests import BacktestReport

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "docs" / "methods" / "results"
PAGE = ROOT / "docs" / "methods" / "intensity.md"
MARK = re.compile(r"(<!-- backtest -->\n).*?(<!-- end of backtest -->)", re.DOTALL)


def main() -> None:
    """Run the backtest and write what it found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seed", type=int, default=backtests.SEED, help="Seed of the intervals.")
    found = backtests.intensity(seed=asked.parse_args().seed)
    RESULTS.mkdir(parents=True, exist_ok=True)
    plain = json.dumps(rounded(found.as_dict()), indent=1, ensure_ascii=False)
    (RESULTS / "intensity_backtest.json").write_text(plain + "\n", "utf-8")
    (RESULTS / "intensity_backtest.md").write_text(page(found), "utf-8")
    PAGE.write_text(inserted(PAGE.read_text("utf-8"), found), "utf-8")
    for line in shown.summary(found):
        print(line)


def page(found: BacktestReport) -> str:
    """Return all tables as a page."""
    head = (
        "# What the forecast of deaths would have said, and what came\n\n"
        f"Made by `make backtest`: {found.version}, seed {found.seed}. Forecast: {found.terms}. A "
        "star marks where truceline is better with the whole interval.\n"
    )
    return head + "\n" + shown.markdown(found)


def inserted(text: str, found: BacktestReport) -> str:
    """Return the method page with the tables of today between its marks."""
    tables = shown.markdown_tables(found, range(len(found.tables)))
    made = f"\nMade by `make backtest`: {found.version}, seed {found.seed}.\n\n{tables}\n"
    return MARK.sub(lambda met: met[1] + made + met[2], text)


if __name__ == "__main__":
    main()
