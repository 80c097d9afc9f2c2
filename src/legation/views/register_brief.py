"""The brief on a pair of states from a register: each thing once, with all who tell it and all in which they disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legation.codebook import codebook
from legation.register.queries import Dyad, Entry, Telling
from legation.register.undertakings import Undertaking
from legation.views.brief import (
    ACT_HEADINGS,
    POSITIONS,
    UNDERTAKINGS,
    Brief,
    Dispute,
    Line,
    Quote,
    Section,
    Source,
    Year,
)
from legation.views.countries import country_name
from legation.views.listing import HANGS, INFERRED, post_line, sentence
from legation.views.sources import way_to
from legation.views.wording import day, label, span, summary

MOST = 12  # tellings quoted under a line
CHARTED = ("meeting", "visit", "activity", "instrument")
NO_SECTION = ("statement", "office")


@dataclass(frozen=True, slots=True)
class _Lines:
    """What lines are made from."""

    file: Dyad
    sources: Mapping[str, Source]
    notes: Mapping[str, tuple[str, ...]]

    def of(self, entries: Iterable[Entry]) -> tuple[Line, ...]:
        return tuple(sorted(map(self.line, entries), key=lambda line: (line.order, line.id)))

    def line(self, one: Entry) -> Line:
        told = self.file.tellings[one.row]
        quotes = tuple(Quote(_flat(each.quote), self.sources[each.report], each.rule) for each in told[:MOST])
        more = (f"and {len(told) - MOST} more tellings",) if len(told) > MOST else ()
        own = one.day or str(one.slots.get("year") or "")
        return Line(
            order=one.when or own,
            when=span(own, str(one.slots.get("until") or "")) if own else day(one.told_on),
            text=summary(one.kind, one.slots),
            status=label(str(one.slots.get("status", ""))),
            topics=tuple(label(str(topic)) for topic in one.slots.get("topics", ())),
            told=not own,
            quotes=quotes,
            id=one.id,
            notes=(*self.notes.get(one.id, ()), *more),
            disputes=self._disputes(one, told),
        )

    def _disputes(self, one: Entry, told: Sequence[Telling]) -> tuple[Dispute, ...]:
        by_key = {each.key: self.sources[each.report] for each in told}
        return tuple(_dispute(slot, conflict, by_key) for slot, conflict in sorted(one.conflicts.items()))


def register_brief(file: Dyad, *, beside: Path) -> Brief:
    """The brief on the file of a pair of states; `beside` is the folder that it will stand in, which links start from."""
    sources = _sources(file, beside)
    lines = _Lines(file, sources, _notes(file))
    kinds: dict[str, list[Entry]] = {kind: [] for kind in codebook().kinds}
    for one in file.entries:
        kinds.setdefault(one.kind, []).append(one)
    dated = sorted(source.day for source in sources.values() if source.day)
    relations = sorted(kinds["relation"], key=_last_told(file))
    return Brief(
        pair=file.pair,
        names=(country_name(file.pair[0]), country_name(file.pair[1])),
        sections=tuple(section for section in _sections(file, kinds, lines) if section.count),
        sources=tuple(sources.values()),
        years=_years(file.entries),
        period=span(dated[0], dated[-1]) if dated else "",
        status=label(str(relations[-1].slots.get("label", ""))) if relations else "",
        merged=True,
    )


def _sections(file: Dyad, kinds: Mapping[str, Sequence[Entry]], lines: _Lines) -> Iterable[Section]:
    relation = "As the reports name it."
    yield Section("relation", "Status of the relationship", relation, lines.of(kinds["relation"]))
    yield Section("meetings", "Meetings", "", lines.of(kinds["meeting"]))
    yield Section("visits", "Visits", "", lines.of(kinds["visit"]))
    instruments = "Documents between the two, and what is done with them."
    yield Section("instruments", "Instruments", instruments, lines.of(kinds["instrument"]))
    programmes = "Cooperation that runs on means, with the sums tied to it."
    yield Section("programmes", "Programmes", programmes, lines.of(kinds["programme"]))
    yield Section("activities", "Activities", "", lines.of(kinds["activity"]))
    yield from _undertakings(file, lines)
    acts = {act: [one for one in kinds["statement"] if one.slots.get("act") == act] for act in ACT_HEADINGS}
    yield Section(
        "positions", "Positions", "What they think, hail and object to.", parts=_parts(acts, POSITIONS, lines)
    )
    mechanisms = "Standing bodies and forums that the reports name."
    yield Section("mechanisms", "Mechanisms", mechanisms, lines.of(kinds["mechanism"]))
    seen = "Who was seen in which post, and when; held, where that is known."
    yield Section("offices", "Posts and holders", seen, parts=_holders(file))


def _undertakings(file: Dyad, lines: _Lines) -> Iterable[Section]:
    """What is still open, then what came of the rest; what is not followed (accepted, invited) stands with the latter."""
    lives = {one.thing.id for one in file.undertakings if one.life == "open"}
    mine = [one for one in file.entries if one.slots.get("act") in UNDERTAKINGS]
    still = [one for one in mine if one.id in lives]
    closed = [one for one in mine if one.id not in lives]
    open_note = "Nothing later in the register fulfils, answers or repeats it."
    yield Section("open", "Open undertakings", open_note, parts=_parts(_by_act(still), UNDERTAKINGS, lines))
    closed_note = "What came of it stands below each; acceptances and invitations stand here too."
    yield Section("undertakings", "Undertakings", closed_note, parts=_parts(_by_act(closed), UNDERTAKINGS, lines))


def _by_act(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        found[str(one.slots.get("act"))].append(one)
    return found


def _parts(
    acts: Mapping[str, Sequence[Entry]], names: Sequence[str], lines: _Lines
) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    return tuple((ACT_HEADINGS[name], lines.of(acts[name])) for name in names if acts.get(name))


def _holders(file: Dyad) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """The persons of each state by post, in the codebook's order of posts."""
    order = list(codebook().vocabularies["posts"])
    parts = []
    for state in file.pair:
        held = [
            (order.index(post["post"]) if post["post"] in order else len(order), str(post.get("first", "")), one, post)
            for one in file.persons
            for post in one.slots.get("posts", ())
            if post.get("country") == state
        ]
        rows = sorted(held, key=lambda row: (row[0], row[1], row[2].id))
        parts.append((country_name(state), tuple(_holder(one, post) for _, _, one, post in rows)))
    return tuple((heading, lines) for heading, lines in parts if lines)


def _holder(one: Entry, post: Mapping[str, Any]) -> Line:
    others = [name for name in one.slots.get("spellings", ()) if name != one.slots.get("name")]
    also = (f"also written {', '.join(others)}",) if others else ()
    when = span(post.get("first"), post.get("last"))
    text = f"{one.slots.get('name', '')}, {post_line({key: value for key, value in post.items() if key != 'first'})}"
    return Line(str(post.get("first", "")), when, text, "", (), False, (), notes=(f"{one.id}", *also))


def _notes(file: Dyad) -> dict[str, tuple[str, ...]]:
    """What each thing hangs on, and what came of each undertaking, in words."""
    names = {one.id: sentence(one) for one in file.entries}
    found: dict[str, list[str]] = defaultdict(list)
    for link in file.links:
        told = f"{HANGS[link.kind]}: {names.get(link.right, link.right)} ({link.right}); {link.because}"
        found[link.left].append(told[:1].upper() + told[1:])
    for one in file.undertakings:
        if one.life != "open":
            found[one.thing.id].append(_came_of(one, names))
    for entry in file.entries:
        found[entry.id] += _history(entry)
    return {id_: tuple(notes) for id_, notes in found.items() if notes}


def _came_of(one: Undertaking, names: Mapping[str, str]) -> str:
    told = one.because[:1].upper() + one.because[1:]
    return f"{told}: {names.get(one.by or '', '')} ({one.by})"


def _history(one: Entry) -> list[str]:
    steps = [f"{label(str(step['status']))} ({step['day']})" for step in one.slots.get("history", ())]
    return [f"As told: {', then '.join(dict.fromkeys(steps))}"] if steps else []


def _dispute(slot: str, conflict: Any, by_key: Mapping[str, Source]) -> Dispute:
    """A contradiction as the resolvers note it, or a person's correction of it."""
    table = conflict if isinstance(conflict, Mapping) else {"values": conflict}
    shown = table.get("shown")
    values = [
        (_text(one.get("value")), _from(one.get("members", ()), by_key), bool(one.get("shown", one.get("value") == shown)))
        for one in table.get("values", ())
    ]  # fmt: skip
    if "told" in table:
        values = [(_text(shown), (), True), *((text, some, False) for text, some, _ in values)]
        values += (
            [] if any(text == _text(table["told"]) for text, _, _ in values) else [(_text(table["told"]), (), False)]
        )
    return Dispute(label(slot), tuple(values), str(table.get("because") or "no reason is told"))


def _from(keys: Iterable[str], by_key: Mapping[str, Source]) -> tuple[Source, ...]:
    found = {by_key[key].number: by_key[key] for key in keys if key in by_key}
    return tuple(found[number] for number in sorted(found))


def _sources(file: Dyad, beside: Path) -> dict[str, Source]:
    """The reports behind the file by their keys, numbered in the order of days and files."""
    reports = {telling.report: telling for told in file.tellings.values() for telling in told}
    ordered = sorted(reports.values(), key=lambda telling: (telling.day or "", telling.file, telling.report))
    return {telling.report: _source(telling, number, beside) for number, telling in enumerate(ordered, start=1)}


def _source(telling: Telling, number: int, beside: Path) -> Source:
    inferred = (telling.because or "from other facts") if telling.basis in INFERRED else ""
    return Source(
        number, telling.file, way_to(telling.file, beside), telling.day or "", telling.place or "", telling.outlet or "",
        telling.language or "", inferred,
    )  # fmt: skip


def _years(entries: Iterable[Entry]) -> tuple[Year, ...]:
    counts: dict[str, dict[str, int]] = {}
    for one in entries:
        if one.kind in CHARTED and one.day:
            year = counts.setdefault(one.day[:4], {})
            year[one.kind] = year.get(one.kind, 0) + 1
    if not counts:
        return ()
    years = range(int(min(counts)), int(max(counts)) + 1)
    return tuple(Year(str(year), counts.get(str(year), {})) for year in years)


def _last_told(file: Dyad) -> Any:
    return lambda one: (max((told.day or "" for told in file.tellings[one.row]), default=""), one.id)


def _flat(words: str) -> str:
    return " ".join(words.split())


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else "nothing" if value is None else str(value)
