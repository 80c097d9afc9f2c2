"""Adjectives that two states share (« congolais »): the state is the one that the report names, if it names one alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model.mentions import BodyMention, Mention, PersonMention, RoleMention, StateMention
from legation.reading.mentions.lexicon import Scan

_NAMING = frozenset({"name", "capital"})


def settle_namesakes(mentions: Sequence[Mention], scans: Sequence[Scan], site: str | None) -> list[Mention]:
    """The mentions with each shared adjective given to the state of that adjective that the report names otherwise, else to that
    of the dateline."""
    shared = {hit.value[0] for scan in scans for hit in scan.all("adjective") if len(hit.value[0]) > 1}
    if not shared:
        return list(mentions)
    named = {state for one in mentions if isinstance(one, StateMention) and one.form in _NAMING for state in one.states}
    meant: dict[str, str] = {}
    for codes in sorted(shared):
        known = [code for code in codes if code in named] or [code for code in codes if code == site]
        if known and codes[0] not in known:
            meant[codes[0]] = known[0]
    return [_renamed(one, meant) for one in mentions] if meant else list(mentions)


def _renamed(mention: Mention, meant: dict[str, str]) -> Mention:
    if isinstance(mention, StateMention):
        return replace(mention, states=tuple(meant.get(state, state) for state in mention.states))
    if isinstance(mention, BodyMention):
        return replace(mention, parties=tuple(meant.get(state, state) for state in mention.parties))
    if not isinstance(mention, PersonMention | RoleMention):
        return mention
    posts = tuple(replace(post, country=meant.get(post.country or "", post.country)) for post in mention.posts)
    return replace(mention, state=meant.get(mention.state or "", mention.state), posts=posts)
