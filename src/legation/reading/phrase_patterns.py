"""Phrases of frames, as a person writes them, into patterns over the chunk stream.

Words are written as the language writes them; `{actor}` is the speaker, `{other}` the side spoken to, `{verb:a|b}` a verb
group, `{gap}` up to four chunks, `{date}`, `{sum}`, `{place}`, `{body}`, `{unit}`, `{state}` what they say; `( … )?` and
`|` are as in regular expressions. Every code of a stream is followed by a space, and so is every word of a pattern.
"""

from __future__ import annotations

import re

from legation.languages import Language
from legation.reading.grammar import grammar
from legation.reading.tokens import tokens

PART = re.compile(r"\{[^}]*\}|\(|\)\?|\)|\||[^\s(){}|]+")
MACROS = {"gap": r"(?:[^ ;]+ ){0,4}?", "date": "@D ", "sum": "@M ", "place": "@L ", "body": "@B ", "unit": "@U ",
          "state": "@S ", "adv": r"(?:(?![V@])[^ ;]+ ){0,3}?", "any": r"[^ ]+ "}  # fmt: skip
OPERATORS = {"(": "(?:", ")": ")", ")?": ")?", "|": "|"}


def singular(word: str) -> str:
    """The word without its plural mark, as streams write it (words of three letters and less stay)."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def stream_words(text: str, language: Language) -> tuple[str, ...]:
    """The codes that words have in a stream: lower case, no article, contractions and elisions written out, singular."""
    known = grammar(language)
    codes = []
    for token in tokens(text, 0, len(text), language):
        word = token.lower
        if word in known.articles:
            continue
        if word in known.contractions:
            codes.append(known.contractions[word])
        elif token.kind == "elision":
            codes.append(known.elisions.get(word[:-1], word[:-1]))
        else:
            codes.append(singular(word))
    return tuple(codes)


def compile_phrase(phrase: str, language: Language) -> str:
    """The regular expression of a phrase. Raises re.error for a macro that is unknown."""
    parts = [r"(?<![^ ])"]
    named: set[str] = set()
    for part in PART.findall(phrase):
        if part in OPERATORS:
            parts.append(OPERATORS[part])
        elif part.startswith("{"):
            parts.append(_macro(part[1:-1], named))
        else:
            parts.extend(re.escape(word) + " " for word in stream_words(part, language))
    return "".join(parts)


def _macro(name: str, named: set[str]) -> str:
    if name in MACROS:
        return MACROS[name]
    if name in {"actor", "other"}:
        group = f"?P<{name}>" if name not in named else "?:"
        named.add(name)
        return rf"(?:@S )?({group}@A )(?:@S )?"
    if name.startswith("verb:"):
        return rf"V:(?:{name[5:]}):\S+ "
    raise re.error(f"unknown macro {{{name}}}; valid: actor, other, verb:…, {', '.join(MACROS)}")
