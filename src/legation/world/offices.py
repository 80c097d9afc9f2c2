"""Who held which post when."""

from __future__ import annotations

from functools import lru_cache

from legation.world.index import index
from legation.world.names import name_keys, sound_key, words
from legation.world.values import Holder, first_day, last_day


@lru_cache(maxsize=1024)
def holders(post: str, state: str) -> tuple[Holder, ...]:
    """All known terms in a post of a state, in order of their first day; empty where none is known."""
    return _terms(index()["by_post"].get(f"{state} {post}", ()))


@lru_cache(maxsize=4096)
def terms_of(name: str, *, loose: bool = False) -> tuple[Holder, ...]:
    """All terms of the people of this name, in any order of its words, without regard to diacritics and case.

    A name that nobody bears as written is tried by its sound, which finds other romanisations, where it means one
    person only. A single word matches only people known by one word. `loose` also takes names that hold all words of
    this one, or whose words are all in it (two words at least). Empty where nobody is known by the name.
    """
    by_name = index()["by_name"]
    found = [number for key in name_keys(name) for number in by_name.get(key, ())]
    if not found:
        found = _by_sound(name)
    if not found and loose:
        found = _loosely(name)
    return _terms(found)


@lru_cache(maxsize=4096)
def family_terms(word: str) -> tuple[Holder, ...]:
    """All terms of the people with this word in their name (« Kihara », « Giang »); of a longer name, its first key."""
    parts = words(word)
    if len(parts) == 1:
        return _terms(index()["by_word"].get(parts[0], ()))
    by_word = index()["by_word"]
    sets = [set(by_word.get(part, ())) for part in parts]
    return _terms(sorted(set.intersection(*sets))) if sets else ()


def holder_on(post: str, state: str, day: str) -> Holder | None:
    """Who held the post on a day (EDTF; of a month or year, its first holder is taken when only one fits).

    On a day of change it is the newcomer. None where nobody is known, or several people may have held it and no term
    is sure to cover the day.
    """
    first, last = first_day(day), last_day(day)
    maybe = [term for term in holders(post, state) if term.first <= last and term.last >= first]
    if len({term.person for term in maybe}) == 1:
        return maybe[-1]
    sure = [term for term in maybe if _sure(term, first, last)]
    if len(sure) > 1 and len({term.unit for term in sure}) == 1:
        begun = max(term.first for term in sure)
        sure = [term for term in sure if term.first == begun]
    return sure[-1] if len({term.person for term in sure}) == 1 else None


def _sure(term: Holder, first: str, last: str) -> bool:
    since = last_day(term.since) if term.since else "9999-12-31"
    until = first_day(term.until) if term.until else "9999-12-31"
    return since <= first and last <= until


def _by_sound(name: str) -> list[int]:
    found: list[int] = index()["by_sound"].get(sound_key(name), [])
    people = {index()["persons"][index()["terms"][number][0]][0] for number in found}
    return found if len(people) == 1 else []


def _loosely(name: str) -> list[int]:
    wanted = set(words(name))
    by_word = index()["by_word"]
    counts: dict[int, int] = {}
    for word in wanted:
        for number in by_word.get(word, ()):
            counts[number] = counts.get(number, 0) + 1
    return sorted(n for n, shared in counts.items() if shared >= 2 and _covers(n, wanted, shared))


def _covers(number: int, wanted: set[str], shared: int) -> bool:
    person = index()["persons"][index()["terms"][number][0]][0]
    return shared == len(wanted) or set(words(person)) <= wanted


def _terms(numbers: list[int] | tuple[int, ...]) -> tuple[Holder, ...]:
    found = (_term(number) for number in dict.fromkeys(numbers))
    return tuple(sorted(found, key=lambda term: (term.first, term.last, term.person)))


@lru_cache(maxsize=8192)
def _term(number: int) -> Holder:
    person, post, state, since, until, source, unit, acting, note = index()["terms"][number]
    name, spellings = index()["persons"][person]
    return Holder(name, tuple(spellings), post, state, since, until, source, unit, acting, note)
