"""The verb on reports that tell of one event: record same."""

from datetime import date
from pathlib import Path

import click

from truceline.cli.door import as_of_option, json_option, print_json


@click.command()
@click.argument("store", type=click.Path(path_type=Path))
@click.option("--war", help="Only events that were coded for this war.")
@as_of_option
@json_option
def same(store: Path, war: str | None, as_of: date | None, as_json: bool) -> None:
    """Say which reports of STORE are reprints, and which coded events are one event, and why.

    Conflicting numbers stand side by side with who said them. What is doubtful is shown and not
    counted as one. Nothing is merged: `record correct STORE ROW same=ID` or `apart=ID` decides.
    """
    from truceline.pipeline import same as job

    found = job.same(store, war=war, as_of=as_of)
    if as_json:
        print_json(found)
        return
    for line in job.lines(found):
        click.echo(line)
