"""The run-together words of the two seed reports, which are not part of the project: skipped where they are absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.repair import repair

SEEDS = Path(__file__).parents[3] / "shared" / "gold" / "seeds"

TOKENS = {
    "hanoi-2019-05": """
        Takeshi|Iwaya et|effectif lors|de lieu|lors Iwaya|au de|la coopération|existants signés,|y Vietnam|et
        sont|également coprésidents|du groupe|d'experts des|ministres assumera|le militaires,|la les|expériences
        de|coopération l'invité|ont est|l'un les|échanges déclaration|de de|défense, élargi,|contribuant sécurité|dans
        le|ministre efficace|au ses|initiatives Japon|a déminage|dans des|armes société|japonaise de|traitement
        l'Agence|japonaise matériel|d'évaluation Lich|a la|réparation du|sauvetage des|entretiens d'un|mémorandum
        coopération|dans son|séjour courtoisie|au
    """,
    "tokyo-2019-03": """
        vice-ministre|de d'état-major|des la|compréhension le|soutien Forum|régional l'ASEAN|élargie les|conditions
        les|forces mer|et en|matière Vietnam|aux programme|d'amélioration entre|les deux|pays la|délégation
        ministre|japonais a|informé en|affirmant vision|commune s'orientant|vers partager|son de|résolution
        la|dioxine liens|bilatéraux toujours|ses d'avoir|organisé la|base et|rencontré
    """,
}


@pytest.fixture(params=sorted(TOKENS))
def seed(request: pytest.FixtureRequest) -> tuple[str, str]:
    path = SEEDS / f"{request.param}.txt"
    if not path.exists():
        pytest.skip("the seed reports are not here")
    return request.param, path.read_text(encoding="utf-8")


def test_every_run_together_word_is_cut_and_nothing_else(seed: tuple[str, str]) -> None:
    name, raw = seed
    tokens = TOKENS[name].split()
    text = repair(raw, "fr").text
    body = f" {text.partition('Voir plus')[0]} "
    for token in tokens:
        assert token.replace("|", "") not in body
        assert token.replace("|", " ") in body
    cuts = {
        raw[: mend.start].rsplit(None, 1)[-1].replace("’", "'")
        + "|"
        + raw[mend.start :].split(None, 1)[0].replace("’", "'")
        for mend in repair(raw, "fr").mends
        if mend.rule.startswith(("run_together", "space_after_comma"))
    }
    assert {cut.strip(".,") for cut in cuts} == {token.strip(".,") for token in tokens}


def test_the_related_stories_stay_as_they_are(seed: tuple[str, str]) -> None:
    _, raw = seed
    tail = raw.index("Voir plus")
    assert not [mend for mend in repair(raw, "fr").mends if mend.start > tail and mend.before == ""]


def test_lost_plus_signs_and_captions(seed: tuple[str, str]) -> None:
    _, raw = seed
    text = repair(raw, "fr").text
    assert "(ADMM+)" in text
    assert "ADMM " not in text
    assert "ảnh 1\n" in text
