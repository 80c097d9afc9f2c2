"""All that the register has on a pair of states, with what hangs together and what became of undertakings.

What names both states is found by the index of states; what names one only (a minister's request) or none, through the
reports that tell the rest: there it counts where the report tells most of the pair.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from legation.register.links import Link, links
from legation.register.queries.selecting import entries
from legation.register.queries.tellings import tellings_of_things
from legation.register.queries.values import Dyad, Entry, Telling
from legation.register.spans import day_text
from legation.register.store import Register, numbers
from legation.register.thing import Thing
from legation.register.undertakings import lives

AROUND = 31  # days
LAST_DAY = 3_652_059  # the last that a calendar has
NEAR = (
    "SELECT t.id FROM involved v JOIN thing t ON t.id = v.thing WHERE v.party = ? AND ((v.day BETWEEN ? AND ?"
    " AND t.kind IN ('meeting', 'visit', 'activity', 'instrument')) OR (v.day = '' AND t.kind = 'mechanism'))"
)
TOLD_BY = (
    "SELECT n.thing, r.key FROM node n JOIN item i ON i.node = n.id JOIN report r ON r.id = i.report"
    " WHERE n.thing IN (SELECT value FROM json_each(?))"
)
PEOPLE, NO_EVENT = "person", frozenset({"person", "body", "place", "office"})
BETWEEN = "SELECT thing FROM involved WHERE party = ?"
REPORTS = "SELECT DISTINCT i.report FROM node n JOIN item i ON i.node = n.id WHERE n.thing IN (SELECT value FROM json_each(?))"
TOLD_IN = (
    "SELECT DISTINCT r.key, n.thing FROM report r JOIN item i ON i.report = r.id JOIN node n ON n.id = i.node"
    " WHERE r.id IN (SELECT value FROM json_each(?)) AND n.thing IS NOT NULL AND i.kind <> 'place'"
)


def dyad(register: Register, first: str, second: str) -> Dyad:
    """The file on a pair of states; empty where nothing is told of them. All of one moment within a snapshot."""
    pair = (first, second) if first < second else (second, first)
    both = {thing for (thing,) in register.rows(BETWEEN, "+".join(pair))}
    reports = [report for (report,) in register.rows(REPORTS, numbers(sorted(both)))]
    told_in = defaultdict(set)
    for report, thing in register.rows(TOLD_IN, numbers(sorted(reports))):
        told_in[report].add(thing)
    every = {
        one.row: one for one in entries(register, sorted({*both, *(row for some in told_in.values() for row in some)}))
    }
    about = [report for report, rows in sorted(told_in.items()) if _subject(every[row] for row in rows) == pair]
    mine, persons = _chosen(pair, every, [told_in[report] for report in about])
    return _with_lives(register, pair, mine, persons)


def links_near(register: Register, pair: Sequence[str], shown: Sequence[Entry]) -> list[Link]:
    """What some things of a pair of states hang on, looked for among those of the pair in the months around."""
    spans = [span for one in shown if (span := Thing(one.id, one.kind, one.slots).span)]
    if not spans:
        return []
    first, last = min(span.first for span in spans) - AROUND, max(span.last for span in spans) + AROUND
    rows = register.rows(NEAR, "+".join(sorted(pair)), day_text(max(first, 1)), day_text(min(last, LAST_DAY)))
    near = entries(register, [row for (row,) in rows])
    reports: dict[int, set[str]] = {one.row: set() for one in near}
    for row, report in register.rows(TOLD_BY, numbers([one.row for one in near])):
        reports[row].add(report)
    things = [Thing(one.id, one.kind, one.slots, None, frozenset(reports[one.row])) for one in near]
    ids = {one.id for one in shown}
    return [link for link in links(things) if link.left in ids]


def _chosen(
    pair: tuple[str, str], every: Mapping[int, Entry], told: Iterable[set[int]]
) -> tuple[list[Entry], list[Entry]]:
    """What concerns the pair, and the persons of the two states whom reports about the pair name; in order of ids."""
    within = {row for rows in told for row in rows}
    mine, persons = [], []
    for row, one in every.items():
        if one.kind == PEOPLE:
            persons += [one] if row in within and set(pair) & set(one.slots.get("country", ())) else []
        elif one.kind not in NO_EVENT and _concerns(one, pair, within=row in within):
            mine.append(one)
    return sorted(mine, key=_order), sorted(persons, key=_order)


def _concerns(one: Entry, pair: tuple[str, str], *, within: bool) -> bool:
    named = _parties(one)
    if named >= set(pair):
        return one.kind != "relation" or len(named) == 2
    return within and named <= set(pair)


def _subject(told: Iterable[Entry]) -> tuple[str, ...]:
    """The two states that most of what a report tells is about, in order; of equals the first in the alphabet."""
    counts = Counter(
        party
        for one in told
        if one.kind not in NO_EVENT
        for party in _parties(one)
        if len(party) == 3 and party.isupper()
    )
    return tuple(sorted(sorted(counts, key=lambda party: (-counts[party], party))[:2]))


def _with_lives(register: Register, pair: tuple[str, str], mine: Sequence[Entry], persons: Sequence[Entry]) -> Dyad:
    tellings = tellings_of_things(register, [one.row for one in mine])
    things = tuple(_thing(one, tellings[one.row]) for one in mine)
    dated = tuple(replace(one, told_on=thing.told_on) for one, thing in zip(mine, things, strict=True))
    return Dyad(pair, dated, things, tuple(links(things)), tuple(lives(things)), tuple(persons), tellings)


def _thing(one: Entry, told: Sequence[Telling]) -> Thing:
    days = [telling.day for telling in told if telling.day]
    return Thing(one.id, one.kind, one.slots, min(days, default=None), frozenset(telling.report for telling in told))


def _parties(one: Entry) -> frozenset[str]:
    return Thing(one.id, one.kind, one.slots).parties


def _order(one: Entry) -> tuple[str, int]:
    return (one.id, one.row)
