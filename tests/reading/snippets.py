"""Reads a few sentences as the body of a report, for tests that look like a specification."""

from __future__ import annotations

from typing import Any

from legation.languages import language
from legation.model.mentions import Mention
from legation.model.text import MendedText
from legation.model.zones import Layout, Zone
from legation.pipeline import ReportClock
from legation.reading import Understanding, read_records, understand
from legation.reading.mentions import report_mentions

FRENCH = language("fr")


def understood(
    text: str, *, day: str = "2024-05-14", place: str | None = None, home: str | None = None
) -> Understanding:
    """The text understood, a paragraph a line, on a day."""
    zones, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            zones.append(Zone("body", start, start + len(line), "test"))
        start += len(line) + 1
    layout = Layout(tuple(zones), place=place)
    mentions: tuple[Mention, ...] = tuple(
        report_mentions(text, [(zone.start, zone.end) for zone in zones], FRENCH.code)
    )
    return understand(text=text, layout=layout, mentions=mentions, language=FRENCH, clock=ReportClock(day), home=home)


def records(text: str, kind: str, **setting: Any) -> list[dict[str, Any]]:
    """The records of one kind in the text, as plain mappings of their slots, with their quote."""
    found = read_records(understood(text, **setting), MendedText(text, text))
    return [{"quote": one.quote, **one.slots} for one in found if one.kind == kind]
