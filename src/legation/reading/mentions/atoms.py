"""Text as a string of word classes.

A lexicon gives every known word the classes that it belongs to, with a value in each (« mars » is a month, 3). A text
becomes a string with one character a word: words of the same classes share a character, unknown words share one.
`patterns` matches rules over that string. The idea is that of finite-state transduction over typed tokens (FASTUS).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress
from typing import Any

from legation.errors import DataFault
from legation.reading.letters import lowered

PUNCTUATION = {
    ".": "dot", ",": "comma", ";": "semicolon", ":": "colon", "-": "dash", "–": "dash", "—": "dash", "‑": "dash",
    "'": "apos", "’": "apos", "ʼ": "apos", "(": "open", ")": "close", "[": "open", "]": "close", "/": "slash",
    "«": "quote", "»": "quote", '"': "quote", "“": "quote", "”": "quote", "!": "stop", "?": "stop", "…": "stop",
    "|": "bar", "+": "plus", "%": "percent", "°": "degree",
}  # fmt: skip
OTHER, BREAK = ".", "\n"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_ATOM = re.compile(
    r"\s+|[^\W\d_]+"
    r"|\d{4}-\d{1,2}-\d{1,2}(?![\d-])|\d{4}/\d{1,2}/\d{1,2}(?![\d/])"
    rf"|\d{{1,2}}(?:\.\d{{1,2}}\.|/\d{{1,2}}/|-\d{{1,2}}-){_YEAR}"
    r"|\d{1,3}(?:[.\u00a0\u202f\u2009 ']\d{3})+(?![\d])(?:,\d+)?|\d+[.,]\d+|\d+|."
)
_FIRST_CODE = 0xE000


@dataclass(frozen=True, slots=True)
class Atoms:
    """A stretch of text as atoms: words[i] is text[starts[i]:ends[i]] in lower case, codes[i] its class character."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    codes: str


class Lexicon:
    """Words, their classes and values: {class: {word: value}}. `literals` are words that patterns name themselves."""

    def __init__(self, classes: Mapping[str, Mapping[str, Any]], literals: Sequence[str] = ()) -> None:
        self.values: dict[str, dict[str, Any]] = {}
        for name, words in classes.items():
            for word, value in words.items():
                self.values.setdefault(word, {})[name] = value
        for word in literals:
            self.values.setdefault(word, {})[f"={word}"] = word
        for sign, name in PUNCTUATION.items():
            self.values.setdefault(sign, {})[name] = sign
        self._code = self._assign()

    def _assign(self) -> dict[str, str]:
        codes: dict[frozenset[str], str] = {}
        shapes = [frozenset(_number_classes(word) | set(self.values.get(word, ()))) for word in _SHAPES]
        for known in [*map(frozenset, self.values.values()), *shapes]:
            codes.setdefault(known, chr(_FIRST_CODE + len(codes)))
        by_name: dict[str, list[str]] = {"other": [OTHER], "break": [BREAK]}
        for known, code in codes.items():
            for name in known:
                by_name.setdefault(name, []).append(code)
        self._by_name = {name: "".join(sorted(found)) for name, found in by_name.items()}
        words = {word: codes[frozenset(known)] for word, known in self.values.items()}
        words.update({" ": " ", "\u00a0": " ", "\n": " ", "\n\n": BREAK})
        words.update((word, codes[shape]) for word, shape in zip(_SHAPES, shapes, strict=True))
        self._integer = codes[frozenset({"int", "number"})]
        self._decimal = codes[frozenset({"decimal", "number"})]
        self._numdate = codes[frozenset({"numdate"})]
        return words

    def codes_of(self, name: str) -> str:
        """The characters that stand for a word of this class (or for this bare word, written =word), in order."""
        if name not in self._by_name:
            raise DataFault([f"no word has the class {name!r}; known are {', '.join(sorted(self._by_name))}"])
        return self._by_name[name]

    def value(self, word: str, name: str) -> Any:
        """The value of a word in a class; numbers in digits have their own."""
        if word[0].isdecimal():
            return word if name == "numdate" else number_value(word)
        return self.values[word][name]

    def atoms(self, text: str, start: int, end: int) -> Atoms:
        """The atoms of text[start:end]; white space is dropped, an empty line stands as a break."""
        pieces = _ATOM.findall(lowered(text[start:end]))
        ends = list(accumulate(map(len, pieces), initial=start))
        get = self._code.get
        codes = [get(piece, OTHER) for piece in pieces]
        for index, code in enumerate(codes):
            if code == OTHER and not pieces[index][0].isalpha():
                codes[index] = self._unlisted(pieces[index])
        seen = [code != " " for code in codes]
        starts = list(compress(ends, seen))
        del ends[0]
        return Atoms(list(compress(pieces, seen)), starts, list(compress(ends, seen)), "".join(codes).replace(" ", ""))

    def _unlisted(self, piece: str) -> str:
        if piece.isspace():
            return BREAK if piece.count("\n") > 1 else " "
        if not piece[0].isdecimal():
            return OTHER
        if piece.isdecimal():
            return self._integer
        if _DATE.fullmatch(piece):
            return self._numdate
        return self._decimal if _DECIMAL.search(piece) else self._integer


_DATE = re.compile(r"\d{4}([-/])\d{1,2}\1\d{1,2}|\d{1,2}([./-])\d{1,2}\2\d{4}")
_DECIMAL = re.compile(r"^\d+[.,]\d{1,2}$|^\d+,\d+$|,\d+$|^\d+\.\d{4,}$|^0\.\d+$")
_GROUPS = re.compile(r"[.\u00a0\u202f\u2009 '](?=\d{3}(?:\D|$))")
_SHAPES = [*map(str, range(100)), *(f"0{n}" for n in range(10)), *map(str, range(1900, 2100)), "100", "0,5", "1-1-2000"]


def _number_classes(word: str) -> set[str]:
    if "-" in word:
        return {"numdate"}
    if "," in word:
        return {"decimal", "number"}
    value, found = int(word), {"int", "number"}
    if 1 <= value <= 31 and len(word) <= 2:
        found.add("day")
    if 1 <= value <= 12 and len(word) <= 2:
        found.add("monthnumber")
    if 1900 <= value <= 2099:
        found.add("year")
    return found


def number_value(word: str) -> float | int:
    """The number that digits write, with point, blank or apostrophe between thousands and a comma before decimals."""
    bare = word if _DECIMAL.search(word) and word.count(".") == 1 and "," not in word else _GROUPS.sub("", word)
    bare = bare.replace(",", ".")
    return float(bare) if "." in bare else int(bare)


def split_words(piece: str) -> list[str]:
    """The atoms of a few words: « d'ici » is three."""
    return [atom for atom in _ATOM.findall(piece) if not atom.isspace()]


def word_class(word: str) -> str:
    """The class of a bare word."""
    return PUNCTUATION.get(word, f"={word}")
