"""Participles that go on with the auxiliary of a verb before them, and those that agree with a noun."""

from __future__ import annotations

import pytest
from snippets import records, understood

MET = "Le ministre norvégien de la Défense, Lars Dahl, a reçu mardi son homologue grec, Nikos Pappas. "


def verbs(text: str) -> list[tuple[str, str]]:
    """Lemma and tense of each verb."""
    return [
        (chunk.verb.lemma, chunk.verb.tense)
        for clause in understood(text).sentences
        for chunk in clause.chunks
        if chunk.verb is not None
    ]


@pytest.mark.parametrize(
    ("rest", "joined"),
    [
        ("remercié la Grèce, demandé deux navires et invité son hôte", {"demander", "inviter"}),
        ("salué l'escale, promis de revenir puis signé un accord", {"promettre", "signer"}),
        ("visité un chantier naval, décidé mardi d'acheter deux vedettes", {"décider"}),
        ("assuré qu'il viendrait, souligné que rien ne pressait", {"souligner"}),
    ],
)
def test_an_object_or_infinitive_of_its_own_makes_it_a_verb(rest: str, joined: set[str]) -> None:
    found = verbs(f"Lars Dahl a {rest}.")
    assert {lemma for lemma, tense in found if tense == "past"} >= joined


@pytest.mark.parametrize(
    "rest",
    [
        "salué l'accord, signé en mai",
        "salué l'entente, signée le 3 mai par les deux armées",
        "reçu le ministre, accompagné de trois officiers",
        "présidé l'exercice, prévu mardi à Bergen",
    ],
)
def test_a_participle_that_agrees_with_a_noun_stays_one(rest: str) -> None:
    found = verbs(f"Lars Dahl a {rest}.")
    assert [tense for _, tense in found][1:] == ["pp"]


def test_each_act_of_a_row_is_one_of_the_subject() -> None:
    text = (
        MET + "M. Dahl a remercié la Grèce de son aide, demandé l'envoi d'instructeurs et invité M. Pappas à revenir."
    )
    told = [(one["act"], one["speakers"]) for one in records(text, "statement")]
    assert told == [(act, ("Lars Dahl",)) for act in ("THANK", "REQUEST", "INVITE")]


@pytest.mark.parametrize(
    "several",
    [
        "Les deux ministres grec et norvégien",
        "Les parties grecque et norvégienne",
        "Les marines grecque et norvégienne",
        "Les chefs d'état-major grec et norvégien",
    ],
)
def test_two_adjectives_of_a_group_are_two_states(several: str) -> None:
    found = records(f"{several} ont réaffirmé leur attachement au droit international.", "statement")
    assert [sorted(one["side"]) for one in found] == [["GRC", "NOR"]]


def test_a_person_of_each_state_is_meant_where_both_are_known() -> None:
    found = records(MET + "Les ministres grec et norvégien ont réaffirmé leur attachement au droit.", "statement")
    assert [set(one["speakers"]) for one in found] == [{"Lars Dahl", "Nikos Pappas"}]
