"""A report as understood: sentences, cast, scene, and for every verb who does it; what all record makers stand on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from legation import world
from legation.languages import Language
from legation.model.mentions import DateMention, Mention, PersonMention, PlaceMention, RoleMention, StateMention
from legation.model.zones import Layout, Zone
from legation.reading.cast import Cast, assemble
from legation.reading.clauses import Subject, in_dependent_clause, joins, subject
from legation.reading.grammar import Grammar, grammar
from legation.reading.interviews import answers, first_persons
from legation.reading.phrases import Sentence, chunk_zone
from legation.reading.reference import Discourse, Referent, Scene

_START = attrgetter("start")
NOBODY = Referent()
WEIGHTY = 5  # letters of a word that tells something
FRESH_WORDS, FRESH_SHARE = (
    8,
    0.6,
)  # a standfirst of so many such words, fewer than this share in the body, is news of its own
LEAD = 700  # characters of the article that weigh double when its states are ranked


class Clock(Protocol):
    """Resolves the dates of one report; the dating room gives it."""

    @property
    def report_day(self) -> str | None:
        """The report's day, EDTF, or None where it is not known."""

    def narrate(
        self, mentions: Sequence[DateMention], tenses: Mapping[int, str]
    ) -> list[tuple[str | None, str | None]]:
        """First and last day (EDTF) of every date of the report, in order, each resolved against what is told before it."""

    def resolve(self, mention: DateMention, *, context: str | None, tense: str | None) -> tuple[str | None, str | None]:
        """First and last day (EDTF) of a date's words, each None where it cannot be told."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a sentence with its subject: chunk index, where the subject stands, who it is."""

    index: int
    subject: Subject
    who: Referent
    dependent: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A date's words resolved: first and last day (EDTF), each None where it cannot be told."""

    mention: DateMention
    date: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A record before its evidence is traced back: offsets of the mended text, rule, slots as the codebook names them."""

    kind: str
    start: int
    end: int
    rule: str
    slots: Mapping[str, object]


Made = TypeVar("Made")
Work = Callable[["Understanding", Sentence], Made]


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that record makers ask: the mended text, its sentences, who is meant where, and when."""

    text: str
    language: Language
    known: Grammar
    layout: Layout
    mentions: tuple[Mention, ...]
    sentences: tuple[Sentence, ...]
    cast: Cast
    scene: Scene
    clock: Clock
    verbs: Mapping[int, tuple[Verb, ...]]
    meanings: Mapping[int, Referent]
    days: Mapping[int, Day]
    day_starts: tuple[int, ...] = ()
    done: dict[tuple[Work[Any], int], Any] = field(default_factory=dict, repr=False, compare=False)

    def body(self) -> Iterator[Sentence]:
        """The sentences of body paragraphs, in order."""
        return (one for one in self.sentences if one.zone == "body")

    def who(self, chunk_start: int) -> Referent:
        """Who the actor chunk at an offset means."""
        return self.meanings.get(chunk_start, NOBODY)

    def once(self, work: Work[Made], sentence: Sentence) -> Made:
        """What some work makes of a sentence, which is done when it is first asked for."""
        key = work, sentence.number
        if key not in self.done:
            self.done[key] = work(self, sentence)
        made: Made = self.done[key]
        return made

    def verb(self, sentence: Sentence, index: int) -> Verb | None:
        """The verb at a chunk index of a sentence."""
        for one in self.verbs.get(sentence.number, ()):
            if one.index == index:
                return one
        return None

    def days_within(self, start: int, end: int) -> list[Day]:
        """The resolved dates inside a span, in order."""
        first, last = bisect_left(self.day_starts, start), bisect_left(self.day_starts, end)
        return [self.days[at] for at in self.day_starts[first:last]]

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions inside a span, in order."""
        return _within(self.mentions, start, end)


def understand(
    *, text: str, layout: Layout, mentions: Sequence[Mention], language: Language, clock: Clock, home: str | None
) -> Understanding:
    """The report understood, from its mentions; `home` is the outlet's state."""
    ordered = tuple(sorted(mentions, key=lambda one: (one.start, -one.end)))
    told = answers(text, layout)
    sentences = _with_lead(text, _sentences(text, layout, ordered, language, told))
    begin = sentences[0].start if sentences else 0
    cast = assemble(ordered, text, language, home=home, weight_until=begin + LEAD, site=_country(layout.place))
    known = grammar(language)
    scene = _scene(layout, ordered, cast, sentences, known)
    discourse = Discourse(cast, scene, own=first_persons(text, layout, told, ordered, cast, known))
    verbs = {one.number: _interpret(one, discourse, known) for one in sentences}
    days = _resolve_days(sentences, clock, known)
    return Understanding(
        text, language, known, layout, ordered, tuple(sentences), cast, scene, clock, verbs, dict(discourse.memo), days,
        tuple(days),
    )  # fmt: skip


def _resolve_days(sentences: Sequence[Sentence], clock: Clock, known: Grammar) -> dict[int, Day]:
    """Every date of the article resolved in the order of the text, each against what is told before it."""
    found: list[DateMention] = []
    tenses: dict[int, str] = {}
    for sentence in sentences:
        for index in sentence.dated:
            for mention in (sentence.chunks[index].mention, *sentence.chunks[index].also):
                if isinstance(mention, DateMention):
                    found.append(mention)
                    tense = _tense_at(sentence, index, mention, known)
                    if tense:
                        tenses[mention.start] = tense
    told = sorted(found, key=lambda mention: mention.start)
    days = zip(told, clock.narrate(told, tenses), strict=True)
    return {mention.start: Day(mention, date, until) for mention, (date, until) in days}


COLLECTIVE_REACH = 5  # chunks after a verb within which the place of « on » stands
MEANING = ("@A", "@B", "@S", "@L")  # codes of chunks that mean somebody
NEAR_VERB = 5  # chunks from a date within which its verb stands
PRESENT_REACH = 2  # chunks behind a verb in the present within which a day is its own (« a lieu jeudi »)
AHEAD = frozenset({"inf", "fut", "cond"})
LASTING = frozenset({"until", "deadline"})


def _tense_at(sentence: Sentence, index: int, mention: DateMention, known: Grammar) -> str | None:
    """The tense of a date where the clause tells it for sure; None where the words of the date know better."""
    near = sorted(
        (abs(at - index) + (at > index) * 0.5, at)
        for at in range(max(0, index - NEAR_VERB), min(len(sentence.chunks), index + NEAR_VERB))
        if sentence.chunks[at].verb is not None
    )  # fmt: skip
    at = near[0][1] if near else index
    verb = sentence.chunks[at].verb
    if mention.kind == "since":
        return "future" if verb is not None and verb.tense == "fut" else "past"
    if not near:
        return None
    if verb is not None and (verb.tense == "fut" or (mention.kind in LASTING and verb.tense in {"pres", "inf"})):
        return "future"
    if verb is not None and verb.lemma in known.foreseen and verb.tense == "pres" and verb.voice == "pas":
        return "future"
    if (
        verb is not None
        and verb.tense == "inf"
        and any(one.verb is not None and one.verb.finite for one in sentence.chunks[max(0, at - 2) : at])
    ):
        return "future"
    if verb is not None and verb.tense == "pres" and 0 < index - at <= PRESENT_REACH:
        return "present"
    return None


def _sentences(
    text: str, layout: Layout, mentions: Sequence[Mention], language: Language, told: Sequence[Zone]
) -> list[Sentence]:
    found: list[Sentence] = []
    for paragraph, zone in enumerate(layout.article()):
        inside = _within(mentions, zone.start, zone.end)
        found.extend(
            chunk_zone(
                text, zone.start, zone.end, zone.kind, paragraph, inside, language, len(found), of_oneself=zone in told
            )
        )
    return found


def _within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Those of some mentions in order that lie inside a span."""
    first, last = bisect_left(mentions, start, key=_START), bisect_right(mentions, end, key=_START)
    return [one for one in mentions[first:last] if one.end <= end]


def _with_lead(text: str, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences, those of a standfirst that the body does not tell again counted as body."""
    if not any(one.zone == "standfirst" for one in sentences):
        return sentences
    told = {word for one in sentences if one.zone == "body" for word in _weighty(text, one)}
    found = []
    for one in sentences:
        words = _weighty(text, one) if one.zone == "standfirst" else set()
        fresh = len(words) >= FRESH_WORDS and len(words & told) < FRESH_SHARE * len(words)
        found.append(replace(one, zone="body") if fresh else one)
    return found


def _weighty(text: str, sentence: Sentence) -> set[str]:
    return {word for word in text[sentence.start : sentence.end].lower().split() if len(word) >= WEIGHTY}


def _scene(
    layout: Layout, mentions: Sequence[Mention], cast: Cast, sentences: Sequence[Sentence], known: Grammar
) -> Scene:
    """Where the report is set: the dateline's country if it is one of the two states, else the first place named in one."""
    ranked = tuple(state for state in cast.states)
    meeting = _principal_states(cast, ranked)
    host = _country(layout.place)
    if host not in meeting:
        sited = (one for one in _sited(sentences, known) if one in meeting[:2])
        host = next(sited, None) or next((one for one in _places(mentions) if one in meeting), None)
    return Scene(host, meeting)


def _principal_states(cast: Cast, ranked: Sequence[str]) -> tuple[str, ...]:
    """The states that meet: weightiest first, those of persons in the cast before others."""
    present = {person.state for person in cast.persons}
    return tuple(
        sorted(ranked, key=lambda state: (state not in present and ranked.index(state) > 1, ranked.index(state)))
    )


def _country(place: str | None) -> str | None:
    found = world.place(place) if place else None
    return found.country if found else None


def _sited(sentences: Sequence[Sentence], known: Grammar) -> Iterator[str]:
    """The countries of the places of the body in which something is told to be (« à Banjul »), in order; no places to
    which somebody is yet to go."""
    for sentence in sentences:
        for at, (before, chunk) in enumerate(pairwise(sentence.chunks)):
            ahead = at > 0 and (verb := sentence.chunks[at - 1].verb) is not None and verb.tense in AHEAD
            if sentence.zone == "body" and before.word in known.locatives and not ahead:
                yield from _places([one for one in (chunk.mention, *chunk.also) if one is not None])


def _places(mentions: Sequence[Mention]) -> Iterator[str]:
    for one in mentions:
        if isinstance(one, PlaceMention) and one.country:
            yield one.country
        elif isinstance(one, StateMention) and one.form == "capital":
            yield one.states[0]


def _interpret(sentence: Sentence, discourse: Discourse, known: Grammar) -> tuple[Verb, ...]:
    """The verbs of a sentence with their subjects resolved, left to right."""
    found: list[Verb] = []
    current = Referent()
    discourse.next_sentence()
    for index in sorted([*sentence.verbs, *(at for code in MEANING for at in sentence.places.get(code, ()))]):
        chunk = sentence.chunks[index]
        if chunk.code in MEANING:
            owner = index > 0 and sentence.chunks[index - 1].code in known.owning
            discourse.resolve(chunk, current, owner=owner)
        if chunk.verb is None:
            continue
        where = subject(sentence, index, known)
        who = _whose(sentence, index, where, discourse, current, known)
        dependent = where.relative or in_dependent_clause(sentence, index, known)
        found.append(Verb(index, where, who, dependent))
        if who:
            current = who
            if chunk.verb.finite and not dependent:
                discourse.note_subject(who)
    if not any(one.who.persons for one in found):
        _note_topic(sentence, discourse)
    return tuple(found)


def _note_topic(sentence: Sentence, discourse: Discourse) -> None:
    """In a sentence without a personal subject, whose view it tells is who is taken up (« Aux yeux du ministre, … »)."""
    for chunk in sentence.chunks[:4]:
        who = discourse.memo.get(chunk.start)
        if who is not None and len(who.persons) == 1:
            discourse.note_subject(who)
            return


def _collective(sentence: Sentence, index: int, discourse: Discourse, known: Grammar) -> Referent:
    """Whose voice « on » is: of the side told as the place, before or after (« à Oslo, on … »), else of who spoke last."""
    chunks = sentence.chunks
    near = [at for at in range(1, min(len(chunks), index + COLLECTIVE_REACH)) if chunks[at].code in {"@A", "@L", "@S"}]
    for at in near:
        before = chunks[at - 1]
        if before.word in known.locatives or before.code in known.linking or before.word in known.whose_voice:
            side = discourse.resolve(chunks[at], Referent()).side
            if len(side) == 1:
                return Referent(states=side)
    return Referent(states=discourse.pronoun(plural=False, gender=None, speaks=True).side)


def _whose(
    sentence: Sentence, index: int, where: Subject, discourse: Discourse, current: Referent, known: Grammar
) -> Referent:
    if where.pronoun in known.collective:
        return _collective(sentence, index, discourse, known)
    if where.pronoun is not None:
        return discourse.pronoun(plural=where.plural, gender=where.gender, speaks=True)
    if where.index is None:
        return Referent()
    mention = sentence.chunks[where.index].mention
    if isinstance(mention, RoleMention) and mention.role == "pronoun" and mention.indefinite:
        return _collective(sentence, index, discourse, known)
    return _joined(sentence, where.index, discourse, current, known)


def _joined(sentence: Sentence, index: int, discourse: Discourse, current: Referent, known: Grammar) -> Referent:
    """The subject with those coordinated before it: « X, Y et Z ont … »."""
    who = discourse.resolve(sentence.chunks[index], current)
    before = index - 1
    listed = False
    while (link := _coordinates(sentence, before, known, listed=listed)) and before >= link:
        listed = True
        before -= link - 1
        other = discourse.resolve(sentence.chunks[before - 1], current)
        who = Referent(
            tuple(dict.fromkeys([*other.persons, *who.persons])), tuple(dict.fromkeys([*other.states, *who.states]))
        )
        before -= 2
    return who


def _coordinates(sentence: Sentence, index: int, known: Grammar, *, listed: bool) -> int:
    """How many chunks link an actor to the one before it: « et », « , et », a comma in a list that « et » closes; 0 if none."""
    if index < 1:
        return 0
    chunks = sentence.chunks
    length = 1
    if chunks[index].word in known.coordinate:
        length = 2 if chunks[index - 1].word == "," else 1
    elif not (listed and joins(chunks[index], known)):
        return 0
    before = index - length
    return (
        length if before >= 0 and isinstance(chunks[before].mention, PersonMention | StateMention | RoleMention) else 0
    )
