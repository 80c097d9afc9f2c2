"""The frozen values that the world room hands out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class State:
    """A state (ISO 3166-1 alpha-3) or an organisation that acts as a party (`ASEAN`), as `kind` tells."""

    iso: str
    name: str
    capitals: tuple[str, ...]
    kind: str = "state"


@dataclass(frozen=True, slots=True)
class Holder:
    """A person's term in a post. `since` and `until` are EDTF dates; `until` None: in office when this was compiled.

    `unit` narrows the post (a service, a command, the state that an ambassador is sent to). `acting` marks a term held
    for somebody else. `note` is what else the source says.
    """

    person: str
    spellings: tuple[str, ...]
    post: str
    state: str
    since: str | None
    until: str | None
    source: str
    unit: str | None = None
    acting: bool = False
    note: str | None = None

    @property
    def first(self) -> str:
        """The first day on which the person may have been in office, as an ISO date."""
        return first_day(self.since) if self.since else "0001-01-01"

    @property
    def last(self) -> str:
        """The last day on which the person may have been in office, as an ISO date; 9999-12-31: still in office."""
        return last_day(self.until) if self.until else "9999-12-31"


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event. `date` and `until` are EDTF; `states` are those concerned; `spellings` are by language code.

    An edition of a series carries the series' id and, where it is counted, its `number`.
    """

    id: str
    name: str
    date: str
    until: str | None
    place: str | None
    states: tuple[str, ...]
    kind: str
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    source: str = "public record"
    series: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A numbered or yearly dialogue, forum or exercise, with the editions that are known, in order."""

    id: str
    name: str
    kind: str
    parties: tuple[str, ...]
    spellings: Mapping[str, tuple[str, ...]] = field(hash=False)
    editions: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Since when two parties have had diplomatic relations or a partnership; `label` is diplomatic_relations or a
    label of the codebook's kind `relation`.
    """

    parties: tuple[str, ...]
    label: str
    date: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Founding:
    """What was founded, won or signed on a day, whose anniversaries reports keep; `spellings` are by language."""

    id: str
    name: str
    date: str
    states: tuple[str, ...]
    spellings: Mapping[str, tuple[str, ...]] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A named place, by its own name; `kind` is capital, city, province, base, port … (see the gazetteer's header)."""

    name: str
    country: str
    kind: str


def first_day(edtf: str) -> str:
    """The first day of an EDTF date of level 0, as an ISO date."""
    return edtf + "-01-01"[3 * (len(edtf) > 4) + 3 * (len(edtf) > 7) :]


def last_day(edtf: str) -> str:
    """The last day of an EDTF date of level 0, as an ISO date."""
    if len(edtf) == 4:
        return f"{edtf}-12-31"
    if len(edtf) > 7:
        return edtf
    year, month = int(edtf[:4]), int(edtf[5:7])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = 30 if month in (4, 6, 9, 11) else 31 if month != 2 else 29 if leap else 28
    return f"{edtf}-{days:02d}"
