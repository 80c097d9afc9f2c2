"""Adjectives that two states share: whom « congolais » means is told by the names that the report uses."""

from __future__ import annotations

import pytest

from legation.model.mentions import BodyMention, StateMention
from legation.reading.mentions import report_mentions


def states(text: str) -> set[str]:
    found = report_mentions(text, [(0, len(text))], "fr")
    bodies = {state for one in found if isinstance(one, BodyMention) for state in one.parties}
    return bodies | {state for one in found if isinstance(one, StateMention) for state in one.states}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Il a quitté la République démocratique du Congo après avoir vu son homologue congolais.", {"COD"}),
        ("À Kinshasa, le comité directeur belgo-congolais a siégé.", {"BEL", "COD"}),
        ("À Brazzaville, l'armée congolaise a défilé.", {"COG"}),
        ("L'armée congolaise a défilé.", {"COG"}),
    ],
)
def test_the_names_used_settle_it(text: str, wanted: set[str]) -> None:
    assert states(text) == wanted
