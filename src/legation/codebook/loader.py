"""Reads the codebook's data files, checks them, and gives them as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from legation import datafile
from legation.codebook.check import kind_faults, slot_table_faults, vocabulary_faults
from legation.codebook.values import Codebook, Kind, SchemeMapping, Slot
from legation.errors import DataFault

HERE = Path(__file__).parent


@lru_cache(maxsize=8)
def codebook(folder: Path = HERE) -> Codebook:
    """The codebook in this folder. Raises DataFault with every fault of every file at once."""
    vocabularies = {path: datafile.load(path) for path in sorted((folder / "vocabularies").glob("*.yaml"))}
    kinds = {path: datafile.load(path) for path in sorted((folder / "kinds").glob("*.yaml"))}
    report = datafile.load(folder / "report.yaml")
    shared = {body.get("name", path.stem): body for path, body in vocabularies.items() if isinstance(body, dict)}
    faults = [fault for path, body in vocabularies.items() for fault in vocabulary_faults(path, body)]
    faults += slot_table_faults(folder / "report.yaml", report.get("slots"), shared)
    faults += [fault for path, body in kinds.items() for fault in kind_faults(path, body, shared)]
    if faults:
        raise DataFault(faults)
    terms = {name: _frozen(body["terms"]) for name, body in shared.items()}
    ordered = sorted(kinds.values(), key=lambda body: (body["order"], body["kind"]))
    return Codebook(
        kinds=_frozen({body["kind"]: _kind(body, terms) for body in ordered}),
        report=_slots(report["slots"], terms),
        vocabularies=_frozen(terms),
    )


def _kind(body: dict[str, Any], terms: Mapping[str, Mapping[str, str]]) -> Kind:
    return Kind(
        name=body["kind"],
        label=body["label"],
        meaning=body["meaning"],
        order=body["order"],
        slots=_slots(body["slots"], terms),
        key=body["key"],
        overlap=body["evidence"] == "overlap",
        merge=tuple(body["merge"]),
        mappings=_frozen({scheme: _mapping(scheme, target) for scheme, target in body["mappings"].items()}),
    )


def _slots(table: dict[str, Any], terms: Mapping[str, Mapping[str, str]]) -> Mapping[str, Slot]:
    return _frozen({name: _slot(name, slot, terms) for name, slot in table.items()})


def _slot(name: str, slot: dict[str, Any], terms: Mapping[str, Mapping[str, str]]) -> Slot:
    words = slot.get("vocabulary", {})
    vocabulary = terms[words] if isinstance(words, str) else _frozen(words)
    return Slot(name, slot["type"], slot["meaning"], bool(slot.get("many")), vocabulary)


def _mapping(scheme: str, target: Any) -> SchemeMapping:
    if not isinstance(target, dict):
        return SchemeMapping(scheme, target, None, _frozen({}))
    rest = {name: value for name, value in target.items() if name not in ("by", "values")}
    whole = rest["code"] if set(rest) == {"code"} else rest
    if isinstance(whole, dict) and whole.get("event", "") is None:
        whole = None
    return SchemeMapping(scheme, whole, target.get("by"), _frozen(target.get("values") or {}))


def _frozen(table: dict[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(table)
