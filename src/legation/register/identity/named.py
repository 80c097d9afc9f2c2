"""Bodies and places: things whose name, made plain, is all that tells them.

A place is the one that the gazetteer knows, or else its words and country. A body is its acronym, where the name gives
one or is one, or else its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.register.resolver import Item, Judgement, Settled
from legation.world import place_key, places, state
from legation.world.names import words

Row = Mapping[str, Any]
Naming = tuple[str, str, str | None, Row]  # what it is known by, as named, its country, the record
_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z0-9+&-]{1,11})\)")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9+&-]{1,11}")
IN_PLACES = {"meeting": ("place",), "activity": ("place",), "visit": ("stops",), "programme": ("places",)}
OF_BODIES = ("parties", "implementers", "speakers", "funder", "beneficiary")


@dataclass(frozen=True, slots=True)
class NamedResolver:
    """Tells which names in reports mean one body or place. Its slots are `name`, `names`, `country` and `known_by`."""

    name: str
    prefix: str
    kind: str
    namings: Callable[[Row], Iterator[Naming]]

    def items(self, report: Row, records: Sequence[Row]) -> list[Item]:
        """One item a thing that the records name."""
        found: dict[str, list[Naming]] = {}
        for naming in (naming for record in records for naming in self.namings(record)):
            found.setdefault(naming[0], []).append(naming)
        return [self._item(report, known_by, found[known_by]) for known_by in sorted(found)]

    def keys(self, item: Item) -> frozenset[str]:
        """What it is known by."""
        return frozenset([item.slots["known_by"]])

    def twin(self, item: Item) -> str | None:
        """What it is known by."""
        return str(item.slots["known_by"])

    def judge(self, left: Item, right: Item) -> Judgement:
        """The same where it is known by the same; items that are not never meet."""
        same = left.slots["known_by"] == right.slots["known_by"]
        return Judgement("same" if same else "never", float(same), f"{self.kind}.known_by")

    def settle(self, members: Sequence[Item]) -> Settled:
        """The name that most independent sources give, all names, and the country."""
        items = sorted(members, key=lambda item: item.key)
        told = Counter({(item.slots["name"], item.source or item.report) for item in items})
        sources = Counter(name for name, _ in told)
        names = sorted({name for item in items for name in item.slots["names"]})
        slots: dict[str, Any] = {"name": min(sources, key=lambda name: (-sources[name], name)), "spellings": names}
        countries = Counter(item.slots["country"] for item in items if item.slots.get("country"))
        if countries:
            slots["country"] = min(countries, key=lambda iso: (-countries[iso], iso))
        return Settled(slots)

    def _item(self, report: Row, known_by: str, namings: Sequence[Naming]) -> Item:
        records = {str(record["key"]): record for _, _, _, record in namings}
        first = min(records.values(), key=lambda record: (record["start"], record["end"], str(record["key"])))
        names = Counter(name for _, name, _, _ in namings)
        country = next(
            (country for _, _, country, _ in sorted(namings, key=lambda one: one[2] or "~") if country), None
        )
        slots = {
            "name": min(names, key=lambda name: (-names[name], name)), "names": sorted(names), "country": country,
            "known_by": known_by,
        }  # fmt: skip
        return Item(
            key=f"{report['key']}:{self.kind}:{known_by}", kind=self.kind, report=report["key"],
            records=tuple(sorted(records)), start=first["start"], end=first["end"], quote=first["quote"], slots=slots,
            day=report.get("day"), source=report.get("source") or "",
        )  # fmt: skip


def places_in(record: Row) -> Iterator[Naming]:
    """The places that a record names."""
    slots = record["slots"]
    for slot in IN_PLACES.get(record["kind"], ()):
        for name in _listed(slots.get(slot)):
            country = slots.get("country") or slots.get("host") or slots.get("beneficiary")
            yield (*place_known_by(name, country), record)


def bodies_in(record: Row) -> Iterator[Naming]:
    """The bodies that a record names: parties that are no state, implementers."""
    slots = record["slots"]
    for slot in OF_BODIES:
        for name in _listed(slots.get(slot)):
            if _is_body(name, slot):
                yield body_known_by(name), name, None, record


@lru_cache(maxsize=16384)
def place_known_by(name: str, country: str | None) -> tuple[str, str, str | None]:
    """What a place is known by (`Cam Ranh, VNM`), the name, and its country: the gazetteer's, if one there fits."""
    known = [place for place in places(name) if country in (None, place.country)]
    if known:
        return f"{known[0].name}, {known[0].country}", name, known[0].country
    return f"{place_key(name)}, {country or 'anywhere'}", name, country


@lru_cache(maxsize=16384)
def body_known_by(name: str) -> str:
    """What a body is known by: its acronym, given in brackets or as the name, else its words."""
    bracketed = _IN_BRACKETS.search(name)
    if bracketed:
        return bracketed.group(1).upper()
    return name if _ACRONYM.fullmatch(name) else " ".join(words(name)) or name.casefold()


def _is_body(name: str, slot: str) -> bool:
    known = state(name)
    if known:
        return known.kind != "state"
    return slot != "speakers" or bool(_ACRONYM.fullmatch(name))


def _listed(value: Any) -> list[str]:
    if not value:
        return []
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]
