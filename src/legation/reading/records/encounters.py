"""Meetings told by verbs (« s'est entretenu avec », « a été reçu par ») and by nouns (« lors de leur entretien »)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.model.mentions import PersonMention, PlaceMention, RoleMention, StateMention
from legation.reading.circumstances import merged
from legation.reading.matching import Hit
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.around import (
    HARD,
    Actor,
    actors_after,
    apposed,
    definite,
    fits,
    person_before,
    subject_group,
)
from legation.reading.records.cues import Cues, cues
from legation.reading.records.levels import highest
from legation.reading.records.near import nearest_day, nearest_spot
from legation.reading.records.own_missions import own_mission
from legation.reading.records.tellings import Telling, mood, roles_within
from legation.reading.reference import Referent
from legation.reading.understanding import Understanding

CLITICS = frozenset({"object", "dative", "either"})
PAST = frozenset({"past", "pqp", "imperf"})
PARTICIPLES = frozenset({"pp", "prespart"})
OWN, COURTESY, RECEPTION, TALKS, REMOTE = "own_mission", "courtesy_call", "reception", "talks", "phone_video"


def verb_tellings(page: Understanding, sentence: Sentence, hit: Hit) -> list[Telling]:
    """The meetings that a verb frame tells: none where nobody is named who could meet, several where each is met alone."""
    words = cues(page.language)
    if hit.frame.slots.get("own"):
        return own_mission(page, sentence, hit, words)
    told = mood(page, sentence, hit.index, words) if sentence.chunks[hit.index].verb else (None, None)
    if told is None:
        return []
    subject = _subject(page, sentence, hit)
    slots = hit.frame.slots
    verb = sentence.chunks[hit.index].verb
    if slots.get("clitic") and (verb is None or slots["clitic"] not in verb.clitics):
        return []
    if slots.get("governed") and not _under(sentence, hit, slots["governed"]):
        return []
    if slots.get("role") and not _of_role(sentence, hit, slots["role"]):
        return []
    relations = [role for role in slots.get("who", ()) if role != "subject"]
    found = _related(page, sentence, hit, relations, subject)
    if not found and subject:
        found = _absent_agent(page, sentence, hit, subject) or _embassy(page, sentence, hit, subject, words)
    if slots.get("named") and not (subject and _named(sentence, hit) and hit.index < 2):
        return []
    if (slots.get("person") and not _people(found)) or (slots.get("needs") and not found):
        return []
    if _lacks(page, sentence, hit, subject, found, words):
        return []
    parts = _each_alone(page, sentence, hit, subject, found, words)
    made = [_made(page, sentence, hit, who, part, told) for who, part in parts]
    return [replace(one, alone=True) for one in made] if len(made) > 1 else made


def _absent_agent(page: Understanding, sentence: Sentence, hit: Hit, subject: Referent) -> list[tuple[Actor, Referent]]:
    """For a participle without an agent, the subject of the clause: « devant X, rencontré auparavant, le ministre a promis »."""
    verb = sentence.chunks[hit.index].verb
    if verb is None or verb.tense not in PARTICIPLES or hit.frame.voice != "pas" or "par" not in hit.frame.slots.get("who", ()):
        return []
    for told in page.verbs.get(sentence.number, ()):
        finite = sentence.chunks[told.index].verb
        if finite is not None and finite.finite and told.who.persons and not set(told.who.side) & set(subject.side):
            return [(Actor(hit.index, ""), told.who)]
    return []


def _embassy(
    page: Understanding, sentence: Sentence, hit: Hit, subject: Referent, words: Cues
) -> list[tuple[Actor, Referent]]:
    """One's own embassy as part of the object: « le personnel de l'ambassade »."""
    if "object" not in hit.frame.slots.get("who", ()):
        return []
    for actor in actors_after(page, sentence, hit.index):
        mention = sentence.chunks[actor.at].mention
        who = page.who(sentence.chunks[actor.at].start)
        if isinstance(mention, RoleMention) and mention.role in words.sets["embassies"] and set(who.side) <= set(subject.side):
            return [(actor, who)]
    return []


def _named(sentence: Sentence, hit: Hit) -> bool:
    """Whether the frame's other actor is a person with a name and a post."""
    mention = sentence.chunks[hit.other].mention if hit.other is not None else None
    return isinstance(mention, PersonMention) and bool(mention.posts or mention.rank)


def _of_a_state(page: Understanding, sentence: Sentence, hit: Hit) -> bool:
    """Whether a state or its capital is the subject: « Lisbonne accueillait le ministre » tells a visit."""
    told = page.verb(sentence, hit.index)
    at = told.subject.index if told is not None else None
    mention = sentence.chunks[at].mention if at is not None else None
    return isinstance(mention, PlaceMention) or (isinstance(mention, StateMention) and mention.form in {"name", "capital", "epithet"})


def _own_embassy_met(sentence: Sentence, found: list[tuple[Actor, Referent]], words: Cues) -> bool:
    mentions = [sentence.chunks[actor.at].mention for actor, _ in found]
    return any(isinstance(one, RoleMention) and one.role in words.sets["embassies"] for one in mentions)


def _people(found: list[tuple[Actor, Referent]]) -> bool:
    """Whether people are met: persons named, or a role; not a state or a thing."""
    return any(who for _, who in found)


def _lacks(
    page: Understanding, sentence: Sentence, hit: Hit, subject: Referent, found: list[tuple[Actor, Referent]], words: Cues
) -> bool:
    """Whether nobody is told who could be met, or the noun is not what the verb is about (« tenir une place dans les … »)."""
    slots = hit.frame.slots
    if slots.get("host") == "subject" and not subject.persons and _of_a_state(page, sentence, hit):
        return True
    if slots.get("join") or _own_embassy_met(sentence, found, words):
        return False
    verb = sentence.chunks[hit.index].verb
    if found and subject and all(not who.persons and set(who.side) <= set(subject.side) for _, who in found):
        return True
    alone = not found and len(subject.side) < 2
    if alone and verb is not None and (verb.voice == "act" or not subject.persons):
        return slots["type"] != COURTESY
    inside = [chunk.word for chunk in sentence.chunks[hit.index + 1 : hit.last] if chunk.mention is None]
    return hit.frame.nouns != () and bool(set(inside) & words.sets["inside"])


def _under(sentence: Sentence, hit: Hit, lemmas: Sequence[str]) -> bool:
    """Whether the trigger is an infinitive under one of those verbs (« est allé saluer »)."""
    verb = sentence.chunks[hit.index].verb
    before = next((one.verb for one in reversed(sentence.chunks[: hit.index]) if one.verb is not None), None)
    return verb is not None and verb.tense == "inf" and before is not None and before.lemma in lemmas


def _of_role(sentence: Sentence, hit: Hit, roles: Sequence[str]) -> bool:
    """Whether the frame's actor is a role of one of those classes (« l'hôte de »)."""
    mention = sentence.chunks[hit.actor].mention if hit.actor is not None else None
    return isinstance(mention, RoleMention) and mention.role in roles


def _subject(page: Understanding, sentence: Sentence, hit: Hit) -> Referent:
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
        return own.who if own else Referent()
    return subject_group(page, sentence, own.subject.index, own.who)


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


def _related(
    page: Understanding, sentence: Sentence, hit: Hit, relations: Sequence[str], subject: Referent
) -> list[tuple[Actor, Referent]]:
    """Those who stand in the frame's relations after the trigger, each with its actor chunk."""
    found: list[tuple[Actor, Referent]] = []
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
    known = isinstance(sentence.chunks[at].mention, RoleMention | PersonMention) and len(subject.side) == 1 and len(others) == 1
    return Referent(states=(others[0],)) if known else Referent()


def _relative_object(
    page: Understanding, sentence: Sentence, hit: Hit, subject: Referent
) -> list[tuple[Actor, Referent]]:
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
            antecedent = next((one for one in range(at - 2, max(-1, at - 5), -1) if sentence.chunks[one].code == "@A"), None)
            if antecedent is not None:
                found.append(Actor(antecedent, sentence.chunks[at - 1].code))
    return found


def _objects_first(found: list[tuple[Actor, Referent]], relations: Sequence[str]) -> list[tuple[Actor, Referent]]:
    """Of direct objects, the sure ones where there are any, and only one group of them."""
    if "object" not in relations:
        return found
    direct = [one for one in found if one[0].preposition == ""]
    rest = [one for one in found if one[0].preposition]
    sure = [one for one in direct if one[0].sure]
    persons = [one for one in direct if one[1].persons]
    return (sure or persons[:1] or direct[:1]) + rest


def _whole_sentence(page: Understanding, sentence: Sentence, hit: Hit) -> list[tuple[Actor, Referent]]:
    who = Referent()
    for verb in page.verbs.get(sentence.number, ()):
        who = merged(who, verb.who)
    for chunk in sentence.chunks:
        if chunk.code == "@A" and page.who(chunk.start).persons:
            who = merged(who, page.who(chunk.start))
    return [(Actor(hit.index, ""), Referent(who.persons))] if who.persons else []


def _same_people(who: Referent, subject: Referent) -> bool:
    return bool(who.persons) and set(who.speakers) <= set(subject.speakers)


def _each_alone(
    page: Understanding, sentence: Sentence, hit: Hit, subject: Referent, found: list[tuple[Actor, Referent]], words: Cues
) -> list[tuple[Referent, list[tuple[Actor, Referent]]]]:
    """Those who meet, in the pairs in which they do: the subject's side, the others."""
    with_persons = [one for one in found if one[1].persons]
    apart = _distinct(sentence, hit, max([hit.last, *(actor.at for actor, _ in found)]), words)
    if len(with_persons) > 1 and (apart or _one_by_one(page, hit, with_persons, words)):
        return [(subject, [one]) for one in with_persons]
    if len(found) == 1 and len(found[0][1].persons) > 1 and apart:
        actor, who = found[0]
        return [(subject, [(actor, Referent((person,)))]) for person in who.persons]
    if apart and hit.frame.slots.get("host") == "subject" and len(subject.persons) > 1 and with_persons:
        return [(Referent((person,)), found) for person in subject.persons]
    return [(subject, found)]


def _one_by_one(page: Understanding, hit: Hit, found: list[tuple[Actor, Referent]], words: Cues) -> bool:
    """Whether several are met one after the other: a preposition said again, or two heads who receive."""
    if any(actor.repeated for actor, _ in found):
        return True
    levels = [highest(page, who.persons) for _, who in found]
    return hit.frame.slots.get("host") in {"par", "a"} and levels.count(words.ranking[0]) > 1


def _distinct(sentence: Sentence, hit: Hit, last: int, words: Cues) -> bool:
    """Whether words between the head of the clause and the last of those met part them (« tour à tour », « puis »)."""
    verb = sentence.chunks[hit.index].verb
    if verb is not None and words.has("successive", verb.lemma):
        return True
    opening = sentence.chunks[: min(4, hit.index)]
    window = tuple(chunk.code for chunk in (*opening, *sentence.chunks[max(0, hit.index - 3) : last + 6]))
    between = tuple(chunk.code for chunk in sentence.chunks[hit.index : last])
    told = _has_phrase(window, words.phrases["distinct"]) or _has_phrase(between, words.phrases["next"])
    return told or any(code in words.sets["each"] for code in window)


def _has_phrase(codes: tuple[str, ...], phrases: Sequence[tuple[str, ...]]) -> bool:
    return any(codes[at : at + len(phrase)] == phrase for phrase in phrases for at in range(len(codes)))


def _made(
    page: Understanding, sentence: Sentence, hit: Hit, subject: Referent, found: list[tuple[Actor, Referent]],
    told: tuple[str | None, str | None],
) -> Telling:  # fmt: skip
    slots, who = hit.frame.slots, subject
    for _, other in found:
        who = merged(who, other)
    kind = OWN if _own_people(page, sentence, hit, subject, found) else _kind(page, sentence, hit)
    if kind == OWN:
        who = subject
    last = max([hit.last, *(actor.at for actor, _ in found)])
    first = _first(page, sentence, hit)
    return Telling(
        sentence=sentence, index=hit.index, first=first, last=last, rule=hit.frame.rule, type=kind, who=who,
        host=None if kind == OWN else _host(slots.get("host"), subject, found, page),
        day=nearest_day(page, sentence, hit.index), spot=nearest_spot(page, sentence, hit.index),
        tense=told[0], status=told[1], roles=roles_within(sentence, first, last), join=bool(slots.get("join")),
    )  # fmt: skip


def _kind(page: Understanding, sentence: Sentence, hit: Hit) -> str:
    """The type of the frame, but a courtesy call where the reception is one, and by telephone where talks are held so."""
    words, kind = cues(page.language), str(hit.frame.slots["type"])
    after = sentence.chunks[hit.index + 1 :]
    if kind == RECEPTION:
        calls = any(
            chunk.code in words.sets["courtesies"] or (chunk.verb is not None and chunk.verb.lemma in words.sets["courtesies"]
                                                       and chunk.verb.tense == "inf")
            for chunk in after
        )  # fmt: skip
        return COURTESY if calls or _holds(after, words.phrases["terms"]) else kind
    return REMOTE if kind == TALKS and _holds(sentence.chunks, words.phrases["remote"]) else kind


def _holds(chunks: Sequence[Chunk], phrases: Sequence[tuple[str, ...]]) -> bool:
    """Whether one of the phrases stands in a row of chunks."""
    return _has_phrase(tuple(chunk.code for chunk in chunks), phrases)


def _own_people(
    page: Understanding, sentence: Sentence, hit: Hit, subject: Referent, found: list[tuple[Actor, Referent]]
) -> bool:
    """Whether those met are one's own embassy: « a rencontré le personnel de l'ambassade de son pays »."""
    if not found or any(who.persons for _, who in found) or not subject:
        return False
    words = cues(page.language)
    embassy = any(
        isinstance(mention, RoleMention) and mention.role in words.sets["embassies"]
        for actor, _ in found for mention in (sentence.chunks[actor.at].mention,)
    )  # fmt: skip
    return embassy and all(set(who.side) <= set(subject.side) for _, who in found)


def _first(page: Understanding, sentence: Sentence, hit: Hit) -> int:
    """Where the clause of a verb begins: at its subject, unless another clause stands between."""
    verb = page.verb(sentence, hit.index)
    at = verb.subject.index if verb is not None else None
    if at is None or at > hit.index:
        return hit.index
    between = sentence.chunks[at + 1 : hit.index]
    return hit.index if any(one.verb is not None and one.verb.finite for one in between) else at


def _host(role: object, subject: Referent, found: list[tuple[Actor, Referent]], page: Understanding) -> str | None:
    """The state of whoever the frame says is at home."""
    if role is None:
        return None
    if role == "subject":
        return subject.side[0] if len(subject.side) == 1 else None
    if role == "near":
        return page.scene.host
    states = [state for _, who in found for state in who.side]
    return states[0] if states else None


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


def _persons_after(page: Understanding, sentence: Sentence, at: int) -> Iterator[object]:
    for actor in actors_after(page, sentence, at):
        yield from page.who(sentence.chunks[actor.at].start).persons
