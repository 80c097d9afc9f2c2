"""What a person is taken to be: the name, its spellings, and the posts with the days on which they were seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from legation.register.identity.known import terms_of_person
from legation.register.identity.names import name_words
from legation.register.resolver import Item, Settled
from legation.world import Holder


def settle_person(members: Sequence[Item]) -> Settled:
    """The person behind items, whatever their order.

    The name shown is the one that most independent sources give among the fullest. A post has `first` and `last`, the
    days of the first and last report that shows it, and `from` and `until` where the world knows the term.
    """
    items = sorted(members, key=lambda item: item.key)
    identity = _identity(items)
    spellings = sorted({name for item in items for name in item.slots["names"]})
    slots: dict[str, Any] = {
        "name": _shown(items), "spellings": spellings, "country": _countries(items), "posts": _posts(items, identity)
    }  # fmt: skip
    if identity:
        slots["known_as"] = identity.rsplit("|", 1)[0]
    conflicts = _conflict(items) if len(slots["country"]) > 1 else {}
    return Settled(slots, conflicts)


def _identity(items: Sequence[Item]) -> str | None:
    known = Counter(item.slots["identity"] for item in items if item.slots.get("identity"))
    return min(known, key=lambda one: (-known[one], one)) if known else None


def _shown(items: Sequence[Item]) -> str:
    sources: dict[str, set[str]] = {}
    for item in items:
        sources.setdefault(item.slots["name"], set()).add(item.source or item.report)
    most = max(len(name_words(name)) for name in sources)
    full = [name for name in sources if len(name_words(name)) == most]
    return min(full, key=lambda name: (name.isupper(), -len(sources[name]), name.isascii(), name))


def _countries(items: Sequence[Item]) -> list[str]:
    told = Counter(state for item in items for state in item.slots["states"])
    return sorted(told, key=lambda state: (-told[state], state))


def _posts(items: Sequence[Item], identity: str | None) -> list[dict[str, Any]]:
    seen: dict[tuple[str, str], list[str]] = {}
    for item in items:
        for post, state in item.slots["posts"]:
            seen.setdefault((post, state), []).extend([item.day] if item.day else [])
    terms = terms_of_person(identity) if identity else ()
    posts = [_post(post, state, sorted(days), terms) for (post, state), days in seen.items()]
    return sorted(posts, key=lambda post: (post.get("first", "9999"), post["post"], post["country"]))


def _post(post: str, state: str, days: list[str], terms: Sequence[Holder]) -> dict[str, Any]:
    told: dict[str, Any] = {"post": post, "country": state}
    if days:
        told |= {"first": days[0], "last": days[-1]}
    term = next((one for one in terms if _held(one, post, state, days)), None)
    if term and term.since:
        told["from"] = term.since
    if term and term.until:
        told["until"] = term.until
    return told


def _held(term: Holder, post: str, state: str, days: list[str]) -> bool:
    fits = not days or (term.first <= days[-1] and days[0] <= term.last)
    return term.post == post and term.state == state and fits


def _conflict(items: Sequence[Item]) -> dict[str, Any]:
    values: dict[str, list[str]] = {}
    for item in items:
        for state in item.slots["states"]:
            values.setdefault(state, []).append(item.key)
    return {"country": [{"value": state, "members": keys} for state, keys in sorted(values.items())]}
