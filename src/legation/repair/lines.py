"""Joins the lines of hard-wrapped paragraphs; leaves headlines, lists and paragraphs of one line alone.

A line was wrapped if the first word of the next line would not have fitted on it. The width is the one that explains
most pairs of lines; where none explains several, only lines that break off inside a sentence are joined.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from legation.model.text import Mend

_NARROWEST, _WIDEST = 40, 140
_BREAK = re.compile(r"[ ]*\n[ ]*")
_ITEM = re.compile(r"[ ]*(?:[-–—•*·▪►]\s|>>|»|\d{1,2}[.)]\s|\([a-z0-9]\)\s)")
_END = re.compile(r"[.!?…»\")\]:;]\s*$")
_STOP = re.compile(r"[.!?…:;»]\s*$")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two lines one under the other: where the break between them is, and the first line's width with and without
    the next word."""

    start: int
    end: int
    above: str
    below: str
    first: bool

    @property
    def width(self) -> int:
        return len(self.above)

    @property
    def reach(self) -> int:
        return len(self.above) + 1 + len(self.below.split(" ", 1)[0])


def mends(text: str) -> list[Mend]:
    """A space, or nothing after a hyphen, for each newline that only wraps a paragraph, in order."""
    pairs = _pairs(text)
    width = _width(pairs)
    return [_mend(text, pair) for pair in pairs if _wrapped(pair, width)]


def _pairs(text: str) -> list[_Pair]:
    pairs = []
    at = 0
    lines = text.split("\n")
    opened = False
    for above, below in itertools.pairwise(lines):
        end = at + len(above)
        if above.strip() and below.strip():
            pairs.append(_Pair(end, end + 1, above.strip(), below.strip(), not opened))
        opened = opened or bool(above.strip())
        at = end + 1
    return pairs


def _width(pairs: Sequence[_Pair]) -> int | None:
    """The width that explains the most pairs, if it explains at least three, or all of two."""
    fitting: Counter[int] = Counter()
    for pair in pairs:
        if _NARROWEST <= pair.width <= _WIDEST:
            fitting.update(range(pair.width, min(pair.reach, _WIDEST + 1)))
    if not fitting:
        return None
    width, explained = max(fitting.items(), key=lambda item: (item[1], -item[0]))
    return width if explained >= 3 or explained == len(pairs) > 0 else None


def _wrapped(pair: _Pair, width: int | None) -> bool:
    if _ITEM.match(pair.below) and _END.search(pair.above):
        return False
    goes_on = pair.below[0].islower() and not _STOP.search(pair.above)
    if goes_on and pair.width >= _NARROWEST and pair.width <= _WIDEST:
        return True
    if width is None or not pair.width - 8 <= width < pair.reach:
        return False
    # A headline stands over its article without full stop, and happens to be about as long as a line.
    return goes_on or not pair.first or bool(_END.search(pair.above))


def _mend(text: str, pair: _Pair) -> Mend:
    found = _BREAK.search(text, pair.start - (len(text[: pair.start]) - len(text[: pair.start].rstrip(" "))))
    assert found is not None
    start, end = found.span()
    hyphen = pair.above.endswith("-") and pair.above[-2:-1].isalpha() and pair.below[0].isalpha()
    return Mend("wrapped_hyphen" if hyphen else "wrapped_line", start, end, text[start:end], "" if hyphen else " ")
