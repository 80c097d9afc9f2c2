"""Reports, records, items and things for tests, in one line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from legation.register.resolver import Item, Resolver
from legation.register.thing import Thing


def record(kind: str, number: int = 0, /, report: str = "r", **slots: Any) -> dict[str, Any]:
    """A record as a resolver is handed it."""
    start = number * 100
    return {
        "key": f"{report}:{kind}:{start}-{start + 50}", "kind": kind, "start": start, "end": start + 50,
        "quote": f"words of {kind} {number}", "rule": "test", "slots": slots,
    }  # fmt: skip


def report(key: str = "r", day: str | None = "2021-09-11", source: str = "") -> dict[str, Any]:
    """A report as a resolver is handed it."""
    return {"key": key, "file": f"{key}.txt", "outlet": source, "source": source or key, "day": day}


def one(resolver: Resolver, key: str = "r", day: str | None = "2021-09-11", source: str = "", **slots: Any) -> Item:
    """The only item that a report with one record of an event resolver's kind gives."""
    kind = resolver.kind  # type: ignore[attr-defined]
    (item,) = resolver.items(report(key, day, source), [record(kind, report=key, **slots)])
    return item


def thing(id_: str, kind: str, told_on: str | None = None, reports: Sequence[str] = (), **slots: Any) -> Thing:
    """A resolved thing."""
    return Thing(id_, kind, slots, told_on, frozenset(reports))
