"""One rule for comparing names: no diacritics, no case, no punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ı": "i", "ß": "ss", "œ": "oe", "Œ": "oe", "æ": "ae",
     "Æ": "ae", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ə": "e", "’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"}
)  # fmt: skip
_WORDS = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """The text without diacritics and case (« Đà Nẵng » gives « da nang »); apostrophes and hyphens are made plain."""
    if text.isascii():
        return text.lower()
    split = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in split if not unicodedata.combining(char)).lower()


def words(name: str) -> tuple[str, ...]:
    """The folded words of a name in order; hyphens and apostrophes part words."""
    return tuple(_WORDS.findall(fold(name)))


@lru_cache(maxsize=8192)
def name_keys(name: str) -> tuple[str, ...]:
    """The keys that a person's name is found by: its words in alphabetical order, with hyphens parted, then joined.

    Single letters (initials) do not count where two words are left.
    """
    parted = _key(words(name))
    if "-" not in fold(name):
        return (parted,)
    joined = _key(words(fold(name).replace("-", "")))
    return (parted,) if joined == parted else (parted, joined)


def place_key(name: str) -> str:
    """The key that a place is found by: its folded letters only, so that « Ha Noi » and « Hanoi » are one."""
    return "".join(words(name))


def _key(parts: tuple[str, ...]) -> str:
    long = {part for part in parts if len(part) > 1}
    return " ".join(sorted(long if len(long) > 1 else set(parts)))
