"""A layout in the making: zones as they are found, and who claims to have sent the report."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.layout.datelines import Dateline
from legation.layout.stamps import Stamp
from legation.model.zones import Layout, Zone, ZoneKind

# Who names the outlet, the surest first.
CLAIMS = ("dateline", "signature", "stamp", "byline", "house", "with", "body", "credit")
_MERGED = frozenset({"related", "comments"})


@dataclass(slots=True)
class Draft:
    """Zones in order, and the claims to place, day and outlet; `layout` makes the frozen value of it."""

    headline: str = ""
    zones: list[Zone] = field(default_factory=list)
    claims: dict[str, str] = field(default_factory=dict)
    dateline: Dateline | None = None
    stamps: list[tuple[int, int]] = field(default_factory=list)
    changes: list[tuple[int, int]] = field(default_factory=list)

    def add(self, kind: ZoneKind, start: int, end: int, rule: str) -> None:
        """Add a zone; one that goes on from the zone before it (related stories, comments) is joined to that."""
        if start >= end:
            return
        last = self.zones[-1] if self.zones else None
        if last and kind in _MERGED and last.kind == kind and last.rule == rule:
            self.zones[-1] = Zone(kind, last.start, end, rule)
        else:
            self.zones.append(Zone(kind, start, end, rule))

    def claim(self, source: str, agency: str | None) -> None:
        """Note that a source names this outlet; the first of each source counts."""
        if agency:
            self.claims.setdefault(source, agency)

    def stamp(self, start: int, stamp: Stamp) -> None:
        """Add a date line."""
        self.add("stamp", start, stamp.end, "modified" if stamp.modified else "stamp")
        (self.changes if stamp.modified else self.stamps).extend(stamp.days)
        self.claim("stamp", stamp.agency)

    def date(self, start: int, dateline: Dateline) -> None:
        """Add the dateline, the first one found."""
        self.add("dateline", start, dateline.end, dateline.rule)
        if self.dateline is None or (self.dateline.rule == "envoy" and dateline.day):
            self.dateline = dateline
            self.claim("dateline", dateline.agency)

    def layout(self) -> Layout:
        """The layout; a day of change stands in for a missing day of publication."""
        line = self.dateline
        agency = next((self.claims[source] for source in CLAIMS if source in self.claims), None)
        stamps = tuple(self.stamps or self.changes)
        return Layout(tuple(self.zones), line.place if line else None, agency, line.day if line else None, stamps)
