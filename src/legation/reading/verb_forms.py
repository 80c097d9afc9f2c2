"""Conjugated forms of a language's verbs, and what each may be a form of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from legation.languages.loader import language as language_of

Analysis = tuple[str, str]
TENSES = ("pres", "imperf", "fut", "cond", "past_simple", "subj", "inf", "prespart", "pp")


@dataclass(frozen=True, slots=True)
class Verb:
    """How a verb builds its compound tenses (`auxiliary`, an infinitive), and whether it is often reflexive."""

    lemma: str
    auxiliary: str
    reflexive: bool


@lru_cache(maxsize=8)
def load(language: str) -> Mapping[str, tuple[Analysis, ...]]:
    """Each form in lower case with all its readings (infinitive, tense); tenses are those of TENSES.

    Readings that the source calls unlikely are left out. A form of two verbs (« suis », « vit ») gives them in the order
    of the file. Forms not in the table are no verbs of this genre, or second persons, which reports have no use for.
    """
    forms: dict[str, tuple[Analysis, ...]] = {}
    unlikely = language_of(language).data("verbs").get("unlikely", {})
    for paradigm in language_of(language).data("verb_forms"):
        endings = _endings(paradigm["endings"])
        infinitive = next(ending for tense, ending in endings if tense == "inf")
        for stem in paradigm["stems"].split():
            stem = "" if stem == "-" else stem
            readings = {tense: ((stem + infinitive, tense),) for tense in TENSES}
            for tense, ending in endings:
                form = stem + ending
                if unlikely.get(form) == stem + infinitive:
                    continue
                forms[form] = forms[form] + readings[tense] if form in forms else readings[tense]
    return MappingProxyType(forms)


@lru_cache(maxsize=8)
def verbs(language: str) -> Mapping[str, Verb]:
    """Every verb of the language by its infinitive."""
    source = language_of(language).data("verbs")
    by_being, reflexive = set(source["etre"].split()), set(source["reflexive"].split())
    having, being = source["auxiliaries"]
    return MappingProxyType(
        {
            lemma: Verb(lemma, being if lemma in by_being else having, lemma in reflexive)
            for readings in load(language).values()
            for lemma, tense in readings
            if tense == "inf"
        }
    )


@lru_cache(maxsize=8)
def nouns_first(language: str) -> frozenset[str]:
    """Forms that are far more often a noun or adjective than a verb (« visite », « accord », « mesure »)."""
    source: dict[str, Any] = language_of(language).data("verbs")
    return frozenset(source["nouns_first"].split())


def _endings(line: str) -> list[tuple[str, str]]:
    return list(_each_ending(line))


def _each_ending(line: str) -> Iterator[tuple[str, str]]:
    for part in line.split("; "):
        tense, *endings = part.split(" ")
        for ending in endings:
            yield tense, "" if ending == "-" else ending
