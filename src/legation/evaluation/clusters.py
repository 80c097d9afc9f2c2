"""How well tellings of one thing are brought together: B³ over what people grouped.

B³ (A. Bagga and B. Baldwin, "Algorithms for Scoring Coreference Chains", LREC workshop on linguistic coreference, 1998)
looks at each telling in turn. With C(t) the program's group that holds the telling t, and G(t) people's:

    precision = mean over t of |C(t) ∩ G(t)| / |C(t)|        recall = mean over t of |C(t) ∩ G(t)| / |G(t)|

and F1 is their harmonic mean. Every telling counts alike, also one that stands alone in both; so beside the figure over
all tellings stands the one over those alone that people grouped with another, where nothing is gained by leaving things
apart. Only tellings that people coded are looked at: of records as read, those paired with a coded one.

GOLD_DIR/clusters.json: {"events": [[[file, index in "records", start of the quote], …], …],
"persons": {name: [spelling, …]}}. An event is a meeting, visit, activity, instrument or programme; one that is in no
group stands alone. A person is told once a report; people whose spellings overlap are one.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from legation.errors import WrongUse

EVENTS = frozenset({"meeting", "visit", "activity", "instrument", "programme"})
FILE = "clusters.json"


@dataclass(frozen=True, slots=True)
class BCubed:
    """B³ precision and recall over so many tellings."""

    precision: float
    recall: float
    tellings: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where there is nothing."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)


@dataclass(frozen=True, slots=True)
class GoldClusters:
    """What people brought together: the group of an event's telling by (file, index), that of a person by spelling."""

    events: Mapping[tuple[str, int], int]
    persons: Mapping[frozenset[str], str]

    def event(self, file: str, index: int) -> Hashable:
        """The group of a coded record; the record itself where it is in none."""
        return self.events.get((file, index), (file, index))


def b_cubed(found: Mapping[str, Hashable], wanted: Mapping[str, Hashable]) -> BCubed:
    """B³ over the tellings of `wanted`; `found` gives the program's group of each, one that it lacks stands alone."""
    mine = {telling: found.get(telling, ("alone", telling)) for telling in wanted}
    sizes, gold_sizes = Counter(mine.values()), Counter(wanted.values())
    shared = Counter((mine[telling], wanted[telling]) for telling in wanted)
    pairs = [(mine[telling], wanted[telling]) for telling in wanted]
    count = len(pairs) or 1
    precision = sum(shared[pair] / sizes[pair[0]] for pair in pairs) / count
    recall = sum(shared[pair] / gold_sizes[pair[1]] for pair in pairs) / count
    return BCubed(precision, recall, len(pairs))


def grouped_only(wanted: Mapping[str, Hashable]) -> dict[str, Hashable]:
    """The tellings that people grouped with another."""
    sizes = Counter(wanted.values())
    return {telling: group for telling, group in wanted.items() if sizes[group] > 1}


def load_clusters(folder: Path) -> GoldClusters:
    """The groups of a folder of gold. Raises WrongUse where it has none."""
    path = folder / FILE
    if not path.is_file():
        raise WrongUse(f"{path}: no such file; --clusters needs gold that says which records are the same")
    body = json.loads(path.read_text(encoding="utf-8"))
    events = {(file, index): number for number, told in enumerate(body["events"]) for file, index, _ in told}
    return GoldClusters(events, _persons(body["persons"]))


def _persons(told: Mapping[str, Sequence[str]]) -> dict[frozenset[str], str]:
    """Each spelling's person, by its words; two entries that share a spelling are one."""
    from legation.register.identity.names import name_words

    spellings: dict[str, set[frozenset[str]]] = defaultdict(set)
    for name in sorted(told):
        words = {frozenset(name_words(spelling)) for spelling in (name, *told[name])}
        same = sorted(other for other, known in spellings.items() if known & words)
        for other in same:
            words |= spellings.pop(other)
        spellings[min([name, *same])] |= words
    return {words: name for name, known in spellings.items() for words in known}
