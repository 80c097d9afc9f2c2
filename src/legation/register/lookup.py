"""Looks things up by their ids: what each is, who tells it, and why its tellings are taken to be one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from legation.errors import NotInRegister
from legation.register.ledger import Decision, decisions
from legation.register.store import Register

RECORDS = "SELECT kind, count(*) FROM record JOIN report ON report.reading = record.reading"
SHORTEST = 4  # characters of an id that may stand for it


@dataclass(frozen=True, slots=True)
class Thing:
    """A resolved thing: `row` is its internal id, `told` how many items tell it."""

    row: int
    id: str
    kind: str
    told: int
    slots: Mapping[str, Any]
    conflicts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Member:
    """One telling of a thing: its report and file, its words and where they stand, `source` as it counts."""

    key: str
    kind: str
    file: str
    outlet: str | None
    day: str | None
    source: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Link:
    """A judgement that two tellings of a thing are the same (or never can be), with the items' keys."""

    left: str
    right: str
    verdict: str
    score: float
    rule: str
    features: tuple[tuple[str, float, str, str], ...]


def thing(register: Register, name: str) -> Thing:
    """The thing of an id, or of the beginning of one. Raises NotInRegister where there is none, or are several."""
    rows = register.rows(
        "SELECT id, name, kind, told, slots, conflicts FROM thing WHERE name >= ?1 AND name < ?1 || char(1114111)"
        " ORDER BY name LIMIT 6", name,
    ) if len(name) >= SHORTEST else []  # fmt: skip
    exact = [row for row in rows if row[1] == name] or rows
    if len(exact) == 1:
        row, id_, kind, told, slots, conflicts = exact[0]
        return Thing(row, id_, kind, told, orjson.loads(slots), orjson.loads(conflicts))
    if not rows:
        raise NotInRegister(name, "no thing of this id", "ids stand in exports and in what other commands show")
    several = ", ".join(row[1] for row in rows[:5])
    raise NotInRegister(name, f"several things begin so: {several}", "give more of the id")


def thing_of_member(register: Register, key: str) -> Thing:
    """The thing that a telling belongs to, by the telling's key. Raises NotInRegister."""
    report, _, _ = key.partition(":")
    name = register.value(
        "SELECT t.name FROM report r JOIN item i ON i.report = r.id JOIN node n ON n.id = i.node JOIN thing t"
        " ON t.id = n.thing WHERE r.key = ? AND i.key = ?", report, key,
    )  # fmt: skip
    if name is None:
        raise NotInRegister(key, "no telling of this key", "`legation show ID` lists those of a thing")
    return thing(register, str(name))


def members(register: Register, row: int) -> list[Member]:
    """Who tells a thing, in the order of days and files."""
    rows = register.rows(
        "SELECT i.key, i.kind, (SELECT min(name) FROM file f WHERE f.report = r.id), r.outlet, r.day, r.source,"
        " i.start, i.end, substr(w.text, i.start + 1, i.end - i.start) FROM node n JOIN item i ON i.node = n.id"
        " JOIN report r ON r.id = i.report JOIN raw w ON w.report = r.id WHERE n.thing = ?", row,
    )  # fmt: skip
    found = [Member(*member) for member in rows]
    return sorted(found, key=lambda one: (one.day or "9999", one.file, one.start, one.key))


def links(register: Register, row: int) -> list[Link]:
    """The judgements between the tellings of a thing, the strongest first."""
    rows = register.rows(
        "SELECT a.key, b.key, j.verdict, j.score, j.rule, j.features FROM node n JOIN judgement j ON j.left = n.id"
        " JOIN node m ON m.id = j.right AND m.thing = n.thing JOIN item a ON a.id = n.head JOIN item b ON b.id = m.head"
        " WHERE n.thing = ?", row,
    )  # fmt: skip
    found = [
        Link(min(a, b), max(a, b), verdict, score, rule, tuple(map(tuple, orjson.loads(features))))
        for a, b, verdict, score, rule, features in rows
    ]
    return sorted(found, key=lambda one: (-one.score, one.left, one.right))


def twins(register: Register, row: int) -> list[list[str]]:
    """The keys of tellings that say the very same of a thing, and so were not judged one by one."""
    rows = register.rows(
        "SELECT i.node, i.key FROM node n JOIN item i ON i.node = n.id WHERE n.thing = ? AND n.told > 1", row
    )
    found: dict[int, list[str]] = {}
    for node, key in rows:
        found.setdefault(node, []).append(key)
    return sorted(sorted(keys) for keys in found.values())


def decisions_on(register: Register, row: int) -> list[Decision]:
    """The decisions about a thing, the latest first, those withdrawn included."""
    names = {
        name for (name,) in register.rows(
            "SELECT DISTINCT a.decision FROM anchor a JOIN node n ON n.id = a.node WHERE n.thing = ?", row)
    }  # fmt: skip
    return [one for one in decisions(register) if one.id in names]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a register holds: counts, coverage, outlets, gaps, and what is still to be done."""

    reports: int
    files: int
    unresolved: int
    undated: int
    inferred: int
    copies: int
    first: str | None
    last: str | None
    records: Mapping[str, int]
    things: Mapping[str, int]
    conflicts: int
    outlets: Mapping[str, int]
    years: Mapping[str, int]
    readers: Mapping[str, int]
    decisions: tuple[Decision, ...]


def standing(register: Register) -> Standing:
    """What the register holds, all of one moment."""
    with register.snapshot():
        value = register.value
        days = register.rows("SELECT min(day), max(day) FROM report WHERE day IS NOT NULL")[0]
        return Standing(
            reports=value("SELECT count(*) FROM report"),
            files=value("SELECT count(DISTINCT name) FROM file"),
            unresolved=value("SELECT count(*) FROM report WHERE stage < 2"),
            undated=value("SELECT count(*) FROM report WHERE day IS NULL"),
            inferred=value("SELECT count(*) FROM report WHERE basis = 'inferred'"),
            copies=value("SELECT count(DISTINCT report) FROM copy"),
            first=days[0],
            last=days[1],
            records=_counts(register, RECORDS),
            things=_counts(register, "SELECT kind, count(*) FROM thing"),
            conflicts=value("SELECT count(*) FROM thing WHERE conflicts <> '{}'"),
            outlets=_counts(register, "SELECT outlet, count(*) FROM report"),
            years=_counts(register, "SELECT substr(day, 1, 4), count(*) FROM report"),
            readers=_counts(
                register, "SELECT reader, count(*) FROM report JOIN reading ON reading.id = report.reading"
            ),
            decisions=tuple(decisions(register)),
        )


def _counts(register: Register, query: str) -> dict[str, int]:
    found = Counter({str(name or ""): count for name, count in register.rows(f"{query} GROUP BY 1")})
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
