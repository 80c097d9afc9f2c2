"""Repairs a report's text in two rounds.

1. characters: one form for spaces, apostrophes and letters (any language)
2. on what round 1 made, side by side, since they touch different places:
   words: a space where two words ran together;  marks: punctuation;  numbers: ordinals, captions;  lines: wrapped ones
"""

from __future__ import annotations

from functools import lru_cache

from legation.languages import Language
from legation.model.text import MendedText
from legation.repair import characters, lines
from legation.repair.chain import chain, in_order
from legation.repair.knowledge import knowledge
from legation.repair.lexicon import lexicon
from legation.repair.marks import Marks
from legation.repair.numbers import Numbers
from legation.repair.protected import Protected
from legation.repair.words import Words


def repair(raw: str, language: Language | str) -> MendedText:
    """The text with its damage mended: apostrophes are "'", spaces " ", letters composed, paragraphs one line each.

    A clean text comes back unchanged but for its characters. `language` is a language, or the code of one, that has a
    repair.yaml; raises DataFault if it has none.
    """
    code = language if isinstance(language, str) else language.code
    words, marks, numbers = _rules(code)
    first = MendedText.apply(raw, characters.mends(raw))
    text = first.text
    protected = Protected.of(text)
    beside = protected.spare([*marks.mends(text), *numbers.mends(text)])
    second = [*words.mends(text, protected), *beside, *lines.mends(text, knowledge(code).open_words)]
    return chain(first, in_order(second))


@lru_cache(maxsize=4)
def _rules(code: str) -> tuple[Words, Marks, Numbers]:
    known, words = knowledge(code), lexicon(code)
    return Words(known, words), Marks(known), Numbers(known, words)
