"""Interviews told as questions and answers: whom the first person means there.

A paragraph that ends in a question mark is a question, what follows up to the next one its answer. Who answers is the
person that the headline quotes, else the last one named before the first question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from legation.model.mentions import Mention, RoleMention
from legation.model.zones import Layout, Zone
from legation.reading.cast import Cast, Person
from legation.reading.grammar import Grammar

LEAST_QUESTIONS = 2
LONGEST_QUESTION = 400
ASKS = "?"
QUOTES = ':«"“'  # what stands behind a name in a headline that quotes it
CLOSING = ' \t\n\r»"”'


def answers(text: str, layout: Layout) -> list[Zone]:
    """The paragraphs in which somebody answers questions, in order; none where the report is no interview."""
    if text.count(ASKS) < LEAST_QUESTIONS:
        return []
    zones = [zone for zone in layout.article() if zone.kind in {"headline", "standfirst", "body"}]
    asked = [zone for zone in zones if _asks(text, zone)]
    answered = [after for zone, after in pairwise(zones) if zone in asked and after not in asked]
    if len(answered) < LEAST_QUESTIONS:
        return []
    return [zone for zone in zones if zone.start > asked[0].start and zone not in asked]


def first_persons(
    text: str, layout: Layout, told: Sequence[Zone], mentions: Sequence[Mention], cast: Cast, known: Grammar
) -> Mapping[int, Person]:
    """The words of the first person in answers (`told`), by their offsets, with who speaks."""
    opening = [zone for zone in layout.article() if told and zone.start < told[0].start]
    speaker = _answerer(text, opening, cast) if told else None
    return {one.start: speaker for one in _own(text, told, mentions, known)} if speaker else {}


def _asks(text: str, zone: Zone) -> bool:
    words = text[zone.start : zone.end].rstrip(CLOSING)
    return zone.kind == "body" and words.endswith(ASKS) and len(words) <= LONGEST_QUESTION


def _answerer(text: str, opening: Sequence[Zone], cast: Cast) -> Person | None:
    """Whom the words before the first answer present."""
    named = [
        (mention, person)
        for person in cast.persons
        for mention in person.mentions
        if any(zone.start <= mention.start < zone.end for zone in opening)
    ]
    quoted = [
        person
        for mention, person in named
        if any(zone.kind == "headline" and zone.start <= mention.start < zone.end for zone in opening)
        and text[mention.end : mention.end + 3].strip()[:1] in tuple(QUOTES)
    ]
    last = max(named, key=lambda one: one[0].start, default=None)
    return quoted[0] if quoted else last[1] if last else None


def _own(text: str, told: Sequence[Zone], mentions: Sequence[Mention], known: Grammar) -> Iterator[RoleMention]:
    for one in mentions:
        if isinstance(one, RoleMention) and (one.role == "pronoun" or one.possessive):
            word = text[one.start : one.end].replace("’", "'").lower().partition(" ")[0]
            if word in known.first_person and any(zone.start <= one.start < zone.end for zone in told):
                yield one
