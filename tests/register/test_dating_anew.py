"""Undated reports of a register are dated by its dated ones, whatever came first."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from legation.model.report import Record, ReportHead
from legation.register.adding import Arrival, file_digest, store
from legation.register.copies import minhash
from legation.register.resolving import resolve
from legation.register.store import Register

PEOPLE = ("Phan Van Giang", "Nobuo Kishi")
AT = "2024-05-01T12:00:00Z"


def told(name: str, day: str | None, *, date: str | None = None, place: str = "Hanoi") -> Arrival:
    """A report of a meeting, as if it had been read."""
    text = f"{name}: Le ministre Giang a reçu M. Kishi ; {name} en dit plus que d'autres. {hash_words(name)}"
    slots = {"type": "talks", "parties": ("JPN", "VNM"), "persons": PEOPLE, "place": place}
    if date:
        slots["date"] = date
    records = (Record("meeting", text[:10], 0, 10, "test", slots),)
    head = ReportHead(day, "stated" if day else None, None, None, name, "fr")
    return Arrival(f"{name}.txt", file_digest(text.encode()), text, head, records, minhash(text))


def hash_words(name: str) -> str:
    """Words that keep reports from being copies of each other."""
    return " ".join(f"{name}{number}{name[::-1]}" for number in range(40))


DATED = told("Alpha", "2021-09-12", date="2021-09-11")
UNDATED = told("Beta", None)
OTHER = told("Gamma", "2022-05-03", date="2022-05-03")


def add(register: Register, *arrivals: Arrival) -> None:
    store(register, arrivals, reader="1", at=AT)
    resolve(register)


def dates(register: Register) -> dict[str, tuple[str | None, str | None]]:
    return {name: (day, basis) for name, day, basis in register.rows("SELECT outlet, day, basis FROM report")}


@pytest.mark.parametrize("order", list(permutations([DATED, UNDATED])))
@pytest.mark.parametrize("together", [True, False])
def test_the_order_of_adding_does_not_matter(tmp_path: Path, order: tuple[Arrival, ...], together: bool) -> None:
    with Register.open(tmp_path / "a.db", create=True) as register:
        for batch in [order] if together else [[one] for one in order]:
            add(register, *batch)
        assert dates(register)["Beta"] == ("2021-09-11", "register")
        because = register.value("SELECT because FROM report WHERE outlet = 'Beta'")
        assert because == "2021-09-11: 1 dated report tells the same meeting (Nobuo Kishi, Phan Van Giang)"
        assert register.value("SELECT told FROM thing WHERE kind = 'meeting'") == 2


def test_a_second_meeting_takes_the_date_back(tmp_path: Path) -> None:
    with Register.open(tmp_path / "a.db", create=True) as register:
        add(register, DATED, UNDATED)
        add(register, OTHER)
        assert dates(register)["Beta"] == (None, None)
        assert register.value("SELECT count(*) FROM thing WHERE kind = 'meeting'") == 3


def test_what_was_dated_here_is_no_evidence(tmp_path: Path) -> None:
    with Register.open(tmp_path / "a.db", create=True) as register:
        add(register, DATED, UNDATED, told("Delta", None))
        because = {b for (b,) in register.rows("SELECT because FROM report WHERE basis = 'register'")}
        assert because == {"2021-09-11: 1 dated report tells the same meeting (Nobuo Kishi, Phan Van Giang)"}
