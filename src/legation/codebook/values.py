"""The codebook as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SLOT_TYPES = (
    "act", "amount", "code", "country", "currency", "date", "name", "number", "party", "person", "post", "text", "year",
)  # fmt: skip
EVIDENCE = ("free", "overlap")


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of a kind: `many` marks a set of values; `vocabulary` maps each valid value to its meaning, {} if free."""

    name: str
    type: str
    meaning: str
    many: bool
    vocabulary: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SchemeMapping:
    """A kind (or one value of its slot `by`) in another scheme; `target` is as the data file has it, or None."""

    scheme: str
    target: Any
    by: str | None
    values: Mapping[str, Any]

    def of(self, slots: Mapping[str, Any]) -> Any:
        """The target for a record with these slots; None where nothing in the scheme fits it."""
        value = slots.get(self.by) if self.by else None
        return self.target if value is None else self.values.get(value, self.target)


@dataclass(frozen=True, slots=True)
class Kind:
    """A record kind: its slots in order, the `key` slot that tells records apart, whether evidence must overlap."""

    name: str
    label: str
    meaning: str
    order: int
    slots: Mapping[str, Slot]
    key: str | None
    overlap: bool
    merge: tuple[str, ...]
    mappings: Mapping[str, SchemeMapping]


@dataclass(frozen=True, slots=True)
class Codebook:
    """All kinds in their order, the report's own slots, and the vocabularies that several slots share."""

    kinds: Mapping[str, Kind]
    report: Mapping[str, Slot]
    vocabularies: Mapping[str, Mapping[str, str]]

    def faults(self, kind: str, slots: Mapping[str, Any]) -> tuple[str, ...]:
        """What the codebook has against a record of this kind with these slots; empty if nothing."""
        known = self.kinds.get(kind)
        if known is None:
            return (f"no kind {kind!r}; valid are {', '.join(self.kinds)}",)
        return tuple(fault for name, value in slots.items() for fault in _slot_faults(known, name, value))


def _slot_faults(kind: Kind, name: str, value: Any) -> list[str]:
    slot = kind.slots.get(name)
    if slot is None:
        return [f"{kind.name} has no slot {name!r}; valid are {', '.join(kind.slots)}"]
    if slot.many != isinstance(value, list | tuple):
        return [f"{kind.name}.{name} must be {'a list' if slot.many else 'one value'}, not {value!r}"]
    given = value if slot.many else [value]
    return [
        f"{kind.name}.{name}: {item!r} is not in the vocabulary; valid are {', '.join(slot.vocabulary)}"
        for item in given
        if slot.vocabulary and item not in slot.vocabulary
    ]
