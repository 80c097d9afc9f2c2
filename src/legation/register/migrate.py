"""Brings a register from the version that made it to the one of this program, one numbered file of SQL at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from legation.errors import RegisterTooNew

FOLDER = Path(__file__).parent / "migrations"


@lru_cache(maxsize=1)
def migrations() -> tuple[tuple[int, Path], ...]:
    """The number and the file of every migration, in order."""
    return tuple(sorted((int(path.name.partition("_")[0]), path) for path in FOLDER.glob("*.sql")))


def newest() -> int:
    """The version of the schema that this program knows."""
    return migrations()[-1][0]


def version_of(db: sqlite3.Connection) -> int:
    """The version of the schema that a database has: 0 for a new file."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: sqlite3.Connection, path: Path, *, upto: int | None = None) -> None:
    """Make the schema that of this program; each step is whole or not done. Raises RegisterTooNew."""
    version = version_of(db)
    if version > newest():
        problem = f"its schema is version {version}; this program knows {newest()}"
        raise RegisterTooNew(str(path), problem, "use the later version of Legation that made it")
    for number, file in migrations():
        if version_of(db) < number <= (upto or newest()):
            _step(db, number, file)


def _step(db: sqlite3.Connection, number: int, file: Path) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        if version_of(db) < number:  # else another process was faster
            for statement in statements(file.read_text(encoding="utf-8")):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number}")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: Python's own runner of scripts would commit before the first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
