"""What was asked and promised, and what became of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.register.thing import Thing
from legation.register.undertakings import lives, open_items
from tests.register.tell import thing


def said(id_: str, act: str, day: str, side: list[str], *, topics: str = "training_education", **slots: Any) -> Thing:
    to = [party for party in ("VNM", "JPN") if party not in side]
    return thing(id_, "statement", day, [f"report {id_}"], act=act, side=side, addressee=to, topics=[topics], **slots)


ASKED = said("s1", "REQUEST", "2019-05-27", ["VNM"])
VJ = ["VNM", "JPN"]
LATER = [
    ("fulfilled", thing("a1", "activity", "2020-03-02", type="training_course", date="2020-03-01", parties=VJ)),
    ("fulfilled", thing("g1", "programme", "2020-03-02", type="training", funder="JPN", beneficiary="VNM")),
    ("fulfilled", thing("i1", "instrument", "2020-03-02", action="signed", date="2020-03-01", parties=VJ,
                        topics=["training_education"])),
    ("answered", said("s2", "ACCEPT", "2019-05-27", ["JPN"])),
    ("answered", said("s2", "REFUSE", "2020-01-01", ["JPN"])),
    ("answered", said("s2", "AGREE", "2020-01-01", ["JPN", "VNM"])),
    ("repeated", said("s2", "REQUEST", "2021-06-03", ["VNM"])),
    ("open", said("s2", "REQUEST", "2021-06-03", ["JPN"])),  # by the other side
    ("open", said("s2", "ACCEPT", "2019-01-01", ["JPN"])),  # before
    ("open", said("s2", "ACCEPT", "2019-06-01", ["JPN"], topics="cyber")),  # on something else
    ("open", said("s2", "THANK", "2019-06-01", ["JPN"])),
    ("open", thing("a1", "activity", "2020-03-02", type="training_course", date="2020-03-01", parties=["VNM", "USA"])),
    ("open", thing("a1", "activity", "2020-03-02", type="training_course", status="planned", date="2021", parties=VJ)),
    ("open", thing("a1", "activity", "2020-03-02", type="training_course", date="2010-03-01", parties=VJ)),
    ("open", thing("g1", "programme", "2020-03-02", type="training", funder="JPN", beneficiary="VNM", status="cited")),
]  # fmt: skip


@pytest.mark.parametrize(("life", "later"), LATER)
def test_life_of_a_request(life: str, later: Thing) -> None:
    told = next(one for one in lives([later, ASKED]) if one.thing is ASKED)
    assert told.life == life
    assert (told.by == later.id) == (life != "open")
    assert life == "open" or (life in told.because and "training_education" in told.because)


def test_a_deed_counts_more_than_a_word() -> None:
    word, deed = LATER[3][1], LATER[0][1]
    (told,) = [one for one in lives([deed, ASKED, word]) if one.thing is ASKED]
    assert told.by == deed.id


def test_ties_in_general_close_nothing() -> None:
    wide = said("s1", "PROPOSE", "2019-05-27", ["VNM"], topics="defence_relations")
    again = said("s2", "PROPOSE", "2020-05-27", ["VNM"], topics="defence_relations")
    assert [one.life for one in lives([wide, again])] == ["open", "open"]


def test_the_other_party_is_that_of_the_report() -> None:
    asked = thing("s1", "statement", "2019-05-27", ["r1"], act="REQUEST", side=["VNM"], topics=["exercises"])
    talks = thing("m1", "meeting", "2019-05-27", ["r1"], type="talks", parties=VJ, date="2019-05-27")
    drill = thing("a1", "activity", "2020-01-01", ["r2"], type="exercise", parties=VJ, date="2020-01-01")
    assert [one.life for one in lives([asked, drill])] == ["open"]
    assert [one.life for one in lives([asked, drill, talks])] == ["fulfilled"]


def test_open_items_are_listed_oldest_first() -> None:
    told = [said("s1", "REQUEST", "2020-01-01", ["VNM"]), said("s2", "PLAN", "2019-01-01", ["JPN"], topics="cyber")]
    assert [one.thing.id for one in open_items(told)] == ["s2", "s1"]
    assert [one.thing.id for one in open_items(told, act="REQUEST")] == ["s1"]


@given(st.permutations([ASKED, *{later.id: later for _, later in LATER}.values()]))
def test_order_does_not_matter(things: list[Thing]) -> None:
    assert lives(things) == lives(sorted(things, key=lambda one: one.id))
