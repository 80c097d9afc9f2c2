"""Mechanisms: the standing bodies and forums that a report names, and who chairs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from legation.languages import Language
from legation.model.mentions import BodyMention
from legation.reading.phrase_patterns import singular
from legation.reading.phrases import Sentence
from legation.reading.records.around import actors_after, fits
from legation.reading.records.cues import cues
from legation.reading.understanding import Draft, Understanding

BILATERAL = frozenset({"policy_dialogue", "two_plus_two", "joint_committee", "staff_talks", "hotline", "working_group"})
TYPES = BILATERAL | {"regional_forum", "ministers_meeting"}
NEXT = 6  # characters at most between a group and the group that it is of
REACH = 12  # chunks around a body within which a word of chairing counts


@dataclass(frozen=True, slots=True)
class Chairing:
    """The verbs and nouns with which a language says who chairs."""

    verbs: frozenset[str]
    nouns: frozenset[str]


@lru_cache(maxsize=4)
def chairing(language: Language) -> Chairing:
    """The words of chairing of a language."""
    data = language.data("mechanisms")
    return Chairing(frozenset(data["verbs"]), frozenset(singular(noun) for noun in data["nouns"]))


def mechanism_drafts(page: Understanding) -> Iterator[Draft]:
    """One record for each standing body that the body of the report names, its first telling as evidence."""
    words = chairing(page.language)
    found: dict[str, tuple[BodyMention, tuple[str, ...], tuple[str, ...]]] = {}
    years: dict[str, int] = {}
    for sentence in page.body():
        for mention in _bodies(page, sentence):
            parties = _parties(page, mention)
            chairs = _chairs(page, sentence, mention, words)
            year = _year(page, sentence, mention) if chairs else None
            if year:
                years.setdefault(mention.name, year)
            known = found.get(mention.name)
            if known is None:
                found[mention.name] = (mention, parties, chairs)
            else:
                found[mention.name] = (known[0], known[1] or parties, known[2] or chairs)
    for mention, parties, chairs in found.values():
        slots = {"name": mention.name, "type": mention.type, "parties": parties, "chairs": chairs,
                 "year": years.get(mention.name)}  # fmt: skip
        yield Draft("mechanism", mention.start, mention.end, f"{page.language.code}.mechanism.{mention.type}", slots)


def _bodies(page: Understanding, sentence: Sentence) -> list[BodyMention]:
    """The standing bodies of a sentence; a working group of a working group (« du groupe d'experts ») is that one."""
    inside = page.within(sentence.start, sentence.end)
    found = [one for one in inside if isinstance(one, BodyMention) and one.type in TYPES]
    return [one for one in found if not any(_within_group(one, other) for other in found)]


def _within_group(one: BodyMention, other: BodyMention) -> bool:
    same = one.type == other.type == "working_group" and one.name != other.name
    return same and 0 <= other.start - one.end <= NEXT


def _parties(page: Understanding, mention: BodyMention) -> tuple[str, ...]:
    """The states in the body's own words; for a body of two states that names none, the two that the report is about."""
    if len(mention.parties) > 1:
        return mention.parties
    many = cues(page.language).many
    named = (many[word] for word in page.text[mention.start : mention.end].lower().split() if word in many)
    count = next(named, 0)
    if count > 2:
        return page.scene.states[:count]
    if mention.type not in BILATERAL or _multilateral(mention):
        return ()
    return page.scene.pair if len(page.scene.pair) == 2 else ()


def _year(page: Understanding, sentence: Sentence, mention: BodyMention) -> int | None:
    """The year told after the body, of its chairmanship."""
    for day in page.days_within(mention.end, sentence.end):
        if day.date and len(day.date) == 4:
            return int(day.date)
    return None


def _multilateral(mention: BodyMention) -> bool:
    """A working group of a forum (« ADMM+ EWG on PKO ») belongs to the forum."""
    return mention.type == "working_group" and mention.name[:1].isupper() and "+" in mention.name


def _chairs(page: Understanding, sentence: Sentence, mention: BodyMention, words: Chairing) -> tuple[str, ...]:
    at = next((index for index, chunk in enumerate(sentence.chunks) if chunk.start <= mention.start < chunk.end), None)
    if at is None:
        return ()
    for index in range(max(0, at - REACH), min(len(sentence.chunks), at + REACH)):
        chunk = sentence.chunks[index]
        if chunk.verb is not None and chunk.verb.lemma in words.verbs:
            told = page.verb(sentence, index)
            if told and told.who:
                beside = (page.who(sentence.chunks[one.at].start).side for one in actors_after(page, sentence, index)
                          if fits(page, one, "avec"))  # fmt: skip
                return tuple(dict.fromkeys([*told.who.side, *(state for side in beside for state in side)]))
        elif chunk.code in words.nouns:
            return _chairs_by_noun(page, sentence, index)
    return ()


def _chairs_by_noun(page: Understanding, sentence: Sentence, index: int) -> tuple[str, ...]:
    """The states that « coprésidents » stands beside: those just before it, or after « coprésidence de »."""
    for step in (-1, 1):
        side: list[str] = []
        at = index + step
        while 0 <= at < len(sentence.chunks) and abs(at - index) <= 5:
            side.extend(page.who(sentence.chunks[at].start).side)
            at += step
        if side:
            return tuple(dict.fromkeys(side if step > 0 else reversed(side)))
    return ()
