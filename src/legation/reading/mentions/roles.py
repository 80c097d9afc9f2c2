"""People and groups told by a role: « le ministre japonais », « son hôte », « les deux ministres », « celui-ci ».

Post phrases that stand at no name are roles; role nouns, ranks and people words need a determiner. Nothing is a role
inside a person's noun group.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.model.mentions import BodyMention, Gender, PersonMention, Post, RoleMention, StateForm, StateMention
from legation.reading.mentions.lexicon import Hit, Scan
from legation.reading.mentions.posts import OPEN, PostPhrase, left_edge
from legation.reading.mentions.vocabulary import Vocabulary
from legation.reading.verb_forms import load

BODIES: dict[str, StateForm] = {
    "ministry": "ministry", "government": "ministry", "embassy": "ministry", "parliament": "ministry", "force": "force",
}  # fmt: skip
STOPS = ",.;:)»"


def find_roles(
    scan: Scan, posts: Sequence[PostPhrase], closed: Sequence[PersonMention | BodyMention], words: Vocabulary
) -> list[RoleMention | StateMention]:
    """The roles of a scanned text in order; a ministry or force with its state is a state mention as well."""
    taken = _Closed([(one.start, one.end) for one in closed])
    found: list[RoleMention | StateMention] = []
    ends = {one.end for one in closed}
    for role in _candidates(scan, posts, words):
        if taken.holds(role.start, role.end) or (role.role == "pronoun" and scan.back(role.start) in ends):
            continue
        taken.add(role.start, role.end)
        found.append(role)
        form = BODIES.get(role.role)
        if form and role.state:
            found.append(StateMention(role.start, role.end, (role.state,), form))
    return sorted(found, key=lambda one: (one.start, -one.end))


class _Closed:
    """Spans that are taken."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def holds(self, start: int, end: int) -> bool:
        """Whether a span overlaps one that is taken."""
        index = bisect_right(self._spans, (start, end))
        near = self._spans[max(0, index - 1) : index + 1]
        return any(first < end and start < last for first, last in near)

    def add(self, start: int, end: int) -> None:
        """Take a span."""
        self._spans.insert(bisect_right(self._spans, (start, end)), (start, end))


def _candidates(scan: Scan, posts: Sequence[PostPhrase], words: Vocabulary) -> Iterator[RoleMention]:
    yield from (_with_more(_of_post(one, scan, words), one, posts, scan) for one in posts if one.determiner != "none")
    yield from _nouns(scan, words)
    yield from _ranks(scan, words)
    yield from _peoples(scan, words)
    yield from _ordinals(scan, words)
    yield from (_plain(hit, "demonstrative", hit.value) for hit in scan.longest("demonstrative"))
    yield from _that_of(scan)
    yield from _groups(scan, words)
    yield from _pronouns(scan, words)


def _gender(kind: str, scan: Scan, start: int, core: int, words: Vocabulary) -> Gender | None:
    """Of a form (ms, fs …), or of the determiner where the form is the same for both."""
    if kind.startswith("f"):
        return "f"
    word = scan.part(start, scan.word_end(start)) if start < core else ""
    return "f" if word in words.roles["gender"]["f"] else "m" if kind == "ms" else None


def _with_more(role: RoleMention, phrase: PostPhrase, posts: Sequence[PostPhrase], scan: Scan) -> RoleMention:
    """The role with a further post that an apposition adds (« son homologue, qui est aussi vice-Premier ministre, »)."""
    at = scan.skip(phrase.end)
    if phrase.number != 1 or scan.char(at) != ",":
        return role
    at = scan.skip(at + 1)
    while introduced := scan.at(at, "introduced"):
        at = scan.skip(introduced.end)
        more = next((one for one in posts if one.start == at and one.number == 1 and one.determiner == "none"), None)
        if more and more.posts and not more.former and not more.counterpart:
            further = tuple(Post(post, more.country, more.core, more.end) for post in more.posts if post not in OPEN)
            return replace(role, posts=(*role.posts, *further))
    return role


def _of_post(phrase: PostPhrase, scan: Scan, words: Vocabulary) -> RoleMention:
    role = "counterpart" if phrase.counterpart else words.roles["heads"].get(phrase.head, "official")
    posts = tuple(
        Post(post, phrase.country, phrase.core, phrase.end, phrase.former, phrase.counterpart)
        for post in phrase.posts
        if post not in OPEN
    )
    return RoleMention(
        phrase.start, phrase.end, role, phrase.number, phrase.country, posts,
        _gender(phrase.kind, scan, phrase.start, phrase.core, words), phrase.determiner.startswith("possessive"),
        indefinite=phrase.determiner.startswith("indefinite"), states=_several(phrase.states, phrase.number),
    )  # fmt: skip


def _several(states: Sequence[str], number: int) -> tuple[str, ...]:
    """The states of a group that has several."""
    different = tuple(dict.fromkeys(states))
    return different if number != 1 and len(different) > 1 else ()


def _nouns(scan: Scan, words: Vocabulary) -> Iterator[RoleMention]:
    for hit in scan.longest("role"):
        if _inside_name(hit, scan):
            continue
        start, core, determiner, number, _ = left_edge(scan, hit.start)
        if determiner == "none" and number == 1:
            continue
        role, kind, _ = _sense(hit, scan, start, core, words)
        if role == "side" and determiner.startswith("possessive"):
            continue
        state, end = _behind(_past_adjective(hit.end, scan, words), scan)
        number = 0 if kind.endswith("p") and number == 1 else number
        states, end = _joined_states(state, end, number, scan)
        gender = _gender(kind, scan, start, core, words)
        yield RoleMention(
            start, end, role, number, state, (), gender, determiner.startswith("possessive"),
            indefinite=determiner.startswith("indefinite"), states=states,
        )  # fmt: skip


def _inside_name(hit: Hit, scan: Scan) -> bool:
    """Whether the noun opens or is part of a longer name (« Côte d'Ivoire »)."""
    longer = scan.at(hit.start, "state", "organisation", "shield", "seat")
    return longer is not None and longer.end > hit.end


def _sense(hit: Hit, scan: Scan, start: int, core: int, words: Vocabulary) -> tuple[str, str, str]:
    """The reading of a role noun that agrees with its determiner."""
    word = scan.part(start, scan.word_end(start)) if start < core else ""
    feminine = word in words.roles["gender"]["f"]
    masculine = word in words.roles["gender"]["m"]
    for value in hit.value:
        if (feminine and value[1] == "fs") or (masculine and value[1] == "ms"):
            return value  # type: ignore[no-any-return]
    return hit.value[0]  # type: ignore[no-any-return]


def _past_adjective(end: int, scan: Scan, words: Vocabulary) -> int:
    """The end of an unknown adjective before a state adjective (« un haut responsable militaire sud-coréen »)."""
    at = scan.skip(end)
    stop = scan.word_end(at)
    word = scan.part(at, stop)
    known = scan.at(scan.skip(stop), "adjective", "link_of")
    adjectival = at > end and len(word) > 4 and word.endswith(words.adjective_endings)
    return stop if adjectival and known and word not in words.shapes.saying and not scan.at(at, "adjective") else end


def _behind(end: int, scan: Scan) -> tuple[str | None, int]:
    """(state, end) of what follows a role noun: a state adjective, « du Japon », « du ministère japonais », a field."""
    state: str | None = None
    for _ in range(4):
        at = scan.skip(end)
        adjective = scan.at(at, "adjective")
        if adjective and at > end and scan.text[at].islower():
            state, end = state or adjective.value[0][0], adjective.end
            continue
        link = scan.at(at, "link_of")
        inside = scan.skip(link.end) if link else -1
        hit = scan.at(inside, "state", "organisation", "ministry", "seat", "force", "field", "role") if link else None
        if hit is None or (hit.label == "role" and all(value[2] != "group" for value in hit.value)):
            break
        if hit.label in ("state", "organisation"):
            state = state or str(hit.value)
        elif hit.label in ("ministry", "seat", "force"):
            state = state or str(hit.value[0])
        end = hit.end
    return state, end


def _joined_states(state: str | None, end: int, number: int, scan: Scan) -> tuple[tuple[str, ...], int]:
    """(states, end) of a group whose noun goes on with further adjectives: « les parties grecque et norvégienne »."""
    states = [state] if state else []
    while state and number != 1:
        joint = scan.at(scan.skip(end), "link_and")
        adjective = scan.at(scan.skip(joint.end), "adjective") if joint else None
        if adjective is None or not scan.text[adjective.start].islower():
            break
        states.append(adjective.value[0][0])
        end = adjective.end
    return _several(states, number), end


def _ranks(scan: Scan, words: Vocabulary) -> Iterator[RoleMention]:
    for hit in scan.longest("rank"):
        name, kind = hit.value
        start, core, determiner, number, _ = left_edge(scan, hit.start)
        if determiner == "none":
            continue
        state, end = _behind(hit.end, scan)
        number = 0 if kind.endswith("p") and number == 1 else number
        states, end = _joined_states(state, end, number, scan)
        role = words.roles["ranks"][name]
        gender = _gender(kind, scan, start, core, words)
        yield RoleMention(
            start, end, role, number, state, (), gender, determiner.startswith("possessive"),
            indefinite=determiner.startswith("indefinite"), states=states,
        )  # fmt: skip


def _peoples(scan: Scan, words: Vocabulary) -> Iterator[RoleMention]:
    """« l'Américain », « les Japonais »."""
    for hit in scan.longest("adjective"):
        codes, kind = hit.value
        if not scan.text[hit.start].isupper() or scan.text[hit.start : hit.end].isupper() or scan.char(hit.end) == "-":
            continue
        if scan.at(hit.start, "state", "organisation", "shield"):
            continue
        start, core, determiner, number, _ = left_edge(scan, hit.start)
        if determiner not in ("none", "possessive"):
            number = 0 if kind.endswith("p") and number == 1 and not _single(scan, start, core, words) else number
            yield RoleMention(start, hit.end, "national", number, codes[0], (), _gender(kind, scan, start, core, words))


def _single(scan: Scan, start: int, core: int, words: Vocabulary) -> bool:
    """Whether the determiner is one of the singular (« le Japonais », whose plural is the same)."""
    word = scan.part(start, scan.word_end(start))
    return start < core and any(word in some for some in words.roles["gender"].values())


def _ordinals(scan: Scan, words: Vocabulary) -> Iterator[RoleMention]:
    """« le premier », « la seconde », « ce dernier », where no noun follows."""
    for hit in scan.longest("ordinal"):
        number, kind, contracted = hit.value
        after = scan.skip(hit.end)
        following = scan.part(after, scan.word_end(after))
        alone = scan.char(after) in STOPS or following in words.shapes.saying or scan.at(after, "link_and") is not None
        if not alone and number > 0:
            continue
        start = hit.start if not contracted else scan.skip(scan.word_end(hit.start))
        count = 0 if kind.endswith("p") else 1
        yield RoleMention(start, hit.end, "ordinal", count, gender="f" if kind[0] == "f" else "m", ordinal=number)


def _that_of(scan: Scan) -> Iterator[RoleMention]:
    """« celui du Mali »: who holds the post just told of in another state."""
    for hit in scan.longest("that_of"):
        link = scan.at(scan.skip(hit.end), "link_of")
        state = scan.at(scan.skip(link.end), "state") if link else None
        if state is not None:
            gender: Gender = "f" if str(hit.value).startswith("f") else "m"
            yield RoleMention(hit.start, state.end, "counterpart", 1, str(state.value), gender=gender)


def _plain(hit: Hit, role: str, kind: str) -> RoleMention:
    count = 0 if kind.endswith("p") else 1
    gender: Gender | None = "f" if kind.startswith("f") else "m" if kind.startswith("m") else None
    return RoleMention(hit.start, hit.end, role, count, gender=gender)


def _groups(scan: Scan, words: Vocabulary) -> Iterator[RoleMention]:
    """« tous deux », « les deux » where no noun follows."""
    for hit in scan.longest("group_pronoun"):
        after = scan.skip(hit.end)
        following = scan.part(after, scan.word_end(after))
        if scan.char(after) in STOPS or following in words.shapes.saying:
            count = next((one.value for one in scan.all("number") if hit.start <= one.start < hit.end), 2)
            yield RoleMention(hit.start, hit.end, "group", count)


def _pronouns(scan: Scan, words: Vocabulary) -> Iterator[RoleMention]:
    nobody = [(hit.start, hit.end) for hit in scan.all("impersonal") if not _has_done(hit, scan, words)]
    for hit in scan.longest("pronoun"):
        if any(start <= hit.start and hit.end <= end for start, end in nobody) or not _free(hit, scan, words):
            continue
        kind = "" if hit.value in {"open", "collective"} else str(hit.value)
        gender: Gender | None = "m" if kind.startswith("m") else "f" if kind.startswith("f") else None
        plural = kind.endswith("p") or scan.part(hit.start, hit.end) in words.roles["many_pronouns"]
        number = 0 if plural else 1
        yield RoleMention(hit.start, hit.end, "pronoun", number, gender=gender, indefinite=hit.value == "collective")


def _has_done(hit: Hit, scan: Scan, words: Vocabulary) -> bool:
    """Whether a participle makes the phrase that of a person: « il y a [également] salué … », not « il y a eu »."""
    if scan.part(hit.start, hit.end) not in words.roles["existential"]["phrases"]:
        return False
    forms, at = load(words.code), scan.skip(hit.end)
    word = scan.part(at, scan.word_end(at))
    if word in words.roles["existential"]["passed_over"]:
        at = scan.skip(scan.word_end(at))
    word = scan.text[at : scan.word_end(at)]
    return word not in words.roles["existential"]["not"] and any(tense == "pp" for _, tense in forms.get(word, ()))


def _free(hit: Hit, scan: Scan, words: Vocabulary) -> bool:
    """Whether a word that may be a determiner or part of a name is a pronoun here."""
    if (
        scan.text[hit.start : hit.end].isupper()
        and scan.text[hit.start : hit.end].isalpha()
        and hit.end - hit.start > 1
    ):
        return False
    if scan.part(hit.start, hit.end) not in words.roles["object_pronouns"]:
        return True
    after = scan.skip(hit.end)
    return scan.part(after, scan.word_end(after)) in words.roles["object_verbs"]
