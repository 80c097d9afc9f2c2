"""A small register for tests of queries: two reports of one visit, one of later deeds, one on others."""

from __future__ import annotations

from pathlib import Path

from legation.model.report import Record, Slot
from legation.register.adding import Arrival
from legation.register.store import Register
from tests.register.material import arrival, filled

VISIT = (
    "Le ministre portugais João Pereira est arrivé à Rabat. Il y a rencontré son homologue Karim Benali. "
    "M. Benali a demandé des cours de déminage. Le général Đỗ Văn Minh assistait aux exercices conjoints en mer."
)
AGAIN = (
    "Joao Pereira a effectué une visite au Maroc. Les entretiens avec Karim Benali ont eu lieu à Salé. "
    "Le Maroc a sollicité un navire pour la recherche en mer."
)
LATER = "Un cours de déminage portugais s'est ouvert à Agadir. Des officiers marocains y prennent part depuis lundi."
OTHERS = "Le ministre français Luc Perrin a reçu à Paris son homologue chilien. Ils ont parlé de la formation en mer."
PAIR = ("MAR", "PRT")


def says(text: str, words: str, kind: str, /, **slots: Slot) -> Record:
    """A record on the words of a text."""
    start = text.index(words)
    return Record(kind, words, start, start + len(words), f"test.{kind}", slots)


def reports() -> list[Arrival]:
    """Four reports as if they had been read."""
    parties = ("MAR", "PRT")
    people = ("João Pereira", "Karim Benali")
    first = arrival(
        VISIT,
        says(VISIT, "Le ministre portugais João Pereira est arrivé à Rabat", "visit", type="official", visitor="PRT",
             host="MAR", lead="João Pereira", date="2018-06-11", until="2018-06-13"),
        says(VISIT, "ministre portugais João Pereira", "office", person="João Pereira", post="defence_minister", country="PRT"),
        says(VISIT, "son homologue Karim Benali", "office", person="Karim Benali", post="defence_minister", country="MAR"),
        says(VISIT, "Le général Đỗ Văn Minh", "office", person="Đỗ Văn Minh", post="officer", country="VNM"),
        says(VISIT, "Il y a rencontré son homologue Karim Benali", "meeting", type="talks", date="2018-06-12", place="Rabat",
             country="MAR", parties=parties, persons=people),
        says(VISIT, "M. Benali a demandé des cours de déminage", "statement", act="REQUEST", speakers=("Karim Benali",),
             side=("MAR",), addressee=("PRT",), topics=("demining_uxo",)),
        file="a.txt", day="2018-06-12", outlet="Lusa",
    )  # fmt: skip
    again = arrival(
        AGAIN,
        says(AGAIN, "Joao Pereira a effectué une visite au Maroc", "visit", type="official", visitor="PRT", host="MAR",
             lead="Joao Pereira", date="2018-06-11"),
        says(AGAIN, "Les entretiens avec Karim Benali ont eu lieu à Salé", "meeting", type="talks", date="2018-06-12",
             place="Salé", country="MAR", parties=parties, persons=people),
        says(AGAIN, "Le Maroc a sollicité un navire pour la recherche en mer", "statement", act="REQUEST", side=("MAR",),
             topics=("maritime_security",)),
        file="b.txt", day="2018-06-13", outlet="MAP",
    )  # fmt: skip
    later = arrival(
        LATER,
        says(LATER, "Un cours de déminage portugais s'est ouvert à Agadir", "activity", type="training_course",
             date="2019-03", place="Agadir", country="MAR", parties=parties, topics=("demining_uxo",)),
        file="c.txt", day="2019-03-05",
    )  # fmt: skip
    others = arrival(
        OTHERS,
        says(OTHERS, "Le ministre français Luc Perrin a reçu à Paris son homologue chilien", "meeting", type="talks",
             date="2020-01-07", place="Paris", country="FRA", parties=("CHL", "FRA"), persons=("Luc Perrin",)),
        says(OTHERS, "ministre français Luc Perrin", "office", person="Luc Perrin", post="defence_minister", country="FRA"),
        file="d.txt", day="2020-01-08",
    )  # fmt: skip
    return [first, again, later, others]


def small(path: Path) -> Register:
    """The register of these reports."""
    return filled(path, reports())
