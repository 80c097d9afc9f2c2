"""All records of an understood report, traced back to the raw text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from legation.model.report import Record, Slot
from legation.model.text import MendedText
from legation.reading.records.activities import activity_drafts
from legation.reading.records.instruments import instrument_drafts
from legation.reading.records.mechanisms import mechanism_drafts
from legation.reading.records.meetings import meeting_drafts
from legation.reading.records.offices import office_drafts
from legation.reading.records.programmes import programme_drafts
from legation.reading.records.relations import relation_drafts
from legation.reading.records.statements import statement_drafts
from legation.reading.records.visits import visit_drafts
from legation.reading.understanding import Draft, Understanding

Maker = Callable[[Understanding], Iterator[Draft]]
MAKERS: tuple[Maker, ...] = (
    meeting_drafts, visit_drafts, activity_drafts, instrument_drafts, mechanism_drafts, programme_drafts, statement_drafts,
    office_drafts, relation_drafts,
)  # fmt: skip
TRIM = " \t\n\r\f\v,;:.–—-"


def read_records(page: Understanding, mended: MendedText) -> tuple[Record, ...]:
    """The records of a report in the order of their evidence; a fact told several times is one record."""
    drafts = [draft for maker in MAKERS for draft in maker(page)]
    records = [_grounded(draft, mended) for draft in drafts]
    unique = {(one.kind, one.start, one.end, frozenset(one.slots.items())): one for one in records}
    return tuple(sorted(unique.values(), key=lambda one: (one.start, one.end, one.kind, one.rule)))


def _grounded(draft: Draft, mended: MendedText) -> Record:
    """The record with its evidence cut from the raw text, blank and punctuation at its ends left out."""
    text = mended.text
    start, end = draft.start, draft.end
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    first, last = mended.raw_span(start, end)
    return Record(draft.kind, mended.raw[first:last], first, last, draft.rule, _slots(draft))


def _slots(draft: Draft) -> dict[str, Slot]:
    """The slots that hold something, in the order in which the maker gave them."""
    return {name: value for name, value in draft.slots.items() if value or value == 0}  # type: ignore[misc]
