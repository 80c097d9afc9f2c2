"""One resolver for every kind of event: kinds differ in their policy, their keys, and what is enough to tell them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from legation.register.events.facts import Facts, facts_of, listed
from legation.register.events.naming import called
from legation.register.resolver import Item, Judgement, Settled
from legation.register.settling import settle
from legation.register.weighing import Policy, weigh

FactsHeld = dict[str, tuple[Item, Facts]]
HELD = 5000  # facts held in memory, about 1 kB each
LIKENESS = ("form", "visitor", "host", "funder", "beneficiary")


@dataclass(frozen=True, slots=True)
class EventResolver:
    """Tells which tellings of a kind are one event. An item is one record; its slots are the record's.

    Two slots may be added: `called` (what a mechanism is called, whatever the words) and `among` (how many records of
    the report are alike in parties, date and form).

    `telling` are the slot sets of which one, told with a date to the day (or any, where `dated` is false), is enough
    for equal tellings to stand for one another.
    """

    kind: str
    name: str
    prefix: str
    policy: Policy[Facts]
    finding: Callable[[Facts], Iterator[str]]
    telling: tuple[tuple[str, ...], ...] = ()
    dated: bool = True
    held: FactsHeld = field(default_factory=dict, repr=False, compare=False)

    def items(self, report: Mapping[str, Any], records: Sequence[Mapping[str, Any]]) -> list[Item]:
        """One item a record of the kind."""
        mine = [record for record in records if record["kind"] == self.kind]
        alike = Counter(map(_likeness, mine))
        return [_item(report, record, alike[_likeness(record)]) for record in mine]

    def keys(self, item: Item) -> frozenset[str]:
        """The keys of the kind."""
        return frozenset(f"{self.kind} {key}" for key in self.finding(self.facts(item)))

    def twin(self, item: Item) -> str | None:
        """All slots, where they are enough to tell the event; None otherwise."""
        facts = self.facts(item)
        if self.dated and (facts.span is None or facts.span.looseness):
            return None
        if not any(all(item.slots.get(slot) for slot in slots) for slots in self.telling):
            return None
        return json.dumps(_plain(item.slots), sort_keys=True, ensure_ascii=False)

    def judge(self, left: Item, right: Item) -> Judgement:
        """By the weighted list of the kind in policy.py; the item of the lesser key stands on the left."""
        first, second = sorted((left, right), key=lambda item: item.key)
        return weigh(self.policy, self.facts(first), self.facts(second))

    def facts(self, item: Item) -> Facts:
        """The facts of an item; the latest asked for are held, since an item is compared many times."""
        known = self.held.get(item.key)
        if known and known[0] is item:
            return known[1]
        if len(self.held) >= HELD:
            self.held.clear()
        facts = facts_of(item)
        self.held[item.key] = (item, facts)
        return facts

    def settle(self, members: Sequence[Item]) -> Settled:
        """The slots on which most independent sources agree, the rest as conflicts; see settling.py."""
        return settle(self.kind, members)


def _likeness(record: Mapping[str, Any]) -> tuple[str, ...]:
    """What several things of one report share, so that another report's word of one of them may mean any."""
    slots = record["slots"]
    parties = ",".join(sorted(map(str, listed(slots.get("parties")))))
    return (record["kind"], parties, str(slots.get("date")), *(str(slots.get(slot)) for slot in LIKENESS))


def _item(report: Mapping[str, Any], record: Mapping[str, Any], alike: int) -> Item:
    slots = dict(record["slots"])
    if alike > 1:
        slots["among"] = alike
    if record["kind"] == "mechanism":
        slots["called"] = called(slots)
    return Item(
        key=str(record["key"]), kind=record["kind"], report=report["key"], records=(str(record["key"]),),
        start=record["start"], end=record["end"], quote=record["quote"], slots=slots, day=report.get("day"),
        source=report.get("source") or "",
    )  # fmt: skip


def _plain(slots: Mapping[str, Any]) -> dict[str, Any]:
    """Slots in one form, whatever the order of their sets."""
    return {
        name: sorted(map(str, value)) if isinstance(value, list | tuple) else value for name, value in slots.items()
    }
