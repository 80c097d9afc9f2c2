"""What is named in a report: states, posts, persons, roles, bodies, places, units, dates and sums."""

from __future__ import annotations

from collections.abc import Sequence

from legation.languages import Language
from legation.languages import language as language_of
from legation.model.mentions import Mention, PersonMention, PlaceMention
from legation.reading.mentions.bodies import find_bodies
from legation.reading.mentions.candidates import Candidate, find_candidates
from legation.reading.mentions.clauses import find_clauses
from legation.reading.mentions.dates import find_dates
from legation.reading.mentions.namesakes import settle_namesakes
from legation.reading.mentions.ordinals import find_ordinals
from legation.reading.mentions.persons import Page, find_persons
from legation.reading.mentions.places import find_places
from legation.reading.mentions.posts import find_posts
from legation.reading.mentions.roles import find_roles
from legation.reading.mentions.states import find_states
from legation.reading.mentions.sums import find_sums
from legation.reading.mentions.units import find_units
from legation.reading.mentions.vocabulary import Vocabulary, vocabulary

__all__ = ["find_mentions", "report_mentions"]


def report_mentions(
    text: str, spans: Sequence[tuple[int, int]], language: str, *, site: str | None = None
) -> list[Mention]:
    """All mentions in the zones of one report (`spans` of the mended text), in the order of the text.

    Zones are read together because a name that one of them gives in full is told by a bare word in others. A person's
    noun group holds the states, posts and bodies inside it as mentions of their own; persons, places, units and bodies
    do not overlap each other otherwise. `site` is the state that the dateline lies in.
    """
    words, tongue = vocabulary(language), language_of(language)
    pages = [_page(text, start, end, words) for start, end in spans]
    persons = find_persons(pages, words)
    mentions: list[Mention] = [*persons]
    for page in pages:
        inside = [one for one in persons if page.scan.start <= one.start < page.scan.end]
        mentions += _rest(page, inside, words, tongue)
    mentions = settle_namesakes(mentions, [page.scan for page in pages], site)
    return sorted(mentions, key=lambda one: (one.start, -one.end, type(one).__name__))


def find_mentions(text: str, start: int, end: int, language: str) -> list[Mention]:
    """All mentions in text[start:end], read as a report of one zone."""
    return report_mentions(text, [(start, end)], language)


def _page(text: str, start: int, end: int, words: Vocabulary) -> Page:
    scan = words.lexicon.scan(text, start, end)
    posts = find_posts(scan, words)
    told = [(one.start, one.end) for one in posts]
    posts += [one for one in find_clauses(scan, words) if not any(a < one.end and one.start < b for a, b in told)]
    posts.sort(key=lambda one: one.start)
    claims = [(one.core, one.end, "post") for one in posts if not one.counterpart]
    return Page(scan, tuple(posts), tuple(find_candidates(scan, words, claims)))


def _rest(page: Page, persons: Sequence[PersonMention], words: Vocabulary, tongue: Language) -> list[Mention]:
    """Everything but persons in one zone."""
    scan = page.scan
    states = find_states(scan, words)
    sessions = _sessions(page, tongue)
    bodies = [one for one in find_bodies(scan, states, sessions, words) if not _is_named(one.start, one.end, persons)]
    names = [one for one in page.candidates if not _taken(one, persons)]
    units = [one for one in find_units(scan, names, words) if not _is_named(one.start, one.end, persons)]
    taken = [(one.start, one.end) for one in bodies] + [(one.start, one.end) for one in units]
    left = [one for one in names if not any(start < one.end and one.start < end for start, end in taken)]
    return [
        *states,
        *bodies,
        *units,
        *(one for one in find_places(scan, left) if not _inside_post(one, page)),
        *find_roles(scan, page.posts, [*persons, *bodies], words),
        *find_dates(scan.text, scan.start, scan.end, tongue),
        *find_sums(scan.text, scan.start, scan.end, tongue),
    ]


def _sessions(page: Page, tongue: Language) -> dict[int, int]:
    """The ordinals by where they end, in a zone that speaks of bodies."""
    scan = page.scan
    if not any(scan.all(label) for label in ("body", "body_head", "expert_head")):
        return {}
    return {one.end: one.value for one in find_ordinals(scan.text, scan.start, scan.end, tongue)}


def _inside_post(place: PlaceMention, page: Page) -> bool:
    """Whether a region is only part of a post's name (« ministre de l'Europe »)."""
    return place.kind == "region" and any(one.start <= place.start and place.end <= one.end for one in page.posts)


def _taken(name: Candidate, persons: Sequence[PersonMention]) -> bool:
    return any(one.name_start < name.end and name.start < one.name_end for one in persons)


def _is_named(start: int, end: int, persons: Sequence[PersonMention]) -> bool:
    return any(one.name_start < end and start < one.name_end for one in persons)
