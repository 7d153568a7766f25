"""Verbs on a store: record init, add, export, check, and those of its history."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from truceline.cli.door import (
    date_option,
    json_option,
    print_json,
    remarks,
    reports_argument,
    war_option,
)
from truceline.cli.history import archive, changes, correct, log, snapshot
from truceline.cli.pasts import past_wars
from truceline.cli.same import same
from truceline.cli.talks import rounds_
from truceline.terms.errors import BadInput


@click.group()
def record() -> None:
    """Keep stories and events in a store."""


for verb in (archive, changes, correct, log, past_wars, rounds_, same, snapshot):
    record.add_command(verb)


store_argument = click.argument("store", type=click.Path(path_type=Path))


@record.command()
@store_argument
def init(store: Path) -> None:
    """Make STORE, or bring an older one up to date."""
    from truceline.pipeline import ingest

    steps = ingest.init(store)
    click.echo(
        f"{store.name}: {len(steps)} steps applied" if steps else f"{store.name}: up to date"
    )


@record.command()
@store_argument
@reports_argument
@war_option
@date_option
@json_option
def add(
    store: Path,
    reports: tuple[Path, ...],
    war: str | None,
    published: date | None,
    as_json: bool,
) -> None:
    """Code REPORTS and add them to STORE; the same report twice changes nothing.

    A report may be an RSS or Atom feed, a file of JSON lines, or a folder of saved pages. What
    broke off goes on where it was; a story that an older coder coded is coded anew.
    """
    from datetime import UTC, datetime

    from truceline.pipeline import growth

    added, unread = growth.add(
        store, reports, war=war, published=published, now=datetime.now(tz=UTC)
    )
    remarks(unread)
    _say(store, added, as_json=as_json)


@record.command()
@store_argument
@war_option
@json_option
def recode(store: Path, war: str | None, as_json: bool) -> None:
    """Code the stories of STORE anew that an older coder coded; corrections hold on."""
    from datetime import UTC, datetime

    from truceline.pipeline import growth

    done, said = growth.recode(store, war=war, now=datetime.now(tz=UTC))
    remarks(said, "left")
    _say(store, done, as_json=as_json)


def _say(store: Path, grown: Any, *, as_json: bool) -> None:
    """Say what adding or coding anew changed."""
    from dataclasses import asdict

    if as_json:
        print_json(asdict(grown))
        return
    known = f"; {grown.known} known already" if grown.known else ""
    anew = f"; {grown.recoded} coded anew" if grown.recoded else ""
    click.echo(
        f"{store.name}: {grown.stories} stories and {grown.events} events added{known}{anew}"
    )
    if grown.carried or grown.left:
        click.echo(
            f"truceline: {grown.carried} corrections went over to the new events, "
            f"{grown.left} are about events that the new coding does not have",
            err=True,
        )


@record.command(name="export")
@store_argument
@click.argument("output", type=click.Path(path_type=Path))
@click.option("--private", is_flag=True, help="Let out private rows too, for your own eyes.")
@click.option(
    "--shape", type=click.Choice(["ucdp", "acled"]), help="Columns as that dataset has them."
)
def export_(store: Path, output: Path, private: bool, shape: str | None) -> None:
    """Write STORE's events to OUTPUT: .csv, .parquet, .jsonl or .geojson."""
    from truceline.pipeline import ingest

    rows, held_back = ingest.export(store, output, private=private, shape=shape)
    click.echo(f"{output.name}: {rows} events")
    if held_back:
        click.echo(
            f"truceline: {held_back} private events, or ones whose rows may not be passed on, "
            "stayed in the store; "
            "--private lets them out for your own eyes",
            err=True,
        )


@record.command(name="check")
@store_argument
@json_option
def check_(store: Path, as_json: bool) -> None:
    """Look for broken invariants in STORE; exit 1 if there is one."""
    from truceline.pipeline import ingest

    broken, counts = ingest.check(store)
    if as_json:
        print_json({"counts": counts, "broken": [list(each) for each in broken]})
    else:
        click.echo(f"{store.name}: {counts['stories']} stories, {counts['events']} events")
        for fault, row_id in broken:
            click.echo(f"{fault}: {row_id}")
    if broken:
        raise BadInput(f"{store.name} has {len(broken)} broken rows; restore a copy of it")
