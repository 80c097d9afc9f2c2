"""Contradictions: what is shown, what stands beside it, and why."""

from __future__ import annotations

from typing import Any

from legation.register.events.resolvers import MEETINGS, PROGRAMMES
from legation.register.resolver import Item
from tests.register.tell import one

TALKS: dict[str, Any] = {"type": "talks", "parties": ["VNM", "JPN"], "persons": ["Phan Van Giang", "Nobuo Kishi"]}


def told(number: int, day: str = "2021-09-12", source: str = "", **slots: Any) -> Item:
    return one(MEETINGS, f"r{number}", day, source, **TALKS | slots)


def test_more_independent_sources_win_and_the_rest_stays() -> None:
    items = [
        told(1, date="2021-09-11", source="AFP"),
        told(2, date="2021-09-12", source="VNA"),
        told(3, date="2021-09-12", source="APS"),
    ]
    settled = MEETINGS.settle(items)
    assert settled.slots["date"] == "2021-09-12"
    conflict = settled.conflicts["date"]
    assert conflict["shown"] == "2021-09-12"
    assert conflict["because"] == "told by 2 independent sources, the other by 1"
    assert [(value["value"], value["sources"]) for value in conflict["values"]] == [
        ("2021-09-12", 2),
        ("2021-09-11", 1),
    ]
    assert conflict["values"][1]["members"] == [items[0].key]


def test_copies_of_one_dispatch_are_one_source() -> None:
    items = [told(n, date="2021-09-12", source="VNA") for n in range(5)]
    items += [told(n, date="2021-09-11", source=source) for n, source in enumerate(["AFP", "APS"], start=5)]
    assert MEETINGS.settle(items).slots["date"] == "2021-09-11"


def test_told_nearer_to_the_event_wins_among_equals() -> None:
    items = [told(1, "2021-09-11", level="minister", date="2021-09-11"), told(2, "2023-01-01", level="head")]
    settled = MEETINGS.settle(items)
    assert settled.slots["level"] == "minister"
    assert "nearer" in settled.conflicts["level"]["because"]


def test_both_sides_win_over_one_among_equals() -> None:
    items = [
        told(1, date="2021-09-12", source="VNA"),
        told(2, date="2021-09-12", source="Kyodo"),
        told(3, date="2021-09-11", source="VNA"),
        told(4, date="2021-09-11", source="QĐND"),
    ]
    settled = MEETINGS.settle(items)
    assert settled.slots["date"] == "2021-09-12"
    assert settled.conflicts["date"]["because"].endswith("told by outlets of JPN and VNM")


def test_an_outlet_of_a_party_wins_over_a_stranger_among_equals() -> None:
    items = [told(1, level="head", source="Reuters"), told(2, level="minister", source="Kyodo")]
    assert MEETINGS.settle(items).slots["level"] == "minister"


def test_a_month_backs_its_day_and_contradicts_nothing() -> None:
    settled = MEETINGS.settle([told(1, date="2021-09"), told(2, date="2021-09-11"), told(3, date="2021-09")])
    assert settled.slots["date"] == "2021-09-11"
    assert settled.conflicts == {}


def test_spellings_of_one_place_or_person_are_no_contradiction() -> None:
    settled = MEETINGS.settle([told(1, place="Hanoï"), told(2, place="Ha Noi", persons=["Kishi Nobuo", "Giang"])])
    assert "place" not in settled.conflicts
    assert settled.slots["persons"] == ["Kishi Nobuo", "Phan Van Giang"] or len(settled.slots["persons"]) == 2


def test_sets_are_joined() -> None:
    settled = MEETINGS.settle([told(1, topics=["cyber"]), told(2, topics=["hadr"], persons=["Takio Yamada"])])
    assert settled.slots["topics"] == ["cyber", "hadr"]
    assert len(settled.slots["persons"]) == 3


def test_an_amount_is_settled_like_any_value() -> None:
    aid = {"funder": "JPN", "beneficiary": "VNM", "type": "aid", "currency": "USD"}
    items = [one(PROGRAMMES, f"r{n}", amount=amount, **aid) for n, amount in enumerate([590000, 600000, 590000])]
    settled = PROGRAMMES.settle(items)
    assert settled.slots["amount"] == 590000
    assert settled.conflicts["amount"]["values"][1]["value"] == 600000


def test_what_was_cancelled_is_cancelled_and_what_took_place_took_place() -> None:
    planned = told(1, "2021-09-01", status="planned")
    assert MEETINGS.settle([planned, told(2, "2021-09-05", status="cancelled")]).slots["status"] == "cancelled"
    assert "status" not in MEETINGS.settle([planned, told(2, "2021-09-12"), told(3, "2024", status="cited")]).slots
    assert MEETINGS.settle([planned]).slots["status"] == "planned"


def test_a_thing_told_once_or_twice_in_the_same_words_is_the_same() -> None:
    item = told(1, date="2021-09-11", status="planned", place="Hanoï", topics=["hadr", "cyber"])
    other = told(2, date="2021-09-11", status="planned", place="Hanoï", topics=["cyber", "hadr"])
    twice = MEETINGS.settle([item, other])
    assert MEETINGS.settle([item]) == twice
