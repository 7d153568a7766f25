"""The verb on rounds of talks: record rounds."""

from datetime import date
from pathlib import Path

import click

from truceline.cli.door import as_of_option, json_option, print_json, this_war_option


@click.command("rounds")
@click.argument("store", type=click.Path(path_type=Path))
@this_war_option
@as_of_option
@json_option
def rounds_(store: Path, war: str, as_of: date | None, as_json: bool) -> None:
    """List a war's rounds of talks, each with the rows of STORE that tell of it.

    Days on which STORE tells of talks and the war's folder names no round come last: look at
    them, and add to war.toml what is missing.
    """
    from truceline.pipeline import rounds as job

    found = job.rounds(store, war, as_of=as_of)
    if as_json:
        print_json(found.as_dict())
        return
    for line in found.lines():
        click.echo(line)
    listed, told, more = job.count(found)
    click.echo(
        f"truceline: {listed} rounds, {told} told of in {store.name}; {more} days of talks more",
        err=True,
    )
