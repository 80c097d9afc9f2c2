"""One telling of a meeting: a clause that says that some met; several tellings may be of one meeting."""

from __future__ import annotations

from dataclasses import dataclass

from legation import world
from legation.model.mentions import RoleMention
from legation.reading.cast import Person
from legation.reading.circumstances import CITED_AFTER, days_between
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.cues import Cues
from legation.reading.records.near import Spot
from legation.reading.reference import Referent
from legation.reading.understanding import Day, Understanding

NOBODY = Referent()
PLUPERFECT = "pqp"
PAST = frozenset({"past", PLUPERFECT})
WEEK = 7


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause that tells a meeting: chunks first..last, the rule, and what the clause itself says of it.

    `also` are those who were there as well, beside those who met. `back` marks a noun that by itself only takes up a
    meeting told elsewhere, `join` a clause that adds who was there,
    `alone` one of several that were met each alone, `bare` an ordinal that needs a session told elsewhere to count.
    """

    sentence: Sentence
    index: int
    first: int
    last: int
    rule: str
    type: str
    who: Referent
    also: Referent = NOBODY
    host: str | None = None
    day: Day | None = None
    spot: Spot | None = None
    tense: str | None = None
    status: str | None = None
    session: int | None = None
    turn: int | None = None
    name: str | None = None
    level: str | None = None
    roles: tuple[RoleMention, ...] = ()
    back: bool = False
    join: bool = False
    alone: bool = False
    bare: bool = False

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
        told = 2 * len(self.who.persons) + len(self.who.states) + 2 * (self.day is not None) + (self.spot is not None)
        return self.sentence.zone == "body", told - 3 * self.back + 3 * (self.session is not None)


def status_of(page: Understanding, tense: str | None, date: str | None, told: str | None = None) -> str | None:
    """The status from the tense of the clause and its date against the report's day; None for occurred."""
    today = page.clock.report_day
    if told:
        return told
    if date and today and over(date, today) and not (tense != PLUPERFECT and this_week(page, date, today)):
        return "cited"
    ahead = date and today and tense not in PAST and world.first_day(date) > world.last_day(today)
    if tense == "fut" or ahead:
        return "planned"
    if tense == "cond":
        return "proposed"
    return None


def over(date: str, today: str) -> bool:
    """Whether a date lies so far before the report's day that the report only cites what happened then."""
    gap = days_between(date, today)
    return gap > CITED_AFTER if len(date) == 10 else gap > 0


def this_week(page: Understanding, date: str, today: str) -> bool:
    """Whether only a day of the week tells a date: « mercredi » is news for a week."""
    if len(date) < 10 or days_between(date, today) > WEEK:
        return False
    told = (day.mention for day in page.days.values() if day.date == date)
    return any(one.weekday is not None and one.month is None and not one.shift for one in told)


def mood(page: Understanding, sentence: Sentence, index: int, words: Cues) -> tuple[str | None, str | None] | None:
    """Tense and status of the verb at an index; None where it tells nothing that happens (a wish, a purpose, a
    denial)."""
    verb = sentence.chunks[index].verb
    if verb is None or verb.polarity == "neg":
        return None
    if verb.tense == "subj":
        return _foreseen(page, sentence, index, words)
    if verb.tense == "pres" and index > 1 and sentence.chunks[index - 1].word in words.sets["where"]:
        above = next((at for at in range(index - 2, -1, -1) if sentence.chunks[at].verb is not None), None)
        told = mood(page, sentence, above, words) if above is not None else None
        return told if told is not None and told[0] == "fut" else (verb.tense, None)
    if verb.tense != "inf":
        return verb.tense, None
    before = index - 1
    while before >= 0 and _passed_over(sentence.chunks[before], page):
        if words.has("purpose", sentence.chunks[before].word):
            told = _purpose(sentence, before, words)
            if told is not None:
                return told
        before -= 1
    if before < 0:
        return None
    return _governed(page, sentence, before, words)


def _foreseen(page: Understanding, sentence: Sentence, index: int, words: Cues) -> tuple[str | None, str | None] | None:
    """The same for a subjunctive: ahead where it is foreseen or agreed (« il est prévu que X reçoive Y »), else a wish."""
    opener = next((at for at in range(index - 1, 0, -1) if sentence.chunks[at].word in page.known.that), None)
    over = sentence.chunks[opener - 1].verb if opener is not None else None
    if over is None or over.polarity == "neg":
        return None
    return ("fut", None) if words.has("promise", over.lemma) or words.has("announced", over.lemma) else None


def _passed_over(chunk: Chunk, page: Understanding) -> bool:
    """Whether a chunk may stand between an infinitive and what governs it: adverbs, dates, places, links."""
    return (
        chunk.word in page.known.adverbs
        or chunk.code in page.known.links
        or chunk.code in {"@D", "@L"}
        or chunk.word == ","
    )


def _governed(
    page: Understanding, sentence: Sentence, before: int, words: Cues
) -> tuple[str | None, str | None] | None:
    """The same for an infinitive, by what stands before it."""
    governor = sentence.chunks[before]
    if governor.verb is not None:
        if governor.verb.polarity == "neg" or words.has("wish", governor.verb.lemma):
            return None
        if words.has("promise", governor.verb.lemma):
            return "fut", None
        if words.has("plan", governor.verb.lemma) and governor.verb.tense not in {"past", "pqp", "pp"}:
            return "fut", None
        if governor.verb.lemma in {page.known.go, page.known.come}:
            return governor.verb.tense, None
        return (governor.verb.tense, None) if governor.verb.lemma in page.known.carriers else None
    if _counted_subject(sentence, before):
        return "past", None
    if governor.word in page.known.infinitive_openers and (
        words.has("ahead", governor.word) or words.has("lead_ins", governor.word)
    ):
        finite = (chunk.verb for chunk in sentence.chunks if chunk.verb is not None and chunk.verb.finite)
        main = next(finite, None)
        return (main.tense if main is not None else None), None
    return None


def journey_verb(sentence: Sentence, index: int, words: Cues) -> int | None:
    """The verb of travel whose purpose an infinitive tells, so that the day of the one is that of the other."""
    opener = next(
        (at for at in range(index - 1, max(-1, index - 3), -1) if words.has("purpose", sentence.chunks[at].word)), None
    )
    if opener is None:
        return None
    at = next((at for at in range(opener - 1, -1, -1) if sentence.chunks[at].verb is not None), None)
    verb = sentence.chunks[at].verb if at is not None else None
    return at if verb is not None and words.has("goes", verb.lemma) else None


def _purpose(sentence: Sentence, before: int, words: Cues) -> tuple[str | None, str | None] | None:
    """The same for an infinitive that tells what somebody travels for: « sera à Rome pour rencontrer », « est arrivé pour »."""
    at = next((at for at in range(before - 1, -1, -1) if sentence.chunks[at].verb is not None), None)
    main = sentence.chunks[at].verb if at is not None else None
    if main is None or at is None or main.polarity == "neg":
        return None
    if words.has("sets_out", main.lemma):
        return "fut", None
    if not words.has("goes", main.lemma):
        return None
    if main.finite:
        return main.tense, None
    over = sentence.chunks[at - 1].verb if at else None
    ahead = over is not None and over.finite and words.has("plan", over.lemma) and over.tense not in PAST
    return ("fut", None) if ahead else None


def _counted_subject(sentence: Sentence, before: int) -> bool:
    """« ils étaient quatre à se faire face »: a verb of being and a word of number govern the infinitive."""
    verb = sentence.chunks[before - 1].verb if before > 0 else None
    return verb is not None and verb.finite and sentence.chunks[before].verb is None


def persons_by_state(persons: tuple[Person, ...]) -> dict[str | None, set[str]]:
    """The names of persons by their state."""
    found: dict[str | None, set[str]] = {}
    for person in persons:
        found.setdefault(person.state, set()).add(person.name)
    return found


def roles_within(sentence: Sentence, first: int, last: int) -> tuple[RoleMention, ...]:
    """The roles among the chunks first..last."""
    return tuple(chunk.mention for chunk in sentence.chunks[first : last + 1] if isinstance(chunk.mention, RoleMention))
