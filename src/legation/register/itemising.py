"""Makes the items of reports, puts twins into one node, and judges new nodes against those they share a key with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from legation.register.adding import to_json
from legation.register.ledger import anchor, parted_in
from legation.register.plain import AsTold
from legation.register.resolver import Item, Resolver
from legation.register.rows import Items, item_row, normal, records_of, reports_at
from legation.register.store import Register, digest, number, numbers
from legation.register.taking_out import CROWD, MARK, take_out, unjudge
from legation.register.variants import add_variant, variants_of

LINKED, JUDGED = 1, 2  # stages of a report
NODE = "SELECT id, resolver, head, told FROM node WHERE twin = ?"


@dataclass(slots=True)
class Node:
    """A node while a batch is worked on; `older` ones were there before. A new or changed head calls for regrouping."""

    resolver: str
    twin: bytes | None
    head: int
    told: int = 1
    older: bool = False
    regroup: bool = False
    variants: dict[int, tuple[int, int]] | None = None


@dataclass(slots=True)
class Batch:
    """What is written in one transaction."""

    next_item: int
    items: list[tuple[Any, ...]] = field(default_factory=list)
    nodes: dict[int, Node] = field(default_factory=dict)
    twins: dict[bytes, int] = field(default_factory=dict)
    blocks: list[tuple[int, int]] = field(default_factory=list)


class Itemiser:
    """Takes reports whose copies are known, and leaves their items judged and their nodes marked as dirty."""

    def __init__(self, register: Register, resolvers: Sequence[Resolver], items: Items) -> None:
        self._register, self._items = register, items
        self._resolvers = {resolver.name: resolver for resolver in resolvers}

    def take(self, limit: int) -> int:
        """Work on some reports, in one transaction; gives how many, 0 when none is left."""
        with self._register.writing():
            reports = reports_at(self._register, LINKED, limit)
            for id_, _, _ in reports:
                take_out(self._register, self._resolvers, self._items, id_)
            batch = Batch(next_item=max(self._register.next_id("item"), self._register.next_id("node")))
            for id_, reading, report in reports:
                self._take_one(batch, id_, report, records_of(self._register, report["key"], reading))
            self._write(batch)
            self._judge(batch)
            self._mark(batch, [id_ for id_, _, _ in reports])
        return len(reports)

    def _take_one(
        self, batch: Batch, report_id: int, report: Mapping[str, Any], records: Sequence[Mapping[str, Any]]
    ) -> None:
        by_key = {record["key"]: record for record in records}
        single = parted_in(self._register, report_id)
        for resolver, item in self._tellings(report, records):
            id_ = batch.next_item
            batch.next_item += 1
            self._items.put(id_, item)
            node = self._node(batch, resolver, item, id_, alone=item.key in single)
            batch.items.append((id_, node, report_id, *item_row(item, report, by_key)))

    def _tellings(
        self, report: Mapping[str, Any], records: Sequence[Mapping[str, Any]]
    ) -> Iterator[tuple[Resolver, Item]]:
        claimed: set[str] = set()
        seen: dict[str, int] = {}
        for resolver in self._resolvers.values():
            rest = [record for record in records if record["key"] not in claimed]
            found = resolver.items(report, rest if isinstance(resolver, AsTold) else records)
            claimed.update(item.key for item in found)
            for item in found:
                seen[item.key] = seen.get(item.key, 0) + 1
                yield resolver, normal(item, seen[item.key])

    def _node(self, batch: Batch, resolver: Resolver, item: Item, id_: int, *, alone: bool) -> int:
        """The node of a new item: its twins', or one of its own."""
        told = None if alone else resolver.twin(item)
        twin = None if told is None else digest(f"{resolver.name}|{told}", 16)
        node = None if twin is None else self._twin_node(batch, twin)
        if node is not None:
            self._join(batch, node, item, id_)
            return node
        batch.nodes[id_] = Node(resolver.name, twin, id_)
        if twin is not None:
            batch.twins[twin] = id_
        batch.blocks += [(number(f"{resolver.name}|{key}"), id_) for key in sorted(resolver.keys(item))]
        return id_

    def _twin_node(self, batch: Batch, twin: bytes) -> int | None:
        node = batch.twins.get(twin)
        if node is None:
            row = self._register.db.execute(NODE, (twin,)).fetchone()
            if row is None:
                return None
            node = batch.twins[twin] = row[0]
            batch.nodes[node] = Node(row[1], twin, row[2], row[3], older=True)
        return node

    def _join(self, batch: Batch, id_node: int, item: Item, id_: int) -> None:
        node = batch.nodes[id_node]
        head = self._held(node.head)
        if node.variants is None:
            node.variants = variants_of(self._register, id_node) if node.older else {}
            if not node.variants:
                add_variant(node.variants, node.head, head, self._held)
        add_variant(node.variants, id_, item, self._held)
        node.told += 1
        if item.key < head.key:
            node.head, node.regroup = id_, True

    def _held(self, id_: int) -> Item:
        return self._items.get((id_,))[id_]

    def _write(self, batch: Batch) -> None:
        db = self._register.db
        new = [(id_, node) for id_, node in batch.nodes.items() if not node.older]
        db.executemany("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", batch.items)
        db.executemany(
            "INSERT INTO node (id, resolver, twin, head, told) VALUES (?, ?, ?, ?, ?)",
            [(id_, node.resolver, node.twin, node.head, node.told) for id_, node in new],
        )
        db.executemany(
            "UPDATE node SET head = ?, told = ? WHERE id = ?",
            [(node.head, node.told, id_) for id_, node in batch.nodes.items() if node.older],
        )
        db.executemany(
            "INSERT OR REPLACE INTO variant VALUES (?, ?, ?, ?)",
            [(id_, slots, *span) for id_, node in batch.nodes.items() for slots, span in (node.variants or {}).items()],
        )
        db.executemany("INSERT INTO block VALUES (?, ?)", sorted(batch.blocks))

    def _judge(self, batch: Batch) -> None:
        """Judge every pair of nodes that share a key and of which one is new; a key that is crowded does not count."""
        full = self._crowded(batch)
        pairs = self._register.rows(
            "SELECT DISTINCT min(f.node, b.node), max(f.node, b.node) FROM temp.fresh f JOIN block b ON b.hash = f.hash"
            " AND b.node <> f.node WHERE f.hash NOT IN temp.full ORDER BY 1, 2"
        )
        for start in range(0, len(pairs), 10_000):
            self._judge_pairs(pairs[start : start + 10_000])
        for key in full:
            unjudge(self._register, self._resolvers, self._items, key)

    def _crowded(self, batch: Batch) -> list[int]:
        """Note the new nodes' keys and those revived; gives the keys that have just become crowded."""
        db = self._register.db
        db.execute("CREATE TEMP TABLE IF NOT EXISTS fresh (hash INTEGER, node INTEGER)")
        db.execute("CREATE TEMP TABLE IF NOT EXISTS full (hash INTEGER PRIMARY KEY)")
        db.execute("DELETE FROM temp.fresh")
        db.execute("DELETE FROM temp.full")
        db.executemany("INSERT INTO temp.fresh VALUES (?, ?)", batch.blocks)
        db.execute("INSERT INTO temp.fresh SELECT hash, node FROM block WHERE hash IN revived")
        db.execute("DELETE FROM revived")
        db.execute(
            "INSERT INTO temp.full SELECT hash FROM (SELECT DISTINCT hash FROM temp.fresh) f"
            f" WHERE (SELECT count(*) FROM (SELECT 1 FROM block b WHERE b.hash = f.hash LIMIT {CROWD + 1})) > {CROWD}"
        )
        mine = Counter(hash_ for hash_, _ in batch.blocks)
        crowds = self._register.rows(
            "SELECT hash, (SELECT count(*) FROM block b WHERE b.hash = f.hash) FROM temp.full f"
        )
        return sorted(hash_ for hash_, count in crowds if count - mine[hash_] <= CROWD)

    def _judge_pairs(self, pairs: Sequence[tuple[int, int]]) -> None:
        heads = self._heads({node for pair in pairs for node in pair})
        items = self._items.get({head for _, head in heads.values()})
        found = []
        for left, right in pairs:
            resolver = self._resolvers[heads[left][0]]
            told = judge(resolver, items[heads[left][1]], items[heads[right][1]])
            if told.verdict != "different":
                features = [[one.name, one.weight, one.left, one.right] for one in told.features]
                found.append((left, right, told.verdict, told.score, told.rule, to_json(features)))
        self._register.db.executemany("INSERT OR REPLACE INTO judgement VALUES (?, ?, ?, ?, ?, ?)", found)

    def _heads(self, nodes: Iterable[int]) -> dict[int, tuple[str, int]]:
        """Resolver and head of each node."""
        rows = self._register.rows(
            "SELECT id, resolver, head FROM node WHERE id IN (SELECT value FROM json_each(?))", numbers(sorted(nodes))
        )
        return {id_: (resolver, head) for id_, resolver, head in rows}

    def _mark(self, batch: Batch, reports: Sequence[int]) -> None:
        db = self._register.db
        db.executemany(MARK, [(id_, int(node.regroup or not node.older)) for id_, node in batch.nodes.items()])
        listed = numbers(reports)
        db.execute("UPDATE report SET stage = 2 WHERE id IN (SELECT value FROM json_each(?))", (listed,))
        anchor(self._register, listed)


def judge(resolver: Resolver, left: Item, right: Item) -> Any:
    """What a resolver makes of two items, handed over in the order of their keys."""
    return resolver.judge(left, right) if left.key < right.key else resolver.judge(right, left)
