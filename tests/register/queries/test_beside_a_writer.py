"""Queries work while another process adds: no errors, and each moment hangs together."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from legation.register.queries import Filter, Queries
from legation.register.store import Register

ROOT = Path(__file__).parents[3]


def test_queries_work_beside_a_writer(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    Register.open(file, create=True).close()
    rounds = 0
    with subprocess.Popen([sys.executable, "-m", "tests.register.adds", str(file), "25"], cwd=ROOT) as writer:
        with Queries.open(file) as queries:
            while writer.poll() is None:
                with queries.moment():
                    rounds += _asked(queries)
        assert writer.returncode == 0
    assert rounds > 0


def _asked(queries: Queries) -> bool:
    every = list(queries.things())
    people = [one for one in every if one.kind == "person"]
    assert all(queries.named(one.slots["name"]) for one in people[:5])
    assert all(queries.tellings(every[:20]).values())
    queries.find("ministre", Filter(kinds=("meeting",)))
    for pair in queries.coverage(limit=1):
        assert queries.dyad(*pair.states).entries
    return bool(every)
