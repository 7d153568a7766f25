"""The verb on past wars: record wars."""

from pathlib import Path

import click

from truceline.cli.door import json_option, print_json


@click.command("wars")
@click.argument("table", required=False, type=click.Path(path_type=Path))
@json_option
def past_wars(table: Path | None, as_json: bool) -> None:
    """List the past wars that a war is compared with, and check them; exit 1 on a mistake.

    TABLE is a CSV file of your own with the same columns; without it, the table that ships. With
    --json each war comes with the row or publication that each of its cells was read in.
    """
    from truceline.pipeline import pasts as job
    from truceline.terms.errors import BadFrame

    found = job.listed(table)
    if as_json:
        print_json(list(found.rows))
    else:
        for line in job.lines(found):
            click.echo(line)
    empty = ", ".join(f"{name} {count}" for name, count in found.empties.items())
    click.echo(f"truceline: {len(found.rows)} wars; empty cells: {empty}", err=True)
    if found.problems:
        for line in found.problems:
            click.echo(f"truceline: {line}", err=True)
        many = len(found.problems)
        raise BadFrame(f"the table has {many} mistakes, named above; mend them")
