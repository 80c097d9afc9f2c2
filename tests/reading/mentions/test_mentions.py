"""Mentions against the corpus of phrases in tests/data/french_mentions.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from legation.model.mentions import (
    BodyMention,
    Mention,
    PersonMention,
    PlaceMention,
    Post,
    RoleMention,
    StateMention,
    UnitMention,
)
from legation.reading.mentions import find_mentions, report_mentions

CORPUS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "data" / "french_mentions.yaml").read_text(encoding="utf-8")
)


def say_of(case: dict[str, Any]) -> str:
    return str(case["say"])


def found(say: str, kind: type[Any]) -> list[Any]:
    return [one for one in find_mentions(say, 0, len(say), "fr") if isinstance(one, kind)]


def post(one: Post) -> str:
    return f"{one.post}{'!' if one.former else ''}{'~' if one.counterpart else ''}:{one.country or ''}"


def person(one: PersonMention) -> str:
    return " | ".join([one.name, ", ".join(map(post, one.posts)), one.rank or "", one.gender or ""])


@pytest.mark.parametrize("case", CORPUS["persons"], ids=say_of)
def test_persons_are_found_with_their_posts(case: dict[str, Any]) -> None:
    assert [person(one) for one in found(case["say"], PersonMention)] == [one.strip("\n") for one in case["persons"]]


@pytest.mark.parametrize("say", CORPUS["nobody"])
def test_nobody_is_named(say: str) -> None:
    assert [one.name for one in found(say, PersonMention)] == []


@pytest.mark.parametrize("case", CORPUS["states"], ids=say_of)
def test_states_and_what_stands_for_them(case: dict[str, Any]) -> None:
    say = case["say"]
    told = [f"{say[one.start : one.end]}: {'+'.join(one.states[:2])} ({one.form})" for one in found(say, StateMention)]
    assert told == case["states"]


@pytest.mark.parametrize("case", CORPUS["roles"], ids=say_of)
def test_roles(case: dict[str, Any]) -> None:
    say = case["say"]
    told = [
        f"{say[one.start : one.end]}: {one.role} {one.number}{f' {one.state}' if one.state else ''}"
        for one in found(say, RoleMention)
    ]
    assert told == case["roles"]


@pytest.mark.parametrize("case", CORPUS["bodies"], ids=say_of)
def test_bodies(case: dict[str, Any]) -> None:
    told = [
        f"{one.name} ({one.type}; {'+'.join(one.parties)}; {one.session or ''})"
        for one in found(case["say"], BodyMention)
    ]
    assert told == case["bodies"]


@pytest.mark.parametrize("case", CORPUS["places"], ids=say_of)
def test_places(case: dict[str, Any]) -> None:
    told = [f"{one.name}: {one.kind} {one.country or '-'}" for one in found(case["say"], PlaceMention)]
    assert told == case["places"]


@pytest.mark.parametrize("case", CORPUS["units"], ids=say_of)
def test_units(case: dict[str, Any]) -> None:
    told = [f"{one.name}: {one.kind} {one.state or '-'}" for one in found(case["say"], UnitMention)]
    assert told == case["units"]


def test_a_bare_name_is_known_from_another_zone() -> None:
    text = "Le ministre des Armées, Sébastien Rocheton, est à Niamey.\n\nRocheton repart demain."
    edge = text.index("\n\n")
    mentions = report_mentions(text, [(0, edge), (edge + 2, len(text))], "fr")
    assert [one.name for one in mentions if isinstance(one, PersonMention)] == ["Sébastien Rocheton", "Rocheton"]


def test_the_group_of_a_person_takes_in_rank_and_posts() -> None:
    say = "Il a vu le général Tran Van Hai, vice-ministre de la Défense, à Tokyo."
    (one,) = found(say, PersonMention)
    assert say[one.start : one.end] == "le général Tran Van Hai, vice-ministre de la Défense"
    assert say[one.name_start : one.name_end] == "Tran Van Hai"


PIECES = st.sampled_from(
    [case["say"] for case in CORPUS["persons"]] + CORPUS["nobody"] + ["« ", "\n", "M. ", "et ", ", ", "("]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=5).map(" ".join))
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    start, end = min(3, len(text)), len(text)
    mentions: list[Mention] = find_mentions(text, start, end, "fr")
    assert [one.start for one in mentions] == sorted(one.start for one in mentions)
    for one in mentions:
        assert start <= one.start < one.end <= end
        if isinstance(one, PersonMention):
            assert one.start <= one.name_start < one.name_end <= one.end
            assert one.name == " ".join(text[one.name_start : one.name_end].split())


@given(st.lists(PIECES, max_size=4).map(" ".join))
def test_the_same_text_gives_the_same_mentions(text: str) -> None:
    assert find_mentions(text, 0, len(text), "fr") == find_mentions(text, 0, len(text), "fr")


@pytest.mark.parametrize("sign", ["²", "٣", "①", "½", "１２"])
def test_signs_that_are_like_figures_harm_nothing(sign: str) -> None:
    text = (
        f"Le {sign} mars 20{sign}, la {sign}e réunion de l'ADMM-{sign} et {sign} millions d'euros, il y a {sign} ans."
    )
    assert all(one.end <= len(text) for one in find_mentions(text, 0, len(text), "fr"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Elle a reçu à Berlin Boris Keller.", ["Boris Keller"]),
        ("Elle a reçu à Paris Emmanuel Bon, conseiller diplomatique.", ["Emmanuel Bon"]),
        ("Elle a remercié Florence Morel.", ["Florence Morel"]),
    ],
)
def test_a_city_before_a_full_name_is_no_part_of_it(text: str, names: list[str]) -> None:
    found = report_mentions(text, [(0, len(text))], "fr")
    assert [one.name for one in found if isinstance(one, PersonMention)] == names
