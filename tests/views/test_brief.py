"""The brief: what concerns two states, each line with its words and file; a page that stands alone."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from legation.model.report import ReadReport, Record, ReportHead, Slot
from legation.views.brief import Brief, make_brief
from legation.views.dyads import concerns, subject_of
from legation.views.overview import overview
from legation.views.page import brief_page, overview_page

PAIR = ("VNM", "JPN")
INFERRED = ReportHead("2019-05-02", "inferred", "A was minister 2018 to 2019", "Hanoi", "VNA", "fr")
STATED = ReportHead("2021-06-01", "stated", None, "Tokyo", "AFP", "fr")


def record(kind: str, quote: str = "les mots", **slots: Slot) -> Record:
    return Record(kind, quote, 0, len(quote), "a_rule", slots)


MEETING = record("meeting", type="talks", parties=PAIR, date="2019-05-02", persons=("Ngo Xuan Lich",))
REQUEST = record("statement", act="REQUEST", side=("VNM",), addressee=("JPN",), topics=("hadr",), speakers=("VNM",))
THANK = record("statement", act="THANK", side=("JPN",), speakers=("Iwaya",))
OFFICE = record("office", person="Ngô Xuân Lich", post="defence_minister", country="VNM")
RELATION = record("relation", label="strategic_partnership", parties=PAIR)
FRENCH = record("meeting", type="talks", parties=("FRA", "MAR"), date="2020")


def report(file: str, head: ReportHead, *records: Record) -> ReadReport:
    return ReadReport(file, head, records)


@pytest.fixture(scope="module")
def brief() -> Brief:
    reports = [
        report("b.txt", STATED, RELATION, OFFICE, MEETING),
        report("a.txt", INFERRED, MEETING, REQUEST, THANK, OFFICE, RELATION),
        report("c.txt", STATED, FRENCH, record("office", person="X", post="other", country="FRA")),
    ]
    return make_brief(reports, PAIR, beside=Path("out"))


def test_reports_on_others_are_left_out(brief: Brief) -> None:
    assert [source.file for source in brief.sources] == ["a.txt", "b.txt"]


def test_records_that_say_the_same_stand_once_with_all_their_sources(brief: Brief) -> None:
    meetings = next(section for section in brief.sections if section.name == "meetings")
    assert [len(line.quotes) for line in meetings.lines] == [2]
    assert [quote.source.number for quote in meetings.lines[0].quotes] == [1, 2]


def test_undertakings_and_positions_are_told_apart(brief: Brief) -> None:
    parts = {section.name: [heading for heading, _ in section.parts] for section in brief.sections if section.parts}
    assert parts == {"undertakings": ["Requested"], "positions": ["Thanked"], "offices": ["Vietnam"]}


def test_an_inferred_year_keeps_its_reason(brief: Brief) -> None:
    assert [source.inferred for source in brief.sources] == ["A was minister 2018 to 2019", ""]


def test_a_brief_on_strangers_is_empty() -> None:
    nothing = make_brief([report("a.txt", STATED, MEETING)], ("FRA", "BRA"), beside=Path())
    assert (nothing.sections, nothing.sources) == ((), ())
    assert "None of the reports" in brief_page(nothing, version="0")


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (MEETING, True),
        (FRENCH, False),
        (THANK, True),
        (record("statement", act="THANK", side=("JPN",), addressee=("USA",)), False),
        (record("mechanism", name="ADMM+"), True),
        (record("relation", label="alliance", parties=("JPN", "USA")), False),
        (record("meeting", type="conference", parties=("VNM", "JPN", "USA")), True),
    ],
)
def test_what_concerns_a_pair_in_a_report_about_it(one: Record, expected: bool) -> None:
    assert concerns(one, PAIR, PAIR) is expected


def test_a_report_is_about_the_states_told_of_most() -> None:
    assert subject_of(report("a.txt", STATED, MEETING, REQUEST, FRENCH)) == ("JPN", "VNM")
    assert subject_of(report("a.txt", STATED, record("mechanism", name="ARF"))) is None


class Page(HTMLParser):
    """Checks that elements close in order; collects ids, links and what would be fetched."""

    VOID = frozenset({"meta", "br", "link", "img", "rect", "input"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" else []
        self.fetched += [tag] if "src" in given or tag in ("script", "link") else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag


def test_the_page_stands_alone_and_its_links_hold(brief: Brief) -> None:
    text = brief_page(brief, version="1.2")
    page = Page(text)
    assert (page.open, page.fetched) == ([], [])
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert {link for link in page.links if not link.startswith("#")} == {"../a.txt", "../b.txt"}
    assert "http" not in re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)


def test_the_page_shows_words_files_and_reasons(brief: Brief) -> None:
    text = brief_page(brief, version="1.2")
    for shown in ("les mots", "a.txt", "year inferred", "A was minister 2018 to 2019", "Talks, Ngo Xuan Lich"):
        assert shown in text


def test_words_from_reports_are_never_markup() -> None:
    evil = record("meeting", "<script>alert(1)</script>", type="talks", parties=PAIR, place="<b>x</b>")
    text = brief_page(make_brief([report("<i>.txt", STATED, evil)], PAIR, beside=Path()), version="0")
    assert not Page(text).fetched
    assert "<b>x" not in text
    assert "<i>" not in text


def test_links_to_files_of_any_name_hold() -> None:
    odd = make_brief([report("d ir/à?#:\udcff.txt", STATED, MEETING)], PAIR, beside=Path())
    assert odd.sources[0].href == "d%20ir/%C3%A0%3F%23%3A%FF.txt"


def test_the_overview_counts_each_pair() -> None:
    three = record("meeting", type="conference", parties=("VNM", "JPN", "FRA"))
    rows = overview([report("a.txt", INFERRED, MEETING, THANK, RELATION), report("b.txt", STATED, three)])
    assert [row["codes"] for row in rows] == ["JPN VNM", "FRA JPN", "FRA VNM"]
    assert (rows[0]["reports"], rows[0]["status"]) == (2, "strategic partnership")
    page = Page(overview_page(rows, reports=2, version="0"))
    assert (page.open, page.fetched) == ([], [])
