"""Rows of the register as the values that resolvers work with, and back."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import orjson

from legation.register.adding import to_json
from legation.register.resolver import Item
from legation.register.store import Register, numbers

HELD = 60_000  # items held in memory, about 1 kB each
Row = Mapping[str, Any]
REPORT = "r.id, r.key, r.outlet, r.source, r.day, r.basis, r.because, r.place, r.language"
ITEM = (
    "SELECT i.id, i.key, i.kind, i.start, i.end, i.body, r.key, r.day, r.source, c.quote, c.slots FROM item i"
    " JOIN report r ON r.id = i.report LEFT JOIN record c ON c.id = i.record"
    " WHERE i.id IN (SELECT value FROM json_each(?))"
)


def reports_at(register: Register, stage: int, limit: int) -> list[tuple[int, int, dict[str, Any]]]:
    """Some reports at a stage: id, current reading, and what a resolver is handed."""
    rows = register.rows(
        f"SELECT {REPORT}, r.reading, (SELECT min(name) FROM file f WHERE f.report = r.id) FROM report r"
        " WHERE r.stage = ? ORDER BY r.id LIMIT ?", stage, limit,
    )  # fmt: skip
    names = ("key", "outlet", "source", "day", "basis", "because", "place", "language")
    return [(row[0], row[9], {**dict(zip(names, row[1:9], strict=True)), "file": row[10]}) for row in rows]


def records_of(register: Register, report_key: str, reading: int) -> list[dict[str, Any]]:
    """The records of a reading, in the order of the text, with their keys and their ids (`row`)."""
    rows = register.rows("SELECT id, kind, start, end, quote, rule, slots FROM record WHERE reading = ?", reading)
    rows.sort(key=lambda row: (row[2], row[3], row[1], row[6]))
    seen: dict[str, int] = {}
    return [_record(report_key, row, seen) for row in rows]


def _record(report_key: str, row: tuple[Any, ...], seen: dict[str, int]) -> dict[str, Any]:
    """A record as a resolver is handed it; several of one kind on the same words are numbered in a fixed order."""
    id_, kind, start, end, quote, rule, slots = row
    key = f"{report_key}:{kind}:{start}-{end}"
    seen[key] = number = seen.get(key, 0) + 1
    return {
        "key": key if number == 1 else f"{key}:{number}", "row": id_, "kind": kind, "start": start, "end": end,
        "quote": quote, "rule": rule, "slots": orjson.loads(slots),
    }  # fmt: skip


def item_row(item: Item, report: Mapping[str, Any], records: Mapping[str, Row]) -> tuple[Any, ...]:
    """The columns record, key, kind, start, end and body for an item made of some of a report's records, by key."""
    record = records.get(item.key) or _with_words(item, records)
    body: dict[str, Any] = {}
    if item.records != (item.key,):
        body["records"] = [key.removeprefix(item.report) for key in item.records]
    if item.quote != (record["quote"] if record else ""):
        body["quote"] = item.quote
    body |= _slots_body(item.slots, record["slots"] if record else {})
    if item.day != report["day"]:
        body["day"] = item.day
    if item.source != (report["source"] or ""):
        body["source"] = item.source
    row = record["row"] if record else None
    return (row, item.key, item.kind, item.start, item.end, to_json(body) if body else None)


def _with_words(item: Item, records: Mapping[str, Row]) -> Row | None:
    """The first record whose words the item has."""
    for key in item.records:
        record = records.get(key)
        if record and record["start"] == item.start and record["quote"] == item.quote:
            return record
    return None


def _slots_body(slots: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """What to keep of an item's slots: nothing if they are the record's, what it has more, or all."""
    if slots is told or slots == told:
        return {}
    if slots.keys() >= told.keys() and all(slots[name] == value for name, value in told.items()):
        return {"more": {name: value for name, value in slots.items() if name not in told}}
    return {"slots": slots}


def normal(item: Item, number: int = 1) -> Item:
    """The item as it comes back from the register: tuples are lists there. The second of one key is numbered."""
    if number > 1:
        item = replace(item, key=f"{item.key}:{number}")
    if any(isinstance(value, tuple | dict) for value in item.slots.values()):
        return replace(item, slots=orjson.loads(to_json(item.slots)))
    return item


class Items:
    """Items by id, the latest asked for held in memory. An item never changes; forget those that are deleted."""

    def __init__(self, register: Register, held: int = HELD) -> None:
        self._register, self._size = register, held
        self._held: OrderedDict[int, Item] = OrderedDict()

    def put(self, id_: int, item: Item) -> None:
        """Hold an item just made."""
        self._held[id_] = item
        while len(self._held) > self._size:
            self._held.popitem(last=False)

    def clear(self) -> None:
        """Forget everything: another process may have written."""
        self._held.clear()

    def get(self, ids: Iterable[int]) -> dict[int, Item]:
        """The items of these ids."""
        found: dict[int, Item] = {}
        missing: list[int] = []
        for id_ in ids:
            item = self._held.get(id_)
            if item is None:
                missing.append(id_)
            else:
                self._held.move_to_end(id_)
                found[id_] = item
        for row in self._register.rows(ITEM, numbers(sorted(missing))) if missing else ():
            found[row[0]] = _item(row)
            self.put(row[0], found[row[0]])
        return found


def _item(row: Sequence[Any]) -> Item:
    _, key, kind, start, end, body, report, day, source, quote, slots = row
    told = {} if slots is None else orjson.loads(slots)
    more = orjson.loads(body) if body else {}
    records = tuple(report + one if one[:1] == ":" else one for one in more.get("records", (key,)))
    return Item(
        key=key, kind=kind, report=report, start=start, end=end, records=records, quote=more.get("quote", quote or ""),
        slots=more["slots"] if "slots" in more else {**told, **more["more"]} if "more" in more else told,
        day=more.get("day", day), source=more.get("source", source or ""),
    )  # fmt: skip
