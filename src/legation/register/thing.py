"""A resolved thing as those see it who follow what hangs together: links, undertakings, re-dating."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from legation.register.spans import Span, span_of


@dataclass(frozen=True, slots=True)
class Thing:
    """One resolved thing: its id, its slots as settled, the day of its first report, the reports that tell it."""

    id: str
    kind: str
    slots: Mapping[str, Any]
    told_on: str | None = None
    reports: frozenset[str] = frozenset()

    @property
    def span(self) -> Span | None:
        """When it was, by its slots; None where that is not told."""
        date, until = self.slots.get("date"), self.slots.get("until")
        return span_of(str(date) if date else None, str(until) if until else None)

    @property
    def day(self) -> int | None:
        """The ordinal of the first day on which it may have begun; where that is not told, of the first report of it.

        None for what was only referred to, which is older than its reports.
        """
        if self.span is not None:
            return self.span.first
        told = span_of(self.told_on)
        referred_to = "cited" in (self.status, self.slots.get("action"))
        return told.first if told and not referred_to else None

    @property
    def parties(self) -> frozenset[str]:
        """The states and bodies that it is between."""
        names = ("visitor", "host", "funder", "beneficiary")
        single = [str(self.slots[name]) for name in names if self.slots.get(name)]
        return frozenset([*single, *self.listed("parties"), *self.listed("side"), *self.listed("addressee")])

    @property
    def status(self) -> str:
        """How it stands."""
        return str(self.slots.get("status") or "occurred")

    def listed(self, slot: str) -> tuple[str, ...]:
        """The values of a slot as text: none, one, or several."""
        value = self.slots.get(slot)
        if value in (None, "", [], ()):
            return ()
        return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)
