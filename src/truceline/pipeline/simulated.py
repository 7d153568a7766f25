"""A made-up war, written as a war folder."""

from pathlib import Path

from truceline.simulate.folder import simulate
from truceline.simulate.spec_file import read_spec


def write(out: Path, *, seed: int, spec: Path | None) -> tuple[str, ...]:
    """Write a made-up war to the folder `out`; return the names of its files.

    Raises
    ------
    BadInput
        If the spec has a mistake, or `out` is there and not empty.
    """
    return simulate(out, seed=seed, spec=read_spec(spec) if spec else None)
