"""Adjectives that two states share: whom « congolais » means is told by the names that the report uses."""

from __future__ import annotations

import pytest

from legation.model.mentions import BodyMention, PlaceMention, StateMention
from legation.reading.mentions import report_mentions


def states(text: str, site: str | None = None) -> set[str]:
    found = report_mentions(text, [(0, len(text))], "fr", site=site)
    bodies = {state for one in found if isinstance(one, BodyMention) for state in one.parties}
    return bodies | {state for one in found if isinstance(one, StateMention) for state in one.states}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Il a quitté la République démocratique du Congo après avoir vu son homologue congolais.", {"COD"}),
        ("À Kinshasa, le comité directeur belgo-congolais a siégé.", {"BEL", "COD"}),
        ("À Brazzaville, l'armée congolaise a défilé.", {"COG"}),
        ("L'armée congolaise a défilé.", {"COD"}),
    ],
)
def test_the_names_used_settle_it(text: str, wanted: set[str]) -> None:
    assert states(text) == wanted


def test_the_dateline_settles_it_where_no_name_does() -> None:
    assert states("L'armée congolaise a défilé.", site="COG") == {"COG"}
    assert states("À Kinshasa, l'armée congolaise a défilé.", site="COG") == {"COD"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Le ministre norvégien a visité la base de Bergen.", "NOR"),
        ("Le ministre allemand a visité la base de Bergen.", "DEU"),
    ],
)
def test_a_place_lies_in_a_state_that_is_told(text: str, country: str) -> None:
    places = [one for one in report_mentions(text, [(0, len(text))], "fr") if isinstance(one, PlaceMention)]
    assert [one.country for one in places] == [country]
