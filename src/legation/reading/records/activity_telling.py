"""One telling of a thing done together: a frame found in a sentence, with its clause."""

from __future__ import annotations

from dataclasses import dataclass

from legation.reading.matching import Hit
from legation.reading.phrases import Sentence
from legation.reading.records.moods import HARD, Mood, after_relative, aside, opens
from legation.reading.understanding import Understanding

QUOTED = frozenset('«"“')


@dataclass(frozen=True, slots=True)
class Telling:
    """A frame found in a sentence, with what verbs make of it and the chunks first..last of its clause."""

    sentence: Sentence
    hit: Hit
    mood: Mood
    first: int
    last: int
    tail: int | None = None
    named: str | None = None

    @property
    def start(self) -> int:
        """Where the clause begins in the mended text."""
        return self.sentence.chunks[self.first].start

    @property
    def end(self) -> int:
        """Where the clause ends in the mended text."""
        return self.sentence.chunks[self.last].end

    @property
    def reach_end(self) -> int:
        """The last chunk of the clause with a relative clause right behind the noun that it tells of."""
        return self.tail if self.tail is not None else self.last

    @property
    def type(self) -> str:
        """The codebook's type of activity."""
        return str(self.hit.frame.slots["type"])

    @property
    def noun(self) -> bool:
        """Whether a noun, not a verb, tells it."""
        return self.sentence.chunks[self.hit.index].verb is None


def telling(page: Understanding, sentence: Sentence, hit: Hit, mood: Mood) -> Telling:
    """The telling with its clause: around trigger and governing verb up to other verbs, relatives and hard stops."""
    inner = set() if hit.frame.slots.get("after") else _inner(hit, mood)
    first, last = min([hit.index, *inner]), max([hit.last, *inner])
    while first > 0 and not _ends_clause(page, sentence, first - 1, inner):
        if sentence.chunks[first].verb is not None and sentence.chunks[first - 1].word in page.known.coordinate:
            break
        first -= 1
    while last + 1 < len(sentence.chunks) and not _ends_clause(page, sentence, last + 1, inner):
        last += 1
    first = _after_opener(sentence, first, min([hit.index, *inner]))
    while last > hit.last and last not in inner and dangles(page, sentence, last):
        last -= 1
    noun = sentence.chunks[hit.index].verb is None
    return Telling(sentence, hit, mood, first, last, _tail(page, sentence, last) if noun else None)


def _tail(page: Understanding, sentence: Sentence, last: int) -> int | None:
    """The last chunk of a relative clause right behind a clause; None where none stands there."""
    chunks, at = sentence.chunks, last + 1
    while at < len(chunks) and chunks[at].word == ",":
        at += 1
    if at >= len(chunks) or chunks[at].word not in page.known.relative:
        return None
    stop = after_relative(sentence, at)
    following = chunks[stop + 1].verb if stop + 1 < len(chunks) else None
    if following is not None and following.finite:
        return stop - 1
    verbs = 0
    while at + 1 < len(chunks) and chunks[at + 1].code not in HARD:
        verb = chunks[at + 1].verb
        verbs += verb is not None and verb.finite
        if verbs > 1:
            break
        at += 1
    return at


def _after_opener(sentence: Sentence, first: int, trigger: int) -> int:
    """The first chunk after a participle that opens the sentence with words of its own (« Entré par X, il … »)."""
    verb = sentence.chunks[first].verb
    if first == trigger or verb is None or verb.tense not in {"pp", "prespart"}:
        return first
    return next((at + 1 for at in range(first, trigger) if sentence.chunks[at].word == ","), first)


def _inner(hit: Hit, mood: Mood) -> set[int]:
    """The verbs that belong to the clause: the governor, and one right over it (« doivent être remis »)."""
    inner = {at for at in mood.chain[:1] if abs(at - hit.index) < 14}
    inner |= {
        above
        for below, above in zip(mood.chain, mood.chain[1:], strict=False)
        if below in inner and 0 < below - above < 3
    }
    return inner


def _ends_clause(page: Understanding, sentence: Sentence, at: int, inner: set[int]) -> bool:
    chunk = sentence.chunks[at]
    if chunk.code in HARD or opens(page, sentence, at):
        return True
    if at and sentence.chunks[at - 1].word in QUOTED and page.text[chunk.start].isupper():
        return False
    if chunk.verb is None or at in inner or chunk.verb.tense in {"pp", "prespart"}:
        return False
    return not aside(page, sentence, at)


def dangles(page: Understanding, sentence: Sentence, at: int) -> bool:
    """Whether a clause should not end with this chunk: a comma, conjunction or preposition."""
    chunk = sentence.chunks[at]
    return chunk.word in page.known.coordinate or chunk.word in page.known.prepositions or chunk.word in {",", "("}


def finite(verb: object) -> bool:
    return verb is not None and bool(getattr(verb, "finite", False))
