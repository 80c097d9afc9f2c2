"""Dates the undated reports of a register by what its dated ones tell, and again when these tell otherwise.

Evidence is what dated reports say themselves, never a date that was drawn here, so that the order of adding does not
matter. A report so dated has the basis `register`, with the reason; its items are made anew under that day.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from legation.register.redating import HELD_BY_ONE, Redating, Sighting, redate
from legation.register.rows import Items, records_of
from legation.register.store import Register
from legation.register.thing import Thing

BASIS = "register"
UNDATED = (
    "SELECT id, key, reading, day, because FROM report WHERE (day IS NULL OR basis = 'register') AND stage = 2"
    " ORDER BY key"
)
TOLD_BY_DATED = "r.day IS NOT NULL AND r.basis IS NOT 'register'"
MEETINGS = (
    "SELECT i.id FROM involved v JOIN thing t ON t.id = v.thing AND t.kind = 'meeting' JOIN node n ON n.thing = t.id"
    f" JOIN item i ON i.node = n.id JOIN report r ON r.id = i.report WHERE v.party = ? AND {TOLD_BY_DATED}"
)
SIGHTINGS = (
    "SELECT t.name, json_extract(t.slots, '$.name'), min(r.day), max(r.day) FROM involved v JOIN thing t ON t.id = v.thing"
    " JOIN node n ON n.thing = t.id JOIN item i ON i.node = n.id JOIN report r ON r.id = i.report"
    f" WHERE v.party = ? AND t.kind = 'person' AND i.body LIKE ? AND {TOLD_BY_DATED} GROUP BY t.id ORDER BY t.name"
)
CHANGED = (
    "SELECT DISTINCT v.party FROM changed c JOIN thing t ON t.id = c.thing AND t.kind = 'meeting'"
    " JOIN involved v ON v.thing = t.id UNION SELECT DISTINCT country.value FROM changed c JOIN thing t"
    " ON t.id = c.thing AND t.kind = 'person', json_each(t.slots, '$.country') country"
)
GONE = "SELECT count(*) FROM changed c LEFT JOIN thing t ON t.id = c.thing WHERE t.id IS NULL"


def date_anew(register: Register, items: Items) -> int:
    """Look at the undated reports that what has changed since last time may date; gives how many dates are new.

    Reports whose date changed are put back to the stage before their items were made; who calls makes these again.
    """
    with register.writing() as db:
        undated = register.rows(UNDATED)
        moved = 0
        if undated:
            changed = {party for (party,) in register.rows(CHANGED)}
            gone = bool(register.value(GONE))
            evidence = _Evidence(register, items)
            for id_, key, reading, day, because in undated:
                records = records_of(register, key, reading)
                if (day and gone) or not changed.isdisjoint(_about(records)):
                    moved += _date(register, id_, (day, because), evidence.of(records))
        db.execute("DELETE FROM changed")
    return moved


def _date(register: Register, report: int, before: tuple[str | None, str | None], found: Redating | None) -> int:
    """Give a report its new date if it is another; 1 if it was."""
    after = (found.date, found.because) if found else (None, None)
    if after == (before if before[0] else (None, None)):
        return 0
    register.db.execute(
        "UPDATE report SET day = ?, basis = ?, because = ?, stage = 1 WHERE id = ?",
        (after[0], BASIS if found else None, after[1], report),
    )
    return 1


def _about(records: Iterable[Mapping[str, Any]]) -> set[str]:
    """The pairs of parties whose meetings, and the states whose posts, may date a report."""
    about: set[str] = set()
    for record in records:
        slots = record["slots"]
        if record["kind"] == "meeting" and not slots.get("date"):
            about.add(_pair(frozenset(map(str, slots.get("parties") or ()))))
        elif record["kind"] == "office" and slots.get("post") in HELD_BY_ONE:
            about.add(str(slots.get("country")))
    return about


def _pair(parties: frozenset[str]) -> str:
    """The first two parties: a meeting of more is found under each two of them."""
    return "+".join(sorted(parties)[:2])


class _Evidence:
    """What dated reports tell, asked for once each."""

    def __init__(self, register: Register, items: Items) -> None:
        self._register, self._items = register, items
        self._meetings, self._sightings = cache(self._read_meetings), cache(self._read_sightings)

    def of(self, records: Iterable[Mapping[str, Any]]) -> Redating | None:
        """When a report with these records was written."""
        return redate(list(records), meetings=self._meetings, sightings=self._sightings)

    def _read_meetings(self, parties: frozenset[str]) -> tuple[Thing, ...]:
        """What dated reports tell of meetings between these parties, each telling by itself."""
        ids = [id_ for (id_,) in self._register.rows(MEETINGS, _pair(parties))]
        told = sorted(self._items.get(ids).values(), key=lambda item: item.key)
        return tuple(Thing(item.key, item.kind, item.slots, item.day, frozenset([item.report])) for item in told)

    def _read_sightings(self, post: str, country: str) -> tuple[Sighting, ...]:
        told = f"%[{json.dumps(post)},{json.dumps(country)}]%"
        rows = self._register.rows(SIGHTINGS, f"{post} {country}", told)
        return tuple(Sighting(id_, name, post, country, first, last) for id_, name, first, last in rows)
