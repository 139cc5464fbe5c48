"""How commands end when something is in their way: codes, sentences, and files left as they were."""

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from rutbreaker.cli.exits import ExitCode
from rutbreaker.context import Context
from rutbreaker.store import connection as store_connection
from tests.cli.conftest import Result, Run, Rut


def test_the_same_program_under_both_names(process: Run, db_path: str) -> None:
    assert process("win", "one").returncode == 0
    done = process("log", "--json")
    assert [line["text"] for line in json.loads(done.stdout)] == ["one"]


@pytest.mark.parametrize(
    "words", [("wim", "x"), ("--frob",), ("win", "--frob", "x"), ("today", "x"), ("log", "-n", "0")]
)
def test_what_is_not_there_is_refused(bare_rut: Rut, home: str, words: tuple[str, ...]) -> None:
    said = bare_rut(*words)
    assert (said.code, said.out) == (2, "")
    assert "--help" in said.err or "-n 20" in said.err
    assert os.listdir(home) == []


def test_a_near_command_is_named(bare_rut: Rut) -> None:
    assert bare_rut("wim", "x").err == "rut: There is no command “wim”. Perhaps win? See: rut --help\n"


@pytest.mark.parametrize(
    "words",
    [
        ("win",),
        ("win", ""),
        ("win", " \t\n"),
        ("win", "\x00"),
        ("win", "\ud800"),
        ("win", "-"),
        ("win", "x", "--tag", "two words"),
        ("win", "x", "--tag", "1"),
        ("win", "x", "--date", "2026-02-30"),
        ("win", "x", "--date", "03/04/2026"),
        ("win", "x", "--date", "tomorrow"),
        ("win", "x", "--date", "+1"),
        ("win", "x", "--date", "2027-01-01"),
        ("win", "x", "--date", ""),
        ("win", "x", "--date", "9" * 100_000),
        ("win", "x", "--date"),
        ("thanks",),
        ("log", "--kind", "nonsense"),
        ("log", "--since", "whenever"),
        ("search",),
        ("checkin", "--date", "tomorrow", "32435"),
    ],
)
def test_bad_input_says_so_and_makes_nothing(bare_rut: Rut, home: str, words: tuple[str, ...]) -> None:
    said = bare_rut(*words)
    assert (said.code, said.out) == (2, "")
    assert 10 < len(said.err) < 600
    assert os.listdir(home) == []


def test_invalid_utf_8_breaks_nothing(process: Run, db_path: str) -> None:
    assert process("win", b"caf\xe9 \xff").returncode == 0
    assert process("win", "-", input=b"\xff\xfe bytes \xc3").returncode == 0
    assert process("search", b"\xff").returncode in (1, 2)
    texts = [line["text"] for line in json.loads(process("log", "--json").stdout)]
    assert texts == ["�� bytes �", "caf"]


def test_an_encoding_without_the_signs_is_no_error(process: Run, db_path: str) -> None:
    process("checkin", "32435", "-n", "ünïcode")
    plain = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    assert b"  Energy     ?????  3\n" in process("today", env=plain).stdout
    assert json.loads(process("today", "--json", env=plain).stdout)["checkin"]["note"] == "ünïcode"


def test_a_closed_pipe_is_quiet(process: Run, ten_years: Context) -> None:
    command = f"{sys.executable} -m rutbreaker log | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False)  # noqa: S602
    assert (len(done.stdout.splitlines()), done.stderr) == (1, b"")
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = process("log", "-n", "1", stdout=closed, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (128 + signal.SIGPIPE, b"")


def test_closed_streams_are_no_defect(db_path: str) -> None:
    for redirected in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        command = f"{sys.executable} -m rutbreaker win one {redirected}"
        assert subprocess.run(command, shell=True, timeout=60, check=False).returncode == 0  # noqa: S602


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_said(process: Run, db_path: str) -> None:
    with open("/dev/full", "wb") as full:
        done = process("today", stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (4, b"rut: The output can't be written: No space left on device.\n")


def test_another_program_holding_the_file_is_waited_for_then_said(
    rut: Rut, db_path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_connection, "BUSY_SECONDS", 0.05)
    holder = sqlite3.connect(db_path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    said = rut("win", "one")
    assert (said.code, said.out) == (3, "")
    assert "Another program" in said.err
    assert rut("log").code == 0
    holder.execute("ROLLBACK")
    holder.close()
    assert rut("log").out == ""


def test_a_folder_that_cannot_be_made(bare_rut: Rut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    monkeypatch.setenv("RUTBREAKER_HOME", str(file / "below"))
    for words in (("win", "one"), ("today",), ("log",), ("undo",)):
        said = bare_rut(*words)
        assert (said.code, said.out) == (4, "")
        assert str(file) in said.err
    assert bare_rut("status", "--prompt") == Result(4, "", "")


@pytest.mark.parametrize("content", [b"not a database, but long enough to look like a file of some kind\n" * 40, b"x"])
def test_a_foreign_file_is_left_as_it_was(bare_rut: Rut, home: str, content: bytes) -> None:
    path = Path(home) / "rutbreaker.db"
    path.write_bytes(content)
    for words in (("win", "one"), ("today",), ("status",), ("undo",)):
        said = bare_rut(*words)
        assert (said.code, said.out) == (4, "")
        assert str(path) in said.err
    assert bare_rut("status", "--prompt") == Result(4, "", "")
    assert path.read_bytes() == content
    assert os.listdir(home) == ["rutbreaker.db"]


def test_a_file_of_a_newer_version_is_left_as_it_was(rut: Rut, db_path: str) -> None:
    newer = sqlite3.connect(db_path)
    newer.execute("PRAGMA user_version = 999")
    newer.close()
    before = Path(db_path).read_bytes()
    said = rut("win", "one")
    assert said.code == 4
    assert "newer" in said.err
    assert Path(db_path).read_bytes() == before


def test_a_mistake_in_the_configuration_is_named_and_keeps_nothing_from_being_done(rut: Rut, home: str) -> None:
    with open(f"{home}/config.toml", "w", encoding="utf-8") as file:
        file.write("# mine\nday_strat = 3\n")
    said = rut("win", "one")
    assert said.code == 0
    assert f"{home}/config.toml, line 2: day_strat" in said.err
    assert rut("--help").code == 0
    assert rut("where").code == 0


def test_ctrl_c_leaves_nothing_and_says_nothing(rut: Rut, monkeypatch: pytest.MonkeyPatch) -> None:
    import rutbreaker.cli.win

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rutbreaker.cli.win, "log_win", interrupted)
    assert rut("win", "one") == Result(130, "", "\n")


def test_a_defect_is_confessed_without_a_word_of_the_user(rut: Rut, home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import rutbreaker.cli.win

    def broken(_: object, text: str, **__: object) -> None:
        secret = f"{text} in a local"
        raise ZeroDivisionError(secret)

    monkeypatch.setattr(rutbreaker.cli.win, "log_win", broken)
    said = rut("win", "my secret win")
    assert said.code == ExitCode.DEFECT
    assert said.err == (
        "rut: This is a defect of the program, not of anything you did. Nothing half done was kept. "
        f"Where it happened stands in {home}/rutbreaker.log, without any of your words.\n"
    )
    log = Path(home) / "rutbreaker.log"
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    written = log.read_text(encoding="utf-8")
    assert "builtins.ZeroDivisionError" in written
    assert "rutbreaker/cli/win.py:" in written
    assert "secret" not in written + said.err


def test_a_defect_that_cannot_be_written_down_is_confessed_all_the_same(
    bare_rut: Rut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import rutbreaker.cli.where

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(rutbreaker.cli.where, "run", broken)
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    monkeypatch.setenv("RUTBREAKER_HOME", str(file))
    said = bare_rut("where")
    assert said.code == 70
    assert "could not be written down" in said.err


def test_files_are_for_their_owner_alone(process: Run, home: str) -> None:
    process("win", "one", "--db", f"{home}/deep/down/my.db", env={"RUTBREAKER_HOME": ""})
    for folder, _, files in os.walk(f"{home}/deep"):
        assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700
        for name in files:
            assert stat.S_IMODE(os.stat(f"{folder}/{name}").st_mode) == 0o600


def test_the_dashboard_needs_a_terminal(process: Run, home: str) -> None:
    done = process()
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"The dashboard needs a terminal; the commands don't.\n\nrutbreaker helps")
    assert os.listdir(home) == []


def test_twenty_wins_from_two_processes_are_forty(process: Run, home: str) -> None:
    loop = f'for n in $(seq 20); do {sys.executable} -m rutbreaker win "win $n" || exit 1; done'
    running = [subprocess.Popen(loop, shell=True, stderr=subprocess.DEVNULL) for _ in range(2)]  # noqa: S602
    assert [each.wait(120) for each in running] == [0, 0]
    assert len(process("log").stdout.splitlines()) == 40


def test_a_lost_file_is_not_made_anew(bare_rut: Rut, home: str) -> None:
    os.mkdir(os.path.join(home, "backups"))
    Path(home, "backups", "rutbreaker-20261122T080000Z.db").touch()
    for words in (("win", "Shipped"), ("today",)):
        said = bare_rut(*words)
        assert (said.code, said.out) == (4, "")
        assert "rut restore" in said.err
    assert os.listdir(home) == ["backups"]


def test_what_was_put_right_about_the_file_is_said_once(rut: Rut, db_path: str) -> None:
    os.chmod(db_path, 0o644)
    assert "Others on this computer could read" in rut("today").err
    assert rut("today").err == ""
