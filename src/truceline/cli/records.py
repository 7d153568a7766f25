"""Verbs on a store: record init, add, export, check, and those of its history."""

from datetime import date
from pathlib import Path

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
from truceline.terms.errors import BadInput


@click.group()
def record() -> None:
    """Keep stories and events in a store."""


for verb in (archive, changes, correct, log, past_wars, snapshot):
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
    """Code REPORTS and add them to STORE; the same report twice changes nothing."""
    from dataclasses import asdict
    from datetime import UTC, datetime

    from truceline.pipeline import ingest

    added, unread = ingest.add(
        store, reports, war=war, published=published, now=datetime.now(tz=UTC)
    )
    remarks(unread)
    if as_json:
        print_json(asdict(added))
    else:
        known = f"; {added.known} known already" if added.known else ""
        click.echo(f"{store.name}: {added.stories} stories and {added.events} events added{known}")


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
