"""To whom and what: the objects of a verb and the kind of complement that follows it."""

from __future__ import annotations

from collections.abc import Sequence

from legation.reading.clauses import QUOTES, joins, postposed
from legation.reading.grammar import Grammar
from legation.reading.phrases import Chunk, Sentence

PUNCTUATION = frozenset(",;:()«»\"'“”—–-…!?.")
REMARK = 6  # chunks of a remark between commas at most


def objects(sentence: Sentence, index: int, until: int, known: Grammar) -> list[tuple[str, int]]:
    """The actors after a verb up to an index, each with its preposition in stream form, "" for a direct object."""
    found = []
    chunks = sentence.chunks
    for at in range(index + 1, min(until, len(chunks))):
        if chunks[at].finite:
            break
        if chunks[at].code in {"@A", "@B", "@L"}:
            found.append((_preposition(chunks, at, index, known), at))
    return found


def _preposition(chunks: tuple[Chunk, ...], at: int, verb: int, known: Grammar) -> str:
    before = at - 1
    while before > verb + 1 and joins(chunks[before], known) and chunks[before - 1].mention:
        before -= 2
    if before <= verb:
        return ""
    word = chunks[before].word
    if chunks[before].code in known.linking:
        return chunks[before].code
    return word if word in known.prepositions else "" if before == verb else "-"


def complement(sentence: Sentence, index: int, known: Grammar) -> str:
    """What follows a verb or noun: de_inf, a_inf, pour_inf, inf, que, quote, np or none; actors and adverbs are passed over."""
    chunks = sentence.chunks
    if inverted(sentence, index, known):
        return "quote"
    cursor = index + 1
    while cursor < len(chunks):
        chunk = chunks[cursor]
        if chunk.verb is not None:
            return "inf" if chunk.verb.tense == "inf" else "none"
        if chunk.word in known.that:
            return "que"
        link = known.infinitive_links.get(chunk.word)
        if link and cursor + 1 < len(chunks):
            following = chunks[cursor + 1]
            if following.verb is not None and following.verb.tense == "inf":
                return link
            if (
                following.word in known.anticipators
                and cursor + 2 < len(chunks)
                and chunks[cursor + 2].word in known.that
            ):
                return f"{link.partition('_')[0]}_ce_que"
            if following.word in known.that:
                return f"{link.partition('_')[0]}_que"
            if (
                following.mention is not None
                and link.startswith(("a_", "de_"))
                and _later_link(chunks, cursor + 2, known)
            ):
                cursor += 2
                continue
            return "np"
        if chunk.code == "@A" or chunk.code == "@D" or chunk.word in known.adverbs or chunk.word == ",":
            cursor = _past_remark(chunks, cursor) + 1
            continue
        if chunk.word in {"«", '"', "“", ":"}:
            return "quote"
        if chunk.word in PUNCTUATION:
            return "none"
        return "np"
    return "none"


def _past_remark(chunks: Sequence[Chunk], at: int) -> int:
    """The comma that closes a remark without verb or actor (« , du même coup, »), or the chunk itself."""
    if chunks[at].word != ",":
        return at
    for close in range(at + 1, min(len(chunks), at + REMARK)):
        if chunks[close].word == ",":
            return close
        if chunks[close].verb is not None or chunks[close].mention is not None:
            break
    return at


def inverted(sentence: Sentence, index: int, known: Grammar) -> bool:
    """Whether the verb tells whose the words around it are: « a-t-il dit », « …, a dit le ministre »."""
    verb = sentence.chunks[index].verb
    if verb is None or not verb.finite:
        return False
    if verb.inverted:
        return True
    before = sentence.chunks[index - 1].word if index else ""
    return (before == "," or before in QUOTES) and postposed(sentence, index, known) is not None


def _later_link(chunks: tuple[Chunk, ...], cursor: int, known: Grammar) -> bool:
    """Whether, after an actor with its preposition, an infinitive or « que » follows (« demander à X de … »)."""
    while cursor < len(chunks) and (chunks[cursor].code in {"@S", "@D"} or chunks[cursor].word in known.adverbs):
        cursor += 1
    if cursor + 1 >= len(chunks):
        return False
    if chunks[cursor].word in known.that:
        return True
    following = chunks[cursor + 1].verb
    return chunks[cursor].word in known.infinitive_links and following is not None and following.tense == "inf"
