"""What queries answer, as lines of text: persons, hits, timelines, undertakings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from legation.register.links import Link
from legation.register.queries import Dyad, Entry, Hit, Match, Person, Telling
from legation.register.undertakings import Undertaking
from legation.views.countries import country_name
from legation.views.wording import joined, label, span, summary

INFERRED = frozenset({"inferred", "register"})
HANGS = {"part_of": "within", "signed_at": "signed at", "session_of": "session of"}
LONGEST = 160  # characters of a quote shown


def person_lines(person: Person) -> Iterator[str]:
    """A person: the name, spellings, posts with the days on which they were seen and held, the latest events."""
    one, slots = person.entry, person.entry.slots
    states = ", ".join(country_name(code) for code in _listed(slots.get("country")))
    yield f"{one.id}  {slots.get('name', '')}" + (f", {states}" if states else "") + f"; {reports(one.told)}"
    others = [name for name in _listed(slots.get("spellings")) if name != slots.get("name")]
    if others:
        yield f"  also    {', '.join(others)}"
    for post in slots.get("posts", ()):
        yield f"  post    {post_line(post)}"
    for event in person.latest:
        yield f"  {event.when or 'no day':<11} {event.id}  {sentence(event)}"


def match_line(match: Match) -> str:
    """A person in one line, for those who were looked for less likely."""
    slots = match.entry.slots
    last = next((post_line(post) for post in reversed(slots.get("posts", ()))), "")
    return f"{match.entry.id}  {slots.get('name', '')}; {reports(match.entry.told)}" + (f"; {last}" if last else "")


def post_line(post: Mapping[str, Any]) -> str:
    """A post with when it was seen, and when held where that is known."""
    told = f"{label(str(post.get('post', '')))} of {country_name(str(post.get('country', '')))}"
    seen = f", seen {between(post['first'], post.get('last'))}" if post.get("first") else ""
    held = (
        f", held {post.get('from', '?')} to {post.get('until', 'now')}" if post.get("from") or post.get("until") else ""
    )
    return f"{told}{seen}{held}"


def between(first: str, last: str | None) -> str:
    """A day, or one to another."""
    return first if last in (None, first) else f"{first} to {last}"


def hit_lines(hit: Hit) -> Iterator[str]:
    """Words found: the thing that they tell, then the words with their file."""
    yield f"{hit.entry.when or 'no day':<11} {hit.entry.id}  {hit.entry.kind}: {sentence(hit.entry)}"
    yield f"{'':<11} {quote_line(hit.telling)}"


def timeline_lines(
    shown: Sequence[Entry], told: Mapping[str, Sequence[Telling]], hangs: Mapping[str, Sequence[Link]]
) -> Iterator[str]:
    """Things in order of time: when, which, what, how often told; below, what they hang on and where sources disagree."""
    for one in shown:
        inferred = " [year inferred]" if one.day and is_inferred(told.get(one.id, ())) else ""
        when = between(one.day, one.slots.get("until")) if one.day else f"(told {one.told_on or 'undated'})"
        status = f" [{label(str(one.slots['status']))}]" if one.slots.get("status") else ""
        yield f"{when:<24} {one.id}  {one.kind}: {sentence(one)}{status}{inferred}; {reports(one.told)}"
        for link in hangs.get(one.id, ()):
            yield f"{'':<24} {HANGS[link.kind]} {link.right}: {link.because}"
        for slot, conflict in one.conflicts.items():
            yield f"{'':<24} ! {conflict_line(slot, conflict)}"


def conflict_line(slot: str, conflict: Any) -> str:
    """A contradiction in one line: every value with how many independent sources it has, which is shown, and why."""
    values = conflict.get("values", ()) if isinstance(conflict, Mapping) else conflict
    told = [f"{_text(value.get('value'))}{_backed(value)}" for value in values if isinstance(value, Mapping)]
    because = conflict.get("because", "") if isinstance(conflict, Mapping) else ""
    if isinstance(conflict, Mapping) and "told" in conflict:
        told = [*told, f"{_text(conflict['told'])} (told)"]
    shown = f"; shown: {_text(conflict.get('shown'))}" if isinstance(conflict, Mapping) and "shown" in conflict else ""
    return f"{label(slot)}: {' / '.join(told)}{shown}" + (f" ({because})" if because else "")


def open_lines(found: Iterable[Undertaking], file: Dyad) -> Iterator[str]:
    """Undertakings, the oldest first: since when, what, between whom, on what, in which words, what became of each."""
    rows = {one.id: one for one in file.entries}
    for one in found:
        entry = rows[one.thing.id]
        slots = one.thing.slots
        topics = f" on {', '.join(label(topic) for topic in one.topics)}" if one.topics else ""
        who = joined(slots.get("speakers")) or joined(slots.get("side"))
        to = f" to {joined(slots['addressee'])}" if slots.get("addressee") else ""
        yield f"{one.since or 'no day':<11} {one.thing.id}  {label(str(slots.get('act', ''))).lower()}: {who}{to}{topics}"
        for telling in file.tellings[entry.row][:1]:
            yield f"{'':<11} {quote_line(telling)}"
        if one.life != "open":
            yield f"{'':<11} {one.because}: {one.by}"


def quote_line(telling: Telling) -> str:
    """The words of a telling, with outlet, file and place."""
    words = " ".join(telling.quote.split())
    words = words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
    return f"« {words} »  {telling.outlet or 'no outlet'}, {telling.file}:{telling.start}-{telling.end}"


def sentence(one: Entry) -> str:
    """What a thing is, in one line."""
    if one.kind in ("person", "body", "place"):
        return str(one.slots.get("name", ""))
    words = summary(one.kind, one.slots)
    act = one.slots.get("act")
    return f"{label(str(act)).lower()}, {words}" if act else words


def is_inferred(told: Sequence[Telling]) -> bool:
    """Whether every report of a thing has a day that is inferred."""
    return bool(told) and all(telling.basis in INFERRED for telling in told)


def reports(count: int) -> str:
    """How often something is told."""
    return "told once" if count == 1 else f"told {count:,} times"


def when_of(one: Entry) -> str:
    """When a thing was, in words."""
    return span(one.day, str(one.slots.get("until") or "")) if one.day else ""


def _backed(value: Mapping[str, Any]) -> str:
    count = value.get("sources") or len(value.get("members", ()))
    return f" ({count} source{'s' if count != 1 else ''})" if count else ""


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else "nothing" if value is None else str(value)


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())
