"""The cast of a report: who appears in it under which names, from which state, in which posts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from legation import world
from legation.languages import Language
from legation.model.mentions import Gender, Mention, PersonMention, Post, RoleMention, StateMention
from legation.reading.grammar import grammar
from legation.reading.mentions.names import Shapes, could_be, name_state, origin
from legation.reading.mentions.vocabulary import vocabulary
from legation.world import fold

TYPO = 86.0  # rapidfuzz ratio from which two long names are one, misspelt
SEAT_REACH = 60  # characters from a capital at the head of a sentence to the post that belongs to it
LED_REACH, GROUPS = 60, 3  # characters from a group to who leads it; groups before a person that are looked at
BESIDE = (
    120  # characters before « son homologue » within which somebody named without a post is whose counterpart it is
)
MINISTERIAL = ("_minister", "_government")
SENTENCE_ENDS = frozenset(".!?…»\n")


@dataclass(slots=True, eq=False)
class Person:
    """Somebody in the report: the fullest name, all names, state if it can be told, posts with their spans, gender, rank."""

    name: str
    names: set[str] = field(default_factory=set)
    state: str | None = None
    posts: list[Post] = field(default_factory=list)
    gender: Gender | None = None
    rank: str | None = None
    mentions: list[PersonMention] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The offset of the first mention."""
        return self.mentions[0].start

    def holds(self, post: str) -> bool:
        """Whether the report says that the person holds the post now."""
        return any(one.post == post and not one.former for one in self.posts)


@dataclass(frozen=True, slots=True)
class Cast:
    """All persons of a report, who is meant by each mention, and the states that the report is about, weightiest first."""

    persons: tuple[Person, ...]
    by_start: dict[int, Person]
    states: tuple[str, ...]
    home: str | None = None

    def of(self, mention: PersonMention) -> Person | None:
        """The person that a mention names."""
        return self.by_start.get(mention.start)


def assemble(
    mentions: Sequence[Mention],
    text: str,
    language: Language,
    *,
    home: str | None,
    weight_until: int,
    site: str | None = None,
) -> Cast:
    """The cast of a report from its mentions in text order.

    `home` is the state of the outlet, for « le ministre de la Défense » without a state; states named before the offset
    `weight_until` (headline and lead) count double. `site` is the state that the dateline lies in.
    """
    named = [one for one in mentions if isinstance(one, PersonMention)]
    persons = _link(named)
    states = _weigh(mentions, weight_until)
    seats = [one for one in mentions if isinstance(one, StateMention) and one.form == "capital"]
    groups = [one for one in mentions if isinstance(one, RoleMention) and one.state]
    led = tuple(vocabulary(language.code).roles["led"])
    for person in persons:
        person.state = _own_state(person) or _by_group(person, groups, led, text) or _by_seat(person, seats, text)
        if person.gender is None and person.rank:
            person.gender = "m"
    _by_list(persons, text, language)
    _by_elimination(persons, states, (home, site), language)
    _share_posts(persons)
    by_start = {mention.start: person for person in persons for mention in person.mentions}
    return Cast(tuple(persons), by_start, states, home)


def _link(named: Sequence[PersonMention]) -> list[Person]:
    """Persons from mentions: fullest names first, then bare names to the latest full name that holds them."""
    persons: list[Person] = []
    for mention in sorted(named, key=lambda one: (-len(one.name.split()), one.start)):
        person = _match(mention, persons)
        if person is None:
            person = Person(mention.name)
            persons.append(person)
        _add(person, mention)
    for person in persons:
        person.mentions.sort(key=lambda one: one.start)
    persons.sort(key=lambda one: one.first)
    return persons


def _add(person: Person, mention: PersonMention) -> None:
    person.names.add(mention.name)
    person.mentions.append(mention)
    person.gender = person.gender or mention.gender
    person.rank = person.rank or mention.rank
    for post in mention.posts:
        if not any(post.post == held.post and post.country in {held.country, None} for held in person.posts):
            person.posts.append(post)


def _match(mention: PersonMention, persons: Sequence[Person]) -> Person | None:
    words = fold(mention.name).split()
    wanted = set(words)
    best: Person | None = None
    for person in persons:
        have = fold(person.name).split()
        if wanted <= set(have) or (len(words) > 1 and _misspelt(words, have)):
            if best is None or _better(mention, words, person, best):
                best = person
        elif (
            len(words) == 1 and len(words[0]) > 4 and any(len(one) > 4 and ratio(one, words[0]) >= TYPO for one in have)
        ):
            best = best or person
    return best


def _misspelt(left: Sequence[str], right: Sequence[str]) -> bool:
    return len(left) == len(right) and ratio(" ".join(sorted(left)), " ".join(sorted(right))) >= TYPO + 4


def _better(mention: PersonMention, words: Sequence[str], one: Person, other: Person) -> bool:
    """Whether `one` rather than `other` is meant: by rank, by the part of the name that stands alone, then by nearness."""
    left, right = _likeness(mention, words, one), _likeness(mention, words, other)
    return left > right if left != right else _nearer(mention, one, other)


def _likeness(mention: PersonMention, words: Sequence[str], person: Person) -> tuple[bool, bool]:
    """(rank agrees, the name ends or begins with the words); a part of the middle of a name hardly stands alone."""
    have = fold(person.name).split()
    rank = mention.rank is not None and mention.rank == person.rank
    return rank, have[-len(words) :] == list(words) or have[: len(words)] == list(words)


def _nearer(mention: PersonMention, one: Person, other: Person) -> bool:
    """Whether `one` was named later before the mention than `other`."""
    return _last_before(one, mention.start) > _last_before(other, mention.start)


def _last_before(person: Person, offset: int) -> int:
    return max((one.start for one in person.mentions if one.start < offset), default=-1)


def _own_state(person: Person) -> str | None:
    """The state that the report's own words give, or that of a known holder of one of the person's posts."""
    for post in person.posts:
        if post.country:
            return post.country
    for mention in person.mentions:
        if mention.state:
            return mention.state
    return known_state(person)


def _by_group(person: Person, groups: Sequence[RoleMention], led: tuple[str, ...], text: str) -> str | None:
    """« une délégation de l'armée française, conduite par X »: the group that somebody leads."""
    start = person.mentions[0].start
    last = bisect_right(groups, start, key=lambda one: one.start)
    for group in reversed(groups[max(0, last - GROUPS) : last]):
        gap = text[group.end : start]
        if start - group.end > LED_REACH or start < group.end or set(gap) & SENTENCE_ENDS:
            continue
        if gap.lower().rstrip().endswith(led):
            return group.state
    return None


def _by_seat(person: Person, seats: Sequence[StateMention], text: str) -> str | None:
    """« À Pékin, le porte-parole …, X, »: the capital that opens the sentence, for a post of no named state."""
    mention = person.mentions[0]
    if not mention.posts:
        return None
    for seat in seats:
        gap = text[seat.end : mention.start]
        if 0 <= mention.start - seat.end <= SEAT_REACH and not set(gap) & SENTENCE_ENDS and _opens(text, seat.start):
            return seat.states[0]
    return None


def _opens(text: str, start: int) -> bool:
    """Whether no more than a preposition stands before an offset in its sentence."""
    begin = max(text.rfind(mark, 0, start) for mark in SENTENCE_ENDS) + 1
    return len(text[begin:start].strip()) <= 2


def _by_list(persons: Sequence[Person], text: str, language: Language) -> None:
    """Give those whom nothing places the state of whoever stands right before them in a list, in another post
    (« qu'accompagnaient X, ministre de la Défense, et Y, directeur du renseignement »).
    """
    links = {"", *grammar(language).coordinate}
    named = sorted(((one, person) for person in persons for one in person.mentions), key=lambda pair: pair[0].start)
    for (before, first), (mention, person) in pairwise(named):
        told = {post.post for post in before.posts}
        apart = not mention.posts or any(post.counterpart or post.post in told for post in mention.posts)
        if person.state or not first.state or not told or apart:
            continue
        gap = text[before.end : mention.start].strip()
        if gap[:1] in {",", ""} and gap.removeprefix(",").strip() in links and gap:
            person.state = first.state


def known_state(person: Person) -> str | None:
    """The state of the known holders of that name, those of the same post first; None where holders disagree."""
    posts = {post.post for post in person.posts}
    terms = world.terms_of(person.name) if len(person.name.split()) > 1 or posts else ()
    same = [term.state for term in terms if term.post in posts] or [term.state for term in terms]
    if len(person.name.split()) == 1:
        same = [term.state for term in terms if term.post in posts]
    return same[0] if same and len(set(same)) == 1 else None


def _weigh(mentions: Iterable[Mention], weight_until: int) -> tuple[str, ...]:
    """The states and organisations that the report names, weightiest first."""
    count: Counter[str] = Counter()
    first: dict[str, int] = {}
    for mention in mentions:
        weight = 2 if mention.start < weight_until else 1
        for state in _states_in(mention):
            count[state] += weight
            first.setdefault(state, mention.start)
    return tuple(sorted(count, key=lambda state: (-count[state], first[state])))


def _states_in(mention: Mention) -> tuple[str, ...]:
    if isinstance(mention, StateMention):
        return () if mention.form == "epithet" and len(mention.states) > 1 else mention.states
    if isinstance(mention, RoleMention) and mention.state:
        return (mention.state,)
    if isinstance(mention, PersonMention):
        return tuple(sorted({post.country for post in mention.posts if post.country}))
    return ()


def _by_elimination(
    persons: Sequence[Person], states: Sequence[str], seats: tuple[str | None, str | None], language: Language
) -> None:
    """Give a state to those whom neither words nor the world place.

    In this order: the state that the shape of the name points to, if it is one of the two that the report is about; where
    it points to neither of a pair of which it knows one, the other; the home state of the outlet; the state not yet
    represented; the state of the dateline; the weightiest. `seats` are the two: of the outlet, of the dateline.
    """
    nations = vocabulary(language.code).states["states"]
    pair = [state for state in states[:2] if state in nations] or [state for state in states if state in nations][:2]
    known = vocabulary(language.code).shapes
    told = {person.state for person in persons if person.state}
    for person in persons:
        if person.state is None and pair:
            rest = [state for state in pair if state not in told]
            person.state = _by_name(person, pair, known) or _placed(pair, seats, rest)


def _share_posts(persons: Sequence[Person]) -> None:
    """Give those told as somebody's counterpart the post of whoever was named with one before them, else after."""
    named = sorted(((mention, one) for one in persons for mention in one.mentions), key=lambda pair: pair[0].start)
    for place, (mention, person) in enumerate(named):
        if not any(post.counterpart for post in mention.posts):
            continue
        for other, holder in (*reversed(named[:place]), *named[place + 1 :]):
            near = 0 < mention.start - other.end < BESIDE and other is named[place - 1][0]
            held = other.posts or (holder.posts if near and holder.state != person.state else ())
            closed = [post for post in held if not post.counterpart and not post.former] if holder is not person else []
            closed.sort(key=lambda post: not post.post.endswith(MINISTERIAL))
            if closed:
                person.posts.append(replace(closed[0], country=None, counterpart=True))
                break


def _by_name(person: Person, pair: Sequence[str], known: Shapes) -> str | None:
    """The one of two states that a name's shape speaks for, or whose names the other's shape leaves alone."""
    parts = fold(person.name).split()
    shaped = name_state(parts, known)
    if shaped in pair:
        return shaped
    left = [state for state in pair if could_be(parts, state, known)]
    return left[0] if len(left) == 1 < len(pair) else origin(parts, pair, known)


def _placed(pair: Sequence[str], seats: tuple[str | None, str | None], rest: Sequence[str]) -> str:
    home, site = seats
    if home in pair:
        return str(home)
    return rest[0] if len(rest) == 1 else str(site) if site in pair else pair[0]
