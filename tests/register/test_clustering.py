"""What was judged the same becomes one group, but for what can never be, and for what people decided."""

from __future__ import annotations

import itertools
import random

import pytest

from legation.register.clustering import Decided, Edge, clusters

KEYS = dict(enumerate("abcdefgh"))


def groups(
    edges: list[Edge],
    *,
    never: set[tuple[int, int]] = frozenset(),
    decided: tuple[Decided, ...] = (),
    count: int = 4,  # type: ignore[assignment]
) -> list[str]:
    found = clusters(
        {number: KEYS[number] for number in range(count)}, edges, decided=decided,
        never=lambda left, right: (min(left, right), max(left, right)) in never,
    )  # fmt: skip
    return ["".join(KEYS[node] for node in group) for group in found]


def test_what_is_linked_is_one_group() -> None:
    assert groups([(0, 1, 1.0), (2, 1, 1.0)]) == ["abc", "d"]


def test_a_pair_that_can_never_be_is_kept_apart_and_the_better_edge_holds() -> None:
    assert groups([(0, 1, 1.0), (1, 2, 2.0)], never={(0, 2)}) == ["a", "bc", "d"]


def test_of_equal_edges_the_first_by_key_holds() -> None:
    assert groups([(1, 2, 1.0), (0, 1, 1.0)], never={(0, 2)}) == ["ab", "c", "d"]


def test_what_people_joined_is_one_against_every_veto() -> None:
    assert groups([], never={(0, 1)}, decided=((True, 0, 1),)) == ["ab", "c", "d"]


def test_what_is_joined_to_one_of_two_welded_is_not_barred_by_the_other() -> None:
    assert groups([(1, 2, 1.0)], never={(0, 1), (0, 2)}, decided=((True, 0, 1),)) == ["abc", "d"]


def test_what_people_parted_stays_apart_through_others() -> None:
    assert groups([(0, 1, 3.0), (1, 2, 2.0)], decided=((False, 0, 2),)) == ["ab", "c", "d"]


@pytest.mark.parametrize(
    ("decided", "found"),
    [(((True, 0, 1), (False, 0, 1)), ["ab", "c", "d"]), (((False, 0, 1), (True, 0, 1)), ["a", "b", "c", "d"])],
)
def test_of_decisions_that_gainsay_each_other_the_first_listed_holds(
    decided: tuple[Decided, ...], found: list[str]
) -> None:
    assert groups([], decided=decided) == found


def test_the_order_of_edges_does_not_show() -> None:
    edges: list[Edge] = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 2.0), (3, 4, 1.0), (0, 4, 1.5)]
    never = {(0, 3), (1, 4)}
    expected = groups(edges, never=never, count=6)
    for order in itertools.permutations(edges):
        turned = [
            (right, left, score) if random.random() < 0.5 else (left, right, score) for left, right, score in order
        ]
        assert groups(turned, never=never, count=6) == expected
