"""The wordings of a node: what its items say, each with the item of the first and of the last day that says it.

A minister is told of by thousands of reports; what they say of him are some dozens of wordings, and these are enough to
settle who he is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from legation.register.adding import to_json
from legation.register.resolver import Item
from legation.register.store import Register, number

Variants = dict[int, tuple[int, int]]


def variants_of(register: Register, node: int) -> Variants:
    """The wordings that are noted for a node: digest → the items of the first and of the last day."""
    rows = register.rows("SELECT slots, first, last FROM variant WHERE node = ?", node)
    return {slots: (first, last) for slots, first, last in rows}


def add_variant(variants: Variants, id_: int, item: Item, held: Callable[[int], Item]) -> None:
    """Count one more item in; `held` gives items by id."""
    slots = number(to_json(dict(sorted(item.slots.items()))))
    first, last = variants.get(slots, (id_, id_))
    if _when(item) < _when(held(first)):
        first = id_
    if _when(item) > _when(held(last)):
        last = id_
    variants[slots] = (first, last)


def all_variants(items: Mapping[int, Item]) -> Variants:
    """The wordings of these items."""
    variants: Variants = {}
    for id_, item in items.items():
        add_variant(variants, id_, item, items.__getitem__)
    return variants


def _when(item: Item) -> tuple[str, str]:
    return (item.day or "", item.key)
