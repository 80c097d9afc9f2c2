"""Resolves items in memory, without a store: the same steps as the register takes, for measuring and for tests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from legation.register.clustering import clusters
from legation.register.resolver import Item, Resolver


def grouped(resolver: Resolver, items: Iterable[Item]) -> list[list[Item]]:
    """The things that items tell of, each with its items in the order of their keys; the order of `items` is the same
    to it.
    """
    twins = _twins(resolver, items)
    heads = {number: told[0] for number, told in enumerate(twins)}
    never: dict[tuple[int, int], bool] = {}
    edges: list[tuple[int, int, float]] = []
    for left, right in _pairs(resolver, heads):
        judgement = resolver.judge(heads[left], heads[right])
        never[left, right] = judgement.verdict == "never"
        if judgement.verdict == "same":
            edges.append((left, right, judgement.score))

    def barred(left: int, right: int) -> bool:
        pair = (min(left, right), max(left, right))
        if pair not in never:
            never[pair] = resolver.judge(heads[pair[0]], heads[pair[1]]).verdict == "never"
        return never[pair]

    groups = clusters({number: head.key for number, head in heads.items()}, edges, never=barred)
    return [sorted((item for node in group for item in twins[node]), key=lambda item: item.key) for group in groups]


def _twins(resolver: Resolver, items: Iterable[Item]) -> list[list[Item]]:
    alike: dict[tuple[bool, str], list[Item]] = defaultdict(list)
    for item in items:
        twin = resolver.twin(item)
        alike[twin is not None, item.key if twin is None else twin].append(item)
    told = [sorted(group, key=lambda item: item.key) for group in alike.values()]
    return sorted(told, key=lambda group: group[0].key)


def _pairs(resolver: Resolver, heads: dict[int, Item]) -> Sequence[tuple[int, int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, head in heads.items():
        for key in resolver.keys(head):
            blocks[key].append(number)
    return sorted({pair for block in blocks.values() for pair in combinations(sorted(block), 2)})
