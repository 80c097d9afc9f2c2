"""Copies of one dispatch are known as such, and count once."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from legation.register import copies
from legation.register.copies import ALIKE, minhash, similarity, source_of
from legation.register.store import Register
from tests.register.material import add, arrival

CHANCE = random.Random(7)
HEADS = ("bor", "cal", "dun", "fer", "gal", "hal", "jor", "kel", "lim", "mar")
WORDS = [f"{head}{tail}" for head in HEADS for tail in ("an", "et", "is", "on", "ul")]


def text(seed: int, length: int = 200) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(length))


def changed(original: str, share: float) -> str:
    words = original.split()
    for place in random.Random(3).sample(range(len(words)), int(share * len(words))):
        words[place] = "autre"
    return " ".join(words)


@pytest.mark.parametrize(("share", "least", "most"), [(0.0, 1.0, 1.0), (0.02, 0.8, 0.97), (0.2, 0.15, 0.5)])
def test_similarity_is_the_share_of_runs_of_words(share: float, least: float, most: float) -> None:
    original = text(1)
    assert least <= similarity(minhash(original), minhash(changed(original, share))) <= most


def test_case_diacritics_and_line_breaks_do_not_count() -> None:
    assert minhash("Le général\nreçu À Hanoï") == minhash("le general recu a hanoi")


@pytest.mark.parametrize("short", ["", "oui", "oui non", "…"])
def test_a_text_of_few_words_has_a_signature_too(short: str) -> None:
    assert similarity(minhash(short), minhash(short)) == 1.0


def linked(register: Register) -> set[frozenset[str]]:
    rows = register.rows(
        "SELECT a.key, b.key FROM copy c JOIN report a ON a.id = c.report JOIN report b ON b.id = c.of"
    )
    return {frozenset(row) for row in rows}


def test_near_identical_reports_are_linked_and_others_are_not(tmp_path: Path) -> None:
    reports = [arrival(text(1), outlet="AFP"), arrival(changed(text(1), 0.02)), arrival(text(2), outlet="AFP")]
    with Register.open(tmp_path / "r.db", create=True) as register:
        add(register, reports)
        ((similar,),) = register.rows("SELECT similarity FROM copy")
        assert similar >= ALIKE
        sources = [source for (source,) in register.rows("SELECT source FROM report ORDER BY id")]
        assert sources == ["AFP", "AFP", "AFP"]


def test_a_copy_that_comes_later_changes_what_the_first_counts_as(tmp_path: Path) -> None:
    with Register.open(tmp_path / "r.db", create=True) as register:
        add(register, [arrival(text(1))])
        (before,) = register.rows("SELECT source FROM report")[0]
        assert before.startswith("dispatch ")
        add(register, [arrival(changed(text(1), 0.02), outlet="APS")])
        assert register.rows("SELECT DISTINCT source, stage FROM report") == [("APS", 2)]


@pytest.mark.parametrize(
    ("rows", "source"),
    [
        ([("b", None), ("a", None)], "dispatch a"),
        ([("a", None), ("b", "AFP")], "AFP"),
        ([("a", "VNA"), ("b", "AFP"), ("c", "VNA")], "VNA"),
        ([("a", "VNA"), ("b", "AFP")], "AFP"),
    ],
)
def test_a_dispatch_counts_as_the_outlet_that_most_of_its_copies_name(
    rows: list[tuple[str, str | None]], source: str
) -> None:
    assert source_of(rows) == source


@pytest.mark.parametrize("order", range(4))
def test_bands_that_very_many_share_do_not_count_whatever_the_order(
    order: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "CROWD", 3)
    reports = [arrival(changed(text(seed), share)) for seed in range(3) for share in (0.0, 0.01, 0.02, 0.03, 0.05)]
    random.Random(order).shuffle(reports)
    outcomes = []
    for step in (1, 4, len(reports)):
        with Register.open(tmp_path / f"{step}.db", create=True) as register:
            for start in range(0, len(reports), step):
                add(register, reports[start : start + step])
            outcomes.append(linked(register))
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert 0 < len(outcomes[0]) < 30


def test_a_report_read_anew_is_linked_anew(tmp_path: Path) -> None:
    reports = [arrival(text(1)), arrival(changed(text(1), 0.02))]
    with Register.open(tmp_path / "r.db", create=True) as register:
        add(register, reports)
        before = linked(register)
        add(register, reports[:1], reader="2")
        assert linked(register) == before != set()
        assert register.value("SELECT count(*) FROM band") == 2 * copies.BANDS
