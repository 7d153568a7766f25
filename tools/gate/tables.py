"""The gate's results as tables for docs/methods/coding.md."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from gate.development import TOO_EASY
from gate.scoring import EVENTS, FIELDS, HEADLINE, LISTS, OPTIONAL
from truceline.terms.ontology import TYPES

START, END = "<!-- gate: from here to the end mark written by `make gate` -->", "<!-- gate: end -->"
DEVELOPMENT = {"plover": "PLV_train", "isaf": "ISAF, development half"}


def spliced(page: str, results: Mapping[str, Any]) -> str:
    """Return a page with the tables between its two marks written anew."""
    before, rest = page.split(START)
    after = rest.split(END)[1]
    return f"{before}{START}\n\n{text_of(results)}\n{END}{after}"


def text_of(results: Mapping[str, Any]) -> str:
    """Return every table."""
    parts = [_corpus(results), _headline(results), _fields(results), _types(results)]
    parts += [_files(results)] if results.get("files") else []
    parts += [_reports(results["reports"])] if results.get("reports") else []
    parts += [_sureness(results)] if results.get("sureness") else []
    parts += [_development(results)] if results.get("development") else []
    return "\n".join(parts)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|---" + "|--:" * (len(head) - 1) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows), ""])


def _number(scores: Mapping[str, Any], name: str, which: str = "f1") -> str:
    found = scores.get(name)
    return f"{found[which]:.2f}" if found else "–"


def _corpus(results: Mapping[str, Any]) -> str:
    halves = "; ".join(
        f"{half} half: {size['sentences']} sentences with {size['events']} events, "
        f"{size['without']} without any (fingerprint `{size['fingerprint']}`)"
        for half, size in results["corpus"].items()
    )
    coders = ", ".join(f"{c} {v['version']}" for c, v in results["coders"].items())
    return (
        f"Gold, {halves}. Coders: {coders}; the toy is a bag of words for the type (trained on the "
        "open half, there on other sentences than it is scored on) and “the first country named "
        "attacks the second”.\n"
    )


def _columns(results: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return each column's head and scores: a coder on a half."""
    return [
        (f"{coder}, {half}", halves[half])
        for coder, halves in results["scores"].items()
        for half in halves
    ]


def _headline(results: Mapping[str, Any]) -> str:
    columns = _columns(results)
    head = ["F1", *(name for name, _ in columns)]
    measures = [*list(EVENTS)[:-1], "type + an actor of each side", HEADLINE]
    rows = [[m, *(_number(each["all"], m) for _, each in columns)] for m in measures]
    rows += [
        [f"one-event sentences: {m}", *(_number(each["single"], m) for _, each in columns)]
        for m in ("type", HEADLINE)
    ]
    rows = [[f"**{cell}**" for cell in row] if row[0] == HEADLINE else row for row in rows]
    name = "nothing where there is nothing"
    rows.append([f"{name} (share)", *(_number(each["all"], name) for _, each in columns)])
    return (
        "Source and target are right where nobody lacks and no code is too many; “an actor of each "
        "side” asks only that one is right. The number that counts is "
        f"**{HEADLINE}**: type, source, target and status all right.\n\n" + _table(head, rows)
    )


def _fields(results: Mapping[str, Any]) -> str:
    coder = results["default"]
    halves = results["scores"][coder]
    head = [f"field ({coder})", *(f"{h}: {w}" for h in halves for w in ("right", "P", "R", "F1"))]
    rows = []
    for field in (*FIELDS, *LISTS):
        row = [field.replace("_", " ")]
        for half in halves.values():
            scores = half["all"]
            inside = field in (*OPTIONAL, *LISTS)
            row.append(_number(scores, f"{field}, type right", "recall"))
            row += [
                _number(scores, field, w) if inside else "–" for w in ("precision", "recall", "f1")
            ]
        rows.append(row)
    return (
        "“Right” is the share of events whose type is right that have the field right, null "
        "included. P, R and F1 count only fields that are not null, of all events: dates by exact "
        "interval, counts by exact low and high, sectors where the actor was found.\n\n"
        + _table(head, rows)
    )


def _types(results: Mapping[str, Any]) -> str:
    columns = _columns(results)
    head = ["F1 by type", *(f"{n}: {m}" for n, _ in columns for m in ("type", HEADLINE))]
    rows = [
        [
            f"{kind} ({_wanted(columns, kind)})",
            *(_number(e["all"], f"{m}, {kind}") for _, e in columns for m in ("type", HEADLINE)),
        ]
        for kind in TYPES
    ]
    return _table(head, rows)


def _files(results: Mapping[str, Any]) -> str:
    head = [f"file of the gold ({results['default']})", "sentences", "type", HEADLINE]
    rows = [
        [f"{half}/{file}", f"{n}", f"{kind:.2f}", f"{whole:.2f}"]
        for half, files in results["files"].items()
        for file, (n, kind, whole) in files.items()
    ]
    return _table(head, rows)


def _reports(halves: Mapping[str, Any]) -> str:
    """Return how the coder does where it is given whole reports, as users give them."""
    head = ["whole reports", *(f"{half}, {n['reports']} reports" for half, n in halves.items())]
    rows = [
        [name, *(_number(each["all"], name) for each in halves.values())]
        for name in (*EVENTS, "type + an actor of each side", *OPTIONAL, *LISTS)
    ]
    sizes = " and ".join(f"{n['sentences']} with {n['events']} events" for n in halves.values())
    return (
        f"Reports read from title to end, {sizes}, F1. What an earlier sentence of the report has "
        "already told may be said or not.\n\n" + _table(head, rows)
    )


def _sureness(results: Mapping[str, Any]) -> str:
    """Return how sure the coder was and how often it was right."""
    halves: Mapping[str, Any] = results["sureness"]
    head = ["sure of", "half", "events", "said", "right", "Brier", "by the share alone",
            "said / right, from the least sure fifth to the surest"]  # fmt: skip
    rows = [
        [field, half, str(each["n"]), *(f"{each[key]:.2f}" for key in ("said", "right")),
         *(f"{each[key]:.3f}" for key in ("brier", "brier_rate")),
         ", ".join(f"{said:.2f} / {right:.2f}" for said, right in each["steps"])]
        for half, fields in halves.items() for field, each in fields.items()
    ]  # fmt: skip
    return (
        f"How sure the coder ({results['default']}) is, and how often it is right: the type of all "
        "its events, the other fields of those whose type is right. The weights were fitted on the "
        "open half; of the held half only the four shares right went into them.\n\n"
        + _table(head, rows)
    )


def _wanted(columns: Sequence[tuple[str, Mapping[str, Any]]], kind: str) -> str:
    """Return how many events of a type each half has."""
    halves: dict[str, int] = {}
    for name, each in columns:
        halves.setdefault(
            name.rsplit(", ", 1)[1], each["all"].get(f"type, {kind}", {"wanted": 0})["wanted"]
        )
    return ", ".join(f"{n} {half}" for half, n in halves.items())


def _development(results: Mapping[str, Any]) -> str:
    texts = []
    for key, title in DEVELOPMENT.items():
        by_coder = results["development"].get(key)
        if not by_coder:
            continue
        names = list(next(iter(by_coder.values()))["set"])
        columns = [(c, w) for c in by_coder for w in ("set", "gold")]
        head = [title, *(f"{c} on {'the set' if w == 'set' else 'our gold'}" for c, w in columns)]
        rows = [[n, *(_plain(by_coder[c][w].get(n)) for c, w in columns)] for n in names]
        texts.append(_table(head, rows))
        gaps = by_coder[results["default"]]["gaps"]
        texts.append(
            f"Is our gold too easy? Beside {title} it is {_apart(gaps, 'easier')} and "
            f"{_apart(gaps, 'harder')}.\n"
        )
    if other := results["development"].get("muc4"):
        texts.append("MUC-4, development half:\n\n```text\n" + other.strip() + "\n```\n")
    return "\n".join(texts)


def _apart(gaps: Sequence[tuple[str, float, float, bool]], how: str) -> str:
    """Say on which measures our gold is easier, or harder, than a set by more than .15."""
    sign = 1 if how == "easier" else -1
    those = [
        f"{name} ({ours:.2f} against {theirs:.2f})"
        for name, ours, theirs, _ in gaps
        if sign * (ours - theirs) > TOO_EASY
    ]
    return f"{how} by more than {TOO_EASY:.2f} on {', '.join(those) or 'nothing'}"


def _plain(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.0f}" if value > 1 else f"{value:.2f}"
