"""Visits: the frames as data, the sentences that each must accept and reject, and what whole tellings yield.

A sentence is read as the last paragraph of a report from Oslo that names a Greek minister, a Norwegian general and a
Portuguese admiral.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from legation.languages.loader import language
from legation.model.report import RawReport
from legation.pipeline import trace_raw
from legation.reading import verb_forms

FRENCH = language("fr")
FOLDERS = ("frames/visits", "frames/visit_nouns")
FRAMES = [frame for folder in FOLDERS for name in FRENCH.names(folder) for frame in FRENCH.data(name)["frames"]]
LEAD = (
    "OSLO, 14 mai 2024 (AFP) - Le ministre grec de la Défense, Nikos Pappas, a prononcé mardi un discours à Oslo. "
    "Le général Erik Berg, commandant de l'armée norvégienne, et l'amiral portugais Rui Duval ont aussi pris la parole."
    "\n\n"
)
ACCEPTED = [sentence for frame in FRAMES for sentence in frame["accept"]]
REJECTED = [(frame["rule"], sentence) for frame in FRAMES for sentence in frame["reject"]]
TOLD = [
    (
        "L'amiral Duval effectue du 13 au 16 mai une visite officielle en Norvège.",
        [{"visitor": "PRT", "host": "NOR", "type": "official", "date": "2024-05-13", "until": "2024-05-16"}],
    ),
    (
        "Arrivé la veille pour une visite de trois jours, l'amiral Duval a vanté l'amitié.",
        [{"visitor": "PRT", "host": "NOR", "lead": "Rui Duval", "date": "2024-05-13", "until": "2024-05-15"}],
    ),
    (
        "Le général Berg se rendra en juin à Lisbonne et à Madrid.",
        [
            {"visitor": "NOR", "host": "PRT", "status": "planned", "date": "2024-06"},
            {"visitor": "NOR", "host": "ESP", "status": "planned"},
        ],
    ),
    (
        "Arrivé dimanche, l'amiral Duval repartira mercredi.",
        [{"visitor": "PRT", "host": "NOR", "date": "2024-05-12", "until": "2024-05-15"}],
    ),
    (
        "L'amiral Duval est arrivé lundi à Oslo pour une visite de travail. Sa visite s'achèvera jeudi.",
        [{"visitor": "PRT", "type": "working", "date": "2024-05-13", "until": "2024-05-16"}],
    ),
    (
        "L'amiral Duval a quitté Oslo lundi. En Norvège depuis vendredi, il y aura passé quatre jours.",
        [{"visitor": "PRT", "host": "NOR", "date": "2024-05-10", "until": "2024-05-13"}],
    ),
    (
        "Après trois jours passés à Oslo, l'amiral Duval en est reparti lundi.",
        [{"visitor": "PRT", "host": "NOR", "date": "2024-05-11", "until": "2024-05-13"}],
    ),
    (
        "L'amiral Duval est rentré lundi à Lisbonne au terme d'une visite de trois jours en Espagne.",
        [{"visitor": "PRT", "host": "ESP", "date": "2024-05-11", "until": "2024-05-13"}],
    ),
    (
        "L'amiral Duval s'est envolé lundi pour Lisbonne.",
        [{"visitor": "PRT", "host": "NOR", "date": None, "until": "2024-05-13"}],
    ),
    (
        "La délégation portugaise, arrivée dimanche, s'était rendue dès le lendemain à la base de Bodo.",
        [{"visitor": "PRT", "host": "NOR", "date": "2024-05-12"}],
    ),
    (
        "L'amiral Duval est à Madrid, où il restera jusqu'à vendredi.",
        [{"visitor": "PRT", "host": "ESP", "until": "2024-05-17"}],
    ),
    (
        "Il pourrait en débattre à Madrid : l'amiral Duval a promis de s'y rendre en septembre.",
        [{"visitor": "PRT", "host": "ESP", "status": "planned", "date": "2024-09"}],
    ),
    (
        "La venue à Oslo de l'amiral Duval est à l'étude pour l'an prochain.",
        [{"visitor": "PRT", "host": "NOR", "status": "proposed", "date": "2025"}],
    ),
    (
        "L'amiral Duval a convié le général Berg à venir au Portugal dans le courant de l'année prochaine. "
        "Celui-ci a répondu favorablement.",
        [{"visitor": "NOR", "host": "PRT", "status": "planned", "date": "2025"}],
    ),
    (
        "À l'invitation de son homologue espagnol, le ministre grec de la Défense, Nikos Pappas, se rendra lundi à Madrid.",
        [{"visitor": "GRC", "host": "ESP", "lead": "Nikos Pappas", "status": "planned", "date": "2024-05-20"}],
    ),
    (
        "Au troisième et dernier jour de sa visite en Norvège, l'amiral Duval a inspecté lundi une base.",
        [{"visitor": "PRT", "host": "NOR", "date": "2024-05-11", "until": "2024-05-13"}],
    ),
    (
        "L'amiral Duval et le ministre grec se rendront en juin à Madrid.",
        [
            {"visitor": "PRT", "host": "ESP", "lead": "Rui Duval", "date": "2024-06"},
            {"visitor": "GRC", "host": "ESP", "lead": "Nikos Pappas", "date": "2024-06"},
        ],
    ),
    (
        "La visite de l'amiral Duval en Espagne, qui devait débuter jeudi, a finalement été annulée.",
        [{"visitor": "PRT", "host": "ESP", "status": "cancelled"}],
    ),
    ("Puis ce fut le tour de l'amiral Duval, venu en voisin.", []),
    ("Le ministre grec s'est rendu à l'évidence.", []),
    ("L'amiral Duval a visité une exposition.", []),
]


@cache
def visits(sentence: str) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """The rules and slots of the visits that the sentence yields."""
    records = trace_raw(RawReport("example", f"{LEAD}{sentence}\n")).report.records
    return tuple((one.rule, one.slots) for one in records if one.kind == "visit" and one.end > len(LEAD))


def test_rules_have_names_of_their_own() -> None:
    assert not [rule for rule, count in Counter(frame["rule"] for frame in FRAMES).items() if count > 1]


def test_frames_name_verbs_that_are_conjugated() -> None:
    known = verb_forms.verbs("fr")
    assert not [verb for frame in FRAMES for verb in frame.get("verbs", ()) if verb.removeprefix("se_") not in known]


@pytest.mark.parametrize("sentence", ACCEPTED)
def test_a_frame_takes_its_sentences(sentence: str) -> None:
    assert visits(sentence)


@pytest.mark.parametrize(("rule", "sentence"), REJECTED)
def test_a_frame_leaves_other_sentences(rule: str, sentence: str) -> None:
    assert rule not in {found for found, _ in visits(sentence)}


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_tellings_fill_their_slots(sentence: str, expected: list[dict[str, Any]]) -> None:
    found = [slots for _, slots in visits(sentence)]
    assert len(found) == len(expected)
    for slots, wanted in zip(found, expected, strict=True):
        assert {name: slots.get(name) for name in wanted} == wanted
