"""A register that is asked, and its queries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.register.queries import Queries
from tests.register.material import filled, made
from tests.register.queries.material import small


@pytest.fixture(scope="session")
def register_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("register") / "small.db"
    small(path).close()
    return path


@pytest.fixture(scope="session")
def larger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("register") / "larger.db"
    filled(path, made(40, of=40)).close()
    return path


@pytest.fixture
def queries(register_file: Path) -> Iterator[Queries]:
    with Queries.open(register_file) as opened:
        yield opened


@pytest.fixture
def larger(larger_file: Path) -> Iterator[Queries]:
    with Queries.open(larger_file) as opened:
        yield opened
