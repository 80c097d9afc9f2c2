"""What people type, as queries of the full-text index."""

from __future__ import annotations

import re

from legation.errors import WrongUse

_PARTS = re.compile(r'"([^"]+)"|(\S+)')
_LETTERS = re.compile(r"\w")


def fts_query(words: str) -> str:
    """What a person types as a query: all the words, "in a row" if quoted, their beginnings if starred (`exerc*`).

    Raises WrongUse where no word is given.
    """
    told = []
    for phrase, word in _PARTS.findall(words):
        text = (phrase or word.rstrip("*")).replace('"', " ")
        if _LETTERS.search(text):
            told.append(f'"{text}"' + ("*" if word.endswith("*") else ""))
    if not told:
        raise WrongUse(f"{words!r} has no word to look for")
    return " ".join(told)
