"""Finds every word and phrase of the lexicons in one pass, whatever their case and accents.

Texts and keys are folded one character to one character, so that an offset in the folded text is one in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import ahocorasick

from legation.reading.letters import lowered

EXTRA = {
    "đ": "d",
    "ð": "d",
    "ø": "o",
    "ł": "l",
    "ı": "i",
    "’": "'",
    "ʼ": "'",
    "`": "'",
    "‑": "-",
    "‐": "-",
    "–": "-",
    "—": "-",
}

UNUSUAL = re.compile(r"[^ !-_a-~]")  # what has another form; capitals are made small before


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
    plain, folding = lowered(text), _folding()
    for char in set(UNUSUAL.findall(plain)):
        plain = plain.replace(char, str(folding[ord(char)]))
    return plain


class Hit(NamedTuple):
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


SHORT = 2
EDGE = 3
WORD = re.compile(r"\w+'?")


class Lexicon:
    """An automaton over the folded phrases of many lexicons; the shortest words, which lie in every other, apart.

    The lexicons named in `asked` are not searched for: their words are looked up where a finder asks for them;
    `asked_among` gives those of some labels.
    """

    def __init__(self, entries: Iterable[Entry], asked: frozenset[str] = frozenset()) -> None:
        by_key: dict[str, list[Entry]] = {}
        self._asked: dict[str, dict[str, Any]] = {label: {} for label in asked}
        for entry in entries:
            if entry.label in asked:
                self._asked[entry.label][fold(entry.phrase)] = entry.value
            else:
                by_key.setdefault(fold(entry.phrase), []).append(entry)
        self._starts = {label: _lengths_by(words, slice(None, EDGE)) for label, words in self._asked.items()}
        self._ends = {label: _lengths_by(words, slice(-EDGE, None)) for label, words in self._asked.items()}
        groups = {key: _group(some) for key, some in by_key.items()}
        self._short = {key: group for key, group in groups.items() if len(key) <= SHORT and WORD.fullmatch(key)}
        self._shorts = _alternation(self._short)
        self._automaton = ahocorasick.Automaton()
        for key, group in groups.items():
            if key not in self._short:
                self._automaton.add_word(key, (len(key), group))
        self._automaton.make_automaton()
        self.asked_among = _Among(asked)

    def scan(self, text: str, start: int, end: int) -> Scan:
        """All entries in text[start:end] that are whole words."""
        folded = fold(text[start:end])
        hits: list[Hit] = []
        for last, (length, group) in self._automaton.iter(folded):
            stop = last + 1
            if _whole(folded, stop - length, stop):
                _add(hits, group, text, start + stop - length, start + stop)
        for match in self._shorts.finditer(folded):
            _add(hits, self._short[match.group()], text, start + match.start(), start + match.end())
        return Scan(text, folded, start, end, hits, self)

    def ask(self, folded: str, inside: int, label: str, *, ending: bool) -> tuple[int, int, Any] | None:
        """(start, end, value) of the longest word of a lexicon that starts (or ends) here in a folded text."""
        words = self._asked[label]
        if ending:
            lengths = self._ends[label].get(folded[max(inside - EDGE, 0) : inside], ())
        else:
            lengths = self._starts[label].get(folded[inside : inside + EDGE], ())
        for length in lengths:
            begin, stop = (inside - length, inside) if ending else (inside, inside + length)
            if begin < 0 or (value := words.get(folded[begin:stop], self)) is self:
                continue
            if _whole(folded, begin, stop):
                return begin, stop, value
        return None


Group = tuple[tuple[tuple[str, Any], ...], tuple[Entry, ...]]


def _group(entries: Sequence[Entry]) -> Group:
    """The entries of one key: (label, value) of those in any case, then those that mind it."""
    free = tuple((entry.label, entry.value) for entry in entries if entry.case == "any")
    return free, tuple(entry for entry in entries if entry.case != "any")


def _add(hits: list[Hit], group: Group, text: str, start: int, end: int) -> None:
    for label, value in group[0]:
        hits.append(Hit(start, end, label, value))
    for entry in group[1]:
        if _case(entry, text, start, end):
            hits.append(Hit(start, end, entry.label, entry.value))


def _alternation(words: Iterable[str]) -> re.Pattern[str]:
    """The words where they stand whole; one that ends in an apostrophe whatever follows."""
    whole = "|".join(sorted((re.escape(word) for word in words if word[-1] != "'"), reverse=True))
    elided = "|".join(sorted((re.escape(word) for word in words if word[-1] == "'"), reverse=True))
    return re.compile(rf"(?<!\w)(?:{elided or '(?!)'}|(?:{whole or '(?!)'})(?!\w))")


def _lengths_by(words: Iterable[str], edge: slice) -> dict[str, tuple[int, ...]]:
    """The lengths of words, longest first, by the characters at one end; of short words, with all that may follow."""
    found: dict[str, set[int]] = {}
    short = {len(word) for word in words if len(word) < EDGE}
    for word in words:
        found.setdefault(word[edge], set()).add(len(word))
    if short:
        return _Lengths({key: tuple(sorted(some | short, reverse=True)) for key, some in found.items()}, short)
    return {key: tuple(sorted(some, reverse=True)) for key, some in found.items()}


class _Among(dict[tuple[str, ...], tuple[str, ...]]):
    """Which of some labels are of lexicons that are asked, told when these labels are first looked for together."""

    def __init__(self, asked: frozenset[str]) -> None:
        super().__init__()
        self._asked = asked

    def __missing__(self, labels: tuple[str, ...]) -> tuple[str, ...]:
        self[labels] = found = tuple(label for label in labels if label in self._asked)
        return found


class _Lengths(dict[str, tuple[int, ...]]):
    """Lengths by edge, with those of the short words where no edge is known."""

    def __init__(self, known: dict[str, tuple[int, ...]], short: set[int]) -> None:
        super().__init__(known)
        self._short = tuple(sorted(short, reverse=True))

    def get(self, key: str, default: object = ()) -> tuple[int, ...]:
        """The lengths of this edge."""
        return super().get(key, self._short)


def _whole(folded: str, begin: int, stop: int) -> bool:
    """Whether no word goes on over either edge of folded[begin:stop]."""
    if begin and folded[begin - 1].isalnum() and folded[begin].isalnum():
        return False
    return stop >= len(folded) or not (folded[stop].isalnum() and folded[stop - 1].isalnum())


def _case(entry: Entry, text: str, start: int, end: int) -> bool:
    if entry.case == "cap":
        return text[start].isupper()
    if entry.case == "lower":
        return text[start].islower() or text[start:end].isupper()
    return text[start:end].replace("’", "'") == entry.phrase


def _first(hit: Hit, other: Hit, labels: tuple[str, ...]) -> bool:
    return labels.index(hit[2]) < labels.index(other[2])


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit[0], -hit[1]


class Scan:
    """What the lexicons found in text[start:end], looked up by where it starts or ends."""

    __slots__ = ("_ending", "_labels", "_lexicon", "_starting", "end", "folded", "hits", "start", "text")

    def __init__(self, text: str, folded: str, start: int, end: int, hits: list[Hit], lexicon: Lexicon) -> None:
        self.text, self.folded, self.start, self.end, self.hits = text, folded, start, end, hits
        self._lexicon = lexicon
        self._starting: dict[int, list[Hit]] = defaultdict(list)
        self._ending: dict[int, list[Hit]] = defaultdict(list)
        self._labels: dict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            self._starting[hit[0]].append(hit)
            self._ending[hit[1]].append(hit)
            self._labels[hit[2]].append(hit)

    def at(self, position: int, *labels: str) -> Hit | None:
        """The longest entry of these lexicons that starts here; of several as long, that of the label named first."""
        best: Hit | None = None
        for hit in self._starting.get(position, ()):
            if hit[2] not in labels:
                continue
            if best is None or hit[1] > best[1] or (hit[1] == best[1] and _first(hit, best, labels)):
                best = hit
        for label in self._lexicon.asked_among[labels]:
            told = self._ask(position, label, ending=False)
            if told and (best is None or told[1] > best[1]):
                best = told
        return best

    def ending(self, position: int, *labels: str) -> Hit | None:
        """The longest entry of these lexicons that ends here; of several as long, that of the label named first."""
        best: Hit | None = None
        for hit in self._ending.get(position, ()):
            if hit[2] not in labels:
                continue
            if best is None or hit[0] < best[0] or (hit[0] == best[0] and _first(hit, best, labels)):
                best = hit
        for label in self._lexicon.asked_among[labels]:
            told = self._ask(position, label, ending=True)
            if told and (best is None or told[0] < best[0]):
                best = told
        return best

    def _ask(self, position: int, label: str, *, ending: bool) -> Hit | None:
        told = self._lexicon.ask(self.folded, position - self.start, label, ending=ending)
        return Hit(told[0] + self.start, told[1] + self.start, label, told[2]) if told else None

    def all(self, label: str) -> list[Hit]:
        """Every entry of a lexicon, overlapping ones too, by where it ends."""
        return self._labels.get(label, [])

    def longest(self, label: str) -> list[Hit]:
        """The entries of a lexicon that no longer entry of the same covers, in order."""
        kept: list[Hit] = []
        found = self._labels.get(label)
        if not found:
            return kept
        for hit in sorted(found, key=_longest_first) if len(found) > 1 else found:
            if not kept or hit[0] >= kept[-1][1]:
                kept.append(hit)
        return kept

    def char(self, position: int) -> str:
        """The folded character here, or an empty string outside of the span."""
        inside = position - self.start
        return self.folded[inside : inside + 1] if inside >= 0 else ""

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

    def pause(self, position: int) -> int | None:
        """The end of the comma or lone dash that stands here, or None."""
        sign = self.char(position)
        lone = sign == "-" and self.char(position - 1) == self.char(position + 1) == " "
        return position + 1 if sign == "," or lone else None

    def pause_before(self, position: int) -> int | None:
        """The start of the comma or lone dash that ends here, or None."""
        return position - 1 if self.pause(position - 1) else None

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
