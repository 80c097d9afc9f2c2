"""Who takes part in a meeting that a verb tells: its subject, and those who stand in the frame's relations to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.model.mentions import PersonMention, RoleMention
from legation.reading.cast import Person
from legation.reading.circumstances import merged
from legation.reading.matching import Hit
from legation.reading.phrases import Sentence
from legation.reading.records.around import (
    HARD,
    Actor,
    actors_after,
    apposed,
    definite,
    fits,
    led_by,
    person_before,
    subject_group,
)
from legation.reading.records.cues import Cues, cues
from legation.reading.records.tellings import Telling
from legation.reading.reference import Referent
from legation.reading.understanding import Understanding

CLITICS = frozenset({"object", "dative", "either"})
PARTICIPLES = frozenset({"pp", "prespart"})
PAST = frozenset({"past", "pqp", "imperf"})
Met = list[tuple[Actor, Referent]]


def subject_of(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    if "actor" in hit.frame.slots.get("who", ()):
        return definite(page, sentence, hit.actor) if hit.actor is not None else Referent()
    if "main" in hit.frame.slots.get("who", ()):
        return _main_subject(page, sentence, hit)
    if "subject" not in hit.frame.slots.get("who", ()):
        return Referent()
    verb = sentence.chunks[hit.index].verb
    if verb is None:
        told = [one for one in page.verbs.get(sentence.number, ()) if one.index >= hit.index and one.who]
        return told[0].who if told else Referent()
    if verb.tense in PARTICIPLES:
        return apposed(page, sentence, hit.index)
    if hit.frame.slots.get("join"):
        return _named_before(page, sentence, hit)
    own = page.verb(sentence, hit.index)
    if own is None or own.subject.index is None or own.subject.index > hit.index:
        return (own.who if own else Referent()) or _of_two_states(page, sentence, hit.index)
    who = subject_group(page, sentence, own.subject.index, own.who)
    return who if who.persons else merged(led_by(page, sentence, own.subject.index), who)


def _of_two_states(page: Understanding, sentence: Sentence, index: int) -> Referent:
    """« des experts grecs et norvégiens » before the verb: an open plural that ends in an adjective."""
    before = index - 1
    if before < 0 or sentence.chunks[before].code != "@S":
        return Referent()
    while before > 0 and sentence.chunks[before].code != "@A":
        if sentence.chunks[before].verb is not None:
            return Referent()
        before -= 1
    return definite(page, sentence, before)


def _main_subject(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """The person who is the subject of the clause that a phrase at its head belongs to."""
    for told in page.verbs.get(sentence.number, ()):
        verb = sentence.chunks[told.index].verb
        if told.index > hit.index and verb is not None and verb.finite and not told.dependent:
            return told.who if verb.tense in PAST and told.who.persons else Referent()
    return Referent()


def _named_before(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
    """All persons named before the verb: « X, Y, ainsi que les commandants, ont pris part »."""
    who = Referent()
    for chunk in sentence.chunks[: hit.index]:
        if isinstance(chunk.mention, PersonMention):
            who = merged(who, page.who(chunk.start))
    return Referent(who.persons)


def related(page: Understanding, sentence: Sentence, hit: Hit, relations: Sequence[str], subject: Referent) -> Met:
    """Those who stand in the frame's relations after the trigger, each with its actor chunk."""
    found: Met = []
    actors = actors_after(page, sentence, hit.index)
    if hit.other is not None:
        actors = [Actor(hit.other, "")]
        relations = [*relations, "object"]
    if not actors or set(relations) & {"avec"}:
        actors = [*actors, *_before(page, sentence, hit)]
    verb = sentence.chunks[hit.index].verb
    carried = "clitic" in relations and verb is not None and bool({"object", "either"} & set(verb.clitics))
    for actor in actors:
        if carried and actor.preposition == "":
            continue
        who = definite(page, sentence, actor.at) or _unknown(page, sentence, actor.at, subject)
        related = any(fits(page, actor, role) for role in relations)
        who = who if who.persons or not related else merged(led_by(page, sentence, actor.at), who)
        if related and who and not _same_people(who, subject):
            found.append((actor, who))
    if "object" in relations and not carried and not any(actor.preposition == "" for actor, _ in found):
        found += _relative_object(page, sentence, hit, subject)
    if "clitic" in relations and verb is not None and set(verb.clitics) & CLITICS and not found:
        found.append((Actor(hit.index, ""), person_before(page, sentence, hit.index, subject)))
    if "sentence" in relations or "near" in relations:
        found += _whole_sentence(page, sentence, hit)
    return _objects_first(found, relations)


def _unknown(page: Understanding, sentence: Sentence, at: int, subject: Referent) -> Referent:
    """The state of a role that nobody in the report fills: the other of the two that meet."""
    others = [state for state in page.scene.pair if state not in subject.side]
    mention = sentence.chunks[at].mention
    outside = isinstance(mention, RoleMention) and cues(page.language).has("outsiders", mention.role)
    known = (
        isinstance(mention, RoleMention | PersonMention) and not outside and len(subject.side) == 1 and len(others) == 1
    )
    return Referent(states=(others[0],)) if known else Referent()


def _relative_object(page: Understanding, sentence: Sentence, hit: Hit, subject: Referent) -> Met:
    """« X, que le président a reçu »: the antecedent of a relative clause that opens with the object."""
    for at in range(hit.index - 1, max(0, hit.index - 8), -1):
        chunk = sentence.chunks[at]
        if chunk.verb is not None and chunk.verb.finite:
            return []
        if chunk.word not in page.known.that:
            continue
        before = at - 2 if sentence.chunks[at - 1].word == "," and at > 1 else at - 1
        if sentence.chunks[before].code != "@A":
            return []
        who = definite(page, sentence, before)
        return [(Actor(before, ""), who)] if who and not _same_people(who, subject) else []
    return []


def _before(page: Understanding, sentence: Sentence, hit: Hit) -> list[Actor]:
    """Those before the verb, after a preposition: « c'est avec X qu'elle a conféré », « avec X, il a évoqué »."""
    found = []
    for at in range(hit.index - 1, -1, -1):
        chunk = sentence.chunks[at]
        if chunk.code in HARD:
            break
        before = sentence.chunks[at - 1].word if at else ""
        if chunk.code == "@A" and before in page.known.prepositions:
            found.append(Actor(at, sentence.chunks[at - 1].code))
        elif chunk.word in page.known.relative and before in page.known.prepositions:
            antecedent = next(
                (one for one in range(at - 2, max(-1, at - 5), -1) if sentence.chunks[one].code == "@A"), None
            )
            if antecedent is not None:
                found.append(Actor(antecedent, sentence.chunks[at - 1].code))
    return found


def _objects_first(found: Met, relations: Sequence[str]) -> Met:
    """Of direct objects, the sure ones where there are any, and only one group of them."""
    if "object" not in relations:
        return found
    direct = [one for one in found if one[0].preposition == ""]
    rest = [one for one in found if one[0].preposition]
    sure = [one for one in direct if one[0].sure]
    persons = [one for one in direct if one[1].persons]
    return (sure or persons[:1] or direct[:1]) + rest


def _whole_sentence(page: Understanding, sentence: Sentence, hit: Hit) -> Met:
    who = Referent()
    for verb in page.verbs.get(sentence.number, ()):
        who = merged(who, verb.who)
    for chunk in sentence.chunks:
        if chunk.code == "@A" and page.who(chunk.start).persons:
            who = merged(who, page.who(chunk.start))
    return [(Actor(hit.index, ""), Referent(who.persons))] if who.persons else []


def _same_people(who: Referent, subject: Referent) -> bool:
    return bool(who.persons) and set(who.speakers) <= set(subject.speakers)


def absent_agent(page: Understanding, sentence: Sentence, hit: Hit, subject: Referent) -> Met:
    """For a participle without an agent, the subject of the clause: « devant X, rencontré auparavant, le
    ministre a promis »."""
    verb = sentence.chunks[hit.index].verb
    if (
        verb is None
        or verb.tense not in PARTICIPLES
        or hit.frame.voice != "pas"
        or "par" not in hit.frame.slots.get("who", ())
    ):
        return []
    for told in page.verbs.get(sentence.number, ()):
        finite = sentence.chunks[told.index].verb
        if finite is not None and finite.finite and told.who.persons and not set(told.who.side) & set(subject.side):
            return [(Actor(hit.index, ""), told.who)]
    return []


def in_turn(page: Understanding, sentence: Sentence, hit: Hit) -> list[Referent]:
    """Who goes on receiving without a verb: « X l'a reçu le matin, Y l'après-midi », « X l'a reçu, puis Y »."""
    found: list[Referent] = []
    chunks, turns = sentence.chunks, {words[0] for words in cues(page.language).phrases["in_turn"]}
    for at in range(hit.index + 1, len(chunks)):
        if chunks[at].verb is not None or chunks[at].code in HARD:
            break
        joined = (
            chunks[at - 1].word == "," or chunks[at - 1].word in page.known.coordinate or chunks[at - 1].code in turns
        )
        after = next((one for one in chunks[at + 1 :] if one.word != ","), None)
        timed = (after is not None and (after.code == "@D" or after.code in turns)) or chunks[at - 1].code in turns
        if joined and timed and isinstance(chunks[at].mention, PersonMention):
            found.append(Referent(page.who(chunks[at].start).persons))
    return found


def embassy(page: Understanding, sentence: Sentence, hit: Hit, subject: Referent, words: Cues) -> Met:
    """One's own embassy as part of the object: « le personnel de l'ambassade »."""
    if "object" not in hit.frame.slots.get("who", ()):
        return []
    for actor in actors_after(page, sentence, hit.index):
        mention = sentence.chunks[actor.at].mention
        who = page.who(sentence.chunks[actor.at].start)
        if (
            isinstance(mention, RoleMention)
            and mention.role in words.sets["embassies"]
            and set(who.side) <= set(subject.side)
        ):
            return [(actor, who)]
    return []


def present(page: Understanding, telling: Telling) -> Referent:
    """Those told to be there as well (« en présence de l'ambassadeur », « flanquée de l'amiral »)."""
    words, sentence = cues(page.language), telling.sentence
    for at in range(telling.index + 1, len(sentence.chunks)):
        chunk = sentence.chunks[at]
        if chunk.verb is not None and chunk.verb.finite:
            return Referent()
        if chunk.code in words.sets["present"] or (chunk.verb is not None and words.has("present", chunk.verb.lemma)):
            return Referent(tuple(_persons_after(page, sentence, at)))
    return Referent()


def _persons_after(page: Understanding, sentence: Sentence, at: int) -> Iterator[Person]:
    for actor in actors_after(page, sentence, at):
        yield from page.who(sentence.chunks[actor.at].start).persons
