"""Who signs, on a line of his own or at the end of a paragraph."""

from __future__ import annotations

import pytest

from legation.languages import language
from legation.layout.knowledge import cues_of
from legation.layout.lines import line_at
from legation.layout.signatures import read_signature, read_trailing

CUES = cues_of(language("fr"))

LINES = [
    ("VNA/CVN", "outlet", "VNA"),
    ("-VNA", "outlet", "VNA"),
    ("(AIB)", "outlet", "AIB"),
    ("R. N. / APS", "outlet", "APS"),
    ("OID/ESF/APS", "outlet", "APS"),
    ("AS/ANP 076 novembre 2023", "outlet", "ANP"),
    ("Luc Morin La Presse Canadienne", "outlet", "La Presse Canadienne"),
    ("Agence d'information du Burkina", "outlet", "AIB"),
    ("(Source: Xinhua)", "outlet", "Xinhua"),
    ("Texte et photo : QĐND", "outlet", "QĐND"),
    ("– Avec l'Agence France-Presse", "with", "AFP"),
    ("(avec AFP)", "with", "AFP"),
    ("Avec RFI", "with", "RFI"),
    ("Par Le Figaro avec AFP", "outlet", "Le Figaro"),
    ("La Gazette du Golfe avec AFP", "outlet", "AFP"),
    ("La rédaction avec Reuters", "outlet", "Reuters"),
    ("Par AFP", "outlet", "AFP"),
    ("Par Jean Martin, APS", "outlet", "APS"),
    ("abc-def/ghi", "initials", None),
    ("SAB/AD", "initials", None),
    ("L. M.", "initials", None),
    ("Propos recueillis par notre correspondant à Tokyo", "words", None),
    ("Propos recueillis par Jean Martin", "words", None),
    ("Rédaction Estuaire", "words", None),
    ("(Rédacteurs :Jean Martin, Luc Morin)", "words", None),
    ("Source : ministère de la Défense", "words", None),
    ("Par Jean Martin", "words", None),
    ("Melvor", "name", None),
    ("Jean-Luc Martin", "name", None),
    ("./.", "end", None),
    ("FIN", "end", None),
]
NO_LINES = [
    "Pékin n'avait pas réagi vendredi soir.",
    "Avec cinq cents hommes, le contingent sera le plus gros.",
    "D'après le premier, rien n'est joué.",
    "Photo : VNA/CVN",
    "Que retenez-vous de cette session ?",
    "Une visite très attendue",
    "Un accord avec l'Agence spatiale",
    "Le ministre parle avec la presse",
    "– observation militaire ;",
]
TRAILING = [
    ("a visité la base.-VNA", "-VNA", "VNA"),
    ("a visité la base. -VNA", "-VNA", "VNA"),
    ("a visité la base... - VNA", "- VNA", "VNA"),
    ("a visité la base -VNA", " -VNA", "VNA"),
    ("a visité la base. (APS)", "(APS)", "APS"),
    ("a visité la base (MAP)", " (MAP)", "MAP"),
    ("a visité la base. (avec AFP)", "(avec AFP)", "AFP"),
    ("a visité la base. /TASS/", "/TASS/", "TASS"),
    ("a visité la base. Fin", "Fin", None),
    ("« Nous partons. » – AFP", "– AFP", "AFP"),
]
NO_TRAILING = [
    "a visité la base, selon l'Agence France-Presse (AFP).",
    "a pris part à la réunion de l'ADMM.",
    "s'est rendu au siège de l'ONU (New York).",
    "le 15e Dialogue Vietnam - Inde",
]


@pytest.mark.parametrize(("text", "strength", "agency"), LINES)
def test_signs(text: str, strength: str, agency: str | None) -> None:
    found = read_signature(line_at(text, 0, len(text)), CUES)
    assert found is not None
    assert (found.strength, found.agency) == (strength, agency)


@pytest.mark.parametrize("text", NO_LINES)
def test_signs_nothing(text: str) -> None:
    assert read_signature(line_at(text, 0, len(text)), CUES) is None


@pytest.mark.parametrize(("words", "sign", "agency"), TRAILING)
def test_signs_at_the_end(words: str, sign: str, agency: str | None) -> None:
    text = "Pendant son séjour de trois jours, la délégation " + words
    found = read_trailing(text, 0, len(text), CUES)
    assert found is not None
    assert (text[found.start : found.end], found.agency) == (sign, agency)


@pytest.mark.parametrize("words", NO_TRAILING)
def test_signs_nothing_at_the_end(words: str) -> None:
    text = "Pendant son séjour de trois jours, la délégation " + words
    assert read_trailing(text, 0, len(text), CUES) is None
