"""The contract between the engine that resolves and the knowledge of what makes two tellings one thing.

A resolver knows nothing of the store, nor of other resolvers; the engine knows nothing of persons or meetings. What a
resolver gives must depend on its arguments alone, so that the order in which reports are added does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Verdict = Literal["same", "different", "never"]


@dataclass(frozen=True, slots=True)
class Item:
    """One telling: a record, or what the records of one report say of one person.

    `key` is made of content alone (report hash, kind, offsets), `records` are the keys of the records behind it,
    `report` the key of its report, `day` the report's day (EDTF) and `source` the outlet that counts as independent.
    """

    key: str
    kind: str
    report: str
    records: tuple[str, ...]
    start: int
    end: int
    quote: str
    slots: Mapping[str, Any]
    day: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Feature:
    """One line of a policy as it was found to hold or not: its name, its weight, and both values."""

    name: str
    weight: float
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two items are one thing: the verdict, the sum of weights, the rule that decided, all features."""

    verdict: Verdict
    score: float
    rule: str
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What a thing is taken to be: slots shown, and where members disagree, each value with its members and why."""

    slots: Mapping[str, Any]
    conflicts: Mapping[str, Any] = field(default_factory=dict)


class Resolver(Protocol):
    """Tells which tellings of one kind of thing are the same."""

    @property
    def name(self) -> str:
        """What the resolver is called in the ledger."""

    @property
    def prefix(self) -> str:
        """What the ids of its things begin with."""

    def items(self, report: Mapping[str, Any], records: Sequence[Mapping[str, Any]]) -> list[Item]:
        """The items that the records of one report give this resolver.

        `report` has key, file, outlet, source, day, basis, because, place and language (None where not known); each of
        `records`, in the order of the text, has key, kind, quote, start, end, rule and slots (sets are lists). An item
        of a single record takes that record's key as its own. Kinds that no resolver claims stay as they were told.
        """

    def keys(self, item: Item) -> frozenset[str]:
        """Blocking keys: two items can be the same only if they share one."""

    def twin(self, item: Item) -> str | None:
        """A digest of all that `keys` and `judge` look at, where it is enough to tell the thing; None where it is not.

        Items of one twin are one thing without being judged, and behave alike towards every other item, so that the
        engine may let one of them stand for all: the ten thousand tellings of one minister are then a dozen.
        """

    def judge(self, left: Item, right: Item) -> Judgement:
        """Whether two items are the same; judge(a, b) and judge(b, a) agree."""

    def settle(self, members: Sequence[Item]) -> Settled:
        """What the thing is, from all its members, whatever their order."""
