"""Which program reads, and which resolves: what they make is made anew when another one comes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from legation import __version__

ROOT = Path(__file__).parents[1]
READING = ("codebook", "dating", "intake", "languages", "layout", "model", "pipeline.py", "reading", "repair", "world")
RESOLVING = ("codebook", "register", "world")
ASKING = "register/queries/"  # reads what resolving made, and changes nothing of it


@lru_cache(maxsize=1)
def reader_version() -> str:
    """What reads: the version of this program and a digest of all that reading depends on."""
    return f"{__version__}+{_digest(READING)}"


@lru_cache(maxsize=1)
def resolver_version() -> str:
    """What resolves: the version of this program and a digest of all that resolving depends on."""
    return f"{__version__}+{_digest(RESOLVING)}"


def _digest(rooms: Iterable[str]) -> str:
    digest = hashlib.blake2b(digest_size=4)
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*")) if (ROOT / room).is_dir() else [ROOT / room]:
            name = path.relative_to(ROOT).as_posix()
            if path.suffix in (".py", ".yaml", ".json", ".sql") and not name.startswith(ASKING):
                digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
