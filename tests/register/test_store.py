"""The register's file: made, brought up to date, refused where it is something else."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from legation.errors import NoRegister, RegisterBusy, RegisterTooNew
from legation.register import store
from legation.register.migrate import migrate, migrations, newest, statements, version_of
from legation.register.store import Register


def test_a_new_register_is_of_the_newest_version(tmp_path: Path) -> None:
    with Register.open(tmp_path / "r.db", create=True) as register:
        assert version_of(register.db) == newest()
        assert register.value("PRAGMA journal_mode") == "wal"
        assert register.value("PRAGMA foreign_keys") == 1


def test_a_register_that_is_not_there_is_not_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(NoRegister, match="legation add"):
        Register.open(tmp_path / "r.db")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoRegister, match="no such folder"):
        Register.open(tmp_path / "no" / "r.db", create=True)


@pytest.mark.parametrize("content", [b"not a database at all, but quite long" * 40, b"\x00" * 5000])
def test_a_file_that_is_no_database_is_refused_and_left_alone(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(NoRegister):
        Register.open(path, create=True)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE shopping (list TEXT)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(NoRegister, match="no register"):
        Register.open(path)
    assert path.read_bytes() == before


def test_a_register_of_a_later_version_is_refused(tmp_path: Path) -> None:
    with Register.open(tmp_path / "r.db", create=True) as register:
        register.db.execute(f"PRAGMA user_version = {newest() + 1}")
    with pytest.raises(RegisterTooNew, match=f"version {newest() + 1}"):
        Register.open(tmp_path / "r.db")


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [number for number, _ in migrations()] == list(range(1, newest() + 1))


@pytest.mark.parametrize("start", range(1, newest() + 1))
def test_every_earlier_version_is_brought_up_to_the_newest(start: int, tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / "old.db", isolation_level=None)
    migrate(old, tmp_path / "old.db", upto=start)
    assert version_of(old) == start
    migrate(old, tmp_path / "old.db")
    with Register.open(tmp_path / "new.db", create=True) as register:
        schema = "SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
        assert old.execute(schema).fetchall() == register.rows(schema)
    old.close()


def test_a_migration_that_fails_leaves_the_version_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / f"{newest() + 1:03}_broken.sql"
    broken.write_text("CREATE TABLE fine (a);\nCREATE TABLE fine (a);\n")
    every = (*migrations(), (newest() + 1, broken))
    monkeypatch.setattr("legation.register.migrate.migrations", lambda: every)
    db = sqlite3.connect(tmp_path / "r.db", isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(db, tmp_path / "r.db")
    assert version_of(db) == newest() - 1
    assert db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'fine'").fetchone() == (0,)
    db.close()


def test_a_script_is_cut_into_statements() -> None:
    script = "-- a word; more\nCREATE TABLE a (b TEXT DEFAULT ';');\n\nCREATE TABLE c (d);\n"
    assert [one.splitlines()[-1] for one in statements(script)] == [
        "CREATE TABLE a (b TEXT DEFAULT ';');", "CREATE TABLE c (d);",
    ]  # fmt: skip


def test_a_transaction_that_fails_is_undone(tmp_path: Path) -> None:
    with Register.open(tmp_path / "r.db", create=True) as register:
        with pytest.raises(ZeroDivisionError), register.writing():
            register.set("a", "b")
            raise ZeroDivisionError
        assert register.setting("a") is None


def test_a_writer_that_waits_too_long_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.05)
    with (
        Register.open(tmp_path / "r.db", create=True) as one,
        Register.open(tmp_path / "r.db") as other,
        one.writing(),
        pytest.raises(RegisterBusy, match="another program"),
        other.writing(),
    ):
        pass


def test_a_register_opened_to_read_cannot_be_written(tmp_path: Path) -> None:
    Register.open(tmp_path / "r.db", create=True).close()
    with (
        Register.open(tmp_path / "r.db", read_only=True) as register,
        pytest.raises(NoRegister, match="written"),
        register.writing(),
    ):
        register.set("a", "b")
