"""A made-up war written as a war folder, with truth.json beside it."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.random import Generator, default_rng

from truceline.simulate.spec import Spec
from truceline.simulate.system import NAMES, A, B, Floats, Made, run
from truceline.terms.errors import BadInput

STRIKES_A_SIDE = 8
EVENT_COLUMNS = (
    "id", "source_dataset", "source_version", "date_start", "date_end", "date_prec", "side_a",
    "side_b", "best", "low", "high", "type_of_violence", "type", "mode", "status", "initiator",
    "initiator_basis",
)  # fmt: skip
_UNITS = {"attacks": "attacks a day", "losses": "persons a day", "area": "km2"}


def simulate(out: Path, *, seed: int, spec: Spec | None = None) -> tuple[str, ...]:
    """Write a made-up war as a war folder and return the names of its files.

    Parameters
    ----------
    out : Path
        Folder to be made; it may exist if it is empty.
    seed : int
        0 or more; the same seed and spec write the same bytes.
    spec : Spec, optional
        What is planted; the defaults of `Spec` without it.

    Returns
    -------
    tuple of str
        Names of the files, `war.toml` first and `truth.json` last.

    Raises
    ------
    BadInput
        If the folder holds something, cannot be made or written, or the seed is negative.
    """
    if seed < 0:
        raise BadInput(f"seed is {seed}; give a whole number of 0 or more")
    rng = default_rng(seed)
    made = run(Spec() if spec is None else spec, rng)
    texts = files(made, seed, rng)
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise BadInput(f"{out.name} is not empty; give a new folder, so that nothing is lost")
        for name, text in texts.items():
            (out / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise BadInput(f"{out.name} cannot be written ({error}); give a new folder") from error
    return tuple(texts)


def files(made: Made, seed: int, rng: Generator) -> dict[str, str]:
    """Return the files of a war folder as texts, by name.

    Parameters
    ----------
    made : Made
        A made-up war.
    seed : int
        Written into truth.json, so that the war can be made again.
    rng : numpy.random.Generator
        Which attacks are reported as single events.

    Returns
    -------
    dict of str to str
        `war.toml`, a CSV a series, `events.csv`, `truth.json`.
    """
    texts = {"war.toml": _war(made)}
    for name, values in made.reported.items():
        texts[f"{name}.csv"] = _series(made.spec.start, values)
    texts["events.csv"] = _events(made, rng)
    texts["truth.json"] = _truth(made, seed)
    return texts


def _war(made: Made) -> str:
    """war.toml, section by section."""
    spec = made.spec
    last = spec.start + timedelta(days=spec.days - 1)
    name = json.dumps(spec.name, ensure_ascii=False)
    head = "# A made-up war: nothing in this folder happened. What was planted is in truth.json.\n"
    parts = [f"{head}name = {name}\nstart = {spec.start}\nend = {last}\n"]
    parts += [f'[[sides]]\ncode = "{code}"\nname = "{name}"\n' for code, name in NAMES.items()]
    for code, backer, day in (("XBA", A, spec.backers.day_a), ("XBB", B, spec.backers.day_b)):
        if day < spec.days:
            since = spec.start + timedelta(days=day)
            parts.append(
                f'[[backers]]\ncode = "{code}"\nside = "{backer}"\nsince = {since}\n'
                'source = "made up"\n'
            )
    for each in made.rounds:
        parts.append(
            f"[[rounds]]\nstart = {each.start}\nend = {each.end}\n"
            f'announced_on = {each.announced_on}\nstatus = "{each.status}"\n'
            f'place = "{each.place}"\nformat = "{each.format}"\nparties = ["{A}", "{B}"]\n'
            'source = "made up"\n'
        )
    parts += [
        f"[[truces]]\nstart = {each.start}\nend = {each.end}\n"
        f'declared_by = ["{A}", "{B}"]\nkept = "{each.kept}"\nsource = "made up"\n'
        for each in made.truces
    ]
    parts += _strikes(made)
    parts += [_described(name, spec.start, last) for name in made.reported]
    return "\n".join(parts)


def _described(name: str, first: date, last: date) -> str:
    """The [[series]] entry of one series."""
    kind, _, code = name.partition("_")
    side = A if kind == "area" else code.upper()
    whose = NAMES[side]
    what, by = {
        "attacks": (f"attacks by {whose}", "observers"),
        "losses": (f"losses of {whose} as the other side claims them", "the other side"),
        "area": (f"area held by {whose}", "observers"),
    }[kind]
    return (
        f'[[series]]\nname = "{name}"\nfile = "{name}.csv"\nside = "{side}"\nholds = "{kind}"\n'
        f'unit = "{_UNITS[kind]}"\nwhat = "{what}"\nreported_by = "{by}, made up"\n'
        f'licence = "CC0"\nregime = [[{first}, {last}]]\n'
    )


def _strikes(made: Made) -> list[str]:
    """The largest days of each side as its salient strikes."""
    found = []
    for code in (A, B):
        days = np.argsort(-made.attacks[code], kind="stable")[:STRIKES_A_SIDE]
        for day in sorted(days.tolist()):
            when = made.spec.start + timedelta(days=day)
            found.append(
                f'[[strikes]]\ndate = {when}\nside = "{code}"\n'
                f'what = "{made.attacks[code][day]} attacks on one day"\n'
                'symbolic = true\nsource = "made up"\n'
            )
    return found


def _series(start: date, values: Floats) -> str:
    """One series as CSV; a day without a report has no row."""
    lines = ["# made up", "date,value"]
    for day, value in enumerate(values.tolist()):
        if value == value:  # noqa: PLR0124 - only NaN differs from itself
            lines.append(f"{start + timedelta(days=day)},{value:g}")
    return "\n".join(lines) + "\n"


def _events(made: Made, rng: Generator) -> str:
    """Single attacks that somebody reported, under EVENTS column names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(EVENT_COLUMNS)
    deaths = made.spec.reports.losses_per_attack
    for day in range(made.spec.days):
        when = made.spec.start + timedelta(days=day)
        for code, other in ((A, B), (B, A)):
            for place in range(rng.binomial(made.attacks[code][day], made.spec.reports.events)):
                best = int(rng.poisson(deaths))
                writer.writerow([
                    f"made-up:{code}:{when}:{place}", "made up", "1", when, when, "day", code,
                    other, best, int(best * 0.7), int(best * 1.5), 1, "ASSAULT", "", "happened",
                    code, "planted",
                ])  # fmt: skip
    return out.getvalue()


def _dates(spec: Spec, days: Sequence[int]) -> list[str]:
    """Days of the war as dates."""
    return [(spec.start + timedelta(days=day)).isoformat() for day in days]


def _truth(made: Made, seed: int) -> str:
    """Everything that was planted, so that a measure can be held against it."""
    spec = made.spec
    truth = {
        "what": "a made-up war; everything here was planted",
        "seed": seed,
        "spec": {**asdict(spec), "start": spec.start.isoformat()},
        "sides": {"a": A, "b": B},
        "talks": {
            "effect": {A: spec.talks.effect_a, B: spec.talks.effect_b},
            "multiplies": "the rate without replies, on the days before every announced round",
            "days": _dates(spec, made.before),
            "effect after": {A: spec.talks.after_a, B: spec.talks.after_b},
            "days after": _dates(spec, made.after),
        },
        "truces": {
            "starts": [each.start.isoformat() for each in made.truces], "days": spec.truces.days,
            "during": spec.truces.during, "before": spec.truces.before,
        },
        "phases": [
            {"from": _dates(spec, [day])[0], "day": day, "tempo": tempo, "drift_km2_a_day": drift}
            for day, tempo, drift in (
                (spec.phases.day_1, spec.phases.tempo_1, spec.phases.drift_1),
                (spec.phases.day_2, spec.phases.tempo_2, spec.phases.drift_2),
            )
            if day < spec.days
        ],
        "replies": {
            f"share of {A}'s level that answers {B}": spec.replies.b_to_a,
            f"share of {B}'s level that answers {A}": spec.replies.a_to_b,
            "mean_lag_days": {
                A: spec.replies.lag, B: round(spec.replies.lag * spec.replies.slower, 6),
            },
        },
        "log_tempo": [round(each, 6) for each in made.tempo.tolist()],
        "attacks": {code: each.tolist() for code, each in made.attacks.items()},
        "losses": {code: each.tolist() for code, each in made.losses.items()},
        "area": [round(each, 3) for each in made.area.tolist()],
    }  # fmt: skip
    return json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
