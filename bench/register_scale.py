"""Measures the register on made-up reports: how long adding takes, small and large, its memory, and adding 100 more.

    python bench/register_scale.py                    the register alone, 10,000 and 100,000 reports as if read
    python bench/register_scale.py --reports 20000    … another number, beside a tenth of it
    python bench/register_scale.py --texts            from files, with `legation add`: reading included

`--profile` tells where the register's time goes.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.made_up import arrivals, texts

from legation.register.adding import Arrival, store
from legation.register.resolving import resolve
from legation.register.store import Register
from legation.run.worker import collector_calmed

AT, READER, MORE = "2024-01-01T00:00:00Z", "bench", 100


def main() -> None:
    """Measure what is asked, and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--texts", action="store_true", help="from files, reading included")
    parser.add_argument("--profile", action="store_true", help="tell where the register's time goes")
    parser.add_argument("--keep", type=Path, help="keep the large register in this file")
    parser.add_argument("--part", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part:
        part(options.part, options.keep)
    elif options.profile:
        profile(options.reports)
    elif options.texts:
        from_files(options.reports)
    else:
        alone(options.reports, options.keep)


def alone(count: int, keep: Path | None) -> None:
    """The register alone, in processes of their own, so that each has its own peak of memory."""
    costs = []
    for size in (count // 10, count):
        with tempfile.TemporaryDirectory() as folder:
            file = keep if keep and size == count else Path(folder) / "bench.db"
            command = [sys.executable, __file__, "--part", str(size), "--keep", str(file)]
            told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        wall, cpu, more_wall, more_cpu, memory, megabytes = map(float, told)
        costs.append(cpu / size)
        print(f"{size:>9,} reports: {1000 * cpu / size:5.2f} ms of processor a report ({1000 * wall / size:.2f} by the clock), "
              f"{MORE} more {more_cpu:.2f} s ({more_wall:.2f}), peak {memory:,.0f} MB, file {megabytes:,.0f} MB")  # fmt: skip
    print(f"a report at {count:,} costs {costs[1] / costs[0]:.2f} times one at {count // 10:,}")


def part(size: int, file: Path) -> None:
    """Add so many reports, then MORE on what these tell of; print seconds of both, peak of memory, size of the file."""
    for old in file.parent.glob(file.name + "*"):
        old.unlink()
    with collector_calmed():  # as the reading of the first file leaves it
        fill_nothing(file.with_suffix(".warm"))
    with Register.open(file, create=True) as register:
        spent = fill(register, arrivals(size))
    late = [one for number in range(MORE) for one in arrivals(1, first=number * size // MORE, of=size, other=7)]
    with Register.open(file) as register:
        more = fill(register, iter(late))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(*spent, *more, peak, file.stat().st_size / 1e6)


def fill_nothing(file: Path) -> None:
    """Have everything loaded that resolving needs."""
    with Register.open(file, create=True) as register:
        fill(register, arrivals(50))


def fill(register: Register, coming: Iterator[Arrival]) -> tuple[float, float]:
    """Store and resolve; gives the seconds that took by the clock and of processor, without making the reports up."""
    clock = cpu = 0.0
    while batch := list(islice(coming, 200)):
        begun = time.perf_counter(), time.process_time()
        store(register, batch, reader=READER, at=AT)
        clock, cpu = clock + time.perf_counter() - begun[0], cpu + time.process_time() - begun[1]
    begun = time.perf_counter(), time.process_time()
    resolve(register)
    return clock + time.perf_counter() - begun[0], cpu + time.process_time() - begun[1]


def profile(count: int) -> None:
    """Print where the register's time goes."""
    made = list(arrivals(count))
    profiler = cProfile.Profile()
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "bench.db", create=True) as register:
        profiler.enable()
        fill(register, iter(made))
        profiler.disable()
        for table in ("record", "item", "node", "block", "judgement", "thing", "copy"):
            print(f"{table:10} {register.value(f'SELECT count(*) FROM {table}') / count:8.2f} a report")
    pstats.Stats(profiler).sort_stats("tottime").print_stats(28)


def from_files(count: int) -> None:
    """`legation add` of so many files, then of MORE."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for where, made in (("all", texts(count)), ("more", texts(MORE, first=count, of=count))):
            for file, text in made:
                path = folder / where / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        for where in ("all", "more"):
            begun = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "legation", "add", folder / where, "--register", folder / "bench.db"], check=True
            )
            print(f"{where}: {time.perf_counter() - begun:.1f} s")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"peak of one process: {peak:,.0f} MB; free disk {shutil.disk_usage(folder).free / 1e9:.0f} GB")


if __name__ == "__main__":
    main()
