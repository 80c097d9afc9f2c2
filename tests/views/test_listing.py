"""Answers of the register as lines of text."""

from __future__ import annotations

import pytest

from legation.register.queries import Entry, Match, Telling
from legation.views.listing import conflict_line, is_inferred, match_line, post_line, quote_line, timeline_lines


def telling(quote: str = "les mots", basis: str = "stated") -> Telling:
    return Telling("r:visit:0-8", "r", "a.txt", None, "r", "2020-01-01", basis, None, None, "fr", 0, 8, quote, "rule")


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ({"post": "defence_minister", "country": "PRT"}, "defence minister of Portugal"),
        (
            {"post": "defence_minister", "country": "PRT", "first": "2018-06-12", "last": "2018-06-12", "from": "2015"},
            "defence minister of Portugal, seen 2018-06-12, held 2015 to now",
        ),
        (
            {"post": "officer", "country": "PRT", "first": "2018-06-12", "last": "2019-01-02", "until": "2019-03"},
            "officer of Portugal, seen 2018-06-12 to 2019-01-02, held ? to 2019-03",
        ),
    ],
)
def test_a_post_in_words(post: dict[str, str], expected: str) -> None:
    assert post_line(post) == expected


@pytest.mark.parametrize(
    ("conflict", "expected"),
    [
        (
            {"shown": "Rabat", "because": "nearer", "values": [
                {"value": "Rabat", "sources": 1, "shown": True}, {"value": "Salé", "sources": 2, "shown": False}]},
            "place: Rabat (1 source) / Salé (2 sources); shown: Rabat (nearer)",
        ),
        ({"shown": None, "told": "Rabat", "because": "decided"}, "place: Rabat (told); shown: nothing (decided)"),
        ([{"value": "MAR", "members": ["a", "b"]}, {"value": "PRT", "members": ["c"]}],
         "place: MAR (2 sources) / PRT (1 source)"),
    ],
)  # fmt: skip
def test_a_contradiction_in_one_line(conflict: object, expected: str) -> None:
    assert conflict_line("place", conflict) == expected


def test_a_day_is_inferred_where_every_report_of_it_is() -> None:
    assert is_inferred([telling(basis="inferred"), telling(basis="register")])
    assert not is_inferred([telling(basis="inferred"), telling()])
    assert not is_inferred([])


def test_a_timeline_tells_what_has_no_day_by_its_first_report() -> None:
    undated = Entry(1, "G-1", "programme", None, 2, {"type": "demining"}, {}, "2019-03-05")
    assert list(timeline_lines([undated], {}, {})) == [
        "(told 2019-03-05)        G-1  programme: Demining; told 2 times"
    ]


def test_long_quotes_are_cut_and_broken_ones_mended() -> None:
    assert quote_line(telling("un\n  deux")).startswith("« un deux »  no outlet, a.txt:0-8")
    assert "…" in quote_line(telling("mot " * 100))


def test_a_person_in_one_line() -> None:
    entry = Entry(1, "P-1", "person", None, 1, {"name": "Ana Costa", "posts": []}, {})
    assert match_line(Match(entry, 1.0)) == "P-1  Ana Costa; told once"
