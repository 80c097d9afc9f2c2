"""Where a visit leads: the states and the places that its words name, one destination for each state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from legation.model.mentions import DateMention, PersonMention, RoleMention, StateMention
from legation.reading.circumstances import country_of
from legation.reading.matching import Hit
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.cues import cues
from legation.reading.records.near import Spot, antecedent_spot
from legation.reading.records.near import spots as all_spots
from legation.reading.records.visit_cues import VisitCues, visit_cues
from legation.reading.reference import SIDES, Referent
from legation.reading.understanding import Understanding

STOP_REACH = 7  # chunks after a verb within which the place that it is about stands
SPOKEN = 3  # sentences back to which « y » reaches
BEFORE = 4  # what a place before the words costs more than one after them
JOINED = 6  # chunks between two destinations of one journey
DATE, PLACE, COUNTRY = "@D", "place", "country"
LASTING = frozenset({"since", "until", "range"})
SEEING = frozenset({"dest"})  # words of coming, in whose sentence what was seen is told
SOUGHT = frozenset({"dest", "onward", "there", "across", "invited"})


@dataclass(frozen=True, slots=True)
class Destination:
    """A state visited, the places named there, the chunk of the place, and the last chunk of its words; whether
    the words lead back from there."""

    host: str | None
    stops: tuple[str, ...] = ()
    at: int | None = None
    last: int = 0
    homeward: bool = False


def destinations(
    page: Understanding, sentence: Sentence, hit: Hit, who: Referent, words: VisitCues
) -> list[Destination]:
    """Where the words lead, in order; empty where they must name a place and name none abroad."""
    slots = hit.frame.slots
    own = who.side[0] if who.side else None
    if slots.get("role") and hit.actor is not None:
        host = guest_of(page, sentence, hit)
        return [Destination(host, last=hit.last)] if host and host != own else []
    if slots.get("go") == "guest":
        host = _state_of(sentence, hit.other)
        return [Destination(host, last=hit.last)] if host and host != own else []
    if slots.get("go") == "invited":
        host = _invited_to(page, sentence, hit, who)
        return [Destination(host, last=hit.last)] if host else []
    if slots.get("go") == "welcome":
        states = _subject_states(page, sentence, hit)
        return [Destination(states[0], last=hit.last)] if len(states) == 1 and states[0] != own else []
    pointed = _pointed(page, sentence, hit, own) if slots.get("go") != "home" else None
    if pointed is not None:
        return [pointed] if pointed.host != own else []
    told = _named(page, sentence, hit, own, words)
    if told:
        return told
    if slots.get("go") == "onward" and _goes_home(page, sentence, hit, own):
        host = _fallback(page, sentence, hit, own)
        return [Destination(host, last=hit.last, homeward=True)] if host else []
    if slots.get("go") and _figure(page, sentence, hit, words):
        return []
    if (
        _is_participle(sentence, hit)
        and slots.get("gives") == "both"
        and slots.get("go")
        and not _reached(page, sentence, hit)
    ):
        return []
    placed = any(_belongs(sentence, hit, spot, words) for spot in _reached(page, sentence, hit))
    sought = slots.get("go") in SOUGHT and (placed or slots.get("go") not in {"dest", "there"} or "led" in slots)
    tour = any(chunk.code in words.sets["tours"] for chunk in sentence.chunks[hit.index : hit.last + 1])
    host = None if sought or tour else _fallback(page, sentence, hit, own)
    host = host or _other(page, who, slots)
    return [Destination(host, last=hit.last)] if host or not (sought or tour) else []


def _spoken_of(page: Understanding, sentence: Sentence, index: int, every: list[Spot], own: str | None) -> Spot | None:
    """The place abroad spoken of last before a chunk, in its sentence or the few before it."""
    told = [spot for spot in every if spot.at < index]
    for number in range(sentence.number, max(-1, sentence.number - SPOKEN), -1):
        told = told if number == sentence.number else all_spots(page, page.sentences[number])
        found = next((spot for spot in reversed(told) if spot.country not in {None, own}), None)
        if found is not None:
            return found
    return None


def _with_heads(page: Understanding, sentence: Sentence, index: int, every: list[Spot]) -> list[Spot]:
    """The places of a sentence, with the state or capital that stands before « où » as an object (« a choisi Lisbonne,
    où … »)."""
    where = cues(page.language).sets["where"]
    for at in range(index, max(1, index - STOP_REACH), -1):
        if sentence.chunks[at].word in where:
            head = at - 2 if sentence.chunks[at - 1].word == "," else at - 1
            mention = sentence.chunks[head].mention if head >= 0 else None
            if isinstance(mention, StateMention) and mention.form in {"name", "capital"}:
                return [*every, Spot(None, mention.states[0], head)]
    return every


def _pointed(page: Understanding, sentence: Sentence, hit: Hit, own: str | None) -> Destination | None:
    """The place that « où » before the verb or « y » with it takes up: one told before."""
    verb = sentence.chunks[hit.index].verb
    every = all_spots(page, sentence)
    spot = antecedent_spot(page, sentence, hit.index, _with_heads(page, sentence, hit.index, every))
    if spot is None and verb is not None and PLACE in verb.clitics:
        spot = _spoken_of(page, sentence, hit.index, every, own)
    if spot is None or spot.country is None:
        return None
    return Destination(spot.country, (spot.place,) if spot.place and spot.at < hit.index else (), spot.at, hit.last)


def _goes_home(page: Understanding, sentence: Sentence, hit: Hit, own: str | None) -> bool:
    """Whether the words lead to the visitor's own state (« s'est envolé pour Berlin »)."""
    return any(spot.country == own and hit.index <= spot.at <= hit.last + 1 for spot in all_spots(page, sentence))


def _is_participle(sentence: Sentence, hit: Hit) -> bool:
    """Whether the words begin with a participle."""
    verb = sentence.chunks[hit.index].verb
    return verb is not None and verb.tense == "pp"


def _state_of(sentence: Sentence, at: int | None) -> str | None:
    mention = sentence.chunks[at].mention if at is not None else None
    return mention.states[0] if isinstance(mention, StateMention) and mention.states else None


def _figure(page: Understanding, sentence: Sentence, hit: Hit, words: VisitCues) -> bool:
    """Whether the verb's complement is no place abroad: « s'est rendu à l'évidence », « a quitté l'organisation »."""
    for chunk in sentence.chunks[hit.last + 1 : hit.last + 4]:
        if chunk.code in words.sets["figures"]:
            return True
        if isinstance(chunk.mention, PersonMention) or _of_people(page, chunk):
            return True
        if chunk.code == DATE:
            continue
        if chunk.mention is not None or not chunk.word or not (_links(page, chunk) or chunk.word in page.known.adverbs):
            return False
    return False


def _of_people(page: Understanding, chunk: Chunk) -> bool:
    """Whether people, or an embassy, are what a verb of motion leads to."""
    embassies = cues(page.language).sets["embassies"]
    return isinstance(chunk.mention, RoleMention) and (
        chunk.mention.role not in SIDES or chunk.mention.role in embassies
    )


def _links(page: Understanding, chunk: Chunk) -> bool:
    known = page.known
    return chunk.word in known.prepositions or chunk.word in known.determiners or chunk.code in known.linking


def _subject_states(page: Understanding, sentence: Sentence, hit: Hit) -> tuple[str, ...]:
    told = page.verb(sentence, hit.index)
    return told.who.states if told is not None and not told.who.persons else ()


def _named(page: Understanding, sentence: Sentence, hit: Hit, own: str | None, words: VisitCues) -> list[Destination]:
    home = _at_home(page, sentence, hit, words)
    if home is not None:
        return [Destination(home if home != own else None, last=hit.last)]
    found = [spot for spot in _reached(page, sentence, hit) if _belongs(sentence, hit, spot, words)]
    found = [spot for spot in found if not _through(sentence, spot, words)]
    abroad = [spot for spot in found if spot.country and spot.country != own]
    if hit.frame.slots.get("go") == "onward":
        abroad = [spot for spot in abroad if spot.at >= hit.last]
    if not abroad:
        return []
    last = max((spot.at for spot in found if spot.at <= hit.last + 12), default=hit.last)
    first = min(abroad, key=lambda spot: (abs(spot.at - hit.last) + BEFORE * (spot.at < hit.index), spot.at))
    chosen = [first, *_going_on(sentence, hit, first, abroad, words)]
    return [_destination(one, found, last, alone=len(chosen) == 1) for one in chosen]


def _destination(spot: Spot, found: list[Spot], last: int, *, alone: bool) -> Destination:
    stops = tuple(
        one.place for one in found if one.place and one.country in ({spot.country, None} if alone else {spot.country})
    )
    return Destination(spot.country, stops, spot.at, last)


def _going_on(sentence: Sentence, hit: Hit, first: Spot, abroad: list[Spot], words: VisitCues) -> list[Spot]:
    """The further states of a tour: « se rendra à Madrid et à Rome », « pour Madrid, puis jeudi pour Rome »."""
    chosen: list[Spot] = []
    latest = first
    for spot in sorted(abroad, key=lambda one: one.at):
        between = sentence.chunks[latest.at + 1 : spot.at]
        if (
            spot.at <= latest.at
            or first.at < hit.index
            or len(between) > JOINED
            or any(one.verb is not None and one.verb.tense != "pp" for one in between)
        ):
            continue
        if spot.country not in {first.country, *(one.country for one in chosen)} and _listed(between, words):
            chosen.append(spot)
            latest = spot
    return chosen


def _listed(between: tuple[Chunk, ...], words: VisitCues) -> bool:
    return any(chunk.word and (chunk.word == "," or chunk.code in words.sets["joins"]) for chunk in between)


def _fallback(page: Understanding, sentence: Sentence, hit: Hit, own: str | None) -> str | None:
    """The host where no place is named: the state that receives the visit, else where the report is set."""
    for at in range(hit.index - 1, max(-1, hit.index - 5), -1):
        verb = sentence.chunks[at].verb
        if verb is not None and visit_cues(page.language).has("receives", verb.lemma):
            told = page.verb(sentence, at)
            side = told.who.side if told is not None and not told.who.persons else ()
            if len(side) == 1 and side[0] != own:
                return side[0]
    home = page.scene.host or country_of(page.layout.place)
    others = [state for state in page.scene.pair if state != own] if own in page.scene.pair else []
    others = others if hit.frame.slots.get("story") or hit.frame.slots.get("people") else []
    return next((state for state in (home, *others) if state and state != own), None)


def guest_of(page: Understanding, sentence: Sentence, hit: Hit) -> str | None:
    """The state that a guest's role names as a place (« l'hôte du Portugal », « depuis lundi l'hôte de son
    homologue »), not as a nationality (« l'hôte grec »)."""
    at = hit.last if hit.actor is None else hit.actor
    chunk = sentence.chunks[at]
    after = sentence.chunks[at + 1 : at + 3]
    lasts = any(
        isinstance(one.mention, DateMention) and one.mention.kind in LASTING
        for one in sentence.chunks[hit.index : hit.last + 1]
    )
    if lasts and len(after) == 2 and after[0].code in page.known.linking and after[1].code == "@A":
        side = page.who(after[1].start).side
        return side[0] if len(side) == 1 else None
    inside = [*chunk.also, *(one.mention for one in after[1:] if after[0].mention is None)]
    named = next(
        (one for one in inside if isinstance(one, StateMention) and one.form in {"name", "epithet", "capital"}), None
    )
    return named.states[0] if named is not None and named.states else None


def _reached(page: Understanding, sentence: Sentence, hit: Hit) -> list[Spot]:
    """The places of a sentence, with the object of a verb of motion (« regagner Tokyo », « à destination de
    Niamey »)."""
    every = all_spots(page, sentence)
    at = hit.last + 1
    while at < len(sentence.chunks) and (step := _aside(page, sentence, at)):
        at += step
    if hit.frame.nouns and at < len(sentence.chunks) and sentence.chunks[at].code in page.known.linking:
        at += 1
    chunk = sentence.chunks[at] if at < len(sentence.chunks) else None
    moves = hit.frame.slots.get("go") or hit.frame.nouns
    if chunk is None or not moves or any(one.at == at for one in every):
        return every
    if isinstance(chunk.mention, RoleMention) and chunk.mention.role == COUNTRY and hit.frame.verbs:
        land = page.who(chunk.start).states
        return [*every, Spot(None, land[0], at)] if len(land) == 1 else every
    if not isinstance(chunk.mention, StateMention):
        return every
    if chunk.mention.form not in {"name", "capital", "epithet"}:
        return every
    city = page.text[chunk.start : chunk.end] if chunk.mention.form == "capital" else None
    states = page.who(chunk.start).states
    return [*every, Spot(city, states[0] if states else None, at)]


def _aside(page: Understanding, sentence: Sentence, at: int) -> int:
    """How many chunks of a date, an adverb or an adverbial stand here; 0 if none."""
    chunk = sentence.chunks[at]
    for phrase in page.known.parentheses.get(chunk.word, ()):
        if tuple(one.word for one in sentence.chunks[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return int(chunk.code == DATE or chunk.word in page.known.adverbs)


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
    if any((one.verb is not None and one.verb.finite) or one.code in {";", ":"} for one in between):
        return False
    limit = 14 if spot.at > hit.last else 6
    return len(between) < limit and not any(one.verb is not None and one.verb.tense != "inf" for one in between)


def invited(page: Understanding, sentence: Sentence, hit: Hit) -> tuple[Sentence, int] | None:
    """The sentence and the chunk of the words that told just before of an invitation to come, if any did."""
    words = visit_cues(page.language)
    for number in (sentence.number, sentence.number - 1):
        one = page.sentences[number] if number >= 0 else sentence
        for at, chunk in enumerate(one.chunks[: hit.index] if one is sentence else one.chunks):
            if chunk.code in words.sets["nouns"] or (chunk.verb and words.has("comes", chunk.verb.lemma)):
                return one, at
    return None


def _invited_to(page: Understanding, sentence: Sentence, hit: Hit, who: Referent) -> str | None:
    """Where an invitation that is accepted leads: a place, else the other side's state."""
    own = who.side[0] if who.side else None
    told = invited(page, sentence, hit)
    if told is None:
        return None
    there = [spot.country for spot in all_spots(page, told[0]) if spot.country and spot.country != own]
    others = [state for state in page.scene.pair if state != own]
    return next(iter([*there, *others]), None)


def _other(page: Understanding, who: Referent, slots: Mapping[str, object]) -> str | None:
    """The other of the two states that the report is about, for who crosses the border between them."""
    own = who.side[0] if who.side else None
    if slots.get("go") != "across" or own not in page.scene.pair:
        return None
    return next((state for state in page.scene.pair if state != own), None)


def place_after(page: Understanding, sentence: Sentence, hit: Hit) -> Spot | None:
    """The place that stands first after the words of a visit."""
    return next((spot for spot in _reached(page, sentence, hit) if spot.at > hit.index), None)


def leaves_home(page: Understanding, sentence: Sentence, hit: Hit, who: Referent) -> bool:
    """Whether the place left is in the visitor's own state: « avait quitté Bamako le 6 mars »."""
    towards = visit_cues(page.language).sets["towards"]
    first = next((spot for spot in _reached(page, sentence, hit) if hit.last < spot.at <= hit.last + 2), None)
    return first is not None and first.country in who.side and sentence.chunks[first.at - 1].code not in towards


def seen_there(
    page: Understanding, sentence: Sentence, hit: Hit, host: str | None, words: VisitCues
) -> tuple[str, ...]:
    """The places that the sentence says were seen, begun with or ended at: « a visité la base », « s'achèvera
    au chantier »."""
    if not hit.frame.slots.get("noun") and hit.frame.slots.get("go") not in SEEING:
        return ()
    found: list[str] = []
    for at, chunk in enumerate(sentence.chunks):
        verb = chunk.verb
        if verb is None or not any(words.has(name, verb.lemma) for name in ("stops", "begins", "finishes")):
            continue
        near = [spot for spot in all_spots(page, sentence) if at < spot.at <= at + STOP_REACH and spot.place]
        found += [
            str(spot.place)
            for spot in near
            if spot.country in {host, None} and not _verb_between(sentence, at, spot.at)
        ]
    return tuple(found)


def _verb_between(sentence: Sentence, first: int, last: int) -> bool:
    return any(one.verb is not None and one.verb.finite for one in sentence.chunks[first + 1 : last])
