"""A read report as plain text for people."""

from __future__ import annotations

from collections.abc import Mapping

from legation.model.report import ReadReport, Slot

WIDTH = 100


def table(report: ReadReport) -> str:
    """The report's head, then its records: kind, slots, and the words below; ends with an empty line."""
    head = report.head
    facts = [head.date, head.place, head.agency, head.language, f"{len(report.records)} records"]
    rows = [f"{report.file}  ({', '.join(fact for fact in facts if fact)})"]
    if head.because:
        rows.append(f"  dated {head.date or ''}: {head.because}")
    for record in report.records:
        rows.append(f"  {record.kind:<11} {slots_line(record.slots)}")
        rows.append(f"  {'':<11} « {one_line(record.quote)} »  [{record.start}:{record.end}]")
    return "\n".join(rows) + "\n"


def slots_line(slots: Mapping[str, Slot]) -> str:
    """The slots in one line: `name=value`, the values of a set joined by a plus."""
    return "  ".join(f"{name}={value_text(value)}" for name, value in slots.items())


def value_text(value: Slot) -> str:
    """A slot's value as text; whole amounts without a decimal point."""
    if isinstance(value, tuple):
        return " + ".join(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def one_line(quote: str) -> str:
    """The quote with its line ends and runs of blanks as single blanks."""
    return " ".join(quote.split())
