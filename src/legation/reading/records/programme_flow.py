"""How far the means of a programme have gone, and since when they flow."""

from __future__ import annotations

from legation.model.mentions import DateMention
from legation.reading.grammar import Grammar
from legation.reading.records.programme_actors import is_body, verbs_of
from legation.reading.records.programme_clues import Clue
from legation.reading.records.programme_words import ProgrammeWords
from legation.reading.understanding import Understanding

FUTURE = frozenset({"fut", "cond"})
TOLD = frozenset({"past", "pqp", "imperf"})


def flow(page: Understanding, clue: Clue, words: ProgrammeWords) -> str | None:
    """How far the means have gone, by the verb nearest to them; a pledge over it, or a future, makes it a pledge."""
    chunks = clue.sentence.chunks
    for verb in verbs_of(page, clue):
        group = chunks[verb.index].verb
        told = words.flows.get(group.lemma) if group is not None else None
        if group is None or told is None or group.polarity == "neg" or _parted(clue, verb.index):
            continue
        if is_body(clue, verb) and not words.has("receiving", group.lemma):
            continue
        over = chunks[max(clue.first, verb.index - 8) : verb.index]
        if not group.finite and group.tense != "pp" and any(words.verb("pledging", chunk) for chunk in over):
            return "pledged"
        return "pledged" if group.tense in FUTURE else told
    return None


def since(page: Understanding, clue: Clue, words: ProgrammeWords) -> int | None:
    """The year since which means flow: « depuis 2009 », or that of a gift of an earlier year (« octroyée en 2012 »)."""
    dates = [one for one in page.within(clue.start, clue.end) if isinstance(one, DateMention)]
    for at in range(clue.first, clue.last):
        if words.has("from", clue.sentence.chunks[at].code):
            near = (chunk.mention for chunk in clue.sentence.chunks[at + 1 : at + 6])
            year = next((one.year for one in near if isinstance(one, DateMention) and one.year), None)
            if year:
                return year
    begun = next((one.year for one in dates if one.kind == "since" and one.year), None)
    if begun:
        return begun
    today = page.clock.report_day
    for at in range(clue.first, clue.last):
        chunk, behind = clue.sentence.chunks[at], clue.sentence.chunks[at + 1].mention
        if (
            chunk.verb is not None
            and chunk.verb.lemma in words.flows
            and isinstance(behind, DateMention)
            and behind.kind == "date"
        ):
            day = page.days.get(behind.start)
            if today and day is not None and day.date and behind.year and int(day.date[:4]) < int(today[:4]):
                return int(day.date[:4])
    return None


def reported(clue: Clue, known: Grammar) -> bool:
    """Whether the clue stands in a clause that somebody told (« a annoncé que … fournirait »), whose conditional is a future."""
    before = clue.sentence.chunks[: clue.at]
    opened = max((at for at, chunk in enumerate(before) if chunk.word in known.that), default=0)
    return any((verb := chunk.verb) is not None and verb.finite and verb.tense in TOLD for chunk in before[:opened])


def _parted(clue: Clue, index: int) -> bool:
    """Whether another finite verb stands between a verb before the sum and the sum."""
    between = clue.sentence.chunks[index + 1 : clue.at]
    return any((verb := chunk.verb) is not None and verb.finite for chunk in between)
