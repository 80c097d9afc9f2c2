"""What goes in (a raw report) and what comes out (a read report)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Slot = str | int | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawReport:
    """One article as it was given: `raw` is the file's text, whose code points records cite.

    `metadata` holds what the container says and the text does not (a page's publication date, its outlet).
    """

    file: str
    raw: str
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReportHead:
    """The report itself, by the codebook: EDTF date, where its year comes from and why, dateline city, wire, language."""

    date: str | None = None
    basis: str | None = None
    because: str | None = None
    place: str | None = None
    agency: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that the report says: raw[start:end] == quote; `rule` made it; slots by the codebook, empty ones left out."""

    kind: str
    quote: str
    start: int
    end: int
    rule: str
    slots: Mapping[str, Slot]


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with its records, in the order of their evidence."""

    file: str
    head: ReportHead
    records: tuple[Record, ...]
