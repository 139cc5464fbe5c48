"""Runs commands as somebody at a shell would: in this process with a clock that stands still, or in their own."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pytest

from rutbreaker.cli.main import main
from rutbreaker.clock import Clock, FixedClock


class Result(NamedTuple):
    """What a command left: its exit code, and what it wrote to stdout and stderr."""

    code: int
    out: str
    err: str


class Terminal(io.StringIO):
    """A stream with a person at the other end."""

    def isatty(self) -> bool:
        return True


class Rut:
    """Runs a command in this process, by the clock of the tests unless another is given."""

    def __init__(self, clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.clock = clock
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *words: str, stdin: bytes = b"") -> Result:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self._capsys.readouterr()
        code = main(words, clock=self.clock)
        return Result(code, *self._capsys.readouterr())


@pytest.fixture
def bare_rut(clock: FixedClock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Rut:
    """Runs commands where there is no data file yet."""
    return Rut(clock, capsys, monkeypatch)


@pytest.fixture
def rut(bare_rut: Rut, db_path: str) -> Rut:
    """Runs commands on an empty data file, which is quicker than having one made."""
    return bare_rut


Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def process() -> Run:
    """Runs ``python -m rutbreaker`` with words and keyword arguments of ``subprocess.run``; bytes in, bytes out."""

    def run(*words: str | bytes, **options: Any) -> subprocess.CompletedProcess[bytes]:
        command: Sequence[str | bytes] = [sys.executable, "-m", "rutbreaker", *words]
        options.setdefault("stdin", subprocess.DEVNULL if "input" not in options else None)
        if "input" in options:
            del options["stdin"]
        if "stdout" not in options:
            options |= {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.run(command, timeout=60, check=False, env=os.environ | options.pop("env", {}), **options)

    return run
