"""Persons: names with the rank, courtesy and posts that stand around them.

A name is taken where its surroundings (a rank, a courtesy, a post before or behind it), the world's record of holders,
or its shape speak for a person; then every bare part of a name so found is a mention too (« Giang », « M. Kihara »).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.fuzz import ratio

from legation import world
from legation.model.mentions import Gender, PersonMention, Post
from legation.reading.mentions.apposition import (
    Apposed,
    Around,
    apposed_after,
    apposed_before,
    nationality_after,
    portfolio_after,
    realm_after,
)
from legation.reading.mentions.candidates import SURE, Candidate
from legation.reading.mentions.lexicon import Scan
from legation.reading.mentions.posts import OPEN, PostPhrase, post_with_field
from legation.reading.mentions.sides import side_of
from legation.reading.mentions.vocabulary import Vocabulary

MISSPELT = 86.0
LONG_ENOUGH = 5
QUOTES = ("«", '"', "“")


@dataclass(slots=True)
class Group:
    """A name with what is attached to it, while the zone is read; `reach` is its end with a state or field in brackets."""

    candidate: Candidate
    reach: int
    start: int
    end: int
    before: Apposed
    after: Apposed
    sure: bool
    portfolio: tuple[str, ...] = ()
    shared: list[Post] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """A zone, scanned, with its post phrases and name candidates."""

    scan: Scan
    posts: tuple[PostPhrase, ...]
    candidates: tuple[Candidate, ...]


def find_persons(pages: Sequence[Page], words: Vocabulary) -> list[PersonMention]:
    """The persons named in the zones of one report, in the order of the text."""
    groups = [(page, _groups(page, words)) for page in pages]
    known = _known(group for _, some in groups for group in some if group.sure)
    mentions = []
    for page, some in groups:
        for group in some:
            if group.sure or _again(group.candidate, known, page.scan, words):
                mentions.append(_mention(group, page.scan, words))
    return mentions


def _groups(page: Page, words: Vocabulary) -> list[Group]:
    """Every candidate with what stands around it; posts of a plural head shared along a list of names."""
    groups: list[Group] = []
    taken: set[int] = set()
    if not page.candidates:
        return groups
    ends = [_end_of(one, page.scan) for one in page.candidates]
    near = Around(page.scan, page.posts, words, frozenset([one.start for one in page.candidates]), frozenset(ends))
    for candidate, reach in zip(page.candidates, ends, strict=True):
        before = apposed_before(candidate.start, near, taken)
        end = nationality_after(candidate.end, page.scan)
        if before.phrases and end[1] is None and before.phrases[-1].country is None:
            end = realm_after(candidate.end, page.scan)
        portfolio = portfolio_after(candidate.end, page.scan) if end[1] is None else (end[0], ())
        end = (portfolio[0], end[1]) if portfolio[1] else end
        listed = bool(groups) and _joined(page.scan, groups[-1].reach, before.edge)
        alone = bool(before.phrases) or (len(candidate.parts) == 1 and not before.attached)
        after = apposed_after(end[0], near, listed=listed, closed=alone)
        if end[1] and not after.state:
            after.state = end[1]
        taken.update(post.start for post in after.phrases)
        if candidate.named and not before.attached:
            after = Apposed(end[0])
        if _of_somebody_else(before, after, candidate, page.scan):
            before = Apposed(candidate.start)
        if _quoted_thing(before.edge, page.scan):
            continue
        placed = bool(end[1]) and world.place(candidate_name(candidate, page.scan)) is not None
        sure = (
            before.attached
            or after.attached
            or (bool(end[1]) and not placed)
            or (candidate.score >= SURE and not candidate.thing)
        )
        groups.append(Group(candidate, reach, before.edge, after.edge, before, after, sure, portfolio[1]))
    _share(groups, page.scan)
    return groups


def candidate_name(candidate: Candidate, scan: Scan) -> str:
    """The words of a candidate, one blank between them."""
    return " ".join(scan.text[candidate.start : candidate.end].split())


def _of_somebody_else(before: Apposed, after: Apposed, candidate: Candidate, scan: Scan) -> bool:
    """Whether a comma parts the name from a post of another state than the post behind it has (« Reçu par le Premier
    ministre grec, Lars Dahl, ministre norvégien de la Défense, a … »)."""
    led = {post.country for post in before.phrases if post.country}
    own = {post.country for post in after.phrases if post.country}
    parted = scan.pause_before(scan.back(candidate.start)) is not None
    return parted and bool(led) and bool(own) and led.isdisjoint(own)


def _quoted_thing(edge: int, scan: Scan) -> bool:
    """Whether the group is the quoted name of a ship or the like (« l'aviso « Commandant X » »)."""
    at = scan.back(edge)
    return scan.char(at - 1) in QUOTES and scan.ending(scan.back(at - 1), "things_before") is not None


def _end_of(candidate: Candidate, scan: Scan) -> int:
    """Where a name ends with the state or field in brackets behind it."""
    end, state = nationality_after(candidate.end, scan)
    return end if state else portfolio_after(candidate.end, scan)[0]


def _share(groups: Sequence[Group], scan: Scan) -> None:
    """Along « X et Y » and « X, Y et Z », give all what a plural post or courtesy at either end of the list says."""
    for run in _runs(groups, scan):
        first, last = run[0], run[-1]
        if last.after.in_turn:
            _in_turn(run)
            continue
        plural = first.before.plural or (last.after.plural if len(run) > 1 else False)
        if not plural or len(run) == 1:
            continue
        source = first.before if first.before.plural else last.after
        others = [group for group in run if group is not (first if source is first.before else last)]
        for group in others:
            group.sure = True
            group.before.courtesy = group.before.courtesy or source.courtesy
            group.before.rank = group.before.rank or source.rank
            group.before.gender = group.before.gender or (source.gender if source.courtesy else None)
        _distribute(run, source)


def _in_turn(run: Sequence[Group]) -> None:
    """« X et Y, respectivement ministre et chef d'état-major »: the n-th post to the n-th name."""
    phrases, last = run[-1].after.phrases, run[-1]
    if len(phrases) != len(run):
        return
    for group, phrase in zip(run, phrases, strict=True):
        group.sure = True
        group.shared.extend(_post(phrase, post, phrase.country) for post in phrase.posts[:1])
    last.after.phrases = []


def _distribute(run: Sequence[Group], source: Apposed) -> None:
    """Posts of a plural head to a list of names: one each where there are as many, else all to all; states likewise."""
    for phrase in source.phrases:
        if phrase.number == 1:
            continue
        several = len(phrase.states) == len(run) > 1
        each = len(phrase.posts) == len(run) > 1
        for index, group in enumerate(run):
            own = [*group.before.phrases, *group.after.phrases]
            if any(one is not phrase and one.head == phrase.head for one in own):
                continue
            state = group.after.state or group.before.state or (phrase.states[index] if several else phrase.country)
            posts = phrase.posts[index : index + 1] if each else phrase.posts[:1]
            group.shared.extend(_post(phrase, post, state) for post in posts)


def _runs(groups: Sequence[Group], scan: Scan) -> list[list[Group]]:
    """Lists of names: neighbours that only a comma or « et » parts; a plural head before a name begins one."""
    runs: list[list[Group]] = []
    for group in groups:
        if runs and not group.before.plural and _joined(scan, runs[-1][-1].reach, group.start):
            runs[-1].append(group)
        else:
            runs.append([group])
    return runs


def _joined(scan: Scan, left: int, right: int) -> bool:
    """Whether only a comma, « et » or both stand between the end of a name and the offset where the next group begins."""
    start = scan.skip(left)
    if scan.char(start) == ",":
        start = scan.skip(start + 1)
        if start == right:
            return True
    joint = scan.at(start, "link_and")
    return joint is not None and scan.skip(joint.end) == right


def _known(groups: Iterable[Group]) -> dict[str, list[tuple[str, ...]]]:
    """Full names that were found, by each of their words."""
    known: dict[str, list[tuple[str, ...]]] = {}
    for group in groups:
        for part in group.candidate.parts:
            if len(part) > 1:
                known.setdefault(part, []).append(group.candidate.parts)
    return known


def _again(candidate: Candidate, known: dict[str, list[tuple[str, ...]]], scan: Scan, words: Vocabulary) -> bool:
    """Whether an unattached candidate repeats a name found elsewhere, in whole or in part, or slightly misspelt."""
    parts = candidate.parts
    if all(part in known for part in parts):
        return any(set(parts) <= set(full) for full in known[parts[0]]) and not (candidate.thing and len(parts) == 1)
    if len(parts) > 1:
        return any(len(set(parts) & set(full)) >= 2 for part in parts for full in known.get(part, ()))
    if len(parts[0]) < LONG_ENOUGH or candidate.thing:
        return False
    return any(ratio(parts[0], part) >= MISSPELT and part[0] == parts[0][0] for part in known)


def _post(phrase: PostPhrase, post: str, country: str | None) -> Post:
    return Post(post, country, phrase.core, phrase.end, phrase.former, phrase.counterpart)


def _own_posts(group: Group) -> list[Post]:
    posts: list[Post] = []
    phrases = [*group.before.phrases, *group.after.phrases]
    for source in (group.before, group.after):
        for phrase in source.phrases:
            title = phrase.bare and phrase.posts == ("other",) and len(phrases) > 1
            if (phrase.number == 1 or not group.shared) and not title:
                state = phrase.country or (source.state if phrase.counterpart else None)
                posts.extend(_post(phrase, post, state) for post in phrase.posts[:1])
    return [*posts, *group.shared]


def _narrowed(post: Post, group: Group, words: Vocabulary) -> Post:
    """« les ministres X (Défense) et Y (Affaires étrangères) »: an open post with the field in brackets."""
    if not group.portfolio or post.post not in OPEN:
        return post
    return replace(post, post=post_with_field(words, post.post, group.portfolio))


def _mention(group: Group, scan: Scan, words: Vocabulary) -> PersonMention:
    candidate = group.candidate
    own = (_narrowed(post, group, words) for post in _own_posts(group))
    posts = tuple(sorted(dict.fromkeys(own), key=lambda post: post.start))
    state = group.after.state or group.before.state
    if state is None and not any(post.country for post in posts):
        state = side_of(group.start, scan.text[candidate.start : candidate.end], candidate.parts, scan, words)
    rank = group.before.rank or group.after.rank
    gender: Gender | None = group.before.gender or group.after.gender
    name = candidate_name(candidate, scan)
    return PersonMention(
        group.start, group.end, candidate.start, candidate.end, name, posts, state, rank, group.before.courtesy, gender
    )
