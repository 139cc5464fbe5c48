"""The configuration, the places of the files, and opening them."""

import os
import tomllib
from datetime import date
from pathlib import Path

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as some

from rutbreaker.clock import FixedClock, SystemClock
from rutbreaker.config import NAMED, SETTINGS, Settings, read_settings
from rutbreaker.domain.dates import DATE_STYLES, dated, day_month, full_day
from rutbreaker.domain.telling import span
from rutbreaker.errors import Unusable
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places, make_folder_for


def _settings(folder: Path, text: str | bytes) -> Settings:
    path = folder / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_settings(str(path))


def test_without_a_configuration_everything_is_as_usual(tmp_path: Path) -> None:
    usual = Settings(day_start=4, week_start="monday", theme="rutbreaker-dark", keys={})
    assert read_settings(str(tmp_path / "config.toml")) == usual
    assert read_settings(str(tmp_path / "config.toml" / "below")) == Settings()
    assert _settings(tmp_path, "") == Settings()


def test_what_is_set_is_in_force(tmp_path: Path) -> None:
    text = 'day_start = 0\nweek_start = "sunday"\ntheme = "nord"\n[keys]\nlog-win = "W"\nundo = "ctrl+z"\n'
    keys = {"log-win": "W", "undo": "ctrl+z"}
    assert _settings(tmp_path, text) == Settings(day_start=0, week_start="sunday", theme="nord", keys=keys)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("day_start = 7", 1, "day_start must be a whole number from 0 to 6"),
        ("\n\nday_start = true", 3, "day_start must be"),
        ('# day_start = 1\nday_start = "4"', 2, "day_start must be"),
        ('week_start = "friday"', 1, "week_start must be"),
        ("theme = 3", 1, "theme must be"),
        ('theme = "norf"', 1, "theme must be the name of a theme in quotes: rutbreaker-dark, rutbreaker-light, "),
        ("source_checkins = 1", 1, "source_checkins must be true or false"),
        ('read_notes = "yes"', 1, "read_notes must be true or false"),
        ('theme = "nord"\ncolour = "red"', 2, "colour is not a setting; there are day_start"),
        ("[colours]\nred = 1", 1, "colours is not a setting"),
        ('keys = "W"', 1, "keys must be a table"),
        ("[keys]\nlog-win = 3", 2, "log-win must be a key in quotes"),
        ('[keys]\n"log-win" = ""', 2, "log-win must be a key in quotes"),
        ("keys = { undo = 1 }", 1, "undo must be"),
        (
            'date_style = "roman"',
            1,
            'date_style must be "day-first", "month-first" or "iso". The usual holds: "day-first".',
        ),
        ("animations = 0", 1, "animations must be true or false. The usual holds: true."),
        ("hide_after = -1", 1, "hide_after must be a number of minutes"),
        ("hours_limit = 0", 1, "hours_limit must be a number of hours a week, above 0"),
        ("hours_limit = nan", 1, "hours_limit must be"),
        ("backups = 3", 1, "backups must be the path of a folder in quotes"),
        ("day_start = 1\nkeys.undo = 1", 2, "undo must be"),
        (b"day_start = 4\ntheme = '\xff'", 2, "not UTF-8"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(tmp_path: Path, text: str | bytes, line: int, says: str) -> None:
    (problem,) = _settings(tmp_path, text).problems
    assert problem.startswith(f"{tmp_path / 'config.toml'}, line {line}: ")
    assert says in problem


def test_what_is_wrong_has_its_usual_value_and_the_rest_is_in_force(tmp_path: Path) -> None:
    text = 'day_start = 9\nweek_start = "sunday"\nhours_limit = 38.5\n[keys]\nlog-win = 3\nundo = "ctrl+z"\n'
    found = _settings(tmp_path, text)
    assert found._replace(problems=()) == Settings(week_start="sunday", hours_limit=38.5, keys={"undo": "ctrl+z"})
    assert [problem.partition(": ")[2].split()[0] for problem in found.problems] == ["day_start", "log-win"]


def test_of_what_is_no_toml_nothing_holds_and_its_place_is_told(tmp_path: Path) -> None:
    found = _settings(tmp_path, 'week_start = "sunday"\nnonsense\n')
    assert found._replace(problems=()) == Settings()
    assert "config.toml is not TOML: " in found.problems[0]
    assert "line 2" in found.problems[0]
    assert found.problems[0].endswith("The usual settings hold.")
    (tmp_path / "folder").mkdir()
    assert "can't be read: Is a directory" in read_settings(str(tmp_path / "folder")).problems[0]


def test_every_setting_is_in_the_table_with_its_usual_value() -> None:
    assert [*NAMED, "problems"] == list(Settings._fields)
    for setting in SETTINGS:
        assert setting.usual is None or setting.is_allowed(setting.usual), setting.key


@given(
    some.dictionaries(
        some.sampled_from([*NAMED, "colour"]),
        some.one_of(some.booleans(), some.integers(-9, 200), some.floats(), some.text("a0.-", max_size=5)),
    )
)
def test_whatever_stands_there_the_program_has_settings_it_can_go_by(tmp_path: Path, table: dict[str, object]) -> None:
    found = _settings(tmp_path, tomlkit.dumps(table))
    assert len(found.problems) == sum(
        key not in NAMED or not NAMED[key].is_allowed(value)
        for key, value in tomllib.loads(tomlkit.dumps(table)).items()
    )
    for setting in SETTINGS:
        value = getattr(found, setting.key)
        assert value == setting.usual or setting.is_allowed(value)


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


def test_dates_are_shown_as_it_is_set(home: str) -> None:
    day, shown = date(2026, 3, 4), {}
    for style in DATE_STYLES:
        Path(home, "config.toml").write_text(f'date_style = "{style}"')
        open_context(find_places()).connection.close()
        shown[style] = (full_day(day), day_month(day), span(date(2026, 2, 27), day, day), dated(day, date(2027, 1, 1)))
    assert shown == {
        "day-first": ("Wed 4 Mar 2026", "4 Mar", "27 Feb - 4 Mar", "4 Mar 2026"),
        "month-first": ("Wed Mar 4, 2026", "Mar 4", "Feb 27 - Mar 4", "Mar 4, 2026"),
        "iso": ("Wed 2026-03-04", "03-04", "02-27 - 03-04", "2026-03-04"),
    }


def test_the_systems_clock_knows_its_offset(monkeypatch: pytest.MonkeyPatch, clock: FixedClock) -> None:
    monkeypatch.setenv("TZ", "Nowhere/Bad")
    assert SystemClock().now().utcoffset() is not None
    assert clock.today() == clock.day_of(clock.now())


@pytest.mark.parametrize(("hour", "late"), [(23, False), (0, True), (3, True), (4, False)])
def test_the_last_four_hours_before_the_day_ends_are_late(clock: FixedClock, hour: int, late: bool) -> None:
    clock.at = clock.at.replace(hour=hour)
    assert clock.is_late() is late
