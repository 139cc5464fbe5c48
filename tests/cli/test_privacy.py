"""What others may see of it: the words on a command line, the files, and Markdown that leaves the program."""

import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Rut

_KNOW = "your shell keeps a command line in its history"


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person reads what is narrated and types what is asked for."""
    monkeypatch.setattr("rutbreaker.cli.output.is_terminal", lambda _: True)


@pytest.mark.usefixtures("at_a_terminal")
def test_who_sees_the_words_is_said_once_ever(rut: Rut) -> None:
    first = rut("win", "Shipped")
    assert _KNOW in first.err
    assert "rut win -" in first.err
    for again in (rut("win", "Again"), rut("thanks", "Ana")):
        assert again.code == 0
        assert _KNOW not in again.err


@pytest.mark.usefixtures("at_a_terminal")
def test_a_text_that_is_piped_or_asked_for_needs_no_hint(rut: Rut, home: str) -> None:
    assert _KNOW not in rut("win", "-", stdin=b"Piped").err
    asked = rut("win", stdin=b"Asked for\n")
    assert asked.err.startswith("The win: ")
    assert _KNOW not in asked.err
    said = rut("log").out
    assert "Piped" in said
    assert "Asked for" in said
    assert "hint-given" not in os.listdir(home)


def test_no_hint_and_no_question_without_a_terminal(rut: Rut, home: str) -> None:
    assert _KNOW not in rut("win", "Shipped").err
    assert rut("win").code == 2
    assert "hint-given" not in os.listdir(home)


def test_everything_that_is_made_is_its_owners_alone(
    bare_rut: Rut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "new" / "home"
    monkeypatch.setenv("RUTBREAKER_HOME", str(home))
    monkeypatch.setattr("rutbreaker.cli.output.is_terminal", lambda _: True)
    before = os.umask(0o022)
    try:
        for words in (("win", "Shipped"), ("backup",), ("restore", "--yes"), ("win", "Again"), ("doctor",)):
            assert bare_rut(*words).code == 0, words
    finally:
        os.umask(before)
    made = [home, *home.rglob("*")]
    assert {"rutbreaker.db", "hint-given", "backups"} <= {path.name for path in made}
    for path in made:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_markdown_that_leaves_the_program_holds_no_html_and_no_picture(rut: Rut) -> None:
    rut("win", "<script>alert(1)</script> ![](http://evil.example/x.png) [here](javascript:alert(1))")
    rut("change", "option", "add", "<img src=http://evil.example/y.png> ![](z)")
    for words in (("review", "week"), ("change", "--format", "md")):
        said = rut(*words).out
        assert "evil.example" in said
        assert "<script" not in said
        assert "<img" not in said
        assert "![](" not in said
