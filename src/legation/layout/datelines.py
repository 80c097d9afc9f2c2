"""Datelines: the city, the day and the wire that open a report.

« Tokyo, 4 mars (VNA)- », « HANOÏ, le 17 sept. 2018 (AFP) – », « (Ottawa) », « ALGER (APS) - », « AA / Ankara »,
« MOSCOU, 11 mars. /TASS/. », « New Delhi. »: a place, then in any order the pieces that are there, then a stop.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from legation.layout.cues import Cues
from legation.layout.lines import Line, bare, fold

_DASH = r"-‐‑‒–—−="
_BRACKET = regex.compile(r"[(\[/]\s*([^()\[\]/\n]{2,60}?)\s*[)\]/]")
_SLASHED = regex.compile(r"[(\[]\s*([^()\[\]\n]{2,60}?)\s*[)\]]")
_SEPARATOR = regex.compile(r"[\s,.:;|]*")
_STOP = regex.compile(rf"\s*[.,:|]{{0,2}}\s*[{_DASH}]+\s*[.:]?\s*|\s*[.:|]\s*")
_DASHES = regex.compile(rf"\s*[,.]?\s*[{_DASH}]+\s*")
_REGION = regex.compile(r",\s*(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,3})(?=\s*[(\-–—,:])")
_SLASH = regex.compile(r"\s*[/|]\s*")
_NAMES = regex.compile(r"(?:\s*[/|,]\s*[\p{L}\p{M}.'’ -]{2,40})*\s*$")
_WORD = regex.compile(r"[\p{L}\p{N}]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says, and where the report's own words begin (`end`)."""

    end: int
    rule: str
    place: str | None = None
    agency: str | None = None
    day: tuple[int, int] | None = None
    bracketed: bool = False


def read_dateline(text: str, start: int, end: int, cues: Cues, *, opening: bool = True) -> Dateline | None:
    """The dateline that opens text[start:end], a paragraph or a line alone.

    None where there is none. `opening` tells that the paragraph may be the report's first; only then is a bare city
    with a dash or stop, or a bracketed word, taken for a dateline.
    """
    found = _outlet_first(text, start, end, cues)
    if found is None and text[start] in "([":
        return _bracketed(text, start, end, cues) if opening else None
    if found is None:
        found = _day_first(text, start, end, cues) or _place_first(text, start, end, cues, opening=opening)
    if found is None or found.end > start + 140:
        return None
    return found


def read_envoy(line: Line, cues: Cues) -> Dateline | None:
    """The place of « De notre envoyé spécial à Moscou », « Jean Martin, correspondant à Tokyo »; None without it.

    It may open the first paragraph, with a full stop after the place.
    """
    opens = line.full or len(line) > 120
    envoy = cues.envoy.match(line.text) if opens else cues.envoy.search(line.text)
    if envoy is None or not (envoy.start() == 0 or cues.byline.match(line.bare) or len(line) <= 70):
        return _envoy_after(line, cues)
    place = cues.place.match(line.text, envoy.end())
    if place is None or (opens and not line.text.startswith(". ", place.end())):
        return None
    return Dateline(line.start + place.end() + 2 if opens else line.end, "envoy", proper(place.group(), cues))


def _envoy_after(line: Line, cues: Cues) -> Dateline | None:
    """« Tokyo, de notre correspondant »; « Jean Martin, envoyé spécial » names no place."""
    place = cues.place.match(line.text) if len(line) <= 70 else None
    if place is None or not cues.envoy_after.match(line.text, place.end()):
        return None
    city = " " not in place.group() or fold(place.group()) in cues.places
    return Dateline(line.end, "envoy", proper(place.group(), cues)) if city else None


def read_done_at(text: str, start: int, end: int, cues: Cues) -> Dateline | None:
    """Place and day of « Fait à Alger, le 12 mars 2019 », below a communiqué; None where it is anything else."""
    words = next((words for words in cues.done_at if fold(text[start:end]).startswith(words)), None)
    if words is None:
        return None
    opening = start + len(words)
    while opening < end and text[opening].isspace():
        opening += 1
    return _place_first(text, opening, end, cues, opening=False)


def _outlet_first(text: str, start: int, end: int, cues: Cues) -> Dateline | None:
    """« AA / Ankara », « AKP Phnom Penh, le 12 mars – »: a known outlet before the place."""
    named = cues.agencies.at(text, start)
    if named is None:
        return None
    slash = _SLASH.match(text, named[1])
    if slash:
        place = cues.place.match(text, slash.end())
        if place and _NAMES.match(text[place.end() : end]):
            return Dateline(end, "outlet/place", proper(place.group().partition("/")[0], cues), named[0])
        return None
    gap = _DASHES.match(text, named[1]) or _SEPARATOR.match(text, named[1])
    inner = _place_first(text, gap.end(), end, cues, opening=False) if gap else None
    if inner and inner.day:
        return replace(inner, rule="outlet place, day", agency=named[0])
    stop = _DASHES.match(text, named[1])
    if stop and stop.end() < end and text[start : named[1]].isupper():
        return Dateline(stop.end(), "outlet -", agency=named[0])
    return None


def _bracketed(text: str, start: int, end: int, cues: Cues) -> Dateline | None:
    """« (VOVWORLD) – », « (Le Fleuve Info) Le … », « (Adazi) Jusqu'à … », « (ANSA) - ROME, 4 MAR - »."""
    bracket = _SLASHED.match(text, start)
    if bracket is None or bracket.end() >= end:
        return None
    words = bracket.group(1)
    stop = _DASHES.match(text, bracket.end())
    after = stop.end() if stop else bracket.end() + (text[bracket.end()] == " ")
    agency = cues.agencies.named(words) or (words if is_outlet(words, cues) else None)
    if agency:
        inner = _place_first(text, after, end, cues, opening=False) if after < end else None
        if inner and inner.day:
            return replace(inner, rule="(outlet) place, day", agency=agency)
        return Dateline(after, "(outlet)", agency=agency)
    place = cues.place.match(words)
    if place is None or bare(words).split(",")[0] in cues.not_places:
        return None
    day = cues.date.search(words)
    if place.end() < len(words) and day is None and words[place.end()] != ",":
        return None
    span = (bracket.start(1) + day.start("day"), bracket.start(1) + day.end("day")) if day else None
    return Dateline(after, "(place)", proper(place.group(), cues), day=span, bracketed=True)


def _place_first(text: str, start: int, end: int, cues: Cues, *, opening: bool) -> Dateline | None:
    place = cues.place.match(text, start, end)
    if place is None:
        return None
    name, after, agency = _cut(place.group(), start, cues)
    if _no_place(name, cues):
        return None
    found = _pieces(text, after, end, cues)
    found = replace(found, place=proper(name, cues), agency=found.agency or agency)
    return _judged(text, found, name, end, cues, opening=opening)


def _day_first(text: str, start: int, end: int, cues: Cues) -> Dateline | None:
    """« Samedi 12 mars 2022 – Le ministre … », « 12 mars 2022, Bamako – »."""
    day = cues.date.match(text, start, end)
    if day is None:
        return None
    stop = _DASHES.match(text, day.end(), end)
    gap = _SEPARATOR.match(text, day.end(), end)
    place = cues.place.match(text, gap.end(), end) if gap and gap.end() > day.end() else None
    if place and bare(place.group()) in cues.places and (after := _DASHES.match(text, place.end(), end)):
        return Dateline(after.end(), "day, place", proper(place.group(), cues), day=day.span("day"))
    return Dateline(stop.end(), "day -", day=day.span("day")) if stop and stop.end() < end else None


def _cut(name: str, start: int, cues: Cues) -> tuple[str, int, str | None]:
    """The place without what a dash has glued to it: « Damas-SANA », « ALGER-Le », « Alger APS »."""
    for sign in "-‑ ":
        head, found, behind = name.partition(sign) if sign == " " else name.rpartition(sign)
        tail = behind.split(" ")[0]
        if found and bare(head) in cues.places and bare(name) not in cues.places:
            agency = cues.agencies.names.get(bare(tail)) if tail.isupper() else None
            if agency:
                return head, start + len(head) + 1 + len(tail), agency
            if sign != " " and head.isupper() and not tail.isupper():
                return head, start + len(head), None
    return name, start + len(name), None


def _no_place(name: str, cues: Cues) -> bool:
    folded = bare(name)
    if folded in cues.places:
        return False
    first = folded.replace("'", " ").partition(" ")[0]
    return not first or first in cues.not_places or folded in cues.not_places or len(name) > 45


def _pieces(text: str, start: int, end: int, cues: Cues) -> Dateline:
    """The pieces after the place, in any order; `rule` collects their letters: r region, d day, b bracket, a agency."""
    found = Dateline(start, "")
    for _ in range(5):
        gap = _SEPARATOR.match(text, found.end, end)
        position = gap.end() if gap else found.end
        grown = _piece(text, position, end, cues, found)
        if grown is None:
            dash = _DASHES.match(text, found.end, end)
            grown = _piece(text, dash.end(), end, cues, found) if dash and not (found.agency and found.day) else None
            if grown is None or grown.rule[-1] not in ("d" if found.agency else "ba"):
                return found
            if grown.day and not found.day and not _DASHES.match(text, grown.end, end):
                return found
        found = grown
    return found


def _piece(text: str, position: int, end: int, cues: Cues, found: Dateline) -> Dateline | None:
    if position >= end:
        return None
    if found.day is None and (
        day := cues.date.match(text, position, end) or cues.short_date.match(text, position, end)
    ):
        return replace(found, end=day.end(), day=day.span("day"), rule=found.rule + "d")
    if bracket := (_BRACKET.match(text, position, end)):
        words = bracket.group(1)
        agency = cues.agencies.named(words)
        if agency or "b" not in found.rule:
            return _bracket_piece(found, bracket, agency, cues)
        return None
    if found.agency is None and (named := cues.agencies.at(text, position)):
        return replace(found, end=named[1], agency=named[0], rule=found.rule + "a")
    region = None if found.rule else _REGION.match(text, found.end, end)
    if region and bare(region.group(1)) not in cues.not_places:
        return replace(found, end=region.end(), rule="r")
    return None


def _bracket_piece(found: Dateline, bracket: regex.Match[str], agency: str | None, cues: Cues) -> Dateline:
    words = bracket.group(1)
    day = cues.date.fullmatch(words)
    if day and found.day is None:
        span = (bracket.start(1) + day.start("day"), bracket.start(1) + day.end("day"))
        return replace(found, end=bracket.end(), day=span, rule=found.rule + "d")
    if agency is None and found.agency is None and (found.day or is_outlet(words, cues)):
        agency = words if words[:1].isupper() else None
    return replace(found, end=bracket.end(), agency=agency or found.agency, rule=found.rule + ("a" if agency else "b"))


def _judged(text: str, found: Dateline, name: str, end: int, cues: Cues, *, opening: bool) -> Dateline | None:
    """The dateline with its closing stop, or None where the pieces are too few to be one."""
    stop = _STOP.match(text, found.end, end)
    finish = stop.end() if stop else found.end
    dashed = bool(stop and _DASHES.search(stop.group()))
    alone = finish >= end or not _WORD.search(text, finish, end)
    known = bare(name) in cues.places
    day, agency = found.day is not None, found.agency is not None
    rule = "place" + {"r": ", region", "d": ", day"}.get(found.rule[:1], "")
    closed = dashed or (stop is not None and "." in stop.group()) or alone
    if day and (agency or closed or (stop is not None and ":" in stop.group())):
        return replace(found, end=_spaced(text, finish, end), rule=f"{rule}{' (outlet)' if agency else ''}")
    if agency and (dashed or closed or known or name.isupper()):
        return replace(found, end=_spaced(text, finish, end), rule="place (outlet)")
    if not opening or alone or day:
        return None
    if dashed and (known or (name.isupper() and len(name) > 3) or found.rule in {"b", "r"}):
        return replace(found, end=finish, rule="place -")
    if stop and known and "." in stop.group() and not found.rule:
        return replace(found, end=finish, rule="place.")
    return None


def _spaced(text: str, finish: int, end: int) -> int:
    while finish < end and text[finish] in " \t\n":
        finish += 1
    return finish


def is_outlet(words: str, cues: Cues) -> bool:
    """Whether bracketed words look like an outlet's name: an outlet's word in it, or an article and no city."""
    folded = fold(words)
    if cues.outlet.search(folded):
        return True
    first = folded.replace("'", "' ").partition(" ")[0]
    return first in cues.articles and words[0].isupper() and bare(words) not in cues.articled_places


def proper(name: str, cues: Cues) -> str:
    """The place in proper case where it was set in capitals: « HANOÏ » is Hanoï, « PORT-AU-PRINCE » Port-au-Prince."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 3 or not all(c.isupper() for c in letters):
        return name
    words = regex.split(r"([\s\-/]+)", name)
    return "".join(w if i % 2 else _cased(w, small=i > 0 and bare(w) in cues.particles) for i, w in enumerate(words))


def _cased(word: str, *, small: bool) -> str:
    head, apostrophe, tail = word.rpartition("'")
    if apostrophe:
        return f"{head.capitalize()}'{tail.capitalize()}"
    return word.lower() if small else word.capitalize()
