"""What is said about a report, from two places."""

from datetime import date

from truceline.read.draft import Draft, Said, joined


def test_the_first_word_counts_and_silence_does_not() -> None:
    first = Said(title="Talks", publisher="Reuters")
    second = Said(title="Other", published=date(2025, 6, 5), url="https://example.org", kind="live")
    found = joined(first, second)
    assert (found.title, found.publisher, found.published) == ("Talks", "Reuters", date(2025, 6, 5))
    assert (found.url, found.kind, found.language) == ("https://example.org", "live", None)


def test_nothing_is_said_unless_it_is() -> None:
    assert Draft(text="", blocks=()).said == Said()
