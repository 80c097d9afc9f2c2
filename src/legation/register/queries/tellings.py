"""Who tells a thing, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from legation.register.queries.values import Telling
from legation.register.store import Register, numbers

TELLING = (
    "SELECT i.id, n.thing, i.key, r.key, (SELECT min(name) FROM file f WHERE f.report = r.id), r.outlet,"
    " coalesce(r.source, r.key), r.day, r.basis, r.because, r.place, r.language, i.start, i.end,"
    " coalesce(json_extract(i.body, '$.quote'), c.quote, ''), coalesce(c.rule, '')"
    " FROM {0} JOIN report r ON r.id = i.report LEFT JOIN record c ON c.id = i.record"
)
OF_THINGS = TELLING.format("node n JOIN item i ON i.node = n.id") + " WHERE n.thing IN (SELECT value FROM json_each(?))"
OF_ITEMS = TELLING.format("item i JOIN node n ON n.id = i.node") + " WHERE i.id IN (SELECT value FROM json_each(?))"


def tellings_of_things(register: Register, things: Sequence[int]) -> dict[int, tuple[Telling, ...]]:
    """The tellings of each of these things (internal ids), in the order of days and files."""
    found: dict[int, list[Telling]] = {thing: [] for thing in things}
    for row in register.rows(OF_THINGS, numbers(things)):
        found[row[1]].append(Telling(*row[2:]))
    return {thing: tuple(sorted(told, key=_order)) for thing, told in found.items()}


def tellings_of_items(register: Register, items: Sequence[int]) -> dict[int, Telling]:
    """The telling that each of these items (internal ids) is."""
    return {row[0]: Telling(*row[2:]) for row in register.rows(OF_ITEMS, numbers(items))}


def _order(telling: Telling) -> tuple[Any, ...]:
    return (telling.day or "9999", telling.file, telling.start, telling.key)
