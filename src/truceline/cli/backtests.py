"""The verb backtest: what a forecast would have said at past dates, scored."""

from datetime import date
from pathlib import Path

import click

from truceline.cli.door import as_of_option, json_option, print_json, war_option


@click.command()
@click.argument("question")
@click.option(
    "--store", type=click.Path(path_type=Path), help="Score the forecasts archived in this store."
)
@war_option
@as_of_option
@json_option
def backtest(
    question: str, store: Path | None, war: str | None, as_of: date | None, as_json: bool
) -> None:
    """Say what the forecast QUESTION would have said at past dates, scored beside naive rules.

    With --store and --war, score the forecasts of that war that `ask` archived in the store.
    """
    from truceline.pipeline import backtests
    from truceline.show import backtests as words
    from truceline.terms.errors import BadInput

    if store is None:
        found = backtests.run(question)
        if as_json:
            print_json(found.as_dict())
        else:
            for each in words.summary(found):
                click.echo(each)
        return
    if war is None:
        raise BadInput("a store's forecasts are scored by a war's record; name it with --war")
    rows = backtests.outcome_rows(backtests.archived(store, question, war, as_of=as_of))
    if as_json:
        print_json(rows)
        return
    for each in words.outcomes(rows):
        click.echo(each)
