"""Reads many files on the processes of one machine: outcomes in the order of the files, in bounded memory.

The first file is read in this process: its record comes at once, and the knowledge it loaded is shared with the
workers. Few files are all read here. When a worker is killed, the files that were under way are read again one at a
time, so that only the one that kills a process is given up.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from pathlib import Path

from legation.run.worker import Outcome, attempt_each, collector_calmed, settle_in

FEW = 12  # files that one process has read before others have started
CHUNK = 8  # files handed over at a time
AHEAD = 3  # chunks under way for each process

Work = Callable[[Sequence[Path]], list[Outcome]]


def available_cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_all(
    paths: Iterable[Path], *, jobs: int | None = None, work: Work = attempt_each, ahead: int = AHEAD
) -> Iterator[Outcome]:
    """The outcome of each file, in the order given, on `jobs` processes (default: as many as there are processors).

    `paths` is taken as it is needed, never as a whole; `ahead` is how many chunks of files each process may be ahead of
    who takes the outcomes. Raises DataFault where the program's knowledge is wrong.
    """
    jobs = jobs or available_cores()
    coming = iter(paths)
    few = list(islice(coming, FEW))
    if not few:
        return
    with collector_calmed():
        outcomes = work(few[:1])
    yield from outcomes
    rest = chain(few[1:], coming)
    if jobs == 1 or len(few) < FEW:
        yield from chain.from_iterable(work([path]) for path in rest)
    else:
        yield from _in_processes(rest, jobs, work, ahead)


def _in_processes(paths: Iterator[Path], jobs: int, work: Work, ahead: int) -> Iterator[Outcome]:
    chunks = iter(lambda: list(islice(paths, CHUNK)), [])
    while True:
        unread = yield from _until_broken(chunks, jobs, work, ahead)
        if not unread:
            return
        for path in unread:
            yield from _alone(path, work)


def _until_broken(
    chunks: Iterator[list[Path]], jobs: int, work: Work, ahead: int
) -> Generator[Outcome, None, list[Path]]:
    """Yield outcomes until all is read, or a worker dies; give the files under way that have no outcome then."""
    given: deque[list[Path]] = deque()
    results: deque[Future[list[Outcome]]] = deque()
    pool = _pool(jobs)
    try:
        while True:
            for chunk in islice(chunks, jobs * ahead - len(given)):
                given.append(chunk)
                results.append(pool.submit(work, chunk))
            if not given:
                return []
            outcomes = results.popleft().result()
            given.popleft()
            yield from outcomes
    except BrokenProcessPool:
        return list(chain.from_iterable(given))
    finally:
        _end(pool)


def _alone(path: Path, work: Work) -> list[Outcome]:
    pool = _pool(1)
    try:
        return pool.submit(work, [path]).result()
    except BrokenProcessPool:
        problem = f"{path}: the process that read it was killed (out of memory?); the rest is read without it"
        return [Outcome(str(path), problem=problem)]
    finally:
        _end(pool)


def _pool(jobs: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=settle_in)


def _end(pool: ProcessPoolExecutor) -> None:
    pool.shutdown(wait=True, cancel_futures=True)
