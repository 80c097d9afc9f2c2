"""Relations: the name that the report gives to the relationship of two parties."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from legation.languages import Language
from legation.reading.circumstances import participants
from legation.reading.phrase_patterns import stream_words
from legation.reading.phrases import Sentence
from legation.reading.understanding import Draft, Understanding

REACH = 9  # chunks on either side of the name within which its parties stand
Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


@lru_cache(maxsize=4)
def labels(language: Language) -> Phrases:
    """First word of a name -> names in stream form with their label, longest first."""
    found: Phrases = {}
    for label, phrases in language.data("relations")["labels"].items():
        for phrase in phrases:
            words = stream_words(phrase, language)
            found.setdefault(words[0], []).append((words, label))
    return {first: sorted(many, key=lambda one: -len(one[0])) for first, many in found.items()}


@lru_cache(maxsize=4)
def plan_words(language: Language) -> frozenset[str]:
    """Words before a name that make it a document or a plan."""
    return frozenset(code for word in language.data("relations")["plan_words"] for code in stream_words(word, language))


def relation_drafts(page: Understanding) -> Iterator[Draft]:
    """One record for each label and pair, told first in the body."""
    names, plans = labels(page.language), plan_words(page.language)
    told: set[tuple[str, frozenset[str]]] = set()
    for sentence in page.body():
        for at in range(len(sentence.chunks)) if sentence.keys & names.keys() else ():
            match = _match(sentence, at, names)
            if match is None or _planned(sentence, at, plans):
                continue
            words, label = match
            parties = _parties(page, sentence, at, at + len(words) - 1)
            if len(parties) == 2 and (label, frozenset(parties)) not in told:
                told.add((label, frozenset(parties)))
                start, end = sentence.chunks[at].start, sentence.chunks[at + len(words) - 1].end
                slots = {"label": label, "parties": parties}
                yield Draft("relation", start, end, f"{page.language.code}.relation.{label}", slots)


def _match(sentence: Sentence, at: int, names: Phrases) -> tuple[tuple[str, ...], str] | None:
    for words, label in names.get(sentence.chunks[at].code, ()):
        if sentence.says(words, at):
            return words, label
    return None


def _planned(sentence: Sentence, at: int, plans: frozenset[str]) -> bool:
    near = sentence.chunks[max(0, at - 3) : at]
    return any(chunk.code in plans or (chunk.verb is not None and chunk.verb.lemma in plans) for chunk in near)


def _parties(page: Understanding, sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """The two states named just after, else around the name, else the two that the report is about."""
    chunks = sentence.chunks
    after = participants(page, sentence, last + 1, min(len(chunks) - 1, last + REACH)).side
    if len(after) == 2:
        return after
    around = participants(page, sentence, max(0, first - REACH), min(len(chunks) - 1, last + REACH)).side
    return around if len(around) == 2 else page.scene.pair
