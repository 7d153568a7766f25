"""The page on a column's claims: up to date, and without a sentence of the column in it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import findings_claims

SEED = "seed/000_0a77633fac70da56.txt"
RUN = 6  # words on end that would be a copy


@pytest.mark.slow
def test_the_page_is_what_the_check_says_today(shared: Callable[[str], Path]) -> None:
    assert shared(SEED) == findings_claims.COLUMN
    there = findings_claims.PAGE.read_text("utf-8")
    assert findings_claims.written() == there, "run `make findings`"


def test_no_run_of_words_of_the_column_stands_on_the_page(shared: Callable[[str], Path]) -> None:
    def words(path: Path) -> list[str]:
        return re.findall(r"\w+", path.read_text("utf-8").lower())

    column, page = words(shared(SEED)), words(findings_claims.PAGE)
    theirs = {tuple(column[at : at + RUN]) for at in range(len(column) - RUN)}
    ours = {tuple(page[at : at + RUN]) for at in range(len(page) - RUN)}
    assert theirs & ours == set()


def test_every_row_has_a_verdict_in_both_columns() -> None:
    rows = [each for each in findings_claims.PAGE.read_text("utf-8").splitlines()
            if re.match(r"\| \d+ \|", each)]  # fmt: skip
    assert len(rows) >= 40
    verdicts = r"\| (supported|contradicted|mixed|cannot say) "
    assert all(len(re.findall(verdicts, each)) == 2 for each in rows)
