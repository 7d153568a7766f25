"""Answers in words: two columns, verdicts, estimates with their doubt, checks, limits."""

from collections.abc import Sequence

from truceline.show.days import day
from truceline.show.nearby import series_words
from truceline.show.numbers import NONE, chance, figure, interval, percent
from truceline.show.text import line
from truceline.show.views import AnswerView, CheckRow, ColumnView, EstimateRow
from truceline.show.words import QUESTION, VERDICT_SIGN
from truceline.terms.briefs import Brief, TwoColumns
from truceline.terms.results import Answer, Check, Estimate

_ABSENT = ("–", "–", "–", "–")
_NO_FLIP = "Not said: the measure gives no threshold for this answer."


def view(pair: TwoColumns, brief: Brief) -> AnswerView:
    """Return one question as the brief shows it.

    Parameters
    ----------
    pair : TwoColumns
        The question, answered as known on the report's date and as known now.
    brief : Brief
        For its dates.

    Returns
    -------
    AnswerView
        Estimates and checks of both columns side by side, paired by name.
    """
    if pair.then is None:
        columns = [_column(pair.now, f"As known on {day(brief.as_of)}")]
    else:
        columns = [
            _column(pair.then, f"As known on the report’s date, {day(brief.date)}"),
            _column(pair.now, f"As known now, data to {day(brief.as_of)}"),
        ]
    checked = _checks(pair)
    shared = [each for each in columns[0].limits if all(each in one.limits for one in columns)]
    main, rest = _split(pair)
    return AnswerView(
        question=pair.question,
        title=QUESTION[pair.question],
        columns=tuple(columns),
        primary=tuple(_estimate(name, pair) for name in main),
        secondary=tuple(_estimate(name, pair) for name in rest),
        checks=checked,
        series=_series(pair, brief),
        both_limits=tuple(shared),
        own_limits=tuple(
            tuple(each for each in one.limits if each not in shared) for one in columns
        ),
        method=line(pair.now.method),
        has_numbers=bool(main or rest),
        many_series=any(len(each.now) > 1 or len(each.then) > 1 for each in checked),
    )


def flips(answer: Answer | None) -> tuple[str, ...]:
    """Return what would flip an answer's verdict, as its checks say it.

    Parameters
    ----------
    answer : Answer or None
        An answer.

    Returns
    -------
    tuple of str
        Details of the checks whose name speaks of flipping; else of the checks that failed, which
        hold the verdict back.
    """
    if answer is None:
        return ()
    named = [each for each in answer.checks if "flip" in each.name.casefold()]
    chosen = [each for each in answer.checks if each.passed is False]
    if named:
        return tuple(line(each.detail) for each in named)
    return tuple(f"{line(each.name)}: {line(each.detail)}" for each in chosen)


def is_primary(name: str, answer: Answer) -> bool:
    """Return whether an estimate is the one on which the verdict stands.

    Parameters
    ----------
    name : str
        The estimate's name.
    answer : Answer
        The answer that holds it.

    Returns
    -------
    bool
        True where its name says `primary`, or where no name of the answer does.
    """
    if any("primary" in each.name.casefold() for each in answer.estimates):
        return "primary" in name.casefold()
    return True


def value(estimate: Estimate) -> tuple[str, str, str, str]:
    r"""Return an estimate as value, interval with its level, n and p.

    Parameters
    ----------
    estimate : Estimate
        A number with its doubt.

    Returns
    -------
    tuple of str
        Four cells; what cannot be estimated says so, and a dash stands where no n or p belongs.

    Examples
    --------
    >>> value(Estimate(name="ratio", value=1.05, low=0.71, high=1.62, level=0.95, n=9, p=0.36))
    ('1.05', '0.71 to 1.62 (95\xa0%)', '9', '0.36')
    """
    between = interval(estimate.low, estimate.high)
    if between != NONE and estimate.level is not None:
        between += f" ({percent(estimate.level)})"
    n = str(estimate.n) if estimate.n is not None else "–"
    return figure(estimate.value), between, n, chance(estimate.p) if estimate.p is not None else "–"


def passed(check: Check) -> str:
    """Return how a check came out, as a word.

    Parameters
    ----------
    check : Check
        An assumption that was tested.

    Returns
    -------
    str
        `passed`, `failed` or `not judged`.
    """
    return {True: "passed", False: "failed", None: "not judged"}[check.passed]


def tally(outcomes: Sequence[tuple[str, str]]) -> str:
    """Return how one check came out over several series, in a few words.

    Parameters
    ----------
    outcomes : sequence of (str, str)
        A word and a detail for each series.

    Returns
    -------
    str
        Such as `failed`, or `passed for 2 of 3 series, failed for 1`.

    Examples
    --------
    >>> tally([("passed", ""), ("failed", ""), ("passed", "")])
    'passed for 2 of 3 series, failed for 1'
    >>> tally([("failed", ""), ("failed", "")])
    'failed for all 2 series'
    """
    words = [word for word, _ in outcomes]
    if len(words) <= 1:
        return "".join(words)
    kinds = list(dict.fromkeys(words))
    if len(kinds) == 1:
        return f"{kinds[0]} for all {len(words)} series"
    first, *rest = kinds
    told = [f"{first} for {words.count(first)} of {len(words)} series"]
    return ", ".join([*told, *(f"{kind} for {words.count(kind)}" for kind in rest)])


def _column(answer: Answer, heading: str) -> ColumnView:
    """Put one answer into words."""
    return ColumnView(
        heading=heading,
        verdict=answer.verdict,
        sign=VERDICT_SIGN[answer.verdict],
        statement=line(answer.statement),
        claim=line(answer.claim),
        flips=flips(answer) or (_NO_FLIP,),
        limits=tuple(line(each) for each in answer.limits),
    )


def _split(pair: TwoColumns) -> tuple[list[str], list[str]]:
    """Name the primary estimates and the others, each once, in the order of the answers."""
    main: dict[str, None] = {}
    rest: dict[str, None] = {}
    for answer in (pair.now, pair.then):
        for each in answer.estimates if answer else ():
            (main if answer and is_primary(each.name, answer) else rest).setdefault(each.name)
    return list(main), [name for name in rest if name not in main]


def _estimate(name: str, pair: TwoColumns) -> EstimateRow:
    """Put both columns' estimates of one name into a row."""
    then = _named(name, pair.then.estimates if pair.then else ())
    now = _named(name, pair.now.estimates)
    known = now or then
    return EstimateRow(
        line(name),
        line(known.measured_in) if known else "",
        value(then) if then else _ABSENT,
        value(now) if now else _ABSENT,
        line(known.method) if known else "",
    )


def _named(name: str, estimates: Sequence[Estimate]) -> Estimate | None:
    """Find an estimate by its name."""
    return next((each for each in estimates if each.name == name), None)


def _checks(pair: TwoColumns) -> tuple[CheckRow, ...]:
    """Put both columns' checks side by side, those about flipping left out.

    A check is made once for each series and keeps its name.
    """
    sides = [pair.then.checks if pair.then else (), pair.now.checks]
    names = dict.fromkeys(
        each.name for side in reversed(sides) for each in side if "flip" not in each.name.casefold()
    )
    rows = []
    for name in names:
        then, now = (
            tuple((passed(each), line(each.detail)) for each in side if each.name == name)
            for side in sides
        )
        rows.append(CheckRow(line(name), then, now))
    return tuple(rows)


def _series(pair: TwoColumns, brief: Brief) -> tuple[str, ...]:
    """Say what each series named in an estimate or check holds."""
    words = [each.name for each in pair.now.estimates] + [each.detail for each in pair.now.checks]
    sides = {side.code: line(side.name) for side in brief.war.sides}
    return tuple(
        f"{line(each.name)}: {series_words(each, sides)}"
        for each in brief.war.series
        if any(word.startswith(f"{each.name}:") for word in words)
    )
