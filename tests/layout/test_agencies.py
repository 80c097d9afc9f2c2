"""Outlets and the states that they call « notre pays »."""

from __future__ import annotations

import pytest

from legation.languages import language
from legation.layout import outlet_state
from legation.layout.agencies import agencies_of

FRENCH = language("fr")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("VNA/CVN", "VNA"),
        ("Agence France-Presse", "AFP"),
        ("J. Morin / AFP", "AFP"),
        ("Agence Anadolu", "AA"),
        ("belga", "Belga"),
        ("QDND", "QĐND"),
        ("Le Fil de l'Estuaire", None),
    ],
)
def test_signature(words: str, name: str | None) -> None:
    assert agencies_of(FRENCH).named(words) == name


@pytest.mark.parametrize(
    ("agency", "text", "state"),
    [
        ("VNA", "", "VNM"),
        ("VNA/CVN", "", "VNM"),
        ("MAP", "", "MAR"),
        ("AFP", "", "FRA"),
        ("TASS", "", "RUS"),
        ("APS", "Alger a reçu une délégation algéro-italienne.", "DZA"),
        ("APS", "Le Sénégal et la France ont signé un accord à Dakar.", "SEN"),
        ("APS", "", "DZA"),
        ("ONU Info", "", None),
        ("Le Fil de l'Estuaire", "", None),
        (None, "", None),
    ],
)
def test_state(agency: str | None, text: str, state: str | None) -> None:
    assert outlet_state(agency, FRENCH, text=text) == state


def test_states_are_codes() -> None:
    states = [state for states in agencies_of(FRENCH).states.values() for state in states]
    assert all(len(state) == 3 and state.isupper() for state in states)
