import pytest

from legation.world import capital_of, donor_rank, place, places, state, state_of_capital, states


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Hanoi", "VNM", "capital"),
        ("Hanoï", "VNM", "capital"),
        ("Hà Nội", "VNM", "capital"),
        ("Pékin", "CHN", "capital"),
        ("Le Caire", "EGY", "capital"),
        ("Cam Ranh", "VNM", "base"),
        ("Hô Chi Minh-Ville", "VNM", "city"),
        ("Quang Tri", "VNM", "province"),
        ("Mers el-Kébir", "DZA", "base"),
        ("Adazi", "LVA", "base"),
        ("Brest", "FRA", "base"),
        ("mer de Chine méridionale", "INT", "sea"),
        ("Nouméa", "FRA", "city"),
    ],
)
def test_a_place_by_its_name(name: str, country: str, kind: str) -> None:
    found = place(name)
    assert found is not None
    assert (found.country, found.kind) == (country, kind)


def test_an_unknown_place_is_none() -> None:
    assert place("Xanadoublefontaine") is None
    assert places("Xanadoublefontaine") == ()


@pytest.mark.parametrize(("name", "iso"), [("Tokyo", "JPN"), ("Moscou", "RUS"), ("La Havane", "CUB"), ("Osaka", None)])
def test_the_state_of_a_capital(name: str, iso: str | None) -> None:
    assert state_of_capital(name) == iso


def test_every_state_has_a_name_and_most_a_capital() -> None:
    assert len(states()) > 195
    assert capital_of("VNM") == "Hanoi"
    assert capital_of("ASEAN") is None
    found = state("JPN")
    assert found is not None
    assert found.name == "Japan"


def test_every_capital_is_in_the_gazetteer() -> None:
    missing = [
        (one.iso, name)
        for one in states()
        if one.kind == "state"
        for name in one.capitals
        if all(found.country != one.iso for found in places(name))
    ]
    assert missing == []


def test_of_two_states_the_one_that_gives_more_often_ranks_higher() -> None:
    assert donor_rank("JPN") > donor_rank("IND") > donor_rank("KEN") == 0
