"""The level of a meeting: that of the highest who takes part, from the posts that the report gives."""

from __future__ import annotations

from collections.abc import Iterable

from legation.model.mentions import Post, RoleMention
from legation.reading.cast import Person
from legation.reading.records.cues import Cues, cues
from legation.reading.understanding import Understanding

OTHER = "other"
CHIEF, DEPUTY_MINISTER = "chief_of_defence", "deputy_defence_minister"
OFFICER = "officer"


def highest(page: Understanding, persons: Iterable[Person], roles: Iterable[RoleMention] = ()) -> str | None:
    """The level of the highest of those persons and roles; None where the report gives no post and no rank of any."""
    known = cues(page.language)
    found = [level for person in persons if (level := person_level(page, person))]
    found += [level for role in roles if (level := role_level(page, role))]
    return min(found, key=known.ranking.index) if found else None


def person_level(page: Understanding, person: Person) -> str | None:
    """The level of one person: a chief of defence who is a deputy minister too counts as chief of defence."""
    known = cues(page.language)
    held = {post.post for post in person.posts if not post.former}
    posts = [post for post in person.posts if not post.former and not (post.post == DEPUTY_MINISTER and CHIEF in held)]
    levels = [level for post in posts if (level := _post_level(page, known, post))]
    if levels:
        return min(levels, key=known.ranking.index)
    return OFFICER if person.rank else None


def role_level(page: Understanding, role: RoleMention) -> str | None:
    """The level that a role tells of those who have no name."""
    known = cues(page.language)
    levels = [level for post in role.posts if (level := _post_level(page, known, post))]
    return min(levels, key=known.ranking.index) if levels else known.roles.get(role.role)


def _post_level(page: Understanding, known: Cues, post: Post) -> str | None:
    told = known.posts.get(post.post) or known.roles.get(post.post)
    if told is not None or post.post != OTHER:
        return told
    words = page.text[post.start : post.end].lower()
    return next((level for word, level in known.levels if word in words), "official")
