"""What stands around a trigger in its sentence: who, with which preposition; the nearest date and place."""

from __future__ import annotations

from dataclasses import dataclass

from legation.model.mentions import PersonMention, RoleMention, StateMention
from legation.reading.circumstances import merged
from legation.reading.grammar import Grammar
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.cues import cues
from legation.reading.records.visit_cues import visit_cues
from legation.reading.reference import SIDES, Referent
from legation.reading.understanding import Understanding

ACTORS = frozenset({"@A", "@B"})
PRONOUN = "pronoun"
LED = 8  # chunks after a group within which its leader is named
LONG_GROUP = 6  # chunks over which « et » may reach back past a plain noun (« les ministres des pays membres et … »)
HARD = frozenset({";", ":"})


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor chunk after a trigger: its index, the preposition that governs it ("" for none), whether that
    is sure."""

    at: int
    preposition: str
    sure: bool = True
    repeated: bool = False


def actors_after(page: Understanding, sentence: Sentence, index: int, *, limit: int | None = None) -> list[Actor]:
    """The actors after a trigger up to the next finite verb, relative or hard stop."""
    found: list[Actor] = []
    for at in range(index + 1, len(sentence.chunks) if limit is None else min(limit, len(sentence.chunks))):
        chunk = sentence.chunks[at]
        if chunk.code in HARD or (chunk.verb is not None and chunk.verb.finite and not _parenthetic(sentence, at)):
            break
        if chunk.code in ACTORS:
            found.append(_actor(page, sentence, at, index, found))
    return found


def _parenthetic(sentence: Sentence, at: int) -> bool:
    """Whether a finite verb opens a remark between commas (« , indique le communiqué, »)."""
    return at > 0 and sentence.chunks[at - 1].word == "," and sentence.chunks[at].verb is not None


def _actor(page: Understanding, sentence: Sentence, at: int, trigger: int, found: list[Actor]) -> Actor:
    known, each = page.known, cues(page.language).sets["each"]
    chunks, before, joined, apart = sentence.chunks, at - 1, "", False
    while before > trigger:
        word = chunks[before].word
        adverbial = phrase_length(chunks, before, known)
        if not adverbial and (word in known.coordinate or word == "," or (word and word in known.adverbs)):
            joined = word if word in known.coordinate else joined or word
            before -= 1
            continue
        if chunks[before].code == "@D" or adverbial:
            before, apart = before - (adverbial or 1), apart or not adverbial
            continue
        if before - 1 > trigger and chunks[before].code in known.linking and _partitive(chunks, before, known):
            before -= 1
            break
        if chunks[before - 1].word in each and chunks[before].code in known.linking:
            before -= 2
            continue
        if chunks[before].code == "@L":
            before -= 2 if chunks[before - 1].word in known.prepositions else 1
            apart = True
            continue
        break
    if before <= trigger:
        return Actor(at, "")
    if chunks[before].word in known.prepositions or chunks[before].code in set(known.contractions.values()):
        return Actor(at, chunks[before].code, True, _repeated(chunks, before, trigger, known))
    if joined and chunks[before].mention is not None:
        other = next((one for one in found if one.at == before), None)
        if other is not None and not (joined == "," and (apart or _list_ended(sentence, other.at, known))):
            return Actor(at, other.preposition, other.sure and joined != ",")
    return Actor(at, "", False)


def _list_ended(sentence: Sentence, at: int, known: Grammar) -> bool:
    """Whether a list ended with the actor at an index: « entre X et Y, Z a parlé »; a name may still follow a role."""
    if at < 2 or isinstance(sentence.chunks[at].mention, RoleMention):
        return False
    return sentence.chunks[at - 1].word in known.coordinate and sentence.chunks[at - 2].code in ACTORS


def _partitive(chunks: tuple[Chunk, ...], at: int, known: Grammar) -> bool:
    """Whether « des » only opens an indefinite group after a preposition: « avec des députés »."""
    before = chunks[at - 1]
    return (
        before.word in known.prepositions and before.code not in known.linking and chunks[at].end - chunks[at].start > 2
    )


def phrase_length(chunks: tuple[Chunk, ...], last: int, known: Grammar) -> int:
    """How many chunks an adverbial of several words has that ends here (« peu après »); 0 if none does."""
    if chunks[last].word not in known.parenthesis_ends:
        return 0
    for length in (5, 4, 3, 2):
        words = tuple([chunk.word for chunk in chunks[max(0, last - length + 1) : last + 1]])
        if len(words) == length and words in known.parentheses.get(words[0], ()):
            return length
    return 0


def governed_noun(sentence: Sentence, at: int, first: int, known: Grammar) -> bool:
    """Whether a preposition governs the noun at an index, so that it is no object of the verb at `first`."""
    for before in range(at - 1, first, -1):
        chunk = sentence.chunks[before]
        if chunk.mention is not None or chunk.word == ",":
            return False
        if chunk.word in known.prepositions or chunk.code in known.linking:
            earlier = sentence.chunks[before - 1].word if before - 1 > first else ""
            return chunk.code not in known.linking or (
                chunk.word in known.prepositions and earlier in known.prepositions
            )
    return False


def _repeated(chunks: tuple[Chunk, ...], at: int, trigger: int, known: Grammar) -> bool:
    """Whether the preposition takes up, after a coordination, the same preposition (« par le roi et par le
    ministre »)."""
    joins = at > trigger and (
        chunks[at - 1].word in known.coordinate
        or chunks[at - 1].word in known.adverbs
        or chunks[at - 1].word in known.that
    )
    return joins and any(chunk.code == chunks[at].code for chunk in chunks[trigger + 1 : at - 1])


def group_left(page: Understanding, sentence: Sentence, at: int) -> Referent:
    """Whom the actor chunk at an index means, with those coordinated before it."""
    chunks, known = sentence.chunks, page.known
    who = page.who(chunks[at].start)
    cursor, joined = at - 1, False
    while cursor >= 0:
        chunk = chunks[cursor]
        if chunk.word in known.coordinate:
            joined = True
        elif chunk.word == "," or chunk.word in known.prepositions or chunk.code in set(known.contractions.values()):
            pass
        elif chunk.code == "@A" and joined:
            who, joined = merged(definite(page, sentence, cursor), who), False
        elif not (joined and chunk.verb is None and chunk.word and at - cursor < LONG_GROUP):
            break
        cursor -= 1
    return who


def definite(page: Understanding, sentence: Sentence, at: int) -> Referent:
    """Whom an actor chunk means; of an open plural (« des représentants », « ses adjoints ») only the state
    that it names."""
    chunk = sentence.chunks[at]
    mention = chunk.mention
    if isinstance(mention, RoleMention) and mention.role != PRONOUN and mention.role not in SIDES and _open(mention):
        own = (mention.state, *_states_inside(chunk)) if mention.state else _states_inside(chunk)
        stated = tuple(dict.fromkeys([*own, *_adjectives_after(page, sentence, at)]))
        return Referent(states=stated or _both_owners(page, sentence, at))
    return page.who(chunk.start)


def _both_owners(page: Understanding, sentence: Sentence, at: int) -> tuple[str, ...]:
    """The states whose an open plural is: « les chefs d'état-major des deux pays »."""
    chunks = sentence.chunks
    if at + 2 >= len(chunks) or chunks[at + 1].code not in page.known.linking or chunks[at + 2].code != "@A":
        return ()
    who = page.who(chunks[at + 2].start)
    return who.states if len(who.states) > 1 and not who.persons else ()


def led_by(page: Understanding, sentence: Sentence, at: int) -> Referent:
    """Who leads the group that an actor chunk names: « une délégation conduite par le colonel X »."""
    leads = visit_cues(page.language).sets["leads"]
    for index in range(at + 1, min(len(sentence.chunks), at + LED)):
        verb = sentence.chunks[index].verb
        if verb is None:
            continue
        if verb.tense != "pp" or verb.lemma not in leads:
            return Referent()
        for actor in actors_after(page, sentence, index, limit=index + 4):
            who = page.who(sentence.chunks[actor.at].start)
            if actor.preposition in page.known.agent_prepositions and who.persons:
                return Referent(who.persons)
    return Referent()


def _states_inside(chunk: Chunk) -> tuple[str, ...]:
    """The states and organisations named inside a role's words: « les ministres de l'ASEAN »."""
    return tuple(state for one in chunk.also if isinstance(one, StateMention) for state in one.states)


def _adjectives_after(page: Understanding, sentence: Sentence, at: int) -> tuple[str, ...]:
    """The states of adjectives that go on after a plural role: « ses homologues tunisien et maltais »."""
    found: list[str] = []
    for chunk in sentence.chunks[at + 1 : at + 8]:
        if chunk.code == "@S" and isinstance(chunk.mention, StateMention):
            found += chunk.mention.states
        elif chunk.word != "," and chunk.word not in page.known.coordinate:
            break
    return tuple(found)


def _open(role: RoleMention) -> bool:
    """Whether a plural role leaves open who is meant: of no number, or of several posts (« les vice-ministres
    de … et de … »)."""
    return role.number == 0 or (role.number > 1 and len({post.post for post in role.posts}) > 1)


def subject_group(page: Understanding, sentence: Sentence, at: int, told: Referent) -> Referent:
    """The subject told of, with those named before it, open plurals left out: « X et son homologue à la tête
    de …, Y »."""
    chunks = sentence.chunks
    mention = chunks[at].mention
    if isinstance(mention, RoleMention) and definite(page, sentence, at) != page.who(chunks[at].start):
        left = (
            at - 2 if at > 1 and chunks[at - 1].word in page.known.coordinate and chunks[at - 2].code == "@A" else None
        )
        named = page.who(chunks[left].start) if left is not None else Referent()
        return named or definite(page, sentence, at) or Referent(states=told.side if mention.possessive else ())
    role = _role_left_of(sentence, at)
    if role is None:
        return merged(group_left(page, sentence, at), told) if len(told.side) < 2 else told
    before = role - 2
    joined = role > 1 and chunks[role - 1].word in page.known.coordinate and chunks[before].code == "@A"
    return merged(group_left(page, sentence, before), told) if joined else told


def _role_left_of(sentence: Sentence, at: int) -> int | None:
    """Where a role stands that the person at an index only gives the name of: « son homologue à la tête du
    groupe, X »."""
    if at < 2 or sentence.chunks[at - 1].word != "," or not isinstance(sentence.chunks[at].mention, PersonMention):
        return None
    for before in range(at - 2, max(-1, at - 10), -1):
        chunk = sentence.chunks[before]
        if chunk.verb is not None or chunk.word == ",":
            return None
        if isinstance(chunk.mention, RoleMention):
            return before
        if isinstance(chunk.mention, PersonMention):
            return None
    return None


def apposed(page: Understanding, sentence: Sentence, index: int) -> Referent:
    """Whom a participle says something of: the actor just before it, or, at the head of a sentence, the one
    after it."""
    chunks = sentence.chunks
    before = index - 1
    while before >= 0 and (chunks[before].word in {",", "("} or chunks[before].word in page.known.adverbs):
        before -= 1
    while before > 1 and chunks[before].word == ")":
        opening = next((at for at in range(before, -1, -1) if chunks[at].word == "("), before)
        before = opening - 1
    if before >= 0 and chunks[before].code == "@A":
        return group_left(page, sentence, before)
    told = next((one for one in page.verbs.get(sentence.number, ()) if one.index > index and one.who), None)
    if before < 0 and told is not None:
        at = told.subject.index
        group = at is not None and isinstance(chunks[at].mention, RoleMention)
        return (subject_group(page, sentence, at, told.who) if group and at is not None else told.who) or told.who
    own = page.verb(sentence, index)
    return own.who if own else Referent()


def person_before(page: Understanding, sentence: Sentence, index: int, others: Referent) -> Referent:
    """Whom an object pronoun takes up: the last subject before it who is on another side than `others`."""
    spent = {person.name for person in others.persons}
    for number in range(sentence.number, -1, -1):
        for verb in reversed(page.verbs.get(number, ())):
            if number == sentence.number and verb.index >= index:
                continue
            free = [one for one in verb.who.persons if one.name not in spent and one.state not in others.side]
            if free:
                return Referent(tuple(free))
    named = [
        one for one in page.mentions if isinstance(one, PersonMention) and one.start < sentence.chunks[index].start
    ]
    for mention in reversed(named):
        person = page.cast.of(mention)
        if person is not None and person.name not in spent and person.state not in others.side:
            return Referent((person,))
    return Referent()


def people_before(page: Understanding, sentence: Sentence) -> Referent:
    """The persons spoken of last before a sentence, one of each of the two states that the report is about."""
    chosen: dict[str, Referent] = {}
    for number in range(sentence.number - 1, -1, -1):
        for chunk in reversed(page.sentences[number].chunks):
            for person in page.who(chunk.start).persons if chunk.code == "@A" else ():
                if person.state in page.scene.pair:
                    chosen.setdefault(str(person.state), Referent((person,)))
        if len(chosen) == len(page.scene.pair):
            break
    who = Referent()
    for one in chosen.values():
        who = merged(who, one)
    return who


def fits(page: Understanding, actor: Actor, role: str) -> bool:
    """Whether an actor stands in a relation of a frame (`avec`, `a`, `object` …)."""
    return actor.preposition in page.known.prepositions_of.get(role, (role,))
