"""What a language's layout file says, compiled: phrases to look up, folded, and a few patterns."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from legation.layout.agencies import Agencies

Pattern = regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """The signs by which the parts of a page are known in one language; field by field as its layout file says."""

    agencies: Agencies
    date: Pattern
    short_date: Pattern
    loose_date: Pattern
    clock: Pattern
    at_clock: Pattern
    author: Pattern
    glued_stamp: Pattern
    modified: Pattern
    stamp_words: frozenset[str]
    date_lead: frozenset[str]
    place: Pattern
    envoy: Pattern
    envoy_after: Pattern
    byline: Pattern
    credit: Pattern
    credit_line: Pattern
    caption_marks: tuple[str, ...]
    slide: Pattern
    slide_marks: tuple[str, ...]
    teaser: Pattern
    teaser_words: tuple[str, ...]
    teaser_start: Pattern
    signature_start: Pattern
    heard_by: Pattern
    heard: tuple[str, ...]
    elided: tuple[str, ...]
    with_agency: Pattern
    end_signs: frozenset[str]
    end_words: frozenset[str]
    boilerplate: tuple[str, ...]
    initials_outlet: str | None
    house_initials: Pattern
    particles: frozenset[str]
    teaser_open: Pattern
    navigation_start: Pattern
    outlet: Pattern
    masthead: Pattern
    reference: Pattern
    done_at: tuple[str, ...]
    tail_headings: frozenset[str]
    teaser_headings: frozenset[str]
    subheads: frozenset[str]
    comment_headings: frozenset[str]
    navigation: frozenset[str]
    notices: frozenset[str]
    rubrics: frozenset[str]
    not_places: frozenset[str]
    places: frozenset[str]
    articles: tuple[str, ...]
    articled_places: frozenset[str]
    bracketed_place: str | None
    house_credits: dict[str, str]
