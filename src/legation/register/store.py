"""The register's file: opened, checked, locked for writing, one transaction at a time.

One SQLite file in WAL mode: any number of readers work beside one writer. What is committed stays, whatever kills the
process; what is not was never there.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from legation.errors import NoRegister, RegisterBusy, RegisterError
from legation.register.migrate import migrate, version_of

DEFAULT = Path("legation.db")
APPLICATION = 0x4C454741  # "LEGA", in the header of the file
PATIENCE = 60.0  # seconds to wait for another writer
CACHE = 96_000  # kB of pages held in memory
BIG_LOG = 64_000_000  # bytes to which the write-ahead log is cut back


class Register:
    """An open register. `db` is its connection; everything written goes through `writing`."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self.db, self.path = db, path

    @classmethod
    def open(cls, path: Path = DEFAULT, *, create: bool = False, read_only: bool = False) -> Register:
        """The register in a file, brought to this program's schema.

        Raises NoRegister if the file is not there (and not to be created) or no register, RegisterTooNew if a later
        version made it, RegisterBusy if another process is migrating it and does not finish.
        """
        if not path.is_file() and not create:
            raise NoRegister(str(path), "no such register", "make one with `legation add PATH… --register FILE`")
        if not path.parent.is_dir():
            raise NoRegister(str(path), f"no such folder {path.parent}", "make the folder first")
        with _told(path):
            db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            try:
                _prepare(db, path)
            except BaseException:
                db.close()
                raise
            if read_only:
                db.execute("PRAGMA query_only = 1")
        return cls(db, path)

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction that writes: committed whole at the end, or undone. Raises RegisterBusy."""
        with _told(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
            except BaseException:
                self.db.execute("ROLLBACK")
                raise
            self.db.execute("COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """One transaction that only reads: all of it sees the register as it was at its first look."""
        self.db.execute("BEGIN")
        try:
            yield self.db
        finally:
            self.db.execute("COMMIT")

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return self.db.execute(query, values).fetchall()

    def value(self, query: str, *values: Any) -> Any:
        """The first value of the first row of a query, None where there is none."""
        row = self.db.execute(query, values).fetchone()
        return row[0] if row else None

    def next_id(self, table: str) -> int:
        """The id that the next row of a table may take; ask within a transaction that writes."""
        return int(self.value(f"SELECT coalesce(max(id), 0) + 1 FROM {table}"))

    def setting(self, name: str) -> str | None:
        """What was noted under a name."""
        value = self.value("SELECT value FROM setting WHERE name = ?", name)
        return None if value is None else str(value)

    def set(self, name: str, value: str) -> None:
        """Note a value under a name, within a transaction that writes."""
        self.db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))


def numbers(values: Sequence[int]) -> str:
    """Whole numbers as the JSON that `json_each` takes, to ask for many rows at once."""
    return "[" + ",".join(map(str, values)) + "]"


def digest(text: str, size: int) -> bytes:
    """A digest of a text, of so many bytes."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()


def number(text: str) -> int:
    """A digest of a text as a whole number of 64 bits, as SQLite keeps them."""
    return int.from_bytes(digest(text, 8), "big", signed=True)


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    application = int(db.execute("PRAGMA application_id").fetchone()[0])
    blank = version_of(db) == 0 and db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if not blank and application != APPLICATION:
        raise NoRegister(str(path), "a database, but no register", "give another file")
    if blank:
        db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA foreign_keys = 1")
    db.execute(f"PRAGMA cache_size = -{CACHE}")
    db.execute(f"PRAGMA journal_size_limit = {BIG_LOG}")
    db.execute("PRAGMA temp_store = MEMORY")
    migrate(db, path)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """SQLite's errors in this program's words, where they say what the user can do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise RegisterBusy(str(path), "another program is writing in it", "try again when it is done") from error
        if "full" in str(error) or "disk I/O" in str(error):
            raise RegisterError(
                str(path), f"cannot be written: {error}", "make room on the disk; nothing is lost"
            ) from error
        if "unable to open" in str(error) or "readonly" in str(error):
            raise NoRegister(str(path), "cannot be opened or written", "check permissions and disk") from error
        raise
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            raise NoRegister(str(path), "not a register, nor any SQLite database", "give another file") from error
        if "malformed" in str(error):
            raise NoRegister(
                str(path), "the file is damaged", "take a backup of it, or add the reports anew"
            ) from error
        raise
