"""What people decide wins, stays through new readings, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.errors import NotInRegister, WrongUse
from legation.model.report import Record
from legation.register import ledger, lookup
from legation.register.deciding import Signature, correct, merge, slots_of, split, withdraw
from legation.register.resolving import resolve
from legation.register.store import Register
from tests.register.material import add, arrival, exported, made

BY = Signature("A. Person", "2024-05-02T08:00:00Z", "because")
LATER = Signature("B. Person", "2024-05-03T08:00:00Z")
FIRST, SECOND = "Les ministres se sont vus lundi à Rabat.", "Les ministres se sont rencontrés mardi à Lisbonne."


def meeting(text: str, words: str, date: str, place: str, **more: object) -> Record:
    start = text.index(words)
    slots = {"type": "talks", "date": date, "place": place, "parties": ("MAR", "PRT"),
             "persons": ("João Pereira", "Karim Benali"), **more}  # fmt: skip
    return Record("meeting", words, start, start + len(words), "test.meet", slots)  # type: ignore[arg-type]


def one(register: Register, kind: str = "meeting") -> lookup.Thing:
    ((name,),) = register.rows("SELECT name FROM thing WHERE kind = ?", kind)
    return lookup.thing(register, name)


def names(register: Register, kind: str = "meeting") -> list[str]:
    return [name for (name,) in register.rows("SELECT name FROM thing WHERE kind = ? ORDER BY name", kind)]


@pytest.fixture
def apart(tmp_path: Path) -> Register:
    """Two meetings that the program keeps apart."""
    register = Register.open(tmp_path / "r.db", create=True)
    add(register, [
        arrival(FIRST, meeting(FIRST, "se sont vus lundi", "2018-06-11", "Rabat", country="MAR")),
        arrival(SECOND, meeting(SECOND, "se sont rencontrés mardi", "2018-08-12", "Lisbonne", country="PRT"), file="b.txt"),
    ])  # fmt: skip
    return register


@pytest.fixture
def together(tmp_path: Path) -> Register:
    """One meeting told by three reports."""
    register = Register.open(tmp_path / "r.db", create=True)
    texts = [f"Rapport {number} : les ministres se sont vus lundi à Rabat." for number in "123"]
    add(register, [
        arrival(text, meeting(text, "se sont vus lundi", "2018-06-11", "Rabat"), file=f"{number}.txt")
        for number, text in enumerate(texts)
    ])  # fmt: skip
    assert one(register).told == 3
    return register


def test_two_things_are_merged_and_parted_again_when_that_is_withdrawn(apart: Register) -> None:
    before, ids = exported(apart), names(apart)
    assert len(ids) == 2
    decision = merge(apart, ids, BY)
    resolve(apart)
    found = one(apart)
    assert found.told == 2
    assert found.id in ids
    assert [one.id for one in lookup.decisions_on(apart, found.row)] == [decision]
    withdraw(apart, decision, LATER)
    resolve(apart)
    assert exported(apart) == before
    (kept,) = ledger.decisions(apart)
    assert (kept.who, kept.withdrawn_by, kept.withdrawn_at) == ("A. Person", "B. Person", LATER.at)


def test_a_telling_is_split_off_and_comes_back_when_that_is_withdrawn(together: Register) -> None:
    before, found = exported(together), one(together)
    keys = [member.key for member in lookup.members(together, found.row)]
    decision = split(together, found.id, keys[1:2], BY)
    resolve(together)
    assert sorted(lookup.thing(together, name).told for name in names(together)) == [1, 2]
    assert lookup.thing_of_member(together, keys[1]).id != lookup.thing_of_member(together, keys[0]).id
    withdraw(together, decision, LATER)
    resolve(together)
    assert exported(together) == before


def test_several_tellings_split_off_stay_together(together: Register) -> None:
    found = one(together)
    keys = [member.key for member in lookup.members(together, found.row)]
    split(together, found.id, keys[:2], BY)
    resolve(together)
    assert lookup.thing_of_member(together, keys[0]).id == lookup.thing_of_member(together, keys[1]).id
    assert lookup.thing_of_member(together, keys[2]).told == 1


def test_of_merging_and_splitting_the_later_decision_holds(apart: Register) -> None:
    merge(apart, names(apart), BY)
    resolve(apart)
    found = one(apart)
    split(apart, found.id, [lookup.members(apart, found.row)[0].key], LATER)
    resolve(apart)
    assert len(names(apart)) == 2
    merge(apart, names(apart), Signature("C. Person", "2024-05-04T08:00:00Z"))
    resolve(apart)
    assert len(names(apart)) == 1


def test_a_correction_is_shown_and_what_the_sources_tell_is_kept(together: Register) -> None:
    before, found = exported(together), one(together)
    decision = correct(together, found.id, {"place": "Casablanca", "date": None}, BY)
    resolve(together)
    corrected = one(together)
    assert corrected.slots["place"] == "Casablanca"
    assert "date" not in corrected.slots
    assert corrected.conflicts["place"]["told"] == "Rabat"
    assert decision in corrected.conflicts["place"]["because"]
    withdraw(together, decision, LATER)
    resolve(together)
    assert exported(together) == before


def test_the_later_of_two_corrections_holds(together: Register) -> None:
    correct(together, one(together).id, {"place": "Casablanca"}, LATER)
    correct(together, one(together).id, {"place": "Fès"}, BY)
    resolve(together)
    assert one(together).slots["place"] == "Casablanca"


def test_decisions_outlive_a_new_reading_that_cites_other_words(apart: Register) -> None:
    merge(apart, names(apart), BY)
    correct(apart, names(apart)[0], {"place": "Casablanca"}, BY)
    resolve(apart)
    longer = meeting(FIRST, "Les ministres se sont vus lundi à Rabat", "2018-06-11", "Rabat", country="MAR")
    other = meeting(SECOND, "Les ministres se sont rencontrés", "2018-08-12", "Lisbonne", country="PRT")
    add(apart, [arrival(FIRST, longer), arrival(SECOND, other, file="b.txt")], reader="2")
    found = one(apart)
    assert (found.told, found.slots["place"]) == (2, "Casablanca")
    assert all(decision.anchored == decision.anchors for decision in ledger.decisions(apart))


def test_a_decision_waits_where_a_reading_finds_nothing_and_holds_again_when_the_next_does(apart: Register) -> None:
    correct(apart, names(apart)[0], {"place": "Casablanca"}, BY)
    add(apart, [arrival(FIRST), arrival(SECOND, file="b.txt")], reader="2")
    (waiting,) = ledger.decisions(apart)
    assert (waiting.anchored, waiting.anchors) == (0, 1)
    add(apart, [
        arrival(FIRST, meeting(FIRST, "se sont vus lundi", "2018-06-11", "Rabat")),
        arrival(SECOND, meeting(SECOND, "se sont rencontrés mardi", "2018-08-12", "Lisbonne"), file="b.txt"),
    ], reader="3")  # fmt: skip
    assert "Casablanca" in exported(apart)


def test_a_decision_on_persons_parts_what_says_the_very_same(tmp_path: Path) -> None:
    with Register.open(tmp_path / "r.db", create=True) as register:
        add(register, made(12))
        name, told = register.rows("SELECT name, told FROM thing WHERE kind = 'person' ORDER BY told DESC, name")[0]
        key = lookup.members(register, lookup.thing(register, name).row)[0].key
        split(register, name, [key], BY)
        resolve(register)
        assert lookup.thing_of_member(register, key).told == 1
        resolve(register)
        rest = register.rows("SELECT max(told) FROM thing WHERE kind = 'person'")
        assert rest[0][0] >= told - 1


def test_merging_needs_two_things_of_one_kind(apart: Register) -> None:
    with pytest.raises(WrongUse, match="two things"):
        merge(apart, names(apart)[:1] * 2, BY)
    with pytest.raises(WrongUse, match="unlike kinds"):
        merge(apart, [names(apart)[0], names(apart, "person")[0]], BY)


def test_splitting_needs_some_tellings_of_the_thing(together: Register) -> None:
    found = one(together)
    keys = [member.key for member in lookup.members(together, found.row)]
    with pytest.raises(WrongUse, match="not none and not all"):
        split(together, found.id, keys, BY)
    with pytest.raises(NotInRegister, match="no telling"):
        split(together, found.id, ["nothing"], BY)


@pytest.mark.parametrize("slots", [{"colour": "red"}, {"type": "dance"}, {"parties": "MAR"}])
def test_a_correction_must_fit_the_codebook(slots: dict[str, str], together: Register) -> None:
    with pytest.raises(WrongUse):
        correct(together, one(together).id, slots, BY)
    assert ledger.decisions(together) == []


def test_a_decision_is_withdrawn_once(together: Register) -> None:
    decision = correct(together, one(together).id, {"place": "Fès"}, BY)
    withdraw(together, decision, LATER)
    with pytest.raises(NotInRegister, match="withdrawn already"):
        withdraw(together, decision, LATER)
    with pytest.raises(NotInRegister, match="no such decision"):
        withdraw(together, "D-000000000000", LATER)


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        (["date=2019-03-04", "place=Hanoï"], {"date": "2019-03-04", "place": "Hanoï"}),
        (["parties=JPN, VNM"], {"parties": ["JPN", "VNM"]}),
        (["parties=JPN"], {"parties": ["JPN"]}),
        (["until="], {"until": None}),
        (["session=7"], {"session": 7}),
        (["name=a=b"], {"name": "a=b"}),
    ],
)
def test_slots_are_given_as_words(words: list[str], slots: dict[str, object]) -> None:
    assert slots_of("meeting", words) == slots


@pytest.mark.parametrize("words", [["place"], ["session=seven"]])
def test_words_that_give_no_slot_are_refused(words: list[str]) -> None:
    with pytest.raises(WrongUse):
        slots_of("meeting", words)
