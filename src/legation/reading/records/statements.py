"""Statements: who says, asks or promises what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from legation.model.mentions import DateMention, RoleMention
from legation.reading.after_verbs import complement
from legation.reading.clauses import Subject
from legation.reading.frames import FrameSet, load_frames
from legation.reading.matching import Hit, hits
from legation.reading.phrases import Chunk, Sentence
from legation.reading.records.speakers import JOINT, addressee, asks_both, speaker
from legation.reading.reference import Referent
from legation.reading.topics import find_topics
from legation.reading.understanding import Draft, Understanding

FOLDER = "frames/statements"
SAYING = frozenset({"AFFIRM", "INFORM"})
WEIGHTIER = frozenset({"OFFER", "PLAN", "COMMIT", "ACCEPT", "REFUSE", "EXPECT", "REQUEST", "PROPOSE"})
OF_THINGS = WEIGHTIER - {"REQUEST", "ACCEPT"}
SPEAKING_GROUPS = frozenset({"ministry", "delegation", "party"})
TAKING_UP = frozenset(
    {"object", "of", "place"}
)  # pronouns of things: « l'a acceptée », « en a pris note », « y a consenti »
NESTED_TENSES = frozenset({"past", "pqp"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A frame that holds in a sentence, with its speaker and where its clause starts."""

    hit: Hit
    speaker: Referent
    start: int
    inverted: bool
    label: str


@dataclass(frozen=True, slots=True)
class _Heard:
    """The sentence of the statement before, where it ends, and its topics."""

    sentence: Sentence
    end: int
    topics: tuple[str, ...]


def statement_drafts(page: Understanding) -> Iterator[Draft]:
    """The statements of the body, in order."""
    frames = load_frames(page.language, FOLDER)
    heard: _Heard | None = None
    for sentence in page.body():
        found = _accepted(page, sentence, frames)
        for number, statement in enumerate(found):
            content = _content(sentence, found, number)
            topics = _topics(page, sentence, statement, content, heard)
            draft = _draft(page, sentence, statement, content, topics)
            heard = _Heard(sentence, draft.end, topics)
            yield draft


def _accepted(page: Understanding, sentence: Sentence, frames: FrameSet) -> list[Statement]:
    kept: list[Statement] = []
    loose: list[Hit] = []
    for found in hits(frames, sentence, page.known):
        for hit in found:
            if hit.frame.topic_only:
                break
            statement = _statement(page, sentence, hit)
            if statement is None and _loose(page, sentence, hit):
                loose.append(hit)
                if kept and _told_by(sentence, kept[-1], hit, page):
                    kept[-1] = replace(kept[-1], label=hit.frame.label)
            if statement is None or not _about_whom(page, sentence, statement):
                continue
            told = _nested(page, sentence, hit, kept)
            if not told:
                kept.append(statement)
                break
            if _overrides(sentence, statement, kept):
                kept[-1] = replace(kept[-1], label=hit.frame.label)
                break
    return _without_saying(page, sentence, kept, loose)


def _told_by(sentence: Sentence, saying: Statement, hit: Hit, page: Understanding) -> bool:
    """« a assuré que l'accord ne visait personne »: the first verb of what is said carries an act of the one who says it."""
    if saying.label not in SAYING or complement(sentence, saying.hit.last, page.known) != "que":
        return False
    places = range(saying.hit.last + 1, len(sentence.chunks))
    finite = (at for at in places if (verb := sentence.chunks[at].verb) is not None and verb.finite)
    return next(finite, None) == hit.index


def _loose(page: Understanding, sentence: Sentence, hit: Hit) -> bool:
    """Whether an act without a speaker may be that of who is quoted: of things, or, in the first person, of nobody named."""
    told = page.verb(sentence, hit.index)
    nobody = told is not None and told.subject.index is None and told.subject.thing is None
    return hit.frame.label in OF_THINGS or (nobody and hit.frame.label not in SAYING | JOINT)


def _overrides(sentence: Sentence, statement: Statement, kept: list[Statement]) -> bool:
    """« a ajouté que Tokyo entendait … »: what is said is an act of the speaker's side, and wins over the saying."""
    last = kept[-1] if kept else None
    verb = sentence.chunks[statement.hit.index].verb
    return (
        last is not None
        and (verb is None or verb.tense != "pp")
        and _says(last)
        and (statement.label in WEIGHTIER or (last.label == "INFORM" and statement.label == "AFFIRM"))
        and set(statement.speaker.side) <= set(last.speaker.side)
    )


def _without_saying(
    page: Understanding, sentence: Sentence, kept: list[Statement], loose: list[Hit]
) -> list[Statement]:
    """« Son pays, a-t-il ajouté, est prêt à … »: the words around an inverted verb of saying are the speaker's own act.

    What somebody tells of a third side is no act of that side; `loose` are acts of things (« l'école reste ouverte »).
    """
    saying = next((one for one in kept if one.inverted and _says(one)), None)
    if saying is None:
        warning = next(
            (one for one in kept if one.inverted and one.speaker.persons and one.hit.frame.phrase is None), None
        )
        return (
            kept if warning is None else [one for one in kept if one is warning or not _of_side(sentence, one, warning)]
        )
    near = [one for one in kept if one is not saying and not _apart(sentence, one.hit, saying.hit)]
    own = [one for one in near if set(one.speaker.side) & set(saying.speaker.side)]
    other = [one for one in own if not (one.speaker.persons and _past(sentence, one.hit))]
    told = [one for one in other if one.hit.frame.label not in SAYING and not _further(page, sentence, one, saying)]
    dropped = [one for one in own if one.label in SAYING and not one.speaker.persons]
    dropped += [one for one in near if one not in own and not _past(sentence, one.hit)]
    if told:
        return [_adopted(one, saying) if one in told else one for one in kept if one not in [saying, *dropped]]
    around = [hit for hit in loose if not _apart(sentence, hit, saying.hit)]
    heard = replace(saying, label="AFFIRM") if any(one in own and one.label == "AFFIRM" for one in dropped) else saying
    heard = replace(saying, label=around[0].frame.label) if around else heard
    return [heard if one is saying else one for one in kept if one not in dropped]


def _of_side(sentence: Sentence, one: Statement, said: Statement) -> bool:
    """« Oslo n'entend pas céder, a averti le ministre »: what the side does is what its minister says, not one more act."""
    own = not one.speaker.persons and set(one.speaker.side) <= set(said.speaker.side)
    return own and not _apart(sentence, one.hit, said.hit) and not _past(sentence, one.hit)


def _further(page: Understanding, sentence: Sentence, one: Statement, saying: Statement) -> bool:
    """Whether an act after the saying is one more (« …, a-t-il dit, avant de saluer », « qui refuse »), not what is said."""
    verb, told = sentence.chunks[one.hit.index].verb, page.verb(sentence, one.hit.index)
    if verb is None or told is None or one.hit.index < saying.hit.index:
        return False
    return not verb.finite or told.subject.relative


def _says(one: Statement) -> bool:
    return one.label in SAYING or bool(one.hit.frame.content_tense)


def _apart(sentence: Sentence, one: Hit, other: Hit) -> bool:
    low, high = sorted((one.index, other.index))
    return any(chunk.code in {";", ":"} for chunk in sentence.chunks[low:high])


def _past(sentence: Sentence, hit: Hit) -> bool:
    verb = sentence.chunks[hit.index].verb
    return verb is not None and verb.tense in NESTED_TENSES


def _adopted(one: Statement, saying: Statement) -> Statement:
    """The act told, said by the one who says it, if he does not only tell what both sides do."""
    if one.label in JOINT:
        return one
    return replace(one, speaker=saying.speaker, start=min(one.start, saying.start), inverted=True)


def _statement(page: Understanding, sentence: Sentence, hit: Hit) -> Statement | None:
    who, where = speaker(page, sentence, hit)
    if not who:
        return None
    if (hit.frame.group == "both" or hit.frame.label in JOINT) and len(who.side) < 2:
        return None
    inverted = where.pronoun is not None or (
        _tells(sentence, hit) and where.index is not None and where.index > hit.index
    )
    if inverted and hit.frame.label == "INFORM" and not (who.persons or _speaks_for_state(page, sentence, where)):
        return None
    label = "PROPOSE" if hit.frame.label == "REQUEST" and asks_both(page, sentence, hit, who) else hit.frame.label
    return Statement(hit, who, _clause_start(sentence, hit, where, page), inverted, label)


def _tells(sentence: Sentence, hit: Hit) -> bool:
    """Whether words after the trigger may be its subject: not where a participle or infinitive opens the sentence."""
    verb = sentence.chunks[hit.index].verb
    return verb is None or verb.finite or hit.frame.phrase is not None


def _speaks_for_state(page: Understanding, sentence: Sentence, where: Subject) -> bool:
    """Whether a ministry, a delegation or a side speaks (« dit-on à Oslo »), no newspaper named as the source."""
    if where.pronoun in page.known.collective:
        return True
    mention = sentence.chunks[where.index].mention if where.index is not None else None
    return isinstance(mention, RoleMention) and mention.role in SPEAKING_GROUPS


def _about_whom(page: Understanding, sentence: Sentence, statement: Statement) -> bool:
    """Whether the content tells of the side that the frame asks for: the speaker's own, the other, or both (or a thing)."""
    wanted = statement.hit.frame.content_subject
    return not wanted or _told_of(page, sentence, statement) in wanted.split("|")


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
            nobody = verb.subject.index is None and verb.subject.thing is None
            return _relation(side, own) if side else "own" if nobody and statement.inverted else "thing"
    return "thing"


def _relation(side: set[str], own: set[str]) -> str:
    if side <= own:
        return "own"
    return "both" if side & own else "other"


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
    if verb.tense == "pp" and hit.frame.voice != "pas" and hit.frame.phrase is None:
        return True
    if verb.tense == "prespart":
        return not _adverbial(page, sentence, hit.index)
    if told is not None and told.dependent and hit.frame.label == "PLAN" and verb.tense not in NESTED_TENSES:
        return True
    if not kept or told is None or not told.dependent or (told.subject.relative and told.who.persons):
        return False
    return verb.tense not in NESTED_TENSES


def _adverbial(page: Understanding, sentence: Sentence, index: int) -> bool:
    """Whether a participle tells what the subject does, not what a noun before it is like: « en affirmant », « , ajoutant »."""
    if index == 0:
        return True
    before, verb = sentence.chunks[index - 1], sentence.chunks[index].verb
    if verb is not None and "of" in verb.clitics:
        return True
    return before.word in page.known.gerund_openers or before.word == "," or before.word in page.known.coordinate


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
    if chunk.word in page.known.infinitive_openers or _seized(sentence, index, page):
        return True
    finite = any(one.verb is not None and one.verb.finite for one in sentence.chunks[:index])
    return chunk.code == "@A" and not finite


def _seized(sentence: Sentence, index: int, page: Understanding) -> bool:
    """« a saisi l'occasion pour souhaiter »: the nearest verb before tells that its subject used an occasion to act."""
    verb = next((one.verb for one in reversed(sentence.chunks[:index]) if one.verb is not None), None)
    return verb is not None and verb.finite and verb.lemma in page.known.occasions


def _draft(
    page: Understanding, sentence: Sentence, statement: Statement, content: tuple[int, int], topics: tuple[str, ...]
) -> Draft:
    start = min(statement.start, content[0])
    end = max(content[1], sentence.chunks[statement.hit.last].end)
    slots = {
        "act": statement.label,
        "speakers": statement.speaker.speakers,
        "side": statement.speaker.side,
        "addressee": addressee(page, sentence, statement.hit, statement.speaker),
        "topics": topics,
        "deadline": _deadline(page, content),
    }
    return Draft("statement", start, end, statement.hit.frame.rule, slots)


def _topics(
    page: Understanding, sentence: Sentence, statement: Statement, content: tuple[int, int], heard: _Heard | None
) -> tuple[str, ...]:
    """The topics that the content names, or those of what was said, where it only takes that up (« cette idée », « en »)."""
    told = find_topics(page.text, *content, page.language)
    if told or not _takes_up(page, sentence, statement, content):
        return told
    same = heard is not None and heard.sentence is sentence
    begin = heard.end if heard is not None and same else sentence.start
    near = find_topics(page.text, begin, content[0], page.language) if begin < content[0] else ()
    if near or heard is None or sentence.number - heard.sentence.number > 1:
        return near
    return heard.topics


def _takes_up(page: Understanding, sentence: Sentence, statement: Statement, content: tuple[int, int]) -> bool:
    """Whether pronouns or nouns of the content stand for what was said before, or the act itself is an answer to it."""
    if statement.hit.frame.speaker == "answerer":
        return True
    if _told_before(page, sentence, statement):
        return True
    inside = [one for one in sentence.chunks if content[0] <= one.start < content[1]]
    return any(_of_things(one) for one in inside) or any(
        after.code in page.known.taking_up and one.word in page.known.demonstratives for one, after in pairwise(inside)
    )


def _told_before(page: Understanding, sentence: Sentence, statement: Statement) -> bool:
    """Whether the clause is relative to what it is about: « un choix que le ministre a salué », « dont il s'est félicité »."""
    first = next(at for at, one in enumerate(sentence.chunks) if one.end > statement.start)
    word = sentence.chunks[first - 1].word if first else ""
    return word in page.known.relative and word not in page.known.relative_subject


def _of_things(chunk: Chunk) -> bool:
    verb = chunk.verb
    return verb is not None and verb.tense != "prespart" and not TAKING_UP.isdisjoint(verb.clitics)


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


def _deadline(page: Understanding, content: tuple[int, int]) -> str | None:
    for mention in page.within(*content):
        if isinstance(mention, DateMention) and mention.kind == "deadline":
            return page.clock.resolve(mention, context=None, tense="future")[0]
    return None
