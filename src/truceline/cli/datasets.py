"""Verbs on datasets: record import, cite, duplicates; data list, pull."""

import sys
from pathlib import Path

import click

from truceline.cli.door import json_option, print_json, war_option
from truceline.cli.records import store_argument
from truceline.terms.errors import BadInput


@click.command(name="import")
@store_argument
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as", "known_as", help="Name of the dataset, where the columns do not tell.")
@click.option("--data-version", help="Version of the dataset, where the file's name does not tell.")
@war_option
@click.option("--map", "by_map", is_flag=True, help="Describe the columns of a file of your own.")
@click.option("--set", "changes", multiple=True, help="With --map: FIELD=COLUMN, or KEY=VALUE.")
@click.option("--yes", is_flag=True, help="With --map: take the proposal without asking.")
@click.option(
    "--aside",
    type=click.Path(path_type=Path),
    help="Write the rows that could not be read, with the reason, to this CSV.",
)
@json_option
def import_(
    *,
    store: Path,
    files: tuple[Path, ...],
    known_as: str | None,
    data_version: str | None,
    war: str | None,
    by_map: bool,
    changes: tuple[str, ...],
    yes: bool,
    aside: Path | None,
    as_json: bool,
) -> None:
    """Bring datasets' FILES into STORE; a file that it has already changes nothing."""
    from dataclasses import asdict
    from datetime import UTC, datetime

    from truceline.pipeline import imports

    if by_map:
        for file in files:
            _agree_on_map(file, changes, war, yes=yes)
    elif changes:
        raise BadInput("--set says how columns are read; use it with --map")
    options = imports.Options(known_as=known_as, version=data_version, war=war, aside=aside)
    done = imports.import_files(store, files, options, now=datetime.now(tz=UTC))
    if as_json:
        print_json([asdict(each) for each in done])
        return
    for each in done:
        click.echo(
            f"{each.file}: {each.dataset} {each.version}, {each.rows} rows: {each.added} added, "
            f"{each.known} known already, {each.set_aside} set aside ({each.redistribute})"
        )
        for reason, count in each.reasons:
            click.echo(f"truceline: {each.file}: {count} set aside: {reason}", err=True)
        for remark in each.remarks:
            click.echo(f"truceline: {each.file}: {remark}", err=True)


@click.command()
@store_argument
@click.option("--war", help="Only what belongs to this war.")
@json_option
def cite(store: Path, war: str | None, as_json: bool) -> None:
    """Say what STORE stands on: makers, version, dates, terms of each dataset."""
    from dataclasses import asdict

    from truceline.pipeline import cite as cited

    found = cited.cite(store, war=war)
    if as_json:
        print_json([asdict(each) | {"text": each.text()} for each in found])
        return
    for each in found:
        click.echo(each.text())
        click.echo(f"    {each.sentence}")


@click.command()
@store_argument
@click.argument("left")
@click.argument("right")
@json_option
def duplicates(store: Path, left: str, right: str, as_json: bool) -> None:
    """Count rows of the datasets LEFT and RIGHT in STORE that may tell of one event."""
    from truceline.pipeline import cite as cited

    found, sums = cited.duplicates(store, left, right)
    if as_json:
        pairs = found.pairs.to_dicts()
        print_json({"counts": found.counts, "deaths": sums, "pairs": pairs})
        return
    for name, counts in found.counts.items():
        said = ", ".join(f"{number} {what}" for what, number in counts.items())
        click.echo(f"{name}: {said}")
    click.echo("truceline: nothing was merged, and sums over both are refused", err=True)


def _agree_on_map(file: Path, changes: tuple[str, ...], war: str | None, *, yes: bool) -> None:
    """Show how a file would be read, ask, and remember the answer beside the file."""
    from truceline.pipeline import imports

    said = {}
    for change in changes:
        key, equals, value = change.partition("=")
        if not equals:
            raise BadInput(f"--set {change} lacks the equals sign; write it as date_start=Datum")
        said[key.strip()] = value.strip()
    shown = imports.show_map(file, said, war=war)
    click.echo(f"{file.name}: columns, each with its first value", err=True)
    for name, first in shown.columns:
        click.echo(f"  {name}: {first[:60]}", err=True)
    click.echo(f"\n{shown.text}", err=True)
    click.echo("The first rows, as they would be read:", err=True)
    for row in shown.rows.iter_rows(named=True):
        click.echo("  " + ", ".join(f"{key} {value}" for key, value in row.items()), err=True)
    for remark in shown.found.remarks:
        click.echo(f"truceline: {remark}", err=True)
    if not yes:
        if not sys.stdin.isatty():
            raise BadInput("nobody is there to ask; look at the proposal, then add --yes")
        if not click.confirm("Read the file so?", err=True):
            raise BadInput("the map was not taken; say what is otherwise with --set FIELD=COLUMN")
    click.echo(f"truceline: remembered in {imports.remember(file, shown.text)}", err=True)


@click.group()
def data() -> None:
    """Fetch datasets from their makers."""


@data.command(name="list")
@json_option
def list_(as_json: bool) -> None:
    """List the datasets that can be read, where they are published, and on what terms."""
    from dataclasses import asdict

    from truceline.pipeline import pull as pulling

    found = pulling.listing()
    if as_json:
        print_json([asdict(file) | {"rights": asdict(terms)} for file, terms in found])
        return
    for file, terms in found:
        how = "" if file.address else " (by hand)"
        click.echo(f"{file.name} {file.version}: {terms.title}{how}")
        click.echo(f"    {terms.licence}; {terms.redistribute}; {file.address or file.page}")


@data.command()
@click.argument("name")
@click.option("--to", "folder", type=click.Path(path_type=Path), help="Folder to put it in.")
@click.option("--again", is_flag=True, help="Fetch it though it is here already.")
@json_option
def pull(name: str, folder: Path | None, again: bool, as_json: bool) -> None:
    """Fetch the file NAME from its makers, checked; what broke off is taken up again."""
    from dataclasses import asdict
    from datetime import UTC, datetime

    from truceline.pipeline import pull as pulling

    to = folder or Path.home() / ".cache" / "truceline"
    found = pulling.pull(name, to, again=again, now=datetime.now(tz=UTC))
    if as_json:
        print_json(asdict(found))
        return
    how = "fetched" if found.fresh else "here already"
    click.echo(f"{found.file}: {how}, {found.size} bytes, sha256 {found.sha256}")
    click.echo(f"    {found.licence}. {found.citation}")
    if found.changed:
        click.echo("truceline: its makers changed it since it was fetched last", err=True)
