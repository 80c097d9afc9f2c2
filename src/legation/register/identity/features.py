"""What the policy on persons looks at, each a small function of two people; all are symmetric."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from legation.register.identity.known import rank_gap, terms_of_person
from legation.register.identity.names import alike
from legation.register.resolver import Item

LONG = 20  # years after which one name hardly means one officer
RANKS_APART, SOON = 3, 3  # steps of rank that nobody climbs within as many years


@dataclass(frozen=True, slots=True)
class Person:
    """What an item says of a person. Of somebody known to the world, only who that is, with what the world knows."""

    names: tuple[str, ...]
    states: frozenset[str]
    posts: frozenset[str]
    years: tuple[int, int] | None
    identity: str | None


def person_of(item: Item) -> Person:
    """The facts of an item."""
    slots = item.slots
    identity = slots.get("identity")
    if identity:
        return _known(identity)
    year = slots.get("year")
    posts = frozenset(post for post, _ in slots["posts"])
    return Person(tuple(slots["names"]), frozenset(slots["states"]), posts, (year, year) if year else None, None)


@lru_cache(maxsize=4096)
def _known(identity: str) -> Person:
    terms = terms_of_person(identity)
    name, state = identity.rsplit("|", 1)
    names = tuple(dict.fromkeys([name, *(spelling for term in terms for spelling in term.spellings)]))
    first = min((int(term.first[:4]) for term in terms), default=1)
    last = max((int(term.last[:4]) for term in terms), default=9999)
    return Person(names, frozenset([state]), frozenset(term.post for term in terms), (first, last), identity)


def other_people(left: Person, right: Person) -> bool:
    """Both are known to the world, as two."""
    return bool(left.identity and right.identity) and left.identity != right.identity


def another_state(left: Person, right: Person) -> bool:
    """Each is of a state, and they share none."""
    return bool(left.states and right.states) and not left.states & right.states


def unlike_names(left: Person, right: Person) -> bool:
    """No spelling of one fits one of the other."""
    return _names(left, right) == 0


def same_identity(left: Person, right: Person) -> float:
    """Both are known to the world, as one."""
    return float(left.identity is not None and left.identity == right.identity)


def names_alike(left: Person, right: Person) -> float:
    """How well the best two spellings agree; silent where both are known."""
    return 0.0 if left.identity and right.identity else _names(left, right)


def states_shared(left: Person, right: Person) -> float:
    """They share a state."""
    return float(bool(left.states & right.states))


def posts_shared(left: Person, right: Person) -> float:
    """They share a post that says something."""
    return float(bool((left.posts & right.posts) - {"other"}))


def ranks_apart(left: Person, right: Person) -> float:
    """Their posts lie far apart although little time does."""
    years = _years_between(left, right)
    return float(years is not None and years <= SOON and rank_gap(left.posts, right.posts) >= RANKS_APART)


def years_apart(left: Person, right: Person) -> float:
    """More years lie between them than a career holds."""
    years = _years_between(left, right)
    return float(years is not None and years >= LONG)


def names_text(person: Person) -> str:
    """The spellings."""
    return " / ".join(person.names)


def states_text(person: Person) -> str:
    """The states."""
    return ", ".join(sorted(person.states)) or "no state told"


def posts_text(person: Person) -> str:
    """The posts."""
    return ", ".join(sorted(person.posts)) or "no post told"


def years_text(person: Person) -> str:
    """The years."""
    if person.years is None:
        return "no year"
    first, last = person.years
    return str(first) if first == last else f"{first} to {last if last < 9999 else 'now'}"


def identity_text(person: Person) -> str:
    """Who it is known to be."""
    return (person.identity or "nobody known").replace("|", ", ")


def _names(left: Person, right: Person) -> float:
    return max((alike(one, two) for one in left.names for two in right.names), default=0.0)


def _years_between(left: Person, right: Person) -> int | None:
    if left.years is None or right.years is None:
        return None
    return max(0, left.years[0] - right.years[1], right.years[0] - left.years[1])
