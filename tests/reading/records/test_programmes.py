"""Programmes: sums that fund, programmes named, goods given; who pays and who gains."""

from __future__ import annotations

from typing import Any

import pytest

from legation.languages.loader import language
from legation.reading.records.programme_words import programme_words
from tests.reading.snippets import records

LEAD = "Le ministre norvégien de la Défense, Lars Berg, a reçu mardi à Oslo son homologue kényan, Joseph Odinga.\n"
SIDES = {"funder": "NOR", "beneficiary": "KEN"}

TOLD: list[tuple[str, dict[str, Any]]] = [
    (
        "Depuis 2015, la Norvège a fourni une aide de près de 12 millions de dollars à deux projets de déminage.",
        {
            **SIDES, "type": "demining", "amount": 12000000, "currency": "USD", "qualifier": "nearly", "since": 2015,
            "projects": 2, "flow": "disbursed", "topics": ("demining_uxo",),
        },
    ),
    (
        "La Norvège s'est engagée à verser 15 millions d'euros aux forces kényanes.",
        {**SIDES, "amount": 15000000, "currency": "EUR", "flow": "pledged"},
    ),
    (
        "Le Kenya a obtenu d'Oslo un prêt de 60 millions d'euros pour six vedettes.",
        {**SIDES, "type": "loan", "amount": 60000000, "flow": "committed"},
    ),
    (
        "Joseph Odinga a remercié la Norvège d'avoir financé, à hauteur de 2 millions de dollars, l'hôpital de Nairobi.",
        {**SIDES, "amount": 2000000},
    ),
    (
        "M. Odinga a remercié Oslo pour la formation gratuite de deux cents officiers kényans.",
        {**SIDES, "type": "training", "topics": ("training_education",)},
    ),
    (
        "Nairobi, à qui Oslo a promis des patrouilleurs neufs, a salué ce geste.",
        {**SIDES, "type": "equipment", "flow": "pledged"},
    ),
    (
        "Il a exprimé sa gratitude pour les ambulances fournies par la Norvège à plusieurs hôpitaux.",
        {**SIDES, "type": "equipment", "flow": "disbursed"},
    ),
    (
        "Oslo a également offert 500.000 doses de vaccin à Nairobi.",
        {**SIDES, "type": "aid"},
    ),
]  # fmt: skip

NOT_TOLD = [
    "Les échanges commerciaux ont atteint 3 milliards de dollars l'an dernier.",
    "Le budget de la défense kényan s'élève à 1,2 milliard de dollars.",
    "Les deux ministres ont évoqué l'aide norvégienne au déminage.",
    "M. Odinga a demandé à Oslo de fournir des hélicoptères.",
    "La Norvège est prête à former davantage d'équipages.",
    "M. Odinga a offert à son hôte un tableau.",
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_a_programme_is_read_with_its_slots(sentence: str, wanted: dict[str, Any]) -> None:
    found = records(LEAD + sentence, "programme", place="Oslo")
    assert len(found) == 1
    assert {name: found[0].get(name) for name in wanted} == wanted


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_trade_budgets_wishes_and_gestures_are_no_programmes(sentence: str) -> None:
    assert records(LEAD + sentence, "programme", place="Oslo") == []


def test_a_sum_that_goes_on_with_another_shares_its_sides() -> None:
    text = "La Norvège a accordé 1,5 million de dollars à la province de Garissa et 4 millions à celle de Lamu."
    found = records(LEAD + text, "programme", place="Oslo")
    assert [(one["amount"], one["funder"]) for one in found] == [(1500000, "NOR"), (4000000, "NOR")]


def test_a_share_and_an_equivalent_are_not_told_again() -> None:
    text = (
        "Le Kenya obtient de la Norvège un prêt de 130 millions d'euros, soit quelque 18 milliards de shillings, "
        "dont une première tranche de 50 millions sera versée en juin."
    )
    assert [one["amount"] for one in records(LEAD + text, "programme", place="Oslo")] == [130000000]


def test_every_set_of_words_is_there() -> None:
    words = programme_words(language("fr"))
    assert set(words.flows.values()) == {"pledged", "committed", "disbursed"}
    assert {label for heads in words.heads.values() for _, label in heads} >= {
        "demining",
        "dioxin",
        "training",
        "capacity_building",
        "trial",
    }
