"""Several tellings of one activity made one record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date as calendar
from datetime import timedelta

from legation.reading.understanding import Draft

LASTING = frozenset({"exercise", "port_call", "training_course", "expert_exchange", "exhibition", "deployment"})
SOON = 240  # characters after a telling within which a pronoun takes it up


def add(told: list[Draft], draft: Draft, *, back: bool, days: int) -> None:
    """Add a draft to those told: into the one that it tells again, or as one more unless it only takes one up."""
    for number in range(len(told) - 1, -1, -1):
        if _same(told[number], draft, back=back):
            told[number] = _lasting(_joined(told[number], draft, back=back), days if back else 0)
            return
    if not back:
        told.append(_placed(told, draft))


def _lasting(one: Draft, days: int) -> Draft:
    """The draft with its last day, where a later telling says how many days it lasts."""
    begin = one.slots.get("date")
    if days < 2 or one.slots.get("until") or not isinstance(begin, str) or len(begin) != 10:
        return one
    return replace(
        one, slots=dict(one.slots) | {"until": (calendar.fromisoformat(begin) + timedelta(days=days - 1)).isoformat()}
    )


def _placed(told: Sequence[Draft], draft: Draft) -> Draft:
    """« celle du bâtiment X »: the place of the call that it is compared with."""
    calls = [one for one in told if one.slots["type"] == "port_call" and one.slots.get("place")]
    if not draft.rule.endswith(".that_of") or draft.slots.get("place") or not calls:
        return draft
    return replace(draft, slots=dict(draft.slots) | {name: calls[-1].slots.get(name) for name in ("place", "country")})


def _same(one: Draft, other: Draft, *, back: bool) -> bool:
    """Whether two tellings are of one activity: the same type, no slot at odds, and something in common."""
    if other.rule.endswith(".goes_on"):
        return one.slots["type"] in LASTING and 0 <= other.start - one.end < SOON
    if one.slots["type"] != other.slots["type"]:
        return False
    if back:
        return True
    clash = any(
        not _agree(one.slots.get(name), other.slots.get(name)) for name in ("date", "until", "place", "name", "units")
    )
    overlap = one.start < other.end and other.start < one.end
    if clash or not _alike(one.slots, other.slots, overlap=overlap):
        return False
    shared = any(one.slots.get(name) and other.slots.get(name) for name in ("date", "name", "units", "place"))
    filling = one.slots["type"] == "port_call" and set(_listed(one, "parties")) == set(_listed(other, "parties"))
    return shared or filling or overlap or _poor(one) or _poor(other)


def _alike(one: Mapping[str, object], other: Mapping[str, object], *, overlap: bool) -> bool:
    """Whether the statuses are the same; what is only cited may be told again, in the same words or of the same day."""
    told = {one.get("status"), other.get("status")}
    same_day = one.get("date") is not None and one.get("date") == other.get("date")
    return len(told) == 1 or (told == {None, "cited"} and (overlap or same_day))


def _listed(one: Draft, name: str) -> tuple[str, ...]:
    value = one.slots.get(name)
    return value if isinstance(value, tuple) else ()


def _poor(one: Draft) -> bool:
    return not any(one.slots.get(name) for name in ("date", "until", "name", "units", "place"))


def _agree(one: object, other: object) -> bool:
    if not one or not other:
        return True
    if isinstance(one, tuple) and isinstance(other, tuple):
        return bool(set(one) & set(other))
    return one == other


def _joined(one: Draft, other: Draft, *, back: bool) -> Draft:
    """The fuller telling with what the other adds."""
    if back:
        added = {
            name: other.slots[name] for name in ("until", "name") if other.slots.get(name) and not one.slots.get(name)
        }
        apart = other.slots.get("date") not in {None, one.slots.get("date")}
        return replace(one, slots=dict(one.slots) | ({} if apart else added))
    fuller, poorer = (one, other) if _fullness(one) >= _fullness(other) else (other, one)
    slots = {name: value or poorer.slots.get(name) for name, value in fuller.slots.items()}
    return replace(fuller, slots=slots)


def _fullness(one: Draft) -> int:
    return sum(len(value) if isinstance(value, tuple) else 1 for value in one.slots.values() if value)
