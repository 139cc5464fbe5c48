"""What the shells complete: the scripts are loaded by the shells themselves, for both names of the program."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from rutbreaker.actions import PANES
from rutbreaker.cli.commands import COMMANDS
from rutbreaker.cli.completion import PROGRAMS, SHELLS, script
from rutbreaker.cli.whole import parsers
from rutbreaker.domain.words import AVENUES, ROLES, SOURCES, VERDICTS
from tests.cli.conftest import Rut

_EVERYWHERE = {"--db", "-h", "--help"}

_COMPLETES: list[tuple[str, set[str]]] = [
    ("", {command.name for command in COMMANDS}),
    ("re", {"review", "resume", "redo", "restore"}),
    ("--", {"--db", "--version", "--help", "--plain"}),
    ("--plain ", set(PANES)),
    ("--plain go", {"goals"}),
    ("win --t", {"--tag"}),
    ("log --kind ch", {"checkin"}),
    ("goal s", {"show", "step", "session"}),
    ("goal add --avenue ", set(AVENUES)),
    ("goal add 'Learn Rust' --source ", set(SOURCES)),
    ("goal ideas ", set(SOURCES)),
    ("goal close rust --verdict ", set(VERDICTS)),
    ("goal done chapter -", {"--date", "--next", "--win", *_EVERYWHERE}),
    ("person edit dana --role ", set(ROLES)),
    ("change option s", {"show", "sheet", "score"}),
    ("change criterion add pay --w", {"--weight"}),
    ("change why T", {"T1", "T2", "T3", "T4", "T5"}),
    ("change ruler ", {"importance", "confidence"}),
    ("change --format ", {"text", "md", "json"}),
    ("review ", {"week", "month", "quarter", "year"}),
    ("pause --reason ", {"ill", "holiday", "leave", "rest"}),
    ("streak --why g", {"gratitude"}),
    ("hours st", {"start", "stop"}),
    ("tag r", {"rename"}),
    ("config set day", {"day_start"}),
    ("help-lines --region U", {"UK", "US"}),
    ("completion ", set(SHELLS)),
    ("person import not", {"notes.vcf"}),
    ("log --db not", {"notes.vcf"}),
    ("--db not", {"notes.vcf"}),
]
"""What stands behind the program's name, and what is offered then."""


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the script for every shell, and a file to be completed."""
    folder = tmp_path_factory.mktemp("scripts")
    for shell in SHELLS:
        (folder / f"rut.{shell}").write_text(script(shell), encoding="utf-8")
    (folder / "notes.vcf").write_text("", encoding="utf-8")
    return folder


def _run(shell: str, folder: Path, *arguments: str) -> list[str]:
    """What a shell says to a program, line by line; that it says nothing to stderr is looked at too."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here; .ci/run installs it")
    done = subprocess.run(
        [shell, *arguments],
        cwd=folder,
        env=os.environ | {"HOME": str(folder), "TERM": "dumb", "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_finds_no_fault_with_its_script(scripts: Path, shell: str) -> None:
    assert _run(shell, scripts, "-n", f"rut.{shell}") == []


_IN_BASH = r"""
source rut.bash
complete -p "$1" | grep -q -- '-F _shtab_rut ' || exit 1
line="$1 $2"
eval "COMP_WORDS=($line)"
[[ $line == *' ' ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_shtab_rut "$1"
printf '%s\n' "${COMPREPLY[@]}"
"""


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize(("typed", "offered"), _COMPLETES)
def test_bash_completes_it(scripts: Path, program: str, typed: str, offered: set[str]) -> None:
    found = set(_run("bash", scripts, "-c", _IN_BASH, "bash", program, typed)) - {""}
    assert found == offered


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize(("typed", "offered"), _COMPLETES)
def test_fish_completes_it(scripts: Path, program: str, typed: str, offered: set[str]) -> None:
    asked = f"source rut.fish; complete -C '{program} {typed}'".replace("'Learn Rust'", "Learn")
    found = {line.partition("\t")[0] for line in _run("fish", scripts, "--no-config", "-c", asked)}
    # It offers the short name of an option only where nothing but a dash is typed, and knows no other than all files.
    assert found == offered


_IN_ZSH = """
autoload -Uz compinit
if [[ $1 == eval ]]; then
  compinit -u -D
  eval "$(<rut.zsh)"
else
  fpath=($PWD/functions $fpath)
  compinit -u -D
fi
print -l -- "$_comps[rut]" "$_comps[rutbreaker]"
"""


@pytest.mark.parametrize(("way", "function"), [("eval", "_shtab_rut"), ("fpath", "_rut")])
def test_zsh_takes_it_for_both_names(scripts: Path, way: str, function: str) -> None:
    (scripts / "functions").mkdir(exist_ok=True)
    shutil.copy(scripts / "rut.zsh", scripts / "functions" / "_rut")
    assert _run("zsh", scripts, "-f", "-c", _IN_ZSH, "zsh", way) == [function, function]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_act_and_option_is_in_the_script(shell: str) -> None:
    text = script(shell)
    for parser in parsers():
        assert parser.command in text
        for each in (parser, *(parser.of_act(act) for act in parser.acts)):
            assert each.command.split()[-1] in text
            for name in (name for action in each.options() for name in action.option_strings):
                assert (f"-l {name[2:]}" if shell == "fish" and name.startswith("--") else name[2:]) in text


def test_the_command_prints_it_and_makes_nothing(bare_rut: Rut, home: str) -> None:
    printed = bare_rut("completion", "bash")
    assert (printed.code, printed.err) == (0, "")
    assert printed.out == script("bash")
    assert os.listdir(home) == []


@pytest.mark.parametrize("words", [(), ("tcsh",), ("bash", "zsh"), ("",)])
def test_another_shell_is_refused_with_those_there_are(bare_rut: Rut, words: tuple[str, ...]) -> None:
    refused = bare_rut("completion", *words)
    assert (refused.code, refused.out) == (2, "")
    assert "there are bash, zsh, fish." in refused.err
