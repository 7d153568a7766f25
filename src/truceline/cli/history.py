"""Verbs on what became of a store: record log, snapshot, changes, correct, archive."""

from datetime import UTC, datetime
from pathlib import Path

import click

from truceline.cli.door import json_option, print_json

_store = click.argument("store", type=click.Path(path_type=Path))


@click.command()
@_store
@json_option
def log(store: Path, as_json: bool) -> None:
    """List everything that ever changed STORE: files, datasets, corrections, snapshots."""
    from truceline.pipeline import history

    entries = history.log(store)
    if as_json:
        print_json(entries)
        return
    for line in history.log_lines(entries):
        click.echo(line)


@click.command()
@_store
@click.argument("name")
def snapshot(store: Path, name: str) -> None:
    """Give STORE as it stands a NAME, to say later what changed since."""
    from truceline.pipeline import history

    history.snapshot(store, name, now=datetime.now(tz=UTC))
    click.echo(f"{store.name}: snapshot {name}")


@click.command()
@_store
@click.argument("since")
@click.argument("until", required=False)
@json_option
def changes(store: Path, since: str, until: str | None, as_json: bool) -> None:
    """Say what changed in STORE since the snapshot SINCE, or from it to the snapshot UNTIL."""
    from truceline.pipeline import history

    found = history.changes(store, since, until)
    if as_json:
        print_json(found)
        return
    for line in history.change_lines(found):
        click.echo(line)
    click.echo(f"truceline: {len(found)} changes", err=True)


@click.command()
@_store
@click.argument("row")
@click.argument("said")
@click.option("--because", required=True, help="The reason; it stands in the log.")
def correct(store: Path, row: str, said: str, because: str) -> None:
    """Correct the ROW of that id in STORE: SAID is exclude, include or FIELD=VALUE.

    same=ID and apart=ID say of another coded event that it is this one, or another one.

    The row itself is kept as its source has it, and every query obeys the correction.
    """
    from truceline.pipeline import history

    history.correct(store, row, said, because=because, now=datetime.now(tz=UTC))
    click.echo(f"{store.name}: {row}: {said}")


@click.command()
@_store
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--private", is_flag=True, help="Let out private rows too, for your own eyes.")
def archive(store: Path, folder: Path, private: bool) -> None:
    """Write STORE's events to a new FOLDER of Parquet files by war and year."""
    from truceline.pipeline import history

    click.echo(f"{folder.name}: {history.write_archive(store, folder, private=private)} events")
