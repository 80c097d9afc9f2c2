"""Cuts lines apart that ran together: date line and headline, standfirst and dateline, signature and other story."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from legation.layout.cues import Cues
from legation.layout.datelines import read_dateline
from legation.layout.lines import LONG, Line, line_at
from legation.layout.stamps import read_stamp

_HEAD = 3  # lines among which a date line may have run into the next
_REACH = 1500  # characters of a page within which its dateline must stand
_BRACKET = regex.compile(r"\(([^()\n]{2,40})\)\s*[-–—]")
_BEFORE = 60
_START = regex.compile(r"(?:^|(?<=[.!?…»\"”\d\s\p{Ll}]))(?=\p{Lu})")
_SIGNED = regex.compile(r"[.!?…»\"”]\s?[-–—]{1,2}\s?(\p{Lu}{2,8})(?:/\p{Lu}{2,8})?(?=\s)")


def unglue(text: str, lines: tuple[Line, ...], cues: Cues) -> tuple[Line, ...]:
    """The lines, each that holds two parts of the page cut in two."""
    return tuple(part for index, line in enumerate(lines) for part in _parts(text, line, cues, early=index < _HEAD))


def _parts(text: str, line: Line, cues: Cues, *, early: bool) -> Iterator[Line]:
    cuts = sorted(_cuts(text, line, cues, early=early))
    if not cuts:
        yield line
        return
    edges = [line.start, *cuts, line.end]
    for number, (start, end) in enumerate(pairwise(edges)):
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield line_at(text, start, end, gap=line.gap or number > 0)


def _cuts(text: str, line: Line, cues: Cues, *, early: bool) -> set[int]:
    """Where the line is to be cut: behind a date line, before a dateline, behind a signature."""
    cuts: set[int] = set()
    start = line.start
    if early and (stamp := read_stamp(text, line.start, line.end, cues)) and stamp.end < line.end:
        start = _past_signs(text, stamp.end, line.end)
        cuts |= {stamp.end, start}
    if len(line) < LONG:
        return cuts
    if line.start < _REACH and (found := _inner_dateline(text, start, line.end, cues)) is not None:
        cuts.add(found)
    for signed in _SIGNED.finditer(text, start, line.end):
        if signed.group(1) in cues.agencies.states and signed.end() < line.end - 1:
            cuts.add(signed.end())
    return cuts


def _past_signs(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \t-–—|:":
        start += 1
    return start


def _inner_dateline(text: str, start: int, end: int, cues: Cues) -> int | None:
    """Where inside the line a dateline of place, day and known wire begins; None where it opens the line, or is not."""
    for bracket in _BRACKET.finditer(text, start, min(end, _REACH)):
        if cues.agencies.named(bracket.group(1)) is None:
            continue
        low = max(start, bracket.start() - _BEFORE)
        for opening in _START.finditer(text, low, bracket.start()):
            dateline = read_dateline(text, opening.start(), end, cues, opening=False)
            if dateline and dateline.day and dateline.end >= bracket.end():
                return opening.start() if opening.start() > start else None
    return None
