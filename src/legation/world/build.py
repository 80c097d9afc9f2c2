"""Compiles the world's knowledge files into one index: `python -m legation.world.build`.

The index stands in `compiled/index.json`, the gazetteer in `compiled/gazetteer.json`. Each opens with a digest of the
files that it was made from; a stale one is passed over (see `index`).
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from legation.errors import DataFault
from legation.world.names import name_keys, place_key, sound_key, words

HERE = Path(__file__).parent
COMPILED = HERE / "compiled"
LANGUAGES = HERE.parent / "languages"
Row = dict[str, Any]


def index_sources() -> list[Path]:
    """The files that the index is made from, in a fixed order."""
    folders = [HERE / "states", HERE / "events"]
    return [*(path for folder in folders for path in sorted(folder.glob("*.yaml"))), *sorted(HERE.glob("*.yaml"))]


def gazetteer_sources() -> list[Path]:
    """The files that the gazetteer is made from: the places, and each language's own names for them."""
    return [*sorted(HERE.glob("places/*.csv")), *sorted(LANGUAGES.glob("*/places.yaml"))]


def digest(paths: Iterable[Path]) -> str:
    """A digest of the names and bytes of files."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def make_index() -> Row:
    """The index of states, holders, events, series and ties, as it is written to JSON."""
    index: Row = {"states": {}, "persons": [], "terms": [], "by_post": defaultdict(list)}
    index |= {"by_name": defaultdict(list), "by_word": defaultdict(list), "by_sound": defaultdict(list)}
    for path in sorted((HERE / "states").glob("*.yaml")):
        _add_state(index, _read(path))
    index["series"] = _read(HERE / "series.yaml")["series"]
    index["ties"] = _read(HERE / "ties.yaml")["ties"]
    index["foundings"] = _read(HERE / "foundings.yaml")["foundings"]
    donors = _read(HERE / "donors.yaml")["donors"]
    index["donors"] = {party: rank for rank, parties in donors.items() for party in parties}
    events = [row for path in sorted((HERE / "events").glob("*.yaml")) for row in _read(path)["events"]]
    index["events"] = sorted(events, key=lambda row: (row["date"], row["id"]))
    index["event_names"] = _event_names(index["events"])
    return index


def make_gazetteer() -> Row:
    """The gazetteer, as it is written to JSON: the places, and for each key of a name the place that it means."""
    rows = [row for path in sorted(HERE.glob("places/*.csv")) for row in _csv(path)]
    rows.sort(key=lambda row: (-_weight(row), row["name"]))
    places: list[list[str]] = []
    keys: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        places.append([row["name"], row["country"], row["kind"]])
        for name in [row["name"], *filter(None, row["spellings"].split("|"))]:
            _once(keys[place_key(name)], number)
    for path in sorted(LANGUAGES.glob("*/places.yaml")):
        for name, meant in (_read(path).get("exonyms") or {}).items():
            for number in keys.get(place_key(meant), ())[:1]:
                keys[place_key(name)] = [number, *(other for other in keys.get(place_key(name), ()) if other != number)]
    return {"places": places, "keys": keys}


def write() -> list[Path]:
    """Write both compiled files; gives them."""
    COMPILED.mkdir(exist_ok=True)
    written = []
    for name, sources, value in (
        ("index", index_sources(), make_index()),
        ("gazetteer", gazetteer_sources(), make_gazetteer()),
    ):
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        path = COMPILED / f"{name}.json"
        path.write_text(f"{digest(sources)}\n{body}\n", encoding="utf-8")
        written.append(path)
    return written


def _add_state(index: Row, data: Row) -> None:
    iso: str = data["iso"]
    known: dict[str, int] = {}
    index["states"][iso] = [data["name"], data.get("capitals", []), data.get("kind", "state")]
    for post, rows in (data.get("posts") or {}).items():
        for row in rows:
            person = _person(index, known, row)
            number = len(index["terms"])
            source = row.get("source", data.get("source", "public record"))
            rest = [row.get("unit"), bool(row.get("acting")), row.get("note")]
            index["terms"].append([person, post, iso, row.get("from"), row.get("until"), source, *rest])
            index["by_post"][f"{iso} {post}"].append(number)
            for name in [row["person"], *row.get("spellings", [])]:
                _add_name(index, name, number)


def _add_name(index: Row, name: str, number: int) -> None:
    for key in name_keys(name):
        _once(index["by_name"][key], number)
    for word in words(name):
        _once(index["by_word"][word], number)
    if " " in sound_key(name):
        _once(index["by_sound"][sound_key(name)], number)


def _person(index: Row, known: dict[str, int], row: Row) -> int:
    key = name_keys(row["person"])[0]
    if key not in known:
        known[key] = len(index["persons"])
        index["persons"].append([row["person"], []])
    spellings = index["persons"][known[key]][1]
    for spelling in row.get("spellings", []):
        _once(spellings, spelling)
    return known[key]


def _event_names(events: list[Row]) -> dict[str, dict[str, list[int]]]:
    names: dict[str, dict[str, list[int]]] = {}
    for number, row in enumerate(events):
        for language, spellings in {"en": [row["name"]], **row.get("spellings", {})}.items():
            for spelling in spellings:
                _once(names.setdefault(language, defaultdict(list))[" ".join(words(spelling))], number)
    return names


def _weight(row: dict[str, str]) -> int:
    """How many people a name is likely to mean: a capital or base counts for more than its inhabitants."""
    extra = {"capital": 5_000_000, "base": 300_000, "port": 200_000, "airport": 100_000, "province": 150_000}
    return int(row["population"] or 0) + extra.get(row["kind"], 0)


def _once(items: list[Any], item: Any) -> None:
    if item not in items:
        items.append(item)


def _read(path: Path) -> Any:
    import yaml  # only needed to compile: the index itself is JSON

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_bytes(), Loader=loader)
    except yaml.YAMLError as error:
        raise DataFault([f"{path}: not valid YAML: {error}"]) from error


def _csv(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines))


if __name__ == "__main__":
    for path in write():
        sys.stdout.write(f"compiled {path.relative_to(HERE)}\n")
