"""The words of cooperation that runs on means; a language's programmes.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

from legation.languages import Language
from legation.model.mentions import RoleMention
from legation.reading.phrase_patterns import stream_words
from legation.reading.phrases import Chunk, Sentence

Words = tuple[str, ...]
TRAINEES = frozenset({"officer", "sailor", "airman", "force"})
GROUP = re.compile(r"[()]")
NOUN_TRIGGERS = ("thanked", "lessons", "deals", "through", "loans")
VERB_TRIGGERS = (
    "teaching",
    "donating",
    "receiving",
    "hosting",
    "attending",
    "praise",
    "costing",
    "placing",
    "current",
    "sponsoring",
)
MAPS = frozenset({"types", "bodies", "seats", "models", "heads", "giving"})


@dataclass(frozen=True, slots=True)
class ProgrammeWords:
    """Lemmas and stream codes by role; phrases of types and heads, the longest first; flow of each giving verb."""

    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Mapping[str, tuple[Words, ...]]]
    types: Mapping[str, tuple[tuple[Words, str], ...]]
    heads: Mapping[str, tuple[tuple[Words, str], ...]]
    flows: Mapping[str, str]
    bodies: Mapping[str, str]
    seats: Mapping[str, str]
    models: re.Pattern[str]
    triggers: frozenset[str]
    openers: frozenset[str]

    def may_tell(self, sentence: Sentence) -> bool:
        """Whether a word stands in a sentence without which it tells no programme but by a sum."""
        if not self.triggers.isdisjoint(sentence.keys):
            return True
        return any(sentence.chunks[at].participle in self.triggers for at in sentence.verbs)

    def has(self, name: str, word: str) -> bool:
        """Whether a lemma or stream code is in a set."""
        return word in self.sets[name]

    def verb(self, name: str, chunk: Chunk) -> bool:
        """Whether a chunk is a verb of a set."""
        return chunk.verb is not None and chunk.verb.lemma in self.sets[name]

    def noun(self, name: str, sentence: Sentence, at: int) -> bool:
        """Whether a noun or phrase of a set begins at a chunk."""
        chunk = sentence.chunks[at]
        if chunk.code in self.sets[name]:
            return not self.offers(sentence, at)
        options = self.phrases[name]
        told = (*options.get(chunk.code, ()), *options.get(chunk.participle, ()))
        return bool(told) and any(sentence.says(words, at) for words in told)

    def goods(self, sentence: Sentence, at: int) -> bool:
        """Whether goods begin at a chunk: a noun for them, or the model of an arm (« 6 F-16 », « 180 K2 »)."""
        return self.noun("goods", sentence, at) or self.models.fullmatch(sentence.chunks[at].code) is not None

    def head_at(self, sentence: Sentence, at: int) -> tuple[Words, str] | None:
        """The name of a programme that begins at a chunk, and the type that it shows."""
        chunk = sentence.chunks[at]
        told = (*self.heads.get(chunk.code, ()), *self.heads.get(chunk.participle, ()))
        return next((head for head in told if sentence.says(head[0], at)), None)

    def trainee(self, sentence: Sentence, at: int) -> bool:
        """Whether a chunk is, or begins with, a noun for those who are trained."""
        chunk = sentence.chunks[at]
        if isinstance(chunk.mention, RoleMention):
            return chunk.mention.role in TRAINEES
        return self.noun("trained", sentence, at)

    def offers(self, sentence: Sentence, at: int) -> bool:
        """Whether a word is an adjective that an infinitive follows (« prêt à fournir »)."""
        if sentence.chunks[at].code not in self.sets["ready"] or at + 2 >= len(sentence.chunks):
            return False
        after = sentence.chunks[at + 2].verb
        return after is not None and after.tense == "inf"

    def type_at(self, sentence: Sentence, at: int) -> str:
        """The type that a word or phrase beginning at a chunk shows; "" for none."""
        chunk = sentence.chunks[at]
        code = chunk.verb.lemma if chunk.verb is not None else chunk.code
        told = (*self.types.get(code, ()), *self.types.get(chunk.participle, ()))
        if not told or self.offers(sentence, at):
            return ""
        fits = (label for words, label in told if len(words) == 1 or sentence.says(words[1:], at + 1))
        return next(fits, "")


@lru_cache(maxsize=8)
def programme_words(language: Language) -> ProgrammeWords:
    """The words of a language's programmes.yaml."""
    data: Mapping[str, Any] = language.data("programmes")
    codes = {
        name: [stream_words(word, language) or (word,) for word in words]
        for name, words in data.items()
        if name not in MAPS
    }
    heads = {
        stream_words(each, language): label for phrase, label in data["heads"].items() for each in _written_out(phrase)
    }
    triggers = {code[0] for name in NOUN_TRIGGERS for code in codes[name]}
    triggers |= {f"V:{verb}" for name in VERB_TRIGGERS for verb in data[name]}
    by_first = {name: _by_first_word(code for code in many if len(code) > 1) for name, many in codes.items()}
    return ProgrammeWords(
        sets={
            name: frozenset(code[0] for code in many if len(code) == 1) | frozenset(data[name])
            for name, many in codes.items()
        },
        phrases=by_first,
        types=_labelled(
            (stream_words(word, language), label) for label, words in data["types"].items() for word in words
        ),
        heads=_labelled(heads.items()),
        flows={verb: flow for flow, verbs in data["giving"].items() for verb in verbs},
        bodies={name.casefold(): label for label, names in data["bodies"].items() for name in names},
        seats=dict(data["seats"]),
        models=re.compile(data["models"]),
        triggers=frozenset(triggers.union(words[0] for words in heads)),
        openers=frozenset([words[0] for words in heads] + [code[0] for code in codes["thanked"]] + data["thanked"]),
    )


def _written_out(phrase: str) -> list[str]:
    """Every phrase that one with alternatives (« programme (de|d') (formation|stages) ») stands for."""
    parts = [part.split("|") for part in GROUP.split(phrase)]
    return ["".join(words) for words in product(*parts)]


def _by_first_word(phrases: Iterable[Words]) -> Mapping[str, tuple[Words, ...]]:
    found: dict[str, list[Words]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(many) for first, many in found.items()}


def _labelled(phrases: Iterable[tuple[Words, str]]) -> Mapping[str, tuple[tuple[Words, str], ...]]:
    """Phrases with what they show, by their first word, the longest first; of equals in the order of the file."""
    found: dict[str, list[tuple[Words, str]]] = {}
    for phrase, label in phrases:
        found.setdefault(phrase[0], []).append((phrase, label))
    return {first: tuple(sorted(many, key=lambda one: -len(one[0]))) for first, many in found.items()}
