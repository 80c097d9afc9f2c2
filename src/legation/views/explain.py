"""What each stage made of a report, as plain text for people."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from legation.pipeline import Trace
from legation.views.table import one_line, slots_line

SPANS = ("start", "end", "name_start", "name_end")
LONGEST = 100  # characters of a zone's words that are shown


def _intake(trace: Trace) -> Iterator[str]:
    raw = trace.raw
    yield f"{len(raw.raw):,} characters, language {trace.language}"
    for name, value in raw.metadata.items():
        yield f"{name}: {value}"


def _repair(trace: Trace) -> Iterator[str]:
    mends = trace.mended.mends
    yield f"{len(mends)} mends" if mends else "nothing to mend"
    for mend in mends:
        yield f"{mend.start:>6}  {visible(mend.before)!s:<24} → {visible(mend.after):<24} by {mend.rule}"


def _layout(trace: Trace) -> Iterator[str]:
    layout = trace.layout
    yield f"place {layout.place or 'not told'}, agency {layout.agency or 'not told'}"
    for zone in layout.zones:
        words = one_line(trace.mended.text[zone.start : zone.end])
        yield f"{zone.start:>6}  {zone.kind:<11} {shortened(words)}  by {zone.rule}"


def _mentions(trace: Trace) -> Iterator[str]:
    for mention in trace.mentions:
        kind = type(mention).__name__.removesuffix("Mention").lower()
        words = one_line(trace.mended.text[mention.start : mention.end])
        yield f"{mention.start:>6}  {kind:<7} « {shortened(words)} »  {told(mention)}"


def _sentences(trace: Trace) -> Iterator[str]:
    page = trace.reading
    for sentence in page.sentences if page else ():
        yield f"{sentence.start:>6}  {sentence.zone:<11} {sentence.stream.strip()}"
        for verb in page.verbs.get(sentence.number, ()):
            chunk = sentence.chunks[verb.index]
            words = one_line(trace.mended.text[chunk.start : chunk.end])
            who = " + ".join(verb.who.speakers) or "nobody told"
            yield f"{'':<8}{'':<11} « {words} »: {who}"


def _dates(trace: Trace) -> Iterator[str]:
    head = trace.report.head
    reason = f": {head.because}" if head.because else ""
    yield f"the report's day {head.date or 'not known'} ({head.basis or 'no basis'}){reason}"
    page = trace.reading
    for offset, day in page.days.items() if page else ():
        words = one_line(trace.mended.text[offset : day.mention.end])
        last = f" to {day.until}" if day.until else ""
        yield f"{offset:>6}  « {words} »  {day.date or 'not resolved'}{last}  by {day.mention.rule}"


def _records(trace: Trace) -> Iterator[str]:
    records = trace.report.records
    yield f"{len(records)} records"
    for record in records:
        yield f"{record.start:>6}  {record.kind:<11} {slots_line(record.slots)}"
        yield f"{'':<8}« {one_line(record.quote)} »  by {record.rule}"


STAGES: Mapping[str, Callable[[Trace], Iterator[str]]] = {
    "intake": _intake,
    "repair": _repair,
    "layout": _layout,
    "mentions": _mentions,
    "sentences": _sentences,
    "dates": _dates,
    "records": _records,
}


def explain(trace: Trace, *, stages: tuple[str, ...] = ()) -> Iterator[tuple[str, list[str]]]:
    """Each stage's name with the lines that show its product; `stages` limits them, in the pipeline's order."""
    for name, show in STAGES.items():
        if not stages or name in stages:
            yield name, list(show(trace))


def told(value: Any) -> str:
    """What a mention holds beyond its span: `name=value`, what is as by default left out."""
    shown = [(field.name, getattr(value, field.name)) for field in fields(value) if field.name not in SPANS]
    usual = {field.name: field.default for field in fields(value)}
    return "  ".join(f"{name}={_short(item)}" for name, item in shown if item != usual[name])


def visible(text: str) -> str:
    """The text with blanks that cannot be seen made visible: a line end as ⏎, a control or odd space by its code."""
    return "".join(_seen(character) for character in text) or "∅"


def shortened(text: str) -> str:
    """The text, its middle left out where it is long."""
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]} … {text[-half:]}"


def _seen(character: str) -> str:
    if character == "\n":
        return "⏎"
    if character != " " and unicodedata.category(character) in ("Zs", "Zl", "Zp", "Cc", "Cf"):
        return f"<{ord(character):04X}>"
    return character


def _short(item: Any) -> str:
    if isinstance(item, tuple):
        return "+".join(_short(one) for one in item)
    if hasattr(item, "post"):
        return f"{item.post}/{item.country or '?'}" + ("/former" if item.former else "")
    return str(item)
