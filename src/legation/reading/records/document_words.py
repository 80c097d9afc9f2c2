"""How a language names documents and tells what is done with them; its instruments.yaml in stream form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.languages import Language
from legation.reading.phrase_index import PhraseIndex, phrase_index
from legation.reading.phrase_patterns import singular, stream_words

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The document words of a language; what each field means is told in instruments.yaml."""

    heads: Mapping[str, tuple[tuple[Words, str], ...]]
    vague: frozenset[Words]
    subject: tuple[Words, ...]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    planners: frozenset[str]
    definite: frozenset[str]
    members: frozenset[str]
    counts: frozenset[str]
    treaties: PhraseIndex
    denying: frozenset[str]
    declared: frozenset[str]
    partners: frozenset[str]
    empty: frozenset[str]
    trilateral: frozenset[str]
    idioms: PhraseIndex
    aside: frozenset[str]
    strong: tuple[Words, ...]
    modals: frozenset[str]
    about: frozenset[str]
    about_phrases: PhraseIndex
    measures: frozenset[str]
    pending: frozenset[str]
    pointing: frozenset[str]
    among: frozenset[str]
    between: frozenset[str]
    covering: frozenset[str]
    ends: frozenset[str]
    object_relatives: frozenset[str]


@lru_cache(maxsize=4)
def lexicon(language: Language) -> Lexicon:
    """The document lexicon of a language."""
    data: dict[str, Any] = language.data("instruments")
    heads: dict[str, list[tuple[Words, str]]] = {}
    for form, phrases in data["forms"].items():
        for phrase in phrases:
            words = stream_words(phrase, language)
            heads.setdefault(words[0], []).append((words, form))
    actions = data["actions"]

    def index(name: str) -> PhraseIndex:
        return phrase_index((stream_words(phrase, language), "") for phrase in data[name])

    return Lexicon(
        heads={first: tuple(sorted(many, key=lambda one: -len(one[0]))) for first, many in heads.items()},
        vague=frozenset(stream_words(phrase, language) for phrase in data["vague"]),
        subject=tuple(stream_words(phrase, language) for phrase in data["subject"]),
        verbs={verb: action for action, how in actions.items() for verb in how["verbs"]},
        nouns={singular(noun): action for action, how in actions.items() for noun in how["nouns"]},
        planners=frozenset(data["planners"]),
        definite=frozenset(data["definite"]),
        members=frozenset(singular(word) for word in data["members"]),
        counts=frozenset(singular(word) for word in data["counts"]),
        treaties=index("treaties"),
        denying=frozenset(data["denying"]),
        declared=frozenset(data["declared"]),
        partners=frozenset(data["with"]),
        empty=frozenset(singular(word) for word in data["empty"]),
        trilateral=frozenset(singular(word) for word in data["trilateral"]),
        idioms=index("idioms"),
        aside=frozenset(data["aside"]),
        strong=tuple(stream_words(phrase, language) for phrase in data["strong"]),
        modals=frozenset(data["modals"]),
        about=frozenset(data["about"]),
        about_phrases=index("about_phrases"),
        measures=frozenset(singular(word) for word in data["measures"]),
        pending=frozenset(data["pending"]),
        pointing=frozenset(singular(word) for word in data["pointing"]),
        object_relatives=frozenset(data["object_relatives"]),
        covering=frozenset(data["covering"]),
        between=frozenset(data["between"]),
        among=frozenset(data["among"]),
        ends=frozenset(singular(word) for word in data["ends"]),
    )
