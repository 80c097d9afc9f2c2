"""What a thing is taken to be where its tellings disagree: each value with its sources, which one is shown, and why.

A value is backed by those who tell it, and by those who tell it less precisely. Shown is the value with most
independent sources; of equals that told nearest to the event; of these that told by outlets of more of the parties
(both sides before one); of these the most precise, then the first by spelling.
Copies of one dispatch are one source. Sets (parties, persons, topics …) are joined: a source that leaves somebody out
does not deny that they were there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from legation.register.identity.names import ONE_WORD, alike, name_words
from legation.register.outlets import home
from legation.register.parties import parties_of
from legation.register.resolver import Item, Settled
from legation.register.spans import span_of
from legation.world import fold, place

HISTORY = "history"
HIDDEN = frozenset({"status", "called", "among"})
NAMES_OF_PEOPLE = frozenset({"persons", "lead", "speakers"})
LOOSE = frozenset({"subject", "name"})  # in anybody's words: the fullest is shown, none contradicts another
FAR = 10**6  # days, for tellings without a day
STANDING = {"occurred": 3, "cancelled": 2, "denied": 2, "ongoing": 1, "cited": 1, "planned": 0, "proposed": -1}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a slot with the items that tell it."""

    shown: Any
    members: tuple[Item, ...]

    @property
    def sources(self) -> int:
        """How many independent sources tell it."""
        return len({item.source or item.report for item in self.members})

    def sides(self, parties: frozenset[str]) -> frozenset[str]:
        """The parties whose own outlets tell it."""
        return frozenset(state for item in self.members for state in home(item.source) & parties)


@dataclass(frozen=True, slots=True)
class _Event:
    """About when it was (an ordinal; None where nothing tells it), and between whom."""

    day: int | None
    parties: frozenset[str]


def settle(kind: str, members: Sequence[Item]) -> Settled:
    """The thing behind items, whatever their order: the slots shown and, for each contradiction, every value.

    `history` lists how it stood, report day by report day, where that changed.
    """
    if len(members) == 1:
        return Settled(_alone(members[0]))
    items = sorted(members, key=lambda item: item.key)
    slots: dict[str, Any] = {}
    conflicts: dict[str, Any] = {}
    event = _Event(_event_day(items), frozenset(party for item in items for party in parties_of(kind, item.slots)))
    for name in _names(items):
        values = [(item, item.slots[name]) for item in items if item.slots.get(name) not in (None, "", [], ())]
        if any(isinstance(value, list | tuple) for _, value in values):
            slots[name] = _joined(name, [one for _, value in values for one in _listed(value)])
            continue
        shown, against = _settled(name, _valued(name, values), event)
        slots[name] = shown
        if against:
            conflicts[name] = against
    return Settled({**slots, **_standing(items)}, conflicts)


def _alone(item: Item) -> dict[str, Any]:
    """A thing that is told once."""
    told = {name: value for name, value in sorted(item.slots.items()) if value not in (None, "", [], ())}
    slots = {n: _joined(n, value) if isinstance(value, list | tuple) else value for n, value in told.items()}
    standing = {} if slots.get("status") in (None, "occurred") else {"status": slots["status"]}
    return {**{name: value for name, value in slots.items() if name not in HIDDEN}, **standing}


def _names(items: Sequence[Item]) -> list[str]:
    return sorted({name for item in items for name in item.slots if name not in HIDDEN})


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


# -- single values --------------------------------------------------------------------------------------------------
def _valued(name: str, told: Sequence[tuple[Item, Any]]) -> list[Value]:
    """The distinct values of a slot, spellings of one taken together."""
    groups: dict[str, list[tuple[Item, Any]]] = {}
    for item, value in told:
        groups.setdefault(_same_as(name, value, groups), []).append((item, value))
    return [Value(_spelling(told), tuple(item for item, _ in told)) for told in groups.values()]


def _same_as(name: str, value: Any, groups: Mapping[str, Any]) -> str:
    if name in NAMES_OF_PEOPLE:
        return next((known for known in groups if alike(known, str(value)) >= ONE_WORD), str(value))
    if name == "place":
        known = place(str(value))
        return fold(known.name if known else str(value))
    return fold(str(value)) if isinstance(value, str) else str(value)


def _spelling(told: Sequence[tuple[Item, Any]]) -> Any:
    values = [value for _, value in told]
    return min(values, key=lambda value: (-values.count(value), -len(str(value)), str(value)))


def _settled(name: str, values: Sequence[Value], event: _Event) -> tuple[Any, Any]:
    """The value shown, and the contradiction if there is one."""
    if name in LOOSE:
        return max((value.shown for value in values), key=lambda shown: (len(str(shown)), str(shown))), None
    agree = _refines if name in ("date", "until") else _contains if name == "place" else _never
    backed = [(value, _backing(value, values, agree)) for value in values]
    ranked = sorted(backed, key=lambda pair: _rank(pair[0], pair[1], event))
    best, support = ranked[0]
    rivals = [
        pair for pair in ranked[1:] if not agree(pair[0].shown, best.shown) and not agree(best.shown, pair[0].shown)
    ]
    if not rivals:
        return best.shown, None
    told = [_listing(value, backing, value is best) for value, backing in [(best, support), *rivals]]
    return best.shown, {"shown": best.shown, "because": _because(best, support, rivals, event), "values": told}


def _backing(value: Value, values: Sequence[Value], agree: Callable[[Any, Any], bool]) -> Value:
    """The value with those of the tellings that say the same less precisely."""
    members = [item for other in values if other is value or agree(other.shown, value.shown) for item in other.members]
    return Value(value.shown, tuple(sorted(members, key=lambda item: item.key)))


def _rank(value: Value, support: Value, event: _Event) -> tuple[Any, ...]:
    sides = len(support.sides(event.parties))
    return (-support.sources, _nearness(support.members, event.day), -sides, -len(str(value.shown)), str(value.shown))


def _refines(loose: Any, precise: Any) -> bool:
    return str(precise).startswith(str(loose)) and loose != precise


def _contains(loose: Any, precise: Any) -> bool:
    """A site says more than the town in its name, and a town of a country than nothing."""
    return loose != precise and set(fold(str(loose)).split()) < set(fold(str(precise)).split())


def _never(loose: Any, precise: Any) -> bool:
    return False


def _nearness(items: Sequence[Item], day: int | None) -> int:
    """How many days lie between the event and the nearest report that tells the value."""
    days = [span.first for item in items if (span := span_of(item.day))]
    return min((abs(told - day) for told in days), default=FAR) if day is not None else 0


def _listing(value: Value, support: Value, shown: bool) -> dict[str, Any]:
    return {
        "value": value.shown,
        "members": [item.key for item in value.members],
        "sources": support.sources,
        "shown": shown,
    }


def _because(best: Value, support: Value, rivals: Sequence[tuple[Value, Value]], event: _Event) -> str:
    most = max(backing.sources for _, backing in rivals)
    if support.sources > most:
        return f"told by {support.sources} independent sources, the other by {most}"
    equals = [(value, backing) for value, backing in rivals if backing.sources == most]
    nearest = min(_nearness(backing.members, event.day) for _, backing in equals)
    if _nearness(support.members, event.day) < nearest:
        return "as many sources each; this one told nearer to the event"
    near = [pair for pair in equals if _nearness(pair[1].members, event.day) == nearest]
    sides = support.sides(event.parties)
    if all(len(sides) > len(backing.sides(event.parties)) for _, backing in near):
        return f"as many sources, as near to the event; this one told by outlets of {_and(sides)}"
    if all(len(str(best.shown)) > len(str(value.shown)) for value, _ in near):
        return "as many sources, as near to the event; this one is more precise"
    return "as many sources, as near to the event, as precise; the first in order of spelling"


def _and(states: Iterable[str]) -> str:
    return " and ".join(sorted(states))


def _event_day(items: Sequence[Item]) -> int | None:
    """About when the event was: the middle of the days told, else of the reports."""
    told = [span.first for item in items if (span := span_of(_text(item.slots.get("date")))) and not span.looseness]
    days = sorted(told or [span.first for item in items if (span := span_of(item.day))])
    return days[len(days) // 2] if days else None


def _text(value: Any) -> str | None:
    return str(value) if value else None


# -- sets -----------------------------------------------------------------------------------------------------------
def _joined(name: str, values: Sequence[Any]) -> list[Any]:
    """All that is told, spellings of one person or place once, the fullest."""
    if name in NAMES_OF_PEOPLE:
        return _people([str(value) for value in values])
    groups: dict[str, list[Any]] = {}
    for value in values:
        groups.setdefault(fold(str(value)), []).append(value)
    return sorted((min(told, key=lambda one: (-told.count(one), str(one))) for told in groups.values()), key=str)


def _people(names: Sequence[str]) -> list[str]:
    fullest = sorted(set(names), key=lambda name: (-len(name_words(name)), -names.count(name), name.isascii(), name))
    kept: list[str] = []
    for name in fullest:
        if not any(alike(name, other) >= ONE_WORD for other in kept):
            kept.append(name)
    return sorted(kept)


# -- how it stands ----------------------------------------------------------------------------------------------------
def _standing(items: Sequence[Item]) -> dict[str, Any]:
    """The status of the latest report (what took place stays so), and the history where the status changed."""
    told = sorted((item.day or "9999", item.slots.get("status") or "occurred", item.report) for item in items)
    statuses = {status for _, status, _ in told} - {"cited"}
    final = max(told, key=lambda one: (STANDING.get(one[1], 0) >= 3, one[0], STANDING.get(one[1], 0)))[1]
    standing: dict[str, Any] = {} if final == "occurred" else {"status": final}
    if len(statuses) > 1:
        standing[HISTORY] = [
            {"day": day, "status": status, "report": report} for day, status, report in told if status != "cited"
        ]
    return standing
