"""The register as JSON lines: events.jsonl and persons.jsonl, in the order of ids, the same bytes for the same reports.

events.jsonl    {"id", "kind", slots…, "members": [{"file", "kind", "start", "end"}], "conflicts": {…}}
persons.jsonl   {"id", "name", "spellings", "posts", …, "members": […], "conflicts": {…}}
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from legation.register.store import Register, numbers

PERSON = "person"
FILES = {"events.jsonl": "kind NOT IN (?, 'body', 'place')", "persons.jsonl": "kind = ?"}
AT_ONCE = 500  # things whose members are asked for together
Line = dict[str, Any]


def export_jsonl(register: Register, folder: Path) -> dict[str, int]:
    """Write both files into a folder, made if need be; gives how many lines each has.

    All lines are of one moment, whoever writes into the register meanwhile. A file appears when it is whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with register.snapshot():
        return {name: _write(folder / name, lines(register, where)) for name, where in FILES.items()}


def lines(register: Register, where: str) -> Iterator[Line]:
    """The lines of one file, things in the order of their ids. `where` is a condition on a thing's kind."""
    things = register.db.execute(
        f"SELECT id, name, kind, slots, conflicts FROM thing WHERE {where} ORDER BY name, slots", (PERSON,)
    )
    while rows := things.fetchmany(AT_ONCE):
        members = _members(register, [row[0] for row in rows])
        for id_, name, kind, slots, conflicts in rows:
            yield {
                "id": name, **({} if kind == PERSON else {"kind": kind}), **json.loads(slots),
                "members": members[id_], "conflicts": json.loads(conflicts),
            }  # fmt: skip


def _members(register: Register, things: list[int]) -> dict[int, list[Line]]:
    rows = register.rows(
        "SELECT n.thing, (SELECT min(name) FROM file f WHERE f.report = i.report), i.kind, i.start, i.end, i.key"
        " FROM node n JOIN item i ON i.node = n.id WHERE n.thing IN (SELECT value FROM json_each(?))", numbers(things),
    )  # fmt: skip
    found: dict[int, list[Line]] = {thing: [] for thing in things}
    for thing, file, kind, start, end, _ in sorted(rows, key=lambda row: (row[1], row[3], row[4], row[2], row[5])):
        found[thing].append({"file": file, "kind": kind, "start": start, "end": end})
    return found


def _write(path: Path, found: Iterator[Line]) -> int:
    """Write the lines beside the file, then put them in its place."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            count = _put(stream, found)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def _put(stream: IO[str], found: Iterator[Line]) -> int:
    count = 0
    for count, line in enumerate(found, start=1):  # noqa: B007
        stream.write(json.dumps(line, ensure_ascii=False) + "\n")
    return count
