"""What an item says of an event, made ready for comparing: names folded, dates as spans, subjects as stems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from legation.register.identity.known import known_person
from legation.register.identity.names import name_key
from legation.register.identity.tellings import is_person
from legation.register.resolver import Item
from legation.register.spans import Span, span_of
from legation.world import place, place_key, places
from legation.world.names import words

STEM = 5  # letters that stand for a word of a subject
AHEAD = 730  # days within which what is planned is expected
LATELY = 7  # days before the report within which what it tells without a date took place
STANDS = {"to_sign": "planned", "negotiating": "planned", "cited": "cited", "implementing": "cited", "renewed": "cited"}
"""How what is told of a document puts it to the day of the report."""
PARTIES = ("parties", "visitor", "host", "funder", "beneficiary")
SESSIONS = frozenset({"dialogue_session", "summit", "conference"})


@dataclass(frozen=True, slots=True)
class Facts:
    """One telling of an event. `span` is what the words say, `when` what they and the report's day leave possible."""

    kind: str
    report: str
    slots: Mapping[str, Any]
    span: Span | None
    when: Span | None
    told_on: int | None
    parties: frozenset[str]
    persons: tuple[str, ...]
    status: str = "occurred"
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def get(self, slot: str) -> Any:
        """The value of a slot, None where it is not told."""
        return self.slots.get(slot) or None

    def stems(self, *slots: str) -> frozenset[str]:
        """The stems of the words of slots."""
        return frozenset(stem for slot in slots for value in listed(self.slots.get(slot)) for stem in stems(str(value)))


def facts_of(item: Item) -> Facts:
    """The facts of an item."""
    slots = item.slots
    status = slots.get("status") or STANDS.get(slots.get("action") or "", "occurred")
    day = span_of(item.day)
    span = span_of(text(slots.get("date")), text(slots.get("until"))) if item.kind != "statement" else _said(day)
    told_on = day.first if day and day.looseness <= 1 else None
    return Facts(
        kind=item.kind, report=item.report, slots=slots, span=span, when=span or _possible(day, status, item.kind),
        told_on=told_on, parties=_parties(slots), persons=_persons(slots), status=status,
    )  # fmt: skip


def text(value: Any) -> str | None:
    """A slot's single value as text."""
    return str(value) if isinstance(value, str | int) and value else None


def listed(value: Any) -> list[Any]:
    """A slot's values as a list: none, one, or several."""
    if value in (None, "", [], ()):
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _said(day: Span | None) -> Span | None:
    """The days on which what a report quotes was said."""
    return Span(day.first - 1, day.last + 1, day.last + 1) if day else None


def _possible(day: Span | None, status: str, kind: str) -> Span | None:
    """When something told without a date may have been, by the report's day and how it stood then."""
    if day is None or kind in ("programme", "mechanism", "relation"):
        return None
    if status in ("planned", "proposed"):
        return Span(day.first, day.last + AHEAD, day.last + AHEAD, told=False)
    if status in ("occurred", "ongoing"):
        return Span(day.first - LATELY, day.last + 1, day.last + 1, told=False)
    return None


def _parties(slots: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(str(value) for name in PARTIES if name in slots for value in listed(slots[name]))


def _persons(slots: Mapping[str, Any]) -> tuple[str, ...]:
    told = {str(value) for name in ("persons", "lead") if name in slots for value in listed(slots[name])}
    told.update(str(one) for one in listed(slots.get("speakers")) if is_person(str(one)))
    return tuple(sorted(told))


@lru_cache(maxsize=32768)
def person_key(name: str) -> str:
    """One key for a person: who the world knows by this name, else its words."""
    known = known_person(name, (), (), None)
    return name_key(known.rsplit("|", 1)[0]) if known else name_key(name)


@lru_cache(maxsize=32768)
def stems(phrase: str) -> frozenset[str]:
    """The words of a phrase that tell, cut to stems; short words do not count."""
    return frozenset(word[:STEM] for word in words(phrase) if len(word) > 3 or word.isdigit())


@lru_cache(maxsize=32768)
def place_names(name: str) -> frozenset[str]:
    """The keys of a place: its own, and that of each known place named in it (« port de Cam Ranh » gives Cam Ranh)."""
    parts = words(name)
    known = place(name)
    keys = {place_key(known.name) if known else place_key(name)}
    for size in (1, 2, 3):
        for start in range(len(parts) - size + 1):
            run = " ".join(parts[start : start + size])
            if len(run) > 3 and (found := places(run)):
                keys.add(place_key(found[0].name))
    return frozenset(keys)


def dyad(parties: Iterable[str]) -> str:
    """The parties in order as one key; empty where there are none."""
    return "+".join(sorted(parties))
