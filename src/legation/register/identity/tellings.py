"""What the records of one report say of each person: the spellings, the state, the posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from legation.register.identity.names import ONE_WORD, alike, full, name_key, name_words
from legation.world import state

Row = Mapping[str, Any]


@dataclass(slots=True)
class Told:
    """One person of one report, while the report is gone through."""

    names: list[str] = field(default_factory=list)
    states: dict[int, list[str]] = field(
        default_factory=dict
    )  # by how sure: 0 an office, 1 a visit, 2 a speaker's side
    posts: list[tuple[str, str]] = field(default_factory=list)
    records: list[Row] = field(default_factory=list)
    around: set[str] = field(default_factory=set)  # the parties of the meetings that name the person

    @property
    def fullest(self) -> str:
        """The longest spelling, the first in the alphabet of several."""
        return min(self.names, key=lambda name: (-len(name_words(name)), -len(name), name))

    @property
    def surest_states(self) -> tuple[str, ...]:
        """The states that the surest records give."""
        return tuple(sorted(set(self.states[min(self.states)]))) if self.states else ()


@dataclass(frozen=True, slots=True)
class Naming:
    """One record's word of a person."""

    name: str
    record: Row
    state: str | None = None
    sureness: int = 3
    post: str | None = None
    around: tuple[str, ...] = ()


def people_of(records: Sequence[Row]) -> list[Told]:
    """The people that the records of a report name, whatever the order of the records.

    A name in part goes to the one person of the report whom it fits, to nobody else's where several are as near.
    """
    namings = sorted(
        (naming for record in records for naming in _namings(record)),
        key=lambda one: (-len(name_words(one.name)), -len(one.name), one.name, one.sureness, str(one.record["key"])),
    )
    people: list[Told] = []
    for naming in namings:
        _put(naming, people)
    return people


def _namings(record: Row) -> list[Naming]:
    slots = record["slots"]
    match record["kind"]:
        case "office" if slots.get("person"):
            return [Naming(slots["person"], record, slots.get("country"), 0, slots.get("post"))]
        case "visit" if slots.get("lead"):
            return [Naming(slots["lead"], record, slots.get("visitor"), 1)]
        case "meeting":
            around = tuple(slots.get("parties") or ())
            return [Naming(name, record, around=around) for name in slots.get("persons") or ()]
        case "statement":
            sides: list[str] = list(slots.get("side") or [])
            side = sides[0] if len(sides) == 1 else None
            speakers = [one for one in slots.get("speakers") or () if is_person(one)]
            return [Naming(name, record, side, 2 if side else 3) for name in speakers]
    return []


@lru_cache(maxsize=32768)
def is_person(speaker: str) -> bool:
    """Whether a speaker is a person: no code of a state or organisation, no acronym."""
    return state(speaker) is None and not (speaker.isupper() and " " not in speaker) and full(speaker)


def _put(naming: Naming, people: list[Told]) -> None:
    near = [(max(alike(naming.name, name) for name in told.names), told) for told in people]
    near = [(share, told) for share, told in near if share >= ONE_WORD and _agree(naming, told)]
    best = max((share for share, _ in near), default=0.0)
    nearest = [told for share, told in near if share == best]
    if not nearest or (len(nearest) > 1 and best < 1):
        nearest = [Told()]
        people.append(nearest[0])
    _note(naming, nearest[0])


def _agree(naming: Naming, told: Told) -> bool:
    if naming.state is None or not told.states or name_key(naming.name) in map(name_key, told.names):
        return True
    return any(naming.state in states for states in told.states.values())


def _note(naming: Naming, told: Told) -> None:
    if naming.name not in told.names:
        told.names.append(naming.name)
    if naming.state:
        told.states.setdefault(naming.sureness, []).append(naming.state)
        if naming.post and (naming.post, naming.state) not in told.posts:
            told.posts.append((naming.post, naming.state))
    told.around.update(naming.around)
    if naming.record not in told.records:
        told.records.append(naming.record)
