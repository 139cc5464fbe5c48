"""A defect of the program: what was being written is kept, and nothing of it gets into what the program says of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rutbreaker.context import Context
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.drafts import read_draft
from tests.terminal.line import on_a_line

pytestmark = pytest.mark.first

MARKER = "a sentence that nobody else may read"

_BROKEN = {
    "a use-case": "import rutbreaker.journal.daily as daily\n"
    "def broken(context, *words, **more): raise KeyError(words)\ndaily.log_win = broken",
    "a worker": "from rutbreaker.tui.screens.form import Form\n"
    "async def broken(self): raise ValueError(self.contents())\nForm.finish = broken",
    "a handler": "from rutbreaker.tui.drafts import Drafting\n"
    "def broken(self): raise TypeError(self.contents())\nDrafting.action_save = broken",
    "a painter": "from rutbreaker.tui.screens.search import Search\n"
    "def broken(self): text = open('/dev/null'); raise RuntimeError(text)\nSearch.compose_box = broken",
}
"""What is broken, each as a program that breaks it."""

_START = "\nimport sys\nfrom rutbreaker.cli.main import main\nsys.exit(main([]))"


def _said_in(home: str) -> str:
    return Path(home, "rutbreaker.log").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", _BROKEN)
def test_a_dashboard_that_breaks_says_so_calmly_and_keeps_the_draft(context: Context, home: str, name: str) -> None:
    log_win(context, f"An old win with {MARKER}")
    with on_a_line(_BROKEN[name] + _START) as line:
        line.wait_for("Logged today")
        since = len(line.raw)
        line.write(b"/" if name == "a painter" else b"w")
        if name != "a painter":
            line.wait_for("Log a win")
            line.write(MARKER.encode())
            line.wait_for("may read")
            since = len(line.raw)
            line.write(b"\r")
        assert line.wait_for_end() == 70
        said = line.raw[since:].decode("utf-8", "replace").rpartition("\x1b[?1049l")[2]
    assert "This is a defect of the program" in said
    assert MARKER not in said
    assert "Traceback" not in said
    assert MARKER not in _said_in(home)
    assert "Error" in _said_in(home)
    if name != "a painter":
        assert MARKER in (read_draft(context, "win") or "")


def test_a_command_that_breaks_says_so_calmly(home: str) -> None:
    program = _BROKEN["a use-case"] + _START.replace("[]", f"['win', {MARKER!r}]")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=os.environ)
    assert done.returncode == 70
    assert "This is a defect of the program" in done.stderr
    assert MARKER not in done.stdout + done.stderr + _said_in(home)


def test_nothing_leaves_a_core_dump(home: str) -> None:
    program = "from rutbreaker.cli.main import main\nmain(['win', 'x'])\nimport resource\nprint(resource.getrlimit(4))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("(0, ")
