"""A brief as JSON: the contracts' shapes, in a stable order, without a NaN."""

import json
import math
import re
from dataclasses import asdict, is_dataclass
from datetime import date
from typing import Any

from truceline.terms.briefs import Brief
from truceline.terms.events import Coding
from truceline.terms.stories import Story

_RAW = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def as_json(brief: Brief) -> str:
    r"""Return a brief as JSON text.

    Parameters
    ----------
    brief : Brief
        What is shown.

    Returns
    -------
    str
        One object; events are EVENT objects, answers are ANSWER objects in pairs `then` and
        `now`. Texts are exact, so that offsets count in them: half characters, terminal controls
        and bidirectional overrides stand as `\uXXXX`. Numbers that are not finite are null.
    """
    found = {
        "war": {"folder": brief.war.folder, "name": brief.war.name, "sha256": brief.war.sha256},
        "date": brief.date,
        "as_of": brief.as_of,
        "version": brief.version,
        "command": brief.command,
        "inputs": brief.inputs,
        "remarks": brief.remarks,
        "stories": [_story(each) for each in brief.stories],
        "events": [each.as_dict() for coding in brief.codings for each in coding.events],
        "set_aside": [each for coding in brief.codings for each in _set_aside(coding)],
        "claims": [each.as_dict() for story in brief.claims for each in story],
        "same_events": brief.same,
        "rounds": brief.rounds,
        "truces": brief.truces,
        "strikes": brief.strikes,
        "around": brief.around,
        "timeline": brief.timeline,
        "answers": [
            {
                "question": pair.question,
                "then": pair.then.as_dict() if pair.then else None,
                "now": pair.now.as_dict(),
            }
            for pair in brief.answers
        ],
    }
    text = json.dumps(_plain(found), ensure_ascii=False, indent=2, allow_nan=False)
    return _RAW.sub(lambda met: f"\\u{ord(met.group()):04x}", text) + "\n"


def _story(story: Story) -> dict[str, Any]:
    """Return a story with its text, in which the events' offsets count."""
    return {
        "story_id": story.story_id,
        "title": story.title,
        "published": story.published,
        "published_basis": story.published_basis,
        "publisher": story.publisher,
        "url": story.url,
        "kind": story.kind,
        "language": story.language,
        "file_name": story.file_name,
        "sha256": story.sha256,
        "passages": story.passages,
        "text": story.text,
    }


def _set_aside(coding: Coding) -> list[dict[str, Any]]:
    """Return what a coder set aside, with the story it stands in."""
    return [{"story_id": coding.story_id, **asdict(each)} for each in coding.set_aside]


def _plain(value: Any) -> Any:
    """Turn records, dates and tuples into JSON's own kinds."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    return [_plain(each) for each in value]
