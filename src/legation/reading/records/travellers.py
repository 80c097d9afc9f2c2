"""Who travels: the visitor, by where the words of a visit name him."""

from __future__ import annotations

from legation.model.mentions import PersonMention, RoleMention, StateMention
from legation.reading.matching import Hit
from legation.reading.phrases import Sentence
from legation.reading.records.around import actors_after, apposed, fits, group_left, person_before
from legation.reading.records.cues import cues
from legation.reading.records.visit_cues import visit_cues
from legation.reading.reference import Referent
from legation.reading.understanding import Understanding


def visitor(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """Who travels, by where the frame says that the visitor stands; nobody where it cannot be told."""
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
    if not who and "object" in relations:
        who = _welcomed(page, sentence, hit)
    if not who and "sent" in relations:
        who = _dispatched(page, sentence, hit)
    if not who and "clitic" in relations:
        who = _carried(page, sentence, hit)
    if not who and "apposed" in relations:
        who = _beside(page, sentence, hit)
    if not who and "de" in relations:
        who = _possessor(page, sentence, hit)
    return who


def _welcomed(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """Whom a state or capital receives: « Lisbonne accueillait le ministre grec »."""
    told = page.verb(sentence, hit.index)
    at = told.subject.index if told is not None else None
    mention = sentence.chunks[at].mention if at is not None else None
    if not isinstance(mention, StateMention) or mention.form not in {"name", "capital", "epithet"}:
        return Referent()
    for actor in actors_after(page, sentence, hit.index):
        who = page.who(sentence.chunks[actor.at].start)
        if actor.preposition == "" and who.persons and not set(who.side) & set(mention.states):
            return Referent(who.persons)
    return Referent()


def _dispatched(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """Whom a state sends: « Lisbonne enverra l'amiral Duval à Oslo »; one of its own people."""
    told = page.verb(sentence, hit.index)
    sender = told.who.states if told is not None and not told.who.persons else ()
    for actor in actors_after(page, sentence, hit.index):
        who = page.who(sentence.chunks[actor.at].start)
        if actor.preposition == "" and who.persons:
            return who if set(who.side) <= set(sender) else Referent()
    return Referent()


def _carried(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """Whom a tour takes along: « une tournée qui le conduira en Espagne »; the person named or spoken of last."""
    verb = sentence.chunks[hit.index].verb
    if verb is None or not set(verb.clitics) & {"object", "either"}:
        return Referent()
    for chunk in reversed(sentence.chunks[: hit.index]):
        who = page.who(chunk.start) if chunk.code == "@A" else Referent()
        if len(who.persons) == 1:
            return who
    return person_before(page, sentence, hit.index, Referent())


def _beside(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """Whoever stands beside the words: before them, or, at the head of a sentence, after them; else the
    clause's subject."""
    chunks, before = sentence.chunks, hit.index - 1
    while before >= 0 and (chunks[before].word in {",", "("} or chunks[before].word in page.known.adverbs):
        before -= 1
    if before >= 0 and chunks[before].code == "@A":
        return group_left(page, sentence, before)
    told = [
        one
        for one in page.verbs.get(sentence.number, ())
        if one.who and not (one.who.persons == () and len(one.who.states) > 1)
    ]
    near = sorted(told, key=lambda one: (one.index < hit.index, abs(one.index - hit.index)))
    return near[0].who if near else Referent()


def _possessor(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """« la visite de X », « la visite au Japon de X »; « sa visite », « son séjour » are the clause's subject's."""
    owner = next(
        (
            cues(page.language).own[one.code]
            for one in sentence.chunks[max(0, hit.index - 3) : max(hit.index, hit.last)]
            if one.code in cues(page.language).own
        ),
        None,
    )
    for actor in actors_after(page, sentence, hit.last, limit=hit.last + 10):
        mention = sentence.chunks[actor.at].mention
        who = page.who(sentence.chunks[actor.at].start)
        if fits(page, actor, "de") and who and isinstance(mention, PersonMention | RoleMention):
            return who
    lead_in = any(
        one.code in visit_cues(page.language).sets["lead_ins"]
        for one in sentence.chunks[max(0, hit.index - 4) : max(hit.index, hit.last)]
    )
    if owner is None and not lead_in:
        return Referent()
    told = [one for one in page.verbs.get(sentence.number, ()) if one.who and (owner or one.who.persons)]
    near = sorted(told, key=lambda one: abs(one.index - hit.index))
    if near or owner is None:
        return near[0].who if near else Referent()
    return person_before(page, sentence, hit.index, Referent())


def led(page: Understanding, sentence: Sentence, who: Referent) -> Referent:
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
