"""Verbs on reports: brief, read, code."""

import json
from datetime import date
from pathlib import Path

import click

from truceline.cli.door import (
    as_of_option,
    date_option,
    jobs_option,
    json_option,
    print_json,
    remarks,
    reports_argument,
    this_war_option,
    war_option,
    with_progress,
)
from truceline.terms.errors import BadInput


@click.command()
@reports_argument
@this_war_option
@date_option
@as_of_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write: .html, .md or .json. Without it the brief is printed as Markdown.",
)
@click.option("--private", is_flag=True, help="Draw private series too, for your own eyes.")
@jobs_option
@json_option
def brief(
    *,
    reports: tuple[Path, ...],
    war: str,
    published: date | None,
    as_of: date | None,
    output: Path | None,
    private: bool,
    jobs: int,
    as_json: bool,
) -> None:
    """Read REPORTS, set them against a war's record, and write a sourced brief."""
    from truceline.pipeline.ahead import asking

    with asking(war, jobs) as ahead:
        from truceline.pipeline import brief as job
        from truceline.pipeline.files import require_writable
        from truceline.show import brief as page

        if output is not None:
            page.require_suffix(output.suffix)
            require_writable(output)
        made, unread = job.brief(reports, job.Wanted(war, published, as_of, private), ahead)
    remarks(unread)
    remarks(made.remarks[len(unread) :], "mind")
    if output is None or as_json:
        click.echo(page.render(made, suffix=".json" if as_json else ".md"))
    if output is not None:
        job.write(made, output)
        lines = "\n".join(page.headline(made))
        click.echo(f"{lines}\n\nThe brief is in {output}", err=as_json)


@click.command()
@reports_argument
@date_option
@json_option
def read(reports: tuple[Path, ...], published: date | None, as_json: bool) -> None:
    """Show what is kept of REPORTS, and what is cut and why."""
    from dataclasses import asdict

    from truceline.pipeline import reports as job
    from truceline.show import terminal

    found = job.read(reports, published=published)
    remarks([each.reason for each in found.unread])
    if as_json:
        print_json([asdict(each) for each in found.stories])
    else:
        terminal.stories(found.stories)


@click.command()
@reports_argument
@war_option
@date_option
@click.option(
    "--jsonl",
    is_flag=True,
    help="The inputs are JSON lines, one document a line; - is standard input.",
)
@click.option(
    "--table", "form", flag_value="table", help="Print a table to read instead of JSON lines."
)
@click.option(
    "--explain",
    "form",
    flag_value="explain",
    help="Print how each sentence was parsed, which words reported an event, and which did not.",
)
@click.option(
    "--model",
    help="Parse by another spaCy pipeline of Universal Dependencies: a folder or a package.",
)
@click.option("--workers", type=int, help="Code by so many workers; with --jsonl.")
@click.option(
    "--engine", default="local", help="Whose workers: local (this machine's) or dask (a cluster's)."
)
@click.option("--scheduler", help="With --engine dask: address of a cluster that is running.")
def code(
    *,
    reports: tuple[Path, ...],
    war: str | None,
    published: date | None,
    jsonl: bool,
    form: str | None,
    model: str | None,
    workers: int | None,
    engine: str,
    scheduler: str | None,
) -> None:
    """Code REPORTS into events: a JSON line a document, in order."""
    from truceline.pipeline import coded
    from truceline.show import terminal

    if workers is not None or engine != "local" or scheduler is not None:
        from truceline.pipeline import spread

        if not jsonl or form:
            raise BadInput("many workers take JSON lines and give JSON lines; use --jsonl")
        crew = spread.Workers(count=workers or 2, engine=engine, scheduler=scheduler, model=model)
        for line in spread.coded_files(reports, war, published, crew):
            click.echo(line)
        return

    documents = coded.documents(reports, war=war, published=published, jsonl=jsonl, model=model)
    for document in with_progress(documents, "coding"):
        if form == "explain" and document.story is not None:
            click.echo(coded.explained(document.story, war=war, model=model))
        elif form == "table":
            terminal.events(document.story, document.coding)
        else:
            click.echo(json.dumps(document.as_dict(), ensure_ascii=False))
