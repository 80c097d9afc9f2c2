"""Lines of a page: stripped, joined where a paragraph was wrapped by hand, with the blank lines between remembered."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import regex

NARROW, WIDE = 50, 140  # widths between which a text counts as wrapped by hand
PARAGRAPH = 80
LONG = 250
TITLE = range(14, 240)
_LINE = regex.compile(r"[^\n\r\v\f\u2028\u2029]+")
_TERMINAL = regex.compile(r"""[.!?…;][»"”’')\]]*$|[:»”]$""")
_ENDS_SENTENCE = regex.compile(r"""[.!?…]\s?[»"”’')\]]*$|[»”]$""")
_BULLET = regex.compile(r"[-–—•▪*·>»►→▶]")
_LIKE = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("đ", "d"), ("Đ", "d"), ("–", "-"), ("—", "-"), ("»", ">"), ("•", "|"))
_LIGATURES = (("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"), ("ø", "o"), ("ł", "l"), ("ß", "ss"))
FOLDED = 240  # characters of the longest line whose bare words are kept


@dataclass(frozen=True, slots=True)
class Line:
    """A line or wrapped paragraph: its span in the page, its text, and whether a blank line stands before it.

    `bare` are its folded words, nothing where it is long; `full` tells whether it reads like a paragraph: long, or a
    sentence with its end.
    """

    start: int
    end: int
    text: str
    gap: bool
    bare: str
    full: bool

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def titled(self) -> bool:
        """Whether this reads like a headline: of middling length, a capital first, no full stop last."""
        first = self.text[0]
        opens = first.isupper() or first.isdigit() or first in "«\"“'‘"
        return opens and len(self) in TITLE and self.text[-1] not in ".;,:"


def line_at(text: str, start: int, end: int, *, gap: bool = False) -> Line:
    """The line text[start:end]."""
    inside, length = text[start:end], end - start
    full = length >= LONG or (length >= PARAGRAPH and bool(_ENDS_SENTENCE.search(inside, length - 6)))
    return Line(start, end, inside, gap, bare(inside) if length <= FOLDED else "", full)


def fold(text: str) -> str:
    """The text without case, accents and curly apostrophes, for comparison only."""
    if not text.isascii():
        for sign, plain in _LIKE + _LIGATURES:
            text = text.replace(sign, plain)
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return text.casefold()


def bare(text: str) -> str:
    """The folded text without the punctuation around it."""
    return fold(text).strip(" \t.,;:!?|-*\"'[]()<>_=#/")


def split_lines(text: str) -> tuple[Line, ...]:
    """The page's lines in order; lines of one hand-wrapped paragraph are one."""
    return tuple(joined for block in _blocks(text) for joined in _unwrap(text, block))


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    block: list[tuple[int, int]] = []
    previous = 0
    for match in _LINE.finditer(text):
        start, end = _stripped(text, *match.span())
        if block and (start >= end or text.count("\n", previous, match.start()) > 1):
            yield block
            block = []
        if start < end:
            block.append((start, end))
        previous = match.end()
    if block:
        yield block


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _unwrap(text: str, block: list[tuple[int, int]]) -> Iterator[Line]:
    width = max(end - start for start, end in block)
    even = len(block) > 2 and NARROW <= width <= WIDE and all(end - start >= 0.75 * width for start, end in block[:-1])
    first, last = block[0]
    gap = True
    for start, end in block[1:]:
        if _continues(text, first, last, start, even):
            last = end
            continue
        yield line_at(text, first, last, gap=gap)
        first, last, gap = start, end, False
    yield line_at(text, first, last, gap=gap)


def _continues(text: str, first: int, last: int, start: int, even: bool) -> bool:
    if _BULLET.match(text, start):
        return False
    row = text.rfind("\n", first, last)
    if last - max(row + 1, first) < NARROW * 0.8:
        return False
    return even or (text[start].islower() and not _TERMINAL.search(text, max(first, last - 4), last))
