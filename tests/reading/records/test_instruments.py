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
    (
        "Le protocole, qui remplace celui de 1998, a été signé lundi par les deux ministres.",
        [{"form": "protocol", "action": "signed", "date": "2024-05-13"}],
    ),
    (
        "Un procès-verbal arrêtant les activités à mener en 2026 a été signé lundi par les deux ministres.",
        [{"form": "other", "action": "signed", "date": "2024-05-13"}],
    ),
    (
        "La signature d'une lettre d'intention sur le déminage est prévue fin juin à Oslo.",
        [{"form": "loi", "action": "to_sign", "subject": "déminage", "date": "2024-06"}],
    ),
    (
        "Les deux pays sont liés depuis 2009 par un pacte de défense.",
        [{"form": "agreement", "action": "cited", "date": "2009"}],
    ),
    (
        "Ils ont évoqué l'échange de notes auquel les deux ministres avaient procédé le 8 mars dernier.",
        [{"form": "other", "action": "cited", "date": "2024-03-08"}],
    ),
    (
        "Des contrats d'exécution, plus détaillés, seront signés en août.",
        [{"form": "contract", "action": "to_sign", "date": "2024-08"}],
    ),
    (
        "Ils ont signé onze accords, dont un protocole sur la surveillance des côtes.",
        [{"form": "protocol", "action": "signed", "subject": "surveillance des côtes"}],
    ),
    (
        "Les deux ministres ont adopté une déclaration conjointe sur la défense nordique.",
        [{"form": "joint_statement", "action": "adopted", "subject": "défense nordique"}],
    ),
    (
        "Les deux ministres ont signé lundi le plan de coopération navale pour 2025-2029.",
        [{"form": "action_plan", "action": "signed", "date": "2024-05-13"}],
    ),
    (
        "Les deux ministres ont arrêté lundi le programme des activités de l'année 2025.",
        [{"form": "action_plan", "action": "adopted", "date": "2024-05-13"}],
    ),
    (
        "Ils ont salué l'adoption, la veille, du procès-verbal.",
        [{"form": "other", "action": "adopted", "date": "2024-05-12"}],
    ),
    (
        "Les deux pays complèteront l'accord-cadre de 1999 par un arrangement sur le statut des forces, dont la signature "
        "pourrait intervenir en juin.",
        [
            {"form": "agreement", "action": "cited", "date": "1999"},
            {"form": "agreement", "action": "to_sign", "subject": "statut des forces", "date": "2024-06"},
        ],
    ),
    (
        "La coopération navale, encadrée depuis 2015 par un mémorandum, est solide.",
        [{"form": "mou", "action": "cited", "date": "2015"}],
    ),
    (
        "En vertu du protocole de 2011, les deux pays organisent des exercices.",
        [{"form": "protocol", "subject": None, "date": "2011"}],
    ),
    ("Aucun accord n'a été signé entre la Grèce et la Norvège.", []),
    ("Sur ce point, l'accord a été immédiat.", []),
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


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        (
            "Kongsberg Maritime et la Grèce ont signé lundi un contrat pour l'achat de drones.",
            ["GRC", "Kongsberg Maritime"],
        ),
        ("La Grèce a signé lundi un contrat avec Thales.", ["GRC", "Thales"]),
        ("Le contrat a été signé lundi par Thales et le ministère grec de la Défense.", ["GRC", "Thales"]),
        ("Lundi, la Grèce et la Norvège ont signé un contrat.", ["GRC", "NOR"]),
        ("Les deux ministres ont signé un accord sur la formation des casques bleus de l'ONU.", ["GRC", "NOR"]),
    ],
)
def test_firms_are_parties(sentence: str, parties: list[str]) -> None:
    assert [sorted(one["parties"]) for one in records(PAIR + sentence, "instrument", place="Oslo")] == [parties]


def test_a_document_of_one_side_is_with_the_state_of_the_dateline() -> None:
    told = "L'accord d'accès signé en mars avec la Grèce sera appliqué."
    assert [sorted(one["parties"]) for one in records(told, "instrument", place="Oslo")] == [["GRC", "NOR"]]
