"""Activities: what is done together, when, where, by whom and with which ships; and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.snippets import records

LEAD = "Le ministre norvégien de la Défense, Lars Berg, a reçu mardi à Oslo son homologue kényan, Joseph Odinga.\n"

TOLD: list[tuple[str, dict[str, Any]]] = [
    (
        "La frégate norvégienne Nordkapp a jeté l'ancre lundi dans la rade de Mombasa pour une escale de cinq jours.",
        {
            "type": "port_call", "units": ("Nordkapp",), "date": "2024-05-13", "until": "2024-05-17",
            "place": "rade de Mombasa", "country": "KEN", "parties": ("NOR", "KEN"),
        },
    ),
    (
        "Les deux marines mèneront en juin, au large de Mombasa, l'exercice « Savane », consacré au sauvetage en mer.",
        {
            "type": "exercise", "name": "Savane", "status": "planned", "date": "2024-06", "place": "Mombasa",
            "topics": ("search_rescue",),
        },
    ),
    (
        "En marge de sa visite, M. Odinga a proposé un premier exercice bilatéral de lutte contre la piraterie.",
        {"type": "exercise", "status": "proposed", "parties": ("KEN", "NOR")},
    ),
    (
        "La Norvège a restitué lundi au Kenya la base de Manda.",
        {"type": "handover", "date": "2024-05-13", "parties": ("NOR", "KEN"), "place": "base de Manda"},
    ),
    (
        "Deux vedettes rapides doivent être remises en juin à la marine kényane.",
        {"type": "handover", "status": "planned", "date": "2024-06", "topics": ("equipment_transfer",)},
    ),
    (
        "Nairobi a catégoriquement nié la présence de conseillers russes sur son sol.",
        {"type": "deployment", "status": "denied"},
    ),
    (
        "Une centaine de soldats norvégiens resteront au Kenya.",
        {"type": "deployment", "status": "planned", "parties": ("NOR", "KEN"), "country": "KEN"},
    ),
    (
        "Mercredi, M. Odinga visitera la base navale de Haakonsvern.",
        {"type": "site_visit", "status": "planned", "date": "2024-05-15", "place": "base navale de Haakonsvern"},
    ),
    (
        "M. Odinga a déposé une gerbe au monument aux morts.",
        {"type": "ceremony", "date": "2024-05-14", "country": "NOR"},
    ),
    (
        "Vingt officiers kényans ont suivi en mars un stage de déminage à Horten.",
        {"type": "training_course", "status": "cited", "date": "2024-03", "place": "Horten"},
    ),
    (
        "L'escale à Mombasa de la frégate norvégienne Nordkapp a permis aux équipages de comparer leurs méthodes.",
        {"type": "port_call", "place": "Mombasa", "units": ("Nordkapp",), "parties": ("NOR", "KEN")},
    ),
    (
        "Le Jasiri appareillera jeudi avec la vedette Nyota, offerte par Oslo, pour un exercice commun au large de Mombasa.",
        {"type": "exercise", "status": "planned", "date": "2024-05-16", "place": "Mombasa"},
    ),
    (
        "M. Odinga regagnera Mombasa jeudi. La frégate norvégienne Nordkapp y est annoncée du 3 au 7 juin.",
        {"type": "port_call", "date": "2024-06-03", "until": "2024-06-07", "place": "Mombasa"},
    ),
    (
        "Il a salué les trois cents soldats norvégiens déployés à Manda depuis mars.",
        {"type": "deployment", "place": "Manda", "date": "2024-03"},
    ),
    (
        "La Norvège et la Suède, a-t-il rappelé, instruiront ensemble une brigade kényane au camp Nyota.",
        {"type": "training_course", "status": "planned", "place": "camp Nyota", "parties": ("NOR", "SWE", "KEN")},
    ),
    (
        "L'exercice Savane aura lieu en novembre dans l'est de Java.",
        {"type": "exercise", "name": "Savane", "date": "2024-11", "place": "Java"},
    ),
    (
        "Les deux ministres ont assisté samedi à Mombasa aux manœuvres « Méduse 10 » des deux marines.",
        {"type": "exercise", "name": "Méduse 10", "place": "Mombasa"},
    ),
    (
        "Mombasa accueille depuis lundi les manœuvres Flintlock, qui réunissent les deux marines.",
        {"type": "exercise", "date": "2024-05-13", "name": "Flintlock"},
    ),
    (
        "Le programme prévoit un stage de plongée à Horten et l'escale, en juin, de la frégate norvégienne Nordkapp à Mombasa.",
        {"type": "training_course", "date": None, "place": "Horten"},
    ),
    (
        "Des soldats norvégiens et kényans se retrouveront en juin à Mombasa pour des manœuvres baptisées Keris Woomera.",
        {"type": "exercise", "name": "Keris Woomera", "date": "2024-06", "place": "Mombasa"},
    ),
    (
        "Deux mille soldats prendront part, du 25 mai au 7 juin, à Trident Savane, vaste manœuvre de l'Otan au Kenya.",
        {"type": "exercise", "name": "Trident Savane", "until": "2024-06-07", "country": "KEN"},
    ),
    (
        "Les deux pays préparent l'exercice conjoint Dragon d'or 2025, prévu du 20 au 28 mai.",
        {"type": "exercise", "name": "Dragon d'or 2025", "status": "planned", "date": "2024-05-20"},
    ),
    (
        "Ils ont arrêté un programme de vingt actions, parmi lesquelles l'escale, en avril, de la frégate Nordkapp à Mombasa.",
        {"type": "port_call", "status": "planned", "date": "2025-04", "place": "Mombasa"},
    ),
    (
        "La veille, M. Odinga avait visité le chantier naval de Bergen, théâtre d'une grève en avril 2022.",
        {"type": "site_visit", "place": "chantier naval de Bergen", "date": "2024-05-13"},
    ),
    (
        "La Norvège a rendu lundi au Kenya la seule base qu'elle occupait.",
        {"type": "handover", "date": "2024-05-13"},
    ),
]  # fmt: skip

NOT_TOLD = [
    "Le ministre a souhaité davantage d'escales norvégiennes.",
    "Les deux parties ont décidé de multiplier les exercices.",
    "M. Odinga a demandé à ses hôtes de livrer des hélicoptères.",
    "L'accord permettra aux deux armées de s'entraîner ensemble.",
    "Le budget de l'exercice 2024 est en baisse.",
    "Ils ont ensuite rendu visite au roi.",
    "Quant à l'envoi de stagiaires kényans à l'école de Horten, rien n'est arrêté.",
    "Des cadets kényans ont remis des fleurs à l'ambassadeur.",
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_an_activity_is_read_with_its_slots(sentence: str, wanted: dict[str, Any]) -> None:
    found = [one for one in records(LEAD + sentence, "activity", place="Oslo") if one["type"] == wanted["type"]]
    assert len(found) == 1
    assert {name: found[0].get(name) for name in wanted} == wanted


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_what_is_general_or_only_asked_is_no_activity(sentence: str) -> None:
    assert records(LEAD + sentence, "activity", place="Oslo") == []


def test_a_sentence_may_tell_of_calls_at_several_ports() -> None:
    text = "La frégate norvégienne Nordkapp mouillera le 20 mai à Mombasa, puis, du 25 au 28 mai, à Toulon."
    found = records(LEAD + text, "activity", place="Oslo")
    assert [(one["place"], one["date"], one.get("until")) for one in found] == [
        ("Mombasa", "2024-05-20", None),
        ("Toulon", "2024-05-25", "2024-05-28"),
    ]
    assert all(one["units"] == ("Nordkapp",) for one in found)


def test_a_later_sentence_adds_to_what_was_told() -> None:
    text = "La frégate norvégienne Nordkapp a mouillé lundi à Mombasa.\nCette escale durera jusqu'à vendredi."
    found = records(LEAD + text, "activity", place="Oslo")
    assert [(one["date"], one["until"]) for one in found] == [("2024-05-13", "2024-05-17")]


def test_the_ship_that_a_pronoun_takes_up_trains_with_those_named() -> None:
    text = "La frégate norvégienne Nordkapp a quitté Mombasa lundi. Elle a mené un entraînement avec le patrouilleur Jasiri."
    found = [one for one in records(LEAD + text, "activity", place="Oslo") if one["type"] == "exercise"]
    assert [one["units"] for one in found] == [("Nordkapp", "Jasiri")]


def test_a_relative_of_place_tells_how_long_a_ship_stays() -> None:
    text = "La frégate norvégienne Nordkapp est entrée lundi au port de Mombasa, où elle restera jusqu'à vendredi."
    found = records(LEAD + text, "activity", place="Oslo")
    assert [(one["date"], one.get("until"), one["place"]) for one in found] == [
        ("2024-05-13", "2024-05-17", "port de Mombasa")
    ]


def test_what_is_long_over_is_cited() -> None:
    text = "Les deux marines avaient mené en 2019 leurs premières manœuvres communes."
    assert [one["status"] for one in records(LEAD + text, "activity", place="Oslo")] == ["cited"]
