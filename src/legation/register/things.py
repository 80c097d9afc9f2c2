"""Groups nodes into things and settles what each thing is: only what is reached from the nodes marked as dirty."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from legation.register.adding import to_json
from legation.register.clustering import clusters, components
from legation.register.itemising import judge
from legation.register.ledger import Verdicts, verdicts
from legation.register.parties import parties_of
from legation.register.resolver import Item, Resolver
from legation.register.rows import Items
from legation.register.store import Register, digest, numbers
from legation.register.taking_out import delete_thing

ALL = 200  # items up to which a thing is settled from all of them; beyond, from each wording's first and last
NAME = 6  # bytes of the digest in a thing's name
MANY = 12  # parties
LISTED = "(SELECT value FROM json_each(?1))"
Edge = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Node:
    """A node as it is grouped."""

    id: int
    resolver: str
    head: int
    told: int
    thing: int | None


@dataclass(slots=True)
class Writing:
    """The rows of things to be written in one transaction."""

    things: list[tuple[Any, ...]] = field(default_factory=list)
    nodes: list[tuple[int, int]] = field(default_factory=list)
    involved: list[tuple[str, str, int]] = field(default_factory=list)


class Grouper:
    """Takes dirty nodes, and leaves the things that they tell of."""

    def __init__(self, register: Register, resolvers: Sequence[Resolver], items: Items) -> None:
        self._register, self._items = register, items
        self._resolvers = {resolver.name: resolver for resolver in resolvers}

    def take(self, limit: int) -> int:
        """Work on some dirty nodes and all that hangs together with them; gives how many there were."""
        with self._register.writing() as db:
            dirty = db.execute("SELECT node, regroup FROM dirty ORDER BY node LIMIT ?", (limit,)).fetchall()
            if not dirty:
                return 0
            nodes, edges = self._reach([node for node, regroup in dirty if regroup])
            whole = self._fellows([node for node, regroup in dirty if not regroup], set(nodes))
            decided = verdicts(self._register, sorted({*nodes, *whole}))
            groups = [*self._grouped(nodes, edges, decided), *_by_thing(whole)]
            self._write(groups, [*nodes.values(), *whole.values()], decided)
            done = {node for node, _ in dirty} | set(nodes)
            db.executemany("DELETE FROM dirty WHERE node = ?", [(node,) for node in sorted(done)])
        return len(dirty)

    # -- what hangs together -------------------------------------------------------------------------------------------
    def _reach(self, start: Sequence[int]) -> tuple[dict[int, Node], list[Edge]]:
        """The nodes that hang together with these by sameness, decision, or the thing they are in; the edges."""
        found: dict[int, Node] = {}
        edges: dict[tuple[int, int], float] = {}
        frontier = set(start)
        while frontier:
            listed = numbers(sorted(frontier))
            fresh = self._nodes("id", listed)
            found.update(fresh)
            reached = self._edges(listed, edges) | self._decided_with(listed) | self._in_things(fresh.values())
            frontier = reached - found.keys()
        return found, [(left, right, score) for (left, right), score in edges.items()]

    def _edges(self, listed: str, edges: dict[tuple[int, int], float]) -> set[int]:
        rows = self._register.rows(
            f"SELECT left, right, score FROM judgement WHERE left IN {LISTED} AND verdict = 'same' UNION ALL"
            f" SELECT left, right, score FROM judgement WHERE right IN {LISTED} AND verdict = 'same'", listed,
        )  # fmt: skip
        edges.update(((left, right), score) for left, right, score in rows)
        return {node for left, right, _ in rows for node in (left, right)}

    def _decided_with(self, listed: str) -> set[int]:
        rows = self._register.rows(
            "SELECT DISTINCT other.node FROM anchor a JOIN decision d ON d.id = a.decision AND d.withdrawn_at IS NULL"
            " AND d.what <> 'correct' JOIN anchor other ON other.decision = a.decision"
            f" WHERE a.node IN {LISTED} AND other.node IS NOT NULL", listed,
        )  # fmt: skip
        return {node for (node,) in rows}

    def _in_things(self, nodes: Iterable[Node]) -> set[int]:
        things = numbers(sorted({node.thing for node in nodes if node.thing is not None}))
        return {node for (node,) in self._register.rows(f"SELECT id FROM node WHERE thing IN {LISTED}", things)}

    def _fellows(self, nodes: Sequence[int], known: Collection[int]) -> dict[int, Node]:
        """All nodes of the things that these nodes are in, but for those worked on already."""
        own = self._nodes("id", numbers([node for node in nodes if node not in known]))
        things = sorted({node.thing for node in own.values() if node.thing is not None})
        return self._nodes("thing", numbers(things))

    def _nodes(self, column: str, listed: str) -> dict[int, Node]:
        rows = self._register.rows(
            f"SELECT id, resolver, head, told, thing FROM node WHERE {column} IN {LISTED}", listed
        )
        return {row[0]: Node(*row) for row in rows}

    # -- which nodes are one thing -------------------------------------------------------------------------------------
    def _grouped(self, nodes: Mapping[int, Node], edges: Sequence[Edge], decided: Verdicts) -> list[list[Node]]:
        linked = {node for left, right, _ in edges for node in (left, right)}
        on_these = [one for one in decided.decided if one[1] in nodes and one[2] in nodes]
        linked |= {node for _, left, right in on_these for node in (left, right)}
        items = self._items.get(nodes[node].head for node in linked)
        heads = {node: items[nodes[node].head] for node in linked}
        told = {(min(left, right), max(left, right)): False for left, right, _ in edges}

        def never(left: int, right: int) -> bool:
            pair = (left, right) if left < right else (right, left)
            if pair not in told:
                resolver = self._resolvers[nodes[left].resolver]
                told[pair] = judge(resolver, heads[left], heads[right]).verdict == "never"
            return told[pair]

        found = [[node] for id_, node in nodes.items() if id_ not in linked]
        for keys, own_edges, own_decided in components(heads, edges, on_these):
            for group in clusters(keys, own_edges, never=never, decided=own_decided):
                found.append([nodes[id_] for id_ in group])
        return found

    # -- what the things are -------------------------------------------------------------------------------------------
    def _write(self, groups: Sequence[Sequence[Node]], nodes: Sequence[Node], decided: Verdicts) -> None:
        db = self._register.db
        before = {node.thing for node in nodes if node.thing is not None}
        db.executemany("DELETE FROM involved WHERE thing = ?", [(thing,) for thing in sorted(before)])
        fresh = self._register.next_id("thing")
        taken: set[int] = set()
        writing = Writing()
        for start in range(0, len(groups), 500):
            part = groups[start : start + 500]
            members = self._members(part)
            for group in part:
                free = {node.thing for node in group if node.thing is not None} - taken
                thing = min(free, default=fresh)
                fresh += thing == fresh
                taken.add(thing)
                self._settle(writing, thing, group, members, decided)
        for thing in sorted(before - taken):
            delete_thing(self._register, thing)
        db.executemany("INSERT OR REPLACE INTO thing VALUES (?, ?, ?, ?, ?, ?, ?, ?)", writing.things)
        db.executemany("UPDATE node SET thing = ? WHERE id = ?", writing.nodes)
        db.executemany("INSERT OR IGNORE INTO involved VALUES (?, ?, ?)", sorted(writing.involved))
        db.executemany("INSERT OR IGNORE INTO changed VALUES (?)", [(row[0],) for row in writing.things])

    def _members(self, groups: Sequence[Sequence[Node]]) -> dict[int, list[Item]]:
        """The items that each node is settled from."""
        few: list[int] = []
        many: list[int] = []
        for group in groups:
            told = few if sum(node.told for node in group) <= ALL else many
            told += [node.id for node in group if node.told > 1]
        ids = {node.id: {node.head} for group in groups for node in group}
        for id_, node in self._register.rows(f"SELECT id, node FROM item WHERE node IN {LISTED}", numbers(few)):
            ids[node].add(id_)
        for node, first, last in self._register.rows(
            f"SELECT node, first, last FROM variant WHERE node IN {LISTED}", numbers(many)
        ):
            ids[node] |= {first, last}
        items = self._items.get({id_ for own in ids.values() for id_ in own})
        return {node: [items[id_] for id_ in own] for node, own in ids.items()}

    def _settle(
        self, writing: Writing, thing: int, group: Sequence[Node], members: Mapping[int, list[Item]], decided: Verdicts
    ) -> None:
        resolver = self._resolvers[group[0].resolver]
        items = sorted((item for node in group for item in members[node.id]), key=lambda item: item.key)
        settled = resolver.settle(items)
        slots, conflicts = dict(settled.slots), dict(settled.conflicts)
        for decision, value in _corrections(group, decided):
            correct(slots, conflicts, decision, value)
        told = sum(node.told for node in group)
        day, kind = slots.get("date"), items[0].kind
        name = f"{resolver.prefix}{digest(items[0].key, NAME).hex()}"
        first = day if isinstance(day, str) else None
        writing.things.append((thing, name, resolver.name, kind, first, told, to_json(slots), to_json(conflicts)))
        writing.nodes += [(thing, node.id) for node in group if node.thing != thing]
        writing.involved += [(name, first or "", thing) for name in involved(kind, slots)]


def correct(slots: dict[str, Any], conflicts: dict[str, Any], decision: str, value: Mapping[str, Any]) -> None:
    """Put a person's correction in the place of what the sources tell, and keep both."""
    for slot, told in value.items():
        before = conflicts.get(slot)
        table = dict(before) if isinstance(before, Mapping) else {}
        if slot in slots and "told" not in table:
            table["told"] = slots[slot]
        conflicts[slot] = {**table, "shown": told, "because": f"decided by a person: {decision}"}
        if told is None:
            slots.pop(slot, None)
        else:
            slots[slot] = told


def _corrections(group: Sequence[Node], decided: Verdicts) -> list[tuple[str, dict[str, Any]]]:
    """The corrections of a thing, the latest last."""
    nodes = {node.id for node in group}
    return [(decision, value) for node, decision, value in decided.corrections if node in nodes]


def _by_thing(nodes: Mapping[int, Node]) -> list[list[Node]]:
    things: dict[int | None, list[Node]] = {}
    for node in nodes.values():
        things.setdefault(node.thing, []).append(node)
    return list(things.values())


def involved(kind: str, slots: Mapping[str, Any]) -> list[str]:
    """The states and bodies that a thing involves, each two of them (`JPN+VNM`), and posts (`defence_minister JPN`).

    They are told by the codebook's slots. Of gatherings of more than MANY no pairs are given.
    """
    alone = parties_of(kind, slots)
    pairs = map("+".join, combinations(alone, 2)) if len(alone) <= MANY else ()
    return [*alone, *pairs, *_posts(slots)]


def _posts(slots: Mapping[str, Any]) -> list[str]:
    """The posts that a person or an office record is about, with their states (`defence_minister JPN`)."""
    told = [slots, *(one for one in slots.get("posts") or () if isinstance(one, Mapping))]
    return sorted({f"{one['post']} {one['country']}" for one in told if one.get("post") and one.get("country")})
