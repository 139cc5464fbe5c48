"""Writing in the editor: what is logged, what is kept when it goes wrong, and that nothing is left behind."""

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from rutbreaker.context import Context
from rutbreaker.editor import compose_in_editor
from rutbreaker.journal.drafts import list_drafts, read_draft
from tests.cli.conftest import Run, Rut


class Script:
    """Makes editors: small programs that get the path of the file as their last argument."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.runtime = folder / "run"
        self.runtime.mkdir()
        self._monkeypatch = monkeypatch
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(self.runtime))

    def __call__(self, body: str, name: str = "ed") -> Path:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\nfor last; do :; done\n{body}\n", encoding="utf-8")
        path.chmod(0o700)
        self._monkeypatch.setenv("VISUAL", str(path))
        return path

    def leftovers(self) -> list[str]:
        return os.listdir(self.runtime)


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Script:
    return Script(tmp_path, monkeypatch)


def _texts(rut: Rut) -> list[str]:
    return [line["text"] for line in json.loads(rut("log", "--json").out)]


def test_what_is_saved_is_logged(rut: Rut, editor: Script) -> None:
    editor('printf "Led the retro\\n#team\\n" > "$last"')
    assert rut("win", "-e").err == "Logged: Led the retro #team (Mon 23 Nov, 1 win today)\n"
    assert _texts(rut) == ["Led the retro #team"]
    assert editor.leftovers() == []


def test_the_file_is_for_its_owner_alone(editor: Script) -> None:
    editor(f'stat -c %a "$(dirname "$last")" "$last" > {editor.folder}/modes; echo x > "$last"')
    os.umask(0o077)
    compose_in_editor("")
    assert (editor.folder / "modes").read_text(encoding="utf-8").split() == ["700", "600"]


def test_vim_leaves_no_copies(editor: Script) -> None:
    editor(f'printf "%s\\n" "$@" > {editor.folder}/arguments; echo x > "$last"', "vim")
    compose_in_editor("")
    arguments = (editor.folder / "arguments").read_text(encoding="utf-8").splitlines()
    assert arguments[:5] == ["-n", "-i", "NONE", "--cmd", "set noundofile nobackup nowritebackup"]


def test_an_editor_may_have_arguments(rut: Rut, editor: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    path = editor('test "$1" = "--wait" && echo waited > "$last"')
    monkeypatch.setenv("VISUAL", f"{path} --wait")
    rut("win", "-e")
    assert _texts(rut) == ["waited"]


@pytest.mark.parametrize("body", [":", ': > "$last"', 'printf "  \\n" > "$last"', 'rm "$last"'])
def test_nothing_written_logs_nothing(rut: Rut, editor: Script, body: str) -> None:
    editor(body)
    said = rut("win", "-e")
    assert said.code == 1
    assert "nothing was changed" in said.err
    assert _texts(rut) == []
    assert editor.leftovers() == []


def test_a_failing_editor_loses_nothing_and_the_next_goes_on(rut: Rut, editor: Script, context: Context) -> None:
    editor('echo "half a th" > "$last"; exit 3')
    said = rut("win", "-e")
    assert said.code == 1
    assert said.err == (
        "rut: The editor ed ended with 3; nothing was changed. What was written is kept; go on with it by: rut win -e\n"
    )
    assert _texts(rut) == []
    assert read_draft(context, "shell win") == "half a th"
    editor('printf "ought" >> "$last"')
    assert rut("win", "-e").code == 0
    assert _texts(rut) == ["half a thought"]
    assert list_drafts(context) == []


def test_a_kept_draft_that_is_only_saved_again_is_logged(rut: Rut, editor: Script) -> None:
    editor('echo "done" > "$last"; exit 1')
    rut("thanks", "-e")
    editor('touch "$last"')
    assert rut("thanks", "-e").code == 0
    assert _texts(rut) == ["done"]


def test_what_the_data_file_refuses_is_kept_too(rut: Rut, editor: Script, db_path: str) -> None:
    editor(f'echo "kept" > "$last"; echo broken > {db_path}')
    said = rut("win", "-e")
    assert said.code == 4
    path = said.err.rsplit(" ", 1)[1].strip()
    assert Path(path).read_text(encoding="utf-8") == "kept"
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


@pytest.mark.parametrize("wanted", ["/no/such/editor", "'", "   "])
def test_an_editor_that_is_not_there(rut: Rut, editor: Script, monkeypatch: pytest.MonkeyPatch, wanted: str) -> None:
    monkeypatch.setenv("VISUAL", wanted)
    said = rut("win", "-e")
    assert said.code == 2
    assert "EDITOR" in said.err
    assert editor.leftovers() == []


def test_words_and_the_editor_exclude_each_other(rut: Rut, editor: Script) -> None:
    editor('echo x > "$last"')
    assert rut("win", "-e", "text").code == 2


def test_a_bad_date_is_refused_before_the_editor_opens(rut: Rut, editor: Script) -> None:
    editor(f"touch {editor.folder}/opened")
    assert rut("win", "-e", "--date", "never").code == 2
    assert not (editor.folder / "opened").exists()


def test_editing_begins_with_the_text(rut: Rut, editor: Script) -> None:
    rut("win", "Shiped it")
    row = rut("log", "--ids").out.split()[0]
    editor('sed -i s/Shiped/Shipped/ "$last"')
    assert rut("edit", row, "-e", "--tag", "ship").err == ("Changed: win: Shipped it #ship (Mon 23 Nov)\n")
    editor(":")
    assert rut("edit", row, "-e").code == 1
    assert _texts(rut) == ["Shipped it"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_what_was_saved(
    editor: Script, db_path: str, context: Context, number: signal.Signals, process: Run
) -> None:
    ready = editor.folder / "ready"
    os.mkfifo(ready)
    editor(f'echo "saved" > "$last"; echo now > {ready}; exec sleep 60')
    running = subprocess.Popen(
        [sys.executable, "-m", "rutbreaker", "win", "-e"], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
    )
    assert ready.read_text(encoding="utf-8") == "now\n"
    running.send_signal(number)
    assert running.wait(30) == 128 + number
    running.stderr.close() if running.stderr else None
    assert read_draft(context, "shell win") == "saved"
    assert editor.leftovers() == []
