"""Which meeting is which: pairs of tellings that are one event, pairs that are two."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.register.events.resolver import EventResolver
from legation.register.events.resolvers import MEETINGS, RESOLVERS
from legation.register.grouping import grouped
from legation.register.resolver import Item
from legation.register.spans import gap, span_of
from tests.register.tell import one, record, report

BY_KIND = {resolver.kind: resolver for resolver in RESOLVERS}
VJ = ["VNM", "JPN"]
TALKS = {"type": "talks", "date": "2021-09-11", "place": "Hanoï", "country": "VNM", "parties": VJ, "level": "minister"}
TALKS |= {"persons": ["Phan Van Giang", "Nobuo Kishi"]}
SIDELINE = {"type": "sideline", "date": "2023-11-15", "place": "Jakarta", "persons": ["Kihara Minoru"]}
CALL = {"type": "port_call", "date": "2018-09-17", "place": "Cam Ranh", "country": "VNM", "parties": VJ}
MOU = {"form": "mou", "action": "cited", "parties": VJ, "date": "2011-10"}
AID = {"type": "demining", "funder": "JPN", "beneficiary": "VNM", "amount": 1500000, "currency": "USD"}
STAY = {"visitor": "JPN", "host": "VNM", "lead": "Nobuo Kishi", "date": "2021-09-10", "until": "2021-09-12"}
Telling = tuple[str | None, dict[str, Any]]

ONE: list[tuple[str, str, Telling, Telling]] = [
    ("meeting", "planned, then held", ("2021-09-10", TALKS | {"status": "planned"}), ("2021-09-11", TALKS)),
    ("meeting", "other spellings and order", ("2021-09-11", TALKS),
     ("2021-09-11", TALKS | {"persons": ["Kishi Nobuo", "Phan Văn Giang"], "place": "Ha Noi"})),
    ("meeting", "referred to by month", ("2023-05-01", {"type": "talks", "status": "cited", "date": "2021-09",
     "parties": VJ, "persons": ["Nobuo Kishi", "Phan Van Giang"]}), ("2021-09-11", TALKS)),
    ("meeting", "a day apart by the clock", ("2021-09-11", TALKS), ("2021-09-12", TALKS | {"date": "2021-09-12"})),
    ("meeting", "a session by its number", ("2025-12-11", {"type": "dialogue_session", "session": 1, "parties": VJ,
     "date": "2025-12-05", "place": "Tokyo"}), ("2025-12-04", {"type": "dialogue_session", "session": 1, "parties": VJ,
     "date": "2025-12-04", "place": "Tokyo", "persons": ["A B", "C D"]})),
    ("meeting", "with aides or without", ("2021-09-11", TALKS),
     ("2021-09-11", TALKS | {"persons": [*TALKS["persons"], "Yamada Takio"]})),  # type: ignore[misc]
    ("meeting", "a bloc or one of its members", ("2023-11-15", SIDELINE | {"parties": ["ASEAN", "JPN"]}),
     ("2023-11-15", SIDELINE | {"parties": ["VNM", "JPN"], "persons": ["Phan Van Giang", "Kihara Minoru"]})),
    ("visit", "its second day is taken for its first", ("2021-09-11", STAY),
     ("2021-09-12", STAY | {"date": "2021-09-11", "lead": "Kishi Nobuo"})),
    ("visit", "referred to by month", ("2021-09-11", STAY),
     ("2022-01-01", {"visitor": "JPN", "host": "VNM", "lead": "Kishi", "date": "2021-09", "status": "cited"})),
    ("visit", "leaders known to one report only", ("2021-09-11", STAY), ("2021-09-11",
     {"visitor": "JPN", "host": "VNM", "date": "2021-09-10", "until": "2021-09-12"})),
    ("activity", "a port and its town", ("2018-09-17", CALL), ("2018-09-18",
     CALL | {"place": "port international de Cam Ranh"})),
    ("activity", "an exercise by its name, month and day", ("2025-11-10", {"type": "exercise", "name": "VINBAX 2025",
     "parties": ["VNM", "IND"], "date": "2025-11"}), ("2025-11-11", {"type": "exercise", "name": "VINBAX",
     "parties": ["IND", "VNM"], "date": "2025-11-11", "country": "VNM"})),
    ("activity", "to come, told the same week",
     ("2015-11-06", {"type": "exercise", "status": "planned", "parties": VJ}),
     ("2015-11-07", {"type": "exercise", "status": "planned", "parties": VJ})),
    ("instrument", "cited years apart", ("2012-11-05", MOU),
     ("2021-09-12", MOU | {"subject": "coopération militaire"})),
    ("instrument", "mémorandum or protocole", ("2012-11-05", MOU | {"subject": "coopération et échanges de défense"}),
     ("2021-09-12", MOU | {"form": "protocol", "subject": "échanges de défense"})),
    ("instrument", "signed, told in other words", ("2021-09-11",
     {"form": "agreement", "action": "signed", "parties": VJ,
     "date": "2021-09-11", "subject": "transfert d'équipements de défense"}), ("2021-09-12", {"form": "agreement",
     "action": "signed", "parties": VJ, "date": "2021-09-11", "subject": "équipements et technologies"})),
    ("programme", "by its sum", ("2015-03-01", AID), ("2025-02-28", AID | {"places": ["Quang Binh"]})),
    ("programme", "rounded", ("2015-03-01", AID | {"amount": 590000}), ("2015-03-02", AID | {"amount": 600000})),
    ("mechanism", "by its series", (None, {"name": "ADMM+", "type": "ministers_meeting"}),
     (None, {"name": "ADMM Plus", "type": "ministers_meeting"})),
    ("relation", "the same label", (None, {"label": "strategic_partnership", "parties": VJ}),
     ("2019", {"label": "strategic_partnership", "parties": VJ[::-1]})),
    ("statement", "the same act in two papers", ("2021-09-11", {"act": "PROPOSE", "speakers": ["Nobuo Kishi"],
     "side": ["JPN"], "topics": ["exercises"]}), ("2021-09-12", {"act": "PROPOSE", "speakers": ["Kishi Nobuo"],
     "side": ["JPN"], "topics": ["exercises", "port_calls"]})),
]  # fmt: skip
TWO: list[tuple[str, str, Telling, Telling]] = [
    ("meeting", "the same two, months later", ("2021-09-11", TALKS), ("2021-11-23", TALKS | {"date": "2021-11-23"})),
    ("meeting", "two days apart", ("2021-09-11", TALKS), ("2021-09-13", TALKS | {"date": "2021-09-13"})),
    ("meeting", "the guest is received by another", ("2021-09-12", TALKS), ("2021-09-12",
     TALKS | {"persons": ["Nobuo Kishi", "Pham Minh Chinh"], "level": "head"})),
    ("meeting", "a call and a meeting", ("2021-09-11", TALKS), ("2021-09-11", TALKS | {"type": "phone_video"})),
    ("meeting", "other sessions", ("2025-02-01", {"type": "dialogue_session", "session": 11, "parties": VJ,
     "date": "2025-02"}), ("2025-02-01",
     {"type": "dialogue_session", "session": 10, "parties": VJ, "date": "2025-02"})),
    ("meeting", "other parties", ("2021-09-11", TALKS), ("2021-09-11",
     TALKS | {"parties": ["VNM", "KOR"], "persons": ["Phan Van Giang", "Suh Wook"]})),
    ("meeting", "no more than a month and a dyad", ("2021-09-11", {"type": "talks", "parties": VJ, "date": "2021-09"}),
     ("2021-09-20", {"type": "reception", "parties": VJ, "date": "2021-09"})),
    ("meeting", "a bloc with one, then with another", ("2023-11-15", SIDELINE | {"parties": ["ASEAN", "JPN"]}),
     ("2023-11-15", SIDELINE | {"parties": ["ASEAN", "USA"]})),
    ("visit", "another lead", ("2021-09-11", STAY), ("2021-09-11", STAY | {"lead": "Toshimitsu Motegi"})),
    ("visit", "there and back", ("2021-09-11", STAY), ("2021-09-11", STAY | {"visitor": "VNM", "host": "JPN"})),
    ("visit", "a year later", ("2021-09-11", STAY), ("2022-09-11", STAY | {"date": "2022-09-10", "until": None})),
    ("activity", "another type", ("2018-09-17", CALL), ("2018-09-17", CALL | {"type": "ceremony"})),
    ("activity", "another port", ("2018-09-17", CALL), ("2018-09-17", CALL | {"place": "Da Nang"})),
    ("activity", "an intention for the year, and a call in it", ("2015-11-06", {"type": "port_call", "parties": VJ,
     "status": "planned", "date": "2016", "country": "VNM"}), ("2016-04-12", CALL | {"date": "2016-04-12"})),
    ("instrument", "another subject of the day", ("2024-08-30",
     {"form": "loi", "action": "signed", "date": "2024-08-30",
     "parties": ["PHL", "VNM"], "subject": "médecine militaire", "topics": ["military_medicine"]}), ("2024-08-30",
     {"form": "loi", "action": "signed", "date": "2024-08-30", "parties": ["PHL", "VNM"], "topics": ["hadr"],
      "subject": "secours en cas de catastrophe"})),
    ("instrument", "years apart", ("2012-11-05", MOU), ("2012-11-05", MOU | {"date": "2015-09-15"})),
    ("instrument", "of others", ("2012-11-05", MOU), ("2012-11-05", MOU | {"parties": ["VNM", "KOR"]})),
    ("programme", "another sum", ("2015-03-01", AID), ("2015-03-01", AID | {"amount": 4000000})),
    ("programme", "elsewhere", ("2015-03-01", AID | {"places": ["Quang Binh"]}),
     ("2015-03-01", AID | {"places": ["Ha Tinh"]})),
    ("mechanism", "of other parties", (None, {"name": "Defence Policy Dialogue", "parties": VJ}),
     (None, {"name": "Defence Policy Dialogue", "parties": ["VNM", "IND"]})),
    ("mechanism", "enlarged or not", (None, {"name": "ADMM+", "type": "ministers_meeting"}),
     (None, {"name": "ADMM", "type": "ministers_meeting"})),
    ("statement", "said again a year later", ("2021-09-11", {"act": "PROPOSE", "speakers": ["Nobuo Kishi"],
     "side": ["JPN"], "topics": ["exercises"]}), ("2022-09-12", {"act": "PROPOSE", "speakers": ["Nobuo Kishi"],
     "side": ["JPN"], "topics": ["exercises"]})),
    ("statement", "the other side", ("2021-09-11", {"act": "PROPOSE", "speakers": ["Nobuo Kishi"], "side": ["JPN"],
     "topics": ["exercises"]}), ("2021-09-11", {"act": "PROPOSE", "speakers": ["Phan Van Giang"], "side": ["VNM"],
     "topics": ["exercises"]})),
]  # fmt: skip


def pair(kind: str, left: Telling, right: Telling) -> tuple[EventResolver, Item, Item]:
    resolver = BY_KIND[kind]
    return resolver, one(resolver, "a", left[0], **left[1]), one(resolver, "b", right[0], **right[1])


@pytest.mark.parametrize(
    ("kind", "why", "left", "right"), ONE, ids=lambda value: value if isinstance(value, str) else ""
)
def test_one_event(kind: str, why: str, left: Telling, right: Telling) -> None:
    resolver, first, second = pair(kind, left, right)
    assert len(grouped(resolver, [first, second])) == 1, resolver.judge(first, second)


@pytest.mark.parametrize(
    ("kind", "why", "left", "right"), TWO, ids=lambda value: value if isinstance(value, str) else ""
)
def test_two_events(kind: str, why: str, left: Telling, right: Telling) -> None:
    resolver, first, second = pair(kind, left, right)
    assert len(grouped(resolver, [first, second])) == 2, resolver.judge(first, second)


def test_things_of_one_report_stay_apart() -> None:
    told = [record("meeting", number, **TALKS | {"level": level}) for number, level in enumerate(["minister", "head"])]
    assert len(grouped(MEETINGS, MEETINGS.items(report(), told))) == 2


def test_a_planned_meeting_that_was_held_has_a_history() -> None:
    planned = one(MEETINGS, "a", "2021-09-10", **TALKS | {"status": "planned"})
    held = one(MEETINGS, "b", "2021-09-11", **TALKS)
    settled = MEETINGS.settle([held, planned])
    assert "status" not in settled.slots
    assert [one["status"] for one in settled.slots["history"]] == ["planned", "occurred"]


def test_a_meeting_told_in_ten_papers_is_one_wording_to_the_engine() -> None:
    items = [one(MEETINGS, f"r{n}", "2021-09-11", **TALKS) for n in range(10)]
    assert len({MEETINGS.twin(item) for item in items}) == 1
    vague = [one(MEETINGS, f"r{n}", "2021-09-11", type="talks", parties=VJ) for n in range(2)]
    assert {MEETINGS.twin(item) for item in vague} == {None}


# -- what holds for all ----------------------------------------------------------------------------------------------
DATES = st.sampled_from([None, "2021", "2021-09", "2021-09-10", "2021-09-11", "2021-09-12", "2022-01-01"])
SLOTS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "meeting": {
        "type": st.sampled_from(["talks", "reception", "phone_video", "dialogue_session"]), "date": DATES,
        "parties": st.sampled_from([None, VJ, VJ[::-1], ["VNM", "IND"], ["VNM", "JPN", "USA"]]),
        "persons": st.sampled_from([None, ["Nobuo Kishi"], ["Kishi Nobuo", "Phan Van Giang"], ["Pham Minh Chinh"]]),
        "session": st.sampled_from([None, 1, 2]), "place": st.sampled_from([None, "Hanoi", "Tokyo"]),
        "status": st.sampled_from([None, "planned", "cited"]),
    },
    "visit": {
        "visitor": st.sampled_from(["JPN", "VNM"]), "host": st.sampled_from(["VNM", None]), "date": DATES,
        "lead": st.sampled_from([None, "Nobuo Kishi", "Kishi", "Gen Nakatani"]), "until": DATES,
    },
    "activity": {
        "type": st.sampled_from(["exercise", "port_call"]), "date": DATES, "parties": st.sampled_from([VJ, None]),
        "name": st.sampled_from([None, "VINBAX", "Malabar"]), "place": st.sampled_from([None, "Cam Ranh", "quai"]),
        "status": st.sampled_from([None, "planned"]),
    },
    "instrument": {
        "form": st.sampled_from(["mou", "agreement"]), "date": DATES, "parties": st.sampled_from([VJ, None]),
        "subject": st.sampled_from([None, "maintien de la paix", "cybersécurité"]),
        "action": st.sampled_from(["signed", "cited"]),
    },
    "programme": {
        "type": st.sampled_from(["aid", "demining"]), "funder": st.just("JPN"), "beneficiary": st.just("VNM"),
        "amount": st.sampled_from([None, 1500000, 1510000, 0, 10]), "currency": st.sampled_from(["USD", "JPY"]),
        "places": st.sampled_from([None, ["Hue"], ["Ha Tinh"]]),
    },
    "statement": {
        "act": st.sampled_from(["REQUEST", "THANK"]), "side": st.sampled_from([["VNM"], VJ]),
        "speakers": st.sampled_from([["VNM"], ["Nobuo Kishi"]]), "topics": st.sampled_from([None, ["cyber"]]),
    },
}  # fmt: skip


@st.composite
def tellings(draw: st.DrawFn, most: int = 6) -> tuple[EventResolver, list[Item]]:
    kind = draw(st.sampled_from(sorted(SLOTS)))
    items = []
    for number in range(draw(st.integers(2, most))):
        slots = {name: value for name, how in SLOTS[kind].items() if (value := draw(how)) is not None}
        day = draw(st.sampled_from([None, "2021-09-11", "2021-09-12", "2022-03-01"]))
        items.append(one(BY_KIND[kind], f"r{number}", day, **slots))
    return BY_KIND[kind], items


@given(tellings(most=2))
def test_judging_is_symmetric(told: tuple[EventResolver, list[Item]]) -> None:
    resolver, (left, right) = told
    assert resolver.judge(left, right) == resolver.judge(right, left)


@given(tellings(), st.randoms(use_true_random=False))
def test_order_does_not_matter(told: tuple[EventResolver, list[Item]], chance: Any) -> None:
    resolver, items = told
    things = grouped(resolver, items)
    assert grouped(resolver, chance.sample(items, len(items))) == things
    for thing in things:
        assert resolver.settle(thing) == resolver.settle(chance.sample(thing, len(thing)))


@given(tellings(most=8))
def test_no_two_told_days_of_a_thing_lie_more_than_a_day_apart(told: tuple[EventResolver, list[Item]]) -> None:
    resolver, items = told
    if resolver.kind == "programme":
        return
    for thing in grouped(resolver, items):
        spans = [span for item in thing if (span := span_of(item.slots.get("date"), item.slots.get("until")))]
        assert all(gap(left, right) <= 1 for left in spans for right in spans)
