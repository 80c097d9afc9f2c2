"""What two states share: adjectives (« congolais ») and names of places (« Bergen ») are of the state that the report names."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from legation import world
from legation.model.mentions import BodyMention, Mention, PersonMention, PlaceMention, RoleMention, StateMention
from legation.reading.mentions.lexicon import Scan

_NAMING = frozenset({"name", "capital"})


def settle_namesakes(mentions: Sequence[Mention], scans: Sequence[Scan], site: str | None) -> list[Mention]:
    """The mentions with each shared adjective given to the state of that adjective that the report names otherwise, else
    to that of the dateline; and each place given to a state that the report names, where only namesakes lie elsewhere."""
    told = {state for one in mentions if isinstance(one, StateMention) for state in one.states}
    settled = [_placed(one, told) if isinstance(one, PlaceMention) else one for one in mentions]
    return _settle_adjectives(settled, scans, site)


def _placed(place: PlaceMention, told: Set[str]) -> PlaceMention:
    """The place in a state that the report names, if one of its namesakes lies there (« la base de Bergen »)."""
    if place.country is None or place.country in told:
        return place
    bare = place.name[place.name.rfind(" ") + 1 :]
    there = [one.country for one in (*world.places(place.name), *world.places(bare)) if one.country in told]
    return replace(place, country=there[0]) if there else place


def _settle_adjectives(mentions: Sequence[Mention], scans: Sequence[Scan], site: str | None) -> list[Mention]:
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
