"""The checks of style, types and rooms are tests like any other, so that one command runs everything."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT


def _run(*command: str) -> None:
    tool = shutil.which(command[0], path=str(Path(sys.executable).parent))
    assert tool is not None, f"{command[0]} is not installed beside this Python"
    done = subprocess.run([tool, *command[1:]], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.first
def test_the_types_are_right() -> None:
    _run("mypy", "--no-color-output")


def test_the_style_is_right() -> None:
    _run("ruff", "check", "--no-cache")


def test_the_format_is_right() -> None:
    _run("ruff", "format", "--check", "--no-cache")


def test_the_rooms_know_only_whom_they_may() -> None:
    _run("lint-imports", "--no-cache", "--no-logo")
