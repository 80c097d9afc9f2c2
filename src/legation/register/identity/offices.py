"""Posts and their holders: reports which show one person in one post of one state show one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from legation.register.identity.known import known_person
from legation.register.identity.names import SLIP, alike, name_key, name_words
from legation.register.resolver import Feature, Item, Judgement, Settled

KIND = "office"
Row = Mapping[str, Any]


class OfficeResolver:
    """Tells which office records show one person in one post of one state. An item is one record.

    Its slots are the record's, and `holder`: who the world knows by the name in that post, else the name's words.
    """

    name = "offices"
    prefix = "O-"

    def items(self, report: Row, records: Sequence[Row]) -> list[Item]:
        """One item an office record that names the person."""
        return [_item(report, record) for record in records if record["kind"] == KIND and record["slots"].get("person")]

    def keys(self, item: Item) -> frozenset[str]:
        """Each word of the name, and the known holder, with post and state."""
        return frozenset(f"{_seat(item)} {word}" for word in (item.slots["holder"], *name_words(item.slots["person"])))

    def twin(self, item: Item) -> str | None:
        """Holder, name, post and state."""
        return f"{_seat(item)} {item.slots['holder']} {name_key(item.slots['person'])}"

    def judge(self, left: Item, right: Item) -> Judgement:
        """The same where post and state are, and the holder is one person or the names differ by a slip at most."""
        first, second = sorted((left, right), key=lambda item: item.key)
        seats = Feature("post_and_state", 1.0, _seat(first), _seat(second))
        mine, other = str(first.slots["person"]), str(second.slots["person"])
        if _seat(first) != _seat(second):
            return Judgement("never", 0.0, "office.another_post", (seats,))
        share = 1.0 if first.slots["holder"] == second.slots["holder"] else alike(mine, other)
        names = Feature("name", share, mine, other)
        if share >= SLIP:
            return Judgement("same", 1.0 + share, "office.same", (names, seats))
        return Judgement("different" if share else "never", share, "office.another_name", (names, seats))

    def settle(self, members: Sequence[Item]) -> Settled:
        """The person as most sources spell the name, post, state, and the first and last day on which it was seen."""
        items = sorted(members, key=lambda item: item.key)
        told = Counter(name for name, _ in {(item.slots["person"], item.source or item.report) for item in items})
        person = min(told, key=lambda name: (-len(name_words(name)), -told[name], name.isascii(), name))
        slots = {
            "person": person,
            **{name: items[0].slots[name] for name in ("post", "country") if name in items[0].slots},
        }
        days = sorted(item.day for item in items if item.day)
        return Settled({**slots, "first": days[0], "last": days[-1]} if days else slots)


def _item(report: Row, record: Row) -> Item:
    slots = dict(record["slots"])
    post, country, day = slots.get("post"), slots.get("country"), report.get("day")
    known = known_person(
        slots["person"], (country,) if country else (), (post,) if post else (), int(day[:4]) if day else None
    )
    slots["holder"] = known or name_key(slots["person"])
    return Item(
        key=str(record["key"]), kind=KIND, report=report["key"], records=(str(record["key"]),), start=record["start"],
        end=record["end"], quote=record["quote"], slots=slots, day=day, source=report.get("source") or "",
    )  # fmt: skip


def _seat(item: Item) -> str:
    return f"{item.slots.get('post')} {item.slots.get('country')}"
