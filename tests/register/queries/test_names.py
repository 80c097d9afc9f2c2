"""Whom a name may mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.errors import WrongUse
from legation.register.queries import Queries
from legation.register.store import Register
from tests.register.material import add, filled
from tests.register.queries.material import reports


def found(queries: Queries, name: str, **options: str) -> list[str]:
    return [match.entry.slots["name"] for match in queries.named(name, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name", ["João Pereira", "pereira joao", "PEREIRA", "Pere", "Joao Periera", "le ministre Pereira", "M. Pereira"]
)
def test_a_person_is_found_by_any_spelling_order_part_slip_or_title(queries: Queries, name: str) -> None:
    assert found(queries, name) == ["João Pereira"]


@pytest.mark.parametrize("name", ["Đỗ Văn Minh", "Do Van Minh", "do van minh"])
def test_letters_that_are_no_accented_ones_are_folded_too(queries: Queries, name: str) -> None:
    assert found(queries, name) == ["Đỗ Văn Minh"]


def test_a_name_that_nobody_has_finds_nobody(queries: Queries) -> None:
    assert found(queries, "Zwicky") == []


def test_a_state_narrows_it(queries: Queries) -> None:
    assert found(queries, "Benali", country="MAR") == ["Karim Benali"]
    assert found(queries, "Benali", country="FRA") == []


def test_what_is_no_name_is_wrong_use(queries: Queries) -> None:
    with pytest.raises(WrongUse, match="no name"):
        queries.named("…")


def test_words_of_the_query_language_are_only_words(queries: Queries) -> None:
    assert found(queries, 'Pereira AND "') == ["João Pereira"]
    assert found(queries, "NEAR(") == []


def test_places_and_bodies_are_found_likewise(queries: Queries) -> None:
    assert [match.entry.kind for match in queries.named("rabat", kinds=("place", "body"))] == ["place"]


def test_names_follow_what_is_added_and_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    first, again, *_ = reports()
    filled(path, [again]).close()
    with Queries.open(path) as queries, Register.open(path) as register:
        assert found(queries, "Minh") == []
        add(register, [first])
        assert found(queries, "Minh") == ["Đỗ Văn Minh"]
        names, things = "SELECT count(*) FROM names", "SELECT count(*) FROM naming"
        assert register.value(names) == register.value(things)
        assert register.value("SELECT count(*) FROM names JOIN naming ON thing = names.rowid"
                              " WHERE names.name = naming.name") == register.value(things)  # fmt: skip


def test_the_latest_events_of_a_person(queries: Queries) -> None:
    (match,) = queries.named("Pereira")
    person = queries.person(match.entry)
    assert [(one.kind, one.day) for one in person.latest] == [("meeting", "2018-06-12"), ("visit", "2018-06-11")]
    assert [post["post"] for post in person.entry.slots["posts"]] == ["defence_minister"]
