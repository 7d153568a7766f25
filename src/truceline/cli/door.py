"""What all verbs share: the group that turns errors into one line, options, and printing."""

import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from truceline.terms.errors import BadInput, TrucelineError


class Day(click.ParamType[date]):
    """A date as 2025-06-05."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date, or refuse it with what is allowed."""
        del param, ctx
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise BadInput(f"{value} is not a date; write it as 2025-06-05") from error


class Door(click.Group):
    """The group of verbs; turns errors into one line and exit 1."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run a command line; exit 0 done, 1 the input was wrong, 2 the usage was wrong."""
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except click.exceptions.Abort:
            _leave("interrupted; nothing was half-written")
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except TrucelineError as error:
            _leave(str(error))
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(0)
        except OSError as error:
            _leave(_said(error))
        sys.exit(code if isinstance(code, int) else 0)


def _leave(line: str) -> NoReturn:
    """Say one line and leave with exit 1."""
    click.echo(f"truceline: {' '.join(line.split())}", err=True)
    sys.exit(1)


def _said(error: OSError) -> str:
    """Say what the system refused, and of which file, without its path."""
    name = Path(str(error.filename)).name if error.filename else "a file"
    return f"{name}: {(error.strerror or 'cannot be used').lower()}; nothing was half-written"


def print_json(found: Any) -> None:
    """Print a result as JSON."""
    click.echo(json.dumps(found, ensure_ascii=False, indent=2, default=str))


def remarks(lines: Sequence[str], what: str = "set aside") -> None:
    """Say on standard error what was set aside or is odd, a line each."""
    for line in lines:
        click.echo(f"truceline: {what}: {line}", err=True)


reports_argument = click.argument(
    "reports", nargs=-1, required=True, type=click.Path(path_type=Path, exists=False)
)
war_option = click.option("--war", help="Name of a built-in war, or a folder of your own.")
this_war_option = click.option(
    "--war", required=True, help="Name of a built-in war, or a folder of your own."
)
date_option = click.option(
    "--date",
    "published",
    type=Day(),
    help="Date of the reports; it goes before a date that a page says.",
)
as_of_option = click.option("--as-of", type=Day(), help="Use nothing that is dated later.")
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1),
    envvar="TRUCELINE_JOBS",
    default=lambda: len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2,
    show_default="as many as there are cores",
    help="Processes at once; with 2 or more, questions are asked while reports are coded.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")


def with_progress(items: Any, what: str) -> Any:
    """Show a progress bar on standard error where a person is looking and the work is long."""
    if not sys.stderr.isatty():
        return items
    from truceline.show import terminal

    return terminal.progress(items, what)
