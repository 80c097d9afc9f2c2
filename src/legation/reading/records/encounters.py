"""Meetings told by verbs (« s'est entretenu avec », « a été reçu par ») and by nouns (« lors de leur entretien »)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model.mentions import PersonMention, PlaceMention, RoleMention, StateMention
from legation.reading.circumstances import merged
from legation.reading.matching import Hit
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.cues import Cues, cues
from legation.reading.records.levels import highest
from legation.reading.records.near import nearest_day, nearest_spot
from legation.reading.records.noun_encounters import presided
from legation.reading.records.own_missions import own_mission
from legation.reading.records.participants import CLITICS, Met, absent_agent, embassy, in_turn, related, subject_of
from legation.reading.records.tellings import Telling, journey_verb, mood, roles_within
from legation.reading.reference import Referent
from legation.reading.understanding import Understanding

REFLEXIVE, STATE = "se_", 3  # how reflexive verbs begin; letters of the code of a state (organisations have names)
CONFERENCE = "conference"
OWN, COURTESY, RECEPTION, TALKS, REMOTE = "own_mission", "courtesy_call", "reception", "talks", "phone_video"


def verb_tellings(page: Understanding, sentence: Sentence, hit: Hit) -> list[Telling]:
    """The meetings that a verb frame tells: none where nobody is named who could meet, several where each is
    met alone."""
    words = cues(page.language)
    if hit.frame.slots.get("own"):
        return own_mission(page, sentence, hit, words)
    told = mood(page, sentence, hit.index, words) if sentence.chunks[hit.index].verb else (None, None)
    if told is None:
        return []
    subject = subject_of(page, sentence, hit)
    slots = hit.frame.slots
    verb = sentence.chunks[hit.index].verb
    if slots.get("clitic") and (verb is None or slots["clitic"] not in verb.clitics):
        return []
    if slots.get("both") and not _both_named(page, sentence, hit, subject):
        return []
    if told[0] in {"fut", "pres"} and _often(sentence, hit, words):
        return []
    if told == ("cond", None) and nearest_day(page, sentence, hit.index) is None:
        return []
    if slots.get("governed") and not _under(sentence, hit, slots["governed"]):
        return []
    if slots.get("role") and not _of_role(sentence, hit, slots["role"]):
        return []
    relations = [role for role in slots.get("who", ()) if role != "subject"]
    found = related(page, sentence, hit, relations, subject)
    if not found and subject:
        found = absent_agent(page, sentence, hit, subject) or embassy(page, sentence, hit, subject, words)
    if slots.get("named") and not (
        subject
        and _named(page, sentence, hit)
        and _heads_clause(page, sentence, hit.index)
        and not _met_before(sentence, hit, words)
    ):
        return []
    if slots.get("people") and not any(who.persons for _, who in found) and not slots.get("alone"):
        return []
    if slots.get("pair") and len({person.state for _, who in found for person in who.persons}) < 2:
        return []
    if (slots.get("person") and not _people(found)) or (slots.get("needs") and not found):
        return []
    if _lacks(page, sentence, hit, subject, found, words):
        return []
    parts = _each_alone(page, sentence, hit, subject, found, words)
    if slots.get("host") == "subject" and verb is not None and set(verb.clitics) & CLITICS and subject.persons:
        parts += [(who, found) for who in in_turn(page, sentence, hit)]
    made = [_made(page, sentence, hit, who, part, told) for who, part in parts]
    return [replace(one, alone=True) for one in made] if len(made) > 1 else made


def _both_named(page: Understanding, sentence: Sentence, hit: Hit, subject: Referent) -> bool:
    """Whether the subject is persons of two states whom the sentence itself names."""
    named = {
        person.name
        for chunk in sentence.chunks[: hit.index]
        if isinstance(chunk.mention, PersonMention)
        for person in page.who(chunk.start).persons
    }
    return len({one.state for one in subject.persons if one.name in named}) > 1


def _often(sentence: Sentence, hit: Hit, words: Cues) -> bool:
    """Whether an infinitive tells what is to be done time and again (« ont décidé de se concerter plus étroitement »,
    « se rencontrent chaque année »)."""
    verb = sentence.chunks[hit.index].verb
    near = sentence.chunks[hit.index + 1 : hit.index + 4]
    lasting = verb is not None and verb.tense in {"inf", "pres"}
    return lasting and any(one.code in words.sets["often"] for one in near)


def _named(page: Understanding, sentence: Sentence, hit: Hit) -> bool:
    """Whether the frame's other actor is a person who holds a post."""
    chunk = sentence.chunks[hit.other] if hit.other is not None else None
    if chunk is None or not isinstance(chunk.mention, PersonMention):
        return False
    return any(bool(person.posts or person.rank) for person in page.who(chunk.start).persons)


def _met_before(sentence: Sentence, hit: Hit, words: Cues) -> bool:
    """Whether a participle says that the other was but met: « devant X, rencontré auparavant, »."""
    after = (
        sentence.chunks[hit.last : hit.last + 4] if hit.other is None else sentence.chunks[hit.other : hit.other + 4]
    )
    return any(one.verb is not None and one.verb.tense == "pp" and words.has("seen", one.verb.lemma) for one in after)


def _heads_clause(page: Understanding, sentence: Sentence, index: int) -> bool:
    """Whether a chunk opens the sentence or a clause of it, over a date or a place."""
    before = index - 1
    while before >= 0 and (
        sentence.chunks[before].code in {"@D", "@L"} or _before_place(page, sentence.chunks[before])
    ):
        before -= 1
    return (
        before < 0
        or sentence.chunks[before].code in {";", ":"}
        or sentence.chunks[before].word in page.known.coordinate
    )


def _before_place(page: Understanding, chunk: Chunk) -> bool:
    return chunk.word == "," or chunk.word in page.known.locatives


def _of_a_state(page: Understanding, sentence: Sentence, hit: Hit) -> bool:
    """Whether a state or its capital is the subject: « Lisbonne accueillait le ministre » tells a visit."""
    told = page.verb(sentence, hit.index)
    at = told.subject.index if told is not None else None
    mention = sentence.chunks[at].mention if at is not None else None
    return isinstance(mention, PlaceMention) or (
        isinstance(mention, StateMention) and mention.form in {"name", "capital", "epithet"}
    )


def _own_embassy_met(sentence: Sentence, found: Met, words: Cues) -> bool:
    mentions = [sentence.chunks[actor.at].mention for actor, _ in found]
    return any(isinstance(one, RoleMention) and one.role in words.sets["embassies"] for one in mentions)


def _people(found: Met) -> bool:
    """Whether people are met: persons named, or a role; not a state or a thing."""
    return any(bool(who) for _, who in found)


def _lacks(page: Understanding, sentence: Sentence, hit: Hit, subject: Referent, found: Met, words: Cues) -> bool:
    """Whether nobody is told who could be met, or the noun is not what the verb is about (« tenir une place
    dans les … »)."""
    slots = hit.frame.slots
    if slots.get("host") == "subject" and not subject.persons and _of_a_state(page, sentence, hit):
        return True
    if slots.get("join") or _own_embassy_met(sentence, found, words):
        return False
    verb = sentence.chunks[hit.index].verb
    if found and subject and all(not who.persons and set(who.side) <= set(subject.side) for _, who in found):
        return True
    if found and _one_side(subject, found) and not (subject.persons and slots.get("host")):
        return True
    if not found and _members_meet(sentence, hit, subject, page):
        return False
    alone = not found and len(subject.side) < 2 and not (slots.get("alone") and subject.persons)
    if alone and verb is not None and (verb.voice == "act" or not subject.persons):
        return bool(slots["type"] != COURTESY)
    if (
        hit.frame.nouns
        and verb is not None
        and verb.tense == "inf"
        and sentence.chunks[hit.last].code in words.sets["lasting"]
    ):
        return True
    inside = [chunk.word for chunk in sentence.chunks[hit.index + 1 : hit.last] if chunk.mention is None]
    return bool(hit.frame.nouns) and bool(words.sets["inside"] & set(inside))


def _members_meet(sentence: Sentence, hit: Hit, subject: Referent, page: Understanding) -> bool:
    """Whether those of one organisation meet among themselves: « les ministres de la Défense de l'Otan se réuniront »."""
    verb, told = sentence.chunks[hit.index].verb, page.verb(sentence, hit.index)
    at = told.subject.index if told is not None else None
    role = sentence.chunks[at].mention if at is not None else None
    if verb is None or hit.frame.nouns or not verb.lemma.startswith(REFLEXIVE) or subject.persons:
        return False
    many = isinstance(role, RoleMention) and role.number != 1
    return many and len(subject.side) == 1 and len(subject.side[0]) != STATE


def _one_side(subject: Referent, found: Met) -> bool:
    """Whether all told of are of one state, some of them unnamed: « les diplomates grecs ont accueilli leur ministre »."""
    sides = {state for who in (subject, *(who for _, who in found)) for state in who.side}
    unnamed = any(not who.persons for who in (subject, *(who for _, who in found)))
    return bool(subject) and len(sides) == 1 and unnamed


def _under(sentence: Sentence, hit: Hit, lemmas: Sequence[str]) -> bool:
    """Whether the trigger is an infinitive under one of those verbs (« est allé saluer »)."""
    verb = sentence.chunks[hit.index].verb
    before = next((one.verb for one in reversed(sentence.chunks[: hit.index]) if one.verb is not None), None)
    return verb is not None and verb.tense == "inf" and before is not None and before.lemma in lemmas


def _of_role(sentence: Sentence, hit: Hit, roles: Sequence[str]) -> bool:
    """Whether the frame's actor is a role of one of those classes (« l'hôte de »)."""
    mention = sentence.chunks[hit.actor].mention if hit.actor is not None else None
    return isinstance(mention, RoleMention) and mention.role in roles


def _each_alone(
    page: Understanding, sentence: Sentence, hit: Hit, subject: Referent, found: Met, words: Cues
) -> list[tuple[Referent, Met]]:
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


def _one_by_one(page: Understanding, hit: Hit, found: Met, words: Cues) -> bool:
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
    near = (*opening, *sentence.chunks[max(0, hit.index - 3) : last + 6])
    window = tuple(chunk.participle or chunk.code for chunk in near)
    between = tuple(chunk.code for chunk in sentence.chunks[hit.index : last])
    told = _has_phrase(window, words.phrases["distinct"]) or _has_phrase(between, words.phrases["next"])
    return told or any(code in words.sets["each"] for code in window)


def _has_phrase(codes: tuple[str, ...], phrases: Sequence[tuple[str, ...]]) -> bool:
    present = set(codes)
    return any(
        codes[at : at + len(phrase)] == phrase for phrase in phrases if phrase[0] in present for at in range(len(codes))
    )


def _made(
    page: Understanding,
    sentence: Sentence,
    hit: Hit,
    subject: Referent,
    found: Met,
    told: tuple[str | None, str | None],
) -> Telling:
    slots, who = hit.frame.slots, subject
    for _, other in found:
        who = merged(who, other)
    kind = OWN if _own_people(page, sentence, hit, subject, found) else _kind(page, sentence, hit)
    if kind == OWN:
        who = subject
    if hit.frame.nouns and not subject.persons:
        who = merged(who, presided(page, sentence, hit, cues(page.language)))
    if kind == TALKS and not found and _members_meet(sentence, hit, subject, page):
        kind = CONFERENCE
    last = max([hit.last, *(actor.at for actor, _ in found)])
    first = _first(page, sentence, hit)
    journey = journey_verb(sentence, hit.index, cues(page.language))
    triggers = (hit.index,) if journey is None else (hit.index, journey)
    return Telling(
        sentence=sentence,
        index=hit.index,
        first=first,
        last=last,
        rule=hit.frame.rule,
        type=kind,
        who=who,
        host=None if kind == OWN else _host(slots.get("host"), subject, found, page),
        day=nearest_day(page, sentence, *triggers),
        spot=nearest_spot(page, sentence, hit.index),
        tense=told[0],
        status=told[1],
        roles=roles_within(sentence, first, last),
        join=bool(slots.get("join")),
    )


def _kind(page: Understanding, sentence: Sentence, hit: Hit) -> str:
    """The type of the frame, but a courtesy call where the reception is one, and by telephone where talks are
    held so."""
    words, kind = cues(page.language), str(hit.frame.slots["type"])
    after = sentence.chunks[hit.index + 1 :]
    if kind == RECEPTION:
        calls = any(
            chunk.code in words.sets["courtesies"]
            or (chunk.verb is not None and chunk.verb.lemma in words.sets["courtesies"] and chunk.verb.tense == "inf")
            for chunk in after
        )
        return COURTESY if calls or _holds(after, words.phrases["terms"]) else kind
    return REMOTE if kind == TALKS and _holds(sentence.chunks, words.phrases["remote"]) else kind


def _holds(chunks: Sequence[Chunk], phrases: Sequence[tuple[str, ...]]) -> bool:
    """Whether one of the phrases stands in a row of chunks."""
    return _has_phrase(tuple(chunk.code for chunk in chunks), phrases)


def _own_people(page: Understanding, sentence: Sentence, hit: Hit, subject: Referent, found: Met) -> bool:
    """Whether those met are one's own embassy: « a rencontré le personnel de l'ambassade de son pays »."""
    if not found or any(who.persons for _, who in found) or not subject:
        return False
    words = cues(page.language)
    embassy = any(
        isinstance(mention, RoleMention) and mention.role in words.sets["embassies"]
        for actor, _ in found
        for mention in (sentence.chunks[actor.at].mention,)
    )
    return embassy and all(set(who.side) <= set(subject.side) for _, who in found)


def _first(page: Understanding, sentence: Sentence, hit: Hit) -> int:
    """Where the clause of a verb begins: at its subject, unless another clause stands between."""
    verb = page.verb(sentence, hit.index)
    at = verb.subject.index if verb is not None else None
    if at is None and hit.index and sentence.chunks[hit.index - 1].code == "@S":
        at = next((one for one in range(hit.index - 1, -1, -1) if sentence.chunks[one].code == "@A"), None)
    if at is None or at > hit.index:
        return hit.index
    between = sentence.chunks[at + 1 : hit.index]
    if any(one.verb is not None and one.verb.finite for one in between):
        return hit.index
    joined = at > 1 and sentence.chunks[at - 1].word in page.known.coordinate and sentence.chunks[at - 2].code == "@A"
    return at - 2 if joined else at


def _host(role: object, subject: Referent, found: Met, page: Understanding) -> str | None:
    """The state of whoever the frame says is at home."""
    if role is None:
        return None
    if role == "subject":
        return subject.side[0] if len(subject.side) == 1 else None
    if role == "near":
        return page.scene.host
    states = [state for _, who in found for state in who.side]
    return states[0] if states else None
