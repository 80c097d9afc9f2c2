"""Where frames hold in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from legation.reading.after_verbs import complement
from legation.reading.frames import Frame, FrameSet, WordRows
from legation.reading.grammar import Grammar
from legation.reading.phrase_patterns import Phrase
from legation.reading.phrases import Chunk, Sentence

WINDOW = 10  # chunks after a support verb within which its noun must stand
CLOSING = frozenset(";:")


@dataclass(frozen=True, slots=True)
class Hit:
    """A frame found in a sentence: its trigger stands at chunk `index`, what it takes ends at chunk `last`.

    `actor` and `other` are the chunks of the speaker and the side spoken to, where the frame's own phrase names them.
    """

    frame: Frame
    index: int
    last: int
    actor: int | None = None
    other: int | None = None


def hits(frames: FrameSet, sentence: Sentence, known: Grammar) -> list[tuple[Hit, ...]]:
    """Every place where frames match, in order; at each place the matching frames, the weightiest first."""
    found = _by_verbs(frames, sentence, known) + _by_phrases(frames, sentence, known)
    if len(found) < 2:
        return [tuple(found)] if found else []
    places: dict[int, list[Hit]] = {}
    for hit in found:
        places.setdefault(hit.index, []).append(hit)
    ranked = [_ranked(places[index]) for index in sorted(places)]
    return _without_overlaps(ranked)


def _ranked(found: list[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(found, key=_rank) if len(found) > 1 else found)


def _rank(hit: Hit) -> tuple[int, int, int]:
    """The weightier frame first; of two that weigh the same, the one that takes in more words, or leaves fewer open."""
    phrase = hit.frame.phrase
    return -hit.frame.weight, hit.index - hit.last, phrase.gaps if phrase else 0


def _by_verbs(frames: FrameSet, sentence: Sentence, known: Grammar) -> list[Hit]:
    """Where the frames of the sentence's verbs hold."""
    out: list[Hit] = []
    for index in sentence.verbs if frames.by_verb else ():
        verb = sentence.chunks[index].verb
        found = frames.by_verb.get(verb.lemma) if verb is not None else None
        if found is None:
            continue
        around = _around(found.nouns & sentence.names, sentence, index, known)
        for frame in frames.of_verb(found, around.nouns):
            last = _verb_frame(frame, sentence, index, around, known)
            if last is not None:
                out.append(Hit(frame, index, last))
    return out


class _Around(NamedTuple):
    """Which nouns of its frames stand around a verb, an infinitive behind it passed over; where, in order; up to where."""

    nouns: frozenset[str] = frozenset()
    places: tuple[int, ...] = ()
    end: int = 0


NOTHING = _Around()


def _around(nouns: frozenset[str], sentence: Sentence, index: int, known: Grammar) -> _Around:
    """What stands of some nouns where the noun of a verb may."""
    if not nouns:
        return NOTHING
    begin, end = _behind(sentence, index).stop + 1, _ahead(sentence, index, known, WINDOW + 1).stop
    found = [(at, noun) for noun in nouns for at in sentence.places[noun] if begin <= at < end]
    return _Around(frozenset([noun for _, noun in found]), tuple(sorted([at for at, _ in found])), end)


def _by_phrases(frames: FrameSet, sentence: Sentence, known: Grammar) -> list[Hit]:
    """Where the phrases of frames stand."""
    out: list[Hit] = []
    if frames.keys.isdisjoint(sentence.keys):
        return out
    for frame, phrase in frames.with_phrases(sentence.keys):
        for match in phrase.matches(sentence.stream):
            index, last = sentence.at(match.start()), sentence.at(match.end() - 1)
            if frame.verbless and _governed_by_verb(sentence, index, known):
                continue
            if frame.polarity != "any" and not _has_polarity(sentence, index, last, frame.polarity):
                continue
            actor, other = _named(match, phrase, sentence, "actor"), _named(match, phrase, sentence, "other")
            out.append(Hit(frame, index, last, actor, other))
    return out


def _has_polarity(sentence: Sentence, index: int, last: int, polarity: str) -> bool:
    chunks = sentence.chunks[index : last + 1]
    return any(chunk.verb is not None and chunk.verb.polarity == polarity for chunk in chunks)


def _named(match: re.Match[str], phrase: Phrase, sentence: Sentence, name: str) -> int | None:
    """The chunk of an actor that a phrase names."""
    if name not in phrase.named or match.start(name) < 0:
        return None
    return sentence.at(match.start(name))


def _ahead(sentence: Sentence, index: int, known: Grammar, window: int = WINDOW) -> range:
    """The places after a verb, up to a finite verb or a new clause."""
    stop = min(len(sentence.chunks), index + 1 + window)
    for at in range(index + 1, stop):
        chunk = sentence.chunks[at]
        if _closes(chunk) or chunk.word in known.that:
            return range(index + 1, at)
    return range(index + 1, stop)


def _behind(sentence: Sentence, index: int) -> range:
    """The places before a verb, the nearest first, back to a finite verb."""
    stop = max(-1, index - WINDOW)
    for at in range(index - 1, stop, -1):
        if _closes(sentence.chunks[at]):
            return range(index - 1, at, -1)
    return range(index - 1, stop, -1)


def _closes(chunk: Chunk) -> bool:
    return chunk.code in CLOSING if chunk.verb is None else chunk.verb.finite


def _without_overlaps(places: list[tuple[Hit, ...]]) -> list[tuple[Hit, ...]]:
    """Join a place whose trigger is the noun or tail of a frame before it to that place: one of the frames holds, not both."""
    kept: list[tuple[Hit, ...]] = []
    for found in places:
        if kept and found[0].index <= kept[-1][0].last:
            kept[-1] = _ranked([*kept[-1], *found])
        else:
            kept.append(found)
    return kept


def _verb_frame(frame: Frame, sentence: Sentence, index: int, around: _Around, known: Grammar) -> int | None:
    verb = sentence.chunks[index].verb
    assert verb is not None
    if frame.polarity != "any" and verb.polarity != frame.polarity:
        return None
    passive = verb.voice == "pas" or verb.tense == "pp"
    if frame.voice != "any" and (frame.voice == "pas") != passive:
        return None
    if frame.words.rows and frame.words.heads.isdisjoint(sentence.names):
        return None
    last = index
    if frame.infinitive:
        last = index + 1
        if last >= len(sentence.chunks) or sentence.chunks[last].verb is None:
            return None
        following = sentence.chunks[last].verb
        if following is None or following.tense != "inf" or following.lemma not in frame.infinitive:
            return None
    if frame.nouns.rows:
        found = _noun(frame, sentence, last, around, passive=passive)
        if found is None:
            return None
        last = max(last, found)
    return last if _content_fits(frame, sentence, index, last, known) else None


def _noun(frame: Frame, sentence: Sentence, index: int, around: _Around, *, passive: bool) -> int | None:
    """Where the frame's noun ends: after the verb, or before it where it is the subject of a passive."""
    stop = min(around.end, index + 1 + WINDOW)
    end = _row_end(frame.nouns, sentence, [at for at in around.places if index < at < stop])
    if end is not None:
        return end
    if passive or frame.speaker != "subject":
        return index if _stands(frame.nouns, sentence, _behind(sentence, index)) else None
    return None


def _row_end(words: WordRows, sentence: Sentence, places: Iterable[int]) -> int | None:
    """The index of the last chunk of the first row of words that starts at one of some places, or None."""
    chunks = sentence.chunks
    for at in places:
        names = chunks[at].names
        if words.heads.isdisjoint(names):
            continue
        for row in words.rows:
            end = at + len(row)
            if row[0] in names and (
                end == at + 1 or tuple([one.participle or one.code for one in chunks[at + 1 : end]]) == row[1:]
            ):
                return end - 1
    return None


def _stands(words: WordRows, sentence: Sentence, places: range) -> bool:
    """Whether one of the rows stands at one of the places."""
    starts = [at for head in words.heads & sentence.names for at in sentence.places[head] if at in places]
    return _row_end(words, sentence, starts) is not None


def _content_fits(frame: Frame, sentence: Sentence, index: int, last: int, known: Grammar) -> bool:
    if frame.complement or frame.not_complement:
        kinds = _complements(sentence, index, last, known)
        if (frame.complement and kinds.isdisjoint(frame.complement)) or not kinds.isdisjoint(frame.not_complement):
            return False
    if not (frame.words.rows or frame.not_words.rows or frame.content_tense):
        return True
    before = _before_inversion(sentence, index)
    rest = before or range(last + 1, len(sentence.chunks))
    if frame.words.rows and not _stands(frame.words, sentence, rest):
        return False
    if frame.not_words.rows and _stands(frame.not_words, sentence, rest):
        return False
    if frame.content_tense:
        tenses = [verb.tense for at in rest if (verb := sentence.chunks[at].verb) is not None and verb.finite]
        return any(tense in frame.content_tense for tense in (tenses if before else tenses[:1]))
    return True


def _governed_by_verb(sentence: Sentence, index: int, known: Grammar) -> bool:
    """Whether a finite verb stands in the chunk's part of the sentence (up to « ; » or « : »), in no other relative clause."""
    if _in_relative(sentence, index):
        return True
    relative = False
    governed = False
    for at, chunk in enumerate(sentence.chunks):
        if chunk.code in {";", ":"}:
            if at > index:
                break
            relative = governed = False
        elif chunk.word in known.relative or chunk.word in known.that:
            relative = True
        elif chunk.verb is not None and chunk.verb.finite:
            governed = governed or not relative
            relative = False
    return governed


def _in_relative(sentence: Sentence, index: int) -> bool:
    """Whether a finite verb stands before the chunk with no mark between: of a relative clause, it is the one that governs."""
    for chunk in reversed(sentence.chunks[:index]):
        if chunk.verb is not None and chunk.verb.finite:
            return True
        if chunk.word and not chunk.word[0].isalnum():
            return False
    return False


def _complements(sentence: Sentence, index: int, last: int, known: Grammar) -> frozenset[str]:
    """What the verb takes: what follows it, or a noun or clause where a pronoun or relative before it stands for one."""
    verb = sentence.chunks[index].verb
    clitics = verb.clitics if verb is not None else ()
    relative = index > 0 and sentence.chunks[index - 1].word in known.that
    kind = complement(sentence, last, known)
    if kind == "none" and "place" in clitics:
        return frozenset({"np", "a_inf", kind})
    if kind == "none" and ("object" in clitics or relative):
        return frozenset({"np", "que", kind})
    return frozenset({"np", kind}) if kind == "none" and "of" in clitics else frozenset({kind})


def _before_inversion(sentence: Sentence, index: int) -> range:
    """Where the content of an inverted verb stands (« …, a-t-il dit »): before it, from the last « ; »."""
    chunks = sentence.chunks
    verb = chunks[index].verb
    after = index + 1 < len(chunks) and chunks[index + 1].code == "@A"
    closed = index > 0 and chunks[index - 1].code in {",", "»", '"', "”", "!", "?"}
    if verb is None or not (verb.inverted or (after and closed)):
        return range(0)
    start = next((at + 1 for at in range(index - 1, -1, -1) if chunks[at].code == ";"), 0)
    return range(start, index)
