"""Scores coded reports against gold.

A coded record is paired with at most one gold record of its kind, best pairs first; kinds whose evidence must overlap
only where it does, kinds with a key only where it agrees. (A statement with another act is paired, yet not found.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from legation.codebook import Codebook, Kind
from legation.evaluation.compare import Counts, compare, same, values, weight
from legation.evaluation.gold import GoldRecord, GoldReport
from legation.model.report import ReadReport, Record, ReportHead

MISMATCH = 0.5  # what a wrong slot takes from a pair's worth
OVERLAP = 0.25  # what shared words add to it
NONE = Counts()
Sign = Literal["~", "-", "+"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A pair that differs (~), a gold record missed (-), or a coded one too many (+)."""

    file: str
    sign: Sign
    kind: str
    gold: GoldRecord | None = None
    coded: Record | None = None


@dataclass(frozen=True, slots=True)
class KindScore:
    """Agreement within one kind: of slots, and of whole records found."""

    slots: Counts = NONE
    records: Counts = NONE

    def __add__(self, other: KindScore) -> KindScore:
        return KindScore(self.slots + other.slots, self.records + other.records)


@dataclass(frozen=True, slots=True)
class Score:
    """Agreement of coded reports with gold. Pairs are (right, of how many)."""

    kinds: Mapping[str, KindScore] = field(default_factory=dict)
    reports: int = 0
    coded: int = 0
    dates: tuple[int, int] = (0, 0)
    grounded: tuple[int, int] = (0, 0)
    leaked: int = 0
    differences: tuple[Difference, ...] = ()

    @property
    def total(self) -> KindScore:
        """Agreement over all kinds."""
        return sum(self.kinds.values(), KindScore())

    def __add__(self, other: Score) -> Score:
        kinds = [*self.kinds, *(kind for kind in other.kinds if kind not in self.kinds)]
        nothing = KindScore()
        return Score(
            {kind: self.kinds.get(kind, nothing) + other.kinds.get(kind, nothing) for kind in kinds},
            self.reports + other.reports,
            self.coded + other.coded,
            (self.dates[0] + other.dates[0], self.dates[1] + other.dates[1]),
            (self.grounded[0] + other.grounded[0], self.grounded[1] + other.grounded[1]),
            self.leaked + other.leaked,
            self.differences + other.differences,
        )


@dataclass(frozen=True, slots=True)
class _Pair:
    worth: float
    gold: int
    coded: int
    counts: Counts
    found: bool


def score_all(golds: Iterable[GoldReport], coded: Mapping[str, ReadReport], book: Codebook) -> dict[str, Score]:
    """The score of each gold report by name; one that was not coded counts as missed."""
    return {gold.name: score_report(gold, coded.get(gold.name), book) for gold in golds}


def score_report(gold: GoldReport, coded: ReadReport | None, book: Codebook) -> Score:
    """The score of one report."""
    report = coded or ReadReport(gold.name, ReportHead(), ())
    records = [record for record in report.records if record.kind in book.kinds]
    differences = tuple(_differences(gold, records, book))
    kinds = {name: KindScore() for name in book.kinds}
    for kind, part, _ in differences:
        kinds[kind] += part
    wanted = gold.head.get("date")
    return Score(
        kinds,
        reports=1,
        coded=int(coded is not None),
        dates=(int(report.head.date == wanted), 1) if wanted else (0, 0),
        grounded=(sum(_grounded(record, gold.raw) for record in records), len(records)),
        leaked=sum(record.start >= gold.tail for record in records),
        differences=tuple(difference for _, _, difference in differences if difference),
    )


def _differences(
    gold: GoldReport, records: list[Record], book: Codebook
) -> Iterator[tuple[str, KindScore, Difference | None]]:
    """What each pair and each record left over adds to its kind's score, with the difference it shows, if any."""
    pairs = _matched(gold.records, records, book)
    for pair in pairs:
        wanted, given = gold.records[pair.gold], records[pair.coded]
        if not wanted.optional:
            found = Counts(right=1) if pair.found else Counts(spurious=1, missed=1)
            differ = Difference(gold.name, "~", wanted.kind, wanted, given)
            agree = not pair.counts.spurious and not pair.counts.missed
            yield wanted.kind, KindScore(pair.counts, found), None if agree else differ
    taken, used = {pair.gold for pair in pairs}, {pair.coded for pair in pairs}
    for number, wanted in enumerate(gold.records):
        if number not in taken and not wanted.optional:
            lost = Counts(missed=weight(book.kinds[wanted.kind], wanted.slots))
            yield wanted.kind, KindScore(lost, Counts(missed=1)), Difference(gold.name, "-", wanted.kind, wanted)
    for number, given in enumerate(records):
        if number not in used:
            extra = Counts(spurious=weight(book.kinds[given.kind], given.slots))
            yield given.kind, KindScore(extra, Counts(spurious=1)), Difference(gold.name, "+", given.kind, coded=given)


def paired(golds: tuple[GoldRecord, ...], records: list[Record], book: Codebook) -> list[tuple[int, int]]:
    """Which coded record stands for which gold record, as indices of both."""
    return [(pair.gold, pair.coded) for pair in _matched(golds, records, book)]


def _matched(golds: tuple[GoldRecord, ...], records: list[Record], book: Codebook) -> list[_Pair]:
    """The pairs that stand, best first."""
    possible = [
        pair
        for i, gold in enumerate(golds)
        for j, record in enumerate(records)
        if gold.kind == record.kind and (pair := _pair(i, j, gold, record, book.kinds[gold.kind]))
    ]
    stand: list[_Pair] = []
    taken, used = set[int](), set[int]()
    for pair in sorted(possible, key=lambda pair: -pair.worth):
        gold = golds[pair.gold]
        bare = pair.counts.right < 2 and weight(book.kinds[gold.kind], gold.slots) > 2
        if pair.gold not in taken and pair.coded not in used and not bare:
            taken.add(pair.gold)
            used.add(pair.coded)
            stand.append(pair)
    return stand


def _pair(i: int, j: int, gold: GoldRecord, record: Record, kind: Kind) -> _Pair | None:
    overlap = gold.start < record.end and record.start < gold.end
    found = kind.key is None or _same_key(kind, kind.key, gold, record)
    if (kind.overlap and not overlap) or (not found and kind.slots[kind.key or ""].type != "act"):
        return None
    counts = compare(kind, gold, record)
    worth = counts.right - MISMATCH * (counts.spurious + counts.missed) + OVERLAP * overlap
    return _Pair(worth, i, j, counts, found)


def _same_key(kind: Kind, key: str, gold: GoldRecord, record: Record) -> bool:
    wanted = gold.slots.get(key, "")
    return any(same(kind.slots[key], wanted, given) for given in values(record.slots, key))


def _grounded(record: Record, raw: str) -> bool:
    return bool(record.quote) and raw[record.start : record.end] == record.quote
