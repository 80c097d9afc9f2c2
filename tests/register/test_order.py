"""The order in which reports come, and how many come at a time, never shows."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.register import resolving
from legation.register.adding import store
from legation.register.deciding import Signature, merge, split
from legation.register.lookup import members, thing
from legation.register.resolving import Resolving, resolve
from legation.register.store import Register
from tests.register.material import AT, add, exported, made

COUNT = 26


@pytest.fixture(autouse=True, scope="module")
def _few_are_many() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resolving, "MANY", 100)
        yield


@lru_cache(maxsize=1)
def at_once() -> str:
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "one.db", create=True) as register:
        add(register, made(COUNT))
        return exported(register)


def test_much_is_told_several_times_in_the_reports_of_this_test() -> None:
    assert at_once().count('"end": ') > 1.2 * at_once().count('"id": ')
    assert '"because": ' in at_once()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    order=st.permutations(range(COUNT)),
    cuts=st.sets(st.integers(1, COUNT - 1), max_size=8),
    size=st.sampled_from((2, 5, 500)),
    beside=st.booleans(),
)
def test_any_order_and_any_batches_give_the_same_register(
    order: list[int], cuts: set[int], size: int, beside: bool
) -> None:
    reports = made(COUNT)
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "other.db", create=True) as register:
        work = Resolving(register, reports=size)
        edges = [0, *sorted(cuts), COUNT]
        for start, end in pairwise(edges):
            store(register, [reports[place] for place in order[start:end]], reader="1", at=AT)
            if beside:
                work.step()
            else:
                work.finish()
        work.finish()
        assert exported(register) == at_once()
        assert register.value("SELECT count(*) FROM dirty") == 0


@pytest.mark.parametrize("seed", range(3))
def test_reports_added_twice_in_any_order_change_nothing(seed: int, tmp_path: Path) -> None:
    reports = made(COUNT) * 2
    random.Random(seed).shuffle(reports)
    with Register.open(tmp_path / "r.db", create=True) as register:
        add(register, reports)
        assert exported(register) == at_once()


def test_decisions_hold_whether_they_come_before_or_after_other_reports(tmp_path: Path) -> None:
    reports = made(COUNT)
    outcomes = []
    for early in (True, False):
        with Register.open(tmp_path / f"{early}.db", create=True) as register:
            add(register, reports[:20])
            things = [
                name for (name,) in register.rows("SELECT name FROM thing WHERE kind = 'visit' ORDER BY name LIMIT 2")
            ]
            several = register.value("SELECT name FROM thing WHERE kind = 'person' AND told > 2 ORDER BY name")
            key = members(register, thing(register, several).row)[0].key
            if not early:
                store(register, reports[20:], reader="1", at=AT)
            merge(register, things, Signature("tester", AT))
            split(register, several, [key], Signature("tester", AT))
            resolve(register)
            add(register, reports[20:])
            outcomes.append(exported(register))
    assert outcomes[0] == outcomes[1]
    assert outcomes[0] != at_once()
