"""Joins the lines of hard-wrapped paragraphs; leaves headlines, lists and paragraphs of one line alone.

A line was wrapped if the first word of the next line would not have fitted on it. The width is the one that explains
most pairs of lines; where none explains several, only lines that break off inside a sentence are joined.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from legation.model.text import Mend

_NARROWEST, _WIDEST = 40, 140
_FEWEST, _INSIDE, _OVERHANG = 2, 0.4, 8
_ITEM = re.compile(r"[ ]*(?:[-–—•*·▪►]\s|>>|»|\d{1,2}[.)]\s|\([a-z0-9]\)\s)")
_LINK = re.compile(r"[ ]*(?:[•▪►*]\s|>>)")
_END = re.compile(r"[.!?…»\")\]:;]\s*$")
_STOP = re.compile(r"[.!?…:;»]\s*$")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two lines one under the other: where the break between them is, whether they begin the text or end a
    paragraph, and the first line's width with and without the next word."""

    start: int
    end: int
    above: str
    below: str
    first: bool
    last: bool

    @property
    def width(self) -> int:
        return len(self.above)

    @property
    def reach(self) -> int:
        return len(self.above) + 1 + len(self.below.split(" ", 1)[0])


def mends(text: str, open_words: Container[str] = ()) -> list[Mend]:
    """A space, or nothing after a hyphen, for each newline that only wraps a paragraph, in order.

    `open_words` are words after which no line ends but a wrapped one: articles, prepositions, conjunctions.
    """
    pairs = _pairs(text)
    width = _width(pairs)
    return [_mend(text, pair) for pair in pairs if _wrapped(pair, width, open_words)]


def _pairs(text: str) -> list[_Pair]:
    pairs = []
    at = 0
    lines = text.split("\n")
    opened = False
    for number, (line, following) in enumerate(itertools.pairwise(lines)):
        above, below = line.strip(), following.strip()
        at += len(line) + 1
        if above and below:
            start = at - 1 - len(line) + len(line.rstrip(" "))
            end = at + len(following) - len(following.lstrip(" "))
            last = number + 2 >= len(lines) or not lines[number + 2].strip()
            pairs.append(_Pair(start, end, above, below, not opened, last))
        opened = opened or bool(above)
    return pairs


def _width(pairs: Sequence[_Pair]) -> int | None:
    """The width that explains the most pairs; None if it explains fewer than two, or if these look like no sentences.

    In running text most lines begin inside a sentence, with a small letter; those of a list begin with a capital.
    """
    fitting: Counter[int] = Counter()
    for pair in pairs:
        if _NARROWEST <= pair.width <= _WIDEST:
            fitting.update(range(pair.width, min(pair.reach, _WIDEST + 1)))
    if not fitting:
        return None
    width, explained = max(fitting.items(), key=lambda item: (item[1], -item[0]))
    inside = sum(pair.below[0].islower() for pair in pairs if pair.width <= width < pair.reach)
    return width if explained >= _FEWEST and inside >= _INSIDE * explained else None


def _wrapped(pair: _Pair, width: int | None, open_words: Container[str]) -> bool:
    if _LINK.match(pair.below) or (_ITEM.match(pair.below) and _END.search(pair.above)):
        return False
    open_end = pair.above.rsplit(None, 1)[-1] in open_words
    goes_on = open_end or (pair.below[0].islower() and not _STOP.search(pair.above))
    if goes_on and _NARROWEST <= pair.width <= _WIDEST:
        return True
    if width is None or not pair.width - _OVERHANG <= width < pair.reach:
        return False
    # A headline stands over its article without full stop, and happens to be about as long as a line; a signature of a
    # word or two stands under it.
    headline = pair.first and not _END.search(pair.above)
    signature = pair.last and len(pair.below) < _NARROWEST and _STOP.search(pair.above) and not _END.search(pair.below)
    return goes_on or not (headline or signature)


def _mend(text: str, pair: _Pair) -> Mend:
    hyphen = pair.above.endswith("-") and pair.above[-2:-1].isalpha() and pair.below[0].isalpha()
    before = text[pair.start : pair.end]
    return Mend("wrapped_hyphen" if hyphen else "wrapped_line", pair.start, pair.end, before, "" if hyphen else " ")
