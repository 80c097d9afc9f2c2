"""The stages in their order: the one place that knows which comes after which.

1. intake    a file → a raw report
2. language  which of the known languages it is written in
3. repair    raw text → mended text, with a map of every character back to the raw text
4. layout    mended text → zones, dateline, signature
5. dating    the report's own day, and a way to resolve the dates in its words
6. reading   zones → records

Rooms are imported when they are first needed, so that a command that reads nothing starts at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from legation.errors import NotAReport
from legation.model.report import RawReport, ReadReport, ReportHead
from legation.model.text import MendedText
from legation.model.zones import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from legation.dating import ReportDay
    from legation.languages import Language
    from legation.model.mentions import DateMention, Mention

LONGEST = 100_000
"""The most characters that an article may hold: fifteen times a long one; a folder's worth pasted together is none."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What each stage made of one report; `reading` is what the reading room saw on its way to the records."""

    raw: RawReport
    language: str
    mended: MendedText
    layout: Layout
    mentions: tuple[Mention, ...]
    report: ReadReport
    reading: Any = None


def read_file(path: Path) -> ReadReport:
    """The report in a file, read. Raises SkipReport where the file holds none that can be read."""
    return trace(path).report


def trace(path: Path) -> Trace:
    """Each stage's product for the report in a file. Raises SkipReport where the file holds none that can be read."""
    from legation.intake import read_report

    return trace_raw(read_report(path, name=str(path)))


def trace_raw(raw: RawReport) -> Trace:
    """Each stage's product for a report in hand. Raises SkipReport for another language, no article, too much of it."""
    from legation import languages
    from legation.layout import lay_out
    from legation.repair import repair

    language = language_of(raw)
    mended = repair(raw.raw, language)
    layout = lay_out(mended.text, languages.language(language))
    if not any(zone.kind == "body" for zone in layout.zones):
        raise NotAReport(raw.file, "no article text, only a headline", "give the whole article")
    length = sum(zone.end - zone.start for zone in layout.article())
    if length > LONGEST:
        raise NotAReport(raw.file, f"{length:,} characters, more than one report holds", "split it: one report a file")
    return _read(raw, language, mended, layout)


def language_of(raw: RawReport) -> str:
    """The code of the language that a report is written in. Raises NotAReport where it is none of those known."""
    from legation.languages import known_languages
    from legation.layout import identify_language

    language = identify_language(raw.raw)
    known = known_languages()
    if language in known:
        return str(language)
    told = f"written in {language}" if language else "in no language that could be told"
    raise NotAReport(raw.file, f"{told}; read are {', '.join(known)}", "leave it out, or add the language")


def _read(raw: RawReport, language: str, mended: MendedText, layout: Layout) -> Trace:
    from legation.languages import language as language_of_code
    from legation.layout import outlet_state
    from legation.reading import read_records, understand

    spoken = language_of_code(language)
    mentions = _mentions(mended.text, layout, spoken)
    day = _report_day(raw, mended, layout, mentions, spoken)
    head = ReportHead(day.date, day.basis, day.because, layout.place, layout.agency, language)
    page = understand(
        text=mended.text, layout=layout, mentions=mentions, language=spoken,
        clock=ReportClock(day.date, mended.text, layout), home=outlet_state(layout.agency, spoken, text=mended.text),
    )  # fmt: skip
    return Trace(raw, language, mended, layout, mentions, ReadReport(raw.file, head, read_records(page, mended)), page)


def _mentions(text: str, layout: Layout, language: Language) -> tuple[Mention, ...]:
    """Everything named in the article, in the order of the text."""
    from legation import world
    from legation.reading.mentions import report_mentions

    site = world.place(layout.place) if layout.place else None
    spans = [(zone.start, zone.end) for zone in layout.article()]
    return tuple(report_mentions(text, spans, language.code, site=site.country if site else None))


def _report_day(
    raw: RawReport, mended: MendedText, layout: Layout, mentions: Sequence[Mention], language: Language
) -> ReportDay:
    from legation import dating, world
    from legation.model.mentions import BodyMention, DateMention, PersonMention
    from legation.reading.mentions.dates import find_dates

    dates = [one for one in mentions if isinstance(one, DateMention)]
    if layout.day:
        dates += find_dates(mended.text, *layout.day, language, stamp=True)
    for stamp in layout.stamps:
        dates += find_dates(mended.text, *stamp, language, stamp=True)
    return dating.report_day(
        text=mended.text,
        layout=layout,
        dates=dates,
        people=[one for one in mentions if isinstance(one, PersonMention)],
        bodies=[one for one in mentions if isinstance(one, BodyMention)],
        metadata=raw.metadata,
        world=world,
    )


@dataclass(frozen=True, slots=True)
class ReportClock:
    """Resolves the dates of one report against its day: what the reading room asks of the dating room."""

    report_day: str | None
    text: str = ""
    layout: Layout | None = None

    def narrate(
        self, mentions: Sequence[DateMention], tenses: Mapping[int, str]
    ) -> list[tuple[str | None, str | None]]:
        """First and last day (EDTF) of every date of the report, each resolved against what is told before it.

        `tenses` gives, by the start of a date, the tense that its clause tells for sure.
        """
        from legation.dating import resolve_all

        zones = self.layout.zones if self.layout is not None else ()
        found = resolve_all(
            mentions, text=self.text, zones=zones, report_day=self.report_day,
            tense_of=lambda mention: tenses.get(mention.start),  # type: ignore[arg-type, return-value]
        )  # fmt: skip
        return [(one.date, one.until) for one in found]

    def resolve(self, mention: DateMention, *, context: str | None, tense: str | None) -> tuple[str | None, str | None]:
        """First and last day (EDTF) of a date's words, each None where it cannot be told."""
        from legation.dating import resolve

        found = resolve(mention, report_day=self.report_day, context=context, tense=tense)
        return found.date, found.until
