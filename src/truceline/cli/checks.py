"""The verb that sets a report's own claims against the record: check."""

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
)


@click.command()
@reports_argument
@this_war_option
@date_option
@as_of_option
@click.option(
    "--annotate",
    type=click.Path(path_type=Path),
    help="Write a copy of the reports as one .html page, each claim marked in its margin.",
)
@jobs_option
@json_option
def check(
    *,
    reports: tuple[Path, ...],
    war: str,
    published: date | None,
    as_of: date | None,
    annotate: Path | None,
    jobs: int,
    as_json: bool,
) -> None:
    """Set the claims that REPORTS make against a war's record, one by one.

    Each is supported, contradicted, mixed or cannot say, as known on the report's date and as known
    now; opinions and motives are listed as not checkable.
    """
    from truceline.pipeline.ahead import asking

    with asking(war, jobs) as ahead:
        from truceline.pipeline import check as job
        from truceline.pipeline.files import require_writable
        from truceline.show import annotated, terminal

        if annotate is not None:
            annotated.require_html(annotate.suffix)
            require_writable(annotate)
        found = job.check(reports, war=war, published=published, as_of=as_of, ahead=ahead)
    remarks(found.unread)
    remarks(found.remarks, "mind")
    if as_json:
        print_json([each.as_dict() for story in found.claims for each in story])
    else:
        terminal.claims(found.claims)
    if annotate is not None:
        job.write(found, annotate)
        click.echo(f"\nThe annotated copy is in {annotate}", err=as_json)
