"""The command line: parse, call the pipeline, print."""

import click


@click.group()
def main() -> None:
    """Measure fighting against talking."""
