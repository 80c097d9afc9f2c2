"""Offices: who holds which post, as the report shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from legation import world
from legation.model.mentions import PersonMention, Post, RoleMention, StateMention
from legation.reading.cast import Person
from legation.reading.mentions.posts import post_in_state
from legation.reading.mentions.vocabulary import vocabulary
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
MINISTERS = ("_minister", "_government")  # of several posts of one holder, those that a counterpart rather shares
PARAPHRASE, LINK = 24, 5  # characters behind a role in which a paraphrase may stand; those of the link before it
BESIDE = (
    120  # characters before « son homologue » within which somebody named without a post is whose counterpart it is
)
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
    placed: set[str] = set()
    for mention in page.mentions:
        if not isinstance(mention, RoleMention) or not mention.posts or mention.number != 1 or mention.posts[0].former:
            continue
        state = mention.state or _paraphrased(page, mention)
        person = _meant(page, mention, mention.posts[0], state)
        if person is None or (person.posts and person.name not in placed):
            continue
        for post in mention.posts:
            value = _role_value(page, person, mention, post)
            if value is not None and (person.name, value) not in told:
                told.add((person.name, value))
                placed.add(person.name)
                slots = {"person": person.name, "post": value, "country": state or person.state}
                yield Draft("office", mention.start, mention.end, f"{page.language.code}.office.{value}", slots)


def _role_value(page: Understanding, person: Person, mention: RoleMention, post: Post) -> str | None:
    """The post that a role tells; that of the holder before for a counterpart; None where the words leave it open."""
    if post.counterpart or post.post == COUNTERPART:
        before = [one for one in _holders(page, person) if one[0] < mention.start and mention.start - one[0] < NEAR]
        known = [value for _, value in before if _known_as(page, person, value)]
        return known[-1] if known else before[-1][1] if before and before[-1][1] != "other" else None
    return None if post.post in OPEN else post.post


def _paraphrased(page: Understanding, mention: RoleMention) -> str | None:
    """The state in play that a paraphrase right behind a role means (« le ministre de la Défense de l'archipel »)."""
    for one in page.within(mention.end, mention.end + PARAPHRASE):
        if isinstance(one, StateMention) and one.form == "epithet" and one.start - mention.end < LINK:
            return next((state for state in page.scene.states if state in one.states), None)
    return None


def _meant(page: Understanding, mention: RoleMention, post: Post, state: str | None) -> Person | None:
    """Whom a role without a name means: by reference if the world agrees, else the holder whom the world knows, else
    the only person of that state who is told without a post.
    """
    who = page.who(mention.start).persons
    alone = len(who) == 1 and state in (None, who[0].state)
    if alone and (state or post.counterpart or _known_as(page, who[0], post.post)):
        return who[0]
    if post.post in OPEN:
        return None
    near = (state,) if state else page.scene.pair
    holders = [one for one in page.cast.persons if one.state in near and _known_as(page, one, post.post)]
    if holders or state is None or page.who(mention.start).persons:
        return holders[0] if len(holders) == 1 else None
    same = [one for one in page.cast.persons if one.state == state]
    return same[0] if len(same) == 1 and not same[0].posts and len(same[0].name.split()) > 1 else None


def _known_as(page: Understanding, person: Person, post: str) -> bool:
    """Whether the world knows the person to have held the post on the report's day."""
    day = page.clock.report_day
    terms = world.terms_of(person.name) if len(person.name.split()) > 1 else ()
    return any(
        term.post == post and term.state == person.state and (day is None or term.first <= day[:10] <= term.last)
        for term in terms
    )


def _in_order(page: Understanding) -> list[PersonMention]:
    """The persons named with posts, those of the body first."""
    body = [(zone.start, zone.end) for zone in page.layout.zones if zone.kind == "body"]
    named = [one for one in page.mentions if isinstance(one, PersonMention) and one.posts]
    return sorted(named, key=lambda one: (not any(start <= one.start < end for start, end in body), one.start))


def _value(page: Understanding, person: Person, mention: PersonMention, post: Post) -> str | None:
    if post.counterpart or post.post == COUNTERPART:
        return _of_counterpart(page, person, mention)
    if post.post in OPEN_POSTS:
        return _of_open(page, person, post.post)
    if post.country is None and person.state:
        return post_in_state(page.text, post, person.state, page.language.code)
    return post.post


def _of_counterpart(page: Understanding, person: Person, mention: PersonMention) -> str | None:
    """The post of the nearest other holder before « son homologue », else after it; in turn where there are several."""
    before = [one for one in _holders(page, person) if one[0] < mention.start and mention.start - one[0] < NEAR]
    known = [post for _, post in before if _known_as(page, person, post)]
    if known:
        return known[-1]
    row, place = _row(page, mention)
    beside = _beside(page, person, mention) if len(row) < 2 else None
    if beside:
        return beside
    posts = [post for _, post in before[-len(row) :]]
    if len(row) > 1 and len(set(posts)) == len(row):
        return posts[place]
    if before:
        return next((post for _, post in reversed(before) if post != "other"), before[-1][1])
    after = [one for one in _holders(page, person) if mention.end <= one[0] and one[0] - mention.end < NEAR]
    if after:
        return after[0][1]
    held = [post.post for one in page.cast.persons if one is not person for post in one.posts if post.post not in OPEN]
    return held[0] if held else None


def _beside(page: Understanding, person: Person, mention: PersonMention) -> str | None:
    """The post of whoever is named right before « son homologue » without one (« Güler s'est entretenu avec son homologue »)."""
    near = [one for one in page.within(max(0, mention.start - BESIDE), mention.start) if isinstance(one, PersonMention)]
    other = page.cast.of(near[-1]) if near and not near[-1].posts else None
    if other is None or other is person or other.state == person.state:
        return None
    held = [one.post for one in other.posts if one.post not in OPEN and not one.counterpart and not one.former]
    return next((post for post in held if post.endswith(MINISTERS)), held[0] if held else None)


def _row(page: Understanding, mention: PersonMention) -> tuple[list[PersonMention], int]:
    """The persons who share one « leurs homologues » with this one, and the place of this one among them."""
    spans = {(post.start, post.end) for post in mention.posts if post.counterpart}
    row = [
        one
        for one in page.mentions
        if isinstance(one, PersonMention) and any((post.start, post.end) in spans for post in one.posts)
    ]
    return row, next((number for number, one in enumerate(row) if one is mention), 0)


def _holders(page: Understanding, person: Person) -> list[tuple[int, str]]:
    """(offset, post) of everybody else in the report who is told with a post, by name or by role, in order."""
    found = []
    for one in page.mentions:
        if isinstance(one, PersonMention) and page.cast.of(one) is not person and (post := _closed(one)):
            found.append((one.start, post))
        elif isinstance(one, RoleMention) and one.number == 1 and one.posts and one.posts[0].post not in OPEN:
            found.append((one.start, one.posts[0].post))
    return found


def _closed(mention: PersonMention) -> str | None:
    """The post that a person's group tells in full, one that has a counterpart rather than another."""
    told = [post.post for post in mention.posts if post.post not in OPEN and not post.counterpart]
    office = next((post for post in told if post.endswith(MINISTERS)), None)
    return office or next((post for post in told if post != "other"), told[0] if told else None)


def _of_open(page: Understanding, person: Person, post: str) -> str | None:
    """Which minister: the post told elsewhere in the report, else the one that the world knows the person by, else the
    one that the report speaks of most.
    """
    choices = OPEN_POSTS[post]
    held = next((one.post for one in person.posts if one.post in choices), None)
    if held:
        return None
    known = [term.post for term in world.terms_of(person.name) if term.post in choices and term.state == person.state]
    if known:
        return known[0]
    if post == "secretary_general" and person.state in vocabulary(page.language.code).posts["party_first"]:
        return "party_leader"
    return DEFAULTS.get(post) or _most_told(page, choices)


def _most_told(page: Understanding, choices: tuple[str, ...]) -> str | None:
    told = Counter(
        post.post
        for one in page.mentions
        if isinstance(one, PersonMention | RoleMention)
        for post in one.posts
        if post.post in choices
    )
    return min(told, key=lambda post: (-told[post], post)) if told else None


def _draft(page: Understanding, person: Person, mention: PersonMention, post: Post, value: str) -> Draft:
    start, end = min(mention.name_start, post.start), max(mention.name_end, post.end)
    if start < mention.start or end > mention.end:
        start, end = mention.start, mention.end
    slots = {"person": person.name, "post": value, "country": post.country or person.state}
    return Draft("office", start, end, f"{page.language.code}.office.{value}", slots)
