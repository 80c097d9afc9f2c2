"""The function words of a language, by grammar role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from legation.languages import Language


@dataclass(frozen=True, slots=True)
class Grammar:
    """Sets and maps of function words in lower case; their roles are told in the language's grammar.yaml.

    `linking` are the stream codes of contracted prepositions, `links` those of words that link an infinitive to what
    governs it, `parenthesis_ends` the words that parentheses end in, `function_words` all that stand in any text,
    whatever it tells, `auxiliaries` the verbs that help others to their tenses and turns.
    """

    articles: frozenset[str]
    contractions: Mapping[str, str]
    elisions: Mapping[str, str]
    whole_words: frozenset[str]
    subject_clitics: Mapping[str, tuple[str, str]]
    clitics: Mapping[str, str]
    bare_capitals: Mapping[str, str]
    negation_first: frozenset[str]
    negation_second: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    preposed: frozenset[str]
    adverbs: frozenset[str]
    parentheses: Mapping[str, tuple[tuple[str, ...], ...]]
    coordinate: frozenset[str]
    relative: frozenset[str]
    relative_subject: frozenset[str]
    that: frozenset[str]
    opening_articles: frozenset[str]
    plural_endings: tuple[str, ...]
    feminine_endings: tuple[str, ...]
    sibilant_stems: tuple[str, ...]
    have: str
    be: str
    be_participle: str
    go: str
    come: str
    come_link: tuple[str, ...]
    modals: frozenset[str]
    foreseen: frozenset[str]
    abbreviations: frozenset[str]
    infinitive_links: Mapping[str, str]
    infinitive_openers: frozenset[str]
    carriers: frozenset[str]
    occasions: frozenset[str]
    agent_prepositions: frozenset[str]
    anticipators: frozenset[str]
    causatives: frozenset[str]
    gerund_openers: frozenset[str]
    member_nouns: frozenset[str]
    locatives: frozenset[str]
    bare_links: frozenset[str]
    owning: frozenset[str]
    demonstratives: frozenset[str]
    taking_up: frozenset[str]
    collective: frozenset[str]
    whose_voice: frozenset[str]
    first_person: frozenset[str]
    first_person_subjects: frozenset[str]
    first_person_objects: frozenset[str]
    we: frozenset[str]
    we_forms: frozenset[str]
    we_endings: tuple[str, ...]
    reflexive: str
    prepositions_of: Mapping[str, tuple[str, ...]]
    linking: frozenset[str]
    parenthesis_ends: frozenset[str]
    links: frozenset[str]
    function_words: frozenset[str]
    auxiliaries: frozenset[str]


@lru_cache(maxsize=8)
def grammar(language: Language) -> Grammar:
    """The grammar of a language, from its grammar.yaml."""
    data = language.data("grammar")
    sets: dict[str, Any] = {
        name: frozenset(data[name])
        for name in (
            "articles", "whole_words", "determiners", "prepositions", "preposed", "adverbs", "relative_subject",
            "that", "modals", "foreseen", "abbreviations", "infinitive_openers", "carriers", "occasions", "agent_prepositions",
            "anticipators", "causatives", "gerund_openers", "member_nouns", "locatives", "bare_links", "owning",
            "demonstratives", "taking_up", "collective", "whose_voice",
            "first_person", "first_person_subjects", "first_person_objects", "we", "we_forms",
        )
    }  # fmt: skip
    maps: dict[str, Any] = {
        name: MappingProxyType(dict(data[name]))
        for name in ("contractions", "elisions", "clitics", "infinitive_links", "bare_capitals")
    }
    contractions, parentheses = maps["contractions"], _by_first_word(data["parentheses"])
    auxiliaries: dict[str, Any] = {**data["auxiliaries"], "come_link": tuple(data["auxiliaries"]["come_link"])}
    return Grammar(
        **sets,
        **maps,
        subject_clitics=MappingProxyType(
            {word: (number, gender) for word, (number, gender) in data["subject_clitics"].items()}
        ),
        negation_first=frozenset(data["negation"]["first"]),
        negation_second=frozenset(data["negation"]["second"]),
        prepositions_of=MappingProxyType({role: tuple(words) for role, words in data["prepositions_of"].items()}),
        parentheses=parentheses,
        parenthesis_ends=frozenset(words[-1] for many in parentheses.values() for words in many),
        coordinate=frozenset(data["conjunctions"]["coordinate"]),
        relative=frozenset(data["conjunctions"]["relative"]),
        opening_articles=frozenset(data["opening_articles"]),
        plural_endings=tuple(data["plural_endings"]),
        feminine_endings=tuple(data["feminine_endings"]),
        sibilant_stems=tuple(data["sibilant_stems"]),
        we_endings=tuple(data["we_endings"]),
        reflexive=data["reflexive"],
        linking=frozenset(contractions.values()),
        links=frozenset(contractions.get(word, word) for word in maps["infinitive_links"]),
        function_words=sets["determiners"].union(
            sets["prepositions"], contractions.values(), maps["clitics"], sets["that"]
        ),
        auxiliaries=sets["modals"] | sets["carriers"] | {auxiliaries[name] for name in ("have", "be", "go", "come")},
        **auxiliaries,
    )


def _by_first_word(phrases: list[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.replace("'", "' ").split())
        found.setdefault(words[0], []).append(words)
    return MappingProxyType({first: tuple(sorted(many, key=len, reverse=True)) for first, many in found.items()})
