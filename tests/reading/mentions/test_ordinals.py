"""Numbers and ordinals in figures and words."""

from __future__ import annotations

from typing import Any

import pytest

from legation.languages import language
from legation.reading.mentions.atoms import number_value
from legation.reading.mentions.ordinals import find_numbers, find_ordinals, number_of

FRENCH = language("fr")


@pytest.mark.parametrize(
    ("say", "value"),
    [
        ("le 9e Dialogue", 9),
        ("la 17e Réunion", 17),
        ("la 13ème session", 13),
        ("la 1re édition", 1),
        ("le 4 e cycle", 4),
        ("le XIIe Congrès", 12),
        ("le deuxième sommet", 2),
        ("première édition", 1),
        ("onzième du nom", 11),
        ("pour la treizième fois", 13),
        ("la vingt et unième session", 21),
        ("la trente-deuxième session", 32),
        ("la soixante-dix-septième session", 77),
        ("la quatre-vingt-unième session", 81),
        ("le second dialogue", 2),
        ("le 43e Bima", 43),
        ("le 102e bataillon", 102),
        ("une troisième session", 3),
        ("après une première réunion", 1),
    ],
)
def test_an_ordinal_is_read(say: str, value: int) -> None:
    assert [found.value for found in find_ordinals(say, 0, len(say), FRENCH)] == [value]


@pytest.mark.parametrize(
    "say", ["le Premier ministre", "le premier secrétaire", "le 1er mai", "Vie privée", "Le 4 mars", "MCe"]
)
def test_no_ordinal_is_seen(say: str) -> None:
    assert find_ordinals(say, 0, len(say), FRENCH) == []


@pytest.mark.parametrize(
    ("say", "value", "qualifier"),
    [
        ("quatre destroyers", 4, "exact"),
        ("quelque 500 officiers", 500, "about"),
        ("1.200 militaires", 1200, "exact"),
        ("jusqu'à 1200 militaires", 1200, "up_to"),
        ("une centaine de soldats", 100, "about"),
        ("près d'une centaine de soldats", 100, "nearly"),
        ("une dizaine de milliers de mines", 10000, "about"),
        ("trois millions de doses", 3000000, "exact"),
        ("plus de dix-sept États", 17, "over"),
        ("deux mille dix-neuf hommes", 2019, "exact"),
        ("quatre-vingt-dix-sept blindés", 97, "exact"),
        ("près de 300 stagiaires", 300, "nearly"),
        ("plusieurs centaines d'officiers", None, "about"),
    ],
)
def test_a_number_is_read(say: str, value: float | None, qualifier: str) -> None:
    (found,) = find_numbers(say, 0, len(say), FRENCH)
    assert (found.value, found.qualifier) == (value, qualifier)


@pytest.mark.parametrize("say", ["un accord", "DD-109", "l'ADMM-17", "le Mi-171", "n° 4", "la 17e Réunion"])
def test_no_number_is_seen(say: str) -> None:
    assert find_numbers(say, 0, len(say), FRENCH) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("vingt et un", 21),
        ("soixante et onze", 71),
        ("quatre vingts", 80),
        ("deux cent cinquante", 250),
        ("cinq cent mille", 500000),
        ("un million deux cent mille", 1200000),
        ("mille neuf cent quatre vingt dix huit", 1998),
        ("un million et demi", 1500000),
        ("demi milliard", 500000000),
        ("5,5 millions", 5500000),
        ("deux mille milliards", 2000000000000),
    ],
)
def test_words_add_up(words: str, value: float) -> None:
    assert number_of(words.split(), FRENCH) == value


@pytest.mark.parametrize(
    ("figures", "value"),
    [
        ("1.200", 1200),
        ("590.000", 590000),
        ("1 200 000", 1200000),
        ("5,5", 5.5),
        ("20,71", 20.71),
        ("2.5", 2.5),
        ("07", 7),
    ],
)
def test_figures_are_read_as_french_writes_them(figures: str, value: Any) -> None:
    assert number_value(figures) == value
