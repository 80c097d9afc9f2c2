"""All lexicons of a language's knowledge files, in one automaton, with the tables that the finders look up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation import world
from legation.languages import language
from legation.reading.mentions.lexicon import Entry, Lexicon, fold, forms
from legation.reading.mentions.names import Shapes, shapes

MECHANISMS = frozenset(
    {"regional_forum", "ministers_meeting", "policy_dialogue", "two_plus_two", "working_group", "joint_committee",
     "staff_talks", "hotline"}
)  # fmt: skip


ASKED = frozenset(
    {"weak_places_before", "places_before", "things_before", "strong_before", "introduced", "introduced_former", "meanwhile",
     "realm", "same_open", "same_close", "standing_cue",
     "locative", "dative", "body_inside", "side_opener", "including", "in_turn", "since", "link_inner", "link_charge",
     "link_beside", "place_adjective", "before_two", "ship_between", "between", "rank_tail", "modifier", "body_topic",
     "expert_topic", "forum", "joint", "same", "place_bare", "place_of"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexicon of a language and the tables that give its entries their meaning."""

    code: str
    lexicon: Lexicon
    states: Mapping[str, Any]
    posts: Mapping[str, Any]
    ranks: Mapping[str, Any]
    names: Mapping[str, Any]
    roles: Mapping[str, Any]
    bodies: Mapping[str, Any]
    units: Mapping[str, Any]
    prefixes: Mapping[str, str]
    adjective_endings: tuple[str, ...]
    ordinal_marks: frozenset[str]
    ordinals: frozenset[str]
    particles: tuple[str, ...]
    shapes: Shapes


@lru_cache(maxsize=4)
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of a language by its ISO 639-1 code."""
    data = language(code).data
    states, posts, ranks, names, roles = (data(name) for name in ("states", "posts", "ranks", "names", "roles"))
    bodies, units = data("bodies"), data("units")
    entries = [*_state_entries(states), *_post_entries(posts), *_rank_entries(ranks), *_role_entries(roles)]
    entries += [*_body_entries(bodies, code), *_unit_entries(units)]
    entries += [Entry(word, "never", None, "exact") for word in names["never"]]
    for label in (
        "places_before",
        "weak_places_before",
        "things_before",
        "strong_before",
        "introduced",
        "introduced_former",
        "meanwhile",
    ):
        entries += [Entry(word, label, None) for word in names[label]]
    prefixes = {fold(word): iso for iso, one in states["states"].items() for word in one.get("prefixes", ())}
    prefixes |= {fold(w): iso for iso, one in states["organisations"].items() for w in one.get("prefixes", ())}
    endings = tuple(fold(ending) for ending in posts["adjective_endings"])
    marks = frozenset(fold(mark) for mark in posts["ordinal_marks"])
    ordinals = frozenset(fold(word) for word in posts["ordinals"])
    particles = tuple(units["particles"])
    lexicon = Lexicon(entries, ASKED)
    return Vocabulary(
        code, lexicon, states, posts, ranks, names, roles, bodies, units, prefixes, endings, marks, ordinals, particles,
        shapes(names),
    )  # fmt: skip


def _acronym(word: str) -> bool:
    return len(word) > 1 and word.replace(".", "").replace("-", "").isalnum() and word.isupper()


def _named(words: list[str], label: str, value: Any) -> Iterator[Entry]:
    """Entries of proper names: acronyms as written, others with a capital initial where they are written with one."""
    for word in words:
        case = "exact" if _acronym(word) else "cap" if word[0].isupper() else "any"
        yield Entry(word, label, value, case)


def _state_entries(states: Mapping[str, Any]) -> Iterator[Entry]:
    adjectives: dict[str, tuple[dict[str, None], str]] = {}
    for code, one in states["states"].items():
        yield from _named(one["names"], "state", code)
        yield from _named(one.get("capitals", []), "capital", code)
        for word, kind in forms(one["adjective"]):
            adjectives.setdefault(word, ({}, kind))[0][code] = None
    for word, (codes, kind) in adjectives.items():
        yield Entry(word, "adjective", (tuple(codes), kind))
    for code, one in states["organisations"].items():
        yield from _named(one["names"], "organisation", code)
        for word in one.get("adjective", ()):
            yield Entry(word, "organisation_adjective", code, "lower")
    for one in states["groups"]:
        yield from (Entry(word, "state_group", tuple(one["states"])) for word in one["words"])
    yield from _proxies(states)


def _proxies(states: Mapping[str, Any]) -> Iterator[Entry]:
    for code, words in states["seats"].items():
        yield from _named(words, "seat", (code,))
    for code, kinds in states["forces"].items():
        for kind, words in kinds.items():
            for word in words:
                case = "exact" if _acronym(word) else "any"
                yield Entry(word, "force", (code, kind), case)
    for one in states["ministries"]:
        yield from _named(one["words"], "ministry", tuple(one["states"]))
    for one in states["epithets"]:
        yield from (Entry(word, "epithet", tuple(one["states"])) for word in one["words"])
    for word in states["shields"]:
        yield Entry(word, "shield", None)


def _post_entries(posts: Mapping[str, Any]) -> Iterator[Entry]:
    heads: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for name, one in posts["heads"].items():
        for word, kind in forms(one):
            for written in (word, word.replace("-", " ")):
                heads.setdefault(written, (name, kind, tuple(one.get("with", ()))))
    yield from (Entry(word, "head", value) for word, value in heads.items())
    fields: dict[str, dict[str, None]] = {}
    for name, words in posts["fields"].items():
        for word in words:
            fields.setdefault(fold(word), {})[name] = None
    yield from (Entry(word, "field", tuple(names)) for word, names in fields.items())
    for name, words in posts["nouns"].items():
        yield from (Entry(word, "noun", name, "exact" if _acronym(word) else "any") for word in words)
    for table, label in (("modifiers", "modifier"), ("before", "before"), ("links", "link")):
        for name, words in posts[table].items():
            yield from (Entry(word, f"{label}_{name}" if label == "link" else label, name) for word in words)
    yield from _clause_entries(posts)


def _clause_entries(posts: Mapping[str, Any]) -> Iterator[Entry]:
    clauses: dict[str, list[int]] = {}
    for number, one in enumerate(posts["clauses"]):
        for word in one["words"]:
            clauses.setdefault(word, []).append(number)
    yield from (Entry(word, "clause", tuple(numbers)) for word, numbers in clauses.items())
    for code, heads in posts["realms"].items():
        yield from (Entry(word, "realm", code) for word in heads)
    for label in ("same", "same_open", "same_close"):
        yield from _plain(posts[label], label, None)
    yield from (Entry(word, "succession", None) for word in posts["succession"])
    yield from (Entry(word, "that_of", kind) for word, kind in forms(posts["pronouns"]))
    yield from _plain(posts["side_openers"], "side_opener", None)
    for label in ("including", "in_turn", "since"):
        yield from _plain(posts[label], label, None)
    yield from (Entry(word, "counterpart", kind) for word, kind in forms(posts["counterparts"]))


def _rank_entries(ranks: Mapping[str, Any]) -> Iterator[Entry]:
    for name, one in ranks["ranks"].items():
        yield from (Entry(word, "rank", (name, kind)) for word, kind in forms(one))
    yield from (Entry(word, "courtesy", kind, "exact") for word, kind in forms(ranks["courtesy"]))
    yield from (Entry(word, "rank_tail", None) for word in ranks["tails"])
    yield from (Entry(word, "honour", None, "exact") for word in ranks["titles"])


def _role_entries(roles: Mapping[str, Any]) -> Iterator[Entry]:
    for name, words in roles["determiners"].items():
        value = (name.removesuffix("_many"), name.endswith("_many"))
        yield from (Entry(word, "determiner", value) for word in words)
    yield from (Entry(word, "number", number) for word, number in roles["numbers"].items())
    yield from (Entry(word, "role_adjective", None) for word in roles["adjectives"])
    nouns: dict[str, list[tuple[str, str, str]]] = {}
    for name, one in roles["nouns"].items():
        for word, kind in forms(one):
            nouns.setdefault(word, []).append((name, kind, one.get("kind", "person")))
    for word, values in nouns.items():
        yield Entry(word, "role", tuple(values), "cap" if word[0].isupper() else "any")
    for number, one in roles["ordinals"].items():
        yield from (Entry(word, "ordinal", (int(number), kind, False)) for word, kind in forms(one))
    for number, one in roles["contracted_ordinals"].items():
        yield from (Entry(word, "ordinal", (int(number), kind, True)) for word, kind in forms(one))
    for one in roles["demonstratives"].values():
        yield from (Entry(word, "demonstrative", kind) for word, kind in forms(one))
    yield from (Entry(word, "that_of", kind) for word, kind in forms(roles["that_of"]))
    yield from (Entry(word, "group_pronoun", None) for word in roles["groups"])
    yield from (Entry(word, "impersonal", None) for word in roles["impersonal"])
    for kind, words in roles["pronouns"].items():
        yield from (Entry(word, "pronoun", kind) for word in words)


def _body_entries(bodies: Mapping[str, Any], code: str) -> Iterator[Entry]:
    known: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for one in world.all_series():
        if one.kind in MECHANISMS and not _bilateral(one.parties):
            known |= dict.fromkeys(one.spellings.get(code, ()), (one.name, one.kind, ()))
    for name, one in bodies["known"].items():
        known |= {word: (name, one["type"], tuple(one.get("parties", ()))) for word in one["words"]}
    yield from (Entry(word, "body", value, "exact" if _acronym(word) else "any") for word, value in known.items())
    for topic, words in bodies["expert_groups"].items():
        yield from (Entry(word, "expert_topic", topic) for word in words)
    yield from (Entry(word, "expert_head", word in bodies["expert_sure"]) for word in bodies["expert_heads"])
    yield from (Entry(word, "forum", None) for word in bodies["forums"])
    for kind, nouns in bodies["heads"].items():
        for noun, words in nouns.items():
            yield from (Entry(word, "body_head", (kind, noun)) for word in words)
    yield from (Entry(word, "joint", value) for word, value in bodies["joint"].items())
    for topic, words in bodies["topics"].items():
        yield from (Entry(word, "body_topic", topic) for word in words)
    yield from _plain(bodies["inside"], "body_inside", None)
    yield from _plain(bodies["standing_cues"], "standing_cue", None)
    yield from _plain(bodies["between"], "between", None)
    yield from _plain(bodies["before_two_plus_two"], "before_two", None)
    for kind, words in bodies["general"].items():
        yield from (Entry(word, "institution", kind, "cap") for word in words)
    yield from _plain(bodies["firms"], "firm_noun", "firm")
    yield from _plain(bodies["ngo"], "firm_noun", "organisation")


def _bilateral(parties: tuple[str, ...]) -> bool:
    """Whether a series belongs to two states, whose common words (« dialogue de défense ») would claim too much."""
    return len(parties) > 1


def _plain(words: list[str], label: str, value: Any) -> Iterator[Entry]:
    return (Entry(word, label, value) for word in words)


def _unit_entries(units: Mapping[str, Any]) -> Iterator[Entry]:
    for number in ("one", "many"):
        yield from _plain(units["ships"][number], "ship", number)
    yield from (Entry(word, "ship_prefix", iso, "exact") for word, iso in units["ships"]["prefixes"].items())
    yield from _plain(units["between"], "ship_between", None)
    yield from _plain(units["classes"], "ship_between", "class")
    yield from _plain(units["units"], "unit", None)
    yield from _plain(units["operations"], "operation", None)
    yield from _plain(units["exercises"], "exercise", None)
    for kind, nouns in units["places"].items():
        yield from _plain(nouns["after_of"], "place_of", kind)
        yield from _plain(nouns["bare"], "place_bare", kind)
    for key, label in (("place_adjectives", "place_adjective"), ("seats", "seat_noun"), ("locative", "locative"),
                       ("dative", "dative"), ("seas", "sea"), ("regions", "region")):  # fmt: skip
        yield from (Entry(word, label, None, "cap" if label == "region" else "any") for word in units[key])
