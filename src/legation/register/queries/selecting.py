"""Things by filter, a page at a time: the dated ones by day and id, then those without a day by their first report.

Pages go on from the last thing shown (keyset), so that a late page costs as much as the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import orjson

from legation.register.queries.phrase import fts_query
from legation.register.queries.values import Cursor, Entry, Filter, Page
from legation.register.store import Register, numbers

COLUMNS = "t.id, t.name, t.kind, t.day, t.told, t.slots, t.conflicts"
TOLD_ON = (
    "(SELECT min(r.day) FROM node n JOIN item i ON i.node = n.id JOIN report r ON r.id = i.report WHERE n.thing = t.id)"
)
NAMING = (
    "t.id IN (SELECT m.thing FROM thing e JOIN node n ON n.thing = e.id JOIN item i ON i.node = n.id"
    " JOIN report r ON r.id = i.report JOIN json_each(i.body, '$.records') told JOIN item j ON j.report = i.report"
    " AND j.key = r.key || told.value JOIN node m ON m.id = j.node WHERE e.name = ?)"
)
IN_QUOTES = (
    "t.id IN (SELECT n.thing FROM quotes q JOIN record c ON c.id = q.rowid JOIN item i ON i.record = c.id"
    " AND i.kind = c.kind JOIN node n ON n.id = i.node WHERE quotes MATCH ?)"
)
TOPIC = "instr(t.slots, ?) AND EXISTS (SELECT 1 FROM json_each(t.slots, '$.topics') WHERE value = ?)"
Clause = tuple[str, tuple[Any, ...]]


def select(register: Register, where: Filter, *, after: Cursor | None, limit: int) -> Page:
    """A page of the things that a filter asks for; those without a day last, by the day of their first report."""
    found: list[Entry] = []
    if after is None or after.dated:
        found = _dated(register, where, after, limit + 1)
    if len(found) <= limit:
        resume = after if after is not None and not after.dated else None
        found += _undated(register, where, resume, limit + 1 - len(found))
    page = tuple(found[:limit])
    if len(found) <= limit:
        return Page(page)
    last = page[-1]
    return Page(page, Cursor(last.day is not None, last.when, last.id))


def entries(register: Register, rows: Sequence[int], *, told_on: bool = False) -> list[Entry]:
    """The things of these internal ids, in the order of their ids that last."""
    extra = f", {TOLD_ON}" if told_on else ""
    found = register.rows(
        f"SELECT {COLUMNS}{extra} FROM thing t WHERE t.id IN (SELECT value FROM json_each(?)) ORDER BY t.name, t.id",
        numbers(rows),
    )
    return [entry(row) for row in found]


def conditions_on(where: Filter) -> list[Clause]:
    """What a filter asks of a thing `t` itself, states and words left out: a thing without a day has that of its first
    report.
    """
    day = f"coalesce(t.day, {TOLD_ON}, '')"
    clauses = _conditions(replace(where, states=(), words=None))
    if where.since:
        clauses += [(f"({day} >= ? OR ({day} > '' AND ? LIKE {day} || '%'))", (where.since,) * 2)]
    if where.until:
        clauses += [(f"{day} > '' AND {day} <= ? || '~'", (where.until,))]
    return clauses


def entry(row: Sequence[Any]) -> Entry:
    """A row of COLUMNS, and perhaps TOLD_ON, as a value."""
    id_, name, kind, day, told, slots, conflicts, *told_on = row
    return Entry(id_, name, kind, day, told, orjson.loads(slots), orjson.loads(conflicts), *told_on)


def _dated(register: Register, where: Filter, after: Cursor | None, limit: int) -> list[Entry]:
    """Along the index of the states' things, or of all things, by day."""
    day = "v.day" if where.party else "t.day"
    clauses = [*_conditions(where), (f"{day} > ''", ())]
    if where.since:
        clauses += [(f"{day} >= ?", (where.since[:4],)), (f"({day} >= ? OR ? LIKE {day} || '%')", (where.since,) * 2)]
    if where.until:
        clauses += [(f"{day} <= ? || '~'", (where.until,))]
    if after:
        clauses += [(f"{day} >= ?", (after.when,)), (f"({day}, t.name) > (?, ?)", (after.when, after.id))]
    return _run(register, where, clauses, f"{COLUMNS}, NULL", f"{day}, t.name", limit)


def _undated(register: Register, where: Filter, after: Cursor | None, limit: int) -> list[Entry]:
    clauses = [*_conditions(where), ("v.day = ''" if where.party else "t.day IS NULL", ())]
    when = f"coalesce({TOLD_ON}, '')"
    if where.since:
        clauses += [(f"({when} >= ? OR ({when} > '' AND ? LIKE {when} || '%'))", (where.since,) * 2)]
    if where.until:
        clauses += [(f"{when} > '' AND {when} <= ? || '~'", (where.until,))]
    if after:
        clauses += [(f"({when}, t.name) > (?, ?)", (after.when, after.id))]
    return _run(register, where, clauses, f"{COLUMNS}, {TOLD_ON} AS told_on", "coalesce(told_on, ''), t.name", limit)


def _run(
    register: Register, where: Filter, clauses: Sequence[Clause], columns: str, order: str, limit: int
) -> list[Entry]:
    table = "involved v CROSS JOIN thing t ON t.id = v.thing" if where.party else "thing t"
    conditions = " AND ".join(text for text, _ in clauses)
    values = [value for _, some in clauses for value in some]
    query = f"SELECT {columns} FROM {table} WHERE {conditions} ORDER BY {order} LIMIT ?"
    return [entry(row) for row in register.rows(query, *values, limit)]


def _conditions(where: Filter) -> list[Clause]:
    clauses: list[Clause] = []
    if where.party:
        clauses.append(("v.party = ?", (where.party,)))
    if where.kinds:
        clauses.append((f"t.kind IN ({', '.join('?' * len(where.kinds))})", where.kinds))
    if where.topic:
        clauses.append((TOPIC, (f'"{where.topic}"', where.topic)))
    if where.act:
        clauses.append(("json_extract(t.slots, '$.act') = ?", (where.act,)))
    if where.entity:
        clauses.append((NAMING, (where.entity,)))
    if where.words:
        clauses.append((IN_QUOTES, (fts_query(where.words),)))
    return clauses
