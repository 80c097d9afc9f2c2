"""What one process does: read one report, and never fail whatever the report holds."""

from __future__ import annotations

import gc
import os
import signal
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import parent_process
from pathlib import Path

from legation.errors import DataFault, SkipReport

CALM = (20_000, 20, 50)  # new objects before a collection, and how many of these before an older generation's


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `line` is its report as JSON, or `problem` says why there is none.

    `details` is the traceback where the program itself is at fault.
    """

    file: str
    line: str | None = None
    problem: str | None = None
    details: str | None = None


def attempt(path: Path) -> Outcome:
    """The outcome of reading one file. Raises DataFault only, since then no report can be read."""
    from legation.pipeline import read_file
    from legation.views.jsonl import encode

    try:
        return Outcome(str(path), encode(read_file(path)))
    except SkipReport as skipped:
        return Outcome(str(path), problem=str(skipped))
    except DataFault:
        raise
    except Exception as error:
        problem = f"{path}: the program failed on this report: {error!r} (a fault of the program; please report it)"
        return Outcome(str(path), problem=problem, details=traceback.format_exc())


def attempt_each(paths: Sequence[Path]) -> list[Outcome]:
    """The outcomes of several files, in order."""
    return [attempt(path) for path in paths]


@contextmanager
def collector_calmed() -> Iterator[None]:
    """Stop the collector of cycles while knowledge is loaded, spare it that afterwards, and have it look less often.

    Loading and reading are each about a tenth faster so. What is loaded also stays shared with workers forked later.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*CALM)
        gc.enable()


def settle_in() -> None:
    """Prepare a worker process: leave Ctrl-C to the parent, and end when the parent ends, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
