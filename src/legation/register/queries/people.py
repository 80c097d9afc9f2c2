"""What is told of a person, body or place: the latest of the things whose tellings name it."""

from __future__ import annotations

from legation.register.queries.selecting import entries
from legation.register.queries.values import EVENTS, Entry
from legation.register.store import Register, numbers

LATEST_REPORTS = 60  # reports looked through for the latest things
REPORTS = (
    "SELECT i.id FROM node n JOIN item i ON i.node = n.id JOIN report r ON r.id = i.report WHERE n.thing = ?"
    " ORDER BY r.day DESC, r.key LIMIT ?"
)
THINGS = (
    "SELECT DISTINCT m.thing FROM item i JOIN report r ON r.id = i.report JOIN json_each(i.body, '$.records') told"
    " JOIN item j ON j.report = i.report AND j.key = r.key || told.value JOIN node m ON m.id = j.node"
    " WHERE i.id IN (SELECT value FROM json_each(?)) AND m.thing IS NOT NULL"
    f" AND j.kind IN {EVENTS}"
)


def latest(register: Register, entity: Entry, *, limit: int) -> tuple[Entry, ...]:
    """The latest events that reports name an entity in, the latest first, by the reports told last."""
    items = [item for (item,) in register.rows(REPORTS, entity.row, LATEST_REPORTS)]
    rows = [thing for (thing,) in register.rows(THINGS, numbers(sorted(items)))]
    return tuple(
        sorted(entries(register, rows, told_on=True), key=lambda one: (one.when, one.id), reverse=True)[:limit]
    )
