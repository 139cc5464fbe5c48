"""What a command costs to start: no heavy module is imported by any of them, seen in a fresh interpreter."""

import subprocess
import sys
from functools import cache

import pytest

from rutbreaker.cli.commands import COMMANDS

_HEAVY = (
    *("textual", "rich", "sqlite_utils", "click", "dateutil", "dataclasses", "pathlib", "platformdirs", "tomllib"),
    *("importlib.metadata", "logging", "inspect", "subprocess", "tempfile", "shutil", "difflib", "asyncio", "uuid"),
    *("shtab", "tomlkit", "vobject"),
)

_LINES: dict[str, tuple[str, ...]] = {
    "win": ("win", "Shipped", "it", "--tag", "ship", "--date", "yesterday"),
    "thanks": ("thanks", "Ana", "--why", "help"),
    "checkin": ("checkin", "32435"),
    "met": ("met", "Dana", "asked about her team", "--next", "how it went"),
    "event": ("event", "Meet-up", "--with", "Dana"),
    "hours": ("hours", "8h30"),
    "person": ("person", "list"),
    "today": ("today", "--json"),
    "log": ("log", "-n", "10", "--since", "last week"),
    "streak": ("streak",),
    "review": ("review", "month"),
    "source": ("source",),
    "helps": ("helps",),
    "change": ("change",),
    "search": ("search", "import"),
    "tags": ("tags",),
    "status": ("status", "--prompt"),
    "goal": ("goal", "list"),
    "edit": ("edit", "ffffffff", "x"),
    "delete": ("delete", "ffffffff"),
    "tag": ("tag", "rename", "ship", "shipped"),
    "pause": ("pause", "-2..yesterday", "--reason", "rest"),
    "resume": ("resume",),
    "undo": ("undo",),
    "redo": ("redo",),
    "demo": ("demo", "--help"),
    "trial": ("trial", "start", "walk"),
    "help-lines": ("help-lines",),
    "purge": ("purge", "--deleted", "--yes"),
    "backup": ("backup", "--list"),
    "doctor": ("doctor", "--report"),
    "restore": ("restore", "--dry-run"),
    "config": ("config", "show"),
    "completion": ("completion", "bash"),
    "man": ("man",),
    "where": ("where", "--json"),
}

_PROGRAM = """
import sys
from rutbreaker.cli.main import main
code = main(sys.argv[2:])
heavy = sys.argv[1].split()
print(*(name for name in heavy if name in sys.modules), file=sys.stderr)
sys.exit(code)
"""


def _imported(*words: str) -> tuple[int, list[str]]:
    done = subprocess.run(
        # -S would leave out what an installation adds to every start; it isn't ours to answer for.
        [sys.executable, "-I", "-c", _PROGRAM, " ".join(_HEAVY), *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr.splitlines()[-1].split()


@cache
def _at_start() -> set[str]:
    """What the interpreter itself brings along here."""
    program = "import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_every_command_is_looked_at() -> None:
    assert sorted(_LINES) == sorted(command.name for command in COMMANDS)


@pytest.mark.parametrize("name", sorted(_LINES))
@pytest.mark.usefixtures("sample")
def test_no_command_imports_anything_heavy(name: str) -> None:
    code, heavy = _imported(*_LINES[name])
    assert code in (0, 1)
    allowed = {"uuid"} if name in ("checkin", "hours") else set()
    if name == "doctor":
        # It makes an empty file beside the person's, to hold the two shapes against each other.
        allowed = set(_HEAVY) - {"textual", "rich", "asyncio", "shtab"}
    if name == "completion":
        # What writes the scripts, and what that brings along.
        allowed = {"shtab", "importlib.metadata", "logging", "pathlib", "shutil", "tempfile"}
    assert set(heavy) - allowed - _at_start() == set()


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("win",), ("log", "--db", "x.db", "--kind", "no")])
def test_neither_does_help_or_a_refusal(words: tuple[str, ...]) -> None:
    assert set(_imported(*words)[1]) - _at_start() == set()


def test_help_does_not_even_open_the_store(home: str) -> None:
    program = "import sys; from rutbreaker.cli.main import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"sqlite3", "argparse", "json"} & set(done.stderr.split())
