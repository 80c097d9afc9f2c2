"""Posts by grammar: a head (« vice-ministre ») with its modifiers, state and field, in whatever order French puts them.

A phrase whose words leave the field open (« le ministre », « la ministre italienne ») has the post "minister",
"vice_minister" or "secretary_general"; what it is in full is told by the other mentions of the same person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.model.mentions import Post
from legation.reading.mentions.complements import Reading, of_state, read_on, state_adjective
from legation.reading.mentions.lexicon import Hit, Scan
from legation.reading.mentions.owned import is_owned, owned
from legation.reading.mentions.vocabulary import Vocabulary, vocabulary

NEARBY, COLLEAGUES = 120, 300  # characters back to the post that another is told by
MINISTER = "minister"
OPEN = frozenset({"minister", "vice_minister", "secretary_general"})


@dataclass(frozen=True, slots=True)
class PostPhrase:
    """A post as a noun group. `start` takes in the determiner, `core` is where head or adjective begins, `end` is open.

    `posts` are codebook values (see OPEN), more than one where a plural head has several fields; empty where the words
    make no post. `determiner` is a class of the language's roles file or "none"; `number` is how many (0: open plural).
    `anaphoric` marks « celle de Lituanie ». `states` are those told, in order: several where each goes with one name
    (« ses homologues allemand, … et autrichienne, … »).
    """

    start: int
    core: int
    end: int
    head: str
    posts: tuple[str, ...]
    states: tuple[str, ...] = ()
    kind: str = "ms"
    determiner: str = "none"
    number: int = 1
    former: bool = False
    counterpart: bool = False
    bare: bool = True
    anaphoric: bool = False

    @property
    def country(self) -> str | None:
        """The state that the words tell, where they tell one."""
        return self.states[0] if self.states else None


def find_posts(scan: Scan, words: Vocabulary) -> list[PostPhrase]:
    """The post phrases of a scanned text, in order, none inside another."""
    found: list[PostPhrase] = []
    heads = sorted([*scan.longest("head"), *scan.longest("counterpart"), *scan.longest("that_of")], key=_order)
    edge = scan.start
    for head in heads:
        if head.start < edge or _not_a_post(head, scan):
            continue
        phrase = _phrase(head, scan, words, found)
        if phrase:
            found.append(phrase)
            edge = phrase.end
    return found


def _order(hit: Hit) -> tuple[int, int, str]:
    return hit.start, -hit.end, hit.label


def _not_a_post(head: Hit, scan: Scan) -> bool:
    """Whether the head is part of a longer rank or a mere plural of something else."""
    rank = scan.at(head.start, "rank")
    if rank and rank.end > head.end:
        return True
    return scan.char(head.start - 1) == "-" and scan.ending(head.start, "before") is None


def _phrase(head: Hit, scan: Scan, words: Vocabulary, before: Sequence[PostPhrase]) -> PostPhrase | None:
    if head.label == "counterpart":
        return _counterpart(head, scan, words, before)
    if head.label == "that_of":
        return _that_of(head, scan, words, before)
    name, kind, carried = head.value
    reading = Reading(head.end, set(carried))
    read_on(reading, scan, words, name, plural=kind.endswith("p"))
    realm = None if reading.states else scan.at(head.start, "realm")
    if realm:
        reading.states.append(str(realm.value))
    start, core, determiner, number, flags = left_edge(scan, head.start)
    if name in words.posts["led"] and determiner == "none" and not scan.ending(scan.back(core), "link_of"):
        return None
    bare = not reading.fields and not reading.complement
    if bare and is_owned(scan, words, determiner, start):
        reading = owned(scan, words, name, start, reading.position) or reading
    posts = _posts(words, name, kind, reading)
    if name in words.posts["needs_post"] and not posts:
        return None
    if kind.endswith("p") and number == 1:
        number = 0
    former = bool({"former", "future"} & flags) or bool({"former", "elect"} & reading.modifiers)
    return PostPhrase(
        start, core, reading.position, name, posts, tuple(reading.states), kind, determiner, number, former,
        bare=bare,
    )  # fmt: skip


def _posts(words: Vocabulary, head: str, kind: str, reading: Reading) -> tuple[str, ...]:
    """The codebook values of a head with what follows it: one, or one a field where the head is plural."""
    fields = reading.fields or [()]
    posts = tuple(_post(words, head, one, reading) for one in (fields if kind.endswith("p") else fields[:1]))
    if reading.states and not reading.modifiers & {"deputy", "assistant"}:
        posts = tuple(_national(words, head, reading.states[0], post) for post in posts)
    return () if "no" in posts else posts


def _national(words: Vocabulary, head: str, state: str, post: str) -> str:
    """What a head means in one state, where it is not what it means in others (« secrétaire d'État britannique »)."""
    for rule in words.posts["national"]:
        if head in rule["heads"] and state in rule["states"]:
            return str(rule["posts"].get(post, post))
    return post


def post_with_field(words: Vocabulary, head: str, fields: tuple[str, ...]) -> str:
    """The codebook value of a head with a field; the open post itself where the field makes none."""
    post = _post(words, head, fields, Reading(0))
    return head if post == "no" else post


def post_in_state(text: str, post: Post, state: str, language: str) -> str:
    """The codebook value of a post whose words tell no state, once the holder's state is known."""
    words = vocabulary(language)
    if not any(state in rule["states"] for rule in words.posts["national"]):
        return post.post
    scan = words.lexicon.scan(text, post.start, post.end)
    head = next(iter(scan.longest("head")), None)
    return _national(words, head.value[0], state, post.post) if head else post.post


def left_edge(scan: Scan, position: int) -> tuple[int, int, str, int, frozenset[str]]:
    """(start, core, determiner, number, flags) of a noun group whose noun begins here."""
    core, flags, number = position, set[str](), 1
    while True:
        at = scan.back(core)
        before = scan.ending(at, "before") or (scan.ending(core, "before") if at == core else None)
        adjective = None if before else scan.ending(at, "role_adjective")
        count = None if before or adjective else scan.ending(at, "number")
        hit = before or adjective or count
        if hit is None or (at == core and scan.char(at - 1) != "-"):
            break
        if before:
            flags.add(str(before.value))
        if count:
            number = int(count.value)
        core = hit.start
    at = scan.back(core)
    determiner = scan.ending(at, "determiner")
    if determiner is None:
        return core, core, "none", number, frozenset(flags)
    kind, many = determiner.value
    if many:
        number = 0 if number == 1 else number
    return (core if kind == "contracted" else determiner.start), core, kind, number, frozenset(flags)


def _post(words: Vocabulary, head: str, fields: tuple[str, ...], reading: Reading) -> str:
    """The codebook value by the first rule that fits; "no" where the words make no post."""
    flags = reading.modifiers | ({"beside"} if reading.beside else set())
    known = fields if fields or not reading.complement else ("free",)
    for field, needed, post in words.posts["rules"].get(head, ()):
        fits = field == "*" or (field == "-" and not known) or field in known
        if fits and flags.issuperset(needed):
            return str(post)
    return "no"


def _counterpart(head: Hit, scan: Scan, words: Vocabulary, before: Sequence[PostPhrase]) -> PostPhrase | None:
    """« son homologue japonais », « ses homologues allemand et autrichienne », « son collègue de la Sécurité »."""
    start, core, determiner, number, flags = left_edge(scan, head.start)
    if determiner == "none" and number == 1 and scan.char(scan.back(core) - 1) != ",":
        return None
    reading = Reading(head.end)
    while state_adjective(reading, scan, scan.skip(reading.position)) or of_state(reading, scan):
        pass
    kind = str(head.value)
    number = 0 if kind.endswith("p") and number == 1 else number
    post = _colleague(reading, scan, words)
    if post:
        same = next(
            (one.country for one in reversed(before) if one.country and head.start - one.end < COLLEAGUES), None
        )
        states = tuple(reading.states) or ((same,) if same else ())
        former = bool({"former", "future"} & flags)
        return PostPhrase(start, core, reading.position, MINISTER, (post,), states, kind, determiner, number, former)
    return PostPhrase(
        start, core, reading.position, "counterpart", ("counterpart",), tuple(reading.states), kind, determiner, number,
        bool({"former", "future"} & flags), counterpart=True,
    )  # fmt: skip


def _colleague(reading: Reading, scan: Scan, words: Vocabulary) -> str | None:
    """The minister's post that « de la Sécurité » makes of a colleague; None where no such field follows."""
    link = scan.at(scan.skip(reading.position), "link_of", "link_at")
    field = scan.at(scan.skip(link.end), "field") if link else None
    post = post_with_field(words, MINISTER, tuple(field.value)) if field else MINISTER
    if field is None or post in OPEN or not scan.text[field.start].isupper():
        return None
    reading.position = field.end
    while state_adjective(reading, scan, scan.skip(reading.position)) or of_state(reading, scan):
        pass
    return post


def _that_of(head: Hit, scan: Scan, words: Vocabulary, before: Sequence[PostPhrase]) -> PostPhrase | None:
    """« et celle de Lituanie », « et celui de la Défense »: the post just told, in another state or field."""
    earlier = next((one for one in reversed(before) if one.posts and not one.counterpart), None)
    if earlier is None or head.start - earlier.end > NEARBY:
        return None
    reading, kind = Reading(head.end), str(head.value)
    read_on(reading, scan, words, earlier.head, plural=False)
    posts = _posts(words, earlier.head, kind, reading) if reading.fields else earlier.posts
    if not posts or not (reading.fields or reading.states) or ("free",) in reading.fields:
        return None
    return PostPhrase(
        head.start, head.start, reading.position, earlier.head, posts, tuple(reading.states), kind, anaphoric=True
    )
