"""What the answers of a brief stand on: datasets, and the ranges a model was given."""

from collections.abc import Iterator

from truceline.show.numbers import datum
from truceline.show.text import line
from truceline.show.views import Table
from truceline.terms.briefs import Brief
from truceline.terms.results import DataUsed

_THEN, _NOW = "the report’s date", "now"


def datasets(brief: Brief) -> Table:
    """Return every dataset that an answer stands on, once for each cut.

    Parameters
    ----------
    brief : Brief
        Its answers say what they used.

    Returns
    -------
    Table
        A dataset that was used alike in both columns stands once, as known "both days".
    """
    columns: dict[tuple[str, ...], list[str]] = {}
    for used, column in _every(brief):
        if not _is_range(used) and column not in columns.setdefault(_dataset(used), []):
            columns[_dataset(used)].append(column)
    heads = ("Dataset", "As known", "Version", "Retrieved", "Rows", "Dates", "Licence", "Citation")
    rows = [
        (row[0], "both days" if len(known) == 2 else known[0], *row[1:])
        for row, known in columns.items()
    ]
    return Table("Datasets", heads, tuple(rows))


def ranges(brief: Brief) -> Table:
    """Return the ranges of parameters that a model was given, each with why and where from.

    Parameters
    ----------
    brief : Brief
        Its answers say what they used; a range is data without rows or dates.

    Returns
    -------
    Table
        Each range once.
    """
    rows = {
        (line(used.dataset), line(used.version) or "not given", line(used.citation) or "not given")
        for used, _ in _every(brief)
        if _is_range(used)
    }
    heads = ("Parameter", "Range", "Why, and where it was read")
    return Table("Ranges that the models were given", heads, tuple(sorted(rows)))


def _every(brief: Brief) -> Iterator[tuple[DataUsed, str]]:
    """Yield what every answer used, with the column it stands in."""
    for pair in brief.answers:
        for answer, column in ((pair.now, _NOW), (pair.then, _THEN)):
            for used in answer.data if answer else ():
                yield used, column


def _is_range(used: DataUsed) -> bool:
    """Tell a range of a model's parameter from a dataset: it has neither rows nor dates."""
    return used.rows is None and used.first is None and used.dataset.startswith("range of")


def _dataset(used: DataUsed) -> tuple[str, ...]:
    """Put a dataset into a row."""
    dates = f"{line(used.first) or 'not given'} to {line(used.last) or 'not given'}"
    return (
        line(used.dataset),
        line(used.version) or "not given",
        line(used.retrieved_at) or "not given",
        datum(used.rows, missing="not given"),
        dates,
        line(used.licence) or "not given",
        line(used.citation) or "not given",
    )
