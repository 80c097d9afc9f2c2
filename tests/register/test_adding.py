"""Reports are stored once, under every name, with every reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.model.report import Record
from legation.register.adding import Added, file_digest, known_file, store
from legation.register.resolving import resolve, unresolved
from legation.register.store import Register
from tests.register.material import AT, add, arrival, exported, made

MEETING = Record("meeting", "se sont vus", 10, 21, "test.meet", {"type": "talks", "parties": ("MAR", "PRT")})


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register.open(tmp_path / "r.db", create=True)


def test_a_report_is_stored_with_text_reading_and_records(register: Register) -> None:
    added = store(register, [arrival("Hier ils se sont vus.", MEETING, outlet="LUSA")], reader="1", at=AT)
    assert added == Added(new=1)
    assert register.rows("SELECT outlet, day FROM report") == [("LUSA", "2018-06-12")]
    assert register.rows("SELECT text FROM raw") == [("Hier ils se sont vus.",)]
    assert register.rows("SELECT reader, at FROM reading") == [("1", AT)]
    assert register.rows("SELECT kind, start, end, quote, rule, slots FROM record") == [
        ("meeting", 10, 21, "se sont vus", "test.meet", '{"type":"talks","parties":["MAR","PRT"]}')
    ]


def test_quotes_are_found_by_their_words_whatever_the_diacritics(register: Register) -> None:
    store(register, [arrival("Un accord a été signé à Hanoï.", Record("instrument", "a été signé à Hanoï", 10, 29, "t", {}))],
          reader="1", at=AT)  # fmt: skip
    assert register.value("SELECT count(*) FROM quotes WHERE quotes MATCH 'signe AND hanoi'") == 1


def test_the_same_text_is_one_report_under_all_its_names(register: Register) -> None:
    text = "Hier ils se sont vus."
    added = store(register, [arrival(text, file=name) for name in ("b.txt", "a.txt", "b.txt")], reader="1", at=AT)
    assert added == Added(new=1, known=2)
    assert register.rows("SELECT name FROM file ORDER BY name") == [("a.txt",), ("b.txt",)]


def test_a_known_file_is_told_by_its_bytes_and_its_new_name_noted(register: Register) -> None:
    store(register, [arrival("Hier.", file="a.txt")], reader="1", at=AT)
    assert known_file(register, "copy.txt", file_digest(b"Hier."))
    assert not known_file(register, "other.txt", file_digest(b"Demain."))
    assert register.value("SELECT count(*) FROM file") == 2


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_the_first_name_in_the_alphabet_is_exported_whichever_came_first(
    names: tuple[str, str], register: Register
) -> None:
    for name in names:
        add(register, [arrival("Hier ils se sont vus.", MEETING, file=name)])
    assert '"file": "a.txt"' in exported(register)
    assert "b.txt" not in exported(register)


def test_a_new_reading_takes_the_place_of_the_old_one_which_stays(register: Register) -> None:
    add(register, [arrival("Hier ils se sont vus.", MEETING)], reader="1")
    other = Record("meeting", "ils se sont vus", 5, 21, "test.meet", {"type": "talks", "parties": ("MAR", "PRT")})
    add(register, [arrival("Hier ils se sont vus.", other)], reader="2")
    assert '"start": 5' in exported(register)
    assert '"start": 10' not in exported(register)
    assert register.value("SELECT count(*) FROM record") == 2
    assert register.value("SELECT count(*) FROM report") == 1


def test_reading_again_what_is_read_again_gives_what_a_fresh_register_gives(tmp_path: Path, register: Register) -> None:
    add(register, made(16))
    shortened = [
        arrival(one.raw, *one.records[::2], file=one.file, day=one.head.date, outlet=one.head.agency)
        for one in made(16)
    ]
    add(register, shortened, reader="2")
    with Register.open(tmp_path / "fresh.db", create=True) as fresh:
        add(fresh, shortened)
        assert exported(register) == exported(fresh)
        assert register.value("SELECT count(*) FROM block") == fresh.value("SELECT count(*) FROM block")
        assert register.value("SELECT count(*) FROM judgement") == fresh.value("SELECT count(*) FROM judgement")


def test_what_another_version_resolved_is_resolved_anew(register: Register) -> None:
    add(register, made(12))
    before = exported(register)
    with register.writing():
        register.set("resolved by", "an older version")
        register.db.execute("DELETE FROM thing")
    resolve(register)
    assert exported(register) == before
    assert unresolved(register) == 0


def test_two_records_on_the_same_words_are_two(register: Register) -> None:
    other = Record("meeting", "se sont vus", 10, 21, "test.meet", {"type": "talks", "parties": ("FRA", "PRT")})
    add(register, [arrival("Hier ils se sont vus.", MEETING, other)])
    assert register.value("SELECT count(*) FROM thing WHERE kind = 'meeting'") == 2
