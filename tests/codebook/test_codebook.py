"""The codebook's data: complete, frozen, and wrong files told all at once."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest
import yaml

from legation.codebook import codebook
from legation.codebook.loader import HERE
from legation.errors import DataFault

SCORE = Path(__file__).parents[3] / "shared" / "codebook" / "score.py"


def test_kinds_stand_in_the_codebooks_order() -> None:
    kinds = "meeting visit instrument mechanism programme activity statement office relation"
    assert list(codebook().kinds) == kinds.split()


def test_values_are_frozen() -> None:
    book = codebook()
    with pytest.raises(TypeError):
        book.kinds["meeting"] = book.kinds["visit"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        book.kinds["meeting"].label = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("kind", "slots", "fault"),
    [
        ("meeting", {"type": "talks", "parties": ("VNM", "JPN")}, None),
        ("meeting", {"type": "chat"}, "'chat' is not in the vocabulary; valid are talks,"),
        ("meeting", {"guests": "x"}, "has no slot 'guests'; valid are type,"),
        ("meeting", {"parties": "VNM"}, "must be a list"),
        ("office", {"post": ("ambassador",)}, "must be one value"),
        ("party", {}, "no kind 'party'; valid are meeting,"),
    ],
)
def test_a_record_is_held_against_the_codebook(kind: str, slots: dict[str, object], fault: str | None) -> None:
    faults = codebook().faults(kind, slots)
    assert not faults if fault is None else fault in faults[0]


@pytest.mark.parametrize(
    ("kind", "slots", "plover", "cameo"),
    [
        ("meeting", {"type": "sideline"}, {"event": "CONSULT", "mode": None}, "044"),
        ("meeting", {"type": "talks"}, {"event": "CONSULT", "mode": None}, "040"),
        ("statement", {"act": "THANK"}, {"event": "SUPPORT", "mode": None}, "051"),
        ("statement", {"act": "AFFIRM"}, None, "010"),
        ("instrument", {"action": "cited"}, None, None),
        ("office", {"post": "ambassador"}, None, None),
    ],
)
def test_a_record_has_its_place_in_other_schemes(
    kind: str, slots: dict[str, object], plover: object, cameo: str | None
) -> None:
    mappings = codebook().kinds[kind].mappings
    assert mappings["plover"].of(slots) == plover
    assert mappings["cameo"].of(slots) == cameo


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    for name in ("kinds", "vocabularies", "report.yaml"):
        source = HERE / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    _edit(tmp_path / "kinds" / "visit.yaml", {"key": "nobody", "evidence": "maybe"})
    _edit(tmp_path / "kinds" / "office.yaml", {"merge": ["person", "rank"], "mappings": {"plover": None}})
    _edit(tmp_path / "vocabularies" / "acts.yaml", {"terms": {"AGREE": ""}})
    with pytest.raises(DataFault) as raised:
        codebook(tmp_path)
    told = "\n".join(raised.value.faults)
    for place in (
        "kinds/visit.yaml: key: 'nobody'",
        "kinds/visit.yaml: evidence: 'maybe'",
        "kinds/office.yaml: merge: 'rank'",
        "kinds/office.yaml: mappings.cameo: 'missing'",
        "vocabularies/acts.yaml: terms.AGREE: ''",
    ):
        assert place in told
    assert all("valid:" in fault and "make data" in fault for fault in raised.value.faults)


@pytest.mark.skipif(not SCORE.exists(), reason="the shared scorer is not beside the project")
def test_slots_and_vocabularies_are_those_of_the_shared_scorer() -> None:
    spec = importlib.util.spec_from_file_location("shared_score", SCORE)
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    for name, kind in codebook().kinds.items():
        assert set(kind.slots) == set(score.SLOTS[name])
        assert kind.key == score.KEY.get(name)
        assert kind.overlap == (name in score.OVERLAP)
        for slot in kind.slots.values():
            assert slot.many == (slot.name in score.LISTS)
            assert (slot.type in ("name", "person")) == (slot.name in score.NAMES)
            vocabulary = score.VOCABULARY.get(f"{name}.{slot.name}") or score.VOCABULARY.get(slot.name) or ()
            assert set(slot.vocabulary) == set(vocabulary)


def _edit(path: Path, change: dict[str, object]) -> None:
    body = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump({**body, **change}, allow_unicode=True), encoding="utf-8")
