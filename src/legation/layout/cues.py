"""What a language's layout file says, compiled once: phrases looked up folded, and a few patterns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from legation.languages import Language
from legation.layout.agencies import Agencies, agencies_of
from legation.layout.lines import bare, fold

Pattern = regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """The signs by which the parts of a page are known in one language; field by field as its layout file says."""

    agencies: Agencies
    date: Pattern
    loose_date: Pattern
    clock: Pattern
    at_clock: Pattern
    author: Pattern
    glued_stamp: Pattern
    modified: Pattern
    stamp_words: frozenset[str]
    place: Pattern
    envoy: Pattern
    byline: Pattern
    credit: Pattern
    credit_line: Pattern
    caption_mark: Pattern
    slide: Pattern
    slide_marks: tuple[str, ...]
    teaser: Pattern
    teaser_start: Pattern
    signature_start: Pattern
    heard_by: Pattern
    heard: tuple[str, ...]
    with_agency: Pattern
    end_signs: frozenset[str]
    particles: frozenset[str]
    teaser_open: Pattern
    navigation_start: Pattern
    outlet: Pattern
    masthead: Pattern
    tail_headings: frozenset[str]
    teaser_headings: frozenset[str]
    comment_headings: frozenset[str]
    navigation: frozenset[str]
    notices: frozenset[str]
    rubrics: frozenset[str]
    not_places: frozenset[str]
    places: frozenset[str]
    articles: tuple[str, ...]
    articled_places: frozenset[str]
    bracketed_place: str | None


@lru_cache(maxsize=8)
def cues_of(language: Language) -> Cues:
    """The cues of a language. Raises DataFault where its layout or agencies file is missing."""
    data = language.data("layout")
    date, loose = _dates(data)
    clock = rf"\d{{1,2}}\s?(?:[h:]|(?:{_any(data['hour_marks'])})\b)\s?(?:\d\d)?(?::\d\d)?(?:\s?[ap]m\b)?"
    return Cues(
        agencies=agencies_of(language),
        date=_compile(date),
        loose_date=_compile(loose),
        clock=_compile(clock),
        at_clock=_compile(rf"[\s,|-]*(?:à\s+)?{clock}"),
        author=regex.compile(rf"\b(?i:{_any(data['author_lead'])})\s*:?\s+\p{{Lu}}[\p{{L}}.'’-]+(?:\s+(?:\p{{Lu}}[\p{{L}}.'’-]+|{_any(data['particles'])})){{0,4}}"),
        glued_stamp=_compile(rf"(?:{_any(_both(data['stamp_labels']))})\s*:?\s*(?={loose})"),
        modified=_compile(_any(_folded(data["modified_labels"]))),
        stamp_words=_words(data["stamp_labels"] + data["hour_marks"] + data["weekdays"]),
        place=_place(data["particles"]),
        envoy=_compile(rf"(?:{_any(data['envoy'])})\s+(?:{_any(data['envoy_at'])})\s+"),
        byline=_compile(rf"(?:{_any(_folded(data['byline_starts']))})(?![\w'])"),
        credit=_compile(rf"(?<![\w'])(?:{_any(data['credit_words'])})\s*(?::|©|/)|©|\((?:{_any(data['credit_words'])})\b[^()]*\)\W*$"),
        credit_line=_compile(rf"[(\[]?\s*(?:(?:{_any(data['credit_words'])})\s*(?::|©|/|[-–—]|$|(?-i:(?=\p{{Lu}})))|©)"),
        caption_mark=_compile("|".join(regex.escape(mark) for mark in data["caption_marks"])),
        slide=_compile(rf"\s*(?:{_any(data['slide_marks'])})\s*\d{{1,2}}\s*"),
        slide_marks=tuple(form for mark in data["slide_marks"] for form in (mark, mark.capitalize())),
        teaser=_compile("|".join(regex.escape(sign) for sign in data["teaser_signs"])),
        teaser_start=_compile(rf"(?:{_any(_folded(data['teaser_headings']))})\s*(?:[:|>/-])\s*(?=\S)"),
        signature_start=_compile(rf"[-–—*(\s]*(?:{_any(_folded(data['signature_starts']))})(?![\w'])"),
        heard_by=_compile(rf"(?:{_any(data['heard_by'])})\s*(?:(?:de|la|le|pour)\s+)*(?:l'|d')?"),
        heard=tuple(data["heard_by"]),
        with_agency=_compile(rf"\(?\b(?:{_any(_folded(data['signature_with']))})\s*:?\s+"),
        navigation_start=_compile(rf"(?:{_any(_folded(data['navigation_starts']))})\s*(?::|\d|$|sur\b|-)"),
        outlet=_compile(rf"\b(?:{_any(_folded(data['outlet_words']))})\b"),
        masthead=_compile(rf"(?:{_any(_folded(data['mastheads']))})(?![\w'])"),
        end_signs=frozenset(str(sign) for sign in data["end_signs"]),
        particles=_phrases(data["particles"]),
        teaser_open=regex.compile(rf"(?:(?i:{_any([p for p in data['teaser_headings'] if ' ' in p])}))\s+(?=[\p{{Lu}}«\"])"),
        tail_headings=_phrases(data["tail_headings"]),
        teaser_headings=_phrases(data["teaser_headings"]),
        comment_headings=_phrases(data["comment_headings"]),
        navigation=_phrases(data["navigation"]),
        notices=_phrases(data["notices"] + data["mottoes"]),
        rubrics=_phrases(data["rubrics"]),
        not_places=_phrases(data["not_places"] + data["months"] + data["weekdays"]),
        places=_phrases(data["places"] + data["articled_places"]),
        articles=tuple(fold(article) for article in data["articles"]),
        articled_places=_phrases(data["articled_places"]),
        bracketed_place=data.get("bracketed_place"),
    )


def _dates(data: dict[str, list[str]]) -> tuple[str, str]:
    month = rf"(?:{_any(data['months'])})\b\.?"
    weekday = rf"(?:(?:{_any(data['weekdays'])})\.?,?\s+)?"
    day = rf"\d{{1,2}}(?:{_any(data['ordinal_marks'])}|°)?"
    year = r"(?:19|20)\d\d\b"
    worded = rf"{weekday}{day}[\s-]+{month}(?:,?[\s-]+{year})?"
    figures = rf"{weekday}(?:\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?(?:{year}|\d\d\b)|{year}[./-]\d{{1,2}}[./-]\d{{1,2}}\b)"
    strict = rf"(?:{_any(data['date_lead'])})?\s*(?P<day>{worded}|{figures}|{month}\s+{year})"
    return strict, rf"(?P<day>{worded}|{figures}|{month}\s+(?:\d{{1,2}},\s+)?{year}|{year}[./-]\d\d\b|\b\d\d[./-]\d\d\b)"


def _place(particles: list[str]) -> Pattern:
    word = r"(?:\p{Lu}['’])?\p{Lu}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*"
    joined = rf"{word}(?:[-‐‑][\p{{L}}\p{{M}}'’]+)*"
    between = rf"(?:(?:{_any(particles)})[ \t]+|[dl]['’])"
    return regex.compile(rf"{joined}(?:[ \t]+{between}{{0,2}}{joined}|/{joined}){{0,4}}")


def _compile(pattern: str) -> Pattern:
    return regex.compile(pattern, regex.IGNORECASE)


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
