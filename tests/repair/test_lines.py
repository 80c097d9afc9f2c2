"""Wrapped lines are joined; headlines, lists, signatures and paragraphs of one line are not."""

from __future__ import annotations

import textwrap

import pytest

from legation.repair import repair

PARAGRAPHS = (
    "Le ministre de la Défense a reçu mardi à Hanoi le chef d'état-major de la marine d'un pays ami, venu pour une "
    "visite officielle de trois jours. Les deux hommes ont salué les progrès de la coopération entre leurs armées.",
    "Ils ont convenu de multiplier les échanges d'officiers et les escales de navires. Une équipe d'experts se réunira "
    "au printemps pour en dresser le calendrier, a précisé le porte-parole du ministère devant la presse.",
    "L'hôte a remercié son visiteur de l'aide apportée après les inondations de l'automne dernier dans le centre.",
)
HEADLINE = "Visite d'un chef de la marine à Hanoi"


def lines(text: str) -> list[str]:
    return repair(text, "fr").text.split("\n")


@pytest.mark.parametrize("width", [60, 66, 72, 80, 100, 118])
def test_wrapped_paragraphs_become_one_line(width: int) -> None:
    wrapped = ["\n".join(textwrap.wrap(paragraph, width, break_on_hyphens=False)) for paragraph in PARAGRAPHS]
    text = "\n\n".join([HEADLINE, *wrapped])
    assert lines(text) == "\n\n".join([HEADLINE, *PARAGRAPHS]).split("\n")


@pytest.mark.parametrize("width", [64, 78])
def test_a_headline_right_above_the_article_stays_a_line(width: int) -> None:
    wrapped = "\n".join(textwrap.wrap(PARAGRAPHS[0], width, break_on_hyphens=False))
    assert lines(f"{HEADLINE}\n{wrapped}\n") == [HEADLINE, PARAGRAPHS[0], ""]


def test_paragraphs_of_one_line_without_blank_lines_stay_apart() -> None:
    text = "\n".join([HEADLINE, *PARAGRAPHS, "VNA"])
    assert lines(text) == [HEADLINE, *PARAGRAPHS, "VNA"]


def test_lists_and_signatures_stay() -> None:
    text = "Au menu des entretiens :\n- la formation ;\n- les escales ;\n– le génie.\n\nAgence\nS. D. / AP"
    assert repair(text, "fr").text == text


def test_a_word_wrapped_after_its_hyphen_is_put_together() -> None:
    text = "Le général a reçu mardi au siège du ministère le chef d'état-\nmajor de la marine et ses adjoints."
    assert "d'état-major de" in repair(text, "fr").text


def test_related_stories_one_a_line_stay() -> None:
    text = (
        "Lire aussi :\n>> Le président reçoit l'ambassadeur d'Inde\n>> Frégates à Dà Nang : une escale de quatre jours"
    )
    assert repair(text, "fr").text == text


def test_titles_of_about_one_length_under_each_other_stay() -> None:
    text = (
        "La mission s'achève vendredi.\n\nA lire aussi\n"
        "Le Gabon et la France ouvrent un camp commun à Libreville\n"
        "Le président reçu à Nairobi par son homologue kényan, mardi\n"
        "Sahel : en 2021, le ministre promettait à Niamey de rester\n"
    )
    assert repair(text, "fr").text == text
