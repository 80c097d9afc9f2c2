"""What the tests of the register share: made-up reports, a register of them, what it exports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.made_up import arrivals

from legation.model.report import Record, ReportHead
from legation.register.adding import Arrival, file_digest, store
from legation.register.copies import minhash
from legation.register.resolver import Resolver
from legation.register.resolving import resolve
from legation.register.store import Register
from legation.views.exports.jsonl import FILES, lines

AT = "2024-05-01T12:00:00Z"


def made(count: int, *, first: int = 0, of: int = 30) -> list[Arrival]:
    """So many reports of a small world, in which much is told several times."""
    return list(arrivals(count, first=first, of=of))


def arrival(
    text: str, *records: Record, file: str = "a.txt", day: str | None = "2018-06-12", outlet: str | None = None
) -> Arrival:
    """A report as if it had been read."""
    head = ReportHead(day, "stated" if day else None, None, None, outlet, "fr")
    return Arrival(file, file_digest(text.encode()), text, head, records, minhash(text))


def add(
    register: Register, coming: Iterable[Arrival], *, using: Sequence[Resolver] | None = None, reader: str = "1"
) -> None:
    """Store some reports and work them through."""
    store(register, coming, reader=reader, at=AT)
    resolve(register, using=using)


def exported(register: Register) -> str:
    """All that the register would export, as one text."""
    return "\n".join(
        json.dumps(line, ensure_ascii=False) for where in FILES.values() for line in lines(register, where)
    )


def filled(path: Path, coming: Iterable[Arrival], **options: object) -> Register:
    """A new register with these reports."""
    register = Register.open(path, create=True)
    add(register, coming, **options)  # type: ignore[arg-type]
    return register
