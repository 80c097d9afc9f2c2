import pytest

from legation.world import (
    all_foundings,
    all_series,
    anniversary,
    anniversary_of,
    edition,
    edition_in,
    events,
    events_named,
    series,
    ties,
)


@pytest.mark.parametrize(
    ("ident", "number", "date"),
    [
        ("vnm-jpn-dialogue", 9, "2023-03-13"),
        ("admm", 17, "2023-11-15"),
        ("admm-plus", 1, "2010-10-12"),
        ("shangri-la", 22, "2025-05-30"),
        ("cobra-gold", 38, "2019-02"),
        ("asean-summit", 36, "2020-06-26"),
        ("dakar-forum", 6, "2019-11-18"),
    ],
)
def test_an_edition_by_its_number(ident: str, number: int, date: str) -> None:
    found = edition(ident, number)
    assert found is not None
    assert (found.date, found.series, found.number) == (date, ident, number)


def test_an_unknown_edition_is_none() -> None:
    assert edition("admm", 99) is None
    assert edition("no-such-series", 1) is None


def test_a_series_is_found_by_name_and_parties() -> None:
    name = "Dialogue sur la politique de défense"
    assert series(name) is None
    found = series(name, frozenset({"VNM", "JPN"}))
    assert found is not None
    assert found.id == "vnm-jpn-dialogue"


def test_an_edition_by_its_year() -> None:
    assert [event.number for event in edition_in("admm", 2019)] == [13]


def test_an_event_by_its_name() -> None:
    assert events_named("Chute de Goma par le M23 en 1888") == ()
    assert any(event.date.startswith("2011-03-11") for event in events(kind="disaster", state="JPN"))


def test_events_within_dates() -> None:
    found = events(state="VNM", kind="visit", since="2013", until="2013-12-31")
    assert found
    assert all(event.date.startswith("2013") for event in found)


def test_anniversaries_are_counted_from_ties() -> None:
    fiftieth = anniversary(["JPN", "VNM"], 50)
    assert fiftieth is not None
    assert fiftieth.date == "2023-09-21"
    assert anniversary(["JPN", "ZZZ"], 50) is None


def test_ties_between_two_states() -> None:
    labels = [tie.label for tie in ties(frozenset({"VNM", "JPN"}))]
    assert labels[0] == "diplomatic_relations"
    assert "extensive_strategic_partnership" in labels


def test_numbers_rise_with_dates() -> None:
    for one in all_series():
        numbers = [event.number for event in one.editions if event.number]
        assert numbers == sorted(numbers), one.id
        assert len(numbers) == len(set(numbers)), one.id


@pytest.mark.parametrize(
    ("name", "number", "date"),
    [
        ("Armée populaire du Vietnam", 75, "2019-12-22"),
        ("ASEAN", 50, "2017-08-08"),
        ("Débarquement", 80, "2024-06-06"),
        ("Marche verte", 40, "2015-11-06"),
    ],
)
def test_anniversaries_are_counted_from_foundings(name: str, number: int, date: str) -> None:
    found = anniversary_of(name, number)
    assert found is not None
    assert found.date == date


def test_the_anniversary_of_something_unknown_is_none() -> None:
    assert anniversary_of("Confrérie des chevaliers du taste-fromage", 10) is None


def test_names_of_foundings_mean_one_thing() -> None:
    names = [spelling for one in all_foundings() for spelling in one.spellings.get("fr", ())]
    assert sorted({name for name in names if names.count(name) > 1}) == []
