"""Ctrl-C is heard at once."""

import signal
import threading


def listen() -> None:
    """Let Ctrl-C break off a read that waits for a pipe or for standard input.

    polars, once imported, asks the system to take up a broken-off read again; then Ctrl-C is heard
    only when the other end of the pipe says something. This asks for the opposite. It does nothing
    outside the main thread, where signals cannot be set.

    Examples
    --------
    >>> listen()
    """
    if threading.current_thread() is threading.main_thread():
        signal.siginterrupt(signal.SIGINT, True)  # noqa: FBT003  the library takes it by position
