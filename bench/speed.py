"""Measures how fast the program reads and how much memory it takes; `--profile` tells where the time goes.

The reports are made from the examples: headline and first paragraph of one, the other paragraphs drawn from all, so
that no two are the same and caches do not flatter the figures. The draw is seeded: every run reads the same reports.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

HERE = Path(__file__).parent.parent
EXAMPLES = sorted((HERE / "examples").glob("*/*.txt"))
STAGES = (
    ("language", "legation.layout", "identify_language"),
    ("repair", "legation.repair", "repair"),
    ("layout", "legation.layout", "lay_out"),
    ("mentions", "legation.pipeline", "_mentions"),
    ("dating", "legation.dating", "report_day"),
    ("understanding", "legation.reading", "understand"),
    ("records", "legation.reading", "read_records"),
)


def made_up(count: int) -> Iterator[str]:
    """Reports of the examples' paragraphs, in a fixed random order."""
    chance = random.Random(2024)
    texts = [path.read_text(encoding="utf-8").split("\n\n") for path in EXAMPLES]
    pool = [paragraph for text in texts for paragraph in text[2:]]
    for _ in range(count):
        start = chance.choice(texts)
        yield "\n\n".join([*start[:2], *chance.sample(pool, max(len(start) - 2, 4))])


def read_made_up(count: int, *, warmed: Callable[[], None] = lambda: None) -> tuple[float, int]:
    """Processor seconds and characters for that many reports here, after a warm-up; `warmed` is called after that."""
    from legation.run.worker import collector_calmed

    with collector_calmed():
        for text in made_up(60):
            _read(text)
    warmed()
    characters, begun = 0, time.process_time()
    for text in made_up(count):
        _read(text)
        characters += len(text)
    return time.process_time() - begun, characters


def _read(text: str) -> None:
    from legation.errors import SkipReport
    from legation.model.report import RawReport
    from legation.pipeline import trace_raw

    with suppress(SkipReport):  # chance may leave no paragraph but captions
        trace_raw(RawReport("made up", text))


def first_record(installed: dict[str, str]) -> float:
    """Seconds from the start of a process to its first line."""
    begun = time.perf_counter()
    command = [*LEGATION, "read", *map(str, EXAMPLES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=installed) as process:
        assert process.stdout is not None
        process.stdout.readline()
        took = time.perf_counter() - begun
        process.stdout.read()
    return took


def help_told(installed: dict[str, str]) -> float:
    """Seconds for `legation --help`."""
    begun = time.perf_counter()
    subprocess.run([*LEGATION, "--help"], stdout=subprocess.DEVNULL, check=True, env=installed)
    return time.perf_counter() - begun


@contextmanager
def byte_code_kept() -> Iterator[dict[str, str]]:
    """The environment of a process whose modules are compiled once, as they are by an installation."""
    with TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        kept["PYTHONPYCACHEPREFIX"] = folder
        first_record(kept)
        yield kept


def all_processors(copies: int) -> tuple[float, int]:
    """Seconds for the examples, that many times, on all processors; and how many reports that is."""
    paths = [str(path) for path in EXAMPLES] * copies
    begun = time.perf_counter()
    subprocess.run([*LEGATION, "read", *paths], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun, len(paths)


def peak_memory(count: int) -> float:
    """Megabytes at the peak of a process of its own that reads that many reports."""
    told = subprocess.run([sys.executable, __file__, "--peak", str(count)], capture_output=True, text=True, check=True)
    return float(told.stdout)


def profile(count: int) -> None:
    """Print the milliseconds that each stage takes for a report."""
    spent: dict[str, float] = defaultdict(float)
    for stage, module, name in STAGES:
        room = import_module(module)
        setattr(room, name, _timed(getattr(room, name), stage, spent))
    seconds, _ = read_made_up(count, warmed=spent.clear)
    for stage, _, _ in STAGES:
        print(f"{stage:16} {1000 * spent[stage] / count:8.3f} ms a report")
    print(f"{'all':16} {1000 * seconds / count:8.3f} ms a report")


def _timed(function: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **options: Any) -> Any:
        begun = time.perf_counter()
        try:
            return function(*arguments, **options)
        finally:
            spent[stage] += time.perf_counter() - begun

    return timed


LEGATION = (sys.executable, "-m", "legation")


def main() -> None:
    """Measure what is asked, and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true", help="milliseconds a report, by stage")
    parser.add_argument("--reports", type=int, default=10_000, help="reports for the memory figure (default: 10,000)")
    parser.add_argument("--peak", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peak:
        read_made_up(options.peak)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    if options.profile:
        profile(400)
        return
    seconds, characters = read_made_up(400)
    print(f"{'reports a second, one process':40} {400 / seconds:8.0f}   ({characters / 400 / 1000:.1f} kB each)")
    seconds, count = all_processors(25)
    print(f"{'reports a second, all processors':40} {count / seconds:8.0f}   (start included, {count} reports)")
    with byte_code_kept() as installed:
        print(f"{'first record':40} {statistics.median(first_record(installed) for _ in range(5)):8.2f} s")
        print(f"{'legation --help':40} {statistics.median(help_told(installed) for _ in range(5)):8.2f} s")
    print(f"{f'peak memory, {options.reports:,} reports':40} {peak_memory(options.reports):8.0f} MB")


if __name__ == "__main__":
    main()
