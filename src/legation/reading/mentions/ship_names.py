"""The name behind a noun for a ship: « la frégate française Surcouf », « le destroyer Ariake (DD-109) »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from legation.reading.mentions.lexicon import Hit, Scan
from legation.reading.mentions.names import capitals_and_letters
from legation.reading.mentions.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ShipName:
    """Where the name of a ship ends, and the state of an adjective before it."""

    end: int
    state: str | None


def ship_name(scan: Scan, words: Vocabulary, noun: Hit) -> ShipName | None:
    """The name behind a noun, if that is one ship's."""
    ship = scan.at(noun.start, "ship")
    if ship is None or ship.value != "one" or ship.end < noun.end:
        return None
    at, state, of_class = pass_over(scan, ship.end)
    match = None if of_class else name_pattern(words.particles).match(scan.text, at, scan.end)
    return ShipName(match.end(), state) if match and not blocked(scan, match.start("name")) else None


@lru_cache(maxsize=4)
def name_pattern(particles: tuple[str, ...]) -> re.Pattern[str]:
    """A ship's name: quoted or not, with hull number before or behind it; or letters with a number."""
    capital, letter = capitals_and_letters()
    inner = "|".join(map(re.escape, particles))
    word = rf"(?:[{capital}]\.(?= )|[{capital}][{letter}'’]*(?:-[{letter}\d]+)*)"
    hull = r"(?:\([A-Z]{1,5}[ -]?\d{1,4}\)|[A-Z]{1,4}[ -]?\d{1,4}(?!\w))"
    return re.compile(
        rf"(?:[«\"“][ \u00a0]?)?(?:[A-Z]{{1,3}}-?\d{{2,4}} (?=[{capital}]))?(?P<name>(?:\d{{2,4}}[- ])?(?:{word})"
        rf"(?:[ \n\u00a0](?:(?:{inner})[ \u00a0])?(?:{word}|\d{{2,5}}(?!\w)))*)"
        rf"(?:[ \u00a0]?[»\"”])?(?:[ \u00a0]?{hull})?"
    )


def pass_over(scan: Scan, end: int) -> tuple[int, str | None, bool]:
    """Where a name may begin behind a ship's noun, the state of an adjective between, whether it names a class."""
    state: str | None = None
    of_class = False
    at = scan.skip(end)
    for _ in range(4):
        adjective = scan.at(at, "adjective")
        between = scan.at(at, "ship_between")
        if adjective and scan.text[at].islower():
            state, at = adjective.value[0][0], scan.skip(adjective.end)
        elif between:
            at, of_class = scan.skip(between.end), of_class or between.value == "class"
        else:
            break
    return at, state, of_class


def blocked(scan: Scan, at: int) -> bool:
    """Whether something else begins where a name would; between quotation marks nothing else does."""
    if scan.char(scan.back(at) - 1) in ("«", '"', "“"):
        return False
    return scan.at(at, "state", "capital", "organisation", "rank", "courtesy", "head", "adjective", "never") is not None
