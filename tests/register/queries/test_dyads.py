"""The file on a pair of states."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from legation.errors import NotInRegister
from legation.register.queries import Coverage, Filter, Queries
from tests.register.material import filled
from tests.register.queries.material import reports


def test_what_names_both_and_what_their_reports_tell_of_one(queries: Queries) -> None:
    file = queries.dyad("PRT", "MAR")
    assert file.pair == ("MAR", "PRT")
    assert Counter(one.kind for one in file.entries) == {"visit": 1, "meeting": 1, "activity": 1, "statement": 2}
    assert {one.slots["name"] for one in file.persons} == {"João Pereira", "Karim Benali"}


def test_what_hangs_together(queries: Queries) -> None:
    file = queries.dyad("MAR", "PRT")
    kinds = {one.id: one.kind for one in file.entries}
    assert [(link.kind, kinds[link.left], kinds[link.right]) for link in file.links] == [
        ("part_of", "meeting", "visit")
    ]
    shown = [one for one in file.entries if one.kind == "meeting"]
    assert queries.links(file.pair, shown) == {file.links[0].left: file.links}


def test_what_became_of_undertakings(queries: Queries) -> None:
    lives = {one.topics: one.life for one in queries.dyad("MAR", "PRT").undertakings}
    assert lives == {("demining_uxo",): "fulfilled", ("maritime_security",): "open"}


def test_every_telling_comes_along(queries: Queries) -> None:
    file = queries.dyad("MAR", "PRT")
    assert {len(file.tellings[one.row]) for one in file.entries if one.kind in ("visit", "meeting")} == {2}


def test_nothing_told_of_a_pair_is_said(queries: Queries) -> None:
    with pytest.raises(NotInRegister, match="nothing is told of these two"):
        queries.dyad("BRA", "PRT")


def test_coverage_by_pair_and_year(queries: Queries) -> None:
    first, second = queries.coverage()
    assert first == Coverage(("MAR", "PRT"), 4, {"2018": 2, "2019": 1}, 1)
    assert (second.states, second.things) == (("CHL", "FRA"), 1)
    assert queries.coverage(limit=1) == [first]


def test_the_order_of_adding_does_not_show(tmp_path: Path) -> None:
    files = []
    for number, coming in enumerate((reports(), reports()[::-1])):
        path = tmp_path / f"{number}.db"
        filled(path, coming).close()
        with Queries.open(path) as queries:
            file = queries.dyad("MAR", "PRT")
            told = [(one.id, one.slots) for one in queries.things(Filter(kinds=("meeting", "visit", "statement")))]
            files.append((file.things, file.links, file.undertakings, told))
    assert files[0] == files[1]
