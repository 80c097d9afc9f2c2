"""Dated events, numbered series, and the ties whose anniversaries are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from legation.world.index import index
from legation.world.names import words
from legation.world.values import Event, Founding, Series, Tie


@lru_cache(maxsize=1)
def all_events() -> tuple[Event, ...]:
    """Every dated event that belongs to no series, in order of date."""
    return tuple(_event(row) for row in index()["events"])


def events(
    *, kind: str | None = None, state: str | None = None, since: str = "", until: str = "9999-99-99"
) -> tuple[Event, ...]:
    """Events of a kind, concerning a state, that begin between two EDTF dates (`since` ≤ date ≤ `until`)."""
    return tuple(
        event
        for event in (*all_events(), *_editions())
        if (kind is None or event.kind == kind)
        and (state is None or state in event.states)
        and since <= event.date <= until
    )


def events_named(name: str, language: str = "fr") -> tuple[Event, ...]:
    """The events that a language calls by this name, without regard to case and diacritics; editions of series too."""
    key = " ".join(words(name))
    found = index()["event_names"].get(language, {}).get(key, ())
    return tuple(all_events()[number] for number in found) or _edition_names(language).get(key, ())


@lru_cache(maxsize=8)
def event_names(language: str = "fr") -> Mapping[str, tuple[Event, ...]]:
    """All names of events in a language (folded words, single spaces) with the events they may mean."""
    names = {
        key: tuple(all_events()[number] for number in numbers)
        for key, numbers in index()["event_names"].get(language, {}).items()
    }
    return {**_edition_names(language), **names}


@lru_cache(maxsize=1)
def all_series() -> tuple[Series, ...]:
    """Every numbered or yearly series, in order of id."""
    return tuple(_series(row) for row in index()["series"])


@lru_cache(maxsize=1024)
def series(name: str, parties: frozenset[str] = frozenset()) -> Series | None:
    """The series of this id, or of this name in any language; `parties` tells bilateral ones of one name apart.

    None where no series has the name, or several have it and the parties do not decide.
    """
    if name in _series_by_id():
        return _series_by_id()[name]
    wanted = " ".join(words(name))
    found = [one for one in all_series() if wanted in _series_names(one)]
    if parties:
        found = [one for one in found if not one.parties or frozenset(one.parties) == parties]
    return found[0] if len(found) == 1 else None


def edition(series_id: str, number: int) -> Event | None:
    """The edition of a series by its number (9 of « le 9e Dialogue »); None where it is not known."""
    one = series(series_id)
    return next((event for event in one.editions if event.number == number), None) if one else None


def edition_in(series_id: str, year: int | str) -> tuple[Event, ...]:
    """The editions of a series that began in a year."""
    one = series(series_id)
    return tuple(event for event in one.editions if event.date[:4] == str(year)) if one else ()


@lru_cache(maxsize=1)
def all_ties() -> tuple[Tie, ...]:
    """Every tie that is known: diplomatic relations and partnerships, with their beginnings."""
    return tuple(Tie(tuple(row["parties"]), row["label"], row["date"], row.get("place")) for row in index()["ties"])


@lru_cache(maxsize=1024)
def ties(parties: frozenset[str], label: str | None = None) -> tuple[Tie, ...]:
    """The ties between exactly these parties, oldest first."""
    return tuple(
        sorted(
            (tie for tie in all_ties() if frozenset(tie.parties) == parties and label in (None, tie.label)),
            key=lambda tie: tie.date,
        )
    )


def anniversary(parties: Iterable[str], number: int, label: str = "diplomatic_relations") -> Event | None:
    """The Nth anniversary of a tie, as an event (« le 45e anniversaire des relations »).

    None where no such tie is known. The date is no more precise than that of the tie's beginning.
    """
    for tie in ties(frozenset(parties), label):
        date = f"{int(tie.date[:4]) + number}{tie.date[4:]}"
        name = f"{number}th anniversary of {'–'.join(tie.parties)} {label.replace('_', ' ')}"
        ident = f"anniversary-{'-'.join(tie.parties).lower()}-{label}-{number}"
        return Event(ident, name, date, None, None, tie.parties, "anniversary", number=number)
    return None


@lru_cache(maxsize=1)
def all_foundings() -> tuple[Founding, ...]:
    """Everything whose founding is kept as an anniversary: armies, states, treaties, victories."""
    return tuple(
        Founding(row["id"], row["name"], row["date"], tuple(row["states"]), _spellings(row))
        for row in index()["foundings"]
    )


@lru_cache(maxsize=1024)
def founding(name: str, language: str = "fr") -> Founding | None:
    """What a language calls by this name (« l'Armée populaire du Vietnam » without its article), or has this id."""
    key = " ".join(words(name))
    for one in all_foundings():
        if one.id == name or any(" ".join(words(spelling)) == key for spelling in one.spellings.get(language, ())):
            return one
    return None


def anniversary_of(name: str, number: int, language: str = "fr") -> Event | None:
    """The Nth anniversary of a founding, as an event; None where no founding has the name."""
    one = founding(name, language)
    if one is None:
        return None
    date = f"{int(one.date[:4]) + number}{one.date[4:]}"
    title = f"{number}th anniversary of {one.name}"
    return Event(f"anniversary-{one.id}-{number}", title, date, None, None, one.states, "anniversary", number=number)


@lru_cache(maxsize=1)
def _editions() -> tuple[Event, ...]:
    return tuple(event for one in all_series() for event in one.editions)


@lru_cache(maxsize=8)
def _edition_names(language: str) -> dict[str, tuple[Event, ...]]:
    names: dict[str, list[Event]] = {}
    for event in _editions():
        for spelling in event.spellings.get(language, ()):
            names.setdefault(" ".join(words(spelling)), []).append(event)
    return {key: tuple(found) for key, found in names.items()}


@lru_cache(maxsize=1)
def _series_by_id() -> Mapping[str, Series]:
    return {one.id: one for one in all_series()}


@lru_cache(maxsize=1024)
def _series_names(one: Series) -> frozenset[str]:
    every = [one.name, *(name for names in one.spellings.values() for name in names)]
    return frozenset(" ".join(words(name)) for name in every)


def _series(row: Mapping[str, Any]) -> Series:
    parties = tuple(row.get("parties", ()))
    spellings = _spellings(row)
    editions = tuple(_edition(row, one, parties) for one in row["editions"])
    return Series(row["id"], row["name"], row["kind"], parties, spellings, editions)


def _edition(row: Mapping[str, Any], one: Mapping[str, Any], parties: tuple[str, ...]) -> Event:
    number = one.get("n")
    tag = str(number) if number else one["date"]
    states = tuple(one["states"]) if "states" in one else parties
    return Event(
        f"{row['id']}-{tag}", f"{row['name']} {tag}", one["date"], one.get("until"), one.get("place"), states,
        row["kind"], _spellings(one), one.get("source", "public record"), row["id"], number,
    )  # fmt: skip


def _event(row: Mapping[str, Any]) -> Event:
    return Event(
        row["id"], row["name"], row["date"], row.get("until"), row.get("place"), tuple(row.get("states", ())),
        row["kind"], _spellings(row), row.get("source", "public record"),
    )  # fmt: skip


def _spellings(row: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(names) for language, names in row.get("spellings", {}).items()}
