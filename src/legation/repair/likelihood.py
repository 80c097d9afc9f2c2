"""How likely words are in a report, alone and side by side: decadic logarithms of probabilities.

A word's probability is its frequency in the language or, if the language does not know it, in the report. A word that
nobody knows has one by its length. Two function words side by side are likelier than their frequencies tell, if the
language has them in this order, and much less so if not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise
from math import log10

from legation.repair.knowledge import Knowledge
from legation.repair.lexicon import Lexicon

# A new word of n letters has NEW_NAME (or NEW_WORD) + n * LETTER; each time that it comes again, AGAIN more.
_NEW_NAME, _NEW_WORD, _LETTER = -1.7, -3.5, -0.9
_NAME_AGAIN, _WORD_AGAIN = 1.0, 0.5
_IN_DICTIONARY, _KNOWN, _NO_WORD, _NO_ACCENT = -8.0, 1.5, -1.0, -3.0
_SEEN_ONCE, _KNOWN_NAME, _LONGER = -2.8, -5.0, -1.5
_CERTAIN, _NO_DICTIONARY = -4.5, -2.0
_NEVER = -99.0
_ACCENTED = {"e": "éè", "a": "à", "o": "ô", "i": "î"}
_NOUN_WITH_CAPITAL = -0.8
_ELISION, _BEFORE_APOSTROPHE = -2.0, -12.0
_FUNCTION_WORDS, _NO_SEQUENCE, _FUNCTION_AND_OTHER, _OTHERS = 2.0, -2.0, 0.3, -0.5
_PARTICIPLE, _NO_PARTICIPLE, _ENDING = 1.0, -3.0, -1.2
_SHORTEST_NAME, _SHORTEST_AFTER_NAME, _RAREST_AFTER_NAME = 3, 5, -6.5
_SHORTEST_RARE, _PREFIXED = 5, -3.0


class Report:
    """What a report's own words tell.

    `seen` tells how often each run of letters stands in it; `rare` holds those that are not common in the language, and
    `own` those, and the words with a capital, that one of two run-together words may be.
    """

    def __init__(self, words: Sequence[str], common: AbstractSet[str], function_words: Container[str]) -> None:
        self.size = len(words)
        self.seen = Counter(words)
        self.rare = {word for word in self.seen if len(word) > 1 and word.lower() not in common}
        capital = (word for word in self.seen if word[0].isupper() and word.lower() not in function_words)
        self.own = self.rare.union(capital)
        self._words = words

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Words with a capital that follow each other."""
        return frozenset(pair for pair in pairwise(self._words) if pair[0][0].isupper() and pair[1][0].isupper())

    def frequency(self, word: str) -> float:
        """The logarithm of how frequent a word of this report is in it."""
        return max(log10(self.seen[word] / self.size), _SEEN_ONCE)


class Likelihood:
    """The likelihood of words and of their neighbourhood in one language."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        self._knowledge, self._lexicon = knowledge, lexicon

    def alone(self, word: str) -> float:
        """That of a word as it stands in a report, once."""
        capital, lower = word[0].isupper(), word.lower()
        likelihood = (_NEW_NAME if capital else _NEW_WORD) + len(word) * _LETTER
        frequency = self._lexicon.frequency(lower)
        if capital and self._lexicon.known_name(word):
            return max(likelihood, frequency or _KNOWN_NAME, _KNOWN_NAME) + _KNOWN
        if self._lexicon.known(lower):
            return max(likelihood, frequency or _IN_DICTIONARY, _IN_DICTIONARY) + _KNOWN
        if frequency is not None:
            likelihood = max(likelihood, frequency if capital else frequency + _NO_WORD)
        return max(likelihood, self._with_accent(lower))

    def _with_accent(self, lower: str) -> float:
        """That of the word that lacks an accent on one of its first letters."""
        found = (self._lexicon.frequency(lower[:at] + after + lower[at + 1 :]) for at, after in _accents(lower))
        return max((frequency for frequency in found if frequency is not None), default=_NEVER) + _NO_ACCENT

    def extended(self, left: str, word: str, report: Report) -> float:
        """That of a name which begins like another name of the report, and is another (Mohamed, Mohamedou)."""
        if self._lexicon.known_place(left) and not self._lexicon.known_person(left):
            return _NEVER
        return report.frequency(left) + _LONGER + (len(word) - len(left)) * _LETTER

    def again(self, word: str, report: Report) -> float:
        """How much likelier a word is for standing in the report more than once."""
        return (report.seen.get(word, 1) - 1) * (_NAME_AGAIN if word[0].isupper() else _WORD_AGAIN)

    def word(self, word: str) -> float | None:
        """That of a lower-case word; much less if it is in the frequency list but no dictionary, as names are."""
        frequency = self._lexicon.part(word)
        if frequency is None or frequency >= _CERTAIN or len(word) < _SHORTEST_NAME or self._lexicon.known(word):
            return frequency
        return frequency + _NO_DICTIONARY

    def rare_word(self, word: str) -> float | None:
        """That of a word which the frequency list lacks but the dictionary has."""
        if len(word) < _SHORTEST_RARE:
            return None
        for at in range(2, len(word) - _SHORTEST_RARE + 1):
            if word[:at] in self._knowledge.prefixes and (frequency := self._lexicon.part(word[at:])) is not None:
                return frequency + _PREFIXED
        return _IN_DICTIONARY if self._lexicon.known(word) else None

    def elision(self, word: str) -> float | None:
        """That of a word before an apostrophe."""
        return _ELISION if word in self._knowledge.elisions else None

    @property
    def before_apostrophe(self) -> float:
        """That of a word which is no elision standing before an apostrophe and a letter."""
        return _BEFORE_APOSTROPHE

    def capital(self, word: str, right: str, *, opens: bool) -> float | None:
        """That of a word with a capital before the lower-case word `right`; `opens` tells that a sentence begins."""
        lower = word.lower()
        frequency = self._lexicon.part(lower)
        if frequency is None:
            return self._name(word, right)
        if lower in self._knowledge.classes:
            return frequency if opens else None
        if len(word) >= _SHORTEST_NAME and self._lexicon.known_name(word):
            return max(frequency, _KNOWN_NAME)
        return frequency + (0 if opens or not self._lexicon.known(lower) else _NOUN_WITH_CAPITAL)

    def _name(self, word: str, right: str) -> float | None:
        """That of a name which nobody knows, before a word that is long enough to tell where the name ends."""
        frequency = self._lexicon.frequency(right)
        if len(word) < _SHORTEST_NAME:
            return None
        if self._lexicon.known_name(word):
            return _KNOWN_NAME
        if len(right) < _SHORTEST_AFTER_NAME or frequency is None:
            return None
        if frequency < _RAREST_AFTER_NAME or not self._lexicon.known(right):
            return None
        return _NEW_NAME + len(word) * _LETTER

    def bond(self, left: str, right: str) -> float | None:
        """How much likelier two lower-case words are side by side than anywhere; None if they cannot be."""
        if left in self._knowledge.prefixes:
            return None
        if right in self._knowledge.never_second and left not in self._knowledge.classes:
            return None
        if (left, right) in self._knowledge.never_pairs:
            return None
        sequence = self._knowledge.in_sequence(left, right)
        if sequence is not None:
            return _FUNCTION_WORDS if sequence else _NO_SEQUENCE
        if left in self._knowledge.before_participle:
            return _PARTICIPLE if self._knowledge.participle.fullmatch(right) else _NO_PARTICIPLE
        if right in self._knowledge.endings and left not in self._knowledge.classes:
            return _ENDING
        either = left in self._knowledge.classes or right in self._knowledge.classes
        return _FUNCTION_AND_OTHER if either else _OTHERS

    def plural_verb(self, left: str, right: str, before: Sequence[str]) -> int:
        """How many letters the cut moves to the right where a plural noun's s was taken for the verb's.

        `before` holds the lower-case words before the unit, the nearest last.
        """
        if right not in self._knowledge.ambiguous_s or self._lexicon.part(left + "s") is None:
            return 0
        if left in self._knowledge.classes:
            return 0
        for word in reversed(before):
            if word in self._knowledge.plural_before:
                return 1
            if word in self._knowledge.singular_before:
                return 0
        return 0


def _accents(lower: str) -> Iterator[tuple[int, str]]:
    """The places of the first letters that may have lost an accent, each with an accented letter for it."""
    for at, letter in enumerate(lower[:4]):
        for after in _ACCENTED.get(letter, ""):
            yield at, after
