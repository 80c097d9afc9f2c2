"""Who does what: the subject of each verb."""

import pytest
from snippets import understood


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
