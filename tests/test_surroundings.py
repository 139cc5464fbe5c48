"""The configuration, the places of the files, and opening them."""

import os
from pathlib import Path

import pytest

from rutbreaker.clock import FixedClock, SystemClock
from rutbreaker.config import Settings, read_settings
from rutbreaker.errors import BadConfig, Unusable
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places, make_folder_for


def _settings(folder: Path, text: str | bytes) -> Settings:
    path = folder / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_settings(str(path))


def test_without_a_configuration_everything_is_as_usual(tmp_path: Path) -> None:
    assert read_settings(str(tmp_path / "config.toml")) == Settings(4, "monday", "rutbreaker-dark", {})
    assert read_settings(str(tmp_path / "config.toml" / "below")) == Settings()
    assert _settings(tmp_path, "") == Settings()


def test_what_is_set_is_in_force(tmp_path: Path) -> None:
    text = 'day_start = 0\nweek_start = "sunday"\ntheme = "nord"\n[keys]\nlog-win = "W"\nundo = "ctrl+z"\n'
    assert _settings(tmp_path, text) == Settings(0, "sunday", "nord", {"log-win": "W", "undo": "ctrl+z"})


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("day_start = 7", 1, "day_start must be a whole number from 0 to 6"),
        ("\n\nday_start = true", 3, "day_start must be"),
        ('# day_start = 1\nday_start = "4"', 2, "day_start must be"),
        ('week_start = "friday"', 1, "week_start must be"),
        ("theme = 3", 1, "theme must be"),
        ("source_checkins = 1", 1, "source_checkins must be true or false"),
        ('read_notes = "yes"', 1, "read_notes must be true or false"),
        ('theme = "x"\ncolour = "red"', 2, "colour is not a setting; there are day_start"),
        ("[colours]\nred = 1", 1, "colours is not a setting"),
        ('keys = "W"', 1, "keys must be a table"),
        ("[keys]\nlog-win = 3", 2, "log-win must be a key in quotes"),
        ('[keys]\n"log-win" = ""', 2, "log-win must be a key in quotes"),
        ("keys = { undo = 1 }", 1, "undo must be"),
        ("day_start = 1\nkeys.undo = 1", 2, "undo must be"),
        (b"day_start = 4\ntheme = '\xff'", 2, "not UTF-8"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(tmp_path: Path, text: str | bytes, line: int, says: str) -> None:
    with pytest.raises(BadConfig) as caught:
        _settings(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'config.toml'}, line {line}: ")
    assert says in str(caught.value)


def test_what_is_not_toml_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match=r"config\.toml is not TOML: .*line 2"):
        _settings(tmp_path, "day_start = 4\nnonsense\n")
    (tmp_path / "folder").mkdir()
    with pytest.raises(BadConfig, match="can't be read: Is a directory"):
        read_settings(str(tmp_path / "folder"))


def test_the_home_holds_everything(home: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert find_places() == tuple(
        f"{home}/{name}" for name in ("rutbreaker.db", "config.toml", "rutbreaker.log", "backups")
    )
    assert find_places("other.db")[:2] == (os.path.abspath("other.db"), f"{home}/config.toml")
    monkeypatch.delenv("RUTBREAKER_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find_places("~/here/my.db") == tuple(
        f"{tmp_path}/here/{name}" for name in ("my.db", "config.toml", "rutbreaker.log", "backups")
    )
    assert all(str(tmp_path) in place for place in find_places())


def test_asking_for_places_makes_nothing_and_a_folder_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "rutbreaker.db"
    find_places(str(path))
    assert not path.parent.exists()
    make_folder_for(str(path))
    make_folder_for(str(path))
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unusable, match="can't be made"):
        make_folder_for(str(tmp_path / "file" / "rutbreaker.db"))
    monkeypatch.setenv("RUTBREAKER_HOME", str(tmp_path / "file"))
    with pytest.raises(Unusable):
        open_context(find_places())


def test_opening_goes_by_the_configuration(home: str) -> None:
    Path(home, "config.toml").write_text("day_start = 6")
    context = open_context(find_places())
    assert isinstance(context.clock, SystemClock)
    assert (context.clock.day_start, context.settings.day_start) == (6, 6)
    context.connection.close()


def test_a_mistake_in_the_configuration_touches_no_data(home: str) -> None:
    Path(home, "config.toml").write_text("day_start = 9")
    with pytest.raises(BadConfig):
        open_context(find_places())
    assert os.listdir(home) == ["config.toml"]


def test_the_systems_clock_knows_its_offset(monkeypatch: pytest.MonkeyPatch, clock: FixedClock) -> None:
    monkeypatch.setenv("TZ", "Nowhere/Bad")
    assert SystemClock().now().utcoffset() is not None
    assert clock.today() == clock.day_of(clock.now())


@pytest.mark.parametrize(("hour", "late"), [(23, False), (0, True), (3, True), (4, False)])
def test_the_last_four_hours_before_the_day_ends_are_late(clock: FixedClock, hour: int, late: bool) -> None:
    clock.at = clock.at.replace(hour=hour)
    assert clock.is_late() is late
