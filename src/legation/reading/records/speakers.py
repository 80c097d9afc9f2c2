"""Who speaks in a statement, and to whom."""

from __future__ import annotations

from legation.reading.after_verbs import objects
from legation.reading.clauses import Subject, subject
from legation.reading.matching import Hit
from legation.reading.phrases import Sentence
from legation.reading.reference import Referent
from legation.reading.understanding import Understanding

JOINT = frozenset({"AGREE", "SHARE_VIEW"})
DIRECTED = frozenset({"THANK", "REQUEST", "INVITE"})
ADDRESSED = DIRECTED | {"INFORM", "PRAISE"}
OBJECT_CLITICS = frozenset({"object", "dative", "either"})
PARAGRAPHS_BACK = 1  # how far back the speaker of a turn without one is looked for
ADDRESSEE_REACH = 7  # chunks after the trigger within which its addressee stands


def speaker(page: Understanding, sentence: Sentence, hit: Hit) -> tuple[Referent, Subject]:
    role = hit.frame.speaker
    if hit.actor is not None:
        return page.who(sentence.chunks[hit.actor].start), Subject(index=hit.actor)
    chunk = sentence.chunks[hit.index]
    if role == "answerer":
        return _answerer(page, sentence, hit)
    if chunk.verb is not None and role == "patient":
        verb = page.verb(sentence, hit.index)
        return (verb.who, verb.subject) if verb else (Referent(), Subject())
    if chunk.verb is not None and role in {"subject", ""}:
        if chunk.verb.voice == "pas" or (chunk.verb.tense == "pp" and hit.frame.voice == "pas"):
            return _agent(page, sentence, hit)
        verb = page.verb(sentence, hit.index)
        return (verb.who, verb.subject) if verb else (Referent(), Subject())
    if role in {"subject", ""}:
        return _nominal_subject(page, sentence, hit)
    return _by_role(page, sentence, hit, role)


def _agent(page: Understanding, sentence: Sentence, hit: Hit) -> tuple[Referent, Subject]:
    """The agent of a passive; without one, « il a été décidé » is said by both, « prié de » by the other side."""
    for preposition, at in objects(sentence, hit.index, len(sentence.chunks), page.known):
        if preposition in page.known.agent_prepositions:
            return page.who(sentence.chunks[at].start), Subject(index=at)
    if hit.frame.label in JOINT:
        return Referent(states=page.scene.pair), Subject()
    told = page.verb(sentence, hit.index)
    others = tuple(state for state in page.scene.pair if told and told.who.side and state not in told.who.side)
    if hit.frame.label in DIRECTED and told and len(others) == len(told.who.side) == 1:
        return _last_subject(page, sentence, others) or Referent(states=others), Subject()
    return (_last_subject(page, sentence) if hit.frame.nouns else Referent()), Subject()


def _answerer(page: Understanding, sentence: Sentence, hit: Hit) -> tuple[Referent, Subject]:
    """Who answers (« la demande a été acceptée »): the agent told, else the side other than that of who last acted."""
    for preposition, at in objects(sentence, hit.index, len(sentence.chunks), page.known):
        if preposition in page.known.agent_prepositions:
            return page.who(sentence.chunks[at].start), Subject(index=at)
    asking = _last_subject(page, sentence)
    others = tuple(state for state in page.scene.pair if state not in asking.side)
    if len(asking.side) != 1 or len(others) != 1:
        return Referent(), Subject()
    return _last_person(page, sentence, others) or Referent(states=others), Subject()


def _last_person(page: Understanding, sentence: Sentence, side: tuple[str, ...]) -> Referent:
    """The person of a side who was last spoken of."""
    for before in reversed(page.sentences):
        if before.number < sentence.number and 0 <= sentence.paragraph - before.paragraph <= PARAGRAPHS_BACK:
            for chunk in reversed(before.chunks):
                who = page.who(chunk.start) if chunk.code == "@A" else Referent()
                if who.persons and who.side == side:
                    return who
    return Referent()


def _last_subject(page: Understanding, sentence: Sentence, side: tuple[str, ...] = ()) -> Referent:
    """Who was last told of as doing something, of a side if one is given: « promesse a été faite » is his."""
    for before in reversed(page.sentences):
        if before.number < sentence.number and 0 <= sentence.paragraph - before.paragraph <= PARAGRAPHS_BACK:
            for verb in reversed(page.verbs.get(before.number, ())):
                if verb.who and not verb.dependent and (not side or verb.who.side == side):
                    return verb.who
    return Referent()


def _nominal_subject(page: Understanding, sentence: Sentence, hit: Hit) -> tuple[Referent, Subject]:
    """For a frame without a verb of its own: the subject of the verb in what it matched, else of the sentence's first verb."""
    for verb in page.verbs.get(sentence.number, ()):
        if verb.index >= hit.index - 1 and verb.who:
            return verb.who, verb.subject
    for verb in page.verbs.get(sentence.number, ()):
        if verb.who:
            return verb.who, verb.subject
    return _last_subject(page, sentence), Subject()


def _by_role(page: Understanding, sentence: Sentence, hit: Hit, role: str) -> tuple[Referent, Subject]:
    """The speaker stands in the frame's own words (adverbial, possessor) or after a preposition."""
    if role == "both":
        return Referent(states=page.scene.pair), Subject()
    inside = [at for at in range(hit.index, hit.last + 1) if sentence.chunks[at].code == "@A"]
    if role in {"adverbial", "possessor", "actor"} and inside:
        return page.who(sentence.chunks[inside[-1]].start), Subject(index=inside[-1])
    for preposition, at in objects(sentence, hit.index, len(sentence.chunks), page.known):
        if role == "object" or page.known.prepositions_of.get(role, role) == preposition:
            return page.who(sentence.chunks[at].start), Subject(index=at)
    after = next((at for at in range(hit.last + 1, len(sentence.chunks)) if sentence.chunks[at].code == "@A"), None)
    if after is not None and after - hit.last <= 3:
        return page.who(sentence.chunks[after].start), Subject(index=after)
    found = subject(sentence, hit.index, page.known) if sentence.chunks[hit.index].verb else Subject()
    return (page.who(sentence.chunks[found.index].start), found) if found.index is not None else (Referent(), found)


def addressee(page: Understanding, sentence: Sentence, hit: Hit, speaking: Referent) -> tuple[str, ...]:
    """The states spoken to: those of the object or of what « à » governs, or, where the act needs one, the other side."""
    own = set(speaking.side)
    wanted = hit.frame.addressee or ("object" if hit.frame.label in ADDRESSED else "")
    if not wanted or wanted == "none":
        return ()
    if hit.other is not None:
        return tuple(state for state in page.who(sentence.chunks[hit.other].start).side if state not in own)
    told = _objects_told(page, sentence, hit, wanted, own)
    if told:
        return told
    verb = sentence.chunks[hit.index].verb
    clitic = verb is not None and any(role in OBJECT_CLITICS for role in verb.clitics)
    others = tuple(state for state in page.scene.pair if state not in own)
    return others if (clitic or hit.frame.label in DIRECTED) and len(own) == len(others) == 1 else ()


def asks_both(page: Understanding, sentence: Sentence, hit: Hit, speaking: Referent) -> bool:
    """Whether both sides, the speaker's own too, are asked: « a appelé les deux voisins à … » proposes."""
    own = set(speaking.side)
    for preposition, at in objects(sentence, hit.index, hit.last + ADDRESSEE_REACH, page.known):
        side = set(page.who(sentence.chunks[at].start).side)
        if preposition in {"", *page.known.prepositions_of.get("a", ())} and side:
            return bool(own) and own < side
    return False


def _objects_told(page: Understanding, sentence: Sentence, hit: Hit, wanted: str, own: set[str]) -> tuple[str, ...]:
    """The other states in the place that the frame names, coordinated ones included."""
    places = page.known.prepositions_of.get(wanted, ("",))
    told: list[str] = []
    for preposition, at in objects(sentence, hit.index, hit.last + ADDRESSEE_REACH, page.known):
        if preposition in places or (wanted == "object" and preposition == ""):
            told.extend(state for state in page.who(sentence.chunks[at].start).side if state not in own)
        elif told:
            break
    return tuple(dict.fromkeys(told))
