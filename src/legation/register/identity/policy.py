"""Are these the same person? The weighted list.

A name counts most; one word of it alone, or a slip of the pen, needs the state and the post beside it. People who are
known to the world are told apart by who they are known to be.
"""

from __future__ import annotations

from legation.register.identity.features import (
    Person,
    another_state,
    identity_text,
    names_alike,
    names_text,
    other_people,
    posts_shared,
    posts_text,
    ranks_apart,
    same_identity,
    states_shared,
    states_text,
    unlike_names,
    years_apart,
    years_text,
)
from legation.register.weighing import Bar, Line, Policy

SAME_PERSON: Policy[Person] = Policy(
    name="person",
    enough=5.0,
    bars=(
        Bar("known_as_two_people", other_people, identity_text),
        Bar("another_state", another_state, states_text),
        Bar("unlike_names", unlike_names, names_text),
    ),
    lines=(
        Line("known_as_one_person", 6.0, same_identity, identity_text),
        Line("name", 5.5, names_alike, names_text),
        Line("state", 1.0, states_shared, states_text),
        Line("post", 2.0, posts_shared, posts_text),
        Line("ranks_far_apart", -3.0, ranks_apart, posts_text),
        Line("years_far_apart", -2.0, years_apart, years_text),
    ),
)
"""A full name (5.5) is enough; with a slip (4.4) or in part (4.95) it needs state or post, a word alone (2.75) both."""
