"""Reads files into a register: on all processors, with one writer, past everything that is in it already."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from legation.errors import DataFault, SkipReport
from legation.model.report import RawReport
from legation.register.adding import Added, Arrival, file_digest, known_file, store
from legation.register.copies import minhash
from legation.register.resolving import REPORTS, Resolving
from legation.register.store import Register
from legation.register.versions import reader_version
from legation.run.local import read_all
from legation.run.worker import Outcome, collector_calmed

if TYPE_CHECKING:
    from legation.pipeline import Trace

AHEAD = 50  # chunks of files that each process may be ahead of the one that writes
TOGETHER, SECONDS = 200, 2.0  # reports stored in one transaction, and how long the first of them waits
Tell = Callable[[str, int], None]
Failed = Callable[[Outcome], None]
OTHERS = (
    "SELECT key FROM report JOIN reading ON reading.id = report.reading WHERE reading.reader <> ? ORDER BY report.id"
)
STORED = (
    "SELECT f.name, f.digest, w.text, w.metadata FROM report r JOIN raw w ON w.report = r.id"
    " JOIN file f ON f.report = r.id WHERE r.key = ? ORDER BY f.name LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Delivered(Outcome):
    """What became of one file: the report on its way into a register, or the problem."""

    arrival: Arrival | None = None


def now() -> str:
    """The time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def add_files(
    paths: Iterable[Path],
    register: Register,
    *,
    jobs: int | None = None,
    failed: Failed = lambda outcome: None,
    tell: Tell = lambda step, count: None,
) -> Added:
    """Read files into a register and work through what is new; gives how many were new and how many known.

    `failed` is told of each file that cannot be read, `tell` of each step with how many more are done. What is stored
    stays when the run is broken off; the next run goes on from there.
    """
    passed = _Counter()
    outcomes = read_all(_unknown(paths, register, passed, tell), jobs=jobs, work=deliver_each, ahead=AHEAD)
    return _take_in(register, _arrivals(outcomes, failed), tell) + passed.total


def read_again(
    register: Register,
    *,
    jobs: int | None = None,
    failed: Failed = lambda outcome: None,
    tell: Tell = lambda step, count: None,
) -> Added:
    """Read anew the reports that another version of this program read, from the texts that the register keeps.

    The older readings stay; a report that this version cannot read keeps its reading, and `failed` is told.
    """
    keys = [Path(key) for (key,) in register.rows(OTHERS, reader_version())]
    work = partial(deliver_again, register=register.path)
    return _take_in(register, _arrivals(read_all(keys, jobs=jobs, work=work, ahead=AHEAD), failed), tell)


def _take_in(register: Register, arrivals: Iterable[Arrival], tell: Tell) -> Added:
    """Store reports as they come, and work them through beside that, so that no processor waits."""
    with collector_calmed():
        resolving = Resolving(register, tell=tell)
    added, waiting = Added(), 0
    for some in _together(arrivals):
        added += store(register, some, reader=reader_version(), at=now())
        tell("read", len(some))
        waiting += len(some)
        if waiting >= REPORTS:
            waiting -= REPORTS
            resolving.step()
    resolving.finish()
    return added


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


def _arrivals(outcomes: Iterable[Outcome], failed: Failed) -> Iterator[Arrival]:
    for outcome in outcomes:
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


def deliver_again(keys: Sequence[Path], *, register: Path) -> list[Outcome]:
    """The outcomes of reports in a register, by their keys, read from the texts there."""
    with Register.open(register, read_only=True) as opened:
        rows = [opened.rows(STORED, str(key))[0] for key in keys]
    raws = [(digest, RawReport(name, text, json.loads(metadata))) for name, digest, text, metadata in rows]
    return [_outcome(raw.file, digest, partial(_traced, raw)) for digest, raw in raws]


def deliver(path: Path) -> Outcome:
    """The outcome of reading one file for a register. Raises DataFault only, since then no report can be read."""
    from legation.pipeline import trace

    try:
        digest = file_digest(path.read_bytes())
    except OSError:
        digest = b""  # reading it tells the fault
    return _outcome(str(path), digest, partial(trace, path))


def _traced(raw: RawReport) -> Trace:
    from legation.pipeline import trace_raw

    return trace_raw(raw)


def _outcome(file: str, digest: bytes, read: Callable[[], Trace]) -> Outcome:
    try:
        seen = read()
        text = "\n".join(seen.mended.text[zone.start : zone.end] for zone in seen.layout.article())
        head, records, raw = seen.report.head, seen.report.records, seen.raw
        return Delivered(file, arrival=Arrival(file, digest, raw.raw, head, records, minhash(text), raw.metadata))
    except SkipReport as skipped:
        return Delivered(file, problem=str(skipped))
    except DataFault:
        raise
    except Exception as error:
        problem = f"{file}: the program failed on this report: {error!r} (a fault of the program; please report it)"
        return Delivered(file, problem=problem, details=traceback.format_exc())
