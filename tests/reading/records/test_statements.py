"""Who is heard in a statement, sentence by sentence."""

from __future__ import annotations

import pytest

from tests.reading.snippets import records

HELGA, BRUNO = "Helga Lund", "Bruno Costa"
SCENE = (
    "La ministre norvégienne de la Défense, Mme Helga Lund, a reçu mardi à Oslo son homologue portugais, "
    "M. Bruno Costa.\n"
)


def heard(sentence: str) -> list[tuple[str, tuple[str, ...]]]:
    """The act and the speakers of every statement that the sentence adds to the scene."""
    found = records(SCENE + sentence, "statement")
    return [(one["act"], one["speakers"]) for one in found if one["quote"] in sentence]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Estimant que la menace ne faiblit pas, M. Costa a proposé un exercice.",
            [("AFFIRM", BRUNO), ("PROPOSE", BRUNO)],
        ),
        ("Saluant le travail accompli, M. Costa a remercié les équipages.", [("PRAISE", BRUNO), ("THANK", BRUNO)]),
        (
            "Tout en rappelant que l'Otan reste unie, Mme Lund a promis des radars.",
            [("AFFIRM", HELGA), ("COMMIT", HELGA)],
        ),
    ],
)
def test_a_participle_before_its_subject_is_an_act_of_its_own(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert heard(sentence) == [(act, (person,)) for act, person in expected]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("M. Costa est arrivé lundi. Il y a salué un allié sûr.", "PRAISE"),
        ("M. Costa est arrivé lundi. Il y a également affirmé que l'Otan restait unie.", "AFFIRM"),
    ],
)
def test_il_y_a_with_a_participle_is_a_person_s_act(sentence: str, act: str) -> None:
    assert (act, (BRUNO,)) in heard(sentence)


@pytest.mark.parametrize(
    "sentence", ["Il y a deux ans, la base a fermé.", "Il y a eu deux séances.", "Il y a peu de navires."]
)
def test_il_y_a_alone_is_nobody_s_act(sentence: str) -> None:
    assert heard(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Mme Lund a invité M. Costa à Bergen. L'invitation a été acceptée.", "ACCEPT"),
        ("Mme Lund a demandé trois navires. La demande a été rejetée.", "REFUSE"),
        ("Mme Lund a proposé un jumelage. L'idée n'a pas été retenue.", "REFUSE"),
        ("Mme Lund a demandé dix places. Réponse favorable.", "ACCEPT"),
    ],
)
def test_who_answers_is_of_the_side_that_was_asked(sentence: str, act: str) -> None:
    assert heard(sentence)[-1] == (act, (BRUNO,))


def test_who_answers_is_the_agent_where_one_is_told() -> None:
    assert heard("La proposition a été acceptée par la partie norvégienne.") == [("ACCEPT", ("NOR",))]


@pytest.mark.parametrize(
    ("sentence", "act", "speakers"),
    [
        ("Gratitude de M. Costa, qui a cité les stages offerts.", "THANK", (BRUNO,)),
        ("Satisfaction partagée au terme des entretiens.", "PRAISE", ("NOR", "PRT")),
        ("Ambition commune : un espace aérien plus sûr.", "AFFIRM", ("NOR", "PRT")),
        ("Mise en garde de Mme Lund : la mer n'appartient à personne.", "OBJECT", (HELGA,)),
    ],
)
def test_a_noun_tells_an_act_where_no_verb_governs_it(sentence: str, act: str, speakers: tuple[str, ...]) -> None:
    assert (act, speakers) in heard(sentence)


def test_a_noun_behind_the_verb_of_a_relative_clause_is_governed_by_it() -> None:
    sentence = "Une école, pour laquelle M. Costa l'a assurée de la gratitude des armées portugaises."
    assert all(speakers == (BRUNO,) for _, speakers in heard(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("« Ce n'est pas une alliance », a martelé M. Costa.", "REFUSE"),
        ("« C'est une alliance », a martelé M. Costa.", "AFFIRM"),
    ],
)
def test_what_is_denied_in_a_quotation_is_a_refusal(sentence: str, expected: str) -> None:
    assert heard(sentence) == [(expected, (BRUNO,))]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("À Lisbonne, on salue un allié sûr.", [("PRAISE", ("PRT",))]),
        ("On se félicite à Oslo de cette avancée.", [("PRAISE", ("NOR",))]),
        ("La question n'a pas été abordée, indique-t-on à Lisbonne.", [("INFORM", ("PRT",))]),
        ("Mme Lund a reçu M. Costa. On se félicite de cette avancée.", [("PRAISE", ("NOR",))]),
    ],
)
def test_on_speaks_for_the_place_told_or_for_the_side_that_spoke_last(
    sentence: str, speakers: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert heard(sentence) == speakers


@pytest.mark.parametrize(
    ("sentence", "topics"),
    [
        ("M. Costa a proposé un stage de plongée. Mme Lund a approuvé cette idée.", ("training_education",)),
        ("M. Costa a proposé un stage de plongée. Mme Lund en a pris acte avec satisfaction.", ("training_education",)),
        ("Que l'escale devienne annuelle, M. Costa l'a vivement souhaité.", ("port_calls",)),
        ("M. Costa a proposé un stage de plongée. Mme Lund a loué la bonne humeur.", None),
    ],
)
def test_what_takes_up_what_was_said_has_its_topics(sentence: str, topics: tuple[str, ...] | None) -> None:
    assert records(SCENE + sentence, "statement")[-1].get("topics") == topics


def test_an_adverbial_between_commas_does_not_part_a_subject_from_its_verb() -> None:
    assert heard("Oslo, pour sa part, dit suivre la situation avec inquiétude.") == [("OBJECT", ("NOR",))]


def test_a_people_s_adjective_tells_that_somebody_is_a_woman() -> None:
    text = "Le ministre grec, Nikos Pappas, a reçu son homologue polonaise, Anna Kowalska.\nElle a remercié son hôte."
    assert records(text, "statement")[-1]["speakers"] == ("Anna Kowalska",)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "« Nous souhaitons que ce stage devienne annuel », a déclaré M. Costa, avant de remercier Oslo.",
            [("PROPOSE", (BRUNO,)), ("THANK", (BRUNO,))],
        ),
        (
            "« Tout arrivera en temps utile », a indiqué M. Costa, qui rejette l'idée d'une base.",
            [("INFORM", (BRUNO,)), ("REFUSE", (BRUNO,))],
        ),
        ("Mme Lund est revenue. L'appareil, elle s'y est engagée, ne coûtera rien.", [("COMMIT", (HELGA,))]),
        ("M. Costa, que la presse interroge depuis 2018, a félicité Mme Lund.", [("PRAISE", (BRUNO,))]),
    ],
)
def test_acts_told_around_what_is_said(sentence: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert heard(sentence)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("La Mission d'appui des Nations unies en Libye s'est félicitée du dénouement.", "UN"),
        ("La Monusco a condamné l'attaque.", "UN"),
    ],
)
def test_a_mission_speaks_for_its_organisation(sentence: str, speaker: str) -> None:
    assert heard(sentence)[0][1] == (speaker,)
