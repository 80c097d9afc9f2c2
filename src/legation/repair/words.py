"""Cuts words that ran together where a line break was lost.

A token is cut where two words are likelier than one (a unigram model): the words' frequencies and the rate of lost
spaces in this report against the frequency of the whole or, if nobody knows it, what a new word of its length would
have. A report's own words count beside those of the language, so that names seen elsewhere in it are found. The rate is
that of the cuts which need no such rate to be sure of, so that a clean report is hardly ever touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import log10

from legation.model.text import Mend
from legation.repair.knowledge import Knowledge
from legation.repair.lexicon import Lexicon
from legation.repair.likelihood import Report
from legation.repair.protected import Protected
from legation.repair.splits import MOST_DAMAGED, Splits, Unit

_UNIT = re.compile(r"[^\W\d_]+")
_LAST_UNIT = re.compile(r"[^\W\d_]+\Z")
_CAMEL = re.compile(r"[a-zà-öø-ÿāăēĩīōšũūžơưạ-ỹ](?=[A-ZÀ-ÖØ-ÝĀĂĐĒĨĪŌŠŨŪŽƠƯẠ-Ỹ])")
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,}(?=[a-zà-ÿ])")

# Decadic logarithms of how often a space is lost: in a clean report, and at most.
_CLEAN, _DAMAGED = -5.5, MOST_DAMAGED
_SURE, _LISTED, _CAPITAL, _SEEN_NAMES, _KNOWN_NAMES, _NEW_NAMES, _ACRONYMS = 4.0, 2.0, 9.0, 9.0, 3.9, 3.0, 5.0
_SHORTEST, _LONGEST = 3, 60
_LONG_TEXT = 50_000
_WORDS_BEFORE, _WIDTH_BEFORE = 4, 60


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
        self._splits = Splits(knowledge, lexicon)
        self._common = lexicon.common | knowledge.elisions

    def mends(self, text: str, protected: Protected) -> list[Mend]:
        """A space for every lost one inside a word, in order; none inside what is protected."""
        words = _UNIT.findall(text)
        report = Report(words, self._common, self._knowledge.classes)
        suspects = {word for word in report.rare if self._is_suspect(word, report)}
        glued = self._before_apostrophes(text)
        if not suspects and not glued:
            return []
        cuts = []
        for start, word in _places(text, suspects, glued):
            if not protected.holds(start):
                cut = self._cut(text, start, word, report)
                if cut is not None:
                    cuts.append((start, cut))
        rate = _rate([cut for _, cut in cuts], len(words))
        return [Mend(cut.rule, start + cut.at, start + cut.at, "", " ") for start, cut in cuts if cut.gain + rate > 0]

    def _is_suspect(self, word: str, report: Report) -> bool:
        lower = word.lower()
        if word.isupper() or lower in self._knowledge.whole or not 1 < len(word) <= _LONGEST:
            return False
        if lower in self._knowledge.run_together or not word[1:].islower():
            return True
        return len(word) >= _SHORTEST and self._splits.possible(word, report)

    def _before_apostrophes(self, text: str) -> AbstractSet[str]:
        """The words before an apostrophe that are no elisions."""
        found = (_LAST_UNIT.search(part.rpartition(" ")[2][-_LONGEST:]) for part in text.split("'")[:-1])
        words = {match.group() for match in found if match and len(match.group()) > 1}
        return {word for word in words if word.lower() not in self._knowledge.elisions and not word.isupper()}

    def _cut(self, text: str, start: int, word: str, report: Report) -> _Cut | None:
        """The best place to cut a word at, if it is likelier than none in a damaged report."""
        end = start + len(word)
        if not word[1:].islower() and len(word) > 1:
            return self._camel(word, report)
        elided = text[end : end + 1] == "'" and text[end + 1 : end + 2].isalpha()
        if word.lower() in self._knowledge.run_together and not elided:
            return _Cut(self._knowledge.run_together[word.lower()], _LISTED, "run_together_word")
        capital = word[0].isupper()
        previous = _UNIT.findall(text, max(0, start - _WIDTH_BEFORE), start)[-_WORDS_BEFORE:]
        following = _UNIT.search(text, end)
        name = previous[-1] if capital and previous and text[start - 1] == " " and previous[-1][0].isupper() else ""
        unit = Unit(
            text=word,
            lower=word.lower(),
            elided=elided,
            opens=capital and _opens_sentence(text, start, self._knowledge.titles),
            previous=[earlier.lower() for earlier in previous],
            following=following.group().lower() if following else "",
            name_before=name,
            report=report,
        )
        best = self._splits.best(unit)
        if best is None or best[1] + _DAMAGED <= 0:
            return None
        return _Cut(*best, "run_together")

    def _camel(self, word: str, report: Report) -> _Cut | None:
        """A cut before a capital inside a word, or after an acronym that a word is glued to."""
        found = _CAMEL.search(word)
        if not found:
            return self._acronym(word, report)
        left, right = word[: found.end()], word[found.end() :]
        if left.islower():
            known = self._lexicon.part(left) is not None
            return _Cut(found.end(), _CAPITAL, "run_together_capital") if known else None
        if left.lower() in self._knowledge.name_prefixes or len(left) < 2 or len(right) < 2:
            return None
        if left in report.seen or right in report.seen:
            gain = _SEEN_NAMES
        else:
            gain = _KNOWN_NAMES if self._are_words(left, right) else _NEW_NAMES
        return _Cut(found.end(), gain, "run_together_names")

    def _are_words(self, *words: str) -> bool:
        return all(self._lexicon.part(word.lower()) is not None for word in words)

    def _acronym(self, word: str, report: Report) -> _Cut | None:
        found = _ACRONYM.match(word)
        if not found:
            return None
        for at in (found.end(), found.end() - 1):
            left, rest = word[:at], word[at:].lower()
            if at < 2 or not (left in report.seen or self._lexicon.frequency(left.lower()) is not None):
                continue
            if len(rest) > 1 and self._lexicon.part(rest) is not None and (len(rest) >= 4 or rest in self._common):
                return _Cut(at, _ACRONYMS, "run_together_acronym")
        return None


def _places(text: str, words: AbstractSet[str], glued: AbstractSet[str]) -> list[tuple[int, str]]:
    """Where these words stand, whole and beside no number, in order; those of `glued` before an apostrophe only."""
    wanted = words | glued
    if len(text) > _LONG_TEXT:
        found = [(match.start(), match.group()) for match in _UNIT.finditer(text) if match.group() in wanted]
    else:
        found = sorted((start, word) for word in wanted for start in _all_places(text, word))
    return [
        (start, word)
        for start, word in found
        if _is_apart(text[start - 1 : start] if start else "")
        and _is_apart(after := text[start + len(word) : start + len(word) + 1])
        and (word in words or after == "'")
    ]


def _all_places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _is_apart(neighbour: str) -> bool:
    return not (neighbour.isalnum() or neighbour == "_")


def _rate(cuts: list[_Cut], size: int) -> float:
    """The logarithm of how often a space is lost in this report, told by the cuts that hardly need it."""
    sure = sum(cut.gain > _SURE for cut in cuts)
    beyond_doubt = any(cut.gain + _CLEAN > 0 for cut in cuts)
    return max(_CLEAN, min(_DAMAGED, log10((sure - 0.5) / size))) if sure and beyond_doubt else _CLEAN


def _opens_sentence(text: str, start: int, titles: AbstractSet[str]) -> bool:
    before = text[max(0, start - 8) : start].rstrip(" \"«“'-–—")
    if start < 2 or not before:
        return True
    if before[-1] == ".":
        found = _LAST_UNIT.search(before[:-1])
        return found is None or (len(found.group()) > 1 and found.group().lower() not in titles)
    return before[-1] in "\n!?:;»)"
