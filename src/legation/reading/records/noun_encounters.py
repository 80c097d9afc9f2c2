"""Meetings told or taken up by a noun: « lors de leur entretien », « à l'issue de la réunion »."""

from __future__ import annotations

from legation.reading.circumstances import merged
from legation.reading.matching import Hit
from legation.reading.phrases import Sentence
from legation.reading.records.around import actors_after, definite, fits, people_before, person_before
from legation.reading.records.cues import Cues, cues
from legation.reading.records.near import city_of, nearest_day, nearest_spot
from legation.reading.records.tellings import Telling, roles_within
from legation.reading.reference import Referent
from legation.reading.understanding import Understanding

NOUN_REACH = 14
TAIL_REACH = 5.0  # the cost within which a place stands behind the last of those who meet
UNREAL, CANCELLED, DENIED = "unreal", "cancelled", "denied"
NEEDED = {CANCELLED: 1, DENIED: 2}  # sides that the noun's own words must name


def noun_telling(page: Understanding, sentence: Sentence, hit: Hit) -> Telling | None:
    """The meeting that a noun tells or takes up; None where it is but wished for."""
    words = cues(page.language)
    own, last = _around_noun(page, sentence, hit)
    sat = _sits_at(sentence, hit, words)
    if sat is not None:
        own, last = _behind_sitting(page, sentence, sat, own, last)
    own = _told_apart(page, sentence, hit, words, own)
    governor = _governor(page, sentence, hit, words)
    status = governor[1] if governor is not None else None
    if (
        status == UNREAL
        or _lacking(page, sentence, hit, words)
        or (status is not None and len(own.side) < NEEDED[status])
    ):
        return None
    adjunct, owner = lead_in(sentence, hit, words)
    who = own
    if len(own.side) < 2 and (adjunct or owner or own or governor is not None):
        who = merged(clause_subject(page, sentence, hit), own)
    governed = clause_subject(page, sentence, hit) if governor is not None and len(own.side) > 1 else Referent()
    if governed.persons and not set(governed.side) & set(own.side) and not own.persons:
        who = merged(governed, own)
    if len(who.side) < 2 and who.persons and (adjunct or owner):
        who = merged(who, _told_with(page, sentence, hit, who))
    if owner == "several" and len(who.side) < 2:
        who = merged(
            who, Referent(states=tuple(one for one in page.scene.pair if one not in who.side)[: 2 - len(who.side)])
        )
    if own.persons and len(who.side) < 2:
        who = merged(person_before(page, sentence, hit.index, own), who)
    back = bool(hit.frame.slots.get("back")) and not own
    if sentence.chunks[hit.index].code in words.sets["loose"] and len(own.persons) < 2:
        return None
    host = own.side[0] if hit.frame.slots.get("host") and len(own.side) == 1 else None
    triggers = (hit.last,) if sat is None else (hit.last, sat)
    return Telling(
        sentence=sentence,
        index=hit.index,
        first=max(0, hit.index - 1),
        last=last,
        rule=hit.frame.rule,
        type=str(hit.frame.slots["type"]),
        who=who,
        host=host,
        day=nearest_day(page, sentence, *triggers, reach=NOUN_REACH),
        spot=city_of(page, sentence, hit.last)
        or nearest_spot(page, sentence, *triggers)
        or nearest_spot(page, sentence, last, reach=TAIL_REACH),
        tense=governor[0] if governor else None,
        status=status,
        roles=roles_within(sentence, hit.index, last),
        back=back,
    )


def _lacking(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> bool:
    """Whether the noun is but spoken of: « l'absence de toute rencontre », « le projet d'un entretien »."""
    at = hit.index - 1
    while at > hit.index - 4 and at > 0 and sentence.chunks[at].code not in page.known.owning:
        at -= 1
    return (
        at > 0 and sentence.chunks[at].code in page.known.owning and sentence.chunks[at - 1].code in words.sets["lacks"]
    )


def _sits_at(sentence: Sentence, hit: Hit, words: Cues) -> int | None:
    """The verb behind a noun that says that it takes place: « un échange a eu lieu », « l'audience, qui s'est déroulée »."""
    for at in range(hit.last + 1, len(sentence.chunks)):
        verb = sentence.chunks[at].verb
        if verb is None or not verb.finite:
            continue
        behind = sentence.chunks[at + 1 : at + 2]
        placed = words.has("take", verb.lemma) and bool(behind) and behind[0].code in words.sets["place"]
        ahead = verb.voice == "pas" and words.has("announced", verb.lemma)
        return at if verb.polarity != "neg" and (placed or ahead or words.has("sit", verb.lemma)) else None
    return None


def _behind_sitting(page: Understanding, sentence: Sentence, at: int, own: Referent, last: int) -> tuple[Referent, int]:
    """Those whom the words behind that verb name: « s'est tenue entre X et Y », and the last chunk of these."""
    for actor in actors_after(page, sentence, at, limit=at + NOUN_REACH):
        if fits(page, actor, "entre") or fits(page, actor, "avec"):
            own, last = merged(own, definite(page, sentence, actor.at)), actor.at
    return own, last


def _told_with(page: Understanding, sentence: Sentence, hit: Hit, who: Referent) -> Referent:
    """The agent or dative of the verb before an adjunct: « a été salué par X avant un entretien », « a dit à X »; of
    the verb behind one that opens the sentence: « au cours de l'audience, Y a remis à X »."""
    at = next((at for at in range(hit.index - 1, -1, -1) if sentence.chunks[at].verb is not None), None)
    limit: int | None = hit.index
    if at is None:
        main = (one.index for one in page.verbs.get(sentence.number, ()) if one.index > hit.last and not one.dependent)
        at, limit = next((one for one in main if sentence.chunks[one].finite), None), None
    if at is None:
        return Referent()
    wanted = page.known.agent_prepositions.union(page.known.prepositions_of["a"])
    for actor in actors_after(page, sentence, at, limit=limit):
        other = page.who(sentence.chunks[actor.at].start)
        if actor.preposition in wanted and other.persons and not set(other.side) & set(who.side):
            return Referent(other.persons)
    return Referent()


def _granted(sentence: Sentence, hit: Hit, words: Cues) -> bool:
    """Whether a participle after the noun names who held it: « l'audience accordée par X à Y », « les
    pourparlers menés par X »."""
    verb = next((one.verb for one in sentence.chunks[hit.last + 1 : hit.last + 4] if one.verb is not None), None)
    return verb is not None and verb.tense == "pp" and words.has("support", verb.lemma)


def _told_apart(page: Understanding, sentence: Sentence, hit: Hit, words: Cues, own: Referent) -> Referent:
    """Those who meet, where the noun's own complements, a relative clause, its verb or the head of the
    sentence name them."""
    after = sentence.chunks[hit.last + 1 : hit.last + 6]
    if any(one.verb is not None and words.has("ensue", one.verb.lemma) for one in after):
        return people_before(page, sentence)
    relative = _relative_subject(page, sentence, hit, words)
    if relative:
        return merged(relative, own)
    return (
        own
        or _gathered(page, sentence, hit, words)
        or _between_before(page, sentence, hit)
        or _led_before(page, sentence, hit, words)
        or presided(page, sentence, hit, words)
    )


def _led_before(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> Referent:
    """« menés par X et Y, les pourparlers … »: the agents of a participle before the noun."""
    who = Referent()
    for at in range(hit.index):
        verb = sentence.chunks[at].verb
        if verb is None or verb.tense != "pp" or not words.has("support", verb.lemma):
            continue
        for actor in actors_after(page, sentence, at, limit=hit.index):
            if actor.preposition in page.known.agent_prepositions:
                who = merged(who, definite(page, sentence, actor.at))
    return who


def presided(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> Referent:
    """« une séance s'est tenue sous la présidence de X et de Y »."""
    chunks = sentence.chunks
    for at in range(hit.last + 1, len(chunks)):
        last_word = page.text[chunks[at].start : chunks[at].end].split(" ")[-1].lower()
        if chunks[at].code not in words.sets["auspices"] and last_word not in words.sets["auspices"]:
            continue
        who = Referent()
        for actor in actors_after(page, sentence, at):
            who = merged(who, definite(page, sentence, actor.at))
        return Referent(who.persons)
    return Referent()


def _gathered(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> Referent:
    """« un déjeuner a réuni X et Y »: the objects of the verb of which the noun is the subject."""
    for at in range(hit.last + 1, min(len(sentence.chunks), hit.last + 6)):
        verb = sentence.chunks[at].verb
        if verb is None:
            continue
        meant = verb.lemma == page.known.be
        if not verb.finite or verb.voice != "act" or not (meant or words.has("gathers", verb.lemma)):
            return Referent()
        who = Referent()
        for actor in actors_after(page, sentence, at):
            if (not meant and (actor.preposition == "" or fits(page, actor, "a"))) or (
                meant and actor.preposition in words.sets["purpose"]
            ):
                who = merged(who, definite(page, sentence, actor.at))
        return who if len(who.side) > 1 or (meant and who.persons) else Referent()
    return Referent()


def _between_before(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """« entre X et Y, l'entretien a porté sur … »: those named before the noun, at the head of the sentence."""
    chunks = sentence.chunks
    if (
        len(chunks) < 4
        or "entre" not in page.known.prepositions_of
        or chunks[0].code not in page.known.prepositions_of["entre"]
    ):
        return Referent()
    who = Referent()
    for at in range(1, hit.index):
        if chunks[at].verb is not None:
            return Referent()
        if chunks[at].code == "@A":
            who = merged(who, definite(page, sentence, at))
    return who


def _relative_subject(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> Referent:
    """« l'entretien qu'ont eu les présidents X et Y »: the subject of the relative clause whose object the noun is."""
    for at in range(hit.last + 1, min(len(sentence.chunks), hit.last + 6)):
        verb = sentence.chunks[at].verb
        if verb is None or verb.lemma in page.known.modals:
            continue
        opened = any(chunk.word in page.known.that for chunk in sentence.chunks[hit.last + 1 : at])
        told = page.verb(sentence, at)
        if not opened or not words.has("support", verb.lemma) or told is None:
            return Referent()
        who, after = told.who, told.subject.index
        if "dative" in verb.clitics:
            who = merged(who, clause_subject(page, sentence, hit))
        for actor in actors_after(page, sentence, at):
            if actor.preposition in page.known.prepositions_of["a"] or fits(page, actor, "avec"):
                who = merged(who, definite(page, sentence, actor.at))
        while (
            after is not None
            and after + 2 < len(sentence.chunks)
            and sentence.chunks[after + 1].word in page.known.coordinate
        ):
            after += 2
            who = merged(who, page.who(sentence.chunks[after].start))
        return who
    return Referent()


def _around_noun(page: Understanding, sentence: Sentence, hit: Hit) -> tuple[Referent, int]:
    """Those whom the noun's own complements name (« de X avec Y », « entre X et Y »), and the last chunk of these."""
    who, last = Referent(), hit.last
    wanted = {"avec", "entre"} | ({"a"} if hit.frame.slots.get("host") == "a" else set())
    if _granted(sentence, hit, cues(page.language)):
        wanted |= {"par", "a"}
    city = city_of(page, sentence, hit.last)
    ends_open = sentence.chunks[hit.last].word in page.known.prepositions
    for actor in actors_after(page, sentence, hit.index if ends_open else hit.last, limit=hit.last + NOUN_REACH):
        if city is not None and actor.at == city.at:
            continue
        possessor = fits(page, actor, "de") and actor.at - hit.last <= 2
        if (
            possessor
            or any(fits(page, actor, role) for role in wanted)
            or (fits(page, actor, "de") and who and sentence.chunks[actor.at - 2].word in page.known.coordinate)
        ):
            who, last = merged(who, definite(page, sentence, actor.at)), actor.at
    return who, last


def _governor(page: Understanding, sentence: Sentence, hit: Hit, words: Cues) -> tuple[str | None, str | None] | None:
    """The tense of the verb that governs the noun, and « unreal » for wishes, or the status that it gives; None
    for none."""
    for at in range(hit.index - 1, max(-1, hit.index - 9), -1):
        chunk = sentence.chunks[at]
        if chunk.verb is None:
            continue
        if words.has("wish", chunk.verb.lemma) or chunk.verb.polarity == "neg":
            return chunk.verb.tense, UNREAL
        if words.has("deny", chunk.verb.lemma) or words.has("cancel", chunk.verb.lemma):
            return chunk.verb.tense, DENIED if words.has("deny", chunk.verb.lemma) else CANCELLED
        if words.has("listed", chunk.verb.lemma) and chunk.verb.tense in {"pres", "fut"}:
            return "fut", None
        return (chunk.verb.tense, None) if words.has("support", chunk.verb.lemma) else None
    following = next(
        (one.verb for one in sentence.chunks[hit.last + 1 :] if one.verb is not None and one.verb.finite), None
    )
    if following is None:
        return None
    if words.has("cancel", following.lemma):
        return following.tense, CANCELLED
    if following.polarity == "neg" and (words.has("sit", following.lemma) or words.has("take", following.lemma)):
        return following.tense, UNREAL
    if following.voice == "pas" and words.has("announced", following.lemma):
        return "fut", None
    return (following.tense, None) if words.has("sit", following.lemma) or words.has("take", following.lemma) else None


def lead_in(sentence: Sentence, hit: Hit, words: Cues) -> tuple[bool, str | None]:
    """Whether a lead-in stands before the noun, and whose meeting its determiner makes it."""
    found, owner = False, None
    for chunk in sentence.chunks[max(0, hit.index - 5) : hit.index]:
        if chunk.verb is not None or chunk.mention is not None:
            found, owner = False, None
            continue
        found = found or chunk.code in words.sets["lead_ins"]
        owner = words.own.get(chunk.code, owner)
    return found, owner


def clause_subject(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """The subject of the verb nearest to a noun, of a relative clause about it only where there is no other."""
    told = [
        (verb.dependent and verb.index > hit.index, abs(verb.index - hit.index), verb.who)
        for verb in page.verbs.get(sentence.number, ())
        if verb.who and (sentence.chunks[verb.index].verb is not None and sentence.chunks[verb.index].verb.finite)  # type: ignore[union-attr]
    ]
    return min(told, key=lambda one: one[:2])[2] if told else Referent()
