"""The knowledge files keep their own rules."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from legation.world import all_events, all_series, all_ties, states
from legation.world import build as compiler
from legation.world.values import first_day, last_day

EDTF = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")
POSTS = frozenset(
    [
        "head_of_state",
        "party_leader",
        "head_of_government",
        "deputy_head_of_government",
        "defence_minister",
        "deputy_defence_minister",
        "foreign_minister",
        "deputy_foreign_minister",
        "public_security_minister",
        "chief_of_defence",
        "deputy_chief_of_defence",
        "service_chief",
        "deputy_service_chief",
        "legislature_head",
        "national_security_adviser",
        "ambassador",
        "defence_attache",
        "agency_head",
        "department_head",
        "commander",
        "other",
    ]
)
SINGLE = ("head_of_state", "head_of_government", "defence_minister", "foreign_minister", "chief_of_defence")
FIELDS = {"person", "spellings", "from", "until", "unit", "acting", "source", "note"}


@lru_cache(maxsize=1)
def files() -> tuple[tuple[str, dict[str, Any]], ...]:
    paths = sorted((compiler.HERE / "states").glob("*.yaml"))
    return tuple((path.stem, yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)) for path in paths)


def rows() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for _, data in files():
        for post, terms in (data.get("posts") or {}).items():
            for term in terms:
                yield data["iso"], post, term


def test_files_are_called_by_their_code() -> None:
    assert [(stem, data["iso"]) for stem, data in files() if stem != data["iso"]] == []


def test_terms_have_known_fields_and_posts() -> None:
    assert [(iso, post) for iso, post, _ in rows() if post not in POSTS] == []
    assert [(iso, term) for iso, _, term in rows() if not set(term) <= FIELDS or "person" not in term] == []


def test_terms_begin_before_they_end() -> None:
    wrong = []
    for iso, post, term in rows():
        since, until = term.get("from"), term.get("until")
        malformed = any(date is not None and not EDTF.match(date) for date in (since, until))
        if malformed or (since and until and first_day(since) > last_day(until)):
            wrong.append((iso, post, term))
    assert wrong == []


def test_single_posts_have_one_holder_at_a_time() -> None:
    """Terms overlap by no more than the precision of their dates allows, but for those marked acting."""
    wrong = []
    for _, data in files():
        for post in SINGLE:
            terms = [t for t in (data.get("posts") or {}).get(post, ()) if not t.get("acting") and not t.get("unit")]
            terms.sort(key=lambda term: first_day(term.get("from") or "0001"))
            for one, other in pairwise(terms):
                certain = first_day(one["until"]) if one.get("until") else "9999-12-31"
                if other.get("from") and certain > last_day(other["from"]):
                    wrong.append((data["iso"], post, one["person"], one.get("until"), other["person"], other["from"]))
    assert wrong == []


@pytest.mark.parametrize("iso", ["VNM", "JPN"])
@pytest.mark.parametrize("post", SINGLE)
def test_the_posts_of_viet_nam_and_japan_have_no_gap(iso: str, post: str) -> None:
    data = next(data for stem, data in files() if stem == iso)
    terms = sorted(data["posts"][post], key=lambda term: term["from"])
    assert first_day(terms[0]["from"]) <= "2005-01-01"
    assert "until" not in terms[-1] or len(terms) > 1
    for one, other in pairwise(terms):
        assert last_day(one.get("until", "9999")) >= _days_before(first_day(other["from"])), (one, other)


def _days_before(day: str) -> str:
    """A day up to eleven days earlier, roughly: offices stand empty for a few days after a death or a dissolution."""
    year, month, number = map(int, day.split("-"))
    return f"{year}-{month:02d}-{max(number - 11, 0):02d}" if number > 11 else f"{year}-{max(month - 1, 0):02d}-15"


def test_events_have_dates_and_kinds() -> None:
    codes = {one.iso for one in states()}
    for event in (*all_events(), *(edition for one in all_series() for edition in one.editions)):
        assert EDTF.match(event.date), event
        assert event.until is None or last_day(event.until) >= first_day(event.date), event
        assert set(event.states) <= codes, event


def test_events_and_series_have_ids_of_their_own() -> None:
    idents = [event.id for event in all_events()] + [one.id for one in all_series()]
    assert len(idents) == len(set(idents))


def test_ties_name_parties_that_are_known() -> None:
    codes = {one.iso for one in states()}
    assert [tie for tie in all_ties() if len(tie.parties) < 2 or not set(tie.parties) <= codes] == []


@pytest.mark.parametrize("name", ["index", "gazetteer"])
def test_the_compiled_files_are_fresh(name: str) -> None:
    """Run `python -m legation.world.build` if this fails."""
    head, _, body = (compiler.COMPILED / f"{name}.json").read_bytes().partition(b"\n")
    sources = compiler.index_sources() if name == "index" else compiler.gazetteer_sources()
    assert head.decode() == compiler.digest(sources)
    made = compiler.make_index() if name == "index" else compiler.make_gazetteer()
    assert json.loads(body) == json.loads(json.dumps(made))


def test_the_files_open_with_what_they_are() -> None:
    paths: list[Path] = [*compiler.index_sources(), *compiler.gazetteer_sources()]
    assert [path.name for path in paths if not path.read_text(encoding="utf-8").startswith("# ")] == []
