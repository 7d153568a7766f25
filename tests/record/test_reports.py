"""Stories and their events as rows: the new ones, each once."""

from pathlib import Path

import pytest
from tests.record.conftest import make

from truceline.record import migrate, reports
from truceline.record.connection import connection
from truceline.record.reports import Added, Ingest
from truceline.terms.errors import StoreError

NOW = Ingest(war="ukraine", at="2025")


def test_only_new_stories_come_in_and_the_rest_are_known(tmp_path: Path) -> None:
    one, two = make(), make("Another day. Nothing.")
    times = {story.story_id: "2025" for story, _ in (one, two)}
    with connection(tmp_path / "a.duckdb", write=True) as store:
        migrate.apply(store)
        assert reports.add(store, [one], NOW, times) == Added(1, 1, 0)
        assert reports.add(store, [one, two, two], NOW, times) == Added(1, 1, 2)
        assert reports.add(store, [one], NOW, times) == Added(0, 0, 1)


def test_an_event_id_that_another_story_has_is_refused(tmp_path: Path) -> None:
    (story, coding), (other, _) = make(), make("Another day. Nothing.")
    times = {each.story_id: "2025" for each in (story, other)}
    with connection(tmp_path / "a.duckdb", write=True) as store:
        migrate.apply(store)
        reports.add(store, [(story, coding)], NOW, times)
        with pytest.raises(StoreError, match="refused both"):
            reports.add(store, [(other, coding)], NOW, times)
