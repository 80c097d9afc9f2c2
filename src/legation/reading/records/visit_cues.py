"""The words around visits, by what they say; a language's visits.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.languages import Language
from legation.reading.phrase_patterns import stream_words

SETS = (
    "not_visits",
    "lead_ins",
    "finishes",
    "begins",
    "lasts",
    "unreal",
    "ours",
    "toward",
    "towards",
    "quantity",
    "groups",
    "stops",
    "nouns",
    "through",
    "leads",
    "comes",
    "endings",
    "receives",
    "tours",
    "figures",
    "calls",
    "joins",
    "considered",
    "ended",
    "ahead",
    "since",
)


@dataclass(frozen=True, slots=True)
class VisitCues:
    """Sets of stream codes and lemmas, by their role, and the words that tell the type of a visit."""

    sets: Mapping[str, frozenset[str]]
    types: tuple[tuple[tuple[str, ...], str], ...]
    turns: Mapping[str, int]
    day: str

    def has(self, name: str, word: str) -> bool:
        """Whether a word or lemma is in a set."""
        return word in self.sets[name]


@lru_cache(maxsize=8)
def visit_cues(language: Language) -> VisitCues:
    """The cues of a language."""
    data: Mapping[str, Any] = language.data("visits")
    sets = {
        name: frozenset(codes[0] for word in data[name] if len(codes := stream_words(word, language)) == 1)
        | frozenset(data[name])
        for name in SETS
    }
    return VisitCues(
        sets,
        tuple((stream_words(words, language), kind) for words, kind in data["types"].items()),
        data["turns"],
        data["day"],
    )
