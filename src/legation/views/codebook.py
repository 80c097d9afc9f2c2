"""The codebook as plain text."""

from __future__ import annotations

from collections.abc import Mapping

from legation.codebook import Codebook, Kind, Slot


def overview(book: Codebook) -> str:
    """All kinds with their meaning and slots, and the shared vocabularies."""
    rows = []
    for kind in book.kinds.values():
        rows += [f"{kind.name:<12}{kind.meaning}", f"{'':<12}{', '.join(kind.slots)}"]
    rows += ["", f"{'report':<12}the report itself", f"{'':<12}{', '.join(book.report)}"]
    rows += ["", "shared vocabularies"]
    rows += [f"{name:<12}{', '.join(terms)}" for name, terms in book.vocabularies.items()]
    return "\n".join(rows)


def kind_page(book: Codebook, kind: Kind) -> str:
    """One kind: meaning, slots with their values, and the kind in other schemes."""
    rows = [f"{kind.name}: {kind.meaning}", "", slots_page(book, kind.slots), "", "in other schemes"]
    for scheme, mapping in kind.mappings.items():
        narrower = f" (narrower by {mapping.by})" if mapping.by else ""
        rows.append(f"  {scheme:<14}{_target(mapping.target)}{narrower}")
    return "\n".join(rows)


def slots_page(book: Codebook, slots: Mapping[str, Slot]) -> str:
    """Slots, each with its type and meaning; inline vocabularies in full, shared ones by name."""
    rows = []
    for slot in slots.values():
        rows.append(f"  {slot.name:<14}{slot.meaning} ({'list of ' if slot.many else ''}{slot.type})")
        shared = next((name for name, terms in book.vocabularies.items() if terms is slot.vocabulary), None)
        if shared:
            rows.append(f"{'':<18}one of the {shared}: legation codebook {shared}")
        else:
            rows += [f"{'':<18}{value:<34}{meaning}" for value, meaning in slot.vocabulary.items()]
    return "\n".join(rows)


def terms_page(terms: Mapping[str, str]) -> str:
    """The values of a vocabulary with their meanings."""
    return "\n".join(f"{term:<26}{meaning}" for term, meaning in terms.items())


def _target(target: object) -> str:
    if isinstance(target, dict):
        return " ".join(str(value) for value in target.values() if isinstance(value, str)) or "nothing fits"
    return str(target) if target else "nothing fits"
