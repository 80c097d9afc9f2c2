"""Who is meant by pronouns, roles and groups."""

import pytest
from snippets import understood

OPENING = (
    "Oslo, où l'amiral Erik Berg, chef d'état-major norvégien, "
    "a reçu lundi la ministre kényane de la Défense, Mme Grace Ouma.\n"
)


def meant(text: str, words: str, **setting: str) -> tuple[str, ...]:
    """Who the last chunk that reads so means."""
    page = understood(text, **setting)
    starts = [
        chunk.start for one in page.sentences for chunk in one.chunks if page.text[chunk.start : chunk.end] == words
    ]
    assert starts, [page.text[chunk.start : chunk.end] for one in page.sentences for chunk in one.chunks]
    return page.who(starts[-1]).speakers


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Elle a remercié son hôte.", "Elle", ("Grace Ouma",)),
        ("Elle a remercié son hôte.", "son hôte", ("Erik Berg",)),
        ("L'amiral a salué ces progrès.", "L'amiral", ("Erik Berg",)),
        ("La ministre a salué ces progrès.", "La ministre", ("Grace Ouma",)),
        ("La visiteuse a salué ces progrès.", "La visiteuse", ("Grace Ouma",)),
        ("La partie norvégienne a salué ces progrès.", "La partie norvégienne", ("NOR",)),
        ("Les deux pays ont salué ces progrès.", "Les deux pays", ("NOR", "KEN")),
    ],
)
def test_a_role_means_whom_a_reader_takes_it_to_mean(sentence: str, words: str, expected: tuple[str, ...]) -> None:
    found = meant(OPENING + sentence, words, place="Oslo")
    assert sorted(found) == sorted(expected)


def test_a_bare_name_is_the_person_named_in_full() -> None:
    page = understood("Le ministre grec de la Défense, Nikos Pappas, a parlé. Pappas a salué l'accord.")
    assert [one.name for one in page.cast.persons] == ["Nikos Pappas"]
    assert page.cast.persons[0].state == "GRC"


def test_an_unnamed_official_is_nobody_in_the_cast() -> None:
    found = meant(OPENING + "Un responsable kényan a salué l'accord.", "Un responsable kényan", place="Oslo")
    assert found == ("KEN",)


def test_they_are_the_two_named_since_a_group_was_spoken_of() -> None:
    groups = "Les deux délégations ont salué cet accord.\n"
    assert sorted(meant(groups + OPENING + "Ils ont signé un accord.", "Ils", place="Oslo")) == [
        "Erik Berg",
        "Grace Ouma",
    ]
    assert sorted(meant(OPENING + groups + "Ils ont signé un accord.", "Ils", place="Oslo")) == ["KEN", "NOR"]


def test_a_host_told_with_his_state_is_of_that_state_wherever_the_report_is_set() -> None:
    assert meant(OPENING + "L'hôte norvégien a parlé.", "L'hôte norvégien", place="Nairobi") == ("Erik Berg",)
