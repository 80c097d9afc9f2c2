"""Puts read reports into the register: the text, the reading, its records. Nothing that is there is changed.

A report is known by the digest of its text; what is new is only marked here, and worked on by `resolving`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from legation.model.report import Record, ReportHead
from legation.register.copies import forget
from legation.register.store import Register

KEY_LENGTH = 20  # hex digits: two of 10 million reports share them by chance once in 10^10 registers
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report on its way into the register: its file with the digest of the bytes, its text, what was read in it."""

    file: str
    digest: bytes
    raw: str
    head: ReportHead
    records: tuple[Record, ...]
    minhash: bytes
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Added:
    """How many reports were new, known already, and known but read for the first time by this reader."""

    new: int = 0
    known: int = 0
    read_again: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(self.new + other.new, self.known + other.known, self.read_again + other.read_again)


def report_key(raw: str) -> str:
    """What a report is known by: a digest of its text."""
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:KEY_LENGTH]


def file_digest(content: bytes) -> bytes:
    """What a file is known by: a digest of its bytes."""
    return hashlib.blake2b(content, digest_size=16).digest()


def known_file(register: Register, name: str, digest: bytes) -> bool:
    """Whether a file of these bytes was added before; if so, its name is noted too."""
    reports = register.rows("SELECT DISTINCT report FROM file WHERE digest = ?", digest)
    if not reports:
        return False
    ((report,),) = reports
    if not register.value("SELECT 1 FROM file WHERE report = ? AND name = ? AND digest = ?", report, name, digest):
        with register.writing():
            _name(register, report, name, digest)
    return True


def store(register: Register, arrivals: Iterable[Arrival], *, reader: str, at: str) -> Added:
    """Store some reports in one transaction. `reader` is the version that read them, `at` the time in UTC, ISO 8601."""
    added = Added()
    with register.writing():
        for arrival in arrivals:
            added += _store(register, arrival, reader, at)
    return added


def _store(register: Register, arrival: Arrival, reader: str, at: str) -> Added:
    key = report_key(arrival.raw)
    report = register.value("SELECT id FROM report WHERE key = ?", key)
    new = report is None
    if new:
        report = register.db.execute("INSERT INTO report (key) VALUES (?)", (key,)).lastrowid
        register.db.execute("INSERT INTO raw VALUES (?, ?, ?)", (report, arrival.raw, to_json(dict(arrival.metadata))))
    _name(register, report, arrival.file, arrival.digest)
    if not new and _reader(register, report) == reader:
        return Added(known=1)
    _read(register, report, arrival, reader, at)
    return Added(new=1) if new else Added(read_again=1)


def _reader(register: Register, report: int) -> str:
    """Who read the current reading of a report."""
    by = "SELECT reader FROM reading WHERE id = (SELECT reading FROM report WHERE id = ?)"
    return str(register.value(by, report))


def _name(register: Register, report: int, name: str, digest: bytes) -> None:
    shown = register.value("SELECT min(name) FROM file WHERE report = ?", report)
    register.db.execute("INSERT OR IGNORE INTO file VALUES (?, ?, ?)", (name, digest, report))
    if shown is not None and name < shown:  # what a resolver is handed has changed
        register.db.execute("UPDATE report SET stage = min(stage, 1) WHERE id = ?", (report,))


def _read(register: Register, report: int, arrival: Arrival, reader: str, at: str) -> None:
    if register.value("SELECT 1 FROM signature WHERE report = ?", report):
        forget(register, report)
    head = {name: getattr(arrival.head, name) for name in ReportHead.__slots__}
    reading = register.db.execute(
        "INSERT INTO reading (report, reader, at, head) VALUES (?, ?, ?, ?)", (report, reader, at, to_json(head))
    ).lastrowid
    register.db.execute(
        "UPDATE report SET outlet = ?, day = ?, basis = ?, because = ?, place = ?, language = ?, reading = ?, stage = 0"
        " WHERE id = ?",
        (
            head["agency"],
            head["date"],
            head["basis"],
            head["because"],
            head["place"],
            head["language"],
            reading,
            report,
        ),
    )
    register.db.execute("INSERT INTO signature VALUES (?, ?)", (report, arrival.minhash))
    first = register.next_id("record")
    rows = [(first + number, *_row(reading, record)) for number, record in enumerate(arrival.records)]
    register.db.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    register.db.executemany("INSERT INTO quotes (rowid, quote) VALUES (?, ?)", [(row[0], row[5]) for row in rows])


def _row(reading: int | None, record: Record) -> Sequence[Any]:
    return (reading, record.kind, record.start, record.end, record.quote, record.rule, to_json(dict(record.slots)))


def to_json(value: Any) -> str:
    """JSON as the register keeps it: compact, letters as they are, slots in the order they have."""
    return orjson.dumps(value).decode("utf-8")
