"""What stands around a name: rank, courtesy, nationality and posts, before it and behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from legation.model.mentions import Gender
from legation.reading.mentions.clauses import same_post
from legation.reading.mentions.lexicon import Hit, Scan
from legation.reading.mentions.posts import PostPhrase
from legation.reading.mentions.vocabulary import Vocabulary

TIME_REACH = 40  # characters
CLOSING = ",.;:)»–—-!?\n"


@dataclass(slots=True)
class Apposed:
    """What was found on one side of a name; `edge` is where the noun group begins or ends with it."""

    edge: int
    attached: bool = False
    plural: bool = False
    phrases: list[PostPhrase] = field(default_factory=list)
    rank: str | None = None
    courtesy: str | None = None
    state: str | None = None
    gender: Gender | None = None
    in_turn: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What stands near the names of a zone: post phrases, and where names begin and end (with « (Canada) »)."""

    scan: Scan
    posts: Sequence[PostPhrase]
    words: Vocabulary
    starts: frozenset[int]
    ends: frozenset[int]


def apposed_before(start: int, near: Around, taken: set[int]) -> Apposed:
    """Rank, courtesy, people word and posts that lead up to a name; posts in `taken` belong to the name before."""
    found, scan, words = Apposed(start), near.scan, near.words
    while True:
        at = scan.back(found.edge)
        if at < found.edge or found.edge == start:
            covered = any(one.end == at for one in near.posts)
            if not covered and _titled(found, scan, at, words):
                continue
            if not covered and (_people(found, scan, at, words) or _role(found, scan, at, words)):
                continue
        comma = scan.back(at - 1) if scan.pause_before(at) is not None else at
        if comma < at:
            comma = _past_time(comma, near)
        if _led(found, near, comma, taken) or (comma < at and _rank_before_comma(found, scan, comma, words)):
            continue
        return found


def _past_time(at: int, near: Around) -> int:
    """The end of the post before « depuis octobre » or the like, where such words end here; else the same offset."""
    scan = near.scan
    phrase = next((one for one in reversed(near.posts) if one.end <= at), None)
    if phrase is None or at - phrase.end > TIME_REACH:
        return at
    since = scan.at(scan.skip(phrase.end), "since")
    closed = any(sign in scan.part(phrase.end, at) for sign in ",;.:")
    return phrase.end if since and not closed else at


def _rank_before_comma(found: Apposed, scan: Scan, at: int, words: Vocabulary) -> bool:
    """« le général de brigade, X », « le général d'armée, chef d'état-major de l'armée, X »."""
    hit = scan.ending(at, "rank")
    if hit is None or found.rank or scan.ending(scan.back(hit.start), "determiner") is None:
        return False
    found.attached = True
    found.rank = str(hit.value[0])
    found.edge = hit.start
    _determiner(found, scan, words)
    return True


def _titled(found: Apposed, scan: Scan, at: int, words: Vocabulary) -> bool:
    """A rank, courtesy or honour that ends here."""
    hit = scan.ending(at, "rank", "courtesy", "honour", "rank_tail")
    shift = at
    if hit is None:
        adjective = scan.ending(at, "adjective")
        if adjective and scan.text[adjective.start].islower():
            hit = scan.ending(scan.back(adjective.start), "rank")
            shift = adjective.start
            if hit and hit.label == "rank" and found.state is None:
                found.state = adjective.value[0][0]
    if hit is None or hit.start >= shift or found.phrases:
        return False
    found.attached = True
    found.edge = hit.start
    if hit.label == "rank":
        found.rank = found.rank or str(hit.value[0])
        found.plural = found.plural or str(hit.value[1]).endswith("p")
        if str(hit.value[1]) == "fs":
            found.gender = found.gender or _agreed(found, scan, hit.start, words)
    elif hit.label == "courtesy":
        found.courtesy = scan.text[hit.start : hit.end]
        found.plural = str(hit.value).endswith("p")
        found.gender = "f" if str(hit.value).startswith("f") else "m"
    _determiner(found, scan, words)
    return True


def _agreed(found: Apposed, scan: Scan, start: int, words: Vocabulary) -> Gender | None:
    determiner = scan.ending(scan.back(start), "determiner")
    word = scan.part(determiner.start, determiner.end) if determiner else ""
    return "f" if word in words.roles["gender"]["f"] else None


def _determiner(found: Apposed, scan: Scan, words: Vocabulary) -> None:
    """Take in the determiner before, unless it is one with a preposition; it may tell the gender."""
    at = scan.back(found.edge)
    before = scan.ending(at, "before", "role_adjective")
    if before and before.end < found.edge:
        at = scan.back(before.start)
        found.edge = before.start
    hit = scan.ending(at, "determiner")
    if hit is None:
        return
    word = scan.part(hit.start, hit.end)
    if word in words.roles["gender"]["f"]:
        found.gender = found.gender or "f"
    kind, many = hit.value
    found.plural = found.plural or bool(many)
    if kind != "contracted":
        found.edge = hit.start


def _people(found: Apposed, scan: Scan, at: int, words: Vocabulary) -> bool:
    """« le Letton X »."""
    hit = scan.ending(at, "adjective")
    if hit is None or not scan.text[hit.start].isupper() or found.phrases or found.attached:
        return False
    if scan.ending(scan.back(hit.start), "determiner") is None:
        return False
    found.state = hit.value[0][0]
    found.attached = True
    found.edge = hit.start
    found.gender = "f" if str(hit.value[1]) == "fs" else None
    _determiner(found, scan, words)
    return True


def _role(found: Apposed, scan: Scan, at: int, words: Vocabulary) -> bool:
    """« le diplomate X », « l'expert japonais X »: a role word for one person, with a determiner."""
    adjective = scan.ending(at, "adjective")
    noun_end = scan.back(adjective.start) if adjective and scan.text[adjective.start].islower() else at
    hit = scan.ending(noun_end, "role")
    if hit is None or found.attached or found.phrases or not any(kind[2] == "person" for kind in hit.value):
        return False
    if scan.ending(scan.back(hit.start), "determiner") is None:
        return False
    if adjective and noun_end != at:
        found.state = adjective.value[0][0]
    found.attached = True
    found.edge = hit.start
    found.plural = all(str(kind[1]).endswith("p") for kind in hit.value)
    _determiner(found, scan, words)
    return True


def _led(found: Apposed, near: Around, at: int, taken: set[int]) -> bool:
    """A post that ends here, or another one joined to it by « et »."""
    scan = near.scan
    phrase = _ending_at(near, at)
    joint = scan.ending(at, "link_and") if phrase is None and found.phrases else None
    if joint:
        phrase = _ending_at(near, scan.back(joint.start))
    if phrase is None:
        return False if found.phrases else _counterpart_list(found, scan, near.posts, at, near.words)
    if phrase.start in taken:
        return False
    if found.phrases and not joint and not _counterpart_also(phrase, found.phrases[0]):
        return False
    far = scan.pause_before(scan.back(found.edge)) is not None
    if phrase.determiner == "none" and (far or joint) and _follows_name(near, phrase):
        return False
    found.phrases.insert(0, phrase)
    found.attached = True
    found.plural = found.plural or phrase.number != 1
    found.edge = phrase.start
    if phrase.kind.startswith("f") or _feminine(scan, phrase, near.words):
        found.gender = found.gender or "f"
    return True


def _counterpart_also(phrase: PostPhrase, post: PostPhrase) -> bool:
    """Whether a post may be told of the same person just before another: « son homologue grec, le ministre de la
    Défense »; not « … son homologue grec, le ministre chypriote », who are two."""
    if not phrase.counterpart:
        return post.determiner == "none"
    return not phrase.states or not post.states or bool(set(phrase.states) & set(post.states))


def _ending_at(near: Around, at: int) -> PostPhrase | None:
    return next((one for one in reversed(near.posts) if one.end == at), None)


def _follows_name(near: Around, phrase: PostPhrase) -> bool:
    """Whether a name and a comma stand before the phrase, or before the row of posts that it ends."""
    scan = near.scan
    while True:
        at = scan.back(phrase.start)
        joint = scan.ending(at, "link_and")
        at = scan.back(joint.start) if joint else scan.back(at - 1) if scan.pause_before(at) is not None else -1
        if at in near.ends:
            return True
        before = _ending_at(near, at) if at >= 0 else None
        if before is None or before.start >= phrase.start:
            return False
        phrase = before


def _feminine(scan: Scan, phrase: PostPhrase, words: Vocabulary) -> bool:
    """Whether the determiner is feminine (« la ministre »), or the people's adjective (« son homologue norvégienne »)."""
    end = scan.word_end(phrase.start)
    if phrase.start != phrase.core and scan.part(phrase.start, end) in words.roles["gender"]["f"]:
        return True
    adjective = scan.at(scan.skip(scan.word_end(phrase.core)), "adjective")
    return adjective is not None and adjective.end <= phrase.end and str(adjective.value[1]) == "fs"


def _counterpart_list(found: Apposed, scan: Scan, posts: Sequence[PostPhrase], at: int, words: Vocabulary) -> bool:
    """« ses homologues allemand, X, et autrichienne, Y »: the second adjective carries the plural head's post on."""
    adjective = scan.ending(at, "adjective")
    if adjective is None or not scan.text[adjective.start].islower():
        adjective = scan.ending(at, "state")
    link = scan.ending(scan.back(adjective.start), "link_of") if adjective and adjective.label == "state" else None
    if adjective is None or (adjective.label == "state" and link is None):
        return False
    before = scan.back(link.start if link else adjective.start)
    joint = scan.ending(before, "link_and")
    if joint is None and scan.char(before - 1) != ",":
        return False
    head = next((one for one in reversed(posts) if one.end < adjective.start and one.number != 1), None)
    if head is None or adjective.start - head.end > 80 or "." in scan.part(head.end, adjective.start):
        return False
    found.state = str(adjective.value) if link else adjective.value[0][0]
    found.attached = True
    found.edge = adjective.start
    kind = "ms" if link else str(adjective.value[1])
    found.gender = "f" if kind.startswith("f") else None
    single = PostPhrase(
        adjective.start, adjective.start, adjective.end, head.head, head.posts, (str(found.state),), kind,
        "none", 1, head.former, head.counterpart,
    )  # fmt: skip
    found.phrases.insert(0, single)
    return True


def nationality_after(end: int, scan: Scan) -> tuple[int, str | None]:
    """(end, state) behind « X (Canada) »; (end, None) where there is no such parenthesis."""
    at = scan.skip(end)
    if scan.char(at) != "(":
        return end, None
    hit = scan.at(scan.skip(at + 1), "state", "organisation")
    if hit is None or scan.char(scan.skip(hit.end)) != ")":
        return end, None
    return scan.skip(hit.end) + 1, str(hit.value)


def portfolio_after(end: int, scan: Scan) -> tuple[int, tuple[str, ...]]:
    """(end, field classes) behind « X (Défense) »; (end, ()) where there is no such parenthesis."""
    at = scan.skip(end)
    hit = scan.at(scan.skip(at + 1), "field") if scan.char(at) == "(" else None
    if hit is None or scan.char(scan.skip(hit.end)) != ")":
        return end, ()
    return scan.skip(hit.end) + 1, tuple(hit.value)


def realm_after(end: int, scan: Scan) -> tuple[int, str | None]:
    """(end, state) behind « le roi X de Jordanie »; (end, None) where no state follows with « de »."""
    link = scan.at(scan.skip(end), "link_of")
    hit = scan.at(scan.skip(link.end), "state") if link else None
    return (hit.end, str(hit.value)) if hit else (end, None)


def apposed_after(end: int, near: Around, *, listed: bool, closed: bool = False) -> Apposed:
    """Posts and ranks apposed behind a name, between commas, in brackets, or in a relative clause.

    `closed`: a post with a determiner counts only where a sign closes it, since it may be the subject of the sentence.
    """
    found, scan = Apposed(end), near.scan
    while True:
        at = scan.skip(found.edge)
        if scan.char(at) == "(" and (close := _aside(scan, at)):
            at = close
        opened = scan.char(at)
        joint = scan.at(at, "link_and") if found.phrases else None
        if opened != "(" and scan.pause(at) is None and joint is None:
            _follows_bare(found, near, at)
            return found
        inside = scan.skip(joint.end if joint else at + 1)
        if joint is None and (joint := scan.at(inside, "link_and")):
            inside = scan.skip(joint.end)
        if not _behind(found, near, inside, listed=listed, joint=joint is not None, closed=closed):
            return found


def _behind(found: Apposed, near: Around, at: int, *, listed: bool, joint: bool, closed: bool) -> bool:
    scan = near.scan
    phrase = _starting_at(near, at)
    former = False
    if phrase is None and listed and (turn := scan.at(at, "in_turn")):
        at = scan.skip(turn.end)
        phrase = _starting_at(near, at)
        found.in_turn = phrase is not None
    while phrase is None and (introduced := scan.at(at, "introduced", "introduced_former")):
        former = former or introduced.label == "introduced_former"
        at = scan.skip(introduced.end)
        phrase = _starting_at(near, at) or _starting_at(near, _past_adverbs(at, scan))
    if phrase is not None and former:
        phrase = replace(phrase, former=True)
    if phrase is not None:
        if joint and (phrase.anaphoric or phrase.counterpart or phrase.determiner != "none"):
            return False
        if closed and phrase.determiner != "none" and scan.char(scan.skip(phrase.end)) not in CLOSING:
            return False
        if (not joint and _leads_on(near, phrase)) or (phrase.number != 1 and not listed):
            return False
        return _accept(found, phrase)
    if joint and not found.phrases:
        return False
    same = same_post(at, scan, near.posts)
    if same is not None:
        return _accept(found, same)
    rank = scan.at(at, "rank")
    if rank is None or scan.char(scan.skip(rank.end)) not in (",", ".", ")", ""):
        return False
    found.rank = str(rank.value[0])
    found.attached = True
    found.edge = rank.end
    return True


def _past_adverbs(at: int, scan: Scan) -> int:
    """Where words of time end that stand between « nommé » and the post (« porté samedi à la tête du Parti »)."""
    while True:
        hit = scan.at(at, "meanwhile")
        end = hit.end if hit else scan.word_end(at)
        if hit is None and not scan.text[at:end].isdigit():
            return at
        at = scan.skip(end)


def _aside(scan: Scan, at: int) -> int | None:
    """Where a short bracket behind a name that tells no post ends (« (CDU), chef de la diplomatie »)."""
    close = scan.folded.find(")", at - scan.start, at - scan.start + 24)
    after = scan.skip(close + scan.start + 1) if close >= 0 else -1
    return after if close >= 0 and scan.char(after) == "," and not scan.at(scan.skip(at + 1), "head", "rank") else None


def _follows_bare(found: Apposed, near: Around, at: int) -> None:
    """« le colonel X ministre de la Défense »: a post without determiner right behind the name."""
    phrase = _starting_at(near, at) if at > found.edge and not found.phrases else None
    if phrase and phrase.determiner == "none" and phrase.number == 1 and phrase.posts and not phrase.anaphoric:
        _accept(found, phrase)


def _starting_at(near: Around, at: int) -> PostPhrase | None:
    return next((one for one in near.posts if at in (one.start, one.core)), None)


def _accept(found: Apposed, phrase: PostPhrase) -> bool:
    found.phrases.append(phrase)
    found.attached = True
    found.plural = found.plural or phrase.number != 1
    found.edge = phrase.end
    if phrase.kind.startswith("f"):
        found.gender = "f"
    return True


def _leads_on(near: Around, phrase: PostPhrase) -> bool:
    """Whether the post belongs to the next name (« X, le ministre de la Défense, Y »)."""
    scan = near.scan
    at = scan.skip(phrase.end)
    if phrase.determiner == "none":
        return at in near.starts and at > phrase.end
    at = scan.skip(scan.pause(at) or at)
    hit: Hit | None = scan.at(at, "courtesy", "rank")
    if hit is None:
        determiner = scan.at(at, "determiner")
        hit = scan.at(scan.skip(determiner.end), "rank") if determiner else None
    return at in near.starts or hit is not None
