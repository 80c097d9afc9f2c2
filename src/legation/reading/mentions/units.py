"""Ships, military units, operations and exercises: by the noun before a name, by a ship's prefix, by a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legation import world
from legation.model.mentions import UnitMention
from legation.reading.mentions.candidates import Candidate
from legation.reading.mentions.free_groups import free_end
from legation.reading.mentions.lexicon import Hit, Scan
from legation.reading.mentions.ship_names import blocked, name_pattern, pass_over
from legation.reading.mentions.vocabulary import Vocabulary

LIST = 8


def find_units(scan: Scan, names: Sequence[Candidate], words: Vocabulary) -> list[UnitMention]:
    """The units of a scanned text in order; `names` are runs of capitalised words that are no persons."""
    found = [*_ships(scan, words), *_prefixed(scan, words), *_numbered(scan, words), *_former(scan, words)]
    for label, kind in (("operation", "operation"), ("exercise", "exercise")):
        found += _after_noun(scan, label, kind, words)
    taken = [(one.start, one.end) for one in found]
    if any(one.kind == "ship" for one in found) or scan.all("ship"):
        found += [one for one in _by_article(scan, names) if not any(a < one.end and one.start < b for a, b in taken)]
    return sorted(set(found), key=lambda one: (one.start, -one.end))


def _ships(scan: Scan, words: Vocabulary) -> Iterator[UnitMention]:
    """« le destroyer Ariake (DD-109) », « les destroyers X, Y et Z », « le patrouilleur vietnamien CSB 8002 »."""
    for hit in scan.longest("ship"):
        at, state, of_class = pass_over(scan, hit.end)
        row: list[UnitMention] = []
        for _ in range(0 if of_class else LIST if hit.value == "many" else 1):
            match = name_pattern(words.particles).match(scan.text, at, scan.end)
            if match is None or blocked(scan, match.start("name")):
                break
            row.append(_ship(scan, match, state, words))
            following = _next_in_list(scan, match.end())
            if following is None:
                break
            at = following
        if len(row) > 1 or hit.value == "one":
            yield from row


def _ship(scan: Scan, match: re.Match[str], state: str | None, words: Vocabulary) -> UnitMention:
    name = " ".join(match.group("name").split())
    prefix = words.units["ships"]["prefixes"].get(name.split(" ")[0])
    return UnitMention(match.start("name"), match.end(), name, state or prefix or None, "ship")


def _former(scan: Scan, words: Vocabulary) -> Iterator[UnitMention]:
    """« l'ex-Yeosu »: a hyphened « ex- » and a capitalised word."""
    for hit in scan.longest("before"):
        at = hit.end + (scan.char(hit.end) == "-")
        joined = scan.char(at - 1) == "-" and hit.value == "former"
        match = name_pattern(words.particles).match(scan.text, at, scan.end) if joined else None
        if match and not blocked(scan, at):
            yield UnitMention(hit.start, match.end("name"), match.group("name"), None, "ship")


def _next_in_list(scan: Scan, end: int) -> int | None:
    at = scan.skip(end)
    comma = scan.char(at) == ","
    if comma:
        at = scan.skip(at + 1)
    joint = scan.at(at, "link_and")
    if not comma and joint is None:
        return None
    return scan.skip(joint.end) if joint else at


def _prefixed(scan: Scan, words: Vocabulary) -> Iterator[UnitMention]:
    """« l'USS Lassen », « le JS Yamagiri »."""
    for hit in scan.longest("ship_prefix"):
        match = name_pattern(words.particles).match(scan.text, hit.start, scan.end)
        if match and len(match.group("name").split()) > 1:
            yield _ship(scan, match, None, words)


def _numbered(scan: Scan, words: Vocabulary) -> Iterator[UnitMention]:
    """« la brigade 171 », « le 15e escadron d'escorte », « le 43e Bima »."""
    for hit in scan.longest("unit"):
        start = _ordinal_before(scan, hit, words)
        number = re.compile(r"\d{1,4}(?!\w)").match(scan.text, scan.skip(hit.end), scan.end)
        if start is None and number is None:
            continue
        end = number.end() if number and start is None else free_end(scan, words, hit.end, [])
        first = hit.start if start is None else start
        yield UnitMention(first, end, " ".join(scan.text[first:end].split()), None, "unit")


def _ordinal_before(scan: Scan, hit: Hit, words: Vocabulary) -> int | None:
    """Where the figures of an ordinal before a unit's noun begin."""
    at = scan.back(hit.start)
    start = at
    while start > scan.start and scan.char(start - 1).isalnum():
        start -= 1
    word = scan.part(start, at)
    if word in words.ordinal_marks:
        at = scan.back(start)
        start = at
        while start > scan.start and scan.char(start - 1).isdigit():
            start -= 1
        return start if start < at else None
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    return start if digits.isdigit() and word[len(digits) :] in words.ordinal_marks else None


def _after_noun(scan: Scan, label: str, kind: str, words: Vocabulary) -> Iterator[UnitMention]:
    """« l'exercice Balikatan », « l'opération « Barkhane » »."""
    for hit in scan.longest(label):
        if scan.at(hit.start, "force", "organisation", "body", "field"):
            continue
        at, _, _ = pass_over(scan, hit.end)
        match = name_pattern(words.particles).match(scan.text, at, scan.end)
        if match and not blocked(scan, match.start("name")):
            name = " ".join(match.group("name").split())
            yield UnitMention(match.start("name"), match.end("name"), name, None, kind)


def _by_article(scan: Scan, names: Sequence[Candidate]) -> Iterator[UnitMention]:
    """« le Kuroshio » in a report that speaks of ships."""
    for name in names:
        determiner = scan.ending(scan.back(name.start), "determiner")
        if scan.ending(scan.back(name.start), "link_at") or world.place(scan.text[name.start : name.end]):
            continue
        if name.thing and not name.named and determiner and not determiner.value[1]:
            written = " ".join(scan.text[name.start : name.end].split())
            yield UnitMention(name.start, name.end, written, None, "ship")
