"""Brings the records of coded reports together as the register would, and scores that against what people grouped.

Once on the coded records themselves, which shows the resolvers alone; once on the records as read, which shows all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from legation.codebook import Codebook
from legation.evaluation.clusters import EVENTS, BCubed, GoldClusters, b_cubed, grouped_only
from legation.evaluation.gold import GoldRecord, GoldReport
from legation.evaluation.score import paired
from legation.model.report import ReadReport, Record
from legation.register.grouping import grouped
from legation.register.identity.names import SLIP, alike, name_words
from legation.register.identity.persons import PersonResolver
from legation.register.resolver import Item
from legation.register.resolvers import resolvers
from legation.register.spans import gap, span_of

APART = 1  # days by which tellings of one event may differ
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tellings:
    """The records of coded reports as resolvers take them, and which coded record each is."""

    reports: Sequence[tuple[Row, Sequence[Row]]]
    coded_as: Mapping[str, tuple[str, int, GoldRecord]]


@dataclass(frozen=True, slots=True)
class Resolution:
    """How well things were brought together. `far` counts pairs of unlike events made one that lie over a day apart."""

    events: BCubed
    grouped_events: BCubed
    persons: BCubed
    grouped_persons: BCubed
    far: int


def tellings_of_gold(golds: Iterable[GoldReport]) -> Tellings:
    """The coded records themselves, each in its first spelling, with those values that may be given or not."""
    reports: list[tuple[Row, Sequence[Row]]] = []
    coded_as: dict[str, tuple[str, int, GoldRecord]] = {}
    for gold in golds:
        rows = []
        for number, record in enumerate(gold.records):
            key = f"{gold.name}:{number:04d}"
            coded_as[key] = (gold.name, number, record)
            rows.append(_row(key, record.kind, record.start, record.end, record.quote, _first_spellings(record)))
        head = {name: _first(value) for name, value in gold.head.items()}
        reports.append((_report(gold.name, head), rows))
    return Tellings(reports, coded_as)


def tellings_as_read(golds: Iterable[GoldReport], coded: Mapping[str, ReadReport], book: Codebook) -> Tellings:
    """The records as read. One is a coded record where the two were paired in scoring and their evidence overlaps."""
    reports: list[tuple[Row, Sequence[Row]]] = []
    coded_as: dict[str, tuple[str, int, GoldRecord]] = {}
    for gold in golds:
        report = coded.get(gold.name)
        if report is None:
            continue
        records = [record for record in report.records if record.kind in book.kinds]
        keys = [f"{gold.name}:{number:04d}" for number in range(len(records))]
        for of_gold, of_read in paired(gold.records, records, book):
            wanted, given = gold.records[of_gold], records[of_read]
            if wanted.start < given.end and given.start < wanted.end:
                coded_as[keys[of_read]] = (gold.name, of_gold, wanted)
        head = {"date": report.head.date, "agency": report.head.agency, "place": report.head.place}
        reports.append((_report(gold.name, head), [_read_row(k, r) for k, r in zip(keys, records, strict=True)]))
    return Tellings(reports, coded_as)


def resolution(tellings: Tellings, clusters: GoldClusters) -> Resolution:
    """Brings the tellings together and scores the outcome."""
    wanted = {
        key: clusters.event(file, number)
        for key, (file, number, record) in tellings.coded_as.items()
        if record.kind in EVENTS
    }
    found: dict[str, Hashable] = {}
    persons: list[list[Item]] = []
    for resolver in resolvers():
        items = [item for report, rows in tellings.reports for item in resolver.items(report, rows)]
        things = grouped(resolver, items)
        if isinstance(resolver, PersonResolver):
            persons = things
        for item, first in ((item, thing[0]) for thing in things for item in thing if item.key in wanted):
            found.setdefault(item.key, (resolver.name, first.key))  # the last resolver takes what the others leave
    people = {item.key: thing[0].key for thing in persons for item in thing}
    named = {item.key: who for thing in persons for item in thing if (who := _who(item, clusters))}
    return Resolution(
        b_cubed(found, wanted), b_cubed(found, grouped_only(wanted)),
        b_cubed(people, named), b_cubed(people, grouped_only(named)), _far(found, wanted, tellings),
    )  # fmt: skip


def _far(found: Mapping[str, Hashable], wanted: Mapping[str, Hashable], tellings: Tellings) -> int:
    things: dict[Hashable, list[str]] = defaultdict(list)
    for key, thing in found.items():
        things[thing].append(key)
    return sum(
        _apart(tellings.coded_as[one][2], tellings.coded_as[two][2])
        for keys in things.values()
        for one, two in combinations(keys, 2)
        if wanted[one] != wanted[two]
    )


def _apart(left: GoldRecord, right: GoldRecord) -> bool:
    one, two = span_of(left.slots.get("date")), span_of(right.slots.get("date"))
    return one is not None and two is not None and gap(one, two) > APART


def _who(item: Item, clusters: GoldClusters) -> str | None:
    """The person of gold that an item names, by its words, or else by the nearest spelling."""
    names = item.slots["names"]
    exact = [clusters.persons.get(frozenset(name_words(name))) for name in names]
    if any(exact):
        return min(filter(None, exact))
    near = [(alike(name, " ".join(sorted(words))), who) for name in names for words, who in clusters.persons.items()]
    share, who = max(near, default=(0.0, ""))
    return who if share >= SLIP else None


def _report(name: str, head: Mapping[str, Any]) -> Row:
    agency = head.get("agency")
    return {"key": name, "file": name, "day": head.get("date"), "source": agency or name, "place": head.get("place")}


def _row(key: str, kind: str, start: int, end: int, quote: str, slots: Row) -> Row:
    return {"key": key, "kind": kind, "start": start, "end": end, "quote": quote, "slots": slots}


def _read_row(key: str, record: Record) -> Row:
    slots = {name: list(value) if isinstance(value, tuple) else value for name, value in record.slots.items()}
    return _row(key, record.kind, record.start, record.end, record.quote, slots)


def _first_spellings(record: GoldRecord) -> Row:
    free = {name: value for name, value in record.free.items() if value and name not in record.slots}
    return {name: _first(value) for name, value in {**record.slots, **free}.items()}


def _first(value: Any) -> Any:
    if isinstance(value, list):
        return [_first(one) for one in value]
    return value.split("|")[0] if isinstance(value, str) else value
