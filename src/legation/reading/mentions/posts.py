"""Posts by grammar: a head (« vice-ministre ») with its modifiers, state and field, in whatever order French puts them.

A phrase whose words leave the field open (« le ministre », « la ministre italienne ») has the post "minister",
"vice_minister" or "secretary_general"; what it is in full is told by the other mentions of the same person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.reading.mentions.lexicon import Hit, Scan
from legation.reading.mentions.vocabulary import Vocabulary

OPEN = frozenset({"minister", "vice_minister", "secretary_general"})
LINKS = ("link_of", "link_at", "link_charge", "link_beside")
ARTICLES = ("definite",)
FREE_WORDS = 9


@dataclass(frozen=True, slots=True)
class PostPhrase:
    """A post as a noun group. `start` takes in the determiner, `core` is where head or adjective begins, `end` is open.

    `posts` are codebook values (see OPEN), more than one where a plural head has several fields; empty where the words
    make no post. `determiner` is a class of the language's roles file or "none"; `number` is how many (0: open plural).
    `states` are those told, in order: several where each goes with one name (« ses homologues allemand, …»).
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

    @property
    def country(self) -> str | None:
        """The state that the words tell, where they tell one."""
        return self.states[0] if self.states else None


@dataclass(slots=True)
class _Reading:
    """What has been read so far behind a head."""

    position: int
    modifiers: set[str]
    fields: list[tuple[str, ...]]
    states: list[str]
    beside: bool = False
    complement: bool = False


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
        return _counterpart(head, scan)
    if head.label == "that_of":
        return _that_of(head, scan, before)
    name, kind, carried = head.value
    reading = _Reading(head.end, set(carried), [], [])
    _read(reading, scan, words, name, plural=kind.endswith("p"))
    start, core, determiner, number, flags = left_edge(scan, head.start)
    if name in words.posts["led"] and determiner == "none" and not scan.ending(scan.back(core), "link_of"):
        return None
    posts = _posts(words, name, kind, reading)
    if kind.endswith("p") and number == 1:
        number = 0
    former = bool({"former", "future"} & flags) or bool({"former", "elect"} & reading.modifiers)
    return PostPhrase(
        start, core, reading.position, name, posts, tuple(reading.states), kind, determiner, number, former,
        bare=not reading.fields and not reading.complement,
    )  # fmt: skip


def _posts(words: Vocabulary, head: str, kind: str, reading: _Reading) -> tuple[str, ...]:
    """The codebook values of a head with what follows it: one, or one a field where the head is plural."""
    fields = reading.fields or [()]
    posts = tuple(_post(words, head, one, reading) for one in (fields if kind.endswith("p") else fields[:1]))
    servants = words.posts["civil_servants"]
    if head in servants["heads"] and reading.states and reading.states[0] in servants["states"]:
        return (str(servants["post"]),)
    return () if "no" in posts else posts


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


def _read(reading: _Reading, scan: Scan, words: Vocabulary, head: str, *, plural: bool) -> None:
    """Read on behind the head as long as modifiers, state adjectives and complements follow."""
    while True:
        at = scan.skip(reading.position)
        if at == reading.position and scan.char(at) != "(":
            return
        if _modifier(reading, scan, at) or _adjective(reading, scan, at):
            continue
        if _complement(reading, scan, words, head, at, plural=plural) or _parenthesis(reading, scan, at):
            continue
        if _charged(reading, scan, words, head):
            continue
        return


def _modifier(reading: _Reading, scan: Scan, at: int) -> bool:
    hit = scan.at(at, "modifier")
    if hit is None:
        return False
    reading.modifiers.add(str(hit.value))
    reading.position = hit.end
    return True


def _adjective(reading: _Reading, scan: Scan, at: int) -> bool:
    """A state adjective; two joined by « et » go each with one of several holders."""
    hit = scan.at(at, "adjective")
    if hit is None or not _small(scan, hit):
        shared = scan.at(at, "organisation_adjective")
        if shared is None:
            return False
        reading.position = shared.end
        return True
    reading.states.append(hit.value[0][0])
    reading.position = hit.end
    _another_state(reading, scan)
    return True


def _another_state(reading: _Reading, scan: Scan) -> None:
    """« les ministres grec et chypriote »: more adjectives, each the state of one holder."""
    while True:
        at = scan.skip(reading.position)
        joint = scan.at(at, "link_and")
        at = scan.skip(joint.end) if joint else scan.skip(at + 1) if scan.char(at) == "," else -1
        hit = scan.at(at, "adjective")
        if hit is None or not _small(scan, hit) or (not joint and not _another_follows(scan, hit.end)):
            return
        reading.states.append(hit.value[0][0])
        reading.position = hit.end


def _another_follows(scan: Scan, end: int) -> bool:
    """Whether « et » and an adjective stand behind, so that a comma before parts a list."""
    joint = scan.at(scan.skip(end), "link_and")
    return joint is not None and scan.at(scan.skip(joint.end), "adjective") is not None


def _small(scan: Scan, hit: Hit) -> bool:
    return scan.text[hit.start].islower() or scan.text[hit.start : hit.end].isupper()


def _complement(reading: _Reading, scan: Scan, words: Vocabulary, head: str, at: int, *, plural: bool) -> bool:
    """« de la Défense », « du Vietnam », « auprès du chef du gouvernement », « à la Défense »."""
    link = scan.at(at, *LINKS)
    if link is None:
        return head in words.posts["unlinked"] and _unlinked(reading, scan, words, at)
    inside = scan.skip(link.end)
    if link.label == "link_of" and _state(reading, scan, inside):
        return True
    if link.label == "link_beside":
        return _beside(reading, scan, inside)
    field = _field(scan, words, inside)
    if field is None and link.label == "link_of" and not (head in LOCAL and scan.at(inside, "capital")):
        return _free(reading, scan, words, head, inside)
    if field is None or (link.label == "link_at" and head not in TO_A_FIELD):
        return (head in POSTED or link.label == "link_of") and _posted(reading, scan, inside)
    _take(reading, scan, words, field)
    _more_fields(reading, scan, words, plural=plural)
    return True


TO_A_FIELD = frozenset(
    {"secretary", "state_secretary", "under_secretary", "assistant_secretary", "adviser", "attache_bare", "minister",
     "minister_delegate", "vice_minister", "director", "deputy_director", "standing_member"}
)  # fmt: skip


POSTED = frozenset({"ambassador", "attache", "attache_bare", "charge_daffaires"})
LOCAL = frozenset({"prince", "monarch", "official"})


def _state(reading: _Reading, scan: Scan, at: int) -> bool:
    hit = scan.at(at, "state", "organisation") or scan.at(at, "capital")
    field = scan.at(at, "field")
    if hit is None or (field and field.end >= hit.end):
        return False
    if hit.label == "capital":
        return False
    reading.states.append(str(hit.value))
    reading.position = hit.end
    return True


def _posted(reading: _Reading, scan: Scan, at: int) -> bool:
    """« ambassadeur d'Italie à Alger », « au Vietnam »: where, not whose."""
    hit = scan.at(at, "state", "organisation", "capital")
    if hit is None:
        return False
    reading.position = hit.end
    reading.complement = True
    return True


def _beside(reading: _Reading, scan: Scan, at: int) -> bool:
    """« auprès du Chef du gouvernement »: the next head and its complement are passed over."""
    article = scan.at(at, "determiner")
    at = scan.skip(article.end) if article else at
    hit = scan.at(at, "head", "state", "organisation", "capital", "field", "role")
    if hit is None:
        return False
    reading.beside = True
    reading.position = hit.end
    if hit.label == "role":
        _owner(reading, scan)
        return True
    link = scan.at(scan.skip(hit.end), "link_of")
    if link:
        inside = scan.at(scan.skip(link.end), "field", "state")
        if inside:
            reading.position = inside.end
    comma = scan.skip(reading.position)
    if scan.char(comma) == ",":
        charged = scan.at(scan.skip(comma + 1), "link_charge")
        if charged:
            reading.position = comma + 1
    return True


def _owner(reading: _Reading, scan: Scan) -> None:
    """« près l'ambassade de France à Hanoï »: whose embassy, and where."""
    link = scan.at(scan.skip(reading.position), "link_of")
    if link and _state(reading, scan, scan.skip(link.end)):
        place = scan.at(scan.skip(reading.position), "link_at")
        if place:
            _posted(reading, scan, scan.skip(place.end))


def _charged(reading: _Reading, scan: Scan, words: Vocabulary, head: str) -> bool:
    """« ministre délégué …, chargé de l'Administration de la Défense »: a comma may stand before the charge."""
    at = scan.skip(reading.position)
    if scan.char(at) != ",":
        return False
    link = scan.at(scan.skip(at + 1), "link_charge")
    if link is None or link.end - link.start < 5:
        return False
    field = _field(scan, words, scan.skip(link.end))
    if field is None:
        return False
    _take(reading, scan, words, field)
    return True


def _field(scan: Scan, words: Vocabulary, at: int) -> Hit | None:
    """The field or noun that a complement names; an ordinal may stand before it (« la 7e Région militaire »)."""
    hit = scan.at(at, "field", "noun")
    if hit is not None:
        return hit
    end = scan.word_end(at)
    if end > at and scan.char(at).isdigit():
        after = scan.skip(end)
        mark = scan.word_end(after)
        if scan.part(after, mark) in words.ordinal_marks:
            after = scan.skip(mark)
        return scan.at(after, "field", "noun")
    return None


def _take(reading: _Reading, scan: Scan, words: Vocabulary, field: Hit) -> None:
    reading.fields.append((str(field.value),) if field.label == "noun" else tuple(field.value))
    owner = scan.at(field.start, "force", "ministry", "seat")
    if owner and owner.end == field.end and len(owner.value) == (2 if owner.label == "force" else 1):
        reading.states.append(str(owner.value[0]))
    reading.position = field.end if field.label == "field" else free_end(scan, words, field.end, reading.states)


def _more_fields(reading: _Reading, scan: Scan, words: Vocabulary, *, plural: bool) -> None:
    """« de la Défense et des Anciens combattants »; a plural head has one post for each field."""
    while True:
        end = _joined(reading, scan, words, plural=plural)
        if end is None:
            return
        reading.position = end


def _joined(reading: _Reading, scan: Scan, words: Vocabulary, *, plural: bool) -> int | None:
    at = scan.skip(reading.position)
    comma = scan.char(at) == ","
    joint = scan.at(at, "link_and")
    if not comma and joint is None:
        return None
    link = scan.at(scan.skip(at + 1 if comma else joint.end if joint else at), "link_of", "link_at")
    if link is None:
        return None
    inside = scan.skip(link.end)
    if scan.at(inside, "head", "state", "rank") or (scan.at(inside, "capital") and not scan.at(inside, "field")):
        return None
    field = scan.at(inside, "field")
    end = field.end if field else free_end(scan, words, scan.word_end(inside), [])
    likely = field is not None or scan.text[inside].isupper() or link.end - link.start > 2
    if comma and not (likely and _enumerates(scan, words, end)):
        return None
    if not field and not scan.text[inside].isupper() and not comma and not reading.complement:
        return None
    if field and plural:
        reading.fields.append(tuple(field.value))
    reading.complement = comma
    return end


def _enumerates(scan: Scan, words: Vocabulary, end: int) -> bool:
    """Whether a list with commas ends with « et » and another complement soon after."""
    at = scan.skip(end)
    joint = scan.at(at, "link_and")
    if joint:
        return scan.at(scan.skip(joint.end), "link_of") is not None
    if scan.char(at) != ",":
        return False
    link = scan.at(scan.skip(at + 1), "link_of")
    return link is not None and _enumerates(scan, words, free_end(scan, words, scan.word_end(scan.skip(link.end)), []))


def _free(reading: _Reading, scan: Scan, words: Vocabulary, head: str, at: int) -> bool:
    """A complement that no lexicon knows: taken where it is capitalised (« ministre du Territoire ») and no name."""
    if head not in FREE or not scan.text[at : at + 1].isupper():
        return False
    if scan.at(at, "capital", "state", "head", "rank", "courtesy"):
        return False
    reading.fields.append(("free",))
    reading.position = free_end(scan, words, scan.word_end(at), reading.states)
    _more_fields(reading, scan, words, plural=False)
    return True


FREE = frozenset(
    {"minister", "vice_minister", "minister_delegate", "state_secretary", "secretary", "secretary_general", "president",
     "director", "deputy_director", "vice_president", "charge_daffaires", "official", "standing_member"}
)  # fmt: skip


def _unlinked(reading: _Reading, scan: Scan, words: Vocabulary, at: int) -> bool:
    """« Commandant la Zone Sud »."""
    article = scan.at(at, "determiner")
    if article is None or article.value[0] != "definite":
        return False
    field = _field(scan, words, scan.skip(article.end))
    if field is None:
        return False
    _take(reading, scan, words, field)
    return True


def _parenthesis(reading: _Reading, scan: Scan, at: int) -> bool:
    """An acronym after the body it shortens (« (VNMAC) »)."""
    if scan.char(at) != "(" or not reading.fields:
        return False
    close = scan.folded.find(")", at - scan.start, at - scan.start + 14)
    if close < 0 or not scan.text[at + 1 : close + scan.start].replace("-", "").isupper():
        return False
    reading.position = close + scan.start + 1
    return True


def free_end(scan: Scan, words: Vocabulary, end: int, states: list[str]) -> int:
    """The end of a noun group of unknown words: adjectives, and complements with « de », « à », « contre »."""
    for _ in range(FREE_WORDS):
        at = scan.skip(end)
        adjective = scan.at(at, "adjective")
        if adjective and at > end:
            states.append(adjective.value[0][0])
            end = adjective.end
            continue
        link = scan.at(at, "link_of", "link_inner")
        if link and at > end:
            inside = scan.skip(link.end)
            state = scan.at(inside, "state")
            stop = state.end if state else scan.word_end(inside)
            if stop > inside and not scan.at(inside, "capital", "head", "rank", "courtesy"):
                if state:
                    states.append(str(state.value))
                end = stop
                continue
        stop = scan.word_end(at)
        if at == end or stop == at or not _qualifies(scan, words, at, stop):
            break
        end = stop
    return end


def _qualifies(scan: Scan, words: Vocabulary, start: int, end: int) -> bool:
    """Whether an unknown word behind a noun looks like its adjective."""
    word = scan.part(start, end)
    return len(word) > 4 and word.endswith(words.adjective_endings)


def _post(words: Vocabulary, head: str, fields: tuple[str, ...], reading: _Reading) -> str:
    """The codebook value by the first rule that fits; "no" where the words make no post."""
    flags = reading.modifiers | ({"beside"} if reading.beside else set())
    known = fields if fields or not reading.complement else ("free",)
    for field, needed, post in words.posts["rules"].get(head, ()):
        fits = field == "*" or (field == "-" and not known) or field in known
        if fits and flags.issuperset(needed):
            return str(post)
    return "no"


def _counterpart(head: Hit, scan: Scan) -> PostPhrase | None:
    """« son homologue japonais », « ses homologues allemand et autrichienne », « leurs vis-à-vis japonais »."""
    start, core, determiner, number, flags = left_edge(scan, head.start)
    if determiner == "none" and number == 1 and scan.char(scan.back(core) - 1) != ",":
        return None
    reading = _Reading(head.end, set(), [], [])
    while _adjective(reading, scan, scan.skip(reading.position)) or _of_state(reading, scan):
        pass
    kind = str(head.value)
    number = 0 if kind.endswith("p") and number == 1 else number
    return PostPhrase(
        start, core, reading.position, "counterpart", ("counterpart",), tuple(reading.states), kind, determiner, number,
        bool({"former", "future"} & flags), counterpart=True,
    )  # fmt: skip


def _of_state(reading: _Reading, scan: Scan) -> bool:
    at = scan.skip(reading.position)
    link = scan.at(at, "link_of")
    return link is not None and _state(reading, scan, scan.skip(link.end))


def _that_of(head: Hit, scan: Scan, before: Sequence[PostPhrase]) -> PostPhrase | None:
    """« et celle de Lituanie »: the post just told, in another state."""
    earlier = next((one for one in reversed(before) if one.posts and not one.counterpart), None)
    reading = _Reading(head.end, set(), [], [])
    if earlier is None or head.start - earlier.end > 120 or not _of_state(reading, scan):
        return None
    return replace(earlier, start=head.start, core=head.start, end=reading.position, states=tuple(reading.states),
                   kind=str(head.value), determiner="none", number=1, former=False)  # fmt: skip
