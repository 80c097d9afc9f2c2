"""Reads files into a register: on all processors, with one writer, past everything that is in it already."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from time import monotonic

from legation import __version__
from legation.errors import DataFault, SkipReport
from legation.register.adding import Added, Arrival, file_digest, known_file, store
from legation.register.copies import minhash
from legation.register.resolving import resolve
from legation.register.store import Register
from legation.run.local import read_all
from legation.run.worker import Outcome

TOGETHER, SECONDS = 200, 2.0  # reports stored in one transaction, and how long the first of them waits
READING = ("codebook", "dating", "intake", "languages", "layout", "model", "pipeline.py", "reading", "repair", "world")
Tell = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Delivered(Outcome):
    """What became of one file: the report on its way into a register, or the problem."""

    arrival: Arrival | None = None


@lru_cache(maxsize=1)
def reader_version() -> str:
    """What reads: the version of this program and a digest of all that reading depends on."""
    root = Path(__file__).parents[1]
    digest = hashlib.blake2b(digest_size=4)
    for room in READING:
        for path in sorted((root / room).rglob("*")) if (root / room).is_dir() else [root / room]:
            if path.suffix in (".py", ".yaml", ".json"):
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{__version__}+{digest.hexdigest()}"


def now() -> str:
    """The time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def add_files(
    paths: Iterable[Path],
    register: Register,
    *,
    jobs: int | None = None,
    failed: Callable[[Outcome], None] = lambda outcome: None,
    tell: Tell = lambda step, count: None,
) -> Added:
    """Read files into a register and work through what is new; gives how many were new and how many known.

    `failed` is told of each file that cannot be read, `tell` of each step with how many more are done. What is stored
    stays when the run is broken off; the next run goes on from there.
    """
    added = _Counter()
    for arrivals in _together(_arrivals(_unknown(paths, register, added, tell), jobs, failed)):
        added.total += store(register, arrivals, reader=reader_version(), at=now())
        tell("read", len(arrivals))
    resolve(register, tell=tell)
    return added.total


class _Counter:
    total = Added()


def _unknown(paths: Iterable[Path], register: Register, added: _Counter, tell: Tell) -> Iterator[Path]:
    """The files whose bytes the register does not know."""
    for path in paths:
        try:
            digest = file_digest(path.read_bytes())
        except OSError:
            yield path  # reading it tells the fault
            continue
        if known_file(register, str(path), digest):
            added.total += Added(known=1)
            tell("known", 1)
        else:
            yield path


def _arrivals(paths: Iterable[Path], jobs: int | None, failed: Callable[[Outcome], None]) -> Iterator[Arrival]:
    for outcome in read_all(paths, jobs=jobs, work=deliver_each):
        if isinstance(outcome, Delivered) and outcome.arrival is not None:
            yield outcome.arrival
        else:
            failed(outcome)


def _together(arrivals: Iterable[Arrival]) -> Iterator[list[Arrival]]:
    """The same, so many at a time as are stored in one transaction."""
    held: list[Arrival] = []
    begun = monotonic()
    for arrival in arrivals:
        if not held:
            begun = monotonic()
        held.append(arrival)
        if len(held) >= TOGETHER or monotonic() - begun > SECONDS:
            yield held
            held = []
    if held:
        yield held


def deliver_each(paths: Sequence[Path]) -> list[Outcome]:
    """The outcomes of several files, in order."""
    return [deliver(path) for path in paths]


def deliver(path: Path) -> Outcome:
    """The outcome of reading one file for a register. Raises DataFault only, since then no report can be read."""
    from legation.pipeline import trace

    try:
        digest = file_digest(path.read_bytes())
        seen = trace(path)
        text = "\n".join(seen.mended.text[zone.start : zone.end] for zone in seen.layout.article())
        arrival = Arrival(str(path), digest, seen.raw.raw, seen.report.head, seen.report.records, minhash(text))
        return Delivered(str(path), arrival=arrival)
    except SkipReport as skipped:
        return Delivered(str(path), problem=str(skipped))
    except DataFault:
        raise
    except Exception as error:
        problem = f"{path}: the program failed on this report: {error!r} (a fault of the program; please report it)"
        return Delivered(str(path), problem=problem, details=traceback.format_exc())
