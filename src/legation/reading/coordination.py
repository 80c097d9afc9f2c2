"""Participles that go on with the auxiliary of a verb before them: « a salué …, promis … et remercié … »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.reading.grammar import Grammar
from legation.reading.verb_groups import VerbGroup

if TYPE_CHECKING:
    from legation.reading.phrases import Chunk

PAST_COMPOUNDS = frozenset({"past", "pqp"})
COMPOUND_TENSES = PAST_COMPOUNDS | {"cond", "fut"}


def coordinated(chunks: list[Chunk], known: Grammar) -> list[Chunk]:
    """The chunks with « a salué …, promis … et remercié » read as verbs of the same tense."""
    model: VerbGroup | None = None
    for index, chunk in enumerate(chunks):
        verb = chunk.verb
        if verb is None or verb.tense in {"inf", "prespart"}:
            continue
        if verb.tense != "pp":
            within = model is not None and verb.tense not in PAST_COMPOUNDS and _dependent(chunks, index, known)
            model = model if within else verb if verb.tense in COMPOUND_TENSES else None
        elif model is not None and index and (_joins(chunks, index, known) or _listed(chunks, index, model, known)):
            made = verb._replace(tense=model.tense, voice=model.voice)
            chunks[index] = chunk._replace(code=made.code, verb=made)
    return chunks


def _dependent(chunks: list[Chunk], index: int, known: Grammar) -> bool:
    """Whether a verb stands in a clause that « que » or a relative opens (« a assuré qu'il viendrait, promis … »)."""
    for before in range(index - 1, -1, -1):
        if chunks[before].finite:
            return False
        if chunks[before].word in known.that or chunks[before].word in known.relative:
            return True
    return False


def _joins(chunks: list[Chunk], index: int, known: Grammar) -> bool:
    """Whether a coordinating word stands before the chunk, adverbs passed over (« puis » is both)."""
    before = index - 1
    while before >= 0 and chunks[before].word in known.adverbs - known.coordinate:
        before -= 1
    return before >= 0 and chunks[before].word in known.coordinate


def _listed(chunks: list[Chunk], index: int, model: VerbGroup, known: Grammar) -> bool:
    """Whether a participle behind a comma goes on with an active verb: « …, promis deux navires », « …, décidé de partir ».

    It has an object, « que » or an infinitive of its own; agreeing with a noun (« un accord, signé en mai ») it has none.
    """
    chunk = chunks[index]
    form = chunk.participle
    longer = chunk.end - chunk.start - len(form)  # « promis » has lost its s, as « signés » has
    bare = (longer == 0 and not form.endswith(known.feminine_endings)) or form.endswith(known.sibilant_stems)
    before = index - 1
    while before > 0 and chunks[before].word in known.adverbs:
        before -= 1
    if model.voice != "act" or not bare or before < 1 or chunks[before].word != ",":
        return False
    after = index + 1
    passed = known.adverbs - known.determiners  # « deux » is both
    while after < len(chunks) and (chunks[after].code == "@D" or chunks[after].word in passed):
        after += 1
    if after >= len(chunks):
        return False
    following = chunks[after]
    if following.word in known.infinitive_links:
        verb = chunks[after + 1].verb if after + 1 < len(chunks) else None
        return verb is not None and verb.tense == "inf"
    if following.verb is not None or following.word in known.prepositions or following.word in known.coordinate:
        return False
    with_article = following.start - chunks[after - 1].end > 1
    return following.code == "@A" or with_article or following.word in known.that | known.determiners
