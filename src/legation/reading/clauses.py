"""Who does it: the subject of a verb in its sentence, and what kind of clause the verb stands in.

The rules are positional, for a language with subject, verb, object in that order and inversion after quotations
(FASTUS's idea of finite-state phrases, read from both sides of the verb).
"""

from __future__ import annotations

from dataclasses import dataclass

from legation.model.mentions import PersonMention
from legation.reading.grammar import Grammar
from legation.reading.phrases import Chunk, Sentence

RELATIVE = 24  # chunks that a relative clause between commas may have
BRACKETS = 6  # chunks that a remark in brackets may have
STOPS = frozenset({";", ":"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Where a verb's subject stands: the index of an actor chunk, or the pronoun of an inversion, or a thing (neither)."""

    index: int | None = None
    pronoun: str | None = None
    thing: str | None = None
    relative: bool = False
    plural: bool = False
    gender: str | None = None


def is_verb(chunk: Chunk) -> bool:
    return chunk.verb is not None


def subject(sentence: Sentence, index: int, known: Grammar) -> Subject:
    """The subject of the verb at an index; an empty Subject where none can be told."""
    verb = sentence.chunks[index].verb
    assert verb is not None
    if verb.inverted:
        number, gender = known.subject_clitics[verb.inverted]
        return Subject(pronoun=verb.inverted, plural=number == "p", gender=gender or None)
    if not verb.finite:
        return _controller(sentence, index, known)
    after = postposed(sentence, index, known)
    if after is not None:
        return Subject(index=after)
    return _leftward(sentence, index, known)


def _controller(sentence: Sentence, index: int, known: Grammar) -> Subject:
    """The subject of an infinitive or participle: that of the finite verb before it, or, opening the sentence, after it."""
    for before in range(index - 1, -1, -1):
        verb = sentence.chunks[before].verb
        if verb is not None and verb.finite:
            return subject(sentence, before, known)
    for after in range(index + 1, len(sentence.chunks)):
        verb = sentence.chunks[after].verb
        if verb is not None and verb.finite and not in_dependent_clause(sentence, after, known):
            found = subject(sentence, after, known)
            if found.index is None or found.index > index:
                return found
    first = _nominal_head(sentence, index)
    return Subject(index=first) if first is not None else Subject()


def _nominal_head(sentence: Sentence, index: int) -> int | None:
    for before in range(index - 1, -1, -1):
        if sentence.chunks[before].code == "@A":
            return before
    return None


def postposed(sentence: Sentence, index: int, known: Grammar) -> int | None:
    """Where the subject stands after its verb: « …, a indiqué lundi à la presse le ministre »; None if it does not."""
    chunks = sentence.chunks
    after = _first_actor_after(chunks, index, known)
    if after is None:
        return None
    if index == 0:
        return after
    before = chunks[index - 1].word
    if before in QUOTES or before == ",":
        left = _leftward(sentence, index, known)
        if left.index is not None and _is_object(chunks, left.index, known):
            return after
        if left.index is not None and _after_relative(chunks, left.index, index, known):
            return None
        return after if left.index is None or not _adjacent_apposition(sentence, left.index, index) else None
    return after if before in known.that or before in known.relative - known.relative_subject else None


QUOTES = frozenset({"»", '"', "”", "!", "?", "…"})
REACH = 9


def _first_actor_after(chunks: tuple[Chunk, ...], index: int, known: Grammar) -> int | None:
    """The first actor after a verb that no preposition governs, over dates, adverbs and prepositional groups only."""
    at = index + 1
    verb = chunks[index].verb
    if verb is not None and verb.lemma in known.causatives and at < len(chunks):
        following = chunks[at].verb
        at += following is not None and following.tense == "inf"
    while at < min(len(chunks), index + REACH):
        chunk = chunks[at]
        if chunk.code == "@A":
            return at
        if chunk.code == "@D" or chunk.word in known.adverbs or chunk.word == ",":
            at += 1
        elif chunk.word in known.prepositions or chunk.code in known.linking:
            at += 2
        else:
            return None
    return None


def _adjacent_apposition(sentence: Sentence, subject_at: int, index: int) -> bool:
    """Whether only an apposition between commas parts a subject from its verb."""
    between = sentence.chunks[subject_at + 1 : index]
    commas = sum(1 for chunk in between if chunk.word == ",") + _apposed_within(sentence.chunks[subject_at])
    return commas in (0, 2) and not any(is_verb(chunk) and chunk.verb and chunk.verb.finite for chunk in between)


def _apposed_within(chunk: Chunk) -> bool:
    """Whether a person's chunk takes in an apposition, before or after the name, with the comma that parts them."""
    person = chunk.mention
    return isinstance(person, PersonMention) and any(
        post.start > person.name_end + 1 or person.name_start > post.end + 1 for post in person.posts
    )


def _is_object(chunks: tuple[Chunk, ...], at: int, known: Grammar) -> bool:
    """Whether an actor stands right after a verb, over dates and adverbs, as its object."""
    before = at - 1
    while before >= 0 and (chunks[before].code == "@D" or chunks[before].word in known.adverbs):
        before -= 1
    verb = chunks[before].verb if before >= 0 else None
    return verb is not None and verb.voice == "act"


def _leftward(sentence: Sentence, index: int, known: Grammar) -> Subject:
    chunks = sentence.chunks
    cursor = _skip_adverbs(chunks, index - 1, known)
    if cursor < 0:
        return Subject()
    while cursor > 0 and _bracketed(chunks, cursor):
        cursor -= 1
    word = chunks[cursor].word
    if word in known.relative_subject:
        return _antecedent(sentence, cursor, known)
    if word == "," and (head := _before_relative(chunks, cursor, known)) is not None:
        return Subject(index=head)
    goes_on = chunks[index].participle != "" or _verb_left_of(chunks, cursor, known)
    if word in known.coordinate or (word == "," and goes_on):
        shared = _shared(sentence, cursor, known)
        if shared is not None:
            return shared
    if word == ",":
        cursor = _over_apposition(chunks, cursor, known)
    return _nearest(sentence, cursor, index, known)


def _before_relative(chunks: tuple[Chunk, ...], comma: int, known: Grammar) -> int | None:
    """The actor of whom a relative clause tells that ends at this comma (« X, avec qui il avait parlé, a … »,
    « X, que flanquait Y, a … »)."""
    for at in range(comma - 1, max(0, comma - RELATIVE), -1):
        if chunks[at].word in known.that:
            told = any(one.finite for one in chunks[at:comma])
            closed = told and chunks[at - 1].word == "," and at > 1 and chunks[at - 2].code == "@A"
            return at - 2 if closed and not _governed(chunks, at - 2, known) else None
        if chunks[at].word in STOPS:
            return None
        if chunks[at].word not in known.relative and chunks[at].word not in known.relative_subject:
            continue
        opened = at - 1 if chunks[at - 1].word in known.prepositions else at
        head = opened - 2
        closes = (
            head >= 0
            and chunks[opened - 1].word == ","
            and any(one.verb and one.verb.finite for one in chunks[at:comma])
        )
        return head if closes and chunks[head].code == "@A" and not _governed(chunks, head, known) else None
    return None


def _after_relative(chunks: tuple[Chunk, ...], head: int, index: int, known: Grammar) -> bool:
    """Whether nothing but a relative clause, with the only finite verb between, parts the head from the verb."""
    finite = sum(1 for one in chunks[head + 1 : index] if one.finite)
    return finite == 1 and _before_relative(chunks, index - 1, known) == head


def _skip_adverbs(chunks: tuple[Chunk, ...], cursor: int, known: Grammar) -> int:
    """The index of the first chunk to the left that is no adverb, adverbial, date or place."""
    while cursor >= 0:
        chunk = chunks[cursor]
        if chunk.word in known.adverbs:
            cursor -= 1
            continue
        step = _phrase_ending_at(chunks, cursor, known)
        if step:
            cursor -= step
            continue
        return cursor
    return cursor


def _phrase_ending_at(chunks: tuple[Chunk, ...], cursor: int, known: Grammar) -> int:
    """The length of a several-word adverbial that ends here, commas around it included; 0 if none."""
    comma = chunks[cursor].word == ","
    last = cursor - 1 if comma else cursor
    length = _adverbial_length(chunks, last, known) if last >= 0 else 0
    if not (comma and length):
        return length
    first = last - length + 1
    return length + (2 if first > 0 and chunks[first - 1].word == "," else 1)


def _adverbial_length(chunks: tuple[Chunk, ...], last: int, known: Grammar) -> int:
    """The length of an adverb or adverbial of several words that ends here; 0 if none does."""
    if chunks[last].word in known.parenthesis_ends:
        for length in range(min(5, last + 1), 1, -1):
            words = tuple(chunk.word for chunk in chunks[last - length + 1 : last + 1])
            if words in known.parentheses.get(words[0], ()):
                return length
    return 1 if chunks[last].word in known.adverbs else 0


def _verb_left_of(chunks: tuple[Chunk, ...], cursor: int, known: Grammar) -> bool:
    """Whether a clause, not an apposition, ends at this comma: a finite verb stands since the last actor."""
    for before in range(cursor - 1, -1, -1):
        if chunks[before].code == "@A" and not _governed(chunks, before, known):
            return False
        verb = chunks[before].verb
        if verb is not None and verb.finite:
            return True
    return False


def _shared(sentence: Sentence, cursor: int, known: Grammar) -> Subject | None:
    """The subject of the verb that this one is coordinated with."""
    for before in range(cursor - 1, -1, -1):
        verb = sentence.chunks[before].verb
        if verb is not None and verb.finite and not in_dependent_clause(sentence, before, known):
            return subject(sentence, before, known)
    return None


def in_dependent_clause(sentence: Sentence, index: int, known: Grammar) -> bool:
    """Whether the verb stands in a clause opened by « que » or a relative after another finite verb."""
    for before in range(index - 1, -1, -1):
        chunk = sentence.chunks[before]
        if chunk.word in known.that or chunk.word in known.relative:
            return True
        if chunk.verb is not None and chunk.verb.finite:
            return False
    return False


def _over_apposition(chunks: tuple[Chunk, ...], cursor: int, known: Grammar) -> int:
    """From a comma before a verb to what stands before the matching comma, or just before this one."""
    for before in range(cursor - 1, max(-1, cursor - 14), -1):
        if _bracketed(chunks, before):
            continue
        if chunks[before].word == ",":
            if before > 0 and chunks[before - 1].code == "@A":
                return before - 1
            continue
        if chunks[before].code == "@A" and not _governed(chunks, before, known):
            return before
    return cursor - 1


def _bracketed(chunks: tuple[Chunk, ...], at: int) -> bool:
    """Whether a chunk is a bracket or stands between brackets: « (ANP) », « (Canada) »."""
    for chunk in chunks[at : at + BRACKETS]:
        if chunk.word == ")":
            break
    else:
        return False
    near = range(at, max(-1, at - BRACKETS), -1)
    opened = next((before for before in near if chunks[before].word in {"(", ")"}), None)
    return opened is not None and (chunks[opened].word == "(" or opened == at)


def _nearest(sentence: Sentence, cursor: int, index: int, known: Grammar) -> Subject:
    """The nearest actor to the left that no preposition governs; a bare noun on the way is the subject itself."""
    chunks = sentence.chunks
    thing: str | None = None
    while cursor >= 0:
        chunk = chunks[cursor]
        if chunk.code == "@A":
            if not _governed(chunks, cursor, known):
                return Subject(index=cursor) if thing is None else _by_member(chunks, cursor + 1, index, thing, known)
        elif chunk.finite or chunk.word in STOPS or chunk.word in known.that or chunk.word in known.relative:
            break
        elif _is_noun(chunk, known) and not _governed(chunks, cursor, known) and thing is None:
            thing = chunk.code
        elif chunk.word == "," and thing is not None:
            break
        cursor -= 1
    return _by_member(chunks, cursor + 1, index, thing, known) if thing else Subject()


def _by_member(chunks: tuple[Chunk, ...], first: int, index: int, thing: str, known: Grammar) -> Subject:
    """« un membre de la délégation »: the group speaks through its member."""
    if thing in known.member_nouns:
        for at in range(first, index - 1):
            if chunks[at].code == thing and chunks[at + 1].code in known.linking | {"@S"}:
                actor = next(
                    (near for near in range(at + 1, min(index, at + 5)) if chunks[near].code in {"@A", "@S"}), None
                )
                if actor is not None:
                    return Subject(index=actor)
    return Subject(thing=thing)


def _is_noun(chunk: Chunk, known: Grammar) -> bool:
    word = chunk.word
    return (
        bool(word)
        and word[0].isalpha()
        and word not in known.prepositions
        and word not in known.adverbs
        and (word not in known.coordinate and word not in known.determiners and word not in known.preposed)
    )


def _governed(chunks: tuple[Chunk, ...], index: int, known: Grammar) -> bool:
    """Whether a preposition stands before the chunk, or before a list « X, Y et Z » that it ends."""
    before = index - 1
    listed = False
    while before > 0 and chunks[before - 1].code == "@A":
        if chunks[before].word in known.coordinate:
            listed = True
        elif not (listed and chunks[before].word == ","):
            break
        before -= 2
    if before < 0 or (before == 0 and chunks[before].word in known.opening_articles):
        return False
    return chunks[before].word in known.prepositions or chunks[before].code in known.linking


def joins(chunk: Chunk, known: Grammar) -> bool:
    """Whether the chunk coordinates what stands before and after it: a conjunction or a comma."""
    return chunk.word in known.coordinate or chunk.word == ","


def _antecedent(sentence: Sentence, cursor: int, known: Grammar) -> Subject:
    """What a relative pronoun stands for: the actor just before it, over a comma."""
    chunks = sentence.chunks
    before = cursor - 1
    if before >= 0 and chunks[before].word == ",":
        before -= 1
    if before >= 0 and chunks[before].code == "@A":
        return Subject(index=before, relative=True)
    for back in range(before, max(-1, before - 6), -1):
        if chunks[back].code == "@A":
            bare = any(_is_noun(chunk, known) for chunk in chunks[back + 1 : cursor])
            return Subject(thing="relative") if bare else Subject(index=back, relative=True)
    return Subject(thing="relative")
