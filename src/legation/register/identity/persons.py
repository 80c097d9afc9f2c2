"""Persons: the resolver that tells which reports name the same one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from legation.register.identity.careers import settle_person
from legation.register.identity.features import person_of
from legation.register.identity.known import known_person
from legation.register.identity.names import full, letters, name_key, name_words
from legation.register.identity.policy import SAME_PERSON
from legation.register.identity.tellings import Told, people_of
from legation.register.resolver import Item, Judgement, Settled
from legation.register.weighing import weigh
from legation.world import sound_key


class PersonResolver:
    """Tells who is who. An item is what the records of one report say of one person.

    Its slots are `name` (the fullest), `names`, `states`, `posts` ([post, state] pairs), `year` (of the report) and
    `identity` (`Phan Van Giang|VNM`, where the world knows the person).
    """

    name = "persons"
    prefix = "P-"

    def items(self, report: Mapping[str, Any], records: Sequence[Mapping[str, Any]]) -> list[Item]:
        """One item a person that the records name."""
        return [_item(report, told) for told in people_of(records)]

    def keys(self, item: Item) -> frozenset[str]:
        """The name's words in any order, its letters; with the state, its sound and all its words but one."""
        slots = item.slots
        if slots.get("identity"):
            person = person_of(item)
            return frozenset(_name_keys(person.names, tuple(person.states)))
        keys = _name_keys(slots["names"], tuple(slots["states"]))
        return frozenset([*keys, *_post_keys(item)])

    def twin(self, item: Item) -> str | None:
        """All that is known of the person, or all that is told."""
        slots = item.slots
        if slots.get("identity"):
            return f"known {slots['identity']}"
        names = "/".join(sorted({" ".join(name_words(name)) for name in slots["names"]}))
        posts = ",".join(sorted({post for post, _ in slots["posts"]}))
        return f"told {names} of {','.join(sorted(slots['states']))} as {posts} in {slots.get('year')}"

    def judge(self, left: Item, right: Item) -> Judgement:
        """By the weighted list in policy.py; the item of the lesser key stands on the left."""
        first, second = sorted((left, right), key=lambda item: item.key)
        return weigh(SAME_PERSON, person_of(first), person_of(second))

    def settle(self, members: Sequence[Item]) -> Settled:
        """Name, spellings and posts with the days on which they were seen."""
        return settle_person(members)


def _item(report: Mapping[str, Any], told: Told) -> Item:
    first = min(told.records, key=lambda record: (record["start"], record["end"], str(record["key"])))
    name, states, day = told.fullest, told.surest_states, report.get("day")
    posts = sorted(set(told.posts))
    year = int(day[:4]) if day else None
    around = tuple(sorted(told.around)) if not full(name) else ()
    identity = known_person(name, states or around, tuple(post for post, _ in posts), year)
    slots = {
        "name": name, "names": sorted(told.names), "states": [*states] or _state_of(identity),
        "posts": [list(post) for post in posts], "year": year, "identity": identity,
    }  # fmt: skip
    return Item(
        key=f"{report['key']}:person:{name_key(name)}", kind="person", report=report["key"],
        records=tuple(sorted(str(record["key"]) for record in told.records)), start=first["start"], end=first["end"],
        quote=first["quote"], slots=slots, day=day, source=report.get("source") or "",
    )  # fmt: skip


def _state_of(identity: str | None) -> list[str]:
    return [identity.rsplit("|", 1)[1]] if identity else []


def _name_keys(names: Sequence[str], states: tuple[str, ...]) -> list[str]:
    keys: list[str] = []
    for name in names:
        if not full(name):
            continue
        keys += [f"name {name_key(name)}", f"letters {letters(name)}"]
        keys += [f"sound {sound_key(name)} {state}" for state in states]
        keys += _slip_keys(name, states)
    return keys


def _slip_keys(name: str, states: tuple[str, ...]) -> list[str]:
    """Keys that survive one slip: all words but one, with the first letter of the one."""
    parts = sorted(set(name_words(name)))
    return [
        f"slip {' '.join(part for part in parts if part != word)} {word[0]} {state}"
        for word in parts
        for state in states
    ]


def _post_keys(item: Item) -> list[str]:
    """For names of one word, the word with post, state and year; names in full are found by each of their words."""
    slots = item.slots
    if not slots.get("year"):
        return []
    alone = all(not full(name) for name in slots["names"])
    years = [slots["year"] + step for step in ((-1, 0, 1) if alone else (0,))]
    parts = sorted({word for name in slots["names"] for word in name_words(name)})
    return [
        f"word {word} {post} {state} {year}"
        for word in parts for post, state in slots["posts"] if post != "other" for year in years
    ]  # fmt: skip
