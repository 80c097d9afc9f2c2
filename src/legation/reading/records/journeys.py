"""Tellings of visits: a noun (« la visite de X au Japon »), words beside the visitor (« en visite »), or a
verb of motion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.model.mentions import DateMention, RoleMention, StateMention
from legation.reading.matching import Hit
from legation.reading.phrases import Sentence
from legation.reading.records.around import governed_noun
from legation.reading.records.cues import cues
from legation.reading.records.destinations import (
    Destination,
    destinations,
    guest_of,
    invited,
    leaves_home,
    place_after,
    seen_there,
)
from legation.reading.records.journey_days import days_told
from legation.reading.records.near import narrative_day, nearest_day
from legation.reading.records.tellings import mood
from legation.reading.records.travellers import led, visitor
from legation.reading.records.visit_cues import VisitCues, visit_cues
from legation.reading.reference import Referent
from legation.reading.understanding import Understanding

START, END, BOTH, CANCELLED, DATE = "start", "end", "both", "cancelled", "@D"
ENDS = frozenset({"back"})  # a way home without a day only goes on from a visit told elsewhere
PREDICATE = 18  # chunks after the noun within which its verb calls it off
PROPOSED, CONSIDERED = "proposed", 16  # chunks after the noun within which its verb says that it is but thought of
FURTHER = 7.0  # the reach of a date of a further place of a tour


@dataclass(frozen=True, slots=True)
class Journey:
    """A clause that tells a visit: chunks first..last, who goes where, and the days that the clause gives."""

    sentence: Sentence
    index: int
    first: int
    last: int
    rule: str
    who: Referent
    host: str | None
    type: str | None = None
    date: str | None = None
    until: str | None = None
    days: int = 0
    tense: str | None = None
    status: str | None = None
    stops: tuple[str, ...] = ()
    back: bool = False
    pronoun: bool = False
    trigger_end: int = -1

    @property
    def at(self) -> int:
        """Where its verb or noun stands in the mended text."""
        return self.sentence.chunks[self.index].start

    @property
    def start(self) -> int:
        """Where the telling begins in the mended text."""
        return self.sentence.chunks[self.first].start

    @property
    def end(self) -> int:
        """Where the telling ends in the mended text."""
        return self.sentence.chunks[self.last].end

    @property
    def fullness(self) -> tuple[bool, int]:
        """How much the telling says: tellings of the body before others, then those that say more."""
        told = [self.type, self.date, self.until, self.days, self.who.persons]
        return self.sentence.zone == "body", sum(bool(one) for one in told) - 2 * self.back


def journeys(page: Understanding, sentence: Sentence, hit: Hit) -> list[Journey]:
    """The visits that a frame tells, one for each state; none where nobody goes abroad, or it is but wished for."""
    words, slots = visit_cues(page.language), hit.frame.slots
    verb = sentence.chunks[hit.index].verb
    if not _holds(page, sentence, hit, words):
        return []
    told = (
        mood(page, sentence, hit.index, cues(page.language))
        if verb is not None
        else (_noun_tense(sentence, hit, words), None)
    )
    if told is None:
        return []
    told = ("pres", None) if slots.get("since") else told
    who = visitor(page, sentence, hit)
    if not who and (verb is not None or not slots.get("noun")):
        return []
    if (slots.get("since") or slots.get("people")) and not who.persons:
        return []
    if slots.get("state_object") and not _visits_a_state(sentence, hit):
        return []
    who = who if who.persons else led(page, sentence, who)
    found = destinations(page, sentence, hit, who, words)
    return [
        _journey(page, sentence, hit, one, told, place, number)
        for number, place in enumerate(found)
        for one in _each_side(who, place)
    ]


def _each_side(who: Referent, place: Destination) -> list[Referent]:
    """Those who travel together from several states, state by state; one group where the state visited is among them."""
    persons = {person.state for person in who.persons}
    if len(persons) < 2 or None in persons or place.host in persons or len(who.side) != len(persons):
        return [who]
    return [Referent(tuple(one for one in who.persons if one.state == state)) for state in who.side]


def _holds(page: Understanding, sentence: Sentence, hit: Hit, words: VisitCues) -> bool:
    """Whether the frame's own conditions hold: a guest's role, a visit and no call, a participle, a lasting date."""
    slots, verb = hit.frame.slots, sentence.chunks[hit.index].verb
    if slots.get("role") and not _stays(page, sentence, hit, slots["role"]):
        return False
    if slots.get("led") and not _leads(sentence, hit, slots["led"]):
        return False
    if hit.frame.nouns and governed_noun(sentence, hit.last, hit.index, page.known):
        return False
    if slots.get("participle") and (verb is None or verb.tense != "pp"):
        return False
    if slots.get("since") and not _lasting(page, sentence, hit):
        return False
    return _is_visit(page, sentence, hit, words)


def _journey(
    page: Understanding,
    sentence: Sentence,
    hit: Hit,
    who: Referent,
    told: tuple[str | None, str | None],
    place: Destination,
    number: int,
) -> Journey:
    words, slots = visit_cues(page.language), hit.frame.slots
    stops = tuple(dict.fromkeys([*place.stops, *seen_there(page, sentence, hit, place.host, words)]))
    gives = _gives(page, sentence, hit, who, place)
    date, until, days, after = days_told(page, sentence, hit, gives)
    if number or slots.get("gives") == "there":
        day = nearest_day(page, sentence, place.at or hit.last, reach=FURTHER)
        date, until, days = day.date if day is not None else None, None, 0
    if slots.get("go") == "invited" and not date and (inviting := invited(page, sentence, hit)) is not None:
        day = nearest_day(page, *inviting)
        date, until = (day.date, day.until) if day is not None else (None, None)
    if slots.get("story") and not (date or until or days) and told[0] not in {"fut", "cond", "inf"}:
        date = _story_day(page, sentence)
    return Journey(
        sentence,
        hit.index,
        _first(page, sentence, hit),
        max(place.last, after, hit.last),
        hit.frame.rule,
        who,
        place.host,
        _type(sentence, hit, words),
        date,
        until,
        days,
        None if (slots.get("go") in ENDS and not (date or until)) or (gives == END and told[0] == "fut") else told[0],
        slots.get("status") or told[1] or _called_off(sentence, hit, page) or _considered(sentence, hit, words),
        stops,
        back=not who,
        pronoun=bool(slots.get("pronoun")),
        trigger_end=hit.last,
    )


def _leads(sentence: Sentence, hit: Hit, roles: Sequence[str]) -> bool:
    """Whether the frame's actor is a group that somebody leads: « y conduit une délégation »."""
    mention = sentence.chunks[hit.actor].mention if hit.actor is not None else None
    return isinstance(mention, RoleMention) and mention.role in roles


def _gives(page: Understanding, sentence: Sentence, hit: Hit, who: Referent, place: Destination) -> str:
    """Which day of the visit a date beside the words is: that of leaving home is its first, that of going on to
    another state than one's own no last day."""
    go, gives = hit.frame.slots.get("go"), str(hit.frame.slots.get("gives", BOTH))
    first = place_after(page, sentence, hit)
    own = first is not None and first.country in who.side
    if go == "home" and leaves_home(page, sentence, hit, who):
        return START
    if go == "back" and place.at is not None and place.at > hit.index and not own:
        coming = bool(hit.frame.verbs) and sentence.chunks[place.at - 1].code in page.known.linking
        return END if coming else BOTH
    return END if place.homeward else gives


def _stays(page: Understanding, sentence: Sentence, hit: Hit, roles: Sequence[str]) -> bool:
    """Whether the frame's actor is a guest of a state: « est l'hôte du Portugal »."""
    chunk = sentence.chunks[hit.actor] if hit.actor is not None else None
    if chunk is None or not isinstance(chunk.mention, RoleMention) or chunk.mention.role not in roles:
        return False
    return bool(guest_of(page, sentence, hit))


def _is_visit(page: Understanding, sentence: Sentence, hit: Hit, words: VisitCues) -> bool:
    """Whether the noun is one visit of people to a state: no call, no tour of a site, no visits in general, no
    mere wish."""
    if hit.frame.slots.get("pronoun"):
        near = [one for one in page.sentences if sentence.number - 1 <= one.number <= sentence.number]
        return any(
            chunk.code in words.sets["nouns"]
            for one in near
            for chunk in one.chunks
            if chunk.start < sentence.chunks[hit.index].start
        )
    at = next((at for at in range(hit.index, hit.last + 1) if sentence.chunks[at].code in words.sets["nouns"]), None)
    if at is None:
        return True
    if page.text[sentence.chunks[at].start : sentence.chunks[at].end].lower() != sentence.chunks[at].code:
        return False
    after = [chunk.code for chunk in sentence.chunks[at + 1 : at + 4]]
    before = sentence.chunks[max(0, at - 8) : hit.index]
    if set(after) & words.sets["not_visits"]:
        return False
    call = before and before[-1].verb is not None and words.has("calls", before[-1].verb.lemma)
    return not call and not any(one.verb is not None and words.has("unreal", one.verb.lemma) for one in before)


def _called_off(sentence: Sentence, hit: Hit, page: Understanding) -> str | None:
    """« cancelled » where the verb of the noun, before or after it, calls the visit off."""
    if not hit.frame.slots.get("noun"):
        return None
    near = reversed(sentence.chunks[: hit.index + 1])
    before = next((one.verb for one in near if one.verb is not None or one.word == ","), None)
    finite = (one.verb for one in sentence.chunks[hit.last + 1 : hit.last + PREDICATE] if one.verb is not None)
    words = cues(page.language)
    off = (before is not None and words.has("cancel", before.lemma)) or any(
        after.finite and after.voice == "pas" and words.has("cancel", after.lemma) for after in finite
    )
    return CANCELLED if off else None


def _considered(sentence: Sentence, hit: Hit, words: VisitCues) -> str | None:
    """« proposed » where the visit is said to be but thought of (« la venue du ministre est à l'étude »)."""
    if not hit.frame.slots.get("noun"):
        return None
    after = sentence.chunks[hit.last + 1 : hit.last + CONSIDERED]
    at = next((at for at, one in enumerate(after) if one.finite), None)
    near = after[at : at + 3] if at is not None else ()
    told = any(one.code in words.sets["considered"] for one in near) or any(
        one.verb is not None and one.verb.voice == "pas" and words.has("considered", one.verb.lemma) for one in near[:1]
    )
    return PROPOSED if told else None


def _noun_tense(sentence: Sentence, hit: Hit, words: VisitCues) -> str | None:
    """The tense of the verb that the noun is the subject of; None for verbs that tell how long it lasts or its end."""
    verb = next(
        (one.verb for one in sentence.chunks[hit.last + 1 : hit.last + 12] if one.verb is not None and one.verb.finite),
        None,
    )
    ends = verb is not None and any(words.has(name, verb.lemma) for name in ("lasts", "finishes"))
    return verb.tense if verb is not None and not ends else None


def _visits_a_state(sentence: Sentence, hit: Hit) -> bool:
    """Whether the object of the verb is a state or its capital, no site (« a visité le Portugal »)."""
    near = sentence.chunks[hit.last + 1 : hit.last + 4]
    after = next((one for one in near if one.mention is not None and one.code != DATE), None)
    mention = after.mention if after is not None else None
    return isinstance(mention, StateMention) and mention.form in {"name", "capital"}


def _lasting(page: Understanding, sentence: Sentence, hit: Hit) -> bool:
    """Whether a date of the frame tells, to the day, since when or until when (« à Lisbonne depuis lundi »)."""
    for chunk in sentence.chunks[hit.index : hit.last + 1]:
        if isinstance(chunk.mention, DateMention) and chunk.mention.kind in {"since", "until", "range"}:
            day = page.days.get(chunk.mention.start)
            told = (day.date or day.until) if day is not None else None
            return told is not None and len(told) == 10
    return False


def _story_day(page: Understanding, sentence: Sentence) -> str | None:
    """The day that the paragraph has reached, else that of the story."""
    begin = min(one.start for one in page.sentences if one.paragraph == sentence.paragraph)
    days = [day.date for day in page.days_within(begin, sentence.start) if day.date and len(day.date) == 10]
    return days[-1] if days else narrative_day(page, sentence.start)


def _type(sentence: Sentence, hit: Hit, words: VisitCues) -> str | None:
    codes = tuple([chunk.code for chunk in sentence.chunks[hit.index : hit.last + 10]])
    if not any("visit" in code for code in codes):
        return None
    best: tuple[int, str] | None = None
    for phrase, kind in words.types:
        if phrase[0] not in codes:
            continue
        at = next((at for at in range(len(codes)) if codes[at : at + len(phrase)] == phrase), None)
        if at is not None and (best is None or at < best[0]):
            best = (at, kind)
    return best[1] if best is not None else None


def _first(page: Understanding, sentence: Sentence, hit: Hit) -> int:
    """Where the clause begins: at the subject of its verb, if that stands before it."""
    verb = page.verb(sentence, hit.index)
    at = verb.subject.index if verb is not None else None
    return at if at is not None and at < hit.index else hit.index
