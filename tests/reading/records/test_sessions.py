"""Sessions and summits: whose they are, which one, and whether they are this report's own."""

from typing import Any

import pytest
from snippets import records

RECEPTION = "Le ministre norvégien de la Défense, Lars Dahl, a reçu à Oslo le général grec Nikos Pappas.\n"
SESSION = "La quatrième session du comité militaire conjoint entre la Norvège et la Grèce s'est achevée lundi à Oslo.\n"
OTHERS: list[tuple[str, dict[str, Any]]] = [
    ("La dernière avait eu lieu à Athènes en mars 2022.", {"status": "cited", "date": "2022-03", "place": "Athènes"}),
    ("La précédente avait été organisée à Athènes.", {"place": "Athènes", "country": "GRC"}),
    ("Athènes avait accueilli la précédente en mars 2022.", {"status": "cited", "date": "2022-03", "place": "Athènes"}),
    ("Elle fait suite à celle tenue à Athènes en mars 2022.", {"status": "cited", "place": "Athènes"}),
    ("La première édition remonte à 2018, à Athènes.", {"status": "cited", "session": 1, "date": "2018"}),
    ("Elle intervient après une troisième session à Athènes en 2022.", {"session": 3, "date": "2022"}),
    ("La 5e se tiendra à Athènes en 2025.", {"status": "planned", "session": 5, "date": "2025"}),
    ("L'édition 2025 aura lieu à Athènes.", {"status": "planned", "date": "2025", "place": "Athènes"}),
    (
        "Athènes abritera en mai 2025 la prochaine réunion.",
        {"status": "planned", "date": "2025-05", "place": "Athènes"},
    ),
]
MANY: list[tuple[str, dict[str, Any]]] = [
    (
        "La décision avait été prise au sommet de Madrid, il y a deux ans.",
        {"type": "summit", "status": "cited", "date": "2022", "place": "Madrid", "country": "ESP"},
    ),
    (
        "C'était deux mois après le sommet de Rome entre le président américain John Cole et le roi Paul Kone, a dit Berg.",
        {"type": "summit", "status": "cited", "place": "Rome", "persons": ("John Cole", "Paul Kone")},
    ),
    (
        "La conférence des chefs d'état-major de la Cédéao s'est ouverte lundi à Abuja.",
        {"type": "conference", "date": "2024-05-13", "place": "Abuja", "parties": ("ECOWAS",)},
    ),
]
NONE = [
    "La conférence de presse s'est tenue lundi à Athènes.",
    "Athènes a accueilli la première frégate.",
    "La compagnie a fait l'ascension du sommet.",
]


@pytest.mark.parametrize(("told", "expected"), OTHERS)
def test_another_session_is_told_without_its_name(told: str, expected: dict[str, Any]) -> None:
    found = [one for one in records(SESSION + told, "meeting", place="Oslo") if one.get("session") != 4]
    assert [{name: one[name] for name in expected} for one in found] == [expected]
    assert set(found[0]["parties"]) == {"NOR", "GRC"}


@pytest.mark.parametrize(("told", "expected"), MANY)
def test_many_meet_without_a_number(told: str, expected: dict[str, Any]) -> None:
    found = [
        one for one in records(RECEPTION + told, "meeting", place="Oslo") if one["type"] in {"summit", "conference"}
    ]
    assert [{name: one[name] for name in expected} for one in found] == [expected]


@pytest.mark.parametrize("told", NONE)
def test_no_session_is_told(told: str) -> None:
    assert len(records(RECEPTION + told, "meeting", place="Oslo")) == 1


def test_a_body_named_before_sits_for_the_first_time() -> None:
    told = "Un comité mixte entre la Norvège et la Grèce suivra l'accord. Il siégera pour la première fois en juin à Athènes."
    found = [one for one in records(RECEPTION + told, "meeting", place="Oslo") if one["type"] == "dialogue_session"]
    assert [(one["session"], one["status"], one["date"], one["place"]) for one in found] == [
        (1, "planned", "2024-06", "Athènes")
    ]


def test_a_noun_beside_the_name_of_a_body_is_no_session_of_its_own() -> None:
    told = "Lundi s'est tenu à Oslo le 6e Dialogue de défense entre la Norvège et la Grèce, premier tour de table depuis avril."
    found = [one for one in records(RECEPTION + told, "meeting", place="Oslo") if one["type"] == "dialogue_session"]
    assert [one["session"] for one in found] == [6]


def test_who_presides_is_told_in_a_relative_clause() -> None:
    told = "La 5e session du dialogue de défense, que le général Pappas coprésidera avec Lars Dahl, a été fixée à juin."
    found = [one for one in records(RECEPTION + told, "meeting", place="Oslo") if one["type"] == "dialogue_session"]
    assert [(one["status"], one["date"], set(one["persons"])) for one in found] == [
        ("planned", "2024-06", {"Nikos Pappas", "Lars Dahl"})
    ]


def test_a_summit_of_other_states_is_cited_with_them_alone() -> None:
    told = "Il a félicité la Grèce d'avoir organisé avec succès le deuxième sommet Maroc-Espagne à Athènes."
    summit = next(one for one in records(RECEPTION + told, "meeting", place="Oslo") if one["type"] == "summit")
    assert sorted(summit["parties"]) == ["ESP", "MAR"]
    assert (summit["status"], summit["session"], summit.get("date")) == ("cited", 2, None)
    assert not summit.get("persons")
