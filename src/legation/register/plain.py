"""What no resolver claims stays as it was told: every such record is a thing of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from legation.register.resolver import Item, Judgement, Settled


class AsTold:
    """The resolver of last resort: takes the records that are no item of another."""

    name = "as_told"
    prefix = "R-"

    def items(self, report: Mapping[str, Any], records: Sequence[Mapping[str, Any]]) -> list[Item]:
        """One item a record."""
        return [item_of_record(report, record) for record in records]

    def keys(self, item: Item) -> frozenset[str]:
        """None: nothing is compared."""
        return frozenset()

    def twin(self, item: Item) -> str | None:
        """None: nothing is the same."""
        return None

    def judge(self, left: Item, right: Item) -> Judgement:
        """Never the same."""
        return Judgement("different", 0.0, "as_told.apart")

    def settle(self, members: Sequence[Item]) -> Settled:
        """As it was told."""
        return Settled(members[0].slots)


def item_of_record(report: Mapping[str, Any], record: Mapping[str, Any]) -> Item:
    """The item that a single record is."""
    return Item(
        key=record["key"], kind=record["kind"], report=report["key"], records=(record["key"],),
        start=record["start"], end=record["end"], quote=record["quote"], slots=record["slots"],
        day=report["day"], source=report["source"] or "",
    )  # fmt: skip
