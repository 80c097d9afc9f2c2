"""Cuts words that ran together where a line break was lost.

A token is cut where two words are likelier than one (a unigram model): the words' frequencies and the rate of lost
spaces in this report against the frequency of the whole or, if nobody knows it, what a new word of its length would
have. A report's own words count beside those of the language, so that names seen elsewhere in it are found. The rate is
that of the cuts which need no such rate to be sure of, so that a clean report is hardly ever touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log10

from legation.model.text import Mend
from legation.repair.knowledge import Knowledge
from legation.repair.lexicon import Lexicon

_UNIT = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"[a-zà-öø-ÿāăēĩīōšũūžơưạ-ỹ](?=[A-ZÀ-ÖØ-ÝĀĂĐĒĨĪŌŠŨŪŽƠƯẠ-Ỹ])")
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,}(?=[a-zà-ÿ])")

# Decadic logarithms. A new word of n letters has SOME_NAME (or SOME_WORD) + n * LETTER.
_SOME_NAME, _SOME_WORD, _LETTER = -1.7, -3.5, -0.9
_NAME_AGAIN, _WORD_AGAIN = 1.0, 0.5
_CLEAN, _DAMAGED = -5.5, -1.1
_ONCE_SEEN = -2.8
_CAPITAL_NO_NAME, _SAME_NEIGHBOUR = -1.5, 2.0
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Unit:
    """A run of letters, with what stands on both sides of it."""

    start: int
    text: str
    lower: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place where a unit may be cut: `gain` is how much likelier two words are, a lost space given."""

    at: int
    gain: float
    rule: str


class Words:
    """Finds run-together words in a text; holds what is known of the language, and nothing of any text."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        self._knowledge, self._lexicon = knowledge, lexicon
        self._common = lexicon.common | knowledge.elisions

    def mends(self, text: str, protected: Iterable[tuple[int, int]] = ()) -> list[Mend]:
        """A space for every lost one inside a word, in order; none inside the protected spans."""
        units = list(_units(text))
        rare = [unit for unit in units if unit.lower not in self._common or unit.after == "'"]
        if not rare:
            return []
        seen = Counter(unit.text for unit in units)
        spans = tuple(protected)
        cuts = []
        for unit in rare:
            if len(unit.text) >= _SHORTEST and not any(a <= unit.start < b for a, b in spans):
                cut = self._cut(unit, text, seen, len(units))
                if cut is not None:
                    cuts.append((unit.start, cut))
        rate = _rate([cut for _, cut in cuts], len(units))
        return [Mend(cut.rule, start + cut.at, start + cut.at, "", " ") for start, cut in cuts if cut.gain + rate > 0]

    def _cut(self, unit: _Unit, text: str, seen: Counter[str], size: int) -> _Cut | None:
        """The best place to cut a unit at, if any."""
        if unit.lower in self._knowledge.whole or unit.text.isupper():
            return None
        if not (unit.text.islower() or unit.text[1:].islower()):
            return self._camel(unit, seen)
        if unit.lower in self._knowledge.run_together:
            return _Cut(self._knowledge.run_together[unit.lower], 2.0, "run_together_word")
        elided = unit.after == "'" and unit.lower not in self._knowledge.elisions
        cut = self._best(unit, text, seen, size, elided=elided)
        if cut is None or cut.gain + _DAMAGED <= 0:
            return None
        if not elided and self._lexicon.known(unit.lower):
            return None
        return cut

    def _best(self, unit: _Unit, text: str, seen: Counter[str], size: int, *, elided: bool) -> _Cut | None:
        capital = unit.text[0].isupper()
        best, place = -99.0, 0
        for at in range(1, len(unit.text)):
            right = unit.lower[at:]
            after = self._right(right, seen, size, elided=elided)
            if after is None:
                continue
            left = unit.lower[:at]
            before = self._left(unit, left, text, seen, size) if capital else self._word(left, seen, size)
            if before is None or left in self._knowledge.prefixes or not self._knowledge.may_follow(left, right):
                continue
            if before + after > best:
                best, place = before + after, at
        if not place:
            return None
        return _Cut(place, best - self._whole(unit, seen, size, elided=elided), "run_together")

    def _right(self, word: str, seen: Counter[str], size: int, *, elided: bool) -> float | None:
        if elided:
            return -2.0 if word in self._knowledge.elisions else None
        return self._word(word, seen, size)

    def _word(self, word: str, seen: Counter[str], size: int) -> float | None:
        """How frequent a lower-case word is in the language, or in this report if the language does not know it."""
        frequency = self._lexicon.part(word)
        if frequency is None and seen[word] and len(word) >= _SHORTEST:
            return log10(seen[word] / size)
        return frequency

    def _left(self, unit: _Unit, left: str, text: str, seen: Counter[str], size: int) -> float | None:
        """How frequent a capitalised first word is: as a name of this report, else as a word that opens a sentence."""
        name = unit.text[: len(left)]
        frequency = self._lexicon.part(left)
        if seen[name] and len(name) > 1:
            here = max(log10(seen[name] / size), _ONCE_SEEN)
            if _neighbour(text, unit.start, name):
                here += _SAME_NEIGHBOUR
            return max(here, frequency or here)
        if frequency is None:
            return None
        if left in self._knowledge.classes and not _opens_sentence(text, unit.start):
            return None
        return frequency + (0 if _opens_sentence(text, unit.start) else _CAPITAL_NO_NAME)

    def _whole(self, unit: _Unit, seen: Counter[str], size: int, *, elided: bool) -> float:
        """How frequent the unit is as one word."""
        capital = unit.text[0].isupper()
        new = (_SOME_NAME if capital else _SOME_WORD) + len(unit.text) * _LETTER
        if elided:
            return min(new, -8.0)
        again = (seen[unit.text] - 1) * (_NAME_AGAIN if capital else _WORD_AGAIN)
        return max(self._lexicon.frequency(unit.lower) or -99.0, new) + again

    def _camel(self, unit: _Unit, seen: Counter[str]) -> _Cut | None:
        """A cut before a capital inside a word, or after an acronym that a word is glued to."""
        found = _CAMEL.search(unit.text)
        if found:
            left, right = unit.text[: found.end()], unit.text[found.end() :]
            if left.lower() in self._knowledge.name_prefixes and left[0].isupper():
                return None
            if left.islower():
                known = self._lexicon.part(left) is not None
                return _Cut(found.end(), 9.0, "run_together_capital") if known else None
            if len(left) < 2 or len(right) < 2:
                return None
            sure = seen[left] or seen[right] or (self._lexicon.part(left.lower()) and self._lexicon.part(right.lower()))
            return _Cut(found.end(), 9.0 if sure else 3.0, "run_together_names")
        return self._acronym(unit, seen)

    def _acronym(self, unit: _Unit, seen: Counter[str]) -> _Cut | None:
        found = _ACRONYM.match(unit.text)
        if not found:
            return None
        for at in (found.end(), found.end() - 1):
            left, rest = unit.text[:at], unit.text[at:].lower()
            if at < 2 or not (seen[left] or self._lexicon.frequency(left.lower()) is not None):
                continue
            frequency = self._lexicon.part(rest)
            if frequency is not None and (frequency >= -4.5 or len(rest) >= 4) and len(rest) > 1:
                return _Cut(at, 5.0, "run_together_acronym")
        return None


def _units(text: str) -> Iterator[_Unit]:
    size = len(text)
    for match in _UNIT.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else " "
        after = text[end] if end < size else " "
        if before.isdigit() or before == "_" or after.isdigit() or after == "_":
            continue
        unit = match.group()
        if after == "'" and not (end + 1 < size and text[end + 1].isalpha()):
            after = " "
        yield _Unit(start, unit, unit.lower(), before, after)


def _rate(cuts: list[_Cut], size: int) -> float:
    """The logarithm of how often a space is lost in this report, told by the cuts that are sure without it."""
    sure = sum(cut.gain + _CLEAN > 0 for cut in cuts)
    return max(_CLEAN, min(_DAMAGED, log10((sure - 0.5) / size))) if sure else _CLEAN


def _neighbour(text: str, start: int, name: str) -> bool:
    """Whether the word before a unit stands before this name elsewhere, too."""
    before = text[max(0, start - 30) : start].rsplit(None, 1)
    if not before or text[start - 1 : start] != " " or not before[-1][0].isupper():
        return False
    return re.search(rf"\b{re.escape(before[-1])} {re.escape(name)}\b", text) is not None


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \"«“'-–—")
    return start < 4 or not before or before[-1] in "\n.!?:;»)"
