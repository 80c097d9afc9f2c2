"""Offices: who holds which post, as the report shows it."""

from __future__ import annotations

from collections.abc import Iterator

from legation import world
from legation.model.mentions import PersonMention, Post, RoleMention
from legation.reading.cast import Person
from legation.reading.understanding import Draft, Understanding

COUNTERPART = "counterpart"
OPEN = frozenset({"minister", "vice_minister", "counterpart", "secretary", "president", "secretary_general"})
OPEN_POSTS = {
    "minister": ("defence_minister", "foreign_minister", "public_security_minister", "other"),
    "vice_minister": ("deputy_defence_minister", "deputy_foreign_minister", "other"),
    "secretary": ("defence_minister", "foreign_minister", "other"),
    "secretary_general": ("party_leader", "other"),
    "president": ("head_of_state", "legislature_head", "other"),
}
DEFAULTS = {"secretary_general": "other", "president": "head_of_state"}
NEAR = 400  # characters before « son homologue » within which the other holder stands


def office_drafts(page: Understanding) -> Iterator[Draft]:
    """One record for each person and post that the report names as held now, told first in the body where it is."""
    told: set[tuple[str, str]] = set()
    for mention in _in_order(page):
        person = page.cast.of(mention)
        if person is None:
            continue
        for post in mention.posts:
            value = None if post.former else _value(page, person, mention, post)
            if value is None or (person.name, value) in told:
                continue
            told.add((person.name, value))
            yield _draft(page, person, mention, post, value)
    yield from _by_role(page, told)


def _by_role(page: Understanding, told: set[tuple[str, str]]) -> Iterator[Draft]:
    """The posts of persons named without one, told by a role that means them (« Le chef du gouvernement canadien »)."""
    for mention in page.mentions:
        if not isinstance(mention, RoleMention) or not mention.state or not mention.posts or mention.number != 1:
            continue
        who = page.who(mention.start).persons
        post = mention.posts[0]
        if len(who) == 1 and not who[0].posts and not post.former and post.post not in OPEN_POSTS and post.post != COUNTERPART:
            person = who[0]
            if (person.name, post.post) not in told:
                told.add((person.name, post.post))
                slots = {"person": person.name, "post": post.post, "country": mention.state}
                yield Draft("office", mention.start, mention.end, f"{page.language.code}.office.{post.post}", slots)


def _in_order(page: Understanding) -> list[PersonMention]:
    """The persons named with posts, those of the body first."""
    body = [(zone.start, zone.end) for zone in page.layout.zones if zone.kind == "body"]
    named = [one for one in page.mentions if isinstance(one, PersonMention) and one.posts]
    return sorted(named, key=lambda one: (not any(start <= one.start < end for start, end in body), one.start))


def _value(page: Understanding, person: Person, mention: PersonMention, post: Post) -> str | None:
    if post.counterpart or post.post == COUNTERPART:
        return _of_counterpart(page, person, mention)
    if post.post in OPEN_POSTS:
        return _of_open(person, post.post)
    return post.post


def _of_counterpart(page: Understanding, person: Person, mention: PersonMention) -> str | None:
    """The post of the nearest other holder before « son homologue », else after it."""
    others = [
        one
        for one in page.mentions
        if isinstance(one, PersonMention) and page.cast.of(one) is not person and _closed(one) is not None
    ]
    before = [one for one in others if one.start < mention.start and mention.start - one.end < NEAR]
    after = [one for one in others if mention.end <= one.start and one.start - mention.end < NEAR]
    found = before[-1] if before else after[0] if after else None
    if found is not None:
        return _closed(found)
    held = [post.post for one in page.cast.persons if one is not person for post in one.posts if post.post not in OPEN]
    return held[0] if held else None


def _closed(mention: PersonMention) -> str | None:
    return next((post.post for post in mention.posts if post.post not in OPEN and not post.counterpart), None)


def _of_open(person: Person, post: str) -> str | None:
    """Which minister: the post told elsewhere in the report, else the one that the world knows the person by."""
    choices = OPEN_POSTS[post]
    held = next((one.post for one in person.posts if one.post in choices), None)
    if held:
        return None
    known = [term.post for term in world.terms_of(person.name) if term.post in choices and term.state == person.state]
    return known[0] if known else DEFAULTS.get(post)


def _draft(page: Understanding, person: Person, mention: PersonMention, post: Post, value: str) -> Draft:
    start, end = min(mention.name_start, post.start), max(mention.name_end, post.end)
    if start < mention.start or end > mention.end:
        start, end = mention.start, mention.end
    slots = {"person": person.name, "post": value, "country": post.country or person.state}
    return Draft("office", start, end, f"{page.language.code}.office.{value}", slots)
