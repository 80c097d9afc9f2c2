"""Whom a record is between, by the codebook's slots."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from legation.codebook import codebook

PARTIES = frozenset({"country", "party"})  # types of slots


def parties_of(kind: str, slots: Mapping[str, Any]) -> list[str]:
    """The states and bodies that slots of a kind of record name, in order of spelling."""
    found: set[str] = set()
    for slot in _party_slots(kind):
        value = slots.get(slot)
        found.update(map(str, value) if isinstance(value, list | tuple) else [str(value)] if value else [])
    return sorted(found)


@lru_cache(maxsize=64)
def _party_slots(kind: str) -> tuple[str, ...]:
    known = codebook().kinds.get(kind)
    return tuple(slot.name for slot in known.slots.values() if slot.type in PARTIES) if known else ()
