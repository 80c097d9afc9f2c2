"""Whether two spellings may name one person.

Diacritics, case, order, glued words, particles, initials, romanisation, one slip of the pen, a name given in part.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from legation.world import fold, sound_key
from legation.world.names import words

SAME, SOUND, PART, SLIP, ONE_WORD = 1.0, 0.9, 0.9, 0.8, 0.5
_FURTHER = frozenset("jr sr ii iii junior senior".split())  # noqa: SIM905
SHORTEST_SLIP, SHORTEST_TWO_SLIPS = 5, 9  # letters that a word must have for one slip, for two


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell, folded, in order; `y` counts as `i`; no initials, no Jr where more is left."""
    every = tuple(word.replace("y", "i") for word in words(name))
    long = tuple(word for word in every if len(word) > 1 and word not in _FURTHER)
    return long if len(long) > 1 else every


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """One key for all orders, cases and diacritics of a name."""
    return " ".join(sorted(set(name_words(name))))


@lru_cache(maxsize=131072)
def alike(left: str, right: str) -> float:
    """How well two spellings agree: 1 the same words, 0.9 one in the other or by sound, 0.8 but for a slip, 0.5 by one
    word only, 0 not at all.
    """
    if left > right:
        return alike(right, left)
    first, second = set(name_words(left)), set(name_words(right))
    if not first or not second:
        return 0.0
    if first == second or "".join(name_words(left)) == "".join(name_words(right)):
        return SAME
    shorter, longer = sorted((first, second), key=len)
    if shorter < longer:
        return PART if len(shorter) > 1 else ONE_WORD
    if len(shorter) > 1 and _sounds(left, right):
        return SOUND
    return SLIP if _slip(first, second) else 0.0


def full(name: str) -> bool:
    """Whether the name has more than one word."""
    return len(name_words(name)) > 1


def _sounds(left: str, right: str) -> bool:
    key = sound_key(left)
    return len(key.split()) > 1 and key == sound_key(right)


def _slip(first: set[str], second: set[str]) -> bool:
    """Whether all words but one are the same, and that one differs by a slip."""
    if len(first) != len(second) or len(first) < 2:
        return False
    mine, other = first - second, second - first
    if len(mine) != 1 or len(other) != 1:
        return False
    (one,), (two,) = mine, other
    shortest = min(len(one), len(two))
    allowed = 2 if shortest >= SHORTEST_TWO_SLIPS else 1 if shortest >= SHORTEST_SLIP else 0
    return one[0] == two[0] and OSA.distance(one, two) <= allowed


def letters(name: str) -> str:
    """The letters of a name alone, folded: what glued and parted spellings share."""
    return "".join(words(fold(name).replace("y", "i")))
