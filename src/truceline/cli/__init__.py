"""The command line: parse, call the pipeline, print. Results to standard output, remarks beside."""

import click

from truceline import __version__
from truceline.cli.backtests import backtest
from truceline.cli.checks import check
from truceline.cli.datasets import cite, data, duplicates, import_
from truceline.cli.door import Door
from truceline.cli.records import record
from truceline.cli.reports import brief, code, read
from truceline.cli.wars import ask, doctor, simulate


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="truceline %(version)s")
def main() -> None:
    """Read what is reported about a war and measure fighting against talking."""


for verb in (ask, backtest, brief, check, code, data, doctor, read, record, simulate):
    main.add_command(verb)
for inner in (cite, duplicates, import_):
    record.add_command(inner)
