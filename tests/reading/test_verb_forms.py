"""Which verb a form may belong to."""

from __future__ import annotations

import pytest

from legation.languages.loader import language
from legation.reading import verb_forms

READINGS = [
    ("remercié", ("remercier", "pp")),
    ("convenu", ("convenir", "pp")),
    ("s'engagea".removeprefix("s'"), ("engager", "past_simple")),
    ("appelle", ("appeler", "pres")),
    ("réitère", ("réitérer", "pres")),
    ("réitérera", ("réitérer", "fut")),
    ("promit", ("promettre", "past_simple")),
    ("prévoient", ("prévoir", "pres")),
    ("prévoira", ("prévoir", "fut")),
    ("verra", ("voir", "fut")),
    ("fournissent", ("fournir", "pres")),
    ("octroiera", ("octroyer", "fut")),
    ("interdites", ("interdire", "pp")),
    ("contraint", ("contraindre", "pp")),
    ("plongeant", ("plonger", "prespart")),
    ("amorçait", ("amorcer", "imperf")),
    ("jetteront", ("jeter", "fut")),
    ("achètent", ("acheter", "pres")),
    ("étant", ("être", "prespart")),
    ("répondu", ("répondre", "pp")),
    ("promouvoir", ("promouvoir", "inf")),
    ("œuvrent", ("œuvrer", "pres")),
    ("soient", ("être", "subj")),
    ("dues", ("devoir", "pp")),
]


@pytest.mark.parametrize(("form", "reading"), READINGS)
def test_a_form_is_read(form: str, reading: tuple[str, str]) -> None:
    assert reading in verb_forms.load("fr")[form]


@pytest.mark.parametrize("form", ["étés", "relations", "notions", "appèle", "prévira", "ministre", "accord", "mission"])
def test_what_is_no_verb_form(form: str) -> None:
    assert form not in verb_forms.load("fr")


def test_a_form_of_two_verbs_gives_both() -> None:
    assert {lemma for lemma, _ in verb_forms.load("fr")["suis"]} == {"être", "suivre"}


def test_auxiliary_and_reflexive_use() -> None:
    verbs = verb_forms.verbs("fr")
    assert verbs["venir"].auxiliary == "être"
    assert verbs["remercier"].auxiliary == "avoir"
    assert verbs["engager"].reflexive
    assert not verbs["fournir"].reflexive


def test_the_lists_of_the_source_name_known_verbs_only() -> None:
    source, verbs = language("fr").data("verbs"), verb_forms.verbs("fr")
    assert not [
        lemma for name in ("etre", "reflexive", "doubling") for lemma in source[name].split() if lemma not in verbs
    ]
