"""Places: cities, provinces, bases, ports and sites, by the words before them and by the gazetteer.

A capital is a place only where the words before it put something there (« à Tokyo », « au large de Dakar »); after a
verb of giving or asking (« a promis à Hanoï ») it is its government.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation import world
from legation.model.mentions import PlaceMention
from legation.reading.mentions.candidates import Candidate
from legation.reading.mentions.lexicon import Hit, Scan

WITH_HEAD = frozenset({"base", "port", "airport", "palace", "site"})


def find_places(scan: Scan, names: Sequence[Candidate]) -> list[PlaceMention]:
    """The places of a scanned text in order; `names` are runs of capitalised words that are no persons."""
    found = [*_capitals(scan), *_seats(scan)]
    for label in ("sea", "region"):
        hits = scan.longest(label)
        found += [PlaceMention(one.start, one.end, _written(scan, one.start, one.end), None, label) for one in hits]
    for name in names:
        place = _headed(scan, name) or _located(scan, name)
        if place:
            found.append(place)
    kept: list[PlaceMention] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _written(scan: Scan, start: int, end: int) -> str:
    return " ".join(scan.text[start:end].split())


def _capitals(scan: Scan) -> Iterator[PlaceMention]:
    for hit in scan.longest("capital"):
        before = scan.back(hit.start)
        headed = _head(scan, before)
        if headed and headed[1] in WITH_HEAD:
            start = headed[0].start
            yield PlaceMention(start, hit.end, _written(scan, start, hit.end), str(hit.value), headed[1])
        elif headed or (_locative(scan, before) and not _dative(scan, before)):
            yield PlaceMention(hit.start, hit.end, _written(scan, hit.start, hit.end), str(hit.value))


def _locative(scan: Scan, before: int) -> bool:
    return scan.ending(before, "locative") is not None or scan.char(before - 1) == "("


def _dative(scan: Scan, before: int) -> bool:
    """Whether the word before « à » takes a government as its indirect object."""
    link = scan.ending(before, "link_at")
    return link is not None and scan.ending(scan.back(link.start), "dative") is not None


def _seats(scan: Scan) -> Iterator[PlaceMention]:
    """« au siège du ministère de la Défense »."""
    for hit in scan.longest("seat_noun"):
        link = scan.at(scan.skip(hit.end), "link_of")
        if link is None:
            continue
        inside = scan.skip(link.end)
        owner = scan.at(inside, "role", "ministry", "noun", "field", "head")
        if owner is None:
            continue
        end = _owner_end(scan, owner.end)
        yield PlaceMention(hit.start, end, _written(scan, hit.start, end), None, "site")


def _owner_end(scan: Scan, end: int) -> int:
    """The end of an institution's name: a state adjective and a field may follow, each once."""
    for _ in range(3):
        at = scan.skip(end)
        adjective = scan.at(at, "adjective")
        link = scan.at(at, "link_of")
        field = scan.at(scan.skip(link.end), "field", "state") if link else None
        if adjective is None and field is None:
            break
        end = adjective.end if adjective else field.end if field else end
    return end


def _head(scan: Scan, before: int) -> tuple[Hit, str] | None:
    """The noun of a place that ends before a name, with or without « de », and its kind."""
    link = scan.ending(before, "link_of")
    at = scan.back(link.start) if link else before
    label = "place_of" if link else "place_bare"
    for _ in range(3):
        noun = scan.ending(at, label)
        if noun:
            return noun, str(noun.value)
        adjective = scan.ending(at, "place_adjective", "adjective")
        if adjective is None:
            return None
        at = scan.back(adjective.start)
    return None


def _headed(scan: Scan, name: Candidate) -> PlaceMention | None:
    """« base aérienne de X », « camp X », « province de X »: kind and extent by the noun before."""
    headed = _head(scan, scan.back(name.start))
    if headed is None:
        return None
    noun, kind = headed
    start = noun.start if kind in WITH_HEAD else name.start
    return PlaceMention(start, name.end, _written(scan, start, name.end), _country(scan, name), kind)


def _located(scan: Scan, name: Candidate) -> PlaceMention | None:
    """A name that the gazetteer knows, or any that a locative preposition brings."""
    written = _written(scan, name.start, name.end)
    known = world.place(written)
    before = scan.back(name.start)
    if known and not scan.ending(before, "things_before") and (len(written) > 3 or _locative(scan, before)):
        return PlaceMention(name.start, name.end, written, known.country, known.kind)
    brought = scan.ending(before, "link_at", "locative")
    beside = name.named and scan.ending(before, "locative") is not None
    if (
        brought is None
        or (not beside and (name.thing or scan.ending(before, "determiner")))
        or _dative(scan, before)
        or scan.text[name.start : name.end].isupper()
    ):
        return None
    return PlaceMention(name.start, name.end, written)


def _country(scan: Scan, name: Candidate) -> str | None:
    known = world.place(_written(scan, name.start, name.end))
    return known.country if known else None
