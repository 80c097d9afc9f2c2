"""Offices and relations."""

import pytest
from snippets import records


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le ministre grec de la Défense, Nikos Pappas, a parlé.", {("Nikos Pappas", "defence_minister", "GRC")}),
        (
            "Nikos Pappas, ministre grec de la Défense, a reçu son homologue norvégien, Lars Dahl.",
            {("Nikos Pappas", "defence_minister", "GRC"), ("Lars Dahl", "defence_minister", "NOR")},
        ),
        ("L'ancien ministre grec de la Défense, Nikos Pappas, a parlé.", set()),
        (
            "À Oslo, le Grec Nikos Pappas a vu le Norvégien Lars Dahl. Le ministre grec de la Défense "
            "a salué son homologue norvégien, "
            "qui est également vice-Premier ministre.",
            {
                ("Nikos Pappas", "defence_minister", "GRC"),
                ("Lars Dahl", "defence_minister", "NOR"),
                ("Lars Dahl", "deputy_head_of_government", "NOR"),
            },
        ),
        ("L'ambassadeur de Grèce en Norvège, Nikos Pappas, a parlé.", {("Nikos Pappas", "ambassador", "GRC")}),
    ],
)
def test_offices_are_those_held_now(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {(one["person"], one["post"], one["country"]) for one in records(text, "office")} == expected


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("partenariat stratégique", "strategic_partnership"),
        ("partenariat stratégique approfondi", "extensive_strategic_partnership"),
        ("partenariat stratégique intégral", "comprehensive_strategic_partnership"),
        ("partenariat global", "comprehensive_partnership"),
    ],
)
def test_relations_are_named_by_the_longest_phrase(words: str, label: str) -> None:
    found = records(f"La Grèce et la Norvège sont liées par un {words}.", "relation")
    assert [(one["label"], sorted(one["parties"])) for one in found] == [(label, ["GRC", "NOR"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Les garde-côtes grecs l'attendaient. Il y sera accueilli par leur commandant, l'amiral Nikos Pappas.",
            {("Nikos Pappas", "service_chief", "GRC")},
        ),
        (
            "L'armée norvégienne et son chef, le général Lars Dahl, ont reçu dix véhicules.",
            {("Lars Dahl", "chief_of_defence", "NOR")},
        ),
        (
            "La marine grecque, dont le chef, l'amiral Nikos Pappas, était présent, a reçu une frégate.",
            {("Nikos Pappas", "service_chief", "GRC")},
        ),
        (
            "À bord du Psara, leur commandant, le capitaine grec Nikos Pappas, a salué la ville.",
            {("Nikos Pappas", "commander", "GRC")},
        ),
        ("La marine grecque a vu partir le ministre et son chef, Nikos Pappas.", set()),
    ],
)
def test_a_possessive_tells_whose_post_it_is(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {(one["person"], one["post"], one["country"]) for one in records(text, "office")} == expected


def test_whom_an_envoy_serves_holds_no_post_by_that() -> None:
    assert records("L'émissaire d'Emmanuel Durand, Lars Dahl, a atterri mardi.", "office") == []


MET = "Le ministre grec de la Défense, Nikos Pappas, a vu à Oslo le Premier ministre norvégien, Lars Dahl.\n"


def test_a_counterpart_holds_the_post_of_whoever_is_named_right_before() -> None:
    text = MET + "Dahl a parlé de paix. Puis Nikos Pappas a vu son homologue, le général Erik Moen."
    found = {(one["person"], one["post"], one["country"]) for one in records(text, "office", place="Oslo")}
    assert ("Erik Moen", "defence_minister", "NOR") in found


def test_who_stands_next_in_a_list_is_of_the_same_state() -> None:
    text = (
        MET
        + "L'accompagnaient le général grec Ioannis Rallis, chef d'état-major, et Petros Lekas, directeur du renseignement."
    )
    found = {(one["person"], one["country"]) for one in records(text, "office", place="Oslo")}
    assert ("Petros Lekas", "GRC") in found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Le capitaine Lars Dahl, commandant de la frégate Ragnar, a accosté.", ("Lars Dahl", "commander", None)),
        (
            "Le capitaine Lars Dahl, commandant de la frégate norvégienne Ragnar, a accosté.",
            ("Lars Dahl", "commander", "NOR"),
        ),
        (
            "L'amiral Lars Dahl, commandant de la première flottille d'escorte norvégienne, a accosté.",
            ("Lars Dahl", "commander", "NOR"),
        ),
        (
            "L'amiral Lars Dahl, commandant de la VIIe flotte norvégienne, a accosté.",
            ("Lars Dahl", "commander", "NOR"),
        ),
        (
            "Le général Lars Dahl, à la tête des forces norvégiennes au Mali, a accosté.",
            ("Lars Dahl", "commander", "NOR"),
        ),
        (
            "Le commandant de l'Armée de l'air royale norvégienne, Lars Dahl, a accosté.",
            ("Lars Dahl", "service_chief", "NOR"),
        ),
        (
            "Le chef du service de santé des armées norvégiennes, Lars Dahl, a accosté.",
            ("Lars Dahl", "department_head", "NOR"),
        ),
        ("Le PDG de Naval Group, Lars Dahl, a accosté.", ("Lars Dahl", "other", "FRA")),
    ],
)
def test_posts_in_units_and_firms(words: str, expected: tuple[str, str, str | None]) -> None:
    assert [(one["person"], one["post"], one.get("country")) for one in records(words, "office")] == [expected]
