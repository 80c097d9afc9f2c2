"""How real a thing is that a verb or noun tells: the verbs above it, and what they make of it."""

from __future__ import annotations

from dataclasses import dataclass

from legation.reading.phrases import Sentence
from legation.reading.records.activity_words import ActivityWords
from legation.reading.understanding import Understanding
from legation.reading.verb_groups import REFLEXIVE

HARD = frozenset({";", ":"})
STRENGTH = ("denied", "cancelled", "asked", "proposed", "planned")
TOLD = frozenset({"past", "pqp", "imperf"})


@dataclass(frozen=True, slots=True)
class Mood:
    """The verbs over a trigger (chunk indices, innermost first), the tense of the innermost finite one, a status told.

    `status` is denied, cancelled, asked, proposed or planned where verbs say so. `unreal` marks what is negated, made
    possible, or told of in general (« multiplier les escales »).
    """

    chain: tuple[int, ...] = ()
    tense: str | None = None
    status: str | None = None
    unreal: bool = False

    @property
    def governor(self) -> int | None:
        """The chunk of the innermost verb."""
        return self.chain[0] if self.chain else None


def mood_of(page: Understanding, sentence: Sentence, index: int, words: ActivityWords) -> Mood:
    """What the verbs over the trigger at a chunk index make of it."""
    chain = tuple(_chain(page, sentence, index))
    finite = [at for at in chain if (verb := sentence.chunks[at].verb) is not None and verb.finite]
    tense = _tense(sentence, finite[0]) if finite else None
    if tense == "cond" and any(_tense(sentence, at) in TOLD for at in finite[1:]):
        tense = "fut"
    told = _told(sentence, index, chain, words) | _by_words(sentence, index, chain, words)
    doer = chain[:1] if _does(page, sentence, index, chain) else ()
    unreal = any(_unreal(page, sentence, at, words, own=at == index or at in doer) for at in chain[:2])
    status = next((one for one in STRENGTH if one in told), None)
    if tense in TOLD and finite and status == "planned" and not _governs(sentence, chain, finite[0], words):
        status = None
    over = tuple(at for at in chain[:2] if at not in doer)
    return Mood(chain, tense, status, unreal or "generic" in _told(sentence, index, over, words))


def _does(page: Understanding, sentence: Sentence, index: int, chain: tuple[int, ...]) -> bool:
    """Whether the trigger is the subject of an active verb, which tells what the thing does (« l'escale a permis de »)."""
    verb = sentence.chunks[chain[0]].verb if chain and chain[0] > index else None
    if verb is None or sentence.chunks[index].verb is not None:
        return False
    return (
        verb.voice == "act"
        and verb.finite
        and verb.lemma not in page.known.modals
        and not verb.lemma.startswith(REFLEXIVE)
    )


def _tense(sentence: Sentence, at: int) -> str | None:
    verb = sentence.chunks[at].verb
    return verb.tense if verb is not None else None


def _told(sentence: Sentence, index: int, chain: tuple[int, ...], words: ActivityWords) -> set[str]:
    """The moods of the verbs of a chain; that of the trigger itself does not count."""
    told = {mood for at in chain if at != index and (mood := words.mood(sentence, at))}
    possible = any(_tense(sentence, at) == "cond" and words.mood(sentence, at) == "enabling" for at in chain)
    return told | {"proposed"} if possible else told


def _by_words(sentence: Sentence, index: int, chain: tuple[int, ...], words: ActivityWords) -> set[str]:
    """The moods that adjectives of a noun, or words behind a copula over it, tell (« éventuel », « est à l'étude »)."""
    if sentence.chunks[index].verb is not None:
        return set()
    near = [*sentence.chunks[max(0, index - 2) : index], *sentence.chunks[index + 1 : index + 2]]
    verb = sentence.chunks[chain[0]].verb if chain else None
    if verb is not None and words.has("copulas", verb.lemma) and verb.finite:
        near += sentence.chunks[chain[0] + 1 : chain[0] + 4]
    codes = [chunk.participle or chunk.code for chunk in near]
    told = {"proposed"} if any(words.has("wished", code) for code in codes) else set()
    return told | ({"planned"} if any(words.has("ahead", code) for code in codes) else set())


def _governs(sentence: Sentence, chain: tuple[int, ...], first: int, words: ActivityWords) -> bool:
    """Whether a verb that puts its object ahead stands no further out than the innermost finite verb."""
    inner = chain[: chain.index(first) + 1]
    return any(words.mood(sentence, at) == "planned" for at in inner)


def _unreal(page: Understanding, sentence: Sentence, at: int, words: ActivityWords, *, own: bool) -> bool:
    verb = sentence.chunks[at].verb
    assert verb is not None
    if verb.polarity == "neg" and not _only(page, sentence, at):
        return words.mood(sentence, at) != "denied"
    return not own and words.mood(sentence, at) == "enabling" and verb.tense not in {"cond", "past"}


def _only(page: Understanding, sentence: Sentence, at: int) -> bool:
    """Whether the negation only restricts (« ne reconnaît que »)."""
    return any(chunk.word in page.known.that for chunk in sentence.chunks[at + 1 : at + 4])


def _chain(page: Understanding, sentence: Sentence, index: int) -> list[int]:
    found: list[int] = []
    at = index if sentence.chunks[index].verb is not None else _governor(page, sentence, index)
    while at is not None and at not in found and len(found) < 5:
        found.append(at)
        at = _above(page, sentence, at)
    return found


def opens(page: Understanding, sentence: Sentence, at: int) -> bool:
    """Whether a clause of its own opens here: a relative, or « que » that is no part of « ne … que »."""
    chunk = sentence.chunks[at]
    if chunk.word in page.known.relative:
        return True
    before = sentence.chunks[at - 1].verb if at else None
    return chunk.word in page.known.that and not (before is not None and before.polarity == "neg")


def _governor(page: Understanding, sentence: Sentence, index: int) -> int | None:
    """The verb of which a noun is the object or, where none stands before it, the subject."""
    left = _verb_left(page, sentence, index)
    right = _verb_right(page, sentence, index)
    if right is not None and _is_subject(page, sentence, index, right):
        return right
    if left is not None:
        return left
    verb = page.verb(sentence, right) if right is not None else None
    if verb is None or verb.subject.index is None:
        return right if verb is not None else None
    free = index == 0 or sentence.chunks[index - 1].word not in page.known.prepositions
    if index == 0 or sentence.chunks[index - 1].code in HARD:
        return right
    between = sentence.chunks[index + 1 : verb.subject.index] if verb.subject.index > index else ()
    return right if free and any(chunk.word in page.known.relative for chunk in between) else None


def _is_subject(page: Understanding, sentence: Sentence, index: int, right: int) -> bool:
    verb = page.verb(sentence, right)
    return verb is not None and verb.subject.thing is not None and verb.subject.thing == sentence.chunks[index].code


def _verb_left(page: Understanding, sentence: Sentence, index: int) -> int | None:
    for at in range(index - 1, -1, -1):
        chunk = sentence.chunks[at]
        if chunk.code in HARD or (opens(page, sentence, at) and not _verbless(sentence, at)):
            return None
        if chunk.verb is not None and not aside(page, sentence, at) and not _apart(sentence, at, index):
            return at
    return None


def _verbless(sentence: Sentence, at: int) -> bool:
    """Whether no finite verb stands behind a relative (« vingt actions, parmi lesquelles deux exercices »)."""
    for chunk in sentence.chunks[at + 1 :]:
        if chunk.code in HARD:
            break
        if chunk.verb is not None and chunk.verb.finite:
            return False
    return True


def _apart(sentence: Sentence, at: int, index: int) -> bool:
    """Whether a participle only describes a noun before it, a comma before the trigger (« un navire offert par X, pour »)."""
    verb, before = sentence.chunks[at].verb, sentence.chunks[at - 1] if at else None
    if verb is None or verb.tense != "pp" or before is None or before.verb is not None:
        return False
    opened = before.word != "," or any(one.verb is not None and one.verb.finite for one in sentence.chunks[:at])
    return opened and any(chunk.word == "," for chunk in sentence.chunks[at + 1 : index])


def aside(page: Understanding, sentence: Sentence, at: int) -> bool:
    """Whether the verb only says who tells it (« , a-t-il ajouté, »)."""
    verb = sentence.chunks[at].verb
    before = sentence.chunks[at - 1].word if at else ""
    return verb is not None and verb.inverted is not None and before == ","


def _verb_right(page: Understanding, sentence: Sentence, index: int) -> int | None:
    at = index + 1
    while at < len(sentence.chunks):
        chunk = sentence.chunks[at]
        if chunk.word in page.known.relative:
            at = after_relative(sentence, at)
            continue
        if chunk.code in HARD or opens(page, sentence, at):
            return None
        if chunk.verb is not None and chunk.verb.finite and not aside(page, sentence, at):
            return at
        at += 1
    return None


def after_relative(sentence: Sentence, at: int) -> int:
    """The chunk at the comma that closes a relative clause opened at a chunk; the end where none closes it."""
    verb = False
    for near in range(at + 1, len(sentence.chunks)):
        chunk = sentence.chunks[near]
        if verb and chunk.word == ",":
            return near
        verb = verb or (chunk.verb is not None and chunk.verb.finite)
    return len(sentence.chunks)


def _above(page: Understanding, sentence: Sentence, at: int) -> int | None:
    verb = sentence.chunks[at].verb
    assert verb is not None
    return _over_clause(page, sentence, at) if verb.finite else _over_infinitive(page, sentence, at)


def _over_infinitive(page: Understanding, sentence: Sentence, at: int) -> int | None:
    """The verb that governs an infinitive or participle; those coordinated with it are passed over."""
    joined = False
    for before in range(at - 1, -1, -1):
        chunk = sentence.chunks[before]
        if chunk.code in HARD or chunk.word in page.known.relative:
            return None
        joined = joined or chunk.word in page.known.coordinate or chunk.word == ","
        if chunk.verb is None or aside(page, sentence, before):
            if chunk.word in page.known.that:
                return None
            continue
        if chunk.verb.finite or (chunk.verb.tense == "inf" and not joined):
            return before
    return None


def _over_clause(page: Understanding, sentence: Sentence, at: int) -> int | None:
    """The verb whose content the clause of a finite verb is (« a souhaité que … ait lieu »)."""
    opened = False
    for before in range(at - 1, -1, -1):
        chunk = sentence.chunks[before]
        if chunk.code in HARD or (chunk.word in page.known.relative and not opened):
            return None
        if chunk.word in page.known.that:
            opened = True
        elif chunk.verb is not None and chunk.verb.finite and not aside(page, sentence, before):
            return before if opened else None
    return None
