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
    from legation.model.mentions import Mention


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
    """Each stage's product for a report in hand. Raises SkipReport for another language or a bare headline."""
    from legation.layout import lay_out
    from legation.repair import repair

    language = language_of(raw)
    mended = repair(raw.raw, language)
    layout = lay_out(mended.text, language)
    if not any(zone.kind == "body" for zone in layout.zones):
        raise NotAReport(raw.file, "no article text, only a headline", "give the whole article")
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
    head = ReportHead(place=layout.place, agency=layout.agency, language=language)
    return Trace(raw, language, mended, layout, (), ReadReport(raw.file, head, ()))
