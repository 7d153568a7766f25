"""Verbs on wars: ask, simulate; and doctor."""

from datetime import date
from pathlib import Path

import click

from truceline.cli.door import as_of_option, json_option, print_json, this_war_option


@click.command()
@click.argument("question")
@this_war_option
@as_of_option
@click.option(
    "--set",
    "what_if",
    multiple=True,
    help="For incentives, a what-if such as backers.ukraine=0.1:0.3; for outlook, lasting=90, "
    "lasting=end, formal=yes, by=2026-01-01; may be given again.",
)
@click.option(
    "--store",
    type=click.Path(path_type=Path),
    help="Use its events and series too; the forecasts of outlook are archived in it.",
)
@json_option
def ask(
    question: str,
    war: str,
    as_of: date | None,
    what_if: tuple[str, ...],
    store: Path | None,
    as_json: bool,
) -> None:
    """Answer QUESTION about a war.

    One of: talks, balance, retaliation, front, phases, analogues, incentives, outlook.
    """
    from datetime import UTC, datetime

    from truceline.pipeline import ask as job
    from truceline.show import terminal

    record = job.load(war)
    if store is None:
        answer = job.ask(question, record, as_of=as_of, what_if=what_if)
    elif question != "outlook":
        from truceline.pipeline import kept as stored

        record = stored.with_store(record, store, as_of=as_of, question=question)
        answer = stored.says_so(
            job.ask(question, record, as_of=as_of, what_if=what_if), record, store
        )
    else:
        now = datetime.now(tz=UTC)
        answer, kept = job.ask_and_archive(
            question, record, store, now=now, as_of=as_of, what_if=what_if
        )
        click.echo(f"truceline: {kept} forecasts archived in {store.name}", err=True)
    if as_json:
        print_json(answer.as_dict())
    else:
        terminal.answer(answer)


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--seed", required=True, type=int, help="The same seed makes the same war.")
@click.option("--spec", type=click.Path(path_type=Path), help="TOML file of what is planted.")
def simulate(out: Path, seed: int, spec: Path | None) -> None:
    """Write a made-up war with a known truth to the folder OUT."""
    from truceline.pipeline import simulated

    for name in simulated.write(out, seed=seed, spec=spec):
        click.echo(out / name)


@click.command()
@click.option("--store", type=click.Path(path_type=Path), help="A store to look at too.")
@json_option
def doctor(store: Path | None, as_json: bool) -> None:
    """Show what is installed, what the built-in records hold, and what is stale."""
    from dataclasses import asdict
    from datetime import UTC, datetime

    from truceline.pipeline import doctor as job

    found = job.doctor(today=datetime.now(tz=UTC).date(), store=store)
    if as_json:
        print_json([asdict(each) for each in found])
        return
    for each in found:
        click.echo(f"{'well ' if each.well else 'LOOK '} {each.what}: {each.detail}")
