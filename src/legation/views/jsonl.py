"""A read report as one line of JSON, and back."""

from __future__ import annotations

import json
from typing import Any

from legation.model.report import ReadReport, Record, ReportHead

OWN = ("kind", "quote", "start", "end", "rule")


def encode(report: ReadReport) -> str:
    """The report as one line, without its end: the file, the report's own slots, the records; empty slots left out."""
    head = {name: getattr(report.head, name) for name in ReportHead.__slots__}
    body = {
        "file": report.file,
        "report": {name: value for name, value in head.items() if value is not None},
        "records": [_record(record) for record in report.records],
    }
    return json.dumps(body, ensure_ascii=False)


def decode(line: str) -> ReadReport:
    """The report that a line of JSON holds. Raises ValueError with what is wrong where it holds none."""
    body = json.loads(line)
    try:
        head = ReportHead(**{name: body.get("report", {}).get(name) for name in ReportHead.__slots__})
        return ReadReport(body["file"], head, tuple(_decoded(record) for record in body["records"]))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"no read report, as `legation read` prints them: {error!r}") from error


def _record(record: Record) -> dict[str, Any]:
    slots = {name: list(value) if isinstance(value, tuple) else value for name, value in record.slots.items()}
    return {**{name: getattr(record, name) for name in OWN}, **slots}


def _decoded(body: dict[str, Any]) -> Record:
    slots = {
        name: tuple(value) if isinstance(value, list) else value for name, value in body.items() if name not in OWN
    }
    return Record(
        body["kind"], body.get("quote", ""), body.get("start", -1), body.get("end", -1), body.get("rule", ""), slots
    )
