"""What a coder says of whole reports, read as `truceline code` reads a saved file."""

from collections.abc import Iterable, Iterator, Sequence

from tests.gold.reader import Sentence
from tests.gold.whole import Report

from gate.coders import Maker
from gate.matching import paired
from truceline.coding.choice import Choice
from truceline.coding.parsed import ParsedCoder
from truceline.coding.syntax.parse import Parse
from truceline.read import pasted, wars
from truceline.read.story import Origin, story
from truceline.terms.events import Event
from truceline.terms.stories import Story


def story_of(report: Report) -> Story:
    """Return the story that a user's file with this report gives."""
    name = f"{report.id}.txt"
    draft = pasted.draft(report.text, name)
    origin = Origin(story_id=report.id, file_name=name, sha256="gold")
    return story(draft, origin, given_date=report.published)


def parsed_reports(
    reports: Iterable[Report], choice: Choice | None = None, pipeline: str | None = None
) -> Iterator[tuple[ParsedCoder, Report, dict[tuple[int, int], Parse]]]:
    """Yield reports with their parses and a coder that keeps all events.

    `choice` are the weights that the coder chooses targets by, `pipeline` what it parses with;
    without them, those shipped.
    """
    for report in reports:
        war = wars.load(report.war) if report.war else None
        coder = ParsedCoder(war, least=0.0, choice=choice, pipeline=pipeline)
        [parses] = coder.parse([story_of(report)])
        yield coder, report, parses


def said_of(reports: Iterable[Report], make: Maker) -> list[tuple[Sentence, tuple[Event, ...]]]:
    """Return each sentence of the reports with the coder's events of it.

    What is said of an event that may be said or not is left out, and so is the title.
    """
    coded = []
    for report in reports:
        coder = make(wars.load(report.war) if report.war else None)
        events = coder(story_of(report)).events
        coded += [(each, own_events(report, each, events)) for each in report.sentences]
    return coded


def own_events(report: Report, sentence: Sentence, events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events told in a sentence, without those that may be said or not."""
    first = len(sentence.before)
    last = report.text.index(sentence.text, first) + len(sentence.text)
    told = [each for each in events if first <= each.evidence.start < last]
    again = report.again[sentence.id]
    free = {
        id(pair.said)
        for pair in paired((*sentence.events, *again), told)
        if pair.gold in again and pair.said is not None
    }
    return tuple(each for each in told if id(each) not in free)
