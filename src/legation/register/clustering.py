"""Groups what was judged the same into things, whatever the order in which it came.

Agglomeration along the edges, best first; two groups that hold a pair which can never be the same are not joined
(constrained single linkage). What people decided comes first: what they joined is one from the beginning, what they
parted is never joined. Every tie is broken by content, so that the result depends on the set alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from legation.register.resolver import Item

Decided = tuple[bool, int, int]
Edge = tuple[int, int, float]


def clusters(
    keys: Mapping[int, str],
    edges: Iterable[Edge],
    *,
    never: Callable[[int, int], bool],
    decided: Sequence[Decided] = (),
) -> list[list[int]]:
    """The groups of the nodes whose keys are given, each in the order of its keys, groups in the order of their first.

    `edges` join two nodes with a score, `never` tells whether two can never be the same; `decided` are people's
    decisions (whether two nodes are one), the latest first: where two gainsay each other, the later one holds.
    """
    groups = Groups(keys)
    for one, left, right in decided:
        if one:
            groups.weld(left, right)
        else:
            groups.part(left, right)
    for left, right, _ in sorted(edges, key=lambda edge: _rank(edge, keys)):
        groups.join(left, right, never)
    return groups.result()


def _rank(edge: Edge, keys: Mapping[int, str]) -> tuple[float, str, str]:
    left, right, score = edge
    return (-score, *sorted((keys[left], keys[right])))  # type: ignore[return-value]


def components(
    items: Mapping[int, Item], edges: Iterable[Edge], decided: Sequence[Decided] = ()
) -> list[tuple[dict[int, str], list[Edge], list[Decided]]]:
    """The parts of a graph that do not hang together: each with its nodes' keys, its edges and the decisions on it."""
    edges = list(edges)
    root = {node: node for node in items}

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for left, right in [*((edge[0], edge[1]) for edge in edges), *((one[1], one[2]) for one in decided)]:
        root[find(left)] = find(right)
    parts: dict[int, tuple[dict[int, str], list[Edge], list[Decided]]] = {}
    for node, item in items.items():
        parts.setdefault(find(node), ({}, [], []))[0][node] = item.key
    for edge in edges:
        parts[find(edge[0])][1].append(edge)
    for one in decided:
        parts[find(one[1])][2].append(one)
    return list(parts.values())


class Groups:
    """Disjoint groups of nodes. Inside a group, nodes that people joined are welded: they count as one in a veto."""

    def __init__(self, keys: Mapping[int, str]) -> None:
        self._keys = keys
        self._group = {node: node for node in keys}
        self._members = {node: [node] for node in keys}
        self._weld = {node: frozenset((node,)) for node in keys}
        self._parted: set[tuple[int, int]] = set()

    def part(self, left: int, right: int) -> None:
        """Never let these two into one group, unless people said later that they are one."""
        if self._group[left] == self._group[right]:
            return
        self._parted |= {(left, right), (right, left)}

    def weld(self, left: int, right: int) -> None:
        """Join two nodes that people say are one, unless people parted them."""
        mine, other = self._group[left], self._group[right]
        if mine != other and self._gainsaid(mine, other):
            return
        welded = self._weld[left] | self._weld[right]
        for node in welded:
            self._weld[node] = welded
        self._merge(mine, other)

    def join(self, left: int, right: int, never: Callable[[int, int], bool]) -> None:
        """Join the groups of two nodes unless some pair across them forbids it."""
        mine, other = self._group[left], self._group[right]
        if mine == other or self._gainsaid(mine, other) or self._vetoed(mine, other, never):
            return
        self._merge(mine, other)

    def result(self) -> list[list[int]]:
        """The groups in the order of their smallest key."""
        found = [sorted(members, key=self._keys.__getitem__) for members in self._members.values()]
        return sorted(found, key=lambda members: self._keys[members[0]])

    def _gainsaid(self, mine: int, other: int) -> bool:
        return bool(self._parted) and any(
            (left, right) in self._parted for left in self._members[mine] for right in self._members[other]
        )

    def _vetoed(self, mine: int, other: int, never: Callable[[int, int], bool]) -> bool:
        """Whether some welded set of one group can never be the same as one of the other: no pair across them can."""
        lefts = {self._weld[node] for node in self._members[mine]}
        rights = {self._weld[node] for node in self._members[other]}
        return any(all(never(left, right) for left in one for right in another) for one in lefts for another in rights)

    def _merge(self, mine: int, other: int) -> None:
        if mine == other:
            return
        if len(self._members[mine]) < len(self._members[other]):
            mine, other = other, mine
        moved = self._members.pop(other)
        for node in moved:
            self._group[node] = mine
        self._members[mine] += moved
