"""Writing in the person's own editor, with small scripts for editors."""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from rutbreaker.editor import EditorFailed, compose_in_editor
from rutbreaker.errors import BadInput, NotFound

MakeEditor = Callable[..., Path]


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is in memory only, empty."""
    folder = tmp_path / "runtime"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def make_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runtime: Path) -> MakeEditor:
    """Makes an editor of a few shell commands, in which ``$file`` is the file, and sets $EDITOR to it."""

    def make(script: str, name: str = "my editor") -> Path:
        path = tmp_path / name
        path.write_text(f'#!/bin/sh\nfor file; do :; done\ndir="{tmp_path}"\n{script}\n', encoding="utf-8")
        path.chmod(0o700)
        monkeypatch.setenv("EDITOR", f"'{path}'")
        return path

    return make


def test_what_the_editor_wrote_comes_back_and_nothing_is_left_behind(make_editor: MakeEditor, runtime: Path) -> None:
    make_editor('printf "and more\\n" >> "$file"')
    assert compose_in_editor("begun: ü [bold]\x1b\r\n") == "begun: ü [bold]\x1b\r\nand more\n"
    assert list(runtime.iterdir()) == []


def test_the_file_is_private_and_its_name_says_what_it_is(make_editor: MakeEditor, tmp_path: Path) -> None:
    make_editor('stat -c "%a" "$file" "$(dirname "$file")" > "$dir/seen"; echo "$file" >> "$dir/seen"; touch "$file"')
    compose_in_editor("x", ".txt")
    file, folder, path = (tmp_path / "seen").read_text(encoding="utf-8").split()
    assert (file, folder) == ("600", "700")
    assert path.startswith(f"{tmp_path / 'runtime'}/rutbreaker-")
    assert path.endswith(".txt")


def test_without_a_folder_in_memory_a_private_one_elsewhere_is_taken(
    make_editor: MakeEditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    make_editor('stat -c %a "$(dirname "$file")" > "$dir/seen"; dirname "$file" >> "$dir/seen"; touch "$file"')
    assert compose_in_editor("x") == "x"
    mode, folder = (tmp_path / "seen").read_text(encoding="utf-8").split()
    assert mode == "700"
    assert not Path(folder).exists()


@pytest.mark.parametrize("name", ["vim", "nvim", "vim.tiny"])
def test_vim_is_told_to_leave_no_copies(make_editor: MakeEditor, tmp_path: Path, name: str) -> None:
    make_editor('printf "%s|" "$@" > "$dir/seen"; touch "$file"', name)
    compose_in_editor("x")
    seen = (tmp_path / "seen").read_text(encoding="utf-8")
    assert seen.startswith("-n|-i|NONE|--cmd|set noundofile nobackup nowritebackup|/")


def test_an_editor_that_is_vim_by_a_link_is_told_too_and_another_is_not(
    make_editor: MakeEditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vim = make_editor('printf "%s|" "$@" > "$dir/seen"; touch "$file"', "vim.basic")
    (tmp_path / "edit").symlink_to(vim)
    monkeypatch.setenv("VISUAL", str(tmp_path / "edit"))
    compose_in_editor("x")
    assert "-n|-i|NONE" in (tmp_path / "seen").read_text(encoding="utf-8")
    monkeypatch.setenv("VISUAL", str(make_editor('printf "%s|" "$@" > "$dir/seen"; touch "$file"', "nano")) + " -w")
    compose_in_editor("x")
    assert (tmp_path / "seen").read_text(encoding="utf-8").startswith("-w|/")


def test_a_file_that_was_not_saved_changes_nothing(make_editor: MakeEditor, runtime: Path) -> None:
    make_editor("true")
    with pytest.raises(NotFound, match="without being saved"):
        compose_in_editor("begun")
    make_editor('rm "$file"')
    with pytest.raises(NotFound, match="without being saved"):
        compose_in_editor("begun")
    assert list(runtime.iterdir()) == []


@pytest.mark.parametrize("wanted", ["no-such-editor --wait", "/", "'unclosed", " "])
def test_an_editor_that_is_not_there_is_said(wanted: str, monkeypatch: pytest.MonkeyPatch, runtime: Path) -> None:
    monkeypatch.setenv("EDITOR", wanted)
    with pytest.raises(BadInput, match=r"\$EDITOR"):
        compose_in_editor("begun")
    assert list(runtime.iterdir()) == []


def test_an_editor_that_cannot_be_run_is_said(make_editor: MakeEditor, tmp_path: Path) -> None:
    path = make_editor("true")
    path.write_bytes(b"\x7fELF nonsense")
    with pytest.raises(BadInput, match="can't be started"):
        compose_in_editor("begun")


def test_an_editor_that_fails_hands_over_what_it_wrote(make_editor: MakeEditor, runtime: Path) -> None:
    make_editor('printf "half a thought" > "$file"; exit 3')
    with pytest.raises(EditorFailed, match="ended with 3") as failed:
        compose_in_editor("begun")
    assert (failed.value.text, failed.value.stopped) == ("half a thought", None)
    make_editor('rm "$file"; kill -9 $$')
    with pytest.raises(EditorFailed, match="signal 9") as failed:
        compose_in_editor("begun")
    assert failed.value.text == "begun"
    assert list(runtime.iterdir()) == []


def test_a_signal_ends_the_editor_and_what_it_wrote_is_handed_over(make_editor: MakeEditor, runtime: Path) -> None:
    make_editor('printf "half a thought" > "$file"; kill -TERM $PPID; exec sleep 60')
    earlier = signal.getsignal(signal.SIGTERM)
    with pytest.raises(EditorFailed, match="interrupted") as failed:
        compose_in_editor("begun")
    assert (failed.value.text, failed.value.stopped) == ("half a thought", signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) is earlier
    assert list(runtime.iterdir()) == []


def test_a_signal_that_comes_while_the_editor_is_being_started_ends_it_too(
    make_editor: MakeEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_editor("exec sleep 60")
    started: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def start_and_meet_a_signal(command: list[str]) -> subprocess.Popen[bytes]:
        started.append(start(command))
        os.kill(os.getpid(), signal.SIGTERM)
        return started[0]

    monkeypatch.setattr(subprocess, "Popen", start_and_meet_a_signal)
    with pytest.raises(EditorFailed, match="interrupted") as failed:
        compose_in_editor("begun")
    assert (failed.value.text, failed.value.stopped) == ("begun", signal.SIGTERM)
    assert started[0].returncode == -signal.SIGTERM


def test_ctrl_c_belongs_to_the_editor(make_editor: MakeEditor) -> None:
    make_editor('kill -INT $PPID; printf "went on" > "$file"')
    earlier = signal.getsignal(signal.SIGINT)
    assert compose_in_editor("begun") == "went on"
    assert signal.getsignal(signal.SIGINT) is earlier


def test_bytes_that_are_no_text_become_signs(make_editor: MakeEditor) -> None:
    make_editor("printf 'caf\\351' > \"$file\"")
    assert compose_in_editor("begun") == "caf\N{REPLACEMENT CHARACTER}"
