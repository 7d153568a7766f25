"""Documents coded by many workers: batches out, results in order, the same bytes as by one."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import joblib
from joblib.externals.loky.process_executor import TerminatedWorkerError

from truceline.pipeline.coded import Document, Line, document, documents_of, lines
from truceline.pipeline.reports import coder_for
from truceline.read import wars
from truceline.terms.errors import BadInput
from truceline.terms.events import Coder, Coding, SetAside
from truceline.terms.stories import Story
from truceline.terms.wars import War

ENGINES = ("local", "dask")
BATCH = 16
"""Documents a batch: some seconds of work, so that handing it over costs next to nothing."""
_AHEAD = 8
"""Batches a worker that are read ahead: enough that none waits, and bounded."""
_TRIES = 2
_PATIENCE = 10
"""Seconds that a cluster may take to answer."""
LOST = "WORKER_LOST"
Job = tuple[Callable[..., list[str]], Sequence[Line], "_For", date | None]
Result = list[str] | None
Crew = Callable[[list[Job]], Iterator[Result]]


@dataclass(frozen=True, slots=True)
class _For:
    """The war a coder is made for, known by its hash, and the pipeline that it reads by."""

    sha256: str
    war: War | None = field(compare=False)
    model: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workers:
    """How many workers, of which kind; `scheduler` is the address of a Dask cluster at hand.

    `model` is another English pipeline than the one shipped, which each of them has.
    """

    count: int
    engine: str = "local"
    scheduler: str | None = None
    model: str | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot work.

        Raises
        ------
        BadInput
            If there is no worker, no such engine, or an address without Dask.
        """
        if self.count < 1:
            raise BadInput(f"--workers is {self.count}; give 1 or more")
        if self.engine not in ENGINES:
            raise BadInput(f"--engine is {self.engine}; allowed are {', '.join(ENGINES)}")
        if self.scheduler is not None and self.engine != "dask":
            raise BadInput("--scheduler names a Dask cluster; add --engine dask")


def coded_files(
    paths: Sequence[Path], war: str | None, published: date | None, workers: Workers
) -> Iterator[str]:
    """Yield each document of JSON-lines files as its JSON line, in order; see `coded_lines`.

    Raises
    ------
    BadWar
        If there is no such war.
    OSError
        If a file cannot be opened.
    """
    named = wars.load(war) if war else None
    yield from coded_lines(lines(paths), named, published, workers)


def coded_lines(
    given: Iterable[Line], war: War | None, published: date | None, workers: Workers
) -> Iterator[str]:
    """Yield each document as its JSON line, in the order in which they are given.

    Parameters
    ----------
    given : iterable of Line
        Documents; they are read some batches ahead, never all at once.
    war : War or None
        The war whose aliases help the coder.
    published : date or None
        Date of the documents.
    workers : Workers
        Who codes.

    Yields
    ------
    str
        As `Document.as_dict` has it. A batch whose worker is lost is tried again, alone; if it is
        lost again its documents stand there with `WORKER_LOST` and nothing else.

    Raises
    ------
    BadInput
        If Dask is asked for and not installed, its cluster cannot be reached, or there is no such
        English pipeline.
    """
    wanted = _For(war.sha256 if war else "", war, workers.model)
    if workers.model is not None:
        _coder(wanted)  # here first, so that a pipeline of no use is told of before work begins
    source = iter(given)
    with _crew(workers) as crew:
        while True:
            ahead = list(islice(source, BATCH * _AHEAD * workers.count))
            if not ahead:
                return
            chunk = [ahead[start : start + BATCH] for start in range(0, len(ahead), BATCH)]
            jobs: list[Job] = [(code_batch, batch, wanted, published) for batch in chunk]
            for found, batch in zip(crew(jobs), chunk, strict=True):
                yield from found if found is not None else map(_lost, batch)


def code_batch(batch: Sequence[Line], wanted: _For, published: date | None) -> list[str]:
    """Return the documents of a batch as JSON lines: what one worker does with one batch."""
    coder = _coder(wanted)
    return [as_line(each) for each in documents_of(batch, published, coder)]


def as_line(found: Document) -> str:
    """Return a document as `truceline code` prints it."""
    return json.dumps(found.as_dict(), ensure_ascii=False)


@lru_cache(maxsize=2)
def _coder(wanted: _For) -> Coder:
    """Return the coder of a war, made once in each worker."""
    return coder_for(wanted.war, wanted.model)


def _lost(line: Line) -> str:
    """Return the place of a document whose worker was lost."""
    read = document(line.raw, line.file_name, line.number, None, _Nothing())
    why = "the worker that coded it was lost again and again; code it alone to see why"
    coding = Coding(read.document_id, (), (SetAside(LOST, why, 0, 0),))
    return as_line(Document(read.document_id, read.story, coding))


class _Nothing:
    """A coder that reads nothing, for documents that no worker could code."""

    name = "nothing"
    version = "0"

    def __call__(self, story: Story) -> Coding:
        return Coding(story.story_id)


@contextmanager
def _crew(workers: Workers) -> Iterator[Crew]:
    """Hand over what does jobs, in order, by the workers that are asked for."""
    if workers.engine == "dask":
        with _cluster(workers) as client:
            yield lambda jobs: _by_dask(jobs, client)
    else:
        yield lambda jobs: _by_joblib(jobs, workers.count)


def _by_joblib(jobs: list[Job], count: int) -> Iterator[Result]:
    """Yield the result of each job in order; None where its worker was lost every time."""
    done = 0
    try:
        crew = joblib.Parallel(n_jobs=count, batch_size=1, return_as="generator")
        for found in crew(joblib.delayed(job[0])(*job[1:]) for job in jobs):
            done += 1
            yield found
    except TerminatedWorkerError:
        # Which job it was nobody knows: what is left goes one by one.
        for job in jobs[done:]:
            yield _alone(job)


def _alone(job: Job) -> Result:
    # Two, so that joblib hands the one to a worker and does not do it in this process.
    pair = [joblib.delayed(job[0])(*job[1:]), joblib.delayed(len)(())]
    for _ in range(_TRIES):
        try:
            found, _ = joblib.Parallel(n_jobs=2, batch_size=1)(pair)
        except TerminatedWorkerError:
            continue
        return list(found)
    return None


def _by_dask(jobs: list[Job], client: Any) -> Iterator[Result]:
    """Yield the result of each job in order; None where its worker was lost every time.

    Dask itself gives a lost worker's jobs to another, some times over. joblib's own backend for it
    waits for ever where it gives up, so its futures are used as they are.
    """
    import distributed  # noqa: PLC0415  an extra

    futures = [client.submit(*job, pure=False) for job in jobs]
    for job, future in zip(jobs, futures, strict=True):
        try:
            yield future.result()
        except (distributed.KilledWorker, CancelledError):
            # It may only have stood beside the one that kills: once more, with nothing beside it.
            settle: Any = distributed.wait
            settle(futures)
            try:
                yield client.submit(*job, pure=False).result()
            except (distributed.KilledWorker, CancelledError):
                yield None


@contextmanager
def _cluster(workers: Workers) -> Iterator[Any]:
    """Hand over a client of a Dask cluster: the one named, or one of this machine's processes."""
    try:
        import distributed  # noqa: PLC0415  an extra
    except ImportError as error:
        raise BadInput(
            "Dask is not installed; install it with: pip install 'truceline[dask]'"
        ) from error
    with ExitStack() as opened:
        if workers.scheduler is None:
            made: Any = distributed.LocalCluster
            where: object = opened.enter_context(
                made(n_workers=workers.count, threads_per_worker=1, dashboard_address=None)
            )
        else:
            where = workers.scheduler
        try:
            client: Any = distributed.Client
            found = opened.enter_context(client(where, timeout=_PATIENCE))
        except (OSError, ValueError) as error:
            raise BadInput(
                f"no Dask cluster answers at {where}; start one there, or leave --scheduler out"
            ) from error
        yield found
