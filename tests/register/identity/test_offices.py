"""One person in one post of one state is one thing, however often it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.model.report import Record
from legation.register.store import Register
from tests.register.material import add, arrival


def office(number: int, person: str, post: str = "ambassador", country: str = "PRT", day: str | None = None) -> object:
    text = f"Dépêche {number} : {person} était là."
    record = Record("office", person, text.index(person), text.index(person) + len(person), "test.post",
                    {"person": person, "post": post, "country": country})  # fmt: skip
    return arrival(text, record, file=f"{number}.txt", day=day or f"2018-06-{number:02}")


def things(path: Path, *reports: object) -> list[tuple[str, int]]:
    with Register.open(path / "r.db", create=True) as register:
        add(register, reports)  # type: ignore[arg-type]
        return register.rows("SELECT slots ->> '$.person', told FROM thing WHERE kind = 'office' ORDER BY 1")  # type: ignore[return-value]


@pytest.mark.parametrize("other", ["Joao Quiroga Tavares", "QUIROGA TAVARES João", "João Quirogo Tavares"])
def test_spellings_of_one_holder_are_one_thing(other: str, tmp_path: Path) -> None:
    ((_, told),) = things(tmp_path, office(1, "João Quiroga Tavares"), office(2, other))
    assert told == 2


@pytest.mark.parametrize(
    ("post", "country", "person"),
    [("commander", "PRT", "Ana Quiroga"), ("ambassador", "ESP", "Ana Quiroga"), ("ambassador", "PRT", "Rui Lindgren")],
)
def test_another_post_state_or_person_is_another_thing(post: str, country: str, person: str, tmp_path: Path) -> None:
    assert len(things(tmp_path, office(1, "Ana Quiroga"), office(2, person, post, country))) == 2


def test_first_and_last_day_seen_are_told(tmp_path: Path) -> None:
    with Register.open(tmp_path / "r.db", create=True) as register:
        add(register, [office(3, "Ana Quiroga"), office(1, "Ana Quiroga"), office(2, "Ana Quiroga")])  # type: ignore[list-item]
        ((first, last),) = register.rows(
            "SELECT slots ->> '$.first', slots ->> '$.last' FROM thing WHERE kind = 'office'"
        )
    assert (first, last) == ("2018-06-01", "2018-06-03")
