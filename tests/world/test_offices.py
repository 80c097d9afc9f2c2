import pytest

from legation.world import family_terms, holder_on, holders, terms_of


@pytest.mark.parametrize(
    ("post", "state", "day", "person"),
    [
        ("defence_minister", "JPN", "2019-03-04", "Takeshi Iwaya"),
        ("defence_minister", "VNM", "2012-11-26", "Phùng Quang Thanh"),
        ("defence_minister", "FRA", "2015-06", "Jean-Yves Le Drian"),
        ("head_of_government", "JPN", "2020-09-16", "Yoshihide Suga"),
        ("head_of_state", "USA", "2018", "Donald Trump"),
        ("defence_minister", "JPN", "2018", None),
        ("defence_minister", "JPN", "1890-01-01", None),
        ("defence_minister", "ZZZ", "2018-01-01", None),
    ],
)
def test_holder_on_a_day(post: str, state: str, day: str, person: str | None) -> None:
    holder = holder_on(post, state, day)
    assert (holder.person if holder else None) == person


@pytest.mark.parametrize("name", ["Kihara Minoru", "Minoru Kihara", "MINORU KIHARA"])
def test_terms_are_found_by_name_in_any_order(name: str) -> None:
    assert ("defence_minister", "2023-09-13") in {(term.post, term.since) for term in terms_of(name)}


def test_terms_are_found_with_and_without_diacritics() -> None:
    assert terms_of("Ngô Xuân Lịch") == terms_of("Ngo Xuan Lich") != ()


def test_terms_come_in_order() -> None:
    terms = terms_of("Nguyen Phu Trong")
    assert [term.first for term in terms] == sorted(term.first for term in terms)
    assert {term.post for term in terms} >= {"head_of_state", "party_leader", "legislature_head"}


def test_nobody_is_found_by_a_strange_name() -> None:
    assert terms_of("Aristide Bonnefoy-Lambert") == ()


def test_a_bare_name_gives_all_who_bear_it() -> None:
    assert {term.person for term in family_terms("Kihara")} == {"Minoru Kihara"}
    assert {"Phan Văn Giang"} <= {term.person for term in family_terms("Giang")}


def test_loosely_a_shorter_name_is_found() -> None:
    assert terms_of("Ould Ghazouani Mohamed", loose=True) != ()


def test_holders_are_in_order() -> None:
    terms = holders("head_of_government", "JPN")
    assert [term.first for term in terms] == sorted(term.first for term in terms)
    assert terms[-1].last == "9999-12-31"
