"""Which records are about which pair of states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from legation.model.report import ReadReport, Record

Dyad = tuple[str, str]
STATE_SLOTS = ("parties", "visitor", "host", "funder", "beneficiary", "country", "side", "addressee")
OWN_STATES = {  # the slots that tell between whom a record of the kind is
    "meeting": ("parties",),
    "visit": ("visitor", "host"),
    "instrument": ("parties",),
    "mechanism": ("parties",),
    "programme": ("funder", "beneficiary"),
    "activity": ("parties",),
    "statement": ("side", "addressee"),
    "relation": ("parties",),
}


def dyad(first: str, second: str) -> Dyad:
    """The pair in a fixed order."""
    return (first, second) if first < second else (second, first)


def states_of(record: Record, slots: Iterable[str] = STATE_SLOTS) -> frozenset[str]:
    """The states and organisations that a record's slots name."""
    return frozenset(value for name in slots for value in _values(record, name))


def subject_of(report: ReadReport) -> Dyad | None:
    """The pair of states that most records of a report are about; None where no two are named."""
    counts = Counter(code for record in report.records for code in sorted(states_of(record)) if _is_state(code))
    leading = sorted(counts, key=lambda code: (-counts[code], code))[:2]
    return dyad(leading[0], leading[1]) if len(leading) == 2 else None


def concerns(record: Record, pair: Dyad, subject: Dyad | None) -> bool:
    """Whether a record is about a pair of states; `subject` is the pair its report is about.

    A record that names both is; one that names only one of them, or none, is where its report is about the pair.
    """
    if record.kind == "office":
        return record.slots.get("country") in pair
    named = states_of(record, OWN_STATES.get(record.kind, STATE_SLOTS))
    if named >= set(pair):
        return record.kind != "relation" or len(named) == 2
    return subject is not None and set(subject) == set(pair) and named <= set(pair)


def dyads(reports: Iterable[ReadReport]) -> Iterator[tuple[Dyad, ReadReport, Record]]:
    """Each record with each pair of states it is about, those of offices left out."""
    for report in reports:
        subject = subject_of(report)
        for record in report.records:
            if record.kind == "office":
                continue
            named = sorted(filter(_is_state, states_of(record, OWN_STATES.get(record.kind, STATE_SLOTS))))
            pairs = {dyad(*pair) for pair in combinations(named, 2)} or ({subject} if subject else set())
            for pair in sorted(pairs):
                if concerns(record, pair, subject):
                    yield pair, report, record


def _values(record: Record, name: str) -> tuple[str, ...]:
    value = record.slots.get(name)
    if isinstance(value, tuple):
        return value
    return (str(value),) if value else ()


def _is_state(code: str) -> bool:
    return len(code) == 3 and code.isalpha() and code.isupper()
