"""Dates that lean on what was told before them, over whole reports of this test's own making."""

from __future__ import annotations

from legation.dating import resolve_all, story_day
from legation.languages import language
from legation.model.zones import Zone
from legation.reading.mentions.dates import find_dates

FRENCH = language("fr")


def told(*paragraphs: str, report_day: str) -> dict[str, str | None]:
    """What each date of a report of these paragraphs is resolved to, by its words."""
    text = "\n\n".join(paragraphs)
    zones, start = [], 0
    for paragraph in paragraphs:
        zones.append(Zone("body", start, start + len(paragraph), "test"))
        start += len(paragraph) + 2
    mentions = [one for zone in zones for one in find_dates(text, zone.start, zone.end, FRENCH)]
    resolved = resolve_all(mentions, text=text, zones=zones, report_day=report_day)
    return {text[one.start : one.end]: found.date for one, found in zip(mentions, resolved, strict=True)}


def test_a_new_paragraph_goes_back_to_the_day_of_the_story() -> None:
    dates = told(
        "La ministre a reçu lundi le général. Le stage s'est tenu du 13 au 21 mai.",
        "Le même jour, elle a visité le port.",
        report_day="2019-06-11",
    )
    assert dates["Le même jour"] == "2019-06-10"


def test_a_date_of_the_same_paragraph_is_leant_on() -> None:
    dates = told(
        "Ils ont conféré jeudi.",
        "Le navire avait quitté Brest le 3 juin. Le lendemain, il mouillait à Vigo.",
        report_day="2019-06-13",
    )
    assert dates["Le lendemain"] == "2019-06-04"


def test_months_later_leans_on_a_month() -> None:
    dates = told("Il était venu en septembre 2015, et son hôte deux mois plus tard.", report_day="2019-06-13")
    assert dates["deux mois plus tard"] == "2015-11"


def test_the_eve_of_an_unknown_day_is_not_guessed() -> None:
    dates = told(
        "Ils se sont vus mercredi. Il avait démenti en décembre leur arrivée. Paris l'avait dénoncée la veille.",
        report_day="2019-06-13",
    )
    assert dates["la veille"] is None


def test_the_eve_of_the_story_does_not_lean_on_what_is_to_come() -> None:
    dates = told(
        "Ils se sont vus mercredi.",
        "Ils se reverront dans un an. La veille, ils avaient dîné.",
        report_day="2019-06-13",
    )
    assert dates["La veille"] == "2019-06-11"


def test_years_and_limits_are_no_days_to_lean_on() -> None:
    dates = told(
        "La base, occupée depuis 1978, a été rendue jeudi. Il était venu pour la journée.", report_day="2019-06-13"
    )
    assert dates["pour la journée"] == "2019-06-13"


def test_the_day_of_the_story_is_that_of_the_lead() -> None:
    text = "Elle a reçu lundi le général."
    zones = [Zone("body", 0, len(text), "test")]
    mentions = find_dates(text, 0, len(text), FRENCH)
    assert story_day(mentions, text=text, zones=zones, report_day="2019-06-11") == "2019-06-10"
    assert story_day(mentions, text=text, zones=zones, report_day="2019-06") == "2019-06"
    assert story_day([], text=text, zones=zones, report_day="2019-06-11") == "2019-06-11"
