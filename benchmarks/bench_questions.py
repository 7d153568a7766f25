"""All questions for the built-in Ukraine war, from a record that is read already."""

from collections.abc import Iterator

from benchmarks.timing import Row, seconds
from truceline.pipeline.ask import Record, ask, load
from truceline.terms.results import QUESTIONS

ALLOWED = 3.0


def rows() -> Iterator[Row]:
    """Yield one row for all eight questions, and one for each that takes a tenth of a second."""
    record = load("ukraine")
    taken = {question: _asked(question, record) for question in QUESTIONS}
    yield Row("all questions for Ukraine, record read", sum(taken.values()), ALLOWED)
    for question, each in taken.items():
        if each >= 0.1:
            yield Row(f"  of these, {question}", each)


def _asked(question: str, record: Record) -> float:
    """Median seconds of one question, once it has been asked before and all is compiled."""
    ask(question, record)
    return seconds(lambda: ask(question, record))
