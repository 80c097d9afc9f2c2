"""Who or what a name may mean: by its words in any order, without diacritics, in part, with a slip of the pen."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from legation.errors import WrongUse
from legation.register.identity.names import alike
from legation.register.queries.selecting import COLUMNS, entry
from legation.register.queries.values import Entry, Match
from legation.register.store import Register
from legation.world.names import words

WEIGHED = 1000  # things with these words that are compared: those told most often
TWO_SLIPS = 9  # letters from which on two slips may be in a word
ONE_SLIP = 5
SLIPS = 20  # words that one word may be a slip of
NAMED = (
    f"SELECT {COLUMNS} FROM names JOIN thing t ON t.id = names.rowid WHERE names MATCH ?"
    " AND t.kind IN (SELECT value FROM json_each(?)) ORDER BY t.told DESC, t.name LIMIT ?"
)


def named(
    register: Register, name: str, *, kinds: Sequence[str], country: str | None = None, limit: int = 20
) -> list[Match]:
    """The things that a name may mean, the likeliest first; of equals those told most often.

    Where nothing has all its words, words that differ by a slip are tried, then the rarest of those of its words that
    stand in any name: « le général Giang » finds Giang. Raises WrongUse
    where the name has no letter.
    """
    parts = words(name)
    if not parts:
        raise WrongUse(f"{name!r} is no name")
    for query in (_all(parts), _slipped(register, parts)):
        found = _found(register, query, kinds) if query else []
        matches = [Match(one, _likeness(name, one)) for one in found if country in (None, *_countries(one))]
        if matches:
            return sorted(matches, key=_order)[:limit]
    found = [one for one in _by_some(register, parts, kinds) if country in (None, *_countries(one))]
    return [Match(one, 0.0) for one in found[:limit]]


def _by_some(register: Register, parts: Sequence[str], kinds: Sequence[str]) -> list[Entry]:
    """The things that have the rarest of the words that stand in any name, those with most of the words first."""
    rows = register.rows(
        "SELECT term, doc FROM name_terms WHERE term IN (SELECT value FROM json_each(?))", _listed(parts)
    )
    if not rows:
        return []
    _, rarest = min((doc, term) for term, doc in rows)
    found = _found(register, _quoted(rarest), kinds)
    wanted = {term for term, _ in rows}
    return sorted(found, key=lambda one: (-len(wanted & _words(one)), -one.told, one.id))


def _order(match: Match) -> tuple[float, int, str]:
    return (-match.likeness, -match.entry.told, match.entry.id)


def _found(register: Register, query: str, kinds: Sequence[str]) -> list[Entry]:
    return [entry(row) for row in register.rows(NAMED, query, _listed(kinds), WEIGHED)]


def _all(parts: Sequence[str]) -> str:
    """All the words; the last may be the beginning of one. Empty where there is none."""
    if not parts:
        return ""
    return " ".join([*map(_quoted, parts[:-1]), _quoted(parts[-1]) + "*"])


def _slipped(register: Register, parts: Sequence[str]) -> str:
    """All the words or what they may be slips of; empty where there is no such word."""
    told = [[part, *_slips(register, part)] for part in parts]
    if all(len(some) == 1 for some in told):
        return ""
    return " AND ".join(f"({' OR '.join(map(_quoted, some))})" for some in told)


def _slips(register: Register, part: str) -> list[str]:
    """The words of names that differ from a word by a slip."""
    if len(part) < ONE_SLIP:
        return []
    most = 2 if len(part) >= TWO_SLIPS else 1
    rows = register.rows("SELECT term FROM name_terms WHERE term >= ? AND term < ?", part[0], chr(ord(part[0]) + 1))
    near = [
        (distance, term)
        for (term,) in rows
        if term != part and abs(len(term) - len(part)) <= most
        and (distance := OSA.distance(part, term, score_cutoff=most)) <= most
    ]  # fmt: skip
    return [term for _, term in sorted(near)[:SLIPS]]


def _likeness(name: str, one: Entry) -> float:
    return max(alike(name, spelling) for spelling in _spellings(one))


def _spellings(one: Entry) -> list[str]:
    every = [*one.slots.get("spellings", ()), one.slots.get("name"), one.slots.get("known_as")]
    return [str(spelling) for spelling in every if spelling]


def _words(one: Entry) -> set[str]:
    return {word for spelling in _spellings(one) for word in words(spelling)}


def _countries(one: Entry) -> list[str]:
    country = one.slots.get("country")
    return [country] if isinstance(country, str) else list(country or ())


def _listed(values: Sequence[str]) -> str:
    return json.dumps(values)


def _quoted(part: str) -> str:
    return f'"{part}"'
