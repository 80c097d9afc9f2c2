"""EDTF dates of level 0."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.dating.calendar import Edtf

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@given(DAYS)
def test_a_day_goes_through_its_text_and_back(day: date) -> None:
    edtf = Edtf.on(day)
    assert Edtf.parse(str(edtf)) == edtf
    assert edtf.first() == edtf.last() == day


@given(DAYS, st.integers(-5000, 5000))
def test_steps_of_days_add_up(day: date, count: int) -> None:
    assert Edtf.on(day).days(count).days(-count) == Edtf.on(day)


@given(DAYS, st.integers(-500, 500))
def test_steps_of_months_add_up(day: date, count: int) -> None:
    month = Edtf.on(day).to("month")
    assert month.months(count).months(-count) == month


@pytest.mark.parametrize(("text", "precision"), [("2019", "year"), ("2019-03", "month"), ("2019-03-04", "day")])
def test_the_length_is_the_precision(text: str, precision: str) -> None:
    edtf = Edtf.parse(text)
    assert edtf is not None
    assert (edtf.precision, str(edtf)) == (precision, text)


@pytest.mark.parametrize("text", ["", "2019-13", "2019-02-30", "19-02-03", "mars 2019", "2019-1-1-1"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert Edtf.parse(text) is None
