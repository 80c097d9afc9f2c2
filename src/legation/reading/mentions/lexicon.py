"""Finds every word and phrase of the lexicons in one pass, whatever their case and accents.

Texts and keys are folded one character to one character, so that an offset in the folded text is one in the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ahocorasick

EXTRA = {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "’": "'", "ʼ": "'", "`": "'", "‑": "-", "‐": "-", "–": "-"}


class _Folding(dict[int, int | str]):
    """Maps a character to its folded form when it is first asked for."""

    def __missing__(self, code: int) -> int | str:
        char = chr(code)
        lower = char.lower()[:1] or char
        base = EXTRA.get(lower) or unicodedata.normalize("NFD", lower)[:1]
        folded = " " if base.isspace() else EXTRA.get(base, base)
        self[code] = folded
        return folded


@lru_cache(maxsize=1)
def _folding() -> _Folding:
    return _Folding()


def fold(text: str) -> str:
    """The text in lower case without accents, with plain apostrophes, hyphens and blanks; as long as the text."""
    return text.translate(_folding())


@dataclass(frozen=True, slots=True)
class Hit:
    """text[start:end] is an entry of a lexicon: `label` names the lexicon, `value` what it says of the entry."""

    start: int
    end: int
    label: str
    value: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of a lexicon. `case`: any; cap (capital initial); lower (small initial); exact (as written)."""

    phrase: str
    label: str
    value: Any
    case: str = "any"


class Lexicon:
    """An automaton over the folded phrases of many lexicons."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_key: dict[str, list[Entry]] = {}
        for entry in entries:
            by_key.setdefault(fold(entry.phrase), []).append(entry)
        self._automaton = ahocorasick.Automaton()
        for key, group in by_key.items():
            self._automaton.add_word(key, (len(key), tuple(group)))
        self._automaton.make_automaton()

    def scan(self, text: str, start: int, end: int) -> Scan:
        """All entries in text[start:end] that are whole words."""
        folded = fold(text[start:end])
        hits: list[Hit] = []
        size = end - start
        for last, (length, group) in self._automaton.iter(folded):
            begin = last + 1 - length
            if begin and folded[begin - 1].isalnum() and folded[begin].isalnum():
                continue
            if last + 1 < size and folded[last + 1].isalnum() and folded[last].isalnum():
                continue
            for entry in group:
                if entry.case == "any" or _case(entry, text, start + begin, start + last + 1):
                    hits.append(Hit(start + begin, start + last + 1, entry.label, entry.value))
        return Scan(text, folded, start, end, hits)


def _case(entry: Entry, text: str, start: int, end: int) -> bool:
    if entry.case == "cap":
        return text[start].isupper()
    if entry.case == "lower":
        return text[start].islower() or text[start:end].isupper()
    return text[start:end].replace("’", "'") == entry.phrase


class Scan:
    """What the lexicons found in text[start:end], looked up by where it starts or ends."""

    __slots__ = ("_ending", "_labels", "_starting", "end", "folded", "hits", "start", "text")

    def __init__(self, text: str, folded: str, start: int, end: int, hits: list[Hit]) -> None:
        self.text, self.folded, self.start, self.end, self.hits = text, folded, start, end, hits
        self._starting: dict[tuple[int, str], Hit] = {}
        self._ending: dict[tuple[int, str], Hit] = {}
        self._labels: dict[str, list[Hit]] = {}
        for hit in hits:
            key = (hit.start, hit.label)
            if key not in self._starting or self._starting[key].end < hit.end:
                self._starting[key] = hit
            key = (hit.end, hit.label)
            if key not in self._ending or self._ending[key].start > hit.start:
                self._ending[key] = hit
            self._labels.setdefault(hit.label, []).append(hit)

    def at(self, position: int, *labels: str) -> Hit | None:
        """The longest entry of these lexicons that starts here."""
        best = None
        for label in labels:
            hit = self._starting.get((position, label))
            if hit and (best is None or hit.end > best.end):
                best = hit
        return best

    def ending(self, position: int, *labels: str) -> Hit | None:
        """The longest entry of these lexicons that ends here."""
        best = None
        for label in labels:
            hit = self._ending.get((position, label))
            if hit and (best is None or hit.start < best.start):
                best = hit
        return best

    def all(self, label: str) -> list[Hit]:
        """Every entry of a lexicon, overlapping ones too, by where it ends."""
        return self._labels.get(label, [])

    def longest(self, label: str) -> list[Hit]:
        """The entries of a lexicon that no longer entry of the same covers, in order."""
        kept: list[Hit] = []
        for hit in sorted(self.all(label), key=lambda hit: (hit.start, -hit.end)):
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        return kept

    def char(self, position: int) -> str:
        """The folded character here, or an empty string outside of the span."""
        inside = position - self.start
        return self.folded[inside] if 0 <= inside < len(self.folded) else ""

    def part(self, start: int, end: int) -> str:
        """The folded text between two offsets."""
        return self.folded[max(start - self.start, 0) : max(end - self.start, 0)]

    def skip(self, position: int) -> int:
        """The offset of the next character that is no blank."""
        inside, size = position - self.start, len(self.folded)
        while inside < size and self.folded[inside] == " ":
            inside += 1
        return inside + self.start

    def back(self, position: int) -> int:
        """The offset after the last character before here that is no blank."""
        inside = position - self.start
        while inside > 0 and self.folded[inside - 1] == " ":
            inside -= 1
        return inside + self.start

    def word_end(self, position: int) -> int:
        """The end of the word that starts here, inner hyphens and apostrophes included."""
        inside, size = position - self.start, len(self.folded)
        while inside < size and (self.folded[inside].isalnum() or self._joins(inside, size)):
            inside += 1
        return inside + self.start

    def _joins(self, inside: int, size: int) -> bool:
        return self.folded[inside] in "-'" and inside + 1 < size and self.folded[inside + 1].isalnum() and inside > 0


def forms(groups: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """(word, gender and number) of a table with the keys ms, fs, mp, fp."""
    for key in ("ms", "fs", "mp", "fp"):
        for word in groups.get(key) or ():
            yield word, key
