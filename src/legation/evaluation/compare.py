"""Whether coded values agree with gold values, and how many slots of a pair of records do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.codebook import Kind, Slot
from legation.evaluation.gold import GoldRecord
from legation.model.report import Record

CONTAINED = 0.99  # share of the shorter name's words that the longer one must hold
ALIKE = 0.6  # Dice coefficient of the words of two names from which they count as the same


@dataclass(frozen=True, slots=True)
class Counts:
    """Agreements, things coded too much, things missed; with precision, recall and F1."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.spurious + other.spurious, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of what was coded that is right; 0 where nothing was."""
        return self.right / (self.right + self.spurious or 1)

    @property
    def recall(self) -> float:
        """Share of gold that was coded; 0 where there is none."""
        return self.right / (self.right + self.missed or 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)


@lru_cache(maxsize=20_000)
def fold(text: str) -> frozenset[str]:
    """The words of a name without case and diacritics, as a set, so that their order does not matter."""
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    bare = "".join(character for character in plain if not unicodedata.combining(character)).lower()
    return frozenset(re.findall(r"[a-z0-9+]+", bare))


def same(slot: Slot, gold: object, coded: object) -> bool:
    """Whether a coded value agrees with a gold value, any of whose A|B spellings will do."""
    if slot.type not in ("person", "name"):
        return str(gold).casefold() == str(coded).casefold()
    given = fold(str(coded))
    return any(_alike(fold(spelling), given, loosely=slot.type == "name") for spelling in str(gold).split("|"))


def _alike(wanted: frozenset[str], given: frozenset[str], *, loosely: bool) -> bool:
    if wanted == given:
        return True
    if not loosely or not wanted or not given:
        return False
    shared, shorter = len(wanted & given), min(len(wanted), len(given))
    return shared / shorter >= CONTAINED or 2 * shared / (len(wanted) + len(given)) >= ALIKE


def values(slots: Mapping[str, Any], name: str) -> list[Any]:
    """The values of a slot as a list: one, several, or none."""
    value = slots.get(name)
    if value in (None, "", [], ()):
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def compare(kind: Kind, gold: GoldRecord, coded: Record) -> Counts:
    """How the slots of a pair agree. The kind counts as one right slot, each element of a list as one."""
    counts = Counts(right=1)
    for slot in kind.slots.values():
        counts += _status(gold, coded) if slot.name == "status" else _slot(slot, gold, coded)
    return counts


def _status(gold: GoldRecord, coded: Record) -> Counts:
    wanted, given = gold.slots.get("status", "occurred"), coded.slots.get("status") or "occurred"
    if wanted == given == "occurred" or "status" in gold.free:
        return Counts()
    return Counts(right=1) if wanted == given else Counts(spurious=1, missed=1)


def _slot(slot: Slot, gold: GoldRecord, coded: Record) -> Counts:
    wanted, left = values(gold.slots, slot.name), values(coded.slots, slot.name)
    right = 0
    for value in wanted:
        hit = next((given for given in left if same(slot, value, given)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    free = values(gold.free, slot.name)
    anything = slot.name in gold.free and not free
    spurious = 0 if anything else sum(not any(same(slot, value, given) for value in free) for given in left)
    return Counts(right, spurious, len(wanted) - right)


def weight(kind: Kind, slots: Mapping[str, Any]) -> int:
    """How many slots a record counts for: its kind, its values, and a status other than occurred."""
    given = sum(len(values(slots, name)) for name in kind.slots if name != "status")
    return 1 + given + int(slots.get("status", "occurred") != "occurred")
