"""Verb groups in the chunk stream: one code for clitics, auxiliary, adverbs and participle."""

import pytest

from legation.languages import language
from legation.reading.phrases import chunk_zone

FRENCH = language("fr")


def stream(text: str) -> str:
    return "".join(one.stream for one in chunk_zone(text, 0, len(text), "body", 0, [], FRENCH, 0))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le pays a également, pour sa part, remercié ses hôtes", "V:remercier:past:act:aff"),
        ("Les deux pays sont convenus d'un calendrier", "V:convenir:past:act:aff"),
        ("Un accord a été signé", "V:signer:past:pas:aff"),
        ("Un accord sera bientôt signé", "V:signer:fut:pas:aff"),
        ("Il l'a informé", "V:informer:past:act:aff"),
        ("Il n'a pas caché son agacement", "V:cacher:past:act:neg"),
        ("Elle s'est félicitée du bilan", "V:se_féliciter:past:act:aff"),
        ("Il vient de signer", "V:signer:past:act:aff"),
        ("Il va recevoir ses hôtes", "V:recevoir:fut:act:aff"),
        ("Il va se rendre à Oslo", "V:se_rendre:fut:act:aff"),
        ("Il vient de s'entretenir", "V:se_entretenir:past:act:aff"),
        ("Il aurait demandé des radars", "V:demander:cond:act:aff"),
        ("avant de souhaiter bon vent", "V:souhaiter:inf:act:aff"),
        ("tout en affirmant son appui", "V:affirmer:prespart:act:aff"),
        ("a-t-elle ajouté", "V:ajouter:past:act:aff"),
        ("Il a salué ses hôtes et remercié le pays", "V:remercier:past:act:aff"),
        ("La délégation avait été reçue", "V:recevoir:pqp:pas:aff"),
    ],
)
def test_a_verb_group_is_one_code(text: str, code: str) -> None:
    assert code in stream(text).split()


@pytest.mark.parametrize(
    "text", ["la visite officielle", "une aide de dix millions", "en visite à Oslo", "que la visite"]
)
def test_a_noun_is_no_verb(text: str) -> None:
    assert "V:" not in stream(text)
