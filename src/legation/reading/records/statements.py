"""Statements: who says, asks or promises what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.model.mentions import DateMention
from legation.reading.clauses import Subject, objects, subject
from legation.reading.frames import FrameSet, load_frames
from legation.reading.matching import Hit, hits
from legation.reading.phrases import Sentence
from legation.reading.reference import Referent
from legation.reading.topics import find_topics
from legation.reading.understanding import Draft, Understanding

FOLDER = "frames/statements"
DIRECTED = frozenset({"THANK", "REQUEST", "INVITE", "INFORM"})
JOINT = frozenset({"AGREE", "SHARE_VIEW"})
NESTED_TENSES = frozenset({"past", "pqp"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A frame that holds in a sentence, with its speaker and where its clause starts."""

    hit: Hit
    speaker: Referent
    start: int
    inverted: bool


def statement_drafts(page: Understanding) -> Iterator[Draft]:
    """The statements of the body, in order."""
    frames = load_frames(page.language, FOLDER)
    for sentence in page.body():
        found = _accepted(page, sentence, frames)
        for number, statement in enumerate(found):
            yield _draft(page, sentence, found, number, statement)


def _accepted(page: Understanding, sentence: Sentence, frames: FrameSet) -> list[Statement]:
    kept: list[Statement] = []
    for found in hits(frames, sentence, page.known):
        for hit in found:
            if hit.frame.topic_only:
                break
            statement = _statement(page, sentence, hit)
            if statement is None or not _about_whom(page, sentence, statement):
                continue
            if not _nested(page, sentence, hit, kept):
                kept.append(statement)
                break
    return kept


def _statement(page: Understanding, sentence: Sentence, hit: Hit) -> Statement | None:
    speaker, where = _speaker(page, sentence, hit)
    if not speaker:
        return None
    if (hit.frame.group == "both" or hit.frame.label in JOINT) and len(speaker.side) < 2:
        return None
    inverted = where.pronoun is not None or (where.index is not None and where.index > hit.index)
    return Statement(hit, speaker, _clause_start(sentence, hit, where, page), inverted)


def _about_whom(page: Understanding, sentence: Sentence, statement: Statement) -> bool:
    """Whether the content tells of the side that the frame asks for: the speaker's own, the other, or both (or a thing)."""
    wanted = statement.hit.frame.content_subject
    return not wanted or _told_of(page, sentence, statement) == wanted


def _told_of(page: Understanding, sentence: Sentence, statement: Statement) -> str:
    own = set(statement.speaker.side)
    begin = 0 if statement.inverted else statement.hit.last + 1
    for at in range(begin, len(sentence.chunks)):
        verb = page.verb(sentence, at)
        chunk = sentence.chunks[at].verb
        if verb is None or chunk is None or at in range(statement.hit.index, statement.hit.last + 1):
            continue
        if at == statement.hit.last + 1 and chunk.tense == "inf":
            return "own"
        if chunk.finite:
            side = set(verb.who.side)
            return "both" if not side or (side & own and side - own) else "own" if side <= own else "other"
    return "both"


def _speaker(page: Understanding, sentence: Sentence, hit: Hit) -> tuple[Referent, Subject]:
    role = hit.frame.speaker
    if hit.actor is not None:
        return page.who(sentence.chunks[hit.actor].start), Subject(index=hit.actor)
    chunk = sentence.chunks[hit.index]
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
    """The agent of a passive; without one, « il a été décidé » is said by those who meet."""
    for preposition, at in objects(sentence, hit.index, len(sentence.chunks), page.known):
        if preposition in page.known.agent_prepositions:
            return page.who(sentence.chunks[at].start), Subject(index=at)
    if hit.frame.label in JOINT:
        return Referent(states=page.scene.pair), Subject()
    return Referent(), Subject()


def _nominal_subject(page: Understanding, sentence: Sentence, hit: Hit) -> tuple[Referent, Subject]:
    """For a frame without a verb of its own: the subject of the verb in what it matched, else of the sentence's first verb."""
    for verb in page.verbs.get(sentence.number, ()):
        if verb.index >= hit.index - 1 and verb.who:
            return verb.who, verb.subject
    for verb in page.verbs.get(sentence.number, ()):
        if verb.who:
            return verb.who, verb.subject
    return Referent(), Subject()


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


def _clause_start(sentence: Sentence, hit: Hit, where: Subject, page: Understanding) -> int:
    """The offset where the clause begins: its subject if that stands before the verb in the same clause."""
    begin = hit.index
    if where.index is not None and where.index < hit.index and not where.relative:
        between = sentence.chunks[where.index + 1 : hit.index]
        if not any(one.verb is not None and one.verb.finite for one in between):
            begin = where.index
    return sentence.chunks[begin].start


def _nested(page: Understanding, sentence: Sentence, hit: Hit, kept: list[Statement]) -> bool:
    """Whether the trigger only stands in the content of a statement already found."""
    verb = sentence.chunks[hit.index].verb
    if verb is None:
        return False
    told = page.verb(sentence, hit.index)
    if verb.tense == "inf":
        return not _opens_act(page, sentence, hit.index)
    if verb.tense == "pp" and hit.frame.voice != "pas":
        return True
    if not kept or told is None or not told.dependent:
        return False
    return verb.tense not in NESTED_TENSES


def _opens_act(page: Understanding, sentence: Sentence, index: int) -> bool:
    """Whether an infinitive tells an act: « avant de souhaiter », « tient à remercier », « et le ministre de saluer »."""
    before = index - 1
    while before >= 0 and (
        sentence.chunks[before].code in page.known.links or sentence.chunks[before].word in page.known.adverbs
    ):
        before -= 1
    if before < 0:
        return False
    chunk = sentence.chunks[before]
    if chunk.verb is not None:
        return chunk.verb.lemma in page.known.carriers and chunk.verb.finite
    if chunk.word in page.known.infinitive_openers:
        return True
    finite = any(one.verb is not None and one.verb.finite for one in sentence.chunks[:index])
    return chunk.code == "@A" and not finite


def _draft(page: Understanding, sentence: Sentence, found: list[Statement], number: int, statement: Statement) -> Draft:
    content = _content(sentence, found, number)
    start = min(statement.start, content[0])
    end = max(content[1], sentence.chunks[statement.hit.last].end)
    act = statement.hit.frame.label
    slots = {
        "act": act,
        "speakers": statement.speaker.speakers,
        "side": statement.speaker.side,
        "addressee": _addressee(page, sentence, statement),
        "topics": find_topics(page.text, content[0], content[1], page.language),
        "deadline": _deadline(page, content),
    }
    return Draft("statement", start, end, statement.hit.frame.rule, slots)


def _content(sentence: Sentence, found: list[Statement], number: int) -> tuple[int, int]:
    """The span of what is said: after the trigger up to the next statement, or, after inversion, all before it too."""
    statement = found[number]
    following = found[number + 1].start if number + 1 < len(found) else sentence.end
    trigger = sentence.chunks[statement.hit.index]
    start = trigger.start
    if statement.inverted:
        start = _after_previous(sentence, found, number)
    end = max(following, sentence.chunks[statement.hit.last].end)
    return start, end


def _after_previous(sentence: Sentence, found: list[Statement], number: int) -> int:
    if number == 0:
        return sentence.start
    return sentence.chunks[found[number - 1].hit.last].end


def _addressee(page: Understanding, sentence: Sentence, statement: Statement) -> tuple[str, ...]:
    hit = statement.hit
    own = set(statement.speaker.side)
    verb = sentence.chunks[hit.index].verb
    wanted = hit.frame.addressee or ("object" if hit.frame.label in DIRECTED else "")
    if not wanted or wanted == "none":
        return ()
    limit = hit.last + 7
    for preposition, at in objects(sentence, hit.index, limit, page.known):
        if preposition in page.known.prepositions_of.get(wanted, ("",)) or (wanted == "object" and preposition == ""):
            states = [state for state in page.who(sentence.chunks[at].start).side if state not in own]
            if states:
                return tuple(states)
    clitic = verb is not None and any(role in {"object", "dative", "either"} for role in verb.clitics)
    others = tuple(state for state in page.scene.pair if state not in own)
    if (clitic or hit.frame.label in DIRECTED) and len(own) == 1 and len(others) == 1:
        return others
    return ()


def _deadline(page: Understanding, content: tuple[int, int]) -> str | None:
    for mention in page.within(*content):
        if isinstance(mention, DateMention) and mention.kind == "deadline":
            return page.clock.resolve(mention, context=None, tense="future")[0]
    return None
