"""Instruments: what document, what is done with it, between whom, when."""

from typing import Any

import pytest
from snippets import records

PAIR = "Le ministre grec de la Défense, Nikos Pappas, a rencontré lundi à Oslo son homologue norvégien, Lars Dahl.\n"
CASES: list[tuple[str, list[dict[str, Any]]]] = [
    (
        "Les deux ministres ont signé un mémorandum d'entente sur la cyberdéfense.",
        [{"form": "mou", "action": "signed", "subject": "cyberdéfense", "date": "2024-05-14"}],
    ),
    (
        "L'accord de coopération militaire signé en mars 2011 reste en vigueur.",
        [{"action": "cited", "date": "2011-03"}],
    ),
    (
        "Les deux ministres ont décidé de conclure un accord sur le déminage.",
        [{"form": "agreement", "action": "to_sign"}],
    ),
    (
        "Ils ont signé deux lettres d'intention, l'une sur la cyberdéfense, l'autre sur le déminage.",
        [{"form": "loi", "subject": "cyberdéfense"}, {"form": "loi", "subject": "déminage"}],
    ),
    (
        "Les deux ministres ont signé un mémorandum. Le texte, le premier du genre, institue un dialogue annuel.",
        [{"form": "mou", "action": "signed", "subject": "dialogue annuel"}],
    ),
    (
        "Le mémorandum que les deux ministres ont signé porte sur la médecine militaire.",
        [{"form": "mou", "action": "signed", "subject": "médecine militaire", "topics": ("military_medicine",)}],
    ),
    (
        "Ils avaient signé en décembre 2022 un protocole sur la surveillance des côtes.",
        [{"form": "protocol", "action": "cited", "date": "2022-12"}],
    ),
    ("À la clé, un accord de réadmission.", [{"form": "agreement", "action": "signed", "date": "2024-05-14"}]),
    ("Ils se sont mis d'accord sur un calendrier.", []),
    ("Un responsable a démenti qu'un accord ait été signé.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_instruments(sentence: str, expected: list[dict[str, Any]]) -> None:
    found = records(PAIR + sentence, "instrument", place="Oslo")
    assert len(found) == len(expected), found
    for one, slots in zip(found, expected, strict=True):
        assert {name: one.get(name) for name in slots} == slots
        assert sorted(one["parties"]) == ["GRC", "NOR"]
