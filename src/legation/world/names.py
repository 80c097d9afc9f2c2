"""One rule for comparing names: no diacritics, no case, no punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ı": "i", "ß": "ss", "œ": "oe", "Œ": "oe", "æ": "ae",
     "Æ": "ae", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ə": "e", "’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"}
)  # fmt: skip
_PARTICLES = frozenset("al el as ar an ben bin ibn bint ould wuld de da do dos van von der jr sr".split())  # noqa: SIM905
_SERVANT = re.compile(r"\babd(?:[aeou]l|oul|u)?[ -]?(?:[ae]l?[- ])?(?=[a-z]{3})")  # Abdul X, Abd al-X, Abdelx
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"t?s?ch|sh|tj", "s"), (r"dzh|dj|zh|j", "j"), (r"kh|ck|q|c(?=[aou])", "k"), (r"gh|gu(?=[ei])", "g"),
        (r"ph|v", "f"), (r"ou|oo|w(?![aeiou])", "u"), (r"w", "u"), (r"ee|ij|iy|yi|ie|y", "i"), (r"ei|ai|ae", "e"),
        (r"(.)\1+", r"\1"), (r"(?<=.)h", ""), (r"(?<=..)e$", ""),
    )
)  # fmt: skip
_WORDS = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=16384)
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


@lru_cache(maxsize=8192)
def sound_key(name: str) -> str:
    """A key that romanisations of one name share (« Choïgou », "Shoygu"); particles (« ben », « al- ») do not count."""
    parts = [part for part in words(_SERVANT.sub("abdel", fold(name))) if part not in _PARTICLES and len(part) > 1]
    return " ".join(sorted({_sound(part) for part in parts}))


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def place_key(name: str) -> str:
    """The key that a place is found by: its folded letters only, so that « Ha Noi » and « Hanoi » are one."""
    return "".join(words(name))


def _key(parts: tuple[str, ...]) -> str:
    long = {part for part in parts if len(part) > 1}
    return " ".join(sorted(long if len(long) > 1 else set(parts)))
