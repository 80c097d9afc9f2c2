"""How probable a word is, and whether it is one at all: word frequencies of wordfreq, dictionary of simplemma.

The frequency list is read from wordfreq's own data file in its documented format (cBpack: gzip, msgpack, one list of
words a centibel): the package itself takes twice as long to import as the list to read.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from importlib.util import find_spec
from itertools import repeat
from pathlib import Path

import msgpack

from legation.errors import DataFault
from legation.repair.knowledge import Knowledge, knowledge
from legation.world import family_terms, place

COMMON = -5.0
"""A word at least as frequent as this (decadic logarithm) is never taken for two."""

_RAREST_CENTIBELS, _IN_VOCABULARY = 780, -6.5
_LONGEST_SHORT_WORD = 3


class Lexicon:
    """The words of a language with the decadic logarithms of their frequencies; `common` are the frequent ones."""

    def __init__(
        self, frequencies: Mapping[str, float], of: Knowledge, common: frozenset[str], dictionary: Callable[[str], bool]
    ) -> None:
        self._frequencies = frequencies
        self._knowledge = of
        self._dictionary = dictionary
        self.common = common

    def supposing(self, *, known: bool) -> Lexicon:
        """The same words, with a dictionary that has every word, or none: what the real one could tell at most."""
        return Lexicon(self._frequencies, self._knowledge, self.common, lambda word: known)

    def frequency(self, word: str) -> float | None:
        """The logarithm of a lower-case word's frequency; None if the list does not have it."""
        return self._frequencies.get(word)

    def part(self, word: str) -> float | None:
        """The same for a word that two run-together ones may be cut into; None if it cannot stand alone."""
        if len(word) <= _LONGEST_SHORT_WORD and word not in self._knowledge.short_words:
            return None
        return self._frequencies.get(word)

    def known(self, word: str) -> bool:
        """Whether this language's own knowledge or the dictionary has this lower-case word (20 µs; the first time 0.3 s)."""
        return word in self._knowledge.vocabulary or self._dictionary(word)

    def known_place(self, name: str) -> bool:
        """Whether a word with a capital is a state, as its reports write it, or a place."""
        return name in self._knowledge.vocabulary or place(name) is not None

    def known_person(self, name: str) -> bool:
        """Whether a person is known who has this word in the name."""
        return bool(family_terms(name))

    def known_name(self, name: str) -> bool:
        """Whether a word with a capital is one of a person, state or place that is known."""
        return self.known_place(name) or self.known_person(name)


@lru_cache(maxsize=4)
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language, read once (about 0.1 s). Raises DataFault if the word list is not there."""
    of = knowledge(code)
    frequencies = _frequencies(**of.frequencies)
    for word in of.vocabulary:
        if word.islower():
            frequencies.setdefault(word, _IN_VOCABULARY)
    common = frozenset(
        word for word, frequency in frequencies.items() if frequency >= COMMON and word not in of.run_together
    )
    return Lexicon(frequencies, of, common, partial(_in_dictionary, code=code))


def _frequencies(*, list: str, size: str) -> dict[str, float]:
    package = find_spec("wordfreq")
    if package is None or not package.submodule_search_locations:
        raise DataFault(["wordfreq is not installed; install it: pip install wordfreq"])
    path = Path(package.submodule_search_locations[0]) / "data" / f"{size}_{list}.msgpack.gz"
    if not path.exists():
        raise DataFault([f"{path}: no such word list; repair.yaml names it under frequencies"])
    header, *buckets = msgpack.unpackb(gzip.decompress(path.read_bytes()))
    if header != {"format": "cB", "version": 1}:
        raise DataFault([f"{path}: not a word list of format cB, version 1, but {header}"])
    frequencies: dict[str, float] = {}
    for centibels, words in enumerate(buckets[:_RAREST_CENTIBELS]):
        frequencies.update(zip(words, repeat(-centibels / 100)))
    return frequencies


@lru_cache(maxsize=20_000)
def _in_dictionary(word: str, code: str) -> bool:
    from simplemma import is_known  # 0.2 s, and needed only where a report is damaged

    return bool(is_known(word, lang=code, low_memory=True))
