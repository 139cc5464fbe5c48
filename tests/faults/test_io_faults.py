"""Every call to the disk fails once, in each way that disks have: all or nothing, said in words, and on it goes."""

import re
import subprocess
import sys

import pytest

from tests.faults.operations import OPERATIONS

pytestmark = pytest.mark.first

_FIGURES = re.compile(r"(\d+) faults, (\d+) problems")

_AT_LEAST = {"write": 500, "open": 20, "make": 150, "update": 200, "output": 25, "backup": 200, "restore": 200}
"""How many calls are to fail, about: with much fewer the shim would not stand where it should."""

_SOME = ["--most", "45"]
"""Page after page is copied by the same calls: to let some of them fail is enough here."""


@pytest.mark.parametrize("name", [operation.name for operation in OPERATIONS])
def test_whichever_call_fails_it_is_done_wholly_or_not_at_all(name: str) -> None:
    # In a process of its own, for the shim, and because it forks.
    command = [sys.executable, "-m", "tests.faults.sweep", name, *(_SOME if name != "write" else ())]
    done = subprocess.run(command, capture_output=True, text=True)
    found = _FIGURES.search(done.stdout)
    assert found is not None, done.stderr
    assert (done.returncode, found[2]) == (0, "0"), done.stderr
    assert int(found[1]) >= _AT_LEAST[name], done.stdout
