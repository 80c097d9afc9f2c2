"""When a thing done together is: the dates that belong to its telling, first day, last day and length."""

from __future__ import annotations

from datetime import date as calendar
from datetime import timedelta

from legation import world
from legation.model.mentions import DateMention
from legation.reading.records.activity_telling import Telling, finite
from legation.reading.records.activity_words import ActivityWords
from legation.reading.records.cues import cues
from legation.reading.records.moods import HARD
from legation.reading.understanding import Day, Understanding

DATE_REACH = 32  # chunks from which a date belongs to something else
LEFT = 3  # what it costs to stand before the verb
BEFORE, BEYOND = 6, 6  # what it costs a date or place to stand before the clause, or behind it
LASTING = frozenset({"port_call", "exercise", "training_course"})
YEAR_REACH = 2  # chunks from a noun to its year (« l'exercice de 2020 »)
DAYS_IN = {"day": 1, "week": 7}
DAYS = frozenset({"date", "range"})


def distance(page: Understanding, one: Telling, at: int, words: ActivityWords) -> int | None:
    """How far a chunk stands from the trigger; None where it belongs to another verb."""
    if _outside(page, one, at, words) or (at < one.hit.index and describes(one)):
        return None
    if not one.noun and _of_other(one, at):
        return None
    if (one.last < at <= one.reach_end and of_place(page, one)) or _of_next(page, one, at, words):
        return None
    if one.first <= at <= one.reach_end:
        return at - one.hit.last if at > one.hit.last else one.hit.index - at + (1 if one.noun else LEFT)
    chunks = one.sentence.chunks
    if at > one.reach_end:
        between = chunks[one.reach_end + 1 : at]
        return (
            None if any(finite(chunk.verb) or chunk.code in HARD for chunk in between) else at - one.hit.last + BEYOND
        )
    if not any(finite(chunk.verb) or chunk.code in HARD for chunk in chunks[:at]) or _antecedent(page, one, at):
        return one.hit.index - at + BEFORE if not _of_participle(one, at) else None
    return None


def _of_next(page: Understanding, one: Telling, at: int, words: ActivityWords) -> bool:
    """Whether another thing of a list stands between (« deux exercices et l'escale, en mai, de la frégate »)."""
    chunks = one.sentence.chunks
    for near in range(one.hit.last + 2, at if one.noun else 0):
        joined = any(chunk.word == "," or chunk.word in page.known.coordinate for chunk in chunks[near - 2 : near])
        if joined and words.has("listed", chunks[near].code):
            return True
    return False


def of_place(page: Understanding, one: Telling) -> bool:
    """Whether the relative behind the clause tells of a place (« dans un salon, où se tient … »)."""
    where = cues(page.language).sets["where"]
    return any(chunk.word in where for chunk in one.sentence.chunks[one.last + 1 : one.last + 3])


def describes(one: Telling) -> bool:
    """Whether the trigger is a participle that describes a noun before it (« les troupes stationnées dans »)."""
    verb = one.sentence.chunks[one.hit.index].verb
    if verb is None or verb.tense != "pp" or not one.mood.chain[1:]:
        return False
    return one.hit.index > 0 and one.sentence.chunks[one.hit.index - 1].verb is None


def _outside(page: Understanding, one: Telling, at: int, words: ActivityWords) -> bool:
    """Whether a chunk belongs to a verb further out that only decides or wishes (« ont convenu lundi de … »).

    A day yet to come is the thing's own (« prévoient en mai un exercice »).
    """
    if not one.mood.status:
        return False
    inner = one.hit.index
    for verb in one.mood.chain:
        if verb != one.hit.index and words.mood(one.sentence, verb) == one.mood.status:
            return at < inner and not _ahead(page, one, at)
        inner = min(inner, verb)
    return False


def _ahead(page: Understanding, one: Telling, at: int) -> bool:
    """Whether the chunk is a date after the report's day."""
    mention = one.sentence.chunks[at].mention
    day = page.days.get(mention.start) if isinstance(mention, DateMention) else None
    last = day.until or day.date if day else None
    return bool(last and page.clock.report_day and world.last_day(last) > world.last_day(page.clock.report_day))


def _of_other(one: Telling, at: int) -> bool:
    """Whether a participle of something else stands shortly before (« un contrat passé cet été à Séoul »)."""
    chunks = one.sentence.chunks
    for near in range(at - 1, max(-1, at - 4), -1):
        verb = chunks[near].verb
        if chunks[near].word == "," or near == one.hit.index or near in one.mood.chain:
            return False
        if verb is not None and verb.tense == "pp":
            return True
    return False


def _antecedent(page: Understanding, one: Telling, at: int) -> bool:
    """Whether the chunk stands right before a relative that opens the clause."""
    before = one.first - 1
    return before >= 0 and one.sentence.chunks[before].word in page.known.relative and before - at < 6


def _of_participle(one: Telling, at: int) -> bool:
    """Whether a participle that opens the sentence has the chunk for its own (« Entré au Vietnam par X, il … »)."""
    chunks = one.sentence.chunks
    lead = next((near for near in range(at) if chunks[near].verb is not None), None)
    commas = [near for near in range(at) if chunks[near].word == ","]
    return lead is not None and not finite(chunks[lead].verb) and not any(near > lead for near in commas)


def period(page: Understanding, one: Telling, words: ActivityWords) -> tuple[str | None, str | None]:
    """First and last day (EDTF) that the sentence tells for it; dates of verbs that end it are its last day."""
    found = _days(page, one, words)
    earlier = _counted_back(one, found)
    if earlier:
        return earlier, None
    date = until = None
    for at, day in found:
        if day.mention.kind == "until" or (day.mention.kind == "date" and _tells_end(page, one, at, words)):
            until = until or day.until or day.date
        elif date is None and day.date:
            date, until = day.date, day.until or until
    if until and date and date >= until and len(date) == len(until):
        date = None if date > until or found[0][1].mention.kind == "until" else date
    if until and not date:
        date = _back_from(page, one, until)
    if date and not until and len(date) == 10:
        days = days_of(one)
        until = (calendar.fromisoformat(date) + timedelta(days=days - 1)).isoformat() if days > 1 else None
    return date, until if until != date else None


def ahead(page: Understanding, one: Telling, edtf: str | None) -> str | None:
    """The date of a thing planned, in the year to come where its words give no year and it would lie in the past."""
    today = page.clock.report_day
    if not edtf or not today or len(edtf) < 7 or world.last_day(edtf) >= world.first_day(today):
        return edtf
    told = (day.mention for day in page.days.values() if edtf in {day.date, day.until})
    near = [each for each in told if one.sentence.start <= each.start < one.sentence.end]
    if any(each.year is not None or each.month is None for each in near) or not near:
        return edtf
    later = f"{int(edtf[:4]) + 1}{edtf[4:]}"
    return later if world.first_day(later) >= world.last_day(today) else edtf


def _counted_back(one: Telling, found: list[tuple[int, Day]]) -> str | None:
    """The day of a thing after which something came so many days later (« quatre jours après un exercice »)."""
    before = one.sentence.chunks[max(0, one.hit.index - 2) : one.hit.index]
    offset = next(
        (
            chunk.mention
            for chunk in before
            if isinstance(chunk.mention, DateMention) and chunk.mention.kind == "offset"
        ),
        None,
    )
    day = next((each.date for _, each in found if each.date and len(each.date) == 10), None)
    if not one.noun or offset is None or offset.unit not in DAYS_IN or day is None:
        return None
    return (calendar.fromisoformat(day) - timedelta(days=abs(offset.shift) * DAYS_IN[offset.unit])).isoformat()


def _days(page: Understanding, one: Telling, words: ActivityWords) -> list[tuple[int, Day]]:
    """The dates that belong to the telling with their chunks, nearest first."""
    ranked = []
    stay = of_stay(one, words) if one.sentence.dated else 0
    for at in one.sentence.dated:
        cost = distance(page, one, at, words)
        if cost is None or cost >= DATE_REACH or _of_document(page, one, at) or (stay and at < one.first + stay):
            continue
        for mention in (one.sentence.chunks[at].mention, *one.sentence.chunks[at].also):
            day = page.days.get(mention.start) if isinstance(mention, DateMention) else None
            if (
                day is None
                or day.mention.kind not in _kinds(one, day)
                or _of_noun(page, one, at, day)
                or _of_apposed(page, one, at, day)
            ):
                continue
            if day.date or day.until:
                ranked.append((cost, at, day))
    return [(at, day) for _, at, day in sorted(ranked, key=lambda entry: (entry[0], entry[1]))][:3]


def _of_apposed(page: Understanding, one: Telling, at: int, day: Day) -> bool:
    """Whether a month or year dates a noun beside a place (« à X, théâtre des combats en février 2022 »)."""
    chunks, known = one.sentence.chunks, page.known
    if at <= one.hit.last or len(day.date or day.until or "") == 10:
        return False
    comma = next((near for near in range(at - 1, one.hit.last, -1) if chunks[near].word == ","), None)
    if comma is None or chunks[comma - 1].mention is None:
        return False
    noun = chunks[comma + 1]
    linking = {noun.word, noun.code} & (known.prepositions | known.relative | known.coordinate | known.adverbs)
    return noun.mention is None and noun.verb is None and noun.word.isalpha() and not linking


def _of_noun(page: Understanding, one: Telling, at: int, day: Day) -> bool:
    """Whether a year only tells which of its kind another noun is (« l'accord de 2020 »)."""
    of = page.known.prepositions_of["de"]
    bare = day.date is not None and len(day.date) == 4 and at > 1 and one.sentence.chunks[at - 1].code in of
    return bare and not one.hit.index <= at - YEAR_REACH <= one.hit.last


def _kinds(one: Telling, day: Day) -> frozenset[str]:
    """The kinds of dates that tell a day; what lasts begins on the day since which it lasts, a series on no day."""
    lasts = one.type in {"port_call", "deployment"} or (one.type in LASTING and len(day.date or "") > 4)
    return DAYS | {"until", "since"} if lasts else DAYS | {"until"}


def _of_document(page: Understanding, one: Telling, at: int) -> bool:
    """Whether a participle of something else stands right before the date (« un contrat signé en mai »)."""
    before = at - 1
    while before > 0 and one.sentence.chunks[before].word in page.known.prepositions:
        before -= 1
    verb = one.sentence.chunks[before].verb
    own = {one.hit.index, *one.mood.chain[:1]}
    return verb is not None and verb.tense == "pp" and before not in own and not (one.first <= before <= one.last)


def _tells_end(page: Understanding, one: Telling, at: int, words: ActivityWords) -> bool:
    """Whether the verb that the date stands with ends the thing."""
    chunks = one.sentence.chunks
    verbs = [near for near in range(max(0, at - 4), at) if chunks[near].verb is not None]
    near = verbs[-1] if verbs else one.mood.governor
    if near is None:
        return False
    verb = chunks[near].verb
    if verb is None or not (one.first <= near <= one.last or (one.noun and near in one.mood.chain)):
        return False
    return (words.has("ends", verb.lemma) and not _purpose(page, one, near)) or words.noun(
        "end_nouns", one.sentence, min(near + 1, len(chunks) - 1)
    ) is not None


def _purpose(page: Understanding, one: Telling, verb: int) -> bool:
    """Whether the thing is only what the verb is done for (« appareillera jeudi pour un exercice »)."""
    before = one.sentence.chunks[one.hit.index - 1].word if one.noun and verb < one.hit.index else ""
    return before in page.known.prepositions and before not in page.known.prepositions_of["de"]


def _back_from(page: Understanding, one: Telling, until: str) -> str | None:
    """The first day from the last and a length in days (« quatre jours d'escale »)."""
    days = days_of(one) if len(until) == 10 else 0
    return (calendar.fromisoformat(until) - timedelta(days=days - 1)).isoformat() if days else None


def days_of(one: Telling) -> int:
    """How many days the clause says that it lasts (« pour une escale de cinq jours »); 0 where it does not."""
    for chunk in one.sentence.chunks[one.first : one.last + 1]:
        mention = chunk.mention
        if (
            one.type in LASTING
            and isinstance(mention, DateMention)
            and mention.kind == "duration"
            and mention.unit in DAYS_IN
        ):
            return abs(mention.shift) * DAYS_IN[mention.unit]
    return 0


def of_stay(one: Telling, words: ActivityWords) -> int:
    """How many chunks only set it in a stay, which tells no day (« au cours de son séjour, du 9 au 12 mai, »)."""
    chunks = one.sentence.chunks
    if one.type == "port_call":
        return 0
    before = [at for at in words.places("stays", one.sentence) if at < one.hit.index]
    at = next((at for at in before if words.noun("stays", one.sentence, at) is not None), None)
    if at is None:
        return 0
    commas = [near for near in range(at, one.hit.index) if chunks[near].word == ","]
    return max(0, (commas[-1] if commas else at) - one.first + 1) or 1
