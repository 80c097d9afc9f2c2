"""What hangs together."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.register.links import links
from legation.register.thing import Thing
from tests.register.tell import thing

VJ = ["VNM", "JPN"]
VISIT = thing("v1", "visit", "2021-09-11", ["r1"], visitor="JPN", host="VNM", lead="Nobuo Kishi", date="2021-09-10",
              until="2021-09-12")  # fmt: skip
TALKS = thing("m1", "meeting", "2021-09-11", ["r1", "r2"], type="talks", date="2021-09-11", country="VNM", parties=VJ,
              persons=["Kishi Nobuo", "Phan Van Giang"])  # fmt: skip
SIGNED = thing(
    "i1", "instrument", "2021-09-11", ["r2"], form="agreement", action="signed", date="2021-09-11", parties=VJ
)
DIALOGUE = thing("k1", "mechanism", "2025-12-04", ["r3"], name="Defence Policy Dialogue", type="policy_dialogue",
                 parties=VJ)  # fmt: skip
SESSION = thing("m2", "meeting", "2025-02-20", ["r4"], type="dialogue_session", session=11, date="2025-02", parties=VJ,
                name="Defence Policy Dialogue")  # fmt: skip
ALL = [VISIT, TALKS, SIGNED, DIALOGUE, SESSION]


def changed(one: Thing, **slots: Any) -> Thing:
    return Thing(one.id, one.kind, {**one.slots, **slots}, one.told_on, one.reports)


def told(*things: Thing) -> set[tuple[str, str, str]]:
    return {(link.kind, link.left, link.right) for link in links(things)}


def test_what_hangs_together() -> None:
    assert told(*ALL) == {("part_of", "m1", "v1"), ("signed_at", "i1", "m1"), ("session_of", "m2", "k1")}
    assert all(link.because for link in links(ALL))


def test_a_document_signed_at_no_known_meeting_hangs_on_the_visit() -> None:
    assert told(VISIT, SIGNED) == {("signed_at", "i1", "v1")}


@pytest.mark.parametrize(
    "things",
    [
        (VISIT, changed(TALKS, date="2021-09-20")),
        (VISIT, changed(TALKS, country="JPN")),
        (VISIT, changed(TALKS, persons=["Gen Nakatani", "Phan Van Giang"])),
        (VISIT, changed(TALKS, status="cancelled")),
        (TALKS, changed(SIGNED, action="negotiating")),
        (TALKS, changed(SIGNED, parties=["VNM", "IND"])),
        (DIALOGUE, changed(SESSION, parties=["VNM", "IND"])),
        (DIALOGUE, changed(SESSION, name="Security Dialogue")),
        (DIALOGUE, changed(SESSION, type="talks")),
    ],
)
def test_what_does_not(things: tuple[Thing, ...]) -> None:
    assert told(*things) == set()


@given(st.permutations(ALL))
def test_order_does_not_matter(things: list[Thing]) -> None:
    assert links(things) == links(ALL)
