"""Ctrl-C is heard while a read waits, though polars asks the system to go on waiting."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import truceline

SRC = Path(truceline.__file__).parents[1]
READ = """
import os, sys
import polars
from truceline.pipeline import interrupts
{listen}
try:
    print("ready", flush=True)
    open(int(sys.argv[1]), "rb").read(9)
except KeyboardInterrupt:
    print("heard", flush=True)
"""


def waits(listen: str) -> str:
    """Return what a process says within two seconds of a Ctrl-C at a pipe that stays silent."""
    there, here = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-c", READ.format(listen=listen), str(there)],
        pass_fds=[there],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    assert process.stdout is not None
    with process.stdout as said:
        try:
            assert said.readline() == b"ready\n"
            asleep(process.pid)
            process.send_signal(signal.SIGINT)
            ready = select.select([said], [], [], 2)[0]
            return said.readline().decode().strip() if ready else "silence"
        finally:
            process.kill()
            process.wait()
            os.close(there)
            os.close(here)


def asleep(pid: int) -> None:
    """Wait until the process waits for its pipe."""
    state = Path(f"/proc/{pid}/stat")
    if not state.exists():
        pytest.skip("needs /proc to see when a process waits")
    while state.read_text(encoding="ascii").rpartition(")")[2].split()[0] != "S":
        pass


def test_ctrl_c_is_heard_while_waiting() -> None:
    assert waits("interrupts.listen()") == "heard"


def test_without_it_nothing_is_heard() -> None:
    assert waits("") == "silence", "polars has mended it: interrupts.py can go"
