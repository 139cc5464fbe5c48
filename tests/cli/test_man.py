"""The page for man: roff that says what it is given, and every command, act, option, key and exit code on it."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.actions import ACTIONS
from rutbreaker.cli import roff
from rutbreaker.cli.exits import ENDS, ExitCode
from rutbreaker.cli.man import page
from rutbreaker.cli.whole import parsers
from tests.cli.conftest import Rut
from tests.manual import MAN


def _set(page: str, *options: str) -> tuple[str, str]:
    """The page as a terminal shows it, without its styles, and what groff has to say about it."""
    command: Sequence[str] = ("groff", "-man", "-ww", "-Tutf8", "-P-c", *options)
    done = subprocess.run(command, input=page, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60)
    return re.sub(".\b", "", done.stdout), done.stderr


needs_groff = pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not here; .ci/run installs it")


def test_it_is_what_the_command_prints_and_what_docs_has(bare_rut: Rut) -> None:
    printed = bare_rut("man")
    assert (printed.code, printed.err) == (0, "")
    assert printed.out == page()
    assert MAN.read_text(encoding="utf-8") == page(), "docs/rut.1 is out of date: python -m tests.manual"


def test_it_needs_no_data_file_and_makes_none(bare_rut: Rut, home: str) -> None:
    assert bare_rut("man").code == 0
    assert os.listdir(home) == []
    assert bare_rut("man", "page").code == 2


def test_it_is_plain_ascii_with_marks_that_are_known() -> None:
    marks = {line.split()[0] for line in page().splitlines() if line.startswith((".", "'"))}
    assert page().isascii()
    assert marks <= {".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi"}


@needs_groff
def test_groff_has_nothing_to_warn_of() -> None:
    assert _set(page())[1] == ""
    assert "warning" in _set(f"{page()}.\\[\n.nosuchmark\n")[1], "groff would say it"


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not here")
def test_man_has_nothing_to_warn_of() -> None:
    done = subprocess.run(
        ["man", "-l", "--warnings", str(MAN)],
        env=os.environ | {"MANPAGER": "cat", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if "minimized" in done.stdout:
        pytest.skip("man shows no pages here")
    assert (done.returncode, done.stderr) == (0, "")
    assert "RUT(1)" in done.stdout


@needs_groff
def test_everything_is_on_it_as_it_is_typed() -> None:
    # So wide that no line is broken.
    shown = _set(page(), "-rLL=400n")[0]
    words = re.sub(r"\s+", " ", shown)
    for parser in parsers():
        assert f"rut {parser.command}" in words
        called = [parser, *(parser.of_act(act) for act in parser.acts)]
        for example in (example for each in called for example in each.examples):
            assert example in shown.replace("\n", " "), example
        for act in parser.acts:
            assert f"rut {parser.command} {act.call}" in words
        for action in (action for each in called for action in each.options()):
            assert ", ".join(action.option_strings) in words
            about = str(action.help).split(":")[0][1:]
            assert action.dest in ("help", "db") or about in words, action.dest
    for row in ACTIONS:
        assert re.sub(r"\s+", " ", f"{row.help} ({row.id})") in words, row.id
    for code, means in ENDS:
        assert re.search(rf"^\s+{re.escape(code)} +{means[0].upper()}{re.escape(means[1:])}\.$", shown, re.MULTILINE)
    assert len(ENDS) == len(ExitCode) + 1


@needs_groff
@pytest.mark.parametrize(
    "text",
    [
        ".SH is no heading",
        "'quoted' at the beginning",
        "a \\fB backslash \\n and \\",
        "--dry-run, -n 20, 'x' `y` \"z\" ^l ~/journal",
        "“Stay, and change …” – ü ✓ ■ 日",
        "100 % of $HOME *not* \\(aq",
    ],
)
def test_a_text_is_shown_as_it_stands(text: str) -> None:
    head = roff.title("x", 1, "x", "x")
    for made in (roff.paragraph(text), roff.example([text]), roff.tagged(text, text), roff.tagged("x", text)):
        shown, said = _set(f"{head}\n.SH X\n{made}\n", "-rLL=400n")
        assert said == ""
        assert text in shown
    shown, said = _set(f"{head}\n{roff.subheading(text)}\nx\n", "-rLL=400n")
    assert (text in shown, said) == (True, "")


@given(st.text())
def test_no_text_can_become_a_mark(text: str) -> None:
    made = roff.escaped(text)
    assert made.isascii()
    assert not any(line.startswith((".", "'")) for line in made.split("\n"))
    left = re.sub(r"\\(e|-|&|\(aq|\(ga|\(ha|\(ti|\(dq|\[u[0-9A-F]{4,6}\])", "", made)
    assert "\\" not in left
