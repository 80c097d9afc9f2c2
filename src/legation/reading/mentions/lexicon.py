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
JOINED = re.compile(r"(?:[^\W_]+|(?<=[\s\S])[-'](?=[^\W_]))++")


class Lexicon:
    """An automaton over the folded phrases of many lexicons; the shortest words, which lie in every other, apart.

    The lexicons named in `asked` are not searched for: their words are looked up where a finder asks for them;
    `asked_among` gives those of some labels.
    """

    def __init__(self, entries: Iterable[Entry], asked: frozenset[str] = frozenset()) -> None:
        by_key: dict[str, list[Entry]] = {}
        asked_words: dict[str, dict[str, Any]] = {label: {} for label in asked}
        for entry in entries:
            if entry.label in asked:
                asked_words[entry.label][fold(entry.phrase)] = entry.value
            else:
                by_key.setdefault(fold(entry.phrase), []).append(entry)
        self.asked_among = _Among({label: _Words.of(words) for label, words in asked_words.items()})
        groups = {key: _group(key, some) for key, some in by_key.items()}
        self._short = {key: group for key, group in groups.items() if len(key) <= SHORT and WORD.fullmatch(key)}
        self._shorts = _alternation(self._short)
        self._automaton = ahocorasick.Automaton()
        for key, group in groups.items():
            if key not in self._short:
                self._automaton.add_word(key, group)
        self._automaton.make_automaton()

    def scan(self, text: str, start: int, end: int) -> Scan:
        """All entries in text[start:end] that are whole words."""
        folded = fold(text[start:end])
        return Scan(text, folded, start, end, self._found(folded), self)

    def _found(self, folded: str) -> list[tuple[int, Group]]:
        """The groups whose key stands as whole words in a folded text, each with where it begins."""
        found = []
        around = f" {folded} "
        for last, group in self._automaton.iter(folded):
            begin = last + 1 - group[0]
            goes_on = around[begin].isalnum() and folded[begin].isalnum()
            if not goes_on and not (around[last + 2].isalnum() and folded[last].isalnum()):
                found.append((begin, group))
        short = self._short
        found += [(match.start(), short[match[0]]) for match in self._shorts.finditer(folded)]
        return found


Group = tuple[int, tuple[tuple[str, Any], ...], tuple[Entry, ...]]


def _group(key: str, entries: Sequence[Entry]) -> Group:
    """The entries of one key: its length, (label, value) of those in any case, then those that mind it."""
    free = tuple((entry.label, entry.value) for entry in entries if entry.case == "any")
    return len(key), free, tuple(entry for entry in entries if entry.case != "any")


def _alternation(words: Iterable[str]) -> re.Pattern[str]:
    """The words where they stand whole; one that ends in an apostrophe whatever follows."""
    whole = "|".join(sorted((re.escape(word) for word in words if word[-1] != "'"), reverse=True))
    elided = "|".join(sorted((re.escape(word) for word in words if word[-1] == "'"), reverse=True))
    return re.compile(rf"(?<!\w)(?:{elided or '(?!)'}|(?:{whole or '(?!)'})(?!\w))")


class _Words(NamedTuple):
    """The words of a lexicon that is asked, by the value of each; lengths of words, longest first, by how they begin
    and end, and those of words too short to tell by that."""

    values: dict[str, Any]
    starts: dict[str, tuple[int, ...]]
    ends: dict[str, tuple[int, ...]]
    short: tuple[int, ...]

    @classmethod
    def of(cls, values: dict[str, Any]) -> _Words:
        """The words of a mapping."""
        short = {len(word) for word in values if len(word) < EDGE}
        starts, ends = (_lengths_by(values, edge, short) for edge in (slice(None, EDGE), slice(-EDGE, None)))
        return cls(values, starts, ends, tuple(sorted(short, reverse=True)))


def _lengths_by(words: Iterable[str], edge: slice, short: set[int]) -> dict[str, tuple[int, ...]]:
    """The lengths of words, longest first, by the characters at one end; of short words, with all that may follow."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[edge], set()).add(len(word))
    return {key: tuple(sorted(some | short, reverse=True)) for key, some in found.items()}


class _Among(dict[tuple[str, ...], tuple[tuple[str, _Words], ...]]):
    """Which of some labels are of lexicons that are asked, told when these labels are first looked for together."""

    def __init__(self, asked: Mapping[str, _Words]) -> None:
        super().__init__()
        self._asked = asked

    def __missing__(self, labels: tuple[str, ...]) -> tuple[tuple[str, _Words], ...]:
        self[labels] = found = tuple((label, self._asked[label]) for label in labels if label in self._asked)
        return found


def _whole(folded: str, begin: int, stop: int) -> bool:
    """Whether no word goes on over either edge of folded[begin:stop]."""
    if begin and folded[begin - 1].isalnum() and folded[begin].isalnum():
        return False
    return stop >= len(folded) or not (folded[stop].isalnum() and folded[stop - 1].isalnum())


def _case(entry: Entry, written: str) -> bool:
    """Whether words are written with the initial that an entry asks for."""
    return written[0].isupper() if entry.case == "cap" else written[0].islower() or written.isupper()


def _first(hit: Hit, other: Hit, labels: tuple[str, ...]) -> bool:
    return labels.index(hit[2]) < labels.index(other[2])


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit[0], -hit[1]


class Scan:
    """What the lexicons found in text[start:end], looked up by where it starts or ends."""

    __slots__ = ("_among", "_ending", "_labels", "_lexicon", "_starting", "end", "folded", "start", "text")

    def __init__(
        self, text: str, folded: str, start: int, end: int, found: Iterable[tuple[int, Group]], lexicon: Lexicon
    ) -> None:
        self.text, self.folded, self.start, self.end = text, folded, start, end
        self._lexicon, self._among = lexicon, lexicon.asked_among
        starting: dict[int, list[Hit]] = defaultdict(list)
        ending: dict[int, list[Hit]] = defaultdict(list)
        labels: dict[str, list[Hit]] = defaultdict(list)
        self._starting, self._ending, self._labels = starting, ending, labels
        make = tuple.__new__
        for begin, (length, free, minded) in found:
            first = begin + start
            last = first + length
            for label, value in free:
                hit = make(Hit, (first, last, label, value))
                starting[first].append(hit)
                ending[last].append(hit)
                labels[label].append(hit)
            written = text[first:last].replace("’", "'") if minded else ""
            for entry in minded:
                if written == entry.phrase if entry.case == "exact" else _case(entry, written):
                    hit = Hit(first, last, entry.label, entry.value)
                    starting[first].append(hit)
                    ending[last].append(hit)
                    labels[entry.label].append(hit)

    def at(self, position: int, *labels: str) -> Hit | None:
        """The longest entry of these lexicons that starts here; of several as long, that of the label named first."""
        best: Hit | None = None
        for hit in self._starting.get(position, ()):
            if hit[2] not in labels:
                continue
            if best is None or hit[1] > best[1] or (hit[1] == best[1] and _first(hit, best, labels)):
                best = hit
        if asked := self._among[labels]:
            inside = position - self.start
            edge = self.folded[inside : inside + EDGE] if inside >= 0 else ""
            for label, words in asked:
                for length in words.starts.get(edge, words.short):
                    if (best is None or position + length > best[1]) and self._is(words, inside, inside + length):
                        best = Hit(
                            position, position + length, label, words.values[self.folded[inside : inside + length]]
                        )
                        break
        return best

    def ending(self, position: int, *labels: str) -> Hit | None:
        """The longest entry of these lexicons that ends here; of several as long, that of the label named first."""
        best: Hit | None = None
        for hit in self._ending.get(position, ()):
            if hit[2] not in labels:
                continue
            if best is None or hit[0] < best[0] or (hit[0] == best[0] and _first(hit, best, labels)):
                best = hit
        if asked := self._among[labels]:
            inside = position - self.start
            edge = self.folded[max(inside - EDGE, 0) : inside]
            for label, words in asked:
                for length in words.ends.get(edge, words.short):
                    if (best is None or position - length < best[0]) and self._is(words, inside - length, inside):
                        best = Hit(
                            position - length, position, label, words.values[self.folded[inside - length : inside]]
                        )
                        break
        return best

    def _is(self, words: _Words, begin: int, stop: int) -> bool:
        """Whether a word of these stands whole here."""
        return begin >= 0 and self.folded[begin:stop] in words.values and _whole(self.folded, begin, stop)

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
        folded, inside = self.folded, position - self.start
        while folded[inside : inside + 1] == " ":
            inside += 1
        return inside + self.start

    def back(self, position: int) -> int:
        """The offset after the last character before here that is no blank."""
        folded, inside = self.folded, position - self.start
        while inside > 0 and folded[inside - 1] == " ":
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
        word = JOINED.match(self.folded, position - self.start)
        return word.end() + self.start if word else position


def forms(groups: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """(word, gender and number) of a table with the keys ms, fs, mp, fp."""
    for key in ("ms", "fs", "mp", "fp"):
        for word in groups.get(key) or ():
            yield word, key
