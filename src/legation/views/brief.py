"""The brief on a pair of states, straight from read reports: what is told of the two, in sections, each line sourced.

Records of several reports that say the very same (same kind, same slots) stand as one line with several sources;
nothing else is merged: two reports that disagree both stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from legation.codebook import codebook
from legation.model.report import ReadReport, Record
from legation.views.countries import country_name
from legation.views.dyads import Dyad, concerns, subject_of
from legation.views.sources import way_to
from legation.views.wording import day, label, span, summary
from legation.world import name_keys

UNDERTAKINGS = ("AGREE", "COMMIT", "ACCEPT", "OFFER", "PLAN", "REQUEST", "PROPOSE", "INVITE")
POSITIONS = ("SHARE_VIEW", "AFFIRM", "EXPECT", "PRAISE", "THANK", "INFORM", "OBJECT", "REFUSE")
ACT_HEADINGS = {
    "AGREE": "Agreed", "COMMIT": "Promised", "ACCEPT": "Accepted", "OFFER": "Offered", "PLAN": "Planned",
    "REQUEST": "Requested", "PROPOSE": "Proposed", "INVITE": "Invited", "SHARE_VIEW": "Views shared",
    "AFFIRM": "Affirmed", "EXPECT": "Hoped", "PRAISE": "Praised", "THANK": "Thanked", "INFORM": "Told",
    "OBJECT": "Objected", "REFUSE": "Refused",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """A report that lines cite: its number in the brief, its file and a link there, its day, why that day."""

    number: int
    file: str
    href: str
    day: str
    place: str
    agency: str
    language: str
    inferred: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that a line rests on, with their source and the rule that found them."""

    text: str
    source: Source
    rule: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A slot on which sources disagree: every value with its sources, which one is shown, and why."""

    slot: str
    values: tuple[tuple[str, tuple[Source, ...], bool], ...]
    because: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the brief: `order` sorts it, `when` and `text` are read; `told` marks the day of the report.

    From a register come its `id`, `notes` (what it hangs on, what became of it) and `disputes`.
    """

    order: str
    when: str
    text: str
    status: str
    topics: tuple[str, ...]
    told: bool
    quotes: tuple[Quote, ...]
    id: str = ""
    notes: tuple[str, ...] = ()
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; `note` says how to take them, `parts` are headings of their own within."""

    name: str
    title: str
    note: str
    lines: tuple[Line, ...] = ()
    parts: tuple[tuple[str, tuple[Line, ...]], ...] = ()

    @property
    def count(self) -> int:
        """How many lines the section holds."""
        return len(self.lines) + sum(len(lines) for _, lines in self.parts)


@dataclass(frozen=True, slots=True)
class Year:
    """What is dated in one year, by kind: a column of the chart."""

    year: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a brief shows; `merged` tells that it is from a register, which knows what is the same."""

    pair: Dyad
    names: tuple[str, str]
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    years: tuple[Year, ...]
    period: str
    status: str
    merged: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    record: Record
    source: Source
    report: ReadReport


def make_brief(reports: Iterable[ReadReport], pair: Dyad, *, beside: Path) -> Brief:
    """The brief on a pair of states; `beside` is the folder that it will stand in, which links start from.

    A pair that no report is about gives a brief without lines.
    """
    told, sources = _told(reports, pair, beside)
    by_kind: dict[str, list[_Told]] = {name: [] for name in codebook().kinds}
    for item in told:
        by_kind[item.record.kind].append(item)
    sections = tuple(section for section in _sections(by_kind) if section.count)
    dated = sorted(source.day for source in sources if source.day)
    relations = sorted(by_kind["relation"], key=lambda item: item.report.head.date or "")
    return Brief(
        pair,
        (country_name(pair[0]), country_name(pair[1])),
        sections,
        tuple(sources),
        _years(told),
        span(dated[0], dated[-1]) if dated else "",
        label(str(relations[-1].record.slots.get("label", ""))) if relations else "",
    )


def _told(reports: Iterable[ReadReport], pair: Dyad, beside: Path) -> tuple[list[_Told], list[Source]]:
    told: list[_Told] = []
    sources: list[Source] = []
    for report in sorted(reports, key=lambda report: (report.head.date or "", report.file)):
        subject = subject_of(report)
        about = [record for record in report.records if concerns(record, pair, subject)]
        if any(record.kind != "office" for record in about):
            source = _source(report, len(sources) + 1, beside)
            sources.append(source)
            told += [_Told(record, source, report) for record in about]
    return told, sources


def _source(report: ReadReport, number: int, beside: Path) -> Source:
    head = report.head
    return Source(
        number,
        report.file,
        way_to(report.file, beside),
        head.date or "",
        head.place or "",
        head.agency or "",
        head.language or "",
        (head.because or "from other facts") if head.basis == "inferred" else "",
    )


def _sections(told: Mapping[str, Sequence[_Told]]) -> Iterable[Section]:
    acts = {act: [item for item in told["statement"] if item.record.slots.get("act") == act] for act in ACT_HEADINGS}
    yield Section("relation", "Status of the relationship", "As the reports name it.", _lines(told["relation"]))
    yield Section("meetings", "Meetings", "", _lines(told["meeting"]))
    yield Section("visits", "Visits", "", _lines(told["visit"]))
    yield Section("instruments", "Instruments", "Documents between the two, and what is done with them.",
                  _lines(told["instrument"]))  # fmt: skip
    yield Section("programmes", "Programmes", "Cooperation that runs on means, with the sums tied to it.",
                  _lines(told["programme"]))  # fmt: skip
    yield Section("activities", "Activities", "", _lines(told["activity"]))
    yield Section("undertakings", "Undertakings", "What one side, or both, will do, asks for or proposes.",
                  parts=_parts(acts, UNDERTAKINGS))  # fmt: skip
    yield Section("positions", "Positions", "What they think, hail and object to.", parts=_parts(acts, POSITIONS))
    yield Section("mechanisms", "Mechanisms", "Standing bodies and forums that the reports name.",
                  _lines(told["mechanism"]))  # fmt: skip
    yield Section("offices", "Posts and holders", "As the reports show them, by post.", parts=_offices(told["office"]))


def _parts(acts: Mapping[str, Sequence[_Told]], names: Sequence[str]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    return tuple((ACT_HEADINGS[name], _lines(acts[name])) for name in names if acts[name])


def _offices(told: Sequence[_Told]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    countries = sorted({str(item.record.slots.get("country", "")) for item in told})
    posts = list(codebook().vocabularies["posts"])
    parts = []
    for country in countries:
        own = [item for item in told if item.record.slots.get("country") == country]
        own.sort(key=lambda item: posts.index(str(item.record.slots.get("post", "other"))))
        parts.append((country_name(country), _merged(own)))
    return tuple(parts)


def _lines(told: Sequence[_Told]) -> tuple[Line, ...]:
    return tuple(sorted(_merged(told), key=lambda line: line.order))


def _merged(told: Sequence[_Told]) -> tuple[Line, ...]:
    """One line for all records that say the very same, in order of their first."""
    same: dict[object, list[_Told]] = {}
    for item in told:
        same.setdefault(_sayings(item.record), []).append(item)
    return tuple(_line(items) for items in same.values())


def _sayings(record: Record) -> object:
    slots = dict(record.slots)
    if record.kind == "office":  # the reports spell and order one person's name in several ways
        slots["person"] = name_keys(str(slots.get("person", "")))
    return record.kind, tuple(sorted(slots.items()))


def _line(items: Sequence[_Told]) -> Line:
    first, slots = items[0], items[0].record.slots
    own = slots.get("date") or slots.get("year") or ""
    when = span(str(own), str(slots.get("until") or "")) if own else day(first.report.head.date)
    topics = slots.get("topics", ())
    return Line(
        order=str(own) or first.report.head.date or "",
        when=when,
        text=summary(first.record.kind, slots),
        status=label(str(slots.get("status", ""))),
        topics=tuple(label(topic) for topic in topics) if isinstance(topics, tuple) else (),
        told=not own,
        quotes=tuple(Quote(" ".join(item.record.quote.split()), item.source, item.record.rule) for item in items),
    )


def _years(told: Sequence[_Told]) -> tuple[Year, ...]:
    counts: dict[str, dict[str, int]] = {}
    for item in told:
        date = str(item.record.slots.get("date", ""))
        if item.record.kind in ("meeting", "visit", "activity", "instrument") and date:
            year = counts.setdefault(date[:4], {})
            year[item.record.kind] = year.get(item.record.kind, 0) + 1
    if not counts:
        return ()
    years = range(int(min(counts)), int(max(counts)) + 1)
    return tuple(Year(str(year), counts.get(str(year), {})) for year in years)
