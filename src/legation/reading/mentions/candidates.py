"""Runs of capitalised words that may be personal names, cut where a lexicon claims a word for something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation import world
from legation.reading.mentions.lexicon import Scan, fold
from legation.reading.mentions.names import MOST_WORDS, is_vietnamese, shape_score
from legation.reading.mentions.vocabulary import Vocabulary

CLAIMS = frozenset({
    "rank", "courtesy", "honour", "head", "counterpart", "state", "capital", "organisation", "seat", "force",
    "ministry", "state_group", "shield", "never", "field", "noun", "epithet", "adjective", "body",
})  # fmt: skip
Claim = tuple[int, int, str]
SURE = 3
LONGEST_CLAIM = 90
WORD = re.compile(r"[^\s]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """text[start:end] may be a name; `parts` are its folded words, `score` how much its shape and place speak for it.

    `thing` marks one that stands where a ship, a firm or a place would; `named` where the word before says that it is.
    """

    start: int
    end: int
    parts: tuple[str, ...]
    score: int
    thing: bool = False
    named: bool = False


def find_candidates(scan: Scan, words: Vocabulary, posts: Sequence[Claim] = ()) -> list[Candidate]:
    """The candidates of a scanned text, in order; `posts` are spans that belong to posts."""
    claims = sorted([*posts, *[hit[:3] for label in CLAIMS for hit in scan.all(label)]])
    exact = {(start, end) for start, end, _ in claims}
    found: list[Candidate] = []
    low = 0
    for match in words.shapes.run.finditer(scan.text, scan.start, scan.end):
        first, last = match.span()
        if (first, last) in exact:
            continue
        while low < len(claims) and claims[low][0] < first - LONGEST_CLAIM:
            low += 1
        high = low
        while high < len(claims) and claims[high][0] < last:
            high += 1
        inside = sorted((one for one in claims[low:high] if one[1] > first), key=_longest_first)
        for start, end in _pieces(scan, words, first, last, inside):
            candidate = _candidate(scan, words, start, end)
            if candidate:
                found.append(candidate)
    return found


def _longest_first(claim: Claim) -> tuple[int, int]:
    return claim[0], -claim[1]


def _pieces(scan: Scan, words: Vocabulary, start: int, end: int, claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The parts of a run that no lexicon claims."""
    tokens = [(one.start() + start, one.end() + start) for one in WORD.finditer(scan.text[start:end])]
    kept: list[tuple[int, int]] = []
    for index, (first, last) in enumerate(tokens):
        if _claimed(scan, words, tokens, index, claims, bool(kept)):
            yield from _trimmed(scan, kept)
            kept = []
        else:
            kept.append((first, last))
    yield from _trimmed(scan, kept)


def _trimmed(scan: Scan, kept: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The piece without particles that lost their neighbour."""
    begin, stop = 0, len(kept)
    while begin < stop and scan.text[kept[begin][0]].islower() and "-" not in scan.text[slice(*kept[begin])]:
        begin += 1
    while stop > begin and scan.text[kept[stop - 1][0]].islower() and "-" not in scan.text[slice(*kept[stop - 1])]:
        stop -= 1
    if begin < stop:
        yield kept[begin][0], kept[stop - 1][1]


def _claimed(
    scan: Scan, words: Vocabulary, tokens: Sequence[tuple[int, int]], index: int, claims: Sequence[Claim], inside: bool
) -> bool:
    """Whether a word of a run belongs to something else; part of a name otherwise known as a whole, it stays one."""
    first, last = tokens[index]
    if any(
        label in PAIRS and (start == first or end == last) and last - first > end - start
        for start, end, label in claims
    ):
        return True
    for start, end, label in claims:
        if start <= first and last <= end:
            if label in INNER and inside and end <= last:
                continue
            if label in GIVEN_TOO and _given(scan, words, tokens, index, end):
                continue
            if label == "honour" and not inside and _honoured(scan, words, tokens, index):
                continue
            if label in OPENERS and not inside and _opens(scan, words, tokens, index):
                continue
            return not _asian(scan, words, tokens, index)
    return False


INNER = frozenset({"field", "noun", "determiner", "head", "never", "force", "honour"})
GIVEN_TOO = frozenset(
    {"state", "capital", "adjective", "never", "noun", "field", "determiner", "honour", "rank", "epithet", "head"}
)


def _half(start: int, end: int, first: int, last: int) -> bool:
    """Whether a claim is one half of a hyphened word (« Japon-Philippines »)."""
    return (start == first) != (end == last)


PAIRS = frozenset({"state", "capital", "organisation"})
OPENERS = frozenset({"never", "determiner", "honour"})


def _opens(scan: Scan, words: Vocabulary, tokens: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether a particle opens a family name behind a rank or courtesy (« M. Le Drian »)."""
    first, last = tokens[index]
    if index + 1 == len(tokens) or scan.text[first:last] not in words.names["opening"]:
        return False
    return scan.ending(scan.back(first), "courtesy", "rank") is not None


def _honoured(scan: Scan, words: Vocabulary, tokens: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether an honour is a given name here (« Cheikh Omar X »)."""
    first, last = tokens[index]
    if scan.text[first:last] not in words.names["given_honours"] or len(tokens) < index + 3:
        return False
    rest = {fold(scan.text[start:end]) for start, end in tokens[index:]}
    return not rest & words.shapes.arabic and scan.ending(scan.back(first), "determiner") is None


def _given(scan: Scan, words: Vocabulary, tokens: Sequence[tuple[int, int]], index: int, end: int) -> bool:
    """Whether a state's or capital's word is a given name here (« Israël Katz »)."""
    first, last = tokens[index]
    if end > last or index + 1 >= len(tokens):
        return False
    following = scan.text[tokens[index + 1][0] : tokens[index + 1][1]]
    if len(tokens) > index + 2 and scan.ending(scan.back(first), "weak_places_before"):
        return False  # « a reçu à Sofia Ivan Petrov »
    return scan.text[first:last] in words.names["given_too"] and following[0].isupper()


def _asian(scan: Scan, words: Vocabulary, tokens: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether the word opens or is part of a Vietnamese name (« Le Hong Anh », « Mai Van Chinh »)."""
    for begin in range(max(0, index - 3), index + 1):
        for size in (4, 3):
            if begin <= index < begin + size <= len(tokens):
                parts = [fold(scan.text[a:b]) for a, b in tokens[begin : begin + size]]
                if is_vietnamese(parts, words.shapes) and parts[1] in words.shapes.middle:
                    return True
    return False


def _with_particle(scan: Scan, words: Vocabulary, start: int) -> int:
    """Where a name begins that opens with a small particle behind a rank or courtesy (« le général de Villiers »)."""
    before = scan.back(start)
    edge = before
    while edge > scan.start and scan.char(edge - 1).isalpha():
        edge -= 1
    particle = scan.text[edge:before] in words.names["noble"]
    at = scan.back(edge)
    titled = scan.ending(at, "rank", "courtesy") is not None and scan.ending(at, "head") is None
    return edge if particle and titled else start


def _candidate(scan: Scan, words: Vocabulary, start: int, end: int) -> Candidate | None:
    if not world.place(scan.text[start:end]):
        start = _with_particle(scan, words, start)
    parts = tuple(fold(part) for part in scan.text[start:end].split())
    while parts and parts[-1] in words.shapes.arabic:
        return None
    if not parts or len(parts) > MOST_WORDS or (len(parts) == 1 and len(parts[0]) < 2):
        return None
    body = [part for part in parts if part.strip(".,") not in words.shapes.suffixes]
    score, named = shape_score(body, words.shapes), _named(scan, start)
    thing = named or _with_article(scan, start)
    if len(parts) > 1:
        if world.terms_of(scan.text[start:end]):
            score, thing = score + 4, named
        elif world.place(scan.text[start:end]):
            score -= 3
        score += _surroundings(scan, words, start, end)
    return Candidate(start, end, parts, score, thing, named)


def _surroundings(scan: Scan, words: Vocabulary, start: int, end: int) -> int:
    """What the words before and after say for a person."""
    before, after = scan.back(start), scan.skip(end)
    score = 0
    if scan.ending(before, "strong_before"):
        score += 1
    elif scan.ending(before, "weak_places_before"):
        score -= 1
    stop = scan.word_end(after)
    return score + (scan.part(after, stop) in words.shapes.saying and stop > after)


def _named(scan: Scan, start: int) -> bool:
    """Whether a word for a ship, a firm, a place or the like stands right before (« le destroyer X », « camp X »)."""
    before = scan.back(start)
    if scan.char(before - 1) == "-" and scan.char(scan.back(before - 1) - 1).isdigit():
        return True
    if scan.char(before - 1) in '«"(“':
        before = scan.back(before - 1)
    if scan.ending(before, "places_before"):
        return True
    while (adjective := scan.ending(before, "adjective", "ship_between")) is not None:
        before = scan.back(adjective.start)
    return scan.ending(before, "things_before") is not None


def _with_article(scan: Scan, start: int) -> bool:
    """Whether an article stands right before, as it does before a ship's name and hardly before a person's."""
    return scan.char(start - 1) != "'" and scan.ending(scan.back(start), "determiner") is not None
