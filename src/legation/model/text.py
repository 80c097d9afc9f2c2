"""Text that was mended, and the way back to the text as it was given."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mend:
    """One repair: raw[start:end] was read as `after`. `rule` names why."""

    rule: str
    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MendedText:
    """The report's text after repair, with a map of every character back to the raw text.

    `anchors` and `shifts` are parallel: from mended offset anchors[i] on, up to anchors[i+1], a mended offset is a raw
    offset plus shifts[i]. `end_anchors` and `end_shifts` do the same for the end of a span, which lies after a character
    and before whatever was taken out there: from after end_anchors[i] on, up to and with end_anchors[i+1].
    `mends` lists the repairs in raw order.
    """

    raw: str
    text: str
    anchors: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)
    mends: tuple[Mend, ...] = field(default=())
    end_anchors: tuple[int, ...] = (-1,)
    end_shifts: tuple[int, ...] = (0,)

    @classmethod
    def apply(cls, raw: str, mends: Sequence[Mend]) -> MendedText:
        """The text with each mend made; mends must be in order and must not overlap."""
        parts: list[str] = []
        anchors, shifts, end_anchors, end_shifts = [0], [0], [-1], [0]
        position = length = 0
        for mend in mends:
            if mend.start < position or raw[mend.start : mend.end] != mend.before:
                raise ValueError(f"mend out of order or not in the text: {mend}")
            parts.append(raw[position : mend.start])
            length += mend.start - position
            # Inside the replacement, characters map one to one as far as the raw text reaches, then to its end.
            last = len(mend.after) - 1
            for inside in range(last + 1):
                here = length + inside
                _mark(anchors, shifts, here, min(mend.start + inside, max(mend.end - 1, mend.start)) - here)
                end = mend.end if inside == last else min(mend.start + inside + 1, mend.end)
                _mark(end_anchors, end_shifts, here, end - (here + 1))
            parts.append(mend.after)
            length += len(mend.after)
            position = mend.end
            _mark(anchors, shifts, length, position - length)
            if last < 0:
                _mark(end_anchors, end_shifts, length, position - length)
        parts.append(raw[position:])
        ends = tuple(end_anchors), tuple(end_shifts)
        return cls(raw, "".join(parts), tuple(anchors), tuple(shifts), tuple(mends), *ends)

    def raw_offset(self, offset: int) -> int:
        """The raw offset of the character at a mended offset (0 ≤ offset ≤ len(text))."""
        return offset + self.shifts[bisect_right(self.anchors, offset) - 1]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span (start, end) of the mended span [start, end), damage included."""
        if end <= start:
            where = self.raw_offset(start)
            return where, where
        where = self.raw_offset(start)
        return where, max(where, end + self.end_shifts[bisect_left(self.end_anchors, end) - 1])


def _mark(anchors: list[int], shifts: list[int], offset: int, shift: int) -> None:
    if anchors[-1] == offset:
        shifts[-1] = shift
    elif shifts[-1] != shift:
        anchors.append(offset)
        shifts.append(shift)
