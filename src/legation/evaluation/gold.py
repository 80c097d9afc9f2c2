"""Gold: reports coded by people, against which the program's records are scored.

A folder holds NAME.json for each report: {"tail": first words of the related stories, "report": {slots…}, "records":
[{"kind", "quote", "nth", slots…, "?slot": also allowed, "optional": true}]}; the raw report is NAME.txt beside it or in
another folder. `A|B` in a value lists spellings of which any will do.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legation.codebook import Codebook
from legation.errors import DataFault, WrongUse

META = frozenset({"kind", "quote", "nth", "start", "end", "optional"})
NOT_REPORTS = frozenset({"clusters.json", "floors.json", "set_aside.json"})


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """A record coded by hand; `free` holds values that may be given or not, an empty set of them meaning any value."""

    kind: str
    quote: str
    start: int
    end: int
    slots: Mapping[str, Any]
    free: Mapping[str, Any]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report coded by hand; what starts at `tail` is no part of the article."""

    name: str
    raw: str
    tail: int
    head: Mapping[str, Any]
    records: tuple[GoldRecord, ...]


def load_gold(folder: Path, *, reports: Path | None = None, book: Codebook) -> dict[str, GoldReport]:
    """The coded reports of a folder by the name of their text file; `reports` is where the texts are, if not there.

    Raises WrongUse where the folder holds no gold, DataFault with every fault of the gold at once.
    """
    paths = [path for path in sorted(folder.glob("*.json")) if path.name not in NOT_REPORTS]
    if not paths:
        raise WrongUse(f"{folder}: no gold (NAME.json) in this folder; give a folder of coded reports")
    faults: list[str] = []
    golds = [_load(path, reports or folder, book, faults) for path in paths]
    if faults:
        raise DataFault(faults)
    return {gold.name: gold for gold in golds if gold}


def _load(path: Path, reports: Path, book: Codebook, faults: list[str]) -> GoldReport | None:
    text = reports / f"{path.stem}.txt"
    if not text.exists():
        faults.append(f"{path}: its report {text} is missing; name the folder of the texts with --reports")
        return None
    body, raw = json.loads(path.read_text(encoding="utf-8")), text.read_text(encoding="utf-8")
    tail = raw.find(body["tail"]) if body.get("tail") else len(raw)
    if tail < 0:
        faults.append(f"{path}: the tail's first words are not in {text}")
    records = [_record(f"{path}: record {n}", entry, raw, book, faults) for n, entry in enumerate(body["records"])]
    return GoldReport(text.name, raw, tail, body["report"], tuple(record for record in records if record))


def _record(where: str, entry: dict[str, Any], raw: str, book: Codebook, faults: list[str]) -> GoldRecord | None:
    slots = {name: value for name, value in entry.items() if name not in META and not name.startswith("?")}
    free = {name[1:]: value for name, value in entry.items() if name.startswith("?")}
    told = {name: value for name, value in [*slots.items(), *free.items()] if value is not None}
    faults += [f"{where}: {fault}" for fault in book.faults(entry["kind"], told)]
    start = _locate(entry, raw)
    if start is None:
        faults.append(f"{where}: quote not found: {entry['quote']!r}")
        return None
    end = start + len(entry["quote"])
    return GoldRecord(entry["kind"], entry["quote"], start, end, slots, free, bool(entry.get("optional")))


def _locate(entry: dict[str, Any], raw: str) -> int | None:
    start = -1
    for _ in range(entry.get("nth", 1)):
        start = raw.find(entry["quote"], start + 1)
        if start < 0:
            return None
    return start
