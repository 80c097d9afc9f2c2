"""Records in words for readers."""

from __future__ import annotations

import pytest

from legation.views.wording import day, joined, money, span, summary


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2019-03-04", "4 March 2019"), ("2011-10", "October 2011"), ("2019", "2019"), (None, ""), ("", "")],
)
def test_a_day_claims_no_more_than_it_says(edtf: str | None, words: str) -> None:
    assert day(edtf) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2019-05-02", "2019-05-04", "2–4 May 2019"),
        ("2019-05-30", "2019-06-02", "30 May – 2 June 2019"),
        ("2019-12-30", "2020-01-02", "30 December 2019 – 2 January 2020"),
        ("2019", "2021", "2019 – 2021"),
        ("2019-05-02", None, "2 May 2019"),
        ("2019-05-02", "2019-05-02", "2 May 2019"),
    ],
)
def test_a_span_tells_once_what_its_days_share(first: str, last: str | None, words: str) -> None:
    assert span(first, last) == words


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ({"amount": 5500000, "currency": "USD", "qualifier": "nearly"}, "nearly USD 5,500,000"),
        ({"amount": 1.5, "currency": "EUR", "qualifier": "exact"}, "EUR 1.50"),
        ({"amount": 2000000.0, "currency": "JPY"}, "JPY 2,000,000"),
        ({"currency": "USD"}, ""),
    ],
)
def test_a_sum_keeps_its_qualifier(slots: dict[str, object], words: str) -> None:
    assert money(slots) == words


def test_names_are_joined_and_states_named() -> None:
    assert joined(("VNM", "JPN", "ASEAN")) == "Vietnam, Japan and ASEAN"
    assert joined(("A",)) == "A"
    assert joined(None) == ""


@pytest.mark.parametrize(
    ("kind", "slots", "words"),
    [
        ("meeting", {"type": "sideline", "persons": ("A", "B"), "place": "Hanoi"}, "Sideline, A and B, Hanoi"),
        ("meeting", {"name": "Dialogue", "session": 4, "parties": ("VNM", "JPN")},
         "Dialogue, session 4, Vietnam and Japan"),
        ("visit", {"type": "official", "visitor": "JPN", "host": "VNM", "lead": "A"},
         "Official visit, Japan to Vietnam, A"),
        ("instrument", {"form": "mou", "action": "to_sign"}, "Memorandum of understanding, to be signed"),
        ("instrument", {"form": "loi", "subject": "transferts"}, "Transferts (letter of intent)"),
        ("mechanism", {"name": "ADMM+", "type": "regional_forum"}, "ADMM+ (regional forum)"),
        ("programme", {"type": "demining", "amount": 3, "currency": "USD", "funder": "JPN", "beneficiary": "VNM"},
         "Demining, USD 3, Japan to Vietnam"),
        ("activity", {"type": "port_call", "units": ("Kaga",), "place": "Cam Ranh"}, "Port call, Kaga, Cam Ranh"),
        ("statement", {"act": "REQUEST", "speakers": ("A",), "addressee": ("JPN",)}, "A, to Japan"),
        ("office", {"person": "A", "post": "chief_of_defence", "country": "VNM"}, "A, chief of defence, Vietnam"),
        ("relation", {"label": "strategic_partnership"}, "Strategic partnership"),
        ("meeting", {}, "Meeting"),
        ("visit", {}, "Visit"),
    ],
)  # fmt: skip
def test_a_record_of_each_kind_in_a_line(kind: str, slots: dict[str, object], words: str) -> None:
    assert summary(kind, slots) == words
