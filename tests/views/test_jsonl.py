"""A report to a line of JSON and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model.report import ReadReport, Record, ReportHead
from legation.views.jsonl import decode, encode

words = st.text(max_size=20)
slots = st.dictionaries(
    st.sampled_from(["type", "place", "session", "amount", "parties"]),
    st.one_of(words, st.integers(), st.lists(words, max_size=3).map(tuple)),
)
records = st.builds(Record, words, words, st.integers(0, 99), st.integers(0, 99), words, slots)
heads = st.builds(ReportHead, *[st.one_of(st.none(), words)] * 6)
reports = st.builds(ReadReport, words, heads, st.lists(records, max_size=3).map(tuple))


@given(reports)
def test_a_report_survives_the_round_trip_in_one_line(report: ReadReport) -> None:
    line = encode(report)
    assert "\n" not in line
    assert decode(line) == report


def test_the_line_is_what_the_scorer_takes() -> None:
    record = Record("office", "M. Dang", 3, 10, "apposed", {"person": "Dang", "topics": ("cyber",)})
    line = json.loads(encode(ReadReport("a.txt", ReportHead(date="2020", language="fr"), (record,))))
    assert line == {
        "file": "a.txt",
        "report": {"date": "2020", "language": "fr"},
        "records": [
            {"kind": "office", "quote": "M. Dang", "start": 3, "end": 10, "rule": "apposed",
             "person": "Dang", "topics": ["cyber"]}
        ],
    }  # fmt: skip


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"file": "a"}', '{"file": "a", "records": [{}]}', "nonsense"])
def test_another_line_is_told(line: str) -> None:
    with pytest.raises(ValueError, match=r"no read report|Expecting value"):
        decode(line)
