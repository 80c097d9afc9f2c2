"""The days of a visit: what the dates beside its words tell, and what follows from its length."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as calendar
from datetime import timedelta

from legation.model.mentions import DateMention
from legation.reading.circumstances import TIMES
from legation.reading.matching import Hit
from legation.reading.phrases import Sentence
from legation.reading.records.near import costs, narrative_day
from legation.reading.records.visit_cues import VisitCues, visit_cues
from legation.reading.understanding import Understanding

REACH = 20.0
BACKWARD = 3.0  # what a date before the words of a visit costs more than one after them
START, END = "start", "end"
FULL = 10  # letters of a date to the day
DAY_UNITS = {"day": 1, "week": 7}


def days_told(page: Understanding, sentence: Sentence, hit: Hit, gives: str) -> tuple[str | None, str | None, int, int]:
    """First day, last day, length in days, and the last chunk of the words that tell them."""
    words = visit_cues(page.language)
    date, until = _begun_and_ended(page, sentence, hit, words)
    days, last = 0, hit.last
    for _, at, mention in _near_dates(page, sentence, hit):
        if gives != END and _apart(sentence, hit, at, words):
            continue
        day = page.days.get(mention.start)
        if mention.kind == "duration" and mention.unit in DAY_UNITS and not days:
            days = mention.shift * DAY_UNITS[mention.unit]
        elif mention.kind == "since" and day is not None and day.date and len(day.date) == 10:
            date = date or day.date
        elif mention.kind == "until" and day is not None:
            until = until or day.until or day.date
        elif mention.kind in TIMES and day is not None:
            if day.date in {date, until} and not day.until:
                continue
            role = _role(sentence, hit, at, gives, words)
            if day.until and role != END:
                date, until = date or day.date, until or day.until
            elif role == END:
                until = until or day.date
            else:
                date = date or day.date
        else:
            continue
        last = max(last, at)
    turns = _turns(sentence, hit, words)
    if turns and not days:
        return *_by_turn(page, sentence, hit, turns, date, until), 0, last
    if gives == END and until and not days:
        days = _spent(sentence, hit)
    return date, until, days, last


def _turns(sentence: Sentence, hit: Hit, words: VisitCues) -> list[int]:
    """Which day of the visit the words before it count: « au troisième et dernier jour de sa visite »."""
    before = sentence.chunks[max(0, hit.index - 7) : hit.index]
    at = (
        next((at for at, one in enumerate(before) if one.code == words.day), None)
        if hit.frame.slots.get("noun")
        else None
    )
    return [words.turns[one.word] for one in before[:at] if one.word in words.turns] if at is not None else []


def _by_turn(
    page: Understanding, sentence: Sentence, hit: Hit, turns: list[int], date: str | None, until: str | None
) -> tuple[str | None, str | None]:
    """First and last day of a visit of which the day told is counted: that of the clause, else that of the story."""
    told = date if date and len(date) == FULL and not until else None
    today = told or narrative_day(page, sentence.chunks[hit.index].start)
    first = next((_shifted(today, 1 - turn) for turn in turns if turn), None)
    return first or (date if date != today else None), today if 0 in turns else until


def _spent(sentence: Sentence, hit: Hit) -> int:
    """The length of a stay told before the words of leaving: « après trois jours passés à Rome, il est reparti »."""
    for mention in (one for chunk in sentence.chunks[: hit.index] for one in (chunk.mention, *chunk.also)):
        if isinstance(mention, DateMention) and mention.unit in DAY_UNITS and mention.kind == "duration":
            return mention.shift * DAY_UNITS[mention.unit]
    return 0


def _begun_and_ended(
    page: Understanding, sentence: Sentence, hit: Hit, words: VisitCues
) -> tuple[str | None, str | None]:
    """The days that verbs of beginning and ending give to a visit: « commencée jeudi, la visite doit s'achever
    samedi »."""
    date = until = None
    if hit.frame.slots.get("noun") and not hit.frame.slots.get("pronoun"):
        for at, chunk in enumerate(sentence.chunks):
            if chunk.verb is None or at == hit.index:
                continue
            day = next((one for one in _dates_at(page, sentence, at + 1, at + 5)), None)
            ends = any(one.code in words.sets["endings"] for one in sentence.chunks[at + 1 : at + 3])
            if ends and day is not None:
                until = until or day
            elif day is not None and words.has("begins", chunk.verb.lemma):
                date = date or day
            elif day is not None and words.has("finishes", chunk.verb.lemma):
                until = until or day
    return date, until


def _dates_at(page: Understanding, sentence: Sentence, first: int, last: int) -> Iterator[str]:
    for chunk in sentence.chunks[first:last]:
        if isinstance(chunk.mention, DateMention) and chunk.mention.kind in TIMES:
            day = page.days.get(chunk.mention.start)
            if day is not None and day.date:
                yield day.date


def _near_dates(page: Understanding, sentence: Sentence, hit: Hit) -> list[tuple[float, int, DateMention]]:
    best: dict[int, tuple[float, int, DateMention]] = {}
    for trigger in (hit.index, hit.last):
        for cost, at in costs(sentence, trigger, page.known, sentence.dated):
            cost += BACKWARD * (at < hit.index)
            for mention in (sentence.chunks[at].mention, *sentence.chunks[at].also):
                if isinstance(mention, DateMention) and cost < REACH and (at not in best or cost < best[at][0]):
                    best[at] = (cost, at, mention)
    return sorted(best.values(), key=lambda one: one[:2])


def _role(sentence: Sentence, hit: Hit, at: int, gives: str, words: VisitCues) -> str:
    """start or end: what the verb nearest before the date says (« commencée dimanche, s'achèvera mercredi »)."""
    chunks = sentence.chunks
    for near in range(at - 1, max(-1, at - 6), -1):
        verb = chunks[near].verb
        if verb is None:
            continue
        if words.has("finishes", verb.lemma) or words.has("lasts", verb.lemma):
            return END
        if words.has("begins", verb.lemma):
            return START
        break
    after = next((one.verb for one in chunks[at + 1 : at + 6] if one.verb is not None), None)
    if after is not None and at < hit.index and (words.has("finishes", after.lemma)):
        return END
    return END if gives == END or _ended(sentence, hit, words) else START


def _ended(sentence: Sentence, hit: Hit, words: VisitCues) -> bool:
    """Whether the words that bring in the noun say that the visit was over: « au terme d'une visite »."""
    before = sentence.chunks[max(0, hit.index - 3) : hit.index]
    return any(one.code in words.sets["ended"] for one in before)


def _apart(sentence: Sentence, hit: Hit, at: int, words: VisitCues) -> bool:
    """Whether a date is of something else than the visit: of what it is the first since (« la première visite
    depuis la guerre, il y a trente ans »), or of what comes before going on (« avant de gagner »)."""
    chunks = sentence.chunks
    verb = chunks[hit.index].verb
    if at < hit.index:
        led = verb is not None and verb.tense == "inf"
        return (
            led and at > 1 and any(one.word in words.sets["ahead"] for one in chunks[max(0, hit.index - 3) : hit.index])
        )
    return any(one.word in words.sets["since"] for one in chunks[hit.last + 1 : at])


def until_from(date: str | None, days: int) -> str | None:
    """The last day of a stay of some days that begins on a date."""
    return _shifted(date, days - 1) if days else None


def first_from(until: str | None, days: int) -> str | None:
    """The first day of a stay of some days that ends on a date."""
    return _shifted(until, 1 - days) if days else None


def _shifted(date: str | None, days: int) -> str | None:
    if not date or len(date) != 10:
        return None
    return (calendar.fromisoformat(date) + timedelta(days=days)).isoformat()
