"""How a sentence tells that a body sits: as what is presided over or staged, as what sits, or in passing."""

from __future__ import annotations

from dataclasses import dataclass

from legation.model.mentions import DateMention, PlaceMention, StateMention
from legation.reading.circumstances import merged
from legation.reading.matching import Hit
from legation.reading.phrases import Sentence
from legation.reading.records.around import actors_after, apposed, definite, fits
from legation.reading.records.cues import Cues
from legation.reading.records.near import DATED, Spot, capital_name, nearest_day
from legation.reading.records.tellings import mood
from legation.reading.reference import Referent
from legation.reading.understanding import Understanding
from legation.reading.verb_groups import VerbGroup

NOBODY = Referent()
OFFSETS = frozenset({"offset", "duration"})  # « deux mois après le sommet »
BEFORE_REACH = 8  # the same for the verb that it is the subject of (« s'est tenu lundi à Oslo le 6e dialogue »)
HELD_REACH = 18  # chunks before a session within which the verb stands that it is the object of


@dataclass(frozen=True, slots=True)
class Sitting:
    """How a sentence tells that a body sits: the verb's tense and status, those who chair or take part, a verb
    or an adjunct; `verb` is the chunk of a verb that the noun is the object of."""

    tense: str | None
    status: str | None = None
    who: Referent = NOBODY
    first: int | None = None
    last: int | None = None
    own: bool = False
    spot: Spot | None = None
    verb: int | None = None


def how_told(page: Understanding, sentence: Sentence, hit: Hit, words: Cues, *, counted: bool) -> Sitting | None:
    """How the sentence tells that it sits: as the object of presiding, as the subject of sitting, or in passing."""
    return (
        _held(page, sentence, hit, words)
        or _sits(page, sentence, hit, words)
        or _participle(page, sentence, hit, words)
        or _curtain(sentence, hit, words)
        or _appointment(sentence, hit, words)
        or (_in_passing(page, sentence, hit, words) if counted else None)
    )


def _held(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> Sitting | None:
    """« ont coprésidé la 15e édition », « prendra part à la 10e Réunion »."""
    for at in range(hit.index - 1, max(-1, hit.index - HELD_REACH), -1):
        chunk = sentence.chunks[at]
        if chunk.code in {";", ":"}:
            return None
        if chunk.verb is None or (chunk.verb.tense == "pp" and words.has("naming", chunk.verb.lemma)):
            continue
        hold, attend = words.has("hold", chunk.verb.lemma), words.has("attend", chunk.verb.lemma)
        if not hold and not attend:
            return None
        if any(
            one.code in words.sets["lead_ins"] and one.mention is None for one in sentence.chunks[at + 1 : hit.index]
        ):
            return None
        told = mood(page, sentence, at, words)
        if told is None:
            return None
        verb = page.verb(sentence, at)
        who = apposed(page, sentence, at) if chunk.verb.tense == "pp" else verb.who if verb else Referent()
        if words.has("host", chunk.verb.lemma):
            who = merged(who, _between(page, sentence, at, hit.index))
        subject = verb.subject.index if verb is not None else None
        stage = _staged_at(page, sentence, at, subject) if words.has("stage", chunk.verb.lemma) else None
        first = subject if subject is not None and subject < at else at
        return Sitting(told[0], told[1], who, first, spot=stage, verb=at)
    return None


def _joined(page: Understanding, sentence: Sentence, at: int | None) -> bool:
    """Whether an actor is the second of two: « la Grèce et la Norvège ont tenu »."""
    return bool(at) and at is not None and sentence.chunks[at - 1].word in page.known.coordinate


def _staged_at(page: Understanding, sentence: Sentence, at: int, subject: int | None) -> Spot | None:
    """« Athènes accueillera la prochaine édition »: the city that stages it is where it sits."""
    for before in (subject, at - 1):
        chunk = sentence.chunks[before] if before is not None and before >= 0 else None
        if chunk is not None and isinstance(chunk.mention, PlaceMention):
            return Spot(chunk.mention.name, chunk.mention.country, at)
        if chunk is not None and isinstance(chunk.mention, StateMention) and not _joined(page, sentence, before):
            city = capital_name(page, chunk) if chunk.mention.form == "capital" else None
            return Spot(city, chunk.mention.states[0] if chunk.mention.states else None, at)
    return None


def _between(page: Understanding, sentence: Sentence, first: int, last: int) -> Referent:
    """Those named between a verb and the noun: « a accueilli ses homologues X et Y pour la rencontre annuelle »."""
    who = Referent()
    for actor in actors_after(page, sentence, first, limit=last):
        who = merged(who, definite(page, sentence, actor.at))
    return who


def _sits(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> Sitting | None:
    """« le 7e Dialogue s'est tenu », « la 16e édition est prévue », « où se réunira aussi le troisième »."""
    if hit.frame.slots.get("elided"):
        at = next((at for at in range(hit.index, hit.last + 1) if sentence.chunks[at].verb is not None), None)
        verb = sentence.chunks[at].verb if at is not None else None
        stage = _staged_at(page, sentence, hit.index, None) if hit.frame.slots.get("lone") else None
        return Sitting(_past(verb) if verb else None, last=hit.last, spot=stage, verb=at)
    for at in range(hit.last + 1, min(len(sentence.chunks), hit.last + 16)):
        chunk = sentence.chunks[at]
        if chunk.code in {";", ":"}:
            return None
        if chunk.verb is None or not chunk.verb.finite:
            continue
        following = sentence.chunks[at + 1].code if at + 1 < len(sentence.chunks) else ""
        if (
            chunk.verb.voice == "act"
            and words.has("stage", chunk.verb.lemma)
            and _object_relative(page, sentence, hit, at)
        ):
            held = page.verb(sentence, at)
            return Sitting(chunk.verb.tense, who=held.who if held else Referent(), last=at, own=True)
        if _relative_over(page, sentence, hit, at) and words.has("hold", chunk.verb.lemma):
            continue
        if not _tells_sitting(page, sentence, at, words, following):
            return None
        wished = chunk.verb.voice == "pas" and words.has("wish", chunk.verb.lemma)
        status = "proposed" if wished else "planned" if _ahead(sentence, at, words) else None
        who = _chairs_between(page, sentence, hit, at, words)
        fixed = chunk.verb.voice == "pas" and words.has("announced", chunk.verb.lemma) and chunk.verb.tense == "past"
        return Sitting("fut" if status == "planned" else None if fixed else chunk.verb.tense, status, who, last=at)
    return _before_subject(sentence, hit, words)


def _chairs_between(page: Understanding, sentence: Sentence, hit: Hit, at: int, words: Cues) -> Referent:
    """Who presides in a relative clause between the noun and its verb: « la session, que X coprésidera avec Y, »."""
    who = Referent()
    for near in range(hit.last + 1, at):
        verb = sentence.chunks[near].verb
        told = page.verb(sentence, near) if verb is not None and verb.finite and words.has("hold", verb.lemma) else None
        if told is not None:
            who = merged(who, told.who)
            for actor in actors_after(page, sentence, near, limit=at):
                if fits(page, actor, "avec"):
                    who = merged(who, definite(page, sentence, actor.at))
    return Referent(who.persons)


def _past(verb: VerbGroup) -> str:
    """The tense of a verb, a participle (« celle tenue à Athènes ») counted as past."""
    return "past" if verb.tense == "pp" else verb.tense


def _object_relative(page: Understanding, sentence: Sentence, hit: Hit, at: int) -> bool:
    """« le sommet que l'OTAN tient »: the noun is the object of the verb of a relative clause."""
    return any(chunk.word in page.known.that for chunk in sentence.chunks[hit.last + 1 : min(hit.last + 4, at)])


def _relative_over(page: Understanding, sentence: Sentence, hit: Hit, at: int) -> bool:
    """Whether a verb is that of a relative clause before the main one: « la session, que X coprésidera, a été fixée »."""
    opened = any(chunk.word in page.known.that for chunk in sentence.chunks[hit.last + 1 : at])
    return opened and any(chunk.finite for chunk in sentence.chunks[at + 1 :])


def _tells_sitting(page: Understanding, sentence: Sentence, at: int, words: Cues, following: str) -> bool:
    verb = sentence.chunks[at].verb
    assert verb is not None
    only = any(chunk.word in page.known.that for chunk in sentence.chunks[at + 1 : at + 3])
    if verb.polarity == "neg" and not only:
        return False
    if words.has("sit", verb.lemma) or (words.has("take", verb.lemma) and following in words.sets["place"]):
        return True
    if words.has("take", verb.lemma) and any(
        one.code in words.sets["settings"] for one in sentence.chunks[at + 1 : at + 4]
    ):
        return True
    if verb.voice == "pas" and (words.has("hold", verb.lemma) or words.has("announced", verb.lemma)):
        return True
    if words.has("plan", verb.lemma):
        codes = [one.code for one in sentence.chunks[at + 1 : at + 5]]
        if set(codes) & words.sets["take"] and set(codes) & words.sets["place"]:
            return True
        ahead = next((one.verb for one in sentence.chunks[at + 1 : at + 4] if one.verb is not None), None)
        after = sentence.chunks[at + 2].code if at + 2 < len(sentence.chunks) else ""
        return ahead is not None and (words.has("sit", ahead.lemma) or (words.has("take", ahead.lemma) and bool(after)))
    return following in words.sets["announce"]


def _ahead(sentence: Sentence, at: int, words: Cues) -> bool:
    """Whether the verb puts the session ahead (« est prévue », « doit se tenir », « aura lieu »)."""
    verb = sentence.chunks[at].verb
    assert verb is not None
    codes = [chunk.code for chunk in sentence.chunks[at + 1 : at + 2]]
    return (
        verb.tense == "fut"
        or (words.has("plan", verb.lemma) and verb.tense in {"pres", "cond"})
        or (bool(codes) and codes[0] in words.sets["announce"] and verb.tense in {"pres", "fut"})
    )


def _before_subject(sentence: Sentence, hit: Hit, words: Cues) -> Sitting | None:
    """A verb before its subject: « s'est tenue la réunion dite … », « À peine levée la quatrième session »."""
    for at in range(hit.index - 1, max(-1, hit.index - BEFORE_REACH), -1):
        verb = sentence.chunks[at].verb
        if verb is not None:
            return Sitting(verb.tense, first=at) if words.has("sit", verb.lemma) else None
    return None


def _participle(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> Sitting | None:
    """« le premier dialogue, tenu à Tokyo vendredi », « la première édition, qui remonte à 2018 »: what dates the noun."""
    for at in range(hit.last + 1, min(len(sentence.chunks), hit.last + 6)):
        mention = sentence.chunks[at].mention
        if isinstance(mention, DateMention) and mention.rule == DATED:
            return Sitting("past", last=at)
        verb = sentence.chunks[at].verb
        if verb is None:
            continue
        if verb.tense != "pp" or not (words.has("hold", verb.lemma) or words.has("sit", verb.lemma)):
            return None
        who = Referent()
        for actor in actors_after(page, sentence, at):
            if actor.preposition in page.known.agent_prepositions:
                who = merged(who, definite(page, sentence, actor.at))
        return Sitting("past", who=who, last=at)
    return None


def _curtain(sentence: Sentence, hit: Hit, words: Cues) -> Sitting | None:
    """« le rideau est tombé sur le troisième Dialogue », « le coup d'envoi du 5e Dialogue a été donné »."""
    if not any(chunk.code in words.sets["curtains"] for chunk in sentence.chunks[: hit.index]):
        return None
    verb = next((one.verb for one in sentence.chunks if one.verb is not None and one.verb.finite), None)
    return Sitting(verb.tense) if verb is not None else None


def _appointment(sentence: Sentence, hit: Hit, words: Cues) -> Sitting | None:
    """« rendez-vous est pris à Athènes pour la 4e édition »: what the parties come back for."""
    before = [chunk.code for chunk in sentence.chunks[max(0, hit.index - 4) : hit.index]]
    told = any(chunk.code in words.sets["appointments"] for chunk in sentence.chunks[: hit.index])
    ahead = any(one.verb is not None and one.verb.tense == "fut" for one in sentence.chunks[: hit.index])
    return Sitting("fut", "planned") if set(before) & words.sets["purpose"] and (told or ahead) else None


def _in_passing(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> Sitting | None:
    """« à l'occasion de la 13e session », « depuis la session du 29 janvier »: counted, after a lead-in, or
    with its own day."""
    for at in range(max(0, hit.index - 6), hit.index):
        if sentence.chunks[at].code in words.sets["lead_ins"] and not any(
            one.verb for one in sentence.chunks[at : hit.index]
        ):
            return Sitting(None)
    before = sentence.chunks[hit.index - 1].mention if hit.index else None
    if isinstance(before, DateMention) and before.kind in OFFSETS:
        return Sitting(None, "cited")
    own_day = nearest_day(page, sentence, hit.last, reach=7.0)
    return Sitting(None) if own_day is not None else None
