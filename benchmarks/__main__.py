"""Run every benchmark of this folder and print one table.

A benchmark is a module `bench_*.py` with a function `rows() -> Iterable[Row]`.
"""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from benchmarks.timing import Row


def main() -> None:
    """Print the table."""
    found: list[Row] = []
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        rows: Iterable[Row] = import_module(f"benchmarks.{path.stem}").rows()
        found += rows
    print("| what | ours, s | allowed, s | plain, s | plain / ours | plain is |")
    print("|---|---|---|---|---|---|")
    for each in found:
        plain = "" if each.plain is None else f"{each.plain:.2f}"
        ratio = "" if each.plain is None else f"{each.plain / each.ours:.0f}"
        allowed = "" if each.allowed is None else f"{each.allowed:g}"
        print(f"| {each.what} | {each.ours:.3f} | {allowed} | {plain} | {ratio} | {each.beside} |")


if __name__ == "__main__":
    main()
