"""Tellings of visits: a noun (« la visite de X au Japon »), words beside the visitor (« en visite »), or a verb of motion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legation.model.mentions import DateMention, PersonMention, RoleMention, StateMention
from legation.reading.matching import Hit
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.around import actors_after, apposed, governed_noun, group_left
from legation.reading.records.cues import cues
from legation.reading.records.journey_days import days_told
from legation.reading.records.near import Spot, narrative_day
from legation.reading.records.near import spots as all_spots
from legation.reading.records.tellings import mood
from legation.reading.records.visit_cues import VisitCues, visit_cues
from legation.reading.reference import Referent
from legation.reading.understanding import Understanding

START = "start"
STOP_REACH = 7  # chunks after a verb within which the place that it is about stands


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


def journey(page: Understanding, sentence: Sentence, hit: Hit) -> Journey | None:
    """The visit that a frame tells; None where nobody goes to another state, or where it is but wished for."""
    words, slots = visit_cues(page.language), hit.frame.slots
    if slots.get("role") and not _stays(page, sentence, hit, slots["role"]):
        return None
    if not _is_visit(page, sentence, hit, words) or (hit.frame.nouns and governed_noun(sentence, hit.last, hit.index, page.known)):
        return None
    verb = sentence.chunks[hit.index].verb
    told = mood(page, sentence, hit.index, cues(page.language)) if verb is not None else (_noun_tense(sentence, hit), None)
    if told is None or (slots.get("participle") and (verb is None or verb.tense != "pp")):
        return None
    who = _visitor(page, sentence, hit, words)
    host, stops, last = _destination(page, sentence, hit, who, words)
    if not who and (verb is not None or not slots.get("noun")):
        return None
    if slots.get("since") and not _lasting(sentence, hit):
        return None
    if slots.get("go") == "invited":
        host = _invited_to(page, sentence, hit, who, words)
    who = who if who.persons else _led(page, sentence, who)
    if slots.get("role") and hit.actor is not None:
        host = _guest_of(sentence.chunks[hit.actor])
    host = host or _other(page, who, slots)
    if slots.get("go") in {"dest", "onward", "there", "across", "invited"} and host is None:
        return None
    stops = tuple(dict.fromkeys([*stops, *_seen_there(page, sentence, hit, host, words)]))
    gives = START if slots.get("go") == "home" and _leaves_home(page, sentence, hit, who) else str(slots.get("gives", "both"))
    date, until, days, after = days_told(page, sentence, hit, gives)
    if slots.get("story") and not (date or until or days) and told[0] not in {"fut", "cond", "inf"}:
        date = _story_day(page, sentence)
    return Journey(
        sentence, hit.index, _first(page, sentence, hit), max(last, after, hit.last), hit.frame.rule, who, host,
        _type(sentence, hit, words), date, until, days, told[0], slots.get("status") or told[1], stops,
        back=not who, pronoun=bool(slots.get("pronoun")), trigger_end=hit.last,
    )  # fmt: skip


def _stays(page: Understanding, sentence: Sentence, hit: Hit, roles: Sequence[str]) -> bool:
    """Whether the frame's actor is a guest of a state: « est l'hôte du Portugal »."""
    chunk = sentence.chunks[hit.actor] if hit.actor is not None else None
    if chunk is None or not isinstance(chunk.mention, RoleMention) or chunk.mention.role not in roles:
        return False
    return bool(_guest_of(chunk))


def _guest_of(chunk: Chunk) -> str | None:
    """The state that a guest's role names as a place (« l'hôte du Portugal »), not as a nationality (« l'hôte grec »)."""
    named = next((one for one in chunk.also if isinstance(one, StateMention) and one.form in {"name", "epithet", "capital"}), None)
    return named.states[0] if named is not None and named.states else None


def _is_visit(page: Understanding, sentence: Sentence, hit: Hit, words: VisitCues) -> bool:
    """Whether the noun is one visit of people to a state: no call, no tour of a site, no visits in general, no mere wish."""
    if hit.frame.slots.get("pronoun"):
        near = [one for one in page.sentences if sentence.number - 1 <= one.number <= sentence.number]
        return any(chunk.code in words.sets["nouns"] for one in near for chunk in one.chunks if chunk.start < sentence.chunks[hit.index].start)
    at = next((at for at in range(hit.index, hit.last + 1) if sentence.chunks[at].code in words.sets["nouns"]), None)
    if at is None:
        return True
    if page.text[sentence.chunks[at].start : sentence.chunks[at].end].lower() != sentence.chunks[at].code:
        return False
    after = [chunk.code for chunk in sentence.chunks[at + 1 : at + 4]]
    before = sentence.chunks[max(0, at - 8) : hit.index]
    if set(after) & words.sets["not_visits"]:
        return False
    return not any(one.verb is not None and words.has("unreal", one.verb.lemma) for one in before)


def _noun_tense(sentence: Sentence, hit: Hit) -> str | None:
    verb = next((one.verb for one in sentence.chunks[hit.last + 1 : hit.last + 12] if one.verb is not None and one.verb.finite), None)
    return verb.tense if verb is not None else None


def _visitor(page: Understanding, sentence: Sentence, hit: Hit, words: VisitCues) -> Referent:
    relations = hit.frame.slots.get("who", ())
    who = Referent()
    if "subject" in relations:
        verb, own = sentence.chunks[hit.index].verb, page.verb(sentence, hit.index)
        at = next((one.index for one in page.verbs.get(sentence.number, ()) if one.index >= hit.index), None)
        if verb is not None and verb.tense in {"pp", "prespart"}:
            who = apposed(page, sentence, hit.index)
        elif own is not None:
            who = own.who
        elif at is not None:
            who = page.verb(sentence, at).who  # type: ignore[union-attr]
    if not who and "actor" in relations and hit.actor is not None:
        who = page.who(sentence.chunks[hit.actor].start)
    if not who and "apposed" in relations:
        who = _beside(page, sentence, hit)
    if not who and "de" in relations:
        who = _possessor(page, sentence, hit)
    return who


def _beside(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """Whoever stands beside the words: before them, or, at the head of a sentence, after them; else the clause's subject."""
    chunks, before = sentence.chunks, hit.index - 1
    while before >= 0 and (chunks[before].word in {",", "("} or chunks[before].word in page.known.adverbs):
        before -= 1
    if before >= 0 and chunks[before].code == "@A":
        return group_left(page, sentence, before)
    told = [one for one in page.verbs.get(sentence.number, ()) if one.who and not (one.who.persons == () and len(one.who.states) > 1)]
    near = sorted(told, key=lambda one: (one.index < hit.index, abs(one.index - hit.index)))
    return near[0].who if near else Referent()


def _possessor(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """« la visite de X », « la visite au Japon de X »; « sa visite », « son séjour » are the clause's subject's."""
    owner = next((cues(page.language).own[one.code] for one in sentence.chunks[max(0, hit.index - 3) : hit.index]
                  if one.code in cues(page.language).own), None)  # fmt: skip
    for actor in actors_after(page, sentence, hit.last, limit=hit.last + 10):
        mention = sentence.chunks[actor.at].mention
        who = page.who(sentence.chunks[actor.at].start)
        if actor.preposition == "de" and who and isinstance(mention, PersonMention | RoleMention):
            return who
    lead_in = any(one.code in visit_cues(page.language).sets["lead_ins"] for one in sentence.chunks[max(0, hit.index - 4) : hit.index])
    if owner is None and not lead_in:
        return Referent()
    told = [one for one in page.verbs.get(sentence.number, ()) if one.who and (owner or one.who.persons)]
    near = sorted(told, key=lambda one: abs(one.index - hit.index))
    return near[0].who if near else Referent()


def _destination(
    page: Understanding, sentence: Sentence, hit: Hit, who: Referent, words: VisitCues
) -> tuple[str | None, tuple[str, ...], int]:
    """The state visited, the places named there, and the last chunk of these."""
    own = who.side[0] if who.side else None
    home = _at_home(page, sentence, hit, words)
    if home is not None:
        return (home if home != own else None), (), hit.last
    found = [spot for spot in _reached(page, sentence, hit) if _belongs(sentence, hit, spot, words)]
    last = max((spot.at for spot in found if spot.at <= hit.last + 12), default=hit.last)
    found = [spot for spot in found if not _through(sentence, spot, words)]
    abroad = [spot for spot in found if spot.country and spot.country != own]
    if hit.frame.slots.get("go") == "onward":
        abroad = [spot for spot in abroad if spot.at >= hit.last]
    if abroad:
        host = min(abroad, key=lambda spot: abs(spot.at - hit.last)).country
        return host, tuple(spot.place for spot in found if spot.place and spot.country in {host, None}), last
    if hit.frame.slots.get("go") in {"onward", "across"} or (hit.frame.slots.get("go") == "dest" and found):
        return None, (), last
    return (page.scene.host if page.scene.host != own else None), (), last


def _reached(page: Understanding, sentence: Sentence, hit: Hit) -> list[Spot]:
    """The places of a sentence, with the object of a verb of motion (« regagner Tokyo », « à destination de Niamey »)."""
    every = [_trusted(page, spot) for spot in all_spots(page, sentence)]
    at = hit.last + 1
    if hit.frame.nouns and at < len(sentence.chunks) and sentence.chunks[at].code in page.known.linking:
        at += 1
    chunk = sentence.chunks[at] if at < len(sentence.chunks) else None
    moves = hit.frame.slots.get("go") or hit.frame.nouns
    if chunk is None or not moves or not isinstance(chunk.mention, StateMention) or any(one.at == at for one in every):
        return every
    city = page.text[chunk.start : chunk.end] if chunk.mention.form == "capital" else None
    states = page.who(chunk.start).states
    return [*every, Spot(city, states[0] if states else None, at)]


def _trusted(page: Understanding, spot: Spot) -> Spot:
    """A place without its country where the gazetteer puts it in a state of which the report does not speak."""
    return spot if spot.country is None or spot.country in page.scene.states else Spot(spot.place, None, spot.at)


def _through(sentence: Sentence, spot: Spot, words: VisitCues) -> bool:
    """Whether a place is but passed through (« via Istanbul ») or come from (« venu de Paris »)."""
    return spot.at > 0 and sentence.chunks[spot.at - 1].code in words.sets["through"]


def _at_home(page: Understanding, sentence: Sentence, hit: Hit, words: VisitCues) -> str | None:
    """The outlet's own country, where the words take the reader there (« dans notre pays »)."""
    for chunk in sentence.chunks[hit.last + 1 : hit.last + 6]:
        opening = page.text[chunk.start : chunk.end].lower().split(" ")[0]
        if opening in words.sets["ours"]:
            return page.cast.home or page.scene.host
    return None


def _belongs(sentence: Sentence, hit: Hit, spot: Spot, words: VisitCues) -> bool:
    """Whether a place stands with the words of the visit: after them in the same clause, or just before."""
    chunks = sentence.chunks
    if hit.index <= spot.at <= hit.last:
        return True
    low, high = sorted((spot.at, hit.last if spot.at > hit.last else hit.index))
    between = chunks[low + 1 : high]
    if any(one.verb is not None and one.verb.finite or one.code in {";", ":"} for one in between):
        return False
    limit = 14 if spot.at > hit.last else 6
    return len(between) < limit and not any(one.verb is not None and one.verb.tense != "inf" for one in between)


def _lasting(sentence: Sentence, hit: Hit) -> bool:
    """Whether a date of the frame tells since when or until when (« à Lisbonne depuis lundi »)."""
    return any(
        isinstance(one.mention, DateMention) and one.mention.kind in {"since", "until", "range"}
        for one in sentence.chunks[hit.index : hit.last + 1]
    )


def _invited_to(page: Understanding, sentence: Sentence, hit: Hit, who: Referent, words: VisitCues) -> str | None:
    """Where an invitation that is accepted leads, if one to come is told of just before: a place, else the other side's state."""
    own = who.side[0] if who.side else None
    for number in (sentence.number, sentence.number - 1):
        one = page.sentences[number] if number >= 0 else sentence
        chunks = one.chunks[: hit.index] if one is sentence else one.chunks
        if any(chunk.code in words.sets["nouns"] or (chunk.verb and words.has("comes", chunk.verb.lemma)) for chunk in chunks):
            there = [spot.country for spot in all_spots(page, one) if spot.country and spot.country != own]
            others = [state for state in page.scene.pair if state != own]
            return next(iter([*there, *others]), None)
    return None


def _led(page: Understanding, sentence: Sentence, who: Referent) -> Referent:
    """Who leads a delegation: « une délégation conduite par le général X », « à la tête d'une délégation » aside."""
    words = visit_cues(page.language)
    for at, chunk in enumerate(sentence.chunks):
        if chunk.verb is None or chunk.verb.tense != "pp" or not words.has("leads", chunk.verb.lemma):
            continue
        for actor in actors_after(page, sentence, at, limit=at + 4):
            led = page.who(sentence.chunks[actor.at].start)
            if actor.preposition in page.known.agent_prepositions and led.persons:
                return Referent(led.persons, tuple(state for state in who.states if state not in led.side))
    return who


def _story_day(page: Understanding, sentence: Sentence) -> str | None:
    """The day that the paragraph has reached, else that of the story."""
    begin = min(one.start for one in page.sentences if one.paragraph == sentence.paragraph)
    days = [day.date for day in page.days_within(begin, sentence.start) if day.date and len(day.date) == 10]
    return days[-1] if days else narrative_day(page, sentence.start)


def _other(page: Understanding, who: Referent, slots: Mapping[str, object]) -> str | None:
    """The other of the two states that the report is about, for who crosses the border between them."""
    own = who.side[0] if who.side else None
    if slots.get("go") != "across" or own not in page.scene.pair:
        return None
    return next((state for state in page.scene.pair if state != own), None)


def _leaves_home(page: Understanding, sentence: Sentence, hit: Hit, who: Referent) -> bool:
    """Whether the place left is in the visitor's own state: « avait quitté Bamako le 6 mars »."""
    towards = visit_cues(page.language).sets["towards"]
    first = next((spot for spot in _reached(page, sentence, hit) if hit.last < spot.at <= hit.last + 2), None)
    return first is not None and first.country in who.side and sentence.chunks[first.at - 1].code not in towards


def _seen_there(page: Understanding, sentence: Sentence, hit: Hit, host: str | None, words: VisitCues) -> tuple[str, ...]:
    """The places that the sentence says were seen, begun with or ended at: « a visité la base », « s'achèvera au chantier »."""
    if not hit.frame.slots.get("noun"):
        return ()
    found: list[str] = []
    for at, chunk in enumerate(sentence.chunks):
        verb = chunk.verb
        if verb is None or not any(words.has(name, verb.lemma) for name in ("stops", "begins", "finishes")):
            continue
        near = [spot for spot in all_spots(page, sentence) if at < spot.at <= at + STOP_REACH and spot.place]
        found += [str(spot.place) for spot in near if spot.country in {host, None} and not _verb_between(sentence, at, spot.at)]
    return tuple(found)


def _verb_between(sentence: Sentence, first: int, last: int) -> bool:
    return any(one.verb is not None and one.verb.finite for one in sentence.chunks[first + 1 : last])


def _type(sentence: Sentence, hit: Hit, words: VisitCues) -> str | None:
    codes = tuple(chunk.code for chunk in sentence.chunks[hit.index : hit.last + 10])
    best: tuple[int, str] | None = None
    for phrase, kind in words.types:
        at = next((at for at in range(len(codes)) if codes[at : at + len(phrase)] == phrase), None)
        if at is not None and (best is None or at < best[0]):
            best = (at, kind)
    visit = any("visit" in code for code in codes)
    return best[1] if best is not None and visit else None


def _first(page: Understanding, sentence: Sentence, hit: Hit) -> int:
    """Where the clause begins: at the subject of its verb, if that stands before it."""
    verb = page.verb(sentence, hit.index)
    at = verb.subject.index if verb is not None else None
    return at if at is not None and at < hit.index else hit.index
