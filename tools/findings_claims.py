"""Write docs/findings/column.md: what the check says of the claims of one real column.

The column's own text is its publisher's and stands in the shared folder beside the checkout, never
here: each claim is told in words of our own, with the number of its sentence and its offsets.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from truceline.pipeline.check import Check, check
from truceline.show.claims import tally, views
from truceline.show.text import markdown

ROOT = Path(__file__).resolve().parents[1]
COLUMN = ROOT.parent / "shared" / "seed" / "000_0a77633fac70da56.txt"
PAGE = ROOT / "docs" / "findings" / "column.md"
PUBLISHED = date(2025, 6, 5)
LEAD = """# The claims of a column, one by one

An opinion column of 5 June 2025 on the war in Ukraine, set against the record that ships with
truceline: `truceline check COLUMN --war ukraine --date 2025-06-05`. The column's text is its
publisher's and is not copied here; each claim is told in words of our own. Sentences are numbered
from 1, offsets count characters of the page as it was pasted. *Then* is as known on the column's
date, *now* as known at the end of the record. Opinions and motives are counted and not listed.
[How a verdict comes about](../methods/check.md). This page is written by `make findings`.
"""


def main() -> None:
    """Write the page, where the column is at hand."""
    if not COLUMN.exists():
        print("docs/findings/column.md: left as it is, for the column is not at hand")
        return
    PAGE.write_text(written(), "utf-8", newline="\n")
    print("docs/findings/column.md")


def written() -> str:
    """Return the page as Markdown."""
    found = check([COLUMN], war="ukraine", published=PUBLISHED)
    return "\n".join([LEAD, *_table(found)]).rstrip() + "\n"


def _table(found: Check) -> Iterator[str]:
    """Yield the tally and a row for each claim that a record could test."""
    shown = views(found.claims)
    yield f"{tally(shown)} Known now is the record to {found.as_of}."
    yield ""
    yield "| No. | sentence | characters | claim | then | now | why |"
    yield "|--:|--:|---|---|---|---|---|"
    for each in shown:
        if each.checkable:
            then = each.then.verdict if each.then else "–"
            cells = (
                str(each.number), each.sentence, f"{each.start}–{each.end}",
                f"{each.kind}: {each.told}", then, each.now.verdict, each.now.reason,
            )  # fmt: skip
            yield "| " + " | ".join(markdown(cell) for cell in cells) + " |"
    others = Counter(each.kind for each in shown if not each.checkable)
    yield ""
    yield "Listed and not judged: " + ", ".join(f"{n} × {kind}" for kind, n in others.items()) + "."


if __name__ == "__main__":
    main()
