"""Relative clauses in what tells of means."""

from __future__ import annotations

from legation.reading.grammar import Grammar
from legation.reading.phrases import Chunk


def takes_up(chunks: tuple[Chunk, ...], at: int, known: Grammar) -> bool:
    """Whether a word opens a relative clause: a relative pronoun, or « que » behind a noun (« l'école que X soutient »)."""
    word = chunks[at].word
    if word in known.relative or word in known.relative_subject:
        return True
    before = at - 2 if at > 1 and chunks[at - 1].word == "," else at - 1
    return (
        word in known.that and before >= 0 and chunks[before].verb is None and chunks[before].word not in known.adverbs
    )
