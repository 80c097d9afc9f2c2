"""Joins two rounds of mends into one, so that the second may work on what the first made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legation.model.text import Mend, MendedText


def in_order(mends: Iterable[Mend]) -> list[Mend]:
    """Mends sorted by place; of two that overlap, or insert at one place, the one that begins first is kept."""
    kept: list[Mend] = []
    for mend in sorted(mends, key=lambda mend: (mend.start, mend.end)):
        if not kept or mend.start > kept[-1].end or (mend.start == kept[-1].end and _beside(kept[-1], mend)):
            kept.append(mend)
    return kept


def chain(first: MendedText, second: Sequence[Mend]) -> MendedText:
    """The raw text of `first` with its mends and then those of `second`, which count offsets of first.text.

    Mends of both rounds that touch become one. A mend that touches one already joined with another is left out.
    """
    if not first.mends or not second:
        return MendedText.apply(first.raw, second) if second else first
    earlier, position, shift, reached = list(_placed(first.mends)), 0, 0, 0
    joined: list[Mend] = []
    for mend in second:
        if mend.start < reached:
            continue
        while position < len(earlier) and earlier[position][1] <= mend.start:
            joined.append(earlier[position][2])
            shift = joined[-1].end - earlier[position][1]
            position += 1
        touched = []
        while position < len(earlier) and earlier[position][0] < mend.end:
            touched.append(earlier[position])
            position += 1
        joined.append(_merged(first, mend, touched, shift))
        if touched:
            shift, reached = touched[-1][2].end - touched[-1][1], touched[-1][1]
    joined.extend(mend for _, _, mend in earlier[position:])
    return MendedText.apply(first.raw, joined)


def _placed(mends: Sequence[Mend]) -> Iterable[tuple[int, int, Mend]]:
    """Each mend with the span of its replacement in the mended text."""
    grown = 0
    for mend in mends:
        start = mend.start + grown
        grown += len(mend.after) - (mend.end - mend.start)
        yield start, start + len(mend.after), mend


def _merged(first: MendedText, mend: Mend, touched: Sequence[tuple[int, int, Mend]], shift: int) -> Mend:
    """One mend of the raw text in the place of a second-round mend and the first-round ones that it touches."""
    if not touched:
        start, end = mend.start + shift, mend.end + shift
        return Mend(mend.rule, start, end, first.raw[start:end], mend.after)
    low, high = min(touched[0][0], mend.start), max(touched[-1][1], mend.end)
    after = first.text[low : mend.start] + mend.after + first.text[mend.end : high]
    start = touched[0][2].start - (touched[0][0] - low)
    end = touched[-1][2].end + (high - touched[-1][1])
    rule = "+".join(dict.fromkeys([*(placed[2].rule for placed in touched), mend.rule]))
    return Mend(rule, start, end, first.raw[start:end], after)


def _beside(earlier: Mend, later: Mend) -> bool:
    """Whether two mends that meet at one place may both stand: not if both insert there."""
    return earlier.start < earlier.end or later.start < later.end
