"""Compiles a language's layout file into cues, once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import regex

from legation.languages import Language
from legation.layout.agencies import agencies_of
from legation.layout.cues import Cues, Pattern
from legation.layout.lines import bare, fold

Data = dict[str, Any]


@lru_cache(maxsize=8)
def cues_of(language: Language) -> Cues:
    """The cues of a language. Raises DataFault where its layout or agencies file is missing."""
    data: Data = language.data("layout")
    return Cues(
        agencies=agencies_of(language),
        **_dates(data),
        **_datelines(data),
        **_captions(data),
        **_signatures(data),
        **_others(data),
        **_letterheads(data),
    )


def _dates(data: Data) -> Data:
    month = rf"(?:{_any(data['months'])})\b\.?"
    weekday = rf"(?:(?:{_any(data['weekdays'])})\.?,?\s+)?"
    day = rf"\d{{1,2}}(?:{_any(data['ordinal_marks'])}|°)?"
    year = r"(?:19|20)\d\d\b"
    worded = rf"{weekday}{day}[\s-]+{month}(?:,?[\s-]+{year})?"
    figures = rf"\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?(?:{year}|\d\d\b)|{year}[./-]\d{{1,2}}[./-]\d{{1,2}}(?!\d)"
    strict = rf"{worded}|{weekday}(?:{figures})|{month}\s+{year}"
    loose = rf"(?P<day>{strict}|{month}\s+\d{{1,2}},\s+{year}|{year}[./-]\d\d\b|\b\d\d[./-]\d\d\b)"
    clock = rf"\d{{1,2}}\s?(?:[h:]|(?:{_any(data['hour_marks'])})\b)\s?(?:\d\d)?(?::\d\d)?(?:\s?[ap]m\b)?"
    name = rf"\p{{Lu}}[\p{{L}}.'’-]+(?:\s+(?:\p{{Lu}}[\p{{L}}.'’-]+|{_any(data['particles'])})){{0,4}}"
    return {
        "date": _compile(rf"(?:{_any(data['date_lead'])})?\s*(?P<day>{strict})"),
        "short_date": _compile(rf"(?P<day>{strict}|\d\d?/\d\d?(?![\d/]))"),
        "loose_date": _compile(loose),
        "clock": _compile(clock),
        "at_clock": _compile(rf"[\s,|-]*(?:(?:{_any(data['clock_lead'])})\s+)?{clock}"),
        "author": regex.compile(rf"\b(?i:{_any(data['author_lead'])})\s*:?\s+(?P<name>{name})"),
        "glued_stamp": _compile(rf"(?:{_any(_both(data['stamp_labels']))})\s*:?\s*(?={loose})"),
        "modified": _compile(_any(_folded(data["modified_labels"]))),
        "date_lead": _phrases(data["date_lead"]),
        "stamp_words": _words(data["stamp_labels"] + data["hour_marks"] + data["weekdays"]),
    }


def _datelines(data: Data) -> Data:
    return {
        "place": _place(data["particles"]),
        "envoy": _compile(rf"(?:{_any(data['envoy'])})(?:\s+(?:{_any(data['envoy_at'])})|\s*,)\s+"),
        "envoy_after": _compile(rf"\s*[,.(–—-]\s*(?:{_any(data['envoy'])})\b[^.,]{{0,30}}$"),
        "outlet": _compile(rf"\b(?:{_any(_folded(data['outlet_words']))})\b"),
        "particles": _phrases(data["particles"]),
        "not_places": _phrases(data["not_places"] + data["months"] + data["weekdays"]),
        "places": _phrases(data["places"] + data["articled_places"]),
        "articles": tuple(_folded(data["articles"])),
        "articled_places": _phrases(data["articled_places"]),
        "bracketed_place": data.get("bracketed_place"),
    }


def _captions(data: Data) -> Data:
    words = _any(data["credit_words"])
    line = rf"(?:{words})\s*(?::|©|/|[-–—]|$|(?-i:(?=\p{{Lu}})))"
    return {
        "credit": _compile(rf"(?<![\w'])(?:{words})\s*(?::|©|/)|©|\((?:{words})\b[^()]*\)\W*$"),
        "credit_line": _compile(rf"[(\[]?\s*(?:{line}|©)"),
        "caption_marks": tuple(_folded(data["caption_marks"])),
        "slide": _compile(rf"\s*(?:{_any(data['slide_marks'])})\s*\d{{1,2}}\s*"),
        "slide_marks": tuple(form for mark in data["slide_marks"] for form in (mark, mark.capitalize())),
        "house_credits": {bare(words): name for words, name in data.get("house_credits", {}).items()},
    }


def _signatures(data: Data) -> Data:
    signs = [str(sign) for sign in data["end_signs"]]
    return {
        "byline": _starts(data["byline_starts"]),
        "signature_start": _starts(data["signature_starts"]),
        "with_agency": _compile(rf"\(?\b(?:{_any(_folded(data['signature_with']))})\s*:?\s+"),
        "heard": tuple(data["heard_by"]),
        "heard_by": _compile(rf"(?:{_any(data['heard_by'])})\s*(?:(?:{_any(data['heard_links'])})\s*)*"),
        "elided": tuple(data["elided"]),
        "end_signs": frozenset(signs),
        "end_words": frozenset(form for sign in signs for form in (sign.capitalize(), sign.upper())),
        "initials_outlet": data.get("initials_outlet"),
        "house_initials": regex.compile(data["initials"]),
    }


def _others(data: Data) -> Data:
    folded = _folded(data["teaser_headings"])
    long = _any([phrase for phrase in data["teaser_headings"] if " " in phrase])
    return {
        "teaser": _compile("|".join(regex.escape(sign) for sign in data["teaser_signs"])),
        "teaser_words": tuple(folded),
        "teaser_start": _compile(rf"(?:{_any(folded)})\s*(?:[:|>/-])\s*(?=\S)"),
        "teaser_open": regex.compile(rf"(?:(?i:{long}))\s+(?=[\p{{Lu}}«\"])"),
        "tail_headings": _phrases(data["tail_headings"]),
        "teaser_headings": _phrases(data["teaser_headings"]),
        "subheads": _phrases(data["subheads"]),
        "comment_headings": _phrases(data["comment_headings"]),
        "navigation": _phrases(data["navigation"]),
        "navigation_start": _compile(rf"(?:{_any(_folded(data['navigation_starts']))})\s*(?::|\d|$|-)"),
        "boilerplate": tuple(_folded(data["boilerplate_starts"])),
    }


def _letterheads(data: Data) -> Data:
    return {
        "masthead": _starts(data["mastheads"]),
        "reference": _compile(rf"(?:{_any(_folded(data['references']))})[\s.:]*\d"),
        "done_at": tuple(_folded(data["done_at"])),
        "notices": _phrases(data["notices"] + data["mottoes"]),
        "rubrics": _phrases(data["rubrics"]),
    }


def _place(particles: list[str]) -> Pattern:
    word = r"(?:\p{Lu}['’])?\p{Lu}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*"
    joined = rf"{word}(?:[-‐‑][\p{{L}}\p{{M}}'’]+)*"
    between = rf"(?:(?:{_any([word for word in particles if not word.endswith(chr(39))])})[ \t]+|\p{{Ll}}['’])"
    return regex.compile(rf"{joined}(?:[ \t]+{between}{{0,2}}{joined}|/{joined}){{0,4}}")


def _compile(pattern: str) -> Pattern:
    return regex.compile(pattern, regex.IGNORECASE)


def _starts(phrases: list[str]) -> Pattern:
    """What begins folded text with one of the phrases, as whole words."""
    return _compile(rf"(?:{_any(_folded(phrases))})(?![\w'])")


def _any(phrases: list[str]) -> str:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(regex.escape(phrase).replace("\\ ", r"\s+").replace("'", "['’]") for phrase in ordered)


def _folded(phrases: list[str]) -> list[str]:
    return [fold(phrase) for phrase in phrases]


def _both(phrases: list[str]) -> list[str]:
    return sorted({form for phrase in phrases for form in (phrase, fold(phrase)) if len(phrase) > 3})


def _phrases(phrases: list[str]) -> frozenset[str]:
    return frozenset(bare(str(phrase)) for phrase in phrases)


def _words(phrases: list[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in fold(phrase).split())
