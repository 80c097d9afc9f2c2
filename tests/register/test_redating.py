"""Undated reports dated by others."""

from __future__ import annotations

from typing import Any

from legation.register.redating import Redating, Sighting, redate
from legation.register.thing import Thing
from tests.register.tell import record, thing

VJ = ["VNM", "JPN"]
MET = thing("m1", "meeting", "2021-09-11", ["r1", "r2"], type="talks", date="2021-09-11", country="VNM", place="Hanoï",
            parties=VJ, persons=["Kishi Nobuo", "Phan Van Giang"])  # fmt: skip
AGAIN = Thing(
    "m2", "meeting", {**MET.slots, "date": "2022-05-03", "place": "Tokyo", "country": "JPN"}, None, MET.reports
)
SEEN = [
    Sighting("p1", "Alan Barre", "defence_minister", "BEL", "2016-01-02", "2018-02-01"),
    Sighting("p2", "Celine Dodd", "defence_minister", "BEL", "2018-05-01", "2018-09-30"),
    Sighting("p3", "Emil Fane", "defence_minister", "BEL", "2018-11-05", "2020-01-01"),
]


def told(*things: Thing, records: list[dict[str, Any]], seen: list[Sighting] = SEEN) -> Redating | None:
    return redate(records, meetings=lambda parties: things, sightings=lambda post, country: seen)


def meeting(**slots: Any) -> list[dict[str, Any]]:
    return [record("meeting", type="talks", parties=VJ, persons=["Phan Van Giang", "Nobuo Kishi"], **slots)]


def office(name: str, post: str = "defence_minister") -> list[dict[str, Any]]:
    return [record("office", person=name, post=post, country="BEL")]


def test_the_same_meeting_dates_the_report() -> None:
    found = told(MET, records=meeting(place="Hanoi"))
    assert found
    assert (found.date, found.things) == ("2021-09-11", ("m1",))
    assert found.because == "2021-09-11: 2 dated reports tell the same meeting (Kishi Nobuo, Phan Van Giang)"


def test_two_meetings_leave_it_open_unless_the_place_tells() -> None:
    assert told(MET, AGAIN, records=meeting()) is None
    found = told(MET, AGAIN, records=meeting(place="Tokyo", country="JPN"))
    assert found is not None
    assert found.date == "2022-05-03"


def test_what_is_no_evidence() -> None:
    assert told(MET, records=meeting(status="cited")) is None
    assert told(MET, records=[record("meeting", type="talks", parties=VJ, persons=["Nobuo Kishi"])]) is None
    assert told(Thing("m", "meeting", {**MET.slots, "date": "2021-09"}), records=meeting()) is None
    assert told(records=meeting()) is None


def test_posts_as_observed_date_to_the_year() -> None:
    found = told(records=office("Celine Dodd"))
    assert found
    assert (found.date, found.things) == ("2018", ("p2",))
    assert "Celine Dodd was seen as defence_minister of BEL 2018-05-01 to 2018-09-30" in found.because


def test_posts_that_leave_more_than_a_year_date_nothing() -> None:
    assert told(records=office("Alan Barre")) is None
    assert told(records=office("Celine Dodd", "commander")) is None
    assert told(records=office("Somebody Else")) is None
