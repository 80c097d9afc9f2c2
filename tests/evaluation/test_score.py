"""Scoring: the figures of small cases, and the same figures as the shared scorer's on all reports at hand."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from legation.codebook import codebook
from legation.errors import DataFault, WrongUse
from legation.evaluation import Score, load_gold, score_all
from legation.evaluation.compare import Counts
from legation.evaluation.gold import GoldReport
from legation.evaluation.tables import difference_lines, report_table, score_table
from legation.views.jsonl import decode

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
RAW = "Hanoi, 3 mai. Le ministre Dang a remercié Tokyo. Mme Sato a promis un don.\n\nÀ lire aussi\nAutre chose"
THANK = {"kind": "statement", "quote": "Le ministre Dang a remercié Tokyo", "act": "THANK", "side": ["VNM"]}
THANK |= {"speakers": ["Dang|Dang Van Minh"], "?addressee": ["JPN"]}
COMMIT = {"kind": "statement", "quote": "Mme Sato a promis un don", "act": "COMMIT", "side": ["JPN"]}
OFFICE = {"kind": "office", "quote": "Le ministre Dang", "person": "Đặng", "post": "other", "country": "VNM"}


def gold(tmp_path: Path, *records: dict[str, Any], **head: str) -> dict[str, GoldReport]:
    body = {"tail": "À lire", "report": {"date": "2020-05-03", **head}, "records": records}
    (tmp_path / "a.json").write_text(json.dumps(body), encoding="utf-8")
    (tmp_path / "a.txt").write_text(RAW, encoding="utf-8")
    return load_gold(tmp_path, book=codebook())


def coded(record: dict[str, Any], **change: Any) -> dict[str, Any]:
    start = RAW.index(record["quote"])
    kept = {name: value for name, value in record.items() if not name.startswith("?")}
    return {**kept, "start": start, "end": start + len(record["quote"]), "rule": "test", **change}


def score(golds: dict[str, GoldReport], *records: dict[str, Any], date: str = "2020-05-03") -> Score:
    line = json.dumps({"file": "x/a.txt", "report": {"date": date}, "records": records})
    return score_all(golds.values(), {"a.txt": decode(line)}, codebook())["a.txt"]


def test_the_same_records_score_all(tmp_path: Path) -> None:
    result = score(gold(tmp_path, COMMIT, OFFICE), coded(COMMIT), coded(OFFICE, person="Dang"))
    assert result.total.slots == Counts(right=3 + 4)
    assert result.total.records == Counts(right=2)
    assert (result.dates, result.grounded, result.leaked) == ((1, 1), (2, 2), 0)


def test_any_spelling_will_do_and_a_free_slot_costs_nothing(tmp_path: Path) -> None:
    given = coded(THANK, speakers=["Minh Dang Van"], addressee=["JPN"])
    assert score(gold(tmp_path, THANK), given).total.slots == Counts(right=4)


def test_a_wrong_value_is_both_spurious_and_missed(tmp_path: Path) -> None:
    result = score(gold(tmp_path, OFFICE), coded(OFFICE, country="JPN"))
    assert result.total.slots == Counts(right=3, spurious=1, missed=1)
    assert [difference.sign for difference in result.differences] == ["~"]


def test_a_statement_with_another_act_is_paired_but_not_found(tmp_path: Path) -> None:
    result = score(gold(tmp_path, COMMIT), coded(COMMIT, act="OFFER"))
    assert result.total.records == Counts(spurious=1, missed=1)
    assert result.total.slots == Counts(right=2, spurious=1, missed=1)


def test_a_statement_elsewhere_is_no_pair(tmp_path: Path) -> None:
    result = score(gold(tmp_path, COMMIT), coded(COMMIT, start=0, end=5, quote=RAW[:5]))
    assert [difference.sign for difference in result.differences] == ["-", "+"]


def test_an_optional_record_neither_gains_nor_costs(tmp_path: Path) -> None:
    golds = gold(tmp_path, {**OFFICE, "optional": True})
    assert score(golds).total.slots == score(golds, coded(OFFICE)).total.slots == Counts()


def test_a_status_counts_only_where_it_is_not_occurred(tmp_path: Path) -> None:
    visit = {"kind": "visit", "quote": "Hanoi, 3 mai", "visitor": "JPN", "host": "VNM"}
    assert score(gold(tmp_path, visit), coded(visit, status="occurred")).total.slots == Counts(right=3)
    planned = {**visit, "status": "planned"}
    assert score(gold(tmp_path, planned), coded(visit)).total.slots == Counts(right=3, spurious=1, missed=1)


def test_what_comes_from_the_tail_or_is_not_in_the_text_is_counted(tmp_path: Path) -> None:
    start = RAW.index("Autre")
    result = score(gold(tmp_path, OFFICE), coded(OFFICE, start=start, end=start + 5), date="2021")
    assert (result.dates, result.grounded, result.leaked) == ((0, 1), (0, 1), 1)


def test_the_nth_quote_is_meant(tmp_path: Path) -> None:
    record = gold(tmp_path, {**OFFICE, "quote": "a ", "nth": 2})["a.txt"].records[0]
    assert record.start == RAW.index("a promis")


def test_faults_of_gold_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(DataFault) as raised:
        gold(tmp_path, {**OFFICE, "quote": "nowhere"}, {**COMMIT, "act": "SHOUT"})
    assert len(raised.value.faults) == 2


def test_a_folder_without_gold_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="no gold"):
        load_gold(tmp_path, book=codebook())


def test_tables_tell_every_figure(tmp_path: Path) -> None:
    result = score(gold(tmp_path, COMMIT, OFFICE), coded(COMMIT, act="OFFER"))
    assert score_table(result).splitlines()[-2:] == [
        "reports 1, coded 1; date right 1/1; grounded 1/1; from the tail 0",
        "slot_f1 0.400",
    ]
    heading = "report slot F1 record F1 date missed spurious"
    assert report_table({"a.txt": result}).split() == f"{heading} a.txt 0.400 0.000 right 2 1".split()
    lines = list(difference_lines(result.differences))
    assert lines[0] == "a.txt ~ statement"
    assert "coded « Mme Sato a promis un don » act=OFFER side=JPN by test" in lines[2]
    assert lines[3] == "a.txt - office"


SETS = [("seeds", "seeds"), ("dev/fr-vj", "fr-vj"), ("dev/fr-other", "fr-other")]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared scorer is not beside the project")
@pytest.mark.parametrize("name", [name for name, _ in SETS])
def test_figures_are_those_of_the_shared_scorer(name: str, tmp_path: Path) -> None:
    folder = SHARED / "gold" / name
    golds = load_gold(folder, book=codebook())
    printed = tmp_path / "coded.jsonl"
    printed.write_text("\n".join(_garbled(golds, random.Random(7))), encoding="utf-8")
    command = [sys.executable, SHARED / "codebook" / "score.py", "score", folder, printed]
    wanted = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    reports = [decode(line) for line in printed.read_text(encoding="utf-8").splitlines()]
    scores = score_all(golds.values(), {Path(report.file).name: report for report in reports}, codebook())
    assert score_table(sum(scores.values(), Score())) + "\n" == wanted


def _garbled(golds: dict[str, GoldReport], chance: random.Random) -> list[str]:
    """The gold as a bad reader would have coded it."""
    lines = []
    for name, report in golds.items():
        records = []
        for record in report.records:
            shift = chance.choice([0, 0, 0, 40])
            slots = {slot: _bad(value, chance) for slot, value in record.slots.items() if chance.random() < 0.9}
            where = {"quote": record.quote, "start": record.start + shift, "end": record.end + shift, "rule": "x"}
            records += [{"kind": record.kind, **where, **slots}] * chance.choice([0, 1, 1, 1, 1, 2])
        chance.shuffle(records)
        lines.append(json.dumps({"file": name, "report": {"date": "2020"}, "records": records}))
    return lines[1:]


def _bad(value: Any, chance: random.Random) -> Any:
    if isinstance(value, list):
        return [_bad(item, chance) for item in value] + (["VNM"] if chance.random() < 0.1 else [])
    return "wrong" if chance.random() < 0.1 else value.split("|")[-1] if isinstance(value, str) else value
