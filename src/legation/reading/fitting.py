"""Whether somebody can be whom a role means, as far as gender, posts and states tell."""

from __future__ import annotations

from collections.abc import Iterable

from legation.model.mentions import Post, RoleMention, StateMention
from legation.reading.cast import Person
from legation.reading.phrases import Chunk


def could_hold(person: Person, mention: RoleMention) -> bool:
    """Whether a person of no told post may be whom a post of that state means (« Le chef du gouvernement canadien »)."""
    return not person.posts and person.rank is None and fits_gender(person, mention.gender)


def guest_of(mention: RoleMention, chunk: Chunk) -> bool:
    """« l'hôte du Bénin » is who stays there; « l'hôte béninois » is who receives."""
    return mention.state is not None and any(
        isinstance(one, StateMention) and one.form in {"name", "epithet", "capital"} for one in chunk.also
    )


def is_counterpart(post: Post) -> bool:
    """Whether the post is that of somebody else's counterpart."""
    return post.counterpart or post.post == "counterpart"


def one_a_state(pool: Iterable[Person], number: int) -> list[Person]:
    chosen: list[Person] = []
    for person in pool:
        if all(person.state != one.state for one in chosen):
            chosen.append(person)
        if number and len(chosen) == number:
            break
        if not number and len(chosen) == 2:
            break
    return chosen


def fits_gender(person: Person, gender: str | None) -> bool:
    return gender is None or person.gender is None or person.gender == gender
