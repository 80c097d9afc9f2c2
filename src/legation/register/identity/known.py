"""Which person of the world a name in a report means, where the state, the post and the time leave one only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from legation.register.identity.names import full
from legation.world import Holder, family_terms, terms_of

BEFORE, AFTER = 25, 30  # years around the known terms in which the person may be named
RANKS = {
    "head_of_state": 6, "party_leader": 6, "head_of_government": 6, "legislature_head": 6,
    "deputy_head_of_government": 5, "defence_minister": 5, "foreign_minister": 5,
    "public_security_minister": 5, "national_security_adviser": 5,
    "deputy_defence_minister": 4, "deputy_foreign_minister": 4, "chief_of_defence": 4, "deputy_chief_of_defence": 3,
    "service_chief": 3, "deputy_service_chief": 3, "ambassador": 3, "agency_head": 3, "department_head": 2,
    "commander": 2, "defence_attache": 1,
}  # fmt: skip


@lru_cache(maxsize=16384)
def known_person(name: str, states: tuple[str, ...], posts: tuple[str, ...], year: int | None) -> str | None:
    """The person (`Phan Van Giang|VNM`) that a name means; None where nobody is known by it, or several may be meant.

    `states` and `posts` are what the report says of the person; a year far from all known terms rules them out. The
    bearer of a name of one word must have held the post, or where none is told any post, in that year.
    """
    terms = _terms(name, states)
    if not full(name):
        wanted = set(posts) - {"other"}
        terms = [term for term in terms if (not wanted or term.post in wanted) and year and _held_in(term, year)]
    people = _people(terms, posts, year)
    if len(people) > 1 and posts:
        people = _people([term for term in terms if term.post in posts], posts, year) or people
    return people[0] if len(people) == 1 else None


@lru_cache(maxsize=4096)
def terms_of_person(identity: str) -> tuple[Holder, ...]:
    """The known terms of a person of the world, by first day."""
    name, state = identity.rsplit("|", 1)
    return tuple(term for term in terms_of(name) if term.person == name and term.state == state)


def rank_gap(left: Iterable[str], right: Iterable[str]) -> int:
    """How far the posts of two people lie apart at the least; 0 where nothing is known of one of them."""
    mine = [RANKS[post] for post in left if post in RANKS]
    other = [RANKS[post] for post in right if post in RANKS]
    return min((abs(one - two) for one in mine for two in other), default=0)


def _terms(name: str, states: tuple[str, ...]) -> list[Holder]:
    if not full(name):
        return [term for term in family_terms(name) if term.state in states]
    found = terms_of(name) or (terms_of(name, loose=True) if states else ())
    return [term for term in found if not states or term.state in states]


def _people(terms: Sequence[Holder], posts: tuple[str, ...], year: int | None) -> list[str]:
    mine: dict[str, list[Holder]] = {}
    for term in terms:
        mine.setdefault(f"{term.person}|{term.state}", []).append(term)
    return sorted(person for person, held in mine.items() if _in_time(held, year) and _in_rank(held, posts))


def _in_time(held: Sequence[Holder], year: int | None) -> bool:
    if year is None:
        return True
    first, last = min(term.first for term in held), max(term.last for term in held)
    return int(first[:4]) - BEFORE <= year <= int(last[:4]) + AFTER


def _in_rank(held: Sequence[Holder], posts: tuple[str, ...]) -> bool:
    known = [term.post for term in held]
    return not set(posts) or bool(set(posts) & set(known)) or rank_gap(posts, known) <= 3


def _held_in(term: Holder, year: int | None) -> bool:
    return year is None or int(term.first[:4]) <= year <= int(term.last[:4])
