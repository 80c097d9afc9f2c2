"""What a personal name looks like: runs of capitalised words with particles, and the shapes of names by language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from legation.reading.mentions.lexicon import fold

MOST_WORDS = 7
JAPANESE = re.compile(
    r"(?:(?:[kgszjtdhbpmrn]?y?|sh|ch|ts|w|f|v)[aiueo](?:h(?![aiueo]))?|n(?![aiueo])|(?:kk|ss|tt|pp|tch|ssh)y?[aiueo])+"
)
CHINESE_GIVEN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)(?:a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou"
    r"|u|ua|uai|uan|uang|ue|ui|un|uo)){1,2}"
)
KOREAN_GIVEN = re.compile(r"[a-z]{2,7}-[a-z]{2,7}")
SYLLABLE = re.compile(r"[bcdghklmnpqrstvxf]{0,3}[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")


@dataclass(frozen=True, slots=True)
class Shapes:
    """Word sets of names.yaml, folded, and the pattern of a run of capitalised words."""

    run: re.Pattern[str]
    vietnamese: frozenset[str]
    middle: frozenset[str]
    korean: frozenset[str]
    chinese: frozenset[str]
    japanese: tuple[frozenset[str], frozenset[str]]
    given: frozenset[str]
    endings: tuple[str, ...]
    arabic: frozenset[str]
    suffixes: frozenset[str]
    saying: frozenset[str]
    states: Mapping[str, str]
    origins: Mapping[str, tuple[frozenset[str], tuple[str, ...]]]


def shapes(names: Mapping[str, Any]) -> Shapes:
    """The shapes of a language's names file."""
    folded = {key: frozenset(fold(word) for word in names[key]) for key in ("given", "suffixes", "saying", "arabic")}
    return Shapes(
        _run(names["particles"], names["suffixes"]),
        frozenset(map(fold, names["vietnamese"]["family"])),
        frozenset(map(fold, names["vietnamese"]["middle"])),
        frozenset(map(fold, names["korean"]["family"])),
        frozenset(map(fold, names["chinese"]["family"])),
        (frozenset(names["japanese"]["family"]), frozenset(names["japanese"]["given"])),
        folded["given"],
        tuple(map(fold, names["endings"])),
        folded["arabic"],
        folded["suffixes"],
        folded["saying"],
        names["relation"],
        {
            state: (frozenset(map(fold, one.get("words", ()))), tuple(map(fold, one.get("endings", ()))))
            for state, one in names["origins"].items()
        },
    )


@lru_cache(maxsize=1)
def capitals_and_letters() -> tuple[str, str]:
    """(capital letters, all letters) of the Latin blocks, as the ranges of a character class."""
    blocks = [*range(0x41, 0x250), *range(0x1E00, 0x1F00)]
    letters = [chr(code) for code in blocks if unicodedata.category(chr(code)).startswith("L")]
    return _ranges([char for char in letters if char.isupper() or unicodedata.category(char) == "Lt"]), _ranges(letters)


def _ranges(letters: Sequence[str]) -> str:
    """Letters in order, those that follow each other as a range."""
    breaks = [at for at in range(1, len(letters)) if ord(letters[at]) != ord(letters[at - 1]) + 1]
    runs = [letters[first:last] for first, last in pairwise([0, *breaks, len(letters)])]
    return "".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _run(particles: Sequence[str], suffixes: Sequence[str]) -> re.Pattern[str]:
    capital, letter = capitals_and_letters()
    tied = sorted((re.escape(word) for word in particles if word[-1] in "-'’"), key=len, reverse=True)
    joined = "|".join(word for word in tied if not word[0].islower() or word[-1] == "-")
    inner = "|".join(word for word in tied if word[0].islower() and word[-1] != "-")
    loose = "|".join(sorted((re.escape(word) for word in particles if word[-1] not in "-'’"), key=len, reverse=True))
    ends = "|".join(sorted(map(re.escape, suffixes), key=len, reverse=True))
    word = (
        rf"(?:(?:{joined})?[{capital}](?:\.(?=[ \-])|[{letter}]*(?:(?:(?<=[{letter}]{{2}})['’]|-)[{letter}]+)*))"
        rf"(?!['’][{letter}])"
    )
    gap = r"[ \u00a0\u202f]|\n(?!\n)"
    more = rf"(?:(?:{gap})(?:(?:{loose})(?:{gap})){{0,2}}(?:{inner})?{word})*(?:,?[ \u00a0](?:{ends})(?!\w))?"
    return re.compile(rf"(?<![\w'’-]){word}{more}|(?<=['’]){word}{more}")


def is_vietnamese(parts: Sequence[str], known: Shapes) -> bool:
    """Whether folded name parts look Vietnamese: a family name first, then syllables."""
    if not 2 <= len(parts) <= 5 or parts[0] not in known.vietnamese:
        return False
    return all(len(part) <= 7 and SYLLABLE.fullmatch(part) for part in parts)


def is_japanese(parts: Sequence[str]) -> bool:
    """Whether both folded parts of a name are made of Japanese syllables."""
    return len(parts) == 2 and all(len(part) > 1 and JAPANESE.fullmatch(part) for part in parts)


def is_surely_japanese(parts: Sequence[str], known: Shapes) -> bool:
    """Whether one folded part is a Japanese family or given name and the other of Japanese syllables."""
    family, given = known.japanese
    return is_japanese(parts) and any(part in family or part in given for part in parts)


def is_korean(parts: Sequence[str], known: Shapes) -> bool:
    """Whether folded parts look Korean: a family name and a hyphenated given name, in either order."""
    if len(parts) != 2:
        return False
    family, given = parts if "-" in parts[1] else (parts[1], parts[0])
    return family in known.korean and KOREAN_GIVEN.fullmatch(given) is not None


def is_chinese(parts: Sequence[str], known: Shapes) -> bool:
    """Whether folded parts look Chinese: a family name and one word of one or two syllables."""
    return len(parts) == 2 and parts[0] in known.chinese and len(parts[1]) <= 9 and parts[1].isalpha()


def shape_score(parts: Sequence[str], known: Shapes) -> int:
    """How much folded name parts look like a person's: 0 nothing, 3 and more hardly anything else."""
    score = 0
    if is_vietnamese(parts, known):
        score = 3 if len(parts) > 2 and (parts[1] in known.middle or len(parts) == 3) else 1
    if is_korean(parts, known):
        score = max(score, 3)
    if len(parts) > 1:
        first, last = parts[0], parts[-1]
        if first in known.given or (last in known.given and len(parts) == 2):
            score = max(score, 2) + 1
        score += known.arabic.intersection(parts) != frozenset()
        score += last.endswith(known.endings) and len(last) > 4
        if is_surely_japanese(parts, known):
            score = max(score, 3)
        score += is_japanese(parts) or is_chinese(parts, known)
    return score


def name_state(parts: Sequence[str], known: Shapes) -> str | None:
    """The state that a name's shape points to, where it points to one."""
    if len(parts) > 2 and is_vietnamese(parts, known):
        return known.states["vietnamese"]
    if is_korean(parts, known):
        return known.states["korean"]
    if is_surely_japanese(parts, known):
        return known.states["japanese"]
    if is_chinese(parts, known) and not is_vietnamese(parts, known) and CHINESE_GIVEN.fullmatch(parts[1]):
        return known.states["chinese"]
    return None


def could_be(parts: Sequence[str], state: str, known: Shapes) -> bool:
    """Whether folded name parts may be a name of that state; true of states whose names have no shape of their own."""
    kind = next((kind for kind, one in known.states.items() if one == state), None)
    if kind == "vietnamese":
        return is_vietnamese(parts, known) if len(parts) > 1 else all(SYLLABLE.fullmatch(part) for part in parts)
    if kind == "japanese":
        return all(JAPANESE.fullmatch(part) for part in parts)
    if kind == "korean":
        return len(parts) == 1 or is_korean(parts, known) or (len(parts) in (2, 3) and parts[0] in known.korean)
    if kind == "chinese":
        return len(parts) == 1 or is_chinese(parts, known)
    return True


def origin(parts: Sequence[str], states: Sequence[str], known: Shapes) -> str | None:
    """The one of several states that words or endings of a name speak for; None where none or several do."""
    found = []
    for state in states:
        words, endings = known.origins.get(state, (frozenset(), ()))
        if words.intersection(parts) or (endings and any(len(one) > 4 and one.endswith(endings) for one in parts)):
            found.append(state)
    return found[0] if len(found) == 1 else None
