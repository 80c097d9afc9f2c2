"""Cuts words that ran together where a line break was lost.

A token is cut where two words are likelier than one (a unigram model): the words' frequencies and the rate of lost
spaces in this report against the frequency of the whole or, if nobody knows it, what a new word of its length would
have. A report's own words count beside those of the language, so that names seen elsewhere in it are found. The rate is
that of the cuts which need no such rate to be sure of, so that a clean report is hardly ever touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log10

from legation.model.text import Mend
from legation.repair.knowledge import Knowledge
from legation.repair.lexicon import Lexicon
from legation.repair.likelihood import Likelihood, Report

_UNIT = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"[a-zà-öø-ÿāăēĩīōšũūžơưạ-ỹ](?=[A-ZÀ-ÖØ-ÝĀĂĐĒĨĪŌŠŨŪŽƠƯẠ-Ỹ])")
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,}(?=[a-zà-ÿ])")

# Decadic logarithms of how often a space is lost: in a clean report, and at most.
_CLEAN, _DAMAGED = -5.5, -1.1
_SURE = 4.0
_SAME_NEIGHBOUR, _PARTICIPLE_NEXT = 2.0, 1.0
_SHORTEST = 3
_NEVER = -99.0


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


@dataclass(frozen=True, slots=True)
class _Context:
    """Where a unit stands: the text, all its units, the number of this one, and what the report's own words tell."""

    text: str
    units: Sequence[_Unit]
    number: int
    report: Report

    def before(self) -> list[str]:
        """The last few lower-case words before the unit, the nearest last."""
        return [unit.lower for unit in self.units[max(0, self.number - 4) : self.number]]

    def following(self) -> str:
        """The next word in lower case; empty after the last."""
        return self.units[self.number + 1].lower if self.number + 1 < len(self.units) else ""


class Words:
    """Finds run-together words in a text; holds what is known of the language, and nothing of any text."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        self._knowledge, self._lexicon = knowledge, lexicon
        self._likelihood = Likelihood(knowledge, lexicon)
        self._common = lexicon.common | knowledge.elisions

    def mends(self, text: str, protected: Iterable[tuple[int, int]] = ()) -> list[Mend]:
        """A space for every lost one inside a word, in order; none inside the protected spans."""
        units = list(_units(text))
        report = Report(Counter(unit.text for unit in units), len(units))
        spans = tuple(protected)
        cuts = []
        for number, unit in enumerate(units):
            if self._in_order(unit) or any(start <= unit.start < end for start, end in spans):
                continue
            cut = self._cut(unit, _Context(text, units, number, report))
            if cut is not None:
                cuts.append((unit.start, cut))
        rate = _rate([cut for _, cut in cuts], len(units))
        return [Mend(cut.rule, start + cut.at, start + cut.at, "", " ") for start, cut in cuts if cut.gain + rate > 0]

    def _in_order(self, unit: _Unit) -> bool:
        """Whether a unit is a word that needs no look: common, or an elision before its apostrophe."""
        if unit.after == "'":
            return unit.lower in self._knowledge.elisions or len(unit.text) < 2 or unit.text.isupper()
        if unit.lower in self._common:
            return True
        short = len(unit.text) < _SHORTEST and unit.lower not in self._knowledge.run_together
        return short or unit.lower in self._knowledge.whole or unit.text.isupper()

    def _cut(self, unit: _Unit, context: _Context) -> _Cut | None:
        """The best place to cut a unit at, if any is better than none in a damaged report."""
        if not unit.text[1:].islower():
            return self._camel(unit, context.report.seen)
        if unit.lower in self._knowledge.run_together and unit.after != "'":
            return _Cut(self._knowledge.run_together[unit.lower], 2.0, "run_together_word")
        at, two = self._best(unit, context)
        floor = _NEVER if at else self._likelihood.before_apostrophe
        if not at:
            at, two = self._rare(unit)
        if not at or two + _DAMAGED <= floor:
            return None
        if unit.after == "'":
            one = self._likelihood.before_apostrophe
        else:
            one = self._likelihood.whole(unit.text, context.report)
        at += self._likelihood.plural_verb(unit.lower[:at], unit.lower[at:], context.before())
        return _Cut(at, two - one, "run_together") if two - one + _DAMAGED > 0 else None

    def _best(self, unit: _Unit, context: _Context) -> tuple[int, float]:
        """The likeliest two words that a unit may be, and how likely they are; (0, …) if it cannot be two."""
        best, place = _NEVER, 0
        capital, opens = unit.text[0].isupper(), False
        if capital:
            opens = _opens_sentence(context.text, unit.start)
        for at in range(1, len(unit.lower)):
            left, right = unit.lower[:at], unit.lower[at:]
            after = (
                self._likelihood.elision(right) if unit.after == "'" else self._likelihood.word(right, context.report)
            )
            if after is None:
                continue
            if capital:
                before = self._likelihood.capital(unit.text[:at], right, context.report, opens=opens)
            else:
                before = self._likelihood.word(left, context.report)
            bond = None if before is None else self._likelihood.bond(left, right)
            if before is None or bond is None:
                continue
            two = before + after + bond + self._neighbours(unit, at, context)
            if two > best:
                best, place = two, at
        return place, best

    def _rare(self, unit: _Unit) -> tuple[int, float]:
        """The same for a common word before one that only the dictionary has, or that has a known prefix."""
        if unit.after == "'" or unit.text[0].isupper():
            return 0, _NEVER
        for at in range(len(unit.lower) - 1, 0, -1):
            left, right = unit.lower[:at], unit.lower[at:]
            if left in self._common and (frequency := self._lexicon.part(left)) is not None:
                after, bond = self._likelihood.rare_word(right), self._likelihood.bond(left, right)
                if after is not None and bond is not None:
                    return at, frequency + after + bond
        return 0, _NEVER

    def _neighbours(self, unit: _Unit, at: int, context: _Context) -> float:
        """What the words before and after the unit tell for a cut."""
        told = 0.0
        right = unit.lower[at:]
        if right in self._knowledge.before_participle:
            following = context.following()
            if following and self._knowledge.participle.fullmatch(following):
                told += _PARTICIPLE_NEXT
        if unit.text[0].isupper() and unit.text[:at] in context.report.seen and _neighbour(context.text, unit, at):
            told += _SAME_NEIGHBOUR
        return told

    def _camel(self, unit: _Unit, seen: Mapping[str, int]) -> _Cut | None:
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
            sure = (
                left in seen
                or right in seen
                or (self._lexicon.part(left.lower()) and self._lexicon.part(right.lower()))
            )
            return _Cut(found.end(), 9.0 if sure else 3.0, "run_together_names")
        return self._acronym(unit, seen)

    def _acronym(self, unit: _Unit, seen: Mapping[str, int]) -> _Cut | None:
        found = _ACRONYM.match(unit.text)
        if not found:
            return None
        for at in (found.end(), found.end() - 1):
            left, rest = unit.text[:at], unit.text[at:].lower()
            if at < 2 or not (left in seen or self._lexicon.frequency(left.lower()) is not None):
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
    """The logarithm of how often a space is lost in this report, told by the cuts that hardly need it."""
    sure = sum(cut.gain > _SURE for cut in cuts)
    beyond_doubt = any(cut.gain + _CLEAN > 0 for cut in cuts)
    return max(_CLEAN, min(_DAMAGED, log10((sure - 0.5) / size))) if sure and beyond_doubt else _CLEAN


def _neighbour(text: str, unit: _Unit, at: int) -> bool:
    """Whether the name before a name stands before it elsewhere, too."""
    before = text[max(0, unit.start - 30) : unit.start].rsplit(None, 1)
    if not before or not before[-1][0].isupper():
        return False
    return re.search(rf"\b{re.escape(before[-1])} {re.escape(unit.text[:at])}\b", text) is not None


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \"«“'-–—")
    return start < 4 or not before or before[-1] in "\n.!?:;»)"
