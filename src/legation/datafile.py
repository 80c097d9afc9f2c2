"""Knowledge files: YAML for people, a committed JSON twin for speed.

`load` gives what a YAML file holds. Beside a folder of YAML files stands `compiled/NAME.json`, made by `make data`
(`python -m legation.datafile`); it is used when it was made from the very bytes of the YAML file, and passed over
otherwise, so that an edited file is never read from a stale twin.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.errors import DataFault

ROOT = Path(__file__).parent


def load(path: Path) -> Any:
    """What a YAML file holds, as plain lists and mappings. Raises DataFault with file and line if it is no YAML."""
    source = path.read_bytes()
    twin = _twin(path)
    if twin.exists():
        digest, _, body = twin.read_bytes().partition(b"\n")
        if digest.decode("ascii") == hashlib.sha256(source).hexdigest():
            return json.loads(body)
    return _parse(path, source)


def stale(path: Path) -> bool:
    """Whether the compiled twin of a YAML file is missing, or was made from other bytes or in another way."""
    twin = _twin(path)
    return not twin.exists() or twin.read_bytes() != _compiled(path)


def compile_all(root: Path = ROOT) -> list[Path]:
    """Write the JSON twin of every YAML file below root; gives the twins that changed."""
    changed = []
    for path in knowledge_files(root):
        if stale(path):
            twin = _twin(path)
            twin.parent.mkdir(exist_ok=True)
            twin.write_bytes(_compiled(path))
            changed.append(twin)
    return changed


def knowledge_files(root: Path = ROOT) -> Iterator[Path]:
    """Every YAML file below root, in a fixed order, but for those of the world room, which compiles its own index."""
    yield from sorted(path for path in root.rglob("*.yaml") if "world" not in path.relative_to(root).parts)


def _compiled(path: Path) -> bytes:
    source = path.read_bytes()
    body = json.dumps(_parse(path, source), ensure_ascii=False, separators=(",", ":"))
    return f"{hashlib.sha256(source).hexdigest()}\n{body}\n".encode()


def _twin(path: Path) -> Path:
    return path.parent / "compiled" / f"{path.stem}.json"


def _parse(path: Path, source: bytes) -> Any:
    import yaml  # 0.02 s, and needed only where a file was edited

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(source, Loader=loader)
    except yaml.YAMLError as error:
        raise DataFault([f"{path}: not valid YAML: {error}"]) from error


if __name__ == "__main__":
    for twin in compile_all():
        sys.stdout.write(f"compiled {twin.relative_to(ROOT)}\n")
