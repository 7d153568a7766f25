"""Questions asked ahead, in a process of their own, while this one reads and codes reports.

Both halves of a brief cost about the same, and neither needs the other. A second process asks the
war's questions one after the other; who wants an answer that it has not come to yet takes the
question from it.
"""

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from multiprocessing.connection import Connection

from truceline.terms.errors import TrucelineError
from truceline.terms.results import Answer, Question

Key = tuple[Question, date]


@dataclass(eq=False)
class Ahead:
    """A process that asks questions ahead, as `asking` lends it."""

    pipe: Connection
    begun: set[Key] = field(default_factory=set)
    found: dict[Key, Answer] = field(default_factory=dict)

    def want(self, keys: Sequence[Key]) -> None:
        """Say what will be asked, in the order in which it is likely to be."""
        self._send(tuple(keys))

    def take(self, key: Key) -> Answer | None:
        """Return an answer, waiting for one that has been begun; None: it is for you to ask.

        Parameters
        ----------
        key : (Question, date)
            The question, and the day as of which it is asked.

        Returns
        -------
        Answer or None
            None also where asking failed or the process is gone: whoever asks again will see why.
        """
        try:
            while key not in self.found and (key in self.begun or self.pipe.poll()):
                told, answer = self.pipe.recv()
                if answer is None:
                    self.begun.add(told)
                else:
                    self.found[told] = answer
        except (EOFError, OSError):
            self.begun.clear()
        if key not in self.found:
            self._send(key)
        return self.found.get(key)

    def _send(self, told: object) -> None:
        """Tell the process something, if it is there."""
        try:
            self.pipe.send(told)
        except OSError:
            self.begun.clear()


@contextmanager
def asking(war: str, jobs: int) -> Iterator[Ahead | None]:
    """Lend a process that asks questions of a war ahead, for as long as the block runs.

    Parameters
    ----------
    war : str
        A built-in war or a folder.
    jobs : int
        How many processes there may be; with one, or where none can be had, no other is lent.

    Yields
    ------
    Ahead or None
        It begins afresh and shares nothing with this one, so that no lock of a library's thread
        is copied. While it loads libraries and the war this one may do so too.
    """
    if jobs < 2:
        yield None
        return
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    worker = context.Process(target=_work, args=(theirs, war), daemon=True)
    try:
        worker.start()
    except OSError:  # no memory or no process left to be had: one does it alone, in its own time
        ours.close()
        theirs.close()
        yield None
        return
    theirs.close()
    try:
        yield Ahead(ours)
    finally:
        worker.terminate()
        worker.join()
        ours.close()


def _work(pipe: Connection, war: str) -> None:
    """Ask one question after the other, saying which is begun, but for those taken away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that reads hears Ctrl-C for both
    from truceline.pipeline import ask  # noqa: PLC0415  loads while the other process does

    try:
        record = ask.load(war)
        taken: set[Key] = set()
        for question, day in pipe.recv():
            while pipe.poll():
                taken.add(pipe.recv())
            if (question, day) not in taken:
                pipe.send(((question, day), None))
                pipe.send(((question, day), ask.ask(question, record, as_of=day)))
    except (TrucelineError, EOFError, OSError):
        pass
    pipe.close()
