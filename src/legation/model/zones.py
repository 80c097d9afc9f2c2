"""The parts of a report's page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ZoneKind = Literal[
    "headline", "standfirst", "dateline", "body", "caption", "signature", "related", "comments", "navigation", "stamp"
]


@dataclass(frozen=True, slots=True)
class Zone:
    """text[start:end] of the mended text is a part of this kind; zones are in order and do not overlap.

    A body paragraph is a zone of its own, its hard-wrapped lines included; a `stamp` is a date line above the article.
    """

    kind: ZoneKind
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The zones of a report, with what its dateline, stamp and signature say in words.

    `place` is the dateline's city as written, `agency` the wire as written in dateline or signature; `day` is the span
    (start, end) of the dateline's date words in the mended text, `stamps` those of date lines outside the article.
    """

    zones: tuple[Zone, ...]
    place: str | None = None
    agency: str | None = None
    day: tuple[int, int] | None = None
    stamps: tuple[tuple[int, int], ...] = ()

    def article(self) -> tuple[Zone, ...]:
        """The zones that records may come from: headline, standfirst, body and captions, never what is related."""
        return tuple(zone for zone in self.zones if zone.kind in ARTICLE)


ARTICLE = frozenset({"headline", "standfirst", "body", "caption"})
