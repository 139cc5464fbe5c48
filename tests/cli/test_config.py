"""The settings at the shell: looked at, changed with a check, and never in the way."""

import json
import os
from pathlib import Path

import pytest

from rutbreaker.config import NAMED, read_settings
from tests.cli.conftest import Result, Rut

_WRITTEN = """# My own words.
week_start = "sunday"   # as at home

[keys]
# F2 is free.
log-win = "f2"
"""


def _config(home: str) -> Path:
    return Path(home, "config.toml")


def test_every_setting_is_listed_with_where_it_comes_from(rut: Rut, home: str) -> None:
    _config(home).write_text(_WRITTEN)
    shown = rut("config").out
    assert [line.split()[0] for line in shown.splitlines()] == [*NAMED, "schedule"]
    assert 'week_start       "sunday"           line 2:' in shown
    assert "day_start        4                  usual:" in shown
    assert 'keys             log-win = "f2"     line 4:' in shown
    assert 'schedule         "every weekday"    in the data file:' in shown
    found = {each["key"]: each for each in json.loads(rut("config", "show", "--json").out)}
    assert (found["week_start"]["value"], found["week_start"]["line"]) == ("sunday", 2)
    assert (found["keys"]["value"], found["day_start"]["line"]) == ({"log-win": "f2"}, None)


def test_looking_makes_no_file(bare_rut: Rut, home: str) -> None:
    assert bare_rut("config").code == 0
    assert bare_rut("config", "path") == Result(0, f"{home}/config.toml\n", "")
    assert os.listdir(home) == []


@pytest.mark.parametrize(
    ("key", "value", "holds"),
    [
        ("day_start", "0", 0),
        ("hours_limit", "38.5", 38.5),
        ("hide_after", "0", 0),
        ("animations", "off", False),
        ("read_notes", "Yes", True),
        ("date_style", "iso", "iso"),
        ("theme", "nord", "nord"),
        ("backups", "/elsewhere", "/elsewhere"),
        ("keys.undo", "ctrl+z", {"log-win": "f2", "undo": "ctrl+z"}),
        ("help_lines.My doctor", "01 23", {"My doctor": "01 23"}),
        ('help_lines."My doctor"', "01 23", {"My doctor": "01 23"}),
    ],
)
def test_what_is_set_holds_and_the_rest_of_the_file_stays(
    rut: Rut, home: str, key: str, value: str, holds: object
) -> None:
    _config(home).write_text(_WRITTEN)
    said = rut("config", "set", key, value)
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith(f"{key} is ")
    found = read_settings(str(_config(home)))
    assert getattr(found, key.partition(".")[0]) == holds
    assert found.problems == ()
    left = _config(home).read_text().splitlines()
    assert [line for line in left if line in _WRITTEN.splitlines() and line] == [
        line for line in _WRITTEN.splitlines() if line
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("day_start", "7"), "day_start must be a whole number from 0 to 6"),
        (("day_start", "four"), "day_start must be"),
        (("animations", "maybe"), 'animations must be true or false, not "maybe"'),
        (("colour", "red"), "There is no setting “colour”; there are day_start"),
        (("keys", "f2"), "keys is a table; name a row of it, such as keys.log-win"),
        (("keys.log-wim", "f3"), "there is no such action. Perhaps log-win"),
        (("keys.undo", "c"), "c is used twice: check-in and undo"),
        (("keys.undo", "escape"), "Esc moves, opens or leaves"),
        (("help_lines.region", "ZZ"), "region has no numbers here; there are"),
        (("theme.x", "nord"), "theme is no table"),
        (("theme", "norf"), "theme must be the name of a theme in quotes: rutbreaker-dark, "),
        (("schedule", "sometimes"), "“sometimes” is not a schedule that is understood"),
        (("day_start",), "set by its name and a value"),
        (("day_start", "4", "5"), "set by its name and a value"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(rut: Rut, home: str, words: tuple[str, ...], says: str) -> None:
    _config(home).write_text(_WRITTEN)
    said = rut("config", "set", *words)
    assert said.code == 2
    assert says in said.err
    assert _config(home).read_text() == _WRITTEN


def test_a_setting_is_taken_back(rut: Rut, home: str) -> None:
    _config(home).write_text(_WRITTEN)
    assert rut("config", "set", "week_start", "--usual").err == "week_start is as usual again.\n"
    assert rut("config", "set", "keys.log-win", "--usual").code == 0
    assert rut("config", "set", "theme", "--usual").code == 0
    found = read_settings(str(_config(home)))
    assert (found.week_start, found.keys, found.problems) == ("monday", {}, ())
    assert "# My own words." in _config(home).read_text()


def test_the_first_setting_makes_the_file_for_its_owner_alone(bare_rut: Rut, home: str) -> None:
    assert bare_rut("config", "set", "day_start", "5").code == 0
    assert os.listdir(home) == ["config.toml"]
    assert _config(home).stat().st_mode & 0o777 == 0o600


def test_a_file_kept_elsewhere_is_written_where_it_lies(rut: Rut, home: str, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.write_text(_WRITTEN)
    _config(home).symlink_to(kept)
    assert rut("config", "set", "day_start", "5").code == 0
    assert _config(home).is_symlink()
    assert "day_start = 5" in kept.read_text()


@pytest.mark.parametrize("broken", [b"nonsense\n", b"theme = '\xff'\n"])
def test_a_broken_file_is_not_written_over(rut: Rut, home: str, broken: bytes) -> None:
    _config(home).write_bytes(broken)
    said = rut("config", "set", "day_start", "5")
    assert said.code == 2
    assert "Nothing was changed" in said.err
    assert _config(home).read_bytes() == broken


def test_a_mistake_that_is_there_already_does_not_keep_the_rest_from_being_set(rut: Rut, home: str) -> None:
    _config(home).write_text("colour = 3\n")
    assert rut("config", "set", "day_start", "5").code == 0
    assert _config(home).read_text() == "colour = 3\nday_start = 5\n"


def test_a_mistake_keeps_nobody_out_and_is_told_once(rut: Rut, home: str) -> None:
    _config(home).write_text('day_start = 9\nweek_start = "sunday"\n')
    said = rut("win", "Shipped")
    assert said.code == 0
    assert said.err.count("day_start must be a whole number") == 1
    assert f"rut: {home}/config.toml, line 1: day_start" in said.err
    assert json.loads(rut("today", "--json").out)["wins"][0]["text"] == "Shipped"


def test_a_prompt_says_nothing_of_it(rut: Rut, home: str) -> None:
    _config(home).write_text("day_start = 9\n")
    assert rut("status", "--prompt") == Result(0, "0d ○\n", "")


def test_the_schedule_is_kept_with_its_day_and_can_be_undone(rut: Rut, home: str) -> None:
    assert "Mon, Wed and Fri" in rut("config", "set", "schedule", "mon wed fri").err
    assert "Mon, Wed and Fri" in rut("config").out
    assert not _config(home).exists()
    assert rut("undo").code == 0
    assert '"every weekday"' in rut("config").out


def test_the_editor_opens_it_and_what_is_wrong_is_told(
    rut: Rut, home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\ncp "$1" {tmp_path}/seen\nprintf "day_start = 9\\n" > "$1"\n')
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    said = rut("config", "edit")
    assert said.code == 0
    assert "day_start must be a whole number" in said.err
    assert _config(home).read_text() == "day_start = 9\n"
    offered = (tmp_path / "seen").read_text()
    assert "# day_start = 4" in offered
    assert all(line.startswith("#") or not line for line in offered.splitlines())


def test_an_act_that_there_is_not_is_refused(rut: Rut) -> None:
    assert rut("config", "shwo").code == 2
    assert rut("config", "path", "x").code == 2
