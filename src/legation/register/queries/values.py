"""What is asked of the register, and what it answers: frozen values, with no row or cursor of a database in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from legation.register.links import Link
from legation.register.thing import Thing
from legation.register.undertakings import Undertaking

EVENTS = ("meeting", "visit", "activity", "instrument", "programme")
"""The kinds that happen, and so stand in a timeline."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which things are asked for; what is not given is not asked.

    `states` are codes of one state or two (a thing between both), `since` and `until` EDTF dates, both included,
    `entity` the id of a person, body or place that its tellings name, `topic`, `act`, `kinds` values of the codebook,
    `words` what stands in the quotes that tell it.
    """

    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    topic: str | None = None
    act: str | None = None
    entity: str | None = None
    words: str | None = None

    @property
    def party(self) -> str | None:
        """What the register files things of these states under: `JPN`, `JPN+VNM`."""
        return "+".join(sorted(self.states)) or None


@dataclass(frozen=True, slots=True)
class Entry:
    """A resolved thing: `day` is its first day, `told_on` the day of the first report of it, `told` how many tell it.

    `row` is internal, good within one open register only; `id` is what lasts.
    """

    row: int
    id: str
    kind: str
    day: str | None
    told: int
    slots: Mapping[str, Any]
    conflicts: Mapping[str, Any]
    told_on: str | None = None

    @property
    def when(self) -> str:
        """By what it is put in order: its day, else that of its first report; empty where neither is known."""
        return self.day or self.told_on or ""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next page begins: after this thing, among the dated ones or those without a day."""

    dated: bool
    when: str
    id: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some things, in order, and where to go on; `next` is None on the last page."""

    entries: tuple[Entry, ...]
    next: Cursor | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a thing: the report with its day, why that day, and its file; the words and where they stand.

    `source` is what counts as one independent source: copies of one dispatch share it.
    """

    key: str
    report: str
    file: str
    outlet: str | None
    source: str
    day: str | None
    basis: str | None
    because: str | None
    place: str | None
    language: str | None
    start: int
    end: int
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Match:
    """A person, body or place that a name may mean; `likeness` is 1 for the same words, 0.5 for one word of several."""

    entry: Entry
    likeness: float


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found in a quote: the thing that it tells, and the telling."""

    entry: Entry
    telling: Telling


@dataclass(frozen=True, slots=True)
class Hits:
    """The best of what was found; `more` is true where other quotes have the words too."""

    hits: tuple[Hit, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Person:
    """A person as seen by reports: the entry, and the latest of the things that name the person."""

    entry: Entry
    latest: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Dyad:
    """All that is told of a pair of states: things, links among them, the life of undertakings, persons in posts.

    A thing is told of a pair where it names both, or, in a report that is mostly about the pair, no third state.
    """

    pair: tuple[str, str]
    entries: tuple[Entry, ...]
    things: tuple[Thing, ...]
    links: tuple[Link, ...]
    undertakings: tuple[Undertaking, ...]
    persons: tuple[Entry, ...]
    tellings: Mapping[int, tuple[Telling, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is told of one pair of states: how many things, by year of their first day, and how many have no day."""

    states: tuple[str, str]
    things: int
    years: Mapping[str, int]
    undated: int
