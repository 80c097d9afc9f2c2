"""Lines of a page: joined where wrapped by hand, kept apart where they are not."""

from __future__ import annotations

from legation.layout.lines import bare, fold, split_lines

WRAPPED = """Sous les dunes de Saint-Elme, les mines de la dernière guerre dorment
encore. Le Valdor versera 300.000 euros à l'organisation chargée de les
retirer, aux termes d'un contrat signé mardi par les deux ministres.
Les travaux dureront deux ans, selon le communiqué de la République de
Nordie."""

SEPARATE = """Deux destroyers font escale à Port-Clair
Port-Clair, 12 avril 2016 – Les destroyers Albatros et Sirocco se sont amarrés mardi matin, pour trois jours.
La flottille est placée sous les ordres du colonel Voss.
VNA"""


def test_wrapped_lines_are_one() -> None:
    assert [line.text for line in split_lines(WRAPPED)] == [WRAPPED]


def test_a_paragraph_a_line_stays_apart() -> None:
    assert [line.text for line in split_lines(SEPARATE)] == SEPARATE.split("\n")


def test_bullets_stay_apart() -> None:
    text = "Au menu de la rencontre, qui a duré plus de deux heures au ministère :\n- la formation ;\n- les escales."
    assert len(split_lines(text)) == 3


def test_blank_lines_are_remembered() -> None:
    lines = split_lines("Un titre\n\n  Un paragraphe.\nUn autre.\n \n\t\nUn dernier.")
    assert [(line.text, line.gap) for line in lines] == [
        ("Un titre", True),
        ("Un paragraphe.", True),
        ("Un autre.", False),
        ("Un dernier.", True),
    ]


def test_folding() -> None:
    assert fold("À LIRE Aussi : l’Étoile – Đà Nẵng") == "a lire aussi : l'etoile - da nang"
    assert bare("« À lire aussi : »") == "a lire aussi"
