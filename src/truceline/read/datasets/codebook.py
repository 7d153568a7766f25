"""A file's columns beside its codebook's: what is new, what is gone, what is spelt otherwise."""

import difflib
from collections.abc import Sequence

from truceline.read.datasets.adapter import Adapter
from truceline.read.datasets.table import Table
from truceline.terms.errors import BadInput


def whats_new(found: Sequence[str], adapter: Adapter) -> tuple[str, ...]:
    """Return in plain words how a file's columns differ from those its adapter knows.

    Parameters
    ----------
    found : sequence of str
        The file's columns.
    adapter : Adapter
        Of the dataset.

    Returns
    -------
    tuple of str
        One line for new columns, one for absent ones; empty where nothing changed. A new column
        that is spelt much like an absent one is said to be perhaps the same.
    """
    codebook = (*adapter.known, *adapter.others)
    new = [name for name in found if name not in codebook]
    absent = [name for name in adapter.known if name not in found]
    lines = []
    if new:
        said = []
        for name in new:
            like = difflib.get_close_matches(name, absent, n=1, cutoff=0.75)
            said.append(f"{name} (perhaps {like[0]} renamed)" if like else name)
        lines.append(f"columns this version does not know, kept but not read: {_some(said)}")
    if absent:
        lines.append(f"columns that were there before and are not now: {_some(absent)}")
    return tuple(lines)


def require(table: Table, adapter: Adapter) -> None:
    """Refuse a file that lacks a column without which its rows mean nothing.

    Raises
    ------
    BadInput
        With the columns that are lacking, and those that are there and spelt alike.
    """
    lacking = [name for name in adapter.required if name not in table.columns]
    if not lacking:
        return
    hints = []
    for name in lacking:
        like = difflib.get_close_matches(name, table.columns, n=1, cutoff=0.6)
        hints.append(f"{name} (the file has {like[0]})" if like else name)
    raise BadInput(
        f"{table.name}: {adapter.title} needs the columns {', '.join(hints)}; "
        "rename them in the file, or describe the columns with --map"
    )


def spelt(table: Table, adapter: Adapter) -> Table:
    """Return the table with columns named as the codebook does, whatever their case or blanks."""
    codebook = {_plain(name): name for name in (*adapter.known, *adapter.others)}
    there = set(table.columns)
    renamed = {
        name: codebook[_plain(name)]
        for name in table.columns
        if _plain(name) in codebook and codebook[_plain(name)] not in there
    }
    if not renamed:
        return table
    said = _some([f"{old} for {new}" for old, new in renamed.items()])
    return Table(
        table.name,
        table.frame.rename(renamed),
        table.aside,
        table.header,
        (*table.remarks, f"columns spelt otherwise, read all the same: {said}"),
    )


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _some(names: Sequence[str]) -> str:
    """Return names in a line, the first twelve of them."""
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return ", ".join(names[:12]) + more
