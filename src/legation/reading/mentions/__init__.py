"""What is named in a report: states, posts, persons, roles, bodies, places, units, dates and sums."""

from __future__ import annotations

from collections.abc import Sequence

from legation.languages import language as language_of
from legation.model.mentions import Mention
from legation.reading.mentions.candidates import find_candidates
from legation.reading.mentions.dates import find_dates
from legation.reading.mentions.persons import Page, find_persons
from legation.reading.mentions.posts import find_posts
from legation.reading.mentions.roles import find_roles
from legation.reading.mentions.states import find_states
from legation.reading.mentions.sums import find_sums
from legation.reading.mentions.vocabulary import vocabulary


def report_mentions(text: str, spans: Sequence[tuple[int, int]], language: str) -> list[Mention]:
    """All mentions in the zones of one report (`spans` of the mended text), in the order of the text.

    Zones are read together because a name that one of them gives in full is told by a bare word in others.
    """
    words = vocabulary(language)
    mentions: list[Mention] = []
    pages = []
    for start, end in spans:
        scan = words.lexicon.scan(text, start, end)
        mentions += find_states(scan, words)
        mentions += find_dates(text, start, end, language_of(language))
        mentions += find_sums(text, start, end, language_of(language))
        pages.append(Page(scan, tuple(find_posts(scan, words)), tuple(find_candidates(scan, words))))
    persons = find_persons(pages, words)
    mentions += persons
    for page in pages:
        inside = [one for one in persons if page.scan.start <= one.start < page.scan.end]
        mentions += find_roles(page.scan, page.posts, inside, words)
    return sorted(mentions, key=lambda one: (one.start, -one.end))


def find_mentions(text: str, start: int, end: int, language: str) -> list[Mention]:
    """All mentions in text[start:end], read as a report of one zone."""
    return report_mentions(text, [(start, end)], language)
