"""Bodies and places by their names."""

from __future__ import annotations

import pytest

from legation.register.grouping import grouped
from legation.register.identity.resolvers import BODIES, PLACES
from tests.register.tell import record, report


def test_spellings_of_a_place_are_one() -> None:
    told = [record("meeting", 0, report="a", place="Hanoï", country="VNM"), record("visit", 1, stops=["Ha Noi"])]
    items = [*PLACES.items(report("a"), told[:1]), *PLACES.items(report("b"), told[1:])]
    (thing,) = grouped(PLACES, items)
    assert PLACES.settle(thing).slots == {"name": "Ha Noi", "spellings": ["Ha Noi", "Hanoï"], "country": "VNM"}


def test_namesakes_of_two_countries_are_two() -> None:
    items = [
        item
        for key, country in (("a", "ESP"), ("b", "VEN"))
        for item in PLACES.items(report(key), [record("meeting", place="Mérida", country=country)])
    ]
    assert len(grouped(PLACES, items)) == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Centre national d'action contre les mines (VNMAC)", "VNMAC"),
        ("Institut Humpty Dumpty", "institut humpty dumpty"),
        ("Agence de coopération (DSCA)", "Office de coopération (Dsca)"),
    ],
)
def test_one_body(left: str, right: str) -> None:
    told = [(key, record("programme", implementers=[name])) for key, name in (("a", left), ("b", right))]
    items = [item for key, one in told for item in BODIES.items(report(key), [one])]
    assert len(grouped(BODIES, items)) == 1


def test_states_and_people_are_no_bodies() -> None:
    told = [
        record("instrument", parties=["VNM", "ASEAN"]),
        record("statement", 1, act="THANK", speakers=["JPN", "Nobuo Kishi", "JICA"]),
    ]
    assert [item.slots["name"] for item in BODIES.items(report(), told)] == ["ASEAN", "JICA"]
