"""One telling of a thing done together: its clause, its dates and places, the name and the ships that stand in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as calendar
from datetime import timedelta

from legation.model.mentions import BodyMention, DateMention, UnitMention
from legation.reading.matching import Hit
from legation.reading.phrases import Sentence
from legation.reading.records.activity_words import ActivityWords
from legation.reading.records.moods import HARD, Mood, mood_of, opens
from legation.reading.records.near import Spot, spots
from legation.reading.understanding import Day, Understanding

DATE_REACH, SPOT_REACH, CALL_REACH = 32, 22, 12  # chunks from which a date, a place, a port belongs to something else
BEFORE, BEYOND = 6, 6  # what it costs a date or place to stand before the clause, or behind it
NAME_REACH = 11  # chunks after a noun within which its name stands
DAYS_IN = {"day": 1, "week": 7}
DAYS = frozenset({"date", "range"})
OPENERS, CLOSERS = frozenset('«"“('), frozenset('»"”)')


@dataclass(frozen=True, slots=True)
class Telling:
    """A frame found in a sentence, with what verbs make of it and the chunks first..last of its clause."""

    sentence: Sentence
    hit: Hit
    mood: Mood
    first: int
    last: int
    tail: int | None = None
    named: str | None = None

    @property
    def start(self) -> int:
        """Where the clause begins in the mended text."""
        return self.sentence.chunks[self.first].start

    @property
    def end(self) -> int:
        """Where the clause ends in the mended text."""
        return self.sentence.chunks[self.last].end

    @property
    def reach_end(self) -> int:
        """The last chunk of the clause with a relative clause right behind the noun that it tells of."""
        return self.tail if self.tail is not None else self.last

    @property
    def type(self) -> str:
        """The codebook's type of activity."""
        return str(self.hit.frame.slots["type"])

    @property
    def noun(self) -> bool:
        """Whether a noun, not a verb, tells it."""
        return self.sentence.chunks[self.hit.index].verb is None


def telling(page: Understanding, sentence: Sentence, hit: Hit, mood: Mood) -> Telling:
    """The telling with its clause: around trigger and governing verb up to other verbs, relatives and hard stops."""
    inner = set() if hit.frame.slots.get("after") else _inner(hit, mood)
    first, last = min([hit.index, *inner]), max([hit.last, *inner])
    while first > 0 and not _ends_clause(page, sentence, first - 1, inner):
        if sentence.chunks[first].verb is not None and sentence.chunks[first - 1].word in page.known.coordinate:
            break
        first -= 1
    while last + 1 < len(sentence.chunks) and not _ends_clause(page, sentence, last + 1, inner):
        last += 1
    first = _after_opener(sentence, first, min([hit.index, *inner]))
    while last > hit.last and last not in inner and _dangles(page, sentence, last):
        last -= 1
    noun = sentence.chunks[hit.index].verb is None
    return Telling(sentence, hit, mood, first, last, _tail(page, sentence, last) if noun else None)


def _tail(page: Understanding, sentence: Sentence, last: int) -> int | None:
    """The last chunk of a relative clause right behind a clause; None where none stands there."""
    chunks, at = sentence.chunks, last + 1
    while at < len(chunks) and chunks[at].word == ",":
        at += 1
    if at >= len(chunks) or chunks[at].word not in page.known.relative:
        return None
    verbs = 0
    while at + 1 < len(chunks) and chunks[at + 1].code not in HARD:
        verb = chunks[at + 1].verb
        verbs += verb is not None and verb.finite
        if verbs > 1:
            break
        at += 1
    return at


def _after_opener(sentence: Sentence, first: int, trigger: int) -> int:
    """The first chunk after a participle that opens the sentence with words of its own (« Entré par X, il … »)."""
    verb = sentence.chunks[first].verb
    if first == trigger or verb is None or verb.tense not in {"pp", "prespart"}:
        return first
    return next((at + 1 for at in range(first, trigger) if sentence.chunks[at].word == ","), first)


def _inner(hit: Hit, mood: Mood) -> set[int]:
    """The verbs that belong to the clause: the governor, and one right over it (« doivent être remis »)."""
    inner = {at for at in mood.chain[:1] if abs(at - hit.index) < 14}
    inner |= {
        above
        for below, above in zip(mood.chain, mood.chain[1:], strict=False)
        if below in inner and 0 < below - above < 3
    }
    return inner


def _ends_clause(page: Understanding, sentence: Sentence, at: int, inner: set[int]) -> bool:
    chunk = sentence.chunks[at]
    if chunk.code in HARD or opens(page, sentence, at):
        return True
    return chunk.verb is not None and at not in inner and chunk.verb.tense not in {"pp", "prespart"}


def _dangles(page: Understanding, sentence: Sentence, at: int) -> bool:
    """Whether a clause should not end with this chunk: a comma, conjunction or preposition."""
    chunk = sentence.chunks[at]
    return chunk.word in page.known.coordinate or chunk.word in page.known.prepositions or chunk.word in {",", "("}


def _outside(one: Telling, at: int) -> bool:
    """Whether a chunk belongs to a verb further out that only decides or wishes (« ont convenu lundi de … »)."""
    outer = one.mood.chain[1:] if not one.noun else one.mood.chain
    if not one.mood.status or not outer:
        return False
    return at < min([one.hit.index, *(inner for inner in one.mood.chain[:1] if not one.noun)])


def distance(page: Understanding, one: Telling, at: int) -> int | None:
    """How far a chunk stands from the trigger; None where it belongs to another verb."""
    if _outside(one, at):
        return None
    if one.first <= at <= one.reach_end:
        return at - one.hit.last if at > one.hit.last else one.hit.index - at + (at < one.hit.index)
    chunks = one.sentence.chunks
    if at > one.reach_end:
        between = chunks[one.reach_end + 1 : at]
        return (
            None if any(_finite(chunk.verb) or chunk.code in HARD for chunk in between) else at - one.hit.last + BEYOND
        )
    if not any(_finite(chunk.verb) or chunk.code in HARD for chunk in chunks[:at]) or _antecedent(page, one, at):
        return one.hit.index - at + BEFORE if not _of_participle(one, at) else None
    return None


def _finite(verb: object) -> bool:
    return verb is not None and bool(getattr(verb, "finite", False))


def _antecedent(page: Understanding, one: Telling, at: int) -> bool:
    """Whether the chunk stands right before a relative that opens the clause."""
    before = one.first - 1
    return before >= 0 and one.sentence.chunks[before].word in page.known.relative and before - at < 6


def _of_participle(one: Telling, at: int) -> bool:
    """Whether a participle that opens the sentence has the chunk for its own (« Entré au Vietnam par X, il … »)."""
    chunks = one.sentence.chunks
    lead = next((near for near in range(at) if chunks[near].verb is not None), None)
    commas = [near for near in range(at) if chunks[near].word == ","]
    return lead is not None and not _finite(chunks[lead].verb) and not any(near > lead for near in commas)


def period(page: Understanding, one: Telling, words: ActivityWords) -> tuple[str | None, str | None]:
    """First and last day (EDTF) that the sentence tells for it; dates of verbs that end it are its last day."""
    found = _days(page, one, words)
    earlier = _counted_back(one, found)
    if earlier:
        return earlier, None
    date = until = None
    for at, day in found:
        if day.mention.kind == "until" or (day.mention.kind == "date" and _tells_end(one, at, words)):
            until = until or day.until or day.date
        elif date is None and day.date:
            date, until = day.date, day.until or until
    if until and date and date >= until and len(date) == len(until):
        date = None if date > until or found[0][1].mention.kind == "until" else date
    if until and not date:
        date = _back_from(page, one, until)
    return date, until if until != date else None


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
    stay = of_stay(one, words)
    for at in range(len(one.sentence.chunks)):
        cost = distance(page, one, at)
        if cost is None or cost >= DATE_REACH or _of_document(page, one, at) or (stay and at < one.first + stay):
            continue
        for mention in (one.sentence.chunks[at].mention, *one.sentence.chunks[at].also):
            day = page.days.get(mention.start) if isinstance(mention, DateMention) else None
            if day is not None and day.mention.kind in DAYS | {"until"} and (day.date or day.until):
                ranked.append((cost, at, day))
    return [(at, day) for _, at, day in sorted(ranked, key=lambda entry: (entry[0], entry[1]))][:3]


def _of_document(page: Understanding, one: Telling, at: int) -> bool:
    """Whether another participle stands right before the date (« un contrat signé en mai »), which tells that one's day."""
    before = at - 1
    while before > 0 and one.sentence.chunks[before].word in page.known.prepositions:
        before -= 1
    verb = one.sentence.chunks[before].verb
    own = {one.hit.index, *one.mood.chain[:1]}
    return verb is not None and verb.tense == "pp" and before not in own and not (one.first <= before <= one.last)


def _tells_end(one: Telling, at: int, words: ActivityWords) -> bool:
    """Whether the verb that the date stands with ends the thing."""
    chunks = one.sentence.chunks
    verbs = [near for near in range(max(0, at - 4), at) if chunks[near].verb is not None]
    near = verbs[-1] if verbs else one.mood.governor
    if near is None:
        return False
    verb = chunks[near].verb
    if verb is None or not (one.first <= near <= one.last or (one.noun and near in one.mood.chain)):
        return False
    return (
        words.has("ends", verb.lemma)
        or words.noun("end_nouns", one.sentence, min(near + 1, len(chunks) - 1)) is not None
    )


def _back_from(page: Understanding, one: Telling, until: str) -> str | None:
    """The first day from the last and a length in days (« quatre jours d'escale »)."""
    for chunk in one.sentence.chunks[one.first : one.last + 1]:
        mention = chunk.mention
        if (
            isinstance(mention, DateMention)
            and mention.kind == "duration"
            and mention.unit == "day"
            and len(until) == 10
        ):
            return (calendar.fromisoformat(until) - timedelta(days=mention.shift - 1)).isoformat()
    return None


def spot_of(page: Understanding, one: Telling, words: ActivityWords) -> Spot | None:
    """The place that stands nearest to the trigger and is where it happens; named sites before bare countries."""
    reach = CALL_REACH if one.type == "port_call" and not one.noun else SPOT_REACH
    ranked = []
    for spot in spots(page, one.sentence):
        cost = distance(page, one, spot.at) if _located(page, one, spot, words) else None
        if one.type == "port_call" and getattr(one.sentence.chunks[spot.at].mention, "kind", "") in {"sea", "region"}:
            continue
        if cost is not None and cost + (0 if spot.place else 4) < reach:
            ranked.append((cost + (0 if spot.place else 4), spot.at, spot))
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def title_of(page: Understanding, one: Telling) -> str | None:
    """The noun group of the trigger as written, as the name of what has no other (« le Salon international de la défense »)."""
    chunks, end = one.sentence.chunks, one.hit.last
    for at in range(one.hit.last + 1, one.last + 1):
        chunk = chunks[at]
        if (
            chunk.verb is not None
            or chunk.word in {",", "("}
            or isinstance(chunk.mention, DateMention)
            or chunk.code == "à"
        ):
            break
        end = at
    while end > one.hit.last and _dangles(page, one.sentence, end):
        end -= 1
    return " ".join(page.text[chunks[one.hit.index].start : chunks[end].end].split())


def of_stay(one: Telling, words: ActivityWords) -> int:
    """How many chunks of the clause set it in a stay only (« au cours de son séjour, du 9 au 12 mai, »), which tells no day."""
    chunks = one.sentence.chunks
    at = next((at for at in range(one.hit.index) if words.noun("stays", one.sentence, at) is not None), None)
    if at is None or one.type == "port_call":
        return 0
    commas = [near for near in range(at, one.hit.index) if chunks[near].word == ","]
    return max(0, (commas[-1] if commas else at) - one.first + 1) or 1


def _located(page: Understanding, one: Telling, spot: Spot, words: ActivityWords) -> bool:
    """Whether a preposition puts something at the place, or a verb of going has it as its object."""
    chunks = one.sentence.chunks
    if spot.at == 0:
        return False
    before = chunks[spot.at - 1]
    if before.code in page.known.linking and before.word != "à" and before.code == "de":
        near = range(max(0, spot.at - 5), spot.at - 1)
        return any(
            words.noun(name, one.sentence, at) is not None for at in near for name in ("sites", "ports", "areas")
        )
    away = chunks[max(0, spot.at - 4) : spot.at]
    return not any(words.has("around", chunk.code) for chunk in away)


def name_of(page: Understanding, sentence: Sentence, index: int, words: ActivityWords) -> tuple[str, int] | None:
    """The proper name after a noun, and its chunk: marked as a unit, in quotation marks, in capitals or in brackets."""
    bare = True
    for at in range(index + 1, min(len(sentence.chunks), index + 1 + NAME_REACH)):
        chunk = sentence.chunks[at]
        if isinstance(chunk.mention, UnitMention) and chunk.mention.kind in {"exercise", "operation"}:
            return chunk.mention.name, at
        if chunk.word in OPENERS:
            named = _enclosed(page, sentence, at)
            if named is not None:
                return named
        if (chunk.verb is not None and chunk.verb.tense != "pp") or chunk.code in HARD:
            return None
        if bare and _capital(page, sentence, at, words):
            return _run(page, sentence, at), at
        bare = bare and (
            chunk.code == "@S" or (bool(chunk.word) and chunk.word.isalpha() and not _joins(page, chunk.word))
        )
    return None


def named_before(page: Understanding, one: Telling, words: ActivityWords) -> Telling | None:
    """The telling that « cet exercice » takes up, where the sentence before gives the thing's name but not its kind."""
    earlier = next((each for each in page.body() if each.number == one.sentence.number - 1), None)
    for at, chunk in enumerate(earlier.chunks if earlier else ()):
        found = _enclosed(page, earlier, at) if earlier and chunk.word in OPENERS else None
        if found is not None and earlier is not None:
            hit = replace(one.hit, index=found[1], last=found[1])
            return replace(telling(page, earlier, hit, mood_of(page, earlier, found[1], words)), named=found[0])
    return None


def _joins(page: Understanding, word: str) -> bool:
    return word in page.known.prepositions or word in page.known.coordinate


def _capital(page: Understanding, sentence: Sentence, at: int, words: ActivityWords) -> bool:
    chunk = sentence.chunks[at]
    written = page.text[chunk.start : chunk.end]
    body = isinstance(chunk.mention, BodyMention) and chunk.mention.type not in {"agency", "organisation", "media"}
    return (bool(chunk.word) or body) and written[:1].isupper() and not words.has("not_names", written)


def _run(page: Understanding, sentence: Sentence, at: int) -> str:
    end = at
    while end + 1 < len(sentence.chunks):
        following = sentence.chunks[end + 1]
        written = page.text[following.start : following.end]
        if not (following.word and (written[:1].isupper() or written.isdigit())):
            break
        end += 1
    return " ".join(page.text[sentence.chunks[at].start : sentence.chunks[end].end].split())


def _enclosed(page: Understanding, sentence: Sentence, at: int) -> tuple[str, int] | None:
    """A name between quotation marks, or an acronym in brackets."""
    chunks = sentence.chunks
    for end in range(at + 1, min(len(chunks), at + 8)):
        if chunks[end].word in CLOSERS and end > at + 1:
            inside = " ".join(page.text[chunks[at + 1].start : chunks[end - 1].end].split())
            acronym = (
                inside.replace(" ", "").replace("-", "").isalnum() and inside.upper() == inside and len(inside) > 2
            )
            if any(chunk.verb is not None for chunk in chunks[at + 1 : end]) or not inside[:1].isupper():
                return None
            return (inside, at + 1) if acronym or chunks[at].word != "(" else None
    return None
