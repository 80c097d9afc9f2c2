"""The words of cooperation that runs on means; a language's programmes.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.languages import Language
from legation.model.mentions import RoleMention
from legation.reading.phrase_patterns import stream_words
from legation.reading.phrases import Chunk, Sentence

Words = tuple[str, ...]
TRAINEES = frozenset({"officer", "sailor", "airman", "force"})
MAPS = frozenset({"types", "bodies", "heads", "giving"})


@dataclass(frozen=True, slots=True)
class ProgrammeWords:
    """Lemmas and stream codes by role; phrases of types and heads, the longest first; flow of each giving verb."""

    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[Words, ...]]
    types: Mapping[str, tuple[Words, ...]]
    heads: tuple[tuple[Words, str], ...]
    flows: Mapping[str, str]
    bodies: Mapping[str, str]

    def has(self, name: str, word: str) -> bool:
        """Whether a lemma or stream code is in a set."""
        return word in self.sets[name]

    def verb(self, name: str, chunk: Chunk) -> bool:
        """Whether a chunk is a verb of a set."""
        return chunk.verb is not None and chunk.verb.lemma in self.sets[name]

    def noun(self, name: str, sentence: Sentence, at: int) -> bool:
        """Whether a noun or phrase of a set begins at a chunk."""
        if self.offers(sentence, at):
            return False
        if sentence.chunks[at].code in self.sets[name]:
            return True
        return any(sentence.says(words, at) for words in self.phrases[name])

    def trainee(self, sentence: Sentence, at: int) -> bool:
        """Whether a chunk is, or begins with, a noun for those who are trained."""
        chunk = sentence.chunks[at]
        if isinstance(chunk.mention, RoleMention):
            return chunk.mention.role in TRAINEES
        return self.noun("trained", sentence, at)

    def offers(self, sentence: Sentence, at: int) -> bool:
        """Whether a word is an adjective that an infinitive follows (« prêt à fournir »)."""
        after = sentence.chunks[at + 2].verb if at + 2 < len(sentence.chunks) else None
        return sentence.chunks[at].code in self.sets["ready"] and after is not None and after.tense == "inf"

    def type_at(self, sentence: Sentence, at: int) -> str:
        """The type that a word or phrase beginning at a chunk shows; "" for none."""
        chunk = sentence.chunks[at]
        code = chunk.verb.lemma if chunk.verb is not None else chunk.code
        for label, options in () if self.offers(sentence, at) else self.types.items():
            for words in options:
                if words[0] in (code, chunk.participle) and (len(words) == 1 or sentence.says(words[1:], at + 1)):
                    return label
        return ""


@lru_cache(maxsize=8)
def programme_words(language: Language) -> ProgrammeWords:
    """The words of a language's programmes.yaml."""
    data: Mapping[str, Any] = language.data("programmes")
    codes = {
        name: [stream_words(word, language) or (word,) for word in words]
        for name, words in data.items()
        if name not in MAPS
    }
    heads = {stream_words(phrase, language): label for phrase, label in data["heads"].items()}
    return ProgrammeWords(
        sets={
            name: frozenset(code[0] for code in many if len(code) == 1) | frozenset(data[name])
            for name, many in codes.items()
        },
        phrases={name: tuple(code for code in many if len(code) > 1) for name, many in codes.items()},
        types={label: _longest_first(words, language) for label, words in data["types"].items()},
        heads=tuple(sorted(heads.items(), key=lambda one: (-len(one[0]), one[0]))),
        flows={verb: flow for flow, verbs in data["giving"].items() for verb in verbs},
        bodies={name.casefold(): label for label, names in data["bodies"].items() for name in names},
    )


def _longest_first(words: Sequence[str], language: Language) -> tuple[Words, ...]:
    return tuple(sorted((stream_words(word, language) for word in words), key=lambda one: (-len(one), one)))
