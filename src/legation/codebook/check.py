"""What is wrong with the codebook's data files: every fault with its file, its place, what is valid, and the remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from legation.codebook.values import EVIDENCE, SLOT_TYPES

FIELDS = ("kind", "order", "label", "meaning", "slots", "key", "evidence", "merge", "mappings")
SLOT_FIELDS = ("type", "meaning", "many", "vocabulary")
SCHEMES = ("plover", "cameo", "followthemoney")


def vocabulary_faults(path: Path, body: Any) -> list[str]:
    """Faults of one file of vocabularies/."""
    if not isinstance(body, dict) or not isinstance(body.get("terms"), dict) or not body["terms"]:
        return [_fault(path, "terms", "missing or empty", "a mapping of each value to its meaning")]
    faults = (
        []
        if body.get("name") == path.stem
        else [_fault(path, "name", body.get("name"), f"the file's name, {path.stem}")]
    )
    return faults + [
        _fault(path, f"terms.{term}", meaning, "its meaning in words")
        for term, meaning in body["terms"].items()
        if not _text(meaning)
    ]


def kind_faults(path: Path, body: Any, shared: Mapping[str, Any]) -> list[str]:
    """Faults of one file of kinds/; `shared` holds the vocabularies that slots may name."""
    if not isinstance(body, dict):
        return [_fault(path, "file", type(body).__name__, "a mapping with " + ", ".join(FIELDS))]
    missing = [
        _fault(path, field, "missing", "every kind has " + ", ".join(FIELDS)) for field in FIELDS if field not in body
    ]
    missing += [_fault(path, field, "unknown field", ", ".join(FIELDS)) for field in body if field not in FIELDS]
    if missing:
        return missing
    faults = slot_table_faults(path, body["slots"], shared)
    return faults or [*_own_faults(path, body), *_mapping_faults(path, body)]


def slot_table_faults(path: Path, slots: Any, shared: Mapping[str, Any]) -> list[str]:
    """Faults of a table of slots."""
    if not isinstance(slots, dict) or not slots:
        return [_fault(path, "slots", "missing or empty", "a mapping of each slot to its type and meaning")]
    return [fault for name, slot in slots.items() for fault in _slot_faults(path, name, slot, shared)]


def _slot_faults(path: Path, name: str, slot: Any, shared: Mapping[str, Any]) -> Iterator[str]:
    where = f"slots.{name}"
    if not isinstance(slot, dict):
        yield _fault(path, where, slot, "a mapping with " + ", ".join(SLOT_FIELDS))
        return
    for field in slot:
        if field not in SLOT_FIELDS:
            yield _fault(path, f"{where}.{field}", "unknown field", ", ".join(SLOT_FIELDS))
    if slot.get("type") not in SLOT_TYPES:
        yield _fault(path, f"{where}.type", slot.get("type"), ", ".join(SLOT_TYPES))
    if not _text(slot.get("meaning")):
        yield _fault(path, f"{where}.meaning", slot.get("meaning"), "its meaning in words")
    vocabulary = slot.get("vocabulary", {})
    if isinstance(vocabulary, str) and vocabulary not in shared:
        yield _fault(
            path, f"{where}.vocabulary", vocabulary, "an inline mapping or one of " + ", ".join(sorted(shared))
        )
    if slot.get("type") in ("code", "act", "post") and not vocabulary:
        yield _fault(path, f"{where}.vocabulary", "missing", f"a slot of type {slot['type']} lists its values")


def _own_faults(path: Path, body: dict[str, Any]) -> Iterator[str]:
    slots = ", ".join(body["slots"])
    if body["kind"] != path.stem:
        yield _fault(path, "kind", body["kind"], f"the file's name, {path.stem}")
    if not isinstance(body["order"], int):
        yield _fault(path, "order", body["order"], "a whole number")
    if body["key"] is not None and body["key"] not in body["slots"]:
        yield _fault(path, "key", body["key"], f"null or one of {slots}")
    if body["evidence"] not in EVIDENCE:
        yield _fault(path, "evidence", body["evidence"], ", ".join(EVIDENCE))
    for name in body["merge"] or ():
        if name not in body["slots"]:
            yield _fault(path, "merge", name, slots)


def _mapping_faults(path: Path, body: dict[str, Any]) -> Iterator[str]:
    mappings = body["mappings"] or {}
    for scheme in SCHEMES:
        if scheme not in mappings:
            yield _fault(path, f"mappings.{scheme}", "missing", "null where nothing there fits the kind")
    for scheme, target in mappings.items():
        if isinstance(target, dict):
            yield from _by_faults(path, f"mappings.{scheme}", target, body["slots"])


def _by_faults(path: Path, where: str, target: dict[str, Any], slots: dict[str, Any]) -> Iterator[str]:
    by = target.get("by")
    if by is not None and by not in slots:
        yield _fault(path, f"{where}.by", by, ", ".join(slots))
        return
    vocabulary = slots[by].get("vocabulary") if by else None
    for value in target.get("values") or {}:
        if isinstance(vocabulary, dict) and value not in vocabulary:
            yield _fault(path, f"{where}.values", value, ", ".join(vocabulary))
    for slot in target.get("properties") or {}:
        if slot != "quote" and slot not in slots:
            yield _fault(path, f"{where}.properties", slot, "quote, " + ", ".join(slots))


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _fault(path: Path, where: str, found: object, valid: str) -> str:
    place = f"{path.parent.name}/{path.name}: {where}"
    return f"{place}: {found!r} will not do; valid: {valid}; mend it there and run `make data`"
