"""A process that adds made-up reports to a register in many small transactions: what the tests of kills kill.

python -m tests.register.adds REGISTER COUNT
"""

from __future__ import annotations

import sys
from pathlib import Path

from legation.register.adding import store
from legation.register.resolving import resolve
from legation.register.store import Register
from tests.register.material import AT, made

if __name__ == "__main__":
    with Register.open(Path(sys.argv[1]), create=True) as register:
        for report in made(int(sys.argv[2])):
            store(register, [report], reader="1", at=AT)
            if report.minhash[0] % 5 == 0:
                resolve(register, reports=2)
        resolve(register, reports=2)
