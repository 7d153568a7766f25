"""Feeds and folders into the record, taken up where it broke off; known stories coded anew."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from truceline.coding.lexical import LexicalCoder
from truceline.pipeline import growth, history, ingest
from truceline.pipeline.reports import coder_for
from truceline.record.store import Store
from truceline.terms.errors import BadReport
from truceline.terms.events import Coder, Coding
from truceline.terms.stories import Story
from truceline.terms.wars import War

NOW = datetime(2030, 6, 6, tzinfo=UTC)
TEXT = """Norland strikes bridge {n}

Published: {day} June 2030

On Tuesday Norland struck a bridge in Southland with drones, killing at least {n} people.

Officials of Norland and Southland met for talks on Wednesday but there was no ceasefire.
"""
FEED = """<rss version="2.0"><channel><title>Gazette</title>{items}</channel></rss>"""
ITEM = """<item><title>Strike {n}</title><pubDate>Wed, 05 Jun 2030 08:00:00 GMT</pubDate>
<description>Russia struck a bridge in Ukraine with drones, killing {n} people.</description>
</item>"""


class Newer:
    """The coder's next version: it reads every event as hedged, and drops talks."""

    name = coder_for(None).name
    version = "next"

    def __init__(self, war: War | None) -> None:
        self._old = coder_for(war)

    def __call__(self, story: Story) -> Coding:
        found = self._old(story)
        events = tuple(
            replace(
                each,
                event_id=f"n{each.event_id}",
                hedge="claimed",
                coder=replace(each.coder, version=self.version),
            )
            for each in found.events
            if each.type == "ASSAULT"
        )
        return replace(found, events=events)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "a.duckdb"
    ingest.init(path)
    return path


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of saved pages with what a browser leaves beside them."""
    folder = tmp_path / "pages"
    (folder / "may" / "p1_files").mkdir(parents=True)
    for n in range(12):
        place = folder / "may" if n % 2 else folder
        place.joinpath(f"p{n}.txt").write_text(TEXT.format(n=n + 3, day=n + 1))
    (folder / "may" / "p1_files" / "menu.html").write_text("<html><p>Menu</p></html>")
    (folder / "photo.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text("no")
    return folder


def add(store: Path, *paths: Path, war: str | None = None) -> growth.Grown:
    return growth.add(store, paths, war=war, published=None, now=NOW)[0]


def test_a_folder_is_gone_through_and_what_is_no_report_is_counted(
    store: Path, pages: Path
) -> None:
    grown, remarks = growth.add(store, [pages], war=None, published=None, now=NOW)
    assert (grown.stories, grown.known) == (12, 0)
    assert remarks == ("1 files in folders are no reports by their names",)
    assert add(store, pages).known == 12
    assert ingest.check(store)[0] == []


def test_what_broke_off_goes_on_where_it_was(
    store: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growth, "BATCH", 4)
    coded: list[str] = []

    def breaking(at: int) -> Callable[[War | None], Coder]:
        class Breaking(LexicalCoder):
            def __call__(self, story: Story) -> Coding:
                if len(coded) == at:
                    raise KeyboardInterrupt
                coded.append(story.story_id)
                return super().__call__(story)

        return Breaking

    monkeypatch.setattr(growth, "coder_for", breaking(6))
    with pytest.raises(KeyboardInterrupt):
        add(store, pages)
    assert Store(store).counts()["stories"] == 4
    monkeypatch.setattr(growth, "coder_for", breaking(10_000))
    before = len(coded)
    grown = add(store, pages)
    assert (grown.stories, grown.known) == (8, 4)
    assert len(coded) - before == 8, "a story that was kept was coded again"
    assert ingest.check(store)[0] == []


def test_a_feed_brings_only_what_is_new(store: Path, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED.format(items="".join(ITEM.format(n=n) for n in range(3, 6))))
    assert add(store, feed).stories == 3
    feed.write_text(FEED.format(items="".join(ITEM.format(n=n) for n in range(4, 9))))
    grown = add(store, feed)
    assert (grown.stories, grown.known) == (3, 2)
    assert Store(store).events()["best"].drop_nulls().sort().to_list() == [3, 4, 5, 6, 7, 8]


def test_nothing_to_read_is_an_error(store: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadReport, match="name a file or a folder"):
        add(store, tmp_path / "empty")
    with pytest.raises(BadReport, match="no such file"):
        add(store, tmp_path / "none.txt")


@pytest.mark.parametrize("how", ["add", "recode"])
def test_a_newer_coder_replaces_its_events_and_corrections_hold_on(
    store: Path, pages: Path, war: str, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    page = pages / "p0.txt"
    add(store, page, war=war)
    kept = Store(store)
    old = kept.events()
    history.snapshot(store, "before", now=NOW)
    strike = old.filter(old["type"] == "ASSAULT")["id"][0]
    talk = old.filter(old["type"] != "ASSAULT")["id"][0]
    history.correct(store, strike, "best=5", because="the ministry says so", now=NOW)
    history.correct(store, talk, "exclude", because="another war", now=NOW)
    monkeypatch.setattr(growth, "coder_for", Newer)
    grown = add(store, page, war=war) if how == "add" else growth.recode(store, now=NOW, war=war)[0]
    assert (grown.stories, grown.recoded, grown.carried, grown.left) == (0, 1, 1, 1)
    new = kept.events()
    assert set(new["source_version"]) == {f"{Newer.name} next"}
    assert set(new["type"]) == {"ASSAULT"}
    assert new.filter(new["id"] == f"n{strike}")["best"].to_list() == [5]
    assert set(new["war"]) == {"made-up"}
    assert kept.events(snapshot="before").equals(old)
    assert ingest.check(store)[0] == []
    again = add(store, page, war=war) if how == "add" else growth.recode(store, now=NOW, war=war)[0]
    assert again.recoded == 0
