"""The two commands on the README's first screen are the ones that are tried."""

import re

from tests.architecture.source import ROOT


def _commands() -> list[str]:
    first_screen = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:24])
    return [block.strip() for block in re.findall(r"```sh\n(.*?)```", first_screen, flags=re.DOTALL)]


def test_the_first_screen_has_exactly_two_commands() -> None:
    start, test = _commands()
    assert start == "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/rut"
    assert test == "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/pytest"


def test_ci_runs_the_test_command_as_the_readme_gives_it() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert _commands()[1] in lines
