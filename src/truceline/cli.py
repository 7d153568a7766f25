"""The command line: parse, call the pipeline, print. Results to standard output, remarks beside."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from truceline import __version__
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


def _print_json(found: Any) -> None:
    click.echo(json.dumps(found, ensure_ascii=False, indent=2, default=str))


def _remarks(lines: Sequence[str]) -> None:
    for line in lines:
        click.echo(f"truceline: set aside: {line}", err=True)


_reports = click.argument(
    "reports", nargs=-1, required=True, type=click.Path(path_type=Path, exists=False)
)
_war = click.option("--war", help="Name of a built-in war, or a folder of your own.")
_this_war = click.option(
    "--war", required=True, help="Name of a built-in war, or a folder of your own."
)
_date = click.option(
    "--date",
    "published",
    type=Day(),
    help="Date of the reports; it goes before a date that a page says.",
)
_as_of = click.option("--as-of", type=Day(), help="Use nothing that is dated later.")
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="truceline %(version)s")
def main() -> None:
    """Read what is reported about a war and measure fighting against talking."""


@main.command()
@_reports
@_this_war
@_date
@_as_of
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write: .html, .md or .json. Without it the brief is printed as Markdown.",
)
@_json
def brief(
    reports: tuple[Path, ...],
    war: str,
    published: date | None,
    as_of: date | None,
    output: Path | None,
    as_json: bool,
) -> None:
    """Read REPORTS, set them against a war's record, and write a sourced brief."""
    from truceline.pipeline import brief as job
    from truceline.pipeline.files import require_writable
    from truceline.show import brief as page

    if output is not None:
        page.require_suffix(output.suffix)
        require_writable(output)
    made, unread = job.brief(reports, job.Wanted(war, published, as_of))
    _remarks(unread)
    if output is None or as_json:
        click.echo(page.render(made, suffix=".json" if as_json else ".md"))
    if output is not None:
        job.write(made, output)
        lines = "\n".join(page.headline(made))
        click.echo(f"{lines}\n\nThe brief is in {output}", err=as_json)


@main.command()
@_reports
@_date
@_json
def read(reports: tuple[Path, ...], published: date | None, as_json: bool) -> None:
    """Show what is kept of REPORTS, and what is cut and why."""
    from dataclasses import asdict

    from truceline.pipeline import reports as job
    from truceline.show import terminal

    found = job.read(reports, published=published)
    _remarks([each.reason for each in found.unread])
    if as_json:
        _print_json([asdict(each) for each in found.stories])
    else:
        terminal.stories(found.stories)


@main.command()
@_reports
@_war
@_date
@click.option(
    "--jsonl",
    is_flag=True,
    help="The inputs are JSON lines, one document a line; - is standard input.",
)
@click.option("--table", is_flag=True, help="Print a table to read instead of JSON lines.")
def code(
    reports: tuple[Path, ...], war: str | None, published: date | None, jsonl: bool, table: bool
) -> None:
    """Code REPORTS into events: a JSON line a document, in order."""
    from truceline.pipeline import coded
    from truceline.show import terminal

    documents = coded.documents(reports, war=war, published=published, jsonl=jsonl)
    for document in _with_progress(documents, "coding"):
        if table:
            terminal.events(document.story, document.coding)
        else:
            click.echo(json.dumps(document.as_dict(), ensure_ascii=False))


@main.group()
def record() -> None:
    """Keep stories and events in a store."""


_store = click.argument("store", type=click.Path(path_type=Path))


@record.command()
@_store
def init(store: Path) -> None:
    """Make STORE, or bring an older one up to date."""
    from truceline.pipeline import ingest

    steps = ingest.init(store)
    click.echo(
        f"{store.name}: {len(steps)} steps applied" if steps else f"{store.name}: up to date"
    )


@record.command()
@_store
@_reports
@_war
@_date
@_json
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
    _remarks(unread)
    if as_json:
        _print_json(asdict(added))
    else:
        known = f"; {added.known} known already" if added.known else ""
        click.echo(f"{store.name}: {added.stories} stories and {added.events} events added{known}")


@record.command(name="export")
@_store
@click.argument("output", type=click.Path(path_type=Path))
@click.option("--private", is_flag=True, help="Let out private rows too, for your own eyes.")
def export_(store: Path, output: Path, private: bool) -> None:
    """Write STORE's events to OUTPUT: .csv, .parquet or .jsonl."""
    from truceline.pipeline import ingest

    rows, held_back = ingest.export(store, output, private=private)
    click.echo(f"{output.name}: {rows} events")
    if held_back:
        click.echo(
            f"truceline: {held_back} private events stayed in the store; "
            "--private lets them out for your own eyes",
            err=True,
        )


@record.command(name="check")
@_store
@_json
def check_(store: Path, as_json: bool) -> None:
    """Look for broken invariants in STORE; exit 1 if there is one."""
    from truceline.pipeline import ingest

    broken, counts = ingest.check(store)
    if as_json:
        _print_json({"counts": counts, "broken": [list(each) for each in broken]})
    else:
        click.echo(f"{store.name}: {counts['stories']} stories, {counts['events']} events")
        for fault, row_id in broken:
            click.echo(f"{fault}: {row_id}")
    if broken:
        raise BadInput(f"{store.name} has {len(broken)} broken rows; restore a copy of it")


@main.command()
@click.argument("question")
@_this_war
@_as_of
@click.option(
    "--set",
    "what_if",
    multiple=True,
    help="For incentives, a what-if such as backers.ukraine=0.1:0.3; may be given again.",
)
@_json
def ask(
    question: str, war: str, as_of: date | None, what_if: tuple[str, ...], as_json: bool
) -> None:
    """Answer QUESTION about a war.

    One of: talks, balance, retaliation, front, phases, analogues, incentives, outlook.
    """
    from truceline.pipeline import ask as job
    from truceline.show import terminal

    answer = job.ask(question, job.load(war), as_of=as_of, what_if=what_if)
    if as_json:
        _print_json(answer.as_dict())
    else:
        terminal.answer(answer)


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--seed", required=True, type=int, help="The same seed makes the same war.")
@click.option("--spec", type=click.Path(path_type=Path), help="TOML file of what is planted.")
def simulate(out: Path, seed: int, spec: Path | None) -> None:
    """Write a made-up war with a known truth to the folder OUT."""
    from truceline.pipeline import simulated

    for name in simulated.write(out, seed=seed, spec=spec):
        click.echo(out / name)


@main.command()
@click.option("--store", type=click.Path(path_type=Path), help="A store to look at too.")
@_json
def doctor(store: Path | None, as_json: bool) -> None:
    """Show what is installed, what the built-in records hold, and what is stale."""
    from dataclasses import asdict
    from datetime import UTC, datetime

    from truceline.pipeline import doctor as job

    found = job.doctor(today=datetime.now(tz=UTC).date(), store=store)
    if as_json:
        _print_json([asdict(each) for each in found])
        return
    for each in found:
        click.echo(f"{'well ' if each.well else 'LOOK '} {each.what}: {each.detail}")


def _with_progress(items: Any, what: str) -> Any:
    """Show a progress bar on standard error where a person is looking and the work is long."""
    if not sys.stderr.isatty():
        return items
    from truceline.show import terminal

    return terminal.progress(items, what)
