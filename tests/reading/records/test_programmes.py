"""Programmes: sums that fund, programmes named, goods given; who pays and who gains."""

from __future__ import annotations

from typing import Any

import pytest

from legation.languages.loader import language
from legation.reading.mentions.sums import currency_among, find_sums
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
    (
        "Une enveloppe de 40 millions de couronnes a été mobilisée par Oslo pour la marine kényane.",
        {**SIDES, "type": "aid", "amount": 40000000, "currency": "NOK"},
    ),
    (
        "Un premier versement de 3 millions d'euros a été effectué en mars.",
        {**SIDES, "amount": 3000000},
    ),
    (
        "Deux vedettes, construites grâce à un prêt norvégien, patrouillent au large de Mombasa.",
        {**SIDES, "type": "loan"},
    ),
    (
        "M. Odinga a remercié Oslo pour son appui à la construction de l'hôpital de Nairobi.",
        {**SIDES, "type": "aid"},
    ),
    (
        "Oslo a fait don de vingt véhicules à l'armée kényane.",
        {**SIDES, "type": "equipment"},
    ),
    (
        "Deux drones pourraient être mis à la disposition de l'armée kényane.",
        {**SIDES, "type": "equipment", "status": "proposed"},
    ),
    (
        "La marine kényane a reçu deux ambulances de la part de la Norvège.",
        {**SIDES, "type": "equipment"},
    ),
    (
        "La Norvège a prêté au Kenya quatre canons.",
        {**SIDES, "type": "loan"},
    ),
    (
        "La Norvège a formé plus de 1.500 militaires kényans.",
        {**SIDES, "type": "training"},
    ),
    (
        "L'académie d'Oslo accueille chaque année une quinzaine de cadets kényans.",
        {**SIDES, "type": "training"},
    ),
    (
        "Il a visité l'école de déminage, que la Norvège soutient depuis 2008.",
        {**SIDES, "type": "demining", "since": 2008},
    ),
    (
        "Une seconde tranche, d'un montant maximal de 9 millions d'euros, est à l'étude.",
        {**SIDES, "amount": 9000000, "qualifier": "up_to", "status": "proposed"},
    ),
    (
        "Bruxelles a débloqué 13 millions d'euros en faveur de la marine kényane.",
        {"funder": "EU", "beneficiary": "KEN", "amount": 13000000, "currency": "EUR"},
    ),
]  # fmt: skip

NOT_TOLD = [
    "Les échanges commerciaux ont atteint 3 milliards de dollars l'an dernier.",
    "Le budget de la défense kényan s'élève à 1,2 milliard de dollars.",
    "Les deux ministres ont évoqué l'aide norvégienne au déminage.",
    "M. Odinga a demandé à Oslo de fournir des hélicoptères.",
    "La Norvège est prête à former davantage d'équipages.",
    "M. Odinga a offert à son hôte un tableau.",
    "M. Odinga a offert à son hôte une maquette de vedette.",
    "La Norvège n'est pas en mesure de fournir des hélicoptères au Kenya.",
    "L'attaque a coûté 3 millions d'euros à l'État kényan.",
    "La Norvège dispose d'un fonds souverain de 1.600 milliards de dollars.",
    "Trois officiers kényans ont suivi en mai une formation à Oslo.",
    "La Norvège va consacrer 10 milliards d'euros à la modernisation de son armée.",
    "Le marché mondial des drones est estimé à 30 milliards de dollars.",
    "Le gazoduc, d'un coût de 13 milliards de dollars, reliera Mombasa à Nairobi.",
    "L'Union européenne a adopté un plan de 800 milliards d'euros.",
    "La Norvège a mis un avion à disposition pour évacuer ses ressortissants.",
    "Le prix d'un drone de ce type est d'environ 5 millions de dollars.",
    "Le ministre kényan a remercié la Norvège pour son appui à la construction de la paix.",
    "M. Odinga a salué l'appui norvégien à la montée en gamme de ses forces.",
]

BOUGHT: list[tuple[str, str, dict[str, Any]]] = [
    ("Nairobi a signé un contrat de 300 millions de dollars portant sur douze blindés.", "KEN", {"amount": 300000000}),
    ("Le Kenya a acquis six vedettes pour plus de 80 millions d'euros.", "KEN", {"qualifier": "over"}),
    ("Oslo a vendu à Nairobi seize missiles.", "KEN", {}),
    ("Six hélicoptères ont été achetés par la Norvège pour 900 millions de couronnes.", "NOR", {"currency": "NOK"}),
    ("La commande kényane, de 40 millions de dollars, porte sur 6 C-130.", "KEN", {"amount": 40000000}),
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_a_programme_is_read_with_its_slots(sentence: str, wanted: dict[str, Any]) -> None:
    found = records(LEAD + sentence, "programme", place="Oslo")
    assert len(found) == 1
    assert {name: found[0].get(name) for name in wanted} == wanted


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_trade_budgets_wishes_and_gestures_are_no_programmes(sentence: str) -> None:
    assert records(LEAD + sentence, "programme", place="Oslo") == []


@pytest.mark.parametrize(("sentence", "buyer", "wanted"), BOUGHT)
def test_what_is_bought_gains_the_buyer_and_nobody_funds_it(sentence: str, buyer: str, wanted: dict[str, Any]) -> None:
    found = records(LEAD + sentence, "programme", place="Oslo")
    assert len(found) == 1
    assert {name: found[0].get(name) for name in wanted} == wanted
    assert (found[0]["type"], found[0].get("funder"), found[0]["beneficiary"]) == ("equipment", None, buyer)


@pytest.mark.parametrize(
    ("sides", "currency"),
    [(("SWE", "KEN"), "SEK"), (("DNK", "KEN"), "DKK"), (("KEN", "NOR"), "NOK"), (("KEN", "UGA"), "SEK")],
)
def test_a_word_for_money_that_several_states_use_means_that_of_a_side(sides: tuple[str, ...], currency: str) -> None:
    told = find_sums("30 millions de couronnes", 0, 24, language("fr"))[0]
    assert currency_among(told, sides, language("fr")) == currency


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
