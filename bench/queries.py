"""Measures how long the register takes to answer, in a register made by `bench/register_scale.py --keep FILE`.

    python bench/queries.py FILE               who, find, timeline and open items, each asked of many names, words and pairs
    python bench/queries.py FILE --asked 100   … of so many

Names, words and pairs are drawn from the register itself, seeded, those of most tellings among them, so that hard
questions are asked too. "Within" is the answer alone, "command" the whole process of `legation`, start included.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path

from legation.register.queries import Entry, Filter, Queries

COMMANDS = 5  # processes started for each question


def main() -> None:
    """Ask, and print a line for each question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("register", type=Path)
    parser.add_argument("--asked", type=int, default=40, help="how many names, words, pairs (default: 40)")
    options = parser.parse_args()
    draw = random.Random(7)
    with Queries.open(options.register) as queries:
        pairs = _pairs(queries, options.asked, draw)
        names = _names(queries, options.asked, draw)
        words = _words(queries, pairs, options.asked, draw)
        asked: dict[str, tuple[Callable[[str], object], Sequence[str]]] = {
            "who": (lambda name: [queries.person(match.entry) for match in queries.named(name)], names),
            "find": (lambda some: queries.find(some), words),
            "timeline": (lambda pair: queries.dyad(*pair.split()), pairs),
            "open-items": (lambda pair: queries.dyad(*pair.split()), pairs),
        }
        print(f"{'milliseconds':12} {'median':>8} {'worst':>8}   of     command: median    worst")
        for question, (ask, about) in asked.items():
            within = [_milliseconds(ask, one) for one in about]
            whole = [_milliseconds(_command(question, options.register), one) for one in about[:COMMANDS]]
            print(f"{question:12} {_figures(within)} {len(about):4}              {_figures(whole)}")
    print(f"status       {_milliseconds(_command('status', options.register), ''):.0f} (command)")


def _pairs(queries: Queries, count: int, draw: random.Random) -> list[str]:
    """Pairs of states: the most told of first, the rest drawn."""
    every = [" ".join(one.states) for one in queries.coverage()]
    return _some(every, count, draw)


def _names(queries: Queries, count: int, draw: random.Random) -> list[str]:
    """Names of persons, whole and their last word alone."""
    persons = sorted(queries.things(Filter(kinds=("person",))), key=lambda one: (-one.told, one.id))
    told = _some([_name(person) for person in persons], count, draw)
    return [name if number % 2 else name.split()[-1] for number, name in enumerate(told)]


def _name(person: Entry) -> str:
    return str(person.slots.get("name") or person.slots.get("person"))


def _words(queries: Queries, pairs: Sequence[str], count: int, draw: random.Random) -> list[str]:
    """Words of quotes: one alone, or two neighbours."""
    first, second = pairs[0].split()
    things = list(islice(queries.things(Filter(states=(first, second))), 10 * count))
    quotes = [telling.quote.split() for told in queries.tellings(things).values() for telling in told[:1]]
    found = {
        " ".join(quote[at : at + size]) for quote in quotes for size, at in ((1, 0), (1, -1), (2, 1)) if len(quote) > 3
    }
    return draw.sample(sorted(one for one in found if one.strip()), min(count, len(found)))


def _some(every: Sequence[str], count: int, draw: random.Random) -> list[str]:
    most = list(every[: count // 2])
    return most + draw.sample(list(every[count // 2 :]), min(count - len(most), max(0, len(every) - count // 2)))


def _command(question: str, register: Path) -> Callable[[str], object]:
    def run(about: str) -> object:
        words = about.split() if question in ("timeline", "open-items") else [about] if about else []
        command = [sys.executable, "-m", "legation", question, *words, "--register", str(register)]
        return subprocess.run(command, capture_output=True, check=True)

    return run


def _milliseconds(ask: Callable[[str], object], about: str) -> float:
    begun = time.perf_counter()
    ask(about)
    return 1000 * (time.perf_counter() - begun)


def _figures(times: Iterable[float]) -> str:
    told = list(times)
    return f"{statistics.median(told):8.0f} {max(told):8.0f}"


if __name__ == "__main__":
    main()
