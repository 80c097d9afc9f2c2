"""Phrases in stream form, found by their first word, so that many of them cost no more than one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from legation.reading.phrases import Sentence

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Phrases with a label each, by first word, the longest first."""

    by_first: Mapping[str, tuple[tuple[Words, str], ...]]

    def at(self, sentence: Sentence, index: int) -> tuple[Words, str] | None:
        """The longest phrase that stands from a chunk on, with its label; None if none does."""
        chunk = sentence.chunks[index]
        for code in (chunk.code, chunk.participle) if chunk.participle else (chunk.code,):
            for words, label in self.by_first.get(code, ()):
                if len(words) == 1 or sentence.says(words, index):
                    return words, label
        return None


def phrase_index(phrases: Iterable[tuple[Words, str]]) -> PhraseIndex:
    """An index of phrases in stream form; of two that are the same the first label holds."""
    found: dict[str, dict[Words, str]] = {}
    for words, label in phrases:
        found.setdefault(words[0], {}).setdefault(words, label)
    ranked = {
        first: tuple(sorted(many.items(), key=lambda one: (-len(one[0]), one[0]))) for first, many in found.items()
    }
    return PhraseIndex(ranked)
