"""Who is who across reports."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.register.grouping import grouped
from legation.register.identity.known import known_person
from legation.register.identity.persons import PersonResolver
from legation.register.resolver import Item
from tests.register.tell import record, report

PERSONS = PersonResolver()
Said = tuple[str, str | None, str | None, str | None]  # name, post, state, day


def said(number: int, name: str, post: str | None = None, state: str | None = None, day: str | None = None) -> Item:
    """The item of a report that tells of one person."""
    key = f"r{number}"
    if post:
        told = record("office", report=key, person=name, post=post, country=state)
    else:
        told = record("meeting", report=key, persons=[name], parties=["VNM", "JPN"])
    (item,) = PERSONS.items(report(key, day), [told])
    return item


def groups(*told: Said) -> list[list[int]]:
    """Which tellings, by their numbers, are one person."""
    things = grouped(PERSONS, [said(number, *one) for number, one in enumerate(told)])
    return sorted(sorted(int(item.report[1:]) for item in thing) for thing in things)


ONE: list[list[Said]] = [
    [("Phan Văn Giang", "defence_minister", "VNM", "2021-09-11"), ("PHAN VAN GIANG", None, None, "2023-01-05")],
    [("Nobuo Kishi", "defence_minister", "JPN", "2021-09-11"), ("Kishi Nobuo", None, None, "2021-09-12")],
    [("Kishi", "defence_minister", "JPN", "2021-09-11"), ("Nobuo Kishi", "defence_minister", "JPN", "2021-09-12")],
    [("Tomoko Matsuzawa", "department_head", "JPN", "2023-09-21"), ("Masuzawa Tomoko", "department_head", "JPN", None)],
    [("Pétur Örnólfsson", "commander", "ISL", "2019-01-01"), ("Petur Ornolfsson", "ambassador", "ISL", "2023-01-01")],
    [("Sergueï Choïgou", "defence_minister", "RUS", "2019-01-01"), ("Sergei Shoigu", None, None, "2020-01-01")],
]
ONE.append([("Nobou Kishi", "defence_minister", "JPN", "2021-09-11"), ("Nobuo Kishi", "other", "JPN", "2021-09-12")])
SEVERAL: list[list[Said]] = [
    [("Ken Saito", "other", "JPN", "2023-04-04"), ("Akira Saito", "service_chief", "JPN", "2025-12-11")],
    [("Kim Min-su", "commander", "KOR", "2019-01-01"), ("Kim Min Su", "commander", "PRK", "2019-01-01")],
    [("Alan Barre", "defence_attache", "BEL", "2020-01-01"), ("Alan Barre", "defence_minister", "BEL", "2020-06-01")],
    [("Barre", "commander", "BEL", "2020-01-01"), ("Alan Barre", None, None, "2020-06-01")],
]


@pytest.mark.parametrize("told", ONE)
def test_one_person(told: list[Said]) -> None:
    assert groups(*told) == [[0, 1]]
    assert groups(*reversed(told)) == [[0, 1]]


@pytest.mark.parametrize("told", SEVERAL)
def test_several_people(told: list[Said]) -> None:
    assert groups(*told) == [[0], [1]]


def test_a_report_names_one_person_in_many_ways() -> None:
    told = [
        record("office", 0, person="Nobuo Kishi", post="defence_minister", country="JPN"),
        record("meeting", 1, persons=["Kishi", "Phan Van Giang"], parties=["JPN", "VNM"]),
        record("statement", 2, act="THANK", speakers=["Kishi Nobuo"], side=["JPN"]),
        record("statement", 3, act="THANK", speakers=["JPN"], side=["JPN"]),
        record("visit", 4, lead="Nobuo Kishi", visitor="JPN", host="VNM"),
    ]
    items = PERSONS.items(report(), told)
    assert [item.slots["name"] for item in items] == ["Phan Van Giang", "Kishi Nobuo"]
    kishi = items[1]
    assert kishi.slots["names"] == ["Kishi", "Kishi Nobuo", "Nobuo Kishi"]
    assert kishi.slots["states"] == ["JPN"]
    assert kishi.slots["posts"] == [["defence_minister", "JPN"]]
    assert len(kishi.records) == 4
    assert {item.key for item in PERSONS.items(report(), told[::-1])} == {item.key for item in items}


def test_a_word_that_fits_two_people_goes_to_neither() -> None:
    told = [record("meeting", 0, persons=["Ken Saito", "Akira Saito", "Saito"], parties=["JPN"])]
    assert len(PERSONS.items(report(), told)) == 3


def test_a_family_name_is_known_by_the_year_and_the_parties() -> None:
    told = record("meeting", 0, report="a", persons=["Giang"], parties=["VNM", "JPN"])
    (alone,) = PERSONS.items(report("a", "2022-03-01"), [told])
    assert alone.slots["identity"] == known_person("Phan Van Giang", ("VNM",), (), 2022)
    (unknown,) = PERSONS.items(report("a", "1972-03-01"), [told])
    assert unknown.slots["identity"] is None


def test_a_career_is_told_with_days_seen_and_terms_known() -> None:
    items = [
        said(1, "Phan Van Giang", "defence_minister", "VNM", "2021-09-11"),
        said(2, "Phan Văn Giang", "defence_minister", "VNM", "2024-08-30"),
        said(3, "Phan Van Giang", "chief_of_defence", "VNM", "2019-05-01"),
    ]
    settled = PERSONS.settle(items)
    assert settled.slots["name"] == "Phan Văn Giang" or settled.slots["name"] == "Phan Van Giang"
    assert settled.slots["spellings"] == ["Phan Van Giang", "Phan Văn Giang"]
    assert settled.slots["known_as"]
    chief, minister = settled.slots["posts"]
    assert (minister["post"], minister["first"], minister["last"]) == ("defence_minister", "2021-09-11", "2024-08-30")
    assert minister["from"].startswith("2021")
    assert chief["post"] == "chief_of_defence"
    assert "until" in chief
    assert not settled.conflicts


def test_a_judgement_keeps_both_values() -> None:
    left = said(1, "Alan Barre", "commander", "BEL", "2020-01-01")
    right = said(2, "Alan Bare", "commander", "BEL", "2020-02-01")
    judged = PERSONS.judge(left, right)
    assert judged.verdict == "same"
    assert judged.rule == "person.same"
    assert {"name": ("Alan Barre", "Alan Bare")}.items() <= {f.name: (f.left, f.right) for f in judged.features}.items()


NAMES = ["Alan Barre", "Barre Alan", "Alain Barre", "Alan Bare", "Barre", "Phan Van Giang", "Giang", "Phan Văn Giang"]
told_ones = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(["defence_minister", "commander", "other", None]),
    st.sampled_from(["VNM", "BEL"]),
    st.sampled_from(["2019-03-01", "2021-09-11", "2022", None]),
)


@given(told_ones, told_ones)
def test_judging_is_symmetric(left: Any, right: Any) -> None:
    one, two = said(1, *left), said(2, *right)
    assert PERSONS.judge(one, two) == PERSONS.judge(two, one)


@given(st.lists(told_ones, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_order_does_not_matter(told: list[Any], chance: Any) -> None:
    items = [said(number, *one) for number, one in enumerate(told)]
    things = grouped(PERSONS, items)
    mixed = chance.sample(items, len(items))
    assert grouped(PERSONS, mixed) == things
    for thing in things:
        assert PERSONS.settle(thing) == PERSONS.settle(chance.sample(thing, len(thing)))


@given(told_ones, told_ones)
def test_twins_are_judged_the_same(left: Any, right: Any) -> None:
    one, two = said(1, *left), said(2, *right)
    if PERSONS.twin(one) == PERSONS.twin(two):
        assert PERSONS.keys(one) == PERSONS.keys(two)
        assert PERSONS.judge(one, two).verdict == "same" or one.slots["name"] in ("Barre", "Giang")


@given(told_ones, told_ones)
def test_what_is_the_same_shares_a_key(left: Any, right: Any) -> None:
    one, two = said(1, *left), said(2, *right)
    if PERSONS.judge(one, two).verdict == "same" and " " in one.slots["name"] and " " in two.slots["name"]:
        assert PERSONS.keys(one) & PERSONS.keys(two)


def test_blocking_keys_are_few() -> None:
    counts = [len(PERSONS.keys(said(number, name, "commander", "VNM", "2020"))) for number, name in enumerate(NAMES)]
    assert max(counts) <= 16
