"""States, their capitals, and the gazetteer."""

from __future__ import annotations

from functools import lru_cache

from legation.world.index import gazetteer, index
from legation.world.names import place_key
from legation.world.values import Place, State


@lru_cache(maxsize=1)
def states() -> tuple[State, ...]:
    """Every state and organisation that is known, in order of code."""
    return tuple(
        State(iso, name, tuple(capitals), kind) for iso, (name, capitals, kind) in sorted(index()["states"].items())
    )


@lru_cache(maxsize=512)
def state(iso: str) -> State | None:
    """The state or organisation of this code; None where there is none."""
    return next((one for one in states() if one.iso == iso), None)


def donor_rank(party: str) -> int:
    """How likely a state or organisation is to pay for another: 2 great donors, 1 other givers, 0 all else."""
    return int(index()["donors"].get(party, 0))


@lru_cache(maxsize=8192)
def places(name: str) -> tuple[Place, ...]:
    """All places of this name, likeliest first; diacritics, case, spaces and hyphens do not matter. Empty: unknown."""
    numbers = gazetteer()["keys"].get(place_key(name), ())
    return tuple(Place(*gazetteer()["places"][number]) for number in numbers)


def place(name: str) -> Place | None:
    """The place that a name most likely means, capitals and large cities first; None where it is unknown."""
    found = places(name)
    return found[0] if found else None


def capital_of(iso: str) -> str | None:
    """The first capital of a state, by its English name; None for organisations and unknown codes."""
    one = state(iso)
    return one.capitals[0] if one and one.capitals else None


@lru_cache(maxsize=2048)
def state_of_capital(name: str) -> str | None:
    """The state whose capital this is, in any language known; None where it is no capital."""
    found = places(name)
    wanted = {place_key(found[0].name), place_key(name)} if found else {place_key(name)}
    for one in states():
        if one.kind == "state" and any(place_key(capital) in wanted for capital in one.capitals):
            return one.iso
    return None
