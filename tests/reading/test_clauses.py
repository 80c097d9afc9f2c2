"""Who does what: the subject of each verb."""

import pytest
from snippets import records, understood


def subjects(text: str) -> dict[str, tuple[str, ...]]:
    """The lemma of every verb with whom its subject means."""
    page = understood(text)
    return {
        sentence.chunks[verb.index].verb.lemma: verb.who.speakers  # type: ignore[union-attr]
        for sentence in page.sentences
        for verb in page.verbs[sentence.number]
    }


@pytest.mark.parametrize(
    ("text", "lemma", "who"),
    [
        ("Le Japon a remercié la Grèce.", "remercier", ("JPN",)),
        ("La visite du Japon a réjoui la Grèce.", "réjouir", ()),
        ("Le Japon, qui a signé le traité, est satisfait.", "signer", ("JPN",)),
        ("Le Japon a salué le traité et a remercié la Grèce.", "remercier", ("JPN",)),
        ("Le Japon a salué le traité et remercié la Grèce.", "remercier", ("JPN",)),
        ("Le traité est utile, a indiqué lundi le Japon.", "indiquer", ("JPN",)),
        ("Le Japon a salué le traité, avant de remercier la Grèce.", "remercier", ("JPN",)),
        ("Évoquant le traité, le Japon a salué la Grèce.", "évoquer", ("JPN",)),
        ("Le Japon, la Grèce et le Kenya ont signé un traité.", "signer", ("JPN", "GRC", "KEN")),
        ("Devant la presse, le Japon a salué le traité.", "saluer", ("JPN",)),
        ("Un membre de la délégation grecque a démenti ce projet.", "démentir", ("GRC",)),
    ],
)
def test_each_verb_has_its_subject(text: str, lemma: str, who: tuple[str, ...]) -> None:
    assert subjects(text)[lemma] == who


def test_a_post_of_another_state_before_a_comma_is_somebody_else() -> None:
    text = "Reçu mardi par le Premier ministre grec, Lars Dahl, ministre norvégien de la Défense, a remercié la Grèce."
    assert [one["speakers"] for one in records(text, "statement")] == [("Lars Dahl",)]
    assert [sorted(one["parties"]) for one in records(text, "meeting")] == [["GRC", "NOR"]]


def test_an_indefinite_group_that_opens_the_sentence_is_its_subject() -> None:
    (found,) = records("Des officiers grecs et portugais se sont rencontrés mardi à Rome.", "meeting")
    assert sorted(found["parties"]) == ["GRC", "PRT"]
