"""What can be asked of a register: one read-only door, typed answers."""

from __future__ import annotations

from legation.register.queries.door import Queries
from legation.register.queries.values import (
    EVENTS,
    Coverage,
    Cursor,
    Dyad,
    Entry,
    Filter,
    Hit,
    Hits,
    Match,
    Page,
    Person,
    Telling,
)

__all__ = [
    "EVENTS",
    "Coverage",
    "Cursor",
    "Dyad",
    "Entry",
    "Filter",
    "Hit",
    "Hits",
    "Match",
    "Page",
    "Person",
    "Queries",
    "Telling",
]
