"""Dates a report that could not be dated alone, by what dated reports tell.

1. the same meeting    a dated report tells the meeting of the same people, to the day, and no other day fits
2. posts as observed   its people hold posts which others were seen to hold before and after; what is left is one year

Only what dated reports tell is evidence, never what was dated here, so that the order of adding does not matter. The
outcome is an inference with its reason and its sources; better evidence makes another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from legation.register.events.facts import SESSIONS, listed
from legation.register.events.features import TALKS
from legation.register.identity.names import SLIP, alike
from legation.register.spans import day_text
from legation.register.thing import Thing
from legation.world import place_key
from legation.world.names import words

HELD_BY_ONE = frozenset(
    {"head_of_state", "party_leader", "head_of_government", "defence_minister", "foreign_minister",
     "public_security_minister", "chief_of_defence", "legislature_head", "national_security_adviser"}
)  # fmt: skip
"""Posts that one person at a time holds in a state."""
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Redating:
    """A date drawn from other reports: EDTF, why in words, and the ids of the things that it rests on."""

    date: str
    because: str
    things: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person seen in a post by dated reports: ISO days of the first and of the last, and the person's id."""

    person: str
    name: str
    post: str
    country: str
    first: str
    last: str


Meetings = Callable[[frozenset[str]], Iterable[Thing]]
Sightings = Callable[[str, str], Iterable[Sighting]]


def redate(records: Sequence[Record], *, meetings: Meetings, sightings: Sightings) -> Redating | None:
    """When an undated report was written; None where dated reports leave it open.

    `meetings(parties)` gives the resolved meetings that dated reports tell between parties, `sightings(post, country)`
    who was seen in a post by dated reports, when.
    """
    return _by_meeting(records, meetings) or _by_posts(records, sightings)


# -- the same meeting -------------------------------------------------------------------------------------------------
def _by_meeting(records: Sequence[Record], meetings: Meetings) -> Redating | None:
    """The day of the meeting that the report is about, where all its meetings that others tell fall on one day."""
    found: dict[str, dict[str, Thing]] = {}
    for record in records:
        slots = record["slots"]
        if record["kind"] != "meeting" or slots.get("status") or slots.get("date"):
            continue
        parties = frozenset(map(str, listed(slots.get("parties"))))
        same = [thing for thing in meetings(parties) if _same_meeting(slots, thing)]
        met = _one_day([thing.span.first for thing in same if thing.span])
        if met:
            found.setdefault(day_text(met), {}).update((thing.id, thing) for thing in same)
    if len(found) != 1:
        return None
    ((day, told),) = found.items()
    things = [told[id_] for id_ in sorted(told)]
    people = ", ".join(sorted(things[0].listed("persons")))
    reports = len({report for thing in things for report in thing.reports})
    count = f"{reports} dated reports tell" if reports > 1 else "1 dated report tells"
    return Redating(day, f"{day}: {count} the same meeting ({people})", tuple(thing.id for thing in things))


def _one_day(days: Sequence[int]) -> int | None:
    """The day that most tell, the first of equals, if none lies more than a day from another; None otherwise."""
    if not days or max(days) - min(days) > 1:
        return None
    return min(set(days), key=lambda day: (-days.count(day), day))


def _same_meeting(slots: Mapping[str, Any], thing: Thing) -> bool:
    """The same people and kind, in no other place, and told to the day."""
    if thing.span is None or thing.span.looseness or thing.status in ("proposed", "cancelled", "denied"):
        return False
    mine, other = [str(name) for name in listed(slots.get("persons"))], thing.listed("persons")
    shared = [name for name in mine if any(alike(name, one) >= SLIP for one in other)]
    if len(shared) < 2 or len(shared) < min(len(mine), len(other)):
        return False
    return _types_fit(slots.get("type"), thing.slots.get("type")) and _sites_fit(slots, thing)


def _types_fit(mine: object, other: object) -> bool:
    if mine is None or other is None or mine == other:
        return True
    return {mine, other} <= TALKS or {mine, other} <= SESSIONS


def _sites_fit(slots: Mapping[str, Any], thing: Thing) -> bool:
    if slots.get("session") and thing.slots.get("session"):
        return bool(slots["session"] == thing.slots["session"])
    if slots.get("country") and thing.slots.get("country") and slots["country"] != thing.slots["country"]:
        return False
    mine, other = slots.get("place"), thing.slots.get("place")
    if not mine or not other:
        return True
    return place_key(str(mine)) == place_key(str(other)) or bool(set(words(str(mine))) & set(words(str(other))))


# -- posts as observed ------------------------------------------------------------------------------------------------
def _by_posts(records: Sequence[Record], sightings: Sightings) -> Redating | None:
    """The year in which all who hold posts in the report can have held them, if it is one."""
    first, last, reasons = "0001-01-01", "9999-12-31", []
    for record in records:
        slots = record["slots"]
        if record["kind"] != "office" or slots.get("post") not in HELD_BY_ONE or not slots.get("country"):
            continue
        bounds = _bounds(str(slots["person"]), sightings(str(slots["post"]), str(slots["country"])))
        if bounds is None:
            continue
        after, before, one = bounds
        first, last = max(first, after), min(last, before)
        reasons.append((f"{one.name} was seen as {one.post} of {one.country} {one.first} to {one.last}", one.person))
    if first > last or first[:4] != last[:4] or not reasons:
        return None
    told = sorted(set(reasons))
    because = "; ".join(reason for reason, _ in told)
    return Redating(first[:4], f"{first[:4]}: {because}, others before and after", tuple(person for _, person in told))


def _bounds(name: str, seen: Iterable[Sighting]) -> tuple[str, str, Sighting] | None:
    """Between which days a person can have held a post: after the one seen before, before the one seen next."""
    every = sorted(seen, key=lambda one: (one.first, one.last, one.person))
    mine = [one for one in every if alike(name, one.name) >= SLIP]
    if len({one.person for one in mine}) != 1:
        return None
    first, last = min(one.first for one in mine), max(one.last for one in mine)
    before = [one.last for one in every if one.person != mine[0].person and one.last <= first]
    after = [one.first for one in every if one.person != mine[0].person and one.first >= last]
    if not before or not after:
        return None
    return max(before), min(after), Sighting(mine[0].person, mine[0].name, mine[0].post, mine[0].country, first, last)
