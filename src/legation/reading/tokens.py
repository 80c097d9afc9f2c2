"""Mended text into tokens and sentences.

An elided word is a token with its apostrophe (« l' »); a compound with hyphens is one token, but an inverted subject
pronoun (« a-t-il ») is one of its own, hyphens included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from legation.languages import Language
from legation.reading.grammar import Grammar, grammar
from legation.reading.letters import lowered


class Token(NamedTuple):
    """text[start:end] in the mended text; `lower` is its lower case, an inverted pronoun without its hyphens."""

    start: int
    end: int
    lower: str
    kind: str  # word, elision, inversion, number, punctuation


@lru_cache(maxsize=8)
def _pattern(language: Language) -> re.Pattern[str]:
    """The kinds of tokens, over text in lower case; those that are seen most stand first."""
    known = grammar(language)
    whole = "|".join(sorted(map(re.escape, known.whole_words), key=len, reverse=True))
    pronouns = "|".join(sorted(map(re.escape, known.subject_clitics), key=len, reverse=True))
    return re.compile(
        rf"(?P<word>[^\W\d_]++(?!')(?:-(?!(?:t-)?(?:{pronouns})\b)[^\W_]+)*\+?)"
        rf"|(?P<whole>(?:{whole})\b)"
        r"|(?P<elision>[^\W\d_]+')"
        r"|(?P<number>\d+(?:[.,   ]\d{3})*(?:,\d+)?)"
        rf"|(?P<inversion>-(?:t-)?(?:{pronouns})\b)"
        r"|(?P<punctuation>\S)"
    )


def tokens(text: str, start: int, end: int, language: Language) -> list[Token]:
    """The tokens of text[start:end], in order."""
    found, make = [], tuple.__new__
    bare = grammar(language).bare_capitals
    bare_forms = _bare_forms(language)
    for match in _pattern(language).finditer(lowered(text[start:end])):
        kind, lower = match.lastgroup, match[0]
        first, last = match.span()
        first += start
        last += start
        if lower in bare_forms and text[first:last] in bare and _opens_group(text, last, grammar(language)):
            lower = bare[text[first:last]]
        if kind == "inversion":
            lower = lower.rpartition("-")[2]
        elif kind == "whole":
            kind = "word"
        found.append(make(Token, (first, last, lower, kind)))
    return found


@lru_cache(maxsize=8)
def _bare_forms(language: Language) -> frozenset[str]:
    """The capitals that may be a word with its accent lost, in lower case."""
    return frozenset(word.lower() for word in grammar(language).bare_capitals)


def _opens_group(text: str, end: int, known: Grammar) -> bool:
    """Whether a name or a determiner follows: « A Alger », « A la veille » are no verb with its accent lost."""
    word = text[end : end + 16].lstrip().split(" ")[0]
    return word[:1].isupper() or word.lower() in known.determiners or word.lower()[:2] in known.determiners


def sentences(found: list[Token], text: str, language: Language) -> Iterator[list[Token]]:
    """The tokens by sentence; a sentence ends at . ! ? … (with closing marks), unless after an abbreviation or initial."""
    abbreviations = grammar(language).abbreviations
    begin = 0
    for index, token in enumerate(found):
        if token.lower in ENDERS and _ends(found, index, text, abbreviations):
            stop = index + 1
            while stop < len(found) and found[stop].lower in CLOSERS and found[stop].start == found[stop - 1].end:
                stop += 1
            if stop > begin:
                yield found[begin:stop]
            begin = stop
    if begin < len(found):
        yield found[begin:]


ENDERS = frozenset(".!?…")
CLOSERS = frozenset('»"”)')


def _ends(found: list[Token], index: int, text: str, abbreviations: frozenset[str]) -> bool:
    if index + 1 >= len(found):
        return True
    if found[index].lower == "." and index and found[index - 1].end == found[index].start:
        before = found[index - 1].lower
        if before in abbreviations or (len(before) == 1 and found[index - 1].kind == "word"):
            return False
    after = index + 1
    while after < len(found) and found[after].lower in CLOSERS:
        after += 1
    if after == len(found):
        return True
    following = found[after]
    return following.start > found[index].end and not text[following.start].islower()
