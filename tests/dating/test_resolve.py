"""Resolving taken-apart dates: what the corpus of phrases cannot show."""

from __future__ import annotations

import pytest

from legation.dating import Resolved, days_between, last_day, resolve
from legation.model.mentions import DateMention


def mention(kind: str = "date", rule: str = "test", **fields: object) -> DateMention:
    return DateMention(0, 1, kind, rule, **fields)  # type: ignore[arg-type]


def test_nothing_is_more_precise_than_the_report() -> None:
    weekday = mention(weekday=1, relation="report")
    assert resolve(weekday, report_day="2015-03").date == "2015-03"
    assert resolve(weekday, report_day="2015").date == "2015"


def test_a_month_of_last_year_needs_no_day_of_the_report() -> None:
    day = mention(month=7, day=25, relation="report", shift=-1, unit="year")
    assert resolve(day, report_day="2015-03").date == "2014-07-25"


@pytest.mark.parametrize("fields", [{"weekday": 1, "relation": "report"}, {"month": 3, "day": 4}, {"month": 6}])
def test_without_the_report_s_day_a_date_is_not_guessed(fields: dict[str, object]) -> None:
    assert resolve(mention(**fields), report_day=None) == Resolved()


def test_without_the_report_s_day_full_dates_stand() -> None:
    assert resolve(mention(year=2011, month=10), report_day=None) == Resolved("2011-10", None, "month")


def test_the_clause_s_tense_overrules_what_the_mention_saw() -> None:
    monday = mention(weekday=0, relation="report", tense="past")
    assert resolve(monday, report_day="2019-06-13").date == "2019-06-10"
    assert resolve(monday, report_day="2019-06-13", tense="future").date == "2019-06-17"


def test_a_day_that_the_calendar_lacks_is_none() -> None:
    assert resolve(mention(year=2019, month=2, day=29), report_day="2019-03-04") == Resolved()
    assert resolve(mention(month=2, day=29), report_day="2019-03-04").date in {None, "2020-02-29"}


def test_a_range_over_new_year_runs_backwards_from_its_end() -> None:
    days = mention("range", month=12, day=28, until_month=1, until_day=3, tense="past")
    assert resolve(days, report_day="2019-01-05") == Resolved("2018-12-28", "2019-01-03", "day")


def test_the_year_of_a_range_may_stand_at_its_beginning() -> None:
    days = mention("range", year=2018, month=12, day=28, until_month=1, until_day=3)
    assert resolve(days, report_day="2019-06-05") == Resolved("2018-12-28", "2019-01-03", "day")


@pytest.mark.parametrize(
    ("shift", "unit", "last"),
    [
        (3, "day", "2021-09-12"),
        (48, "hour", "2021-09-11"),
        (2, "week", "2021-09-23"),
        (2, "month", None),
        (1, "day", "2021-09-10"),
    ],
)
def test_a_stay_has_a_last_day(shift: int, unit: str, last: str | None) -> None:
    assert last_day("2021-09-10", mention("duration", shift=shift, unit=unit)) == last


def test_days_are_counted_between_days_only() -> None:
    assert days_between("2019-02-27", "2019-03-01") == 2
    assert days_between("2019-02", "2019-03-01") is None
