"""Where a run of letters is likeliest to be two words, and how much likelier than one.

What the language alone tells is the same in every report, and remembered; what a report's own names and neighbouring
words tell is added each time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from legation.repair.knowledge import Knowledge
from legation.repair.lexicon import Lexicon
from legation.repair.likelihood import Likelihood, Report

MOST_DAMAGED = -1.1
"""How often a space is lost in the most damaged report: a decadic logarithm, as all likelihoods are."""

_SAME_NEIGHBOUR, _PARTICIPLE_NEXT = 2.0, 1.0
_REMEMBERED = 20_000
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A run of letters where it stands: what comes before and after it, and what the report's own words tell.

    `elided` tells that an apostrophe and a letter follow, `opens` that a sentence begins with it; `previous` holds the
    lower-case words before it, the nearest last, and `following` the next one; `name_before` is the word right before
    it if that has a capital.
    """

    text: str
    lower: str
    elided: bool
    opens: bool
    previous: Sequence[str]
    following: str
    name_before: str
    report: Report


@dataclass(frozen=True, slots=True)
class Split:
    """Two words: cut after `at` letters they are as likely as `likelihood` (a decadic logarithm)."""

    at: int
    likelihood: float


class Splits:
    """Finds the likeliest two words of a unit in one language."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        self._knowledge, self._lexicon = knowledge, lexicon
        self._likelihood = Likelihood(knowledge, lexicon)
        self._at_most = Likelihood(knowledge, lexicon.supposing(known=True))
        self._at_least = Likelihood(knowledge, lexicon.supposing(known=False))
        self._in_language = lru_cache(maxsize=_REMEMBERED)(self._by_language)
        self._alone_or_two = lru_cache(maxsize=_REMEMBERED)(self._may_be_two)
        self._word = self._likelihood.word
        self._alone = lru_cache(maxsize=_REMEMBERED)(self._likelihood.alone)

    def possible(self, word: str, report: Report) -> bool:
        """Whether a word may be two at all in a damaged report, whatever stands beside it."""
        if self._alone_or_two(word):
            return True
        own, lower, places = report.own, word.lower(), range(_SHORTEST_NAME, len(word))
        return not (own.isdisjoint([word[:at] for at in places]) and own.isdisjoint([lower[at:] for at in places]))

    def _may_be_two(self, word: str) -> bool:
        """Whether two words may be likelier than the one; the dictionary is opened only where it may decide."""
        if not self._beats(self._at_most, word, self._at_least.alone(word)):
            return False
        return self._beats(self._likelihood, word, self._alone(word))

    def _beats(self, likelihood: Likelihood, word: str, one: float) -> bool:
        found = self._by_language(word, True, False, likelihood)
        return found is not None and found.likelihood + _PARTICIPLE_NEXT + MOST_DAMAGED > one

    def best(self, unit: Unit) -> tuple[int, float] | None:
        """Where to cut the unit, and how much likelier two words are than one (the odds that a space was lost left
        aside); None if it cannot be two."""
        capital = unit.text[0].isupper()
        found = self._in_language(unit.text if capital else unit.lower, unit.opens, unit.elided)
        own = self._by_report(unit)
        if own is not None and (found is None or own.likelihood > found.likelihood):
            found = own
        if found is None:
            return None
        at = found.at + self._likelihood.plural_verb(unit.lower[: found.at], unit.lower[found.at :], unit.previous)
        one = self._likelihood.before_apostrophe if unit.elided else self._one(unit, at)
        return at, found.likelihood + self._neighbours(unit, at) - one

    def _one(self, unit: Unit, at: int) -> float:
        """How likely the unit is as one word."""
        one, left = self._alone(unit.text), unit.text[:at]
        if left[0].isupper() and left in unit.report.own:
            one = max(one, self._likelihood.extended(left, unit.text, unit.report))
        return one + self._likelihood.again(unit.text, unit.report)

    def _by_language(self, text: str, opens: bool, elided: bool, likelihood: Likelihood | None = None) -> Split | None:
        """The likeliest two words by the language alone, words that only the dictionary has included."""
        lower, capital, known = text.lower(), text[0].isupper(), likelihood or self._likelihood
        best: Split | None = None
        for at in range(1, len(text)):
            right = lower[at:]
            after = known.elision(right) if elided else known.word(right)
            if after is None:
                continue
            left = lower[:at]
            word = text[:at]
            before = known.capital(word, right, opens=opens) if capital else known.word(left)
            bond = None if before is None else known.bond(left, right)
            if before is None or bond is None:
                continue
            if best is None or before + after + bond > best.likelihood:
                best = Split(at, before + after + bond)
        return best or (None if elided or capital else self._rare(lower, known))

    def _rare(self, lower: str, likelihood: Likelihood) -> Split | None:
        for at in range(len(lower) - 1, 0, -1):
            left, right = lower[:at], lower[at:]
            if left in self._lexicon.common and (before := self._lexicon.part(left)) is not None:
                after, bond = likelihood.rare_word(right), likelihood.bond(left, right)
                if after is not None and bond is not None:
                    return Split(at, before + after + bond)
        return None

    def _by_report(self, unit: Unit) -> Split | None:
        """The likeliest two words one of which at least stands elsewhere in the report."""
        best: Split | None = None
        own = unit.report.own
        for at in range(_SHORTEST_NAME, len(unit.text)):
            left, right = unit.text[:at], unit.lower[at:]
            if left not in own and right not in own:
                continue
            before = self._of_report(left, unit.report)
            after = self._likelihood.elision(right) if unit.elided else self._of_report(right, unit.report)
            if before is None or after is None:
                continue
            bond = self._likelihood.bond(unit.lower[:at], right)
            if bond is not None and (best is None or before + after + bond > best.likelihood):
                best = Split(at, before + after + bond)
        return best

    def _of_report(self, word: str, report: Report) -> float | None:
        frequency = self._word(word.lower())
        if word in report.own:
            return max(report.frequency(word), frequency or report.frequency(word))
        return None if word[0].isupper() else frequency

    def _neighbours(self, unit: Unit, at: int) -> float:
        """What the words before and after the unit tell for a cut."""
        told = 0.0
        if unit.lower[at:] in self._knowledge.before_participle and unit.following:
            told += _PARTICIPLE_NEXT if self._knowledge.participle.fullmatch(unit.following) else 0
        if unit.name_before and (unit.name_before, unit.text[:at]) in unit.report.pairs:
            told += _SAME_NEIGHBOUR
        return told
