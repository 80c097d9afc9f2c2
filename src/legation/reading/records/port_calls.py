"""The further ports at which a ship calls, that a sentence adds without a verb (« puis, du 3 au 6, à Sakai »)."""

from __future__ import annotations

from dataclasses import replace

from legation.model.mentions import DateMention, PlaceMention
from legation.reading.phrases import Chunk
from legation.reading.records.activity_sides import parties
from legation.reading.records.activity_telling import Telling
from legation.reading.records.activity_words import ActivityWords
from legation.reading.records.near import spots
from legation.reading.understanding import Draft, Understanding

PORTS = frozenset({"city", "port", "base", "island", "town", "capital", "site"})
GAP = 5  # chunks between a relay word, a date and the port that it adds


def further_calls(page: Understanding, one: Telling, draft: Draft, words: ActivityWords) -> list[Draft]:
    """The calls at further ports that the sentence adds without a verb of their own."""
    first = next((spot.at for spot in spots(page, one.sentence) if spot.place == draft.slots.get("place")), None)
    if first is None:
        return []
    found = []
    at = first
    while (more := _next_port(page, one, at, words)) is not None:
        at, date = more
        found.append(_call(page, one, draft, at, date, words))
    return found


def _next_port(page: Understanding, one: Telling, at: int, words: ActivityWords) -> tuple[int, int | None] | None:
    """The next port after a chunk, with the chunk of its date: after « puis », « et », or in a list."""
    chunks = one.sentence.chunks
    relayed, date = None, None
    for near in range(at + 1, len(chunks)):
        chunk = chunks[near]
        if chunk.code in {";", ":"} or (
            chunk.verb is not None and chunk.verb.finite and not _in_relative(page, one, near)
        ):
            return None
        if words.has("relays", chunk.code) or (chunk.word == "," and _listed(page, one, near)):
            relayed, date = near, None
        elif isinstance(chunk.mention, DateMention) and relayed is not None:
            date = near
        elif isinstance(chunk.mention, PlaceMention) and relayed is not None:
            sails = near - 1 == relayed or _sailed(chunks[near - 1], words)
            if chunk.mention.kind in PORTS and sails and (date is not None or near - relayed < GAP):
                return near, date if date is not None else _date_behind(chunks, near)
            relayed = None
    return None


def _listed(page: Understanding, one: Telling, comma: int) -> bool:
    """Whether a comma goes on with a list of ports that a conjunction closes (« Mombasa, Maputo et Durban »)."""
    chunks, at = one.sentence.chunks, comma
    while at + 1 < len(chunks):
        at += 1 if chunks[at].word == "," or chunks[at].word in page.known.coordinate else 0
        at += chunks[at].word in page.known.prepositions if at < len(chunks) else 0
        if at >= len(chunks) or not isinstance(chunks[at].mention, PlaceMention):
            return False
        at += 1
        if at < len(chunks) and chunks[at].word in page.known.coordinate:
            return any(isinstance(chunk.mention, PlaceMention) for chunk in chunks[at + 1 : at + 3])
        if at >= len(chunks) or chunks[at].word != ",":
            return False
    return False


def _date_behind(chunks: tuple[Chunk, ...], at: int) -> int | None:
    return next(
        (near for near in range(at + 1, min(len(chunks), at + 3)) if isinstance(chunks[near].mention, DateMention)),
        None,
    )


def _in_relative(page: Understanding, one: Telling, at: int) -> bool:
    before = one.sentence.chunks[max(0, at - 9) : at]
    return any(chunk.word in page.known.relative or chunk.word in page.known.that for chunk in before)


def _sailed(chunk: Chunk, words: ActivityWords) -> bool:
    return words.has("sailing", chunk.word) or words.has("sailing", chunk.code) or words.has("relays", chunk.code)


def _call(page: Understanding, one: Telling, draft: Draft, at: int, date: int | None, words: ActivityWords) -> Draft:
    place = one.sentence.chunks[at].mention
    assert isinstance(place, PlaceMention)
    spot = next((spot for spot in spots(page, one.sentence) if spot.at == at), None)
    country = (spot.country if spot else None) or place.country
    mention = one.sentence.chunks[date].mention if date is not None else None
    day = page.days.get(mention.start) if mention is not None else None
    begin = min(at, date) if date is not None else at
    own = replace(one, first=begin, last=max(at, date or at))
    slots = dict(draft.slots) | {
        "place": place.name, "country": country, "parties": parties(page, replace(one), country, words),
        "date": day.date if day else None, "until": day.until if day else None,
    }  # fmt: skip
    return Draft("activity", own.start, own.end, f"{draft.rule}.further", slots)
