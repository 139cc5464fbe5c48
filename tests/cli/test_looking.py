"""What the commands that only look show, in words and as JSON."""

import json
import os
import sys
from datetime import timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.domain.cells import cells
from tests.cli.conftest import Result, Rut, Terminal


def _advance(rut: Rut, **step: int) -> None:
    assert isinstance(rut.clock, FixedClock)
    rut.clock.advance(timedelta(**step))


@pytest.fixture
def used(rut: Rut) -> Rut:
    """A data file after some days of use."""
    for day in ("2026-11-16", "2026-11-17", "2026-11-18", "2026-11-20"):
        rut("checkin", "33333", "--date", day)
    rut("win", "Led the retro", "--date", "fri", "--tag", "team")
    rut("win", "Shipped the importer #ship")
    _advance(rut, minutes=5)
    rut("thanks", "Ana covered for me", "--person", "Ana")
    rut("checkin", "32-35", "-n", "long review #meetings")
    return rut


def test_today_in_words(used: Rut) -> None:
    assert used("today").out == (
        "Mon 23 Nov 2026\n"
        "\n"
        "  Energy     ●●●○○  3\n"
        "  Interest   ●●○○○  2\n"
        "  Pressure   ○○○○○  -\n"
        "  Progress   ●●●○○  3\n"
        "  People     ●●●●●  5\n"
        "  index 3.2\n"
        "  long review #meetings\n"
        "\n"
        "  2 days in a row · longest 3 · 5 of the last 6 planned · strength 26 %\n"
        "\n"
        "Wins\n"
        "  08:55  Shipped the importer #ship\n"
        "Gratitude\n"
        "  09:00  Ana covered for me (Ana)\n"
    )


def test_before_any_check_in_was_planned_there_is_no_strength(rut: Rut) -> None:
    rut("checkin", "4", "--off")
    assert "  1 day in a row · longest 1\n" in rut("today").out


def test_another_day_in_words(used: Rut) -> None:
    assert used("today", "--date", "fri").out == (
        "Fri 20 Nov 2026\n"
        "\n"
        "  Energy     ●●●○○  3\n"
        "  Interest   ●●●○○  3\n"
        "  Pressure   ●●●○○  3\n"
        "  Progress   ●●●○○  3\n"
        "  People     ●●●○○  3\n"
        "  index 3.0 · rated later, so not in the statistics\n"
        "\n"
        "Wins\n"
        "         Led the retro #team\n"
    )


def test_today_as_json(used: Rut) -> None:
    found = json.loads(used("today", "--json").out)
    assert list(found) == ["day", "checkin", "wins", "gratitude", "streak"]
    assert found["day"] == "2026-11-23"
    assert found["checkin"]["pressure"] is None
    assert [win["text"] for win in found["wins"]] == ["Shipped the importer #ship"]
    assert [thanks["person"] for thanks in found["gratitude"]] == ["Ana"]
    assert found["streak"]["current"] == 2


def test_log_in_lines(used: Rut) -> None:
    assert used("log").out == (
        "2026-11-23  09:00  check-in    3 2 - 3 5  long review #meetings\n"
        "2026-11-23  09:00  gratitude   Ana covered for me (Ana)\n"
        "2026-11-23  08:55  win         Shipped the importer #ship\n"
        "2026-11-20         check-in    3 3 3 3 3\n"
        "2026-11-20         win         Led the retro #team\n"
        "2026-11-18         check-in    3 3 3 3 3\n"
        "2026-11-17         check-in    3 3 3 3 3\n"
        "2026-11-16         check-in    3 3 3 3 3\n"
    )


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        (("--kind", "win"), ["Shipped the importer #ship", "Led the retro"]),
        (("--kind", "win", "--kind", "gratitude", "-n", "2"), ["Ana covered for me", "Shipped the importer #ship"]),
        (("--tag", "#ship"), ["Shipped the importer #ship"]),
        (("--since", "this week", "--kind", "win"), ["Shipped the importer #ship"]),
        (("--until", "yesterday", "--kind", "win"), ["Led the retro"]),
        (("--since", "last week", "--until", "tue"), ["", ""]),
        (("--kind", "check-in", "-n", "1"), ["long review #meetings"]),
        (("--tag", "nothing"), []),
    ],
)
def test_log_can_be_narrowed(used: Rut, words: tuple[str, ...], texts: list[str]) -> None:
    assert [line["text"] for line in json.loads(used("log", "--json", *words).out)] == texts


def test_log_says_when_nothing_fits(used: Rut) -> None:
    assert used("log", "--tag", "nothing") == Result(0, "", "Nothing logged that fits.\n")


def test_a_terminal_gets_fifty_lines_and_is_told_of_the_rest(
    rut: Rut, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from rutbreaker.cli.main import main

    for number in range(51):
        rut("win", f"win {number}")
    assert len(rut("log").out.splitlines()) == 51
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert main(["log"], clock=rut.clock) == 0
    assert len(screen.getvalue().splitlines()) == 50
    assert "\033[2m2026-11-23  08:55  \033[0mwin         win 50\n" in screen.getvalue()
    assert capsys.readouterr().err == "The newest 50; more with -n 500\n"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_styles_can_be_turned_off(rut: Rut, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    from rutbreaker.cli.main import main

    rut("win", "one")
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    main(["log"], clock=rut.clock)
    assert screen.getvalue() == "2026-11-23  08:55  win         one\n"


def test_streak_in_words(used: Rut) -> None:
    assert used("streak").out == (
        "             in a row   longest                           kept        strength\n"
        "Check-ins    2 days     3  (16 - 18 Nov)                  5 of 6       26 %\n"
        "Wins         2 days     2  (20 - 23 Nov)                  2 of 2       12 %\n"
        "Gratitude    1 day      1  (23 Nov)                       1 of 1        6 %\n"
        "Reflections  0 weeks    -                                 -             0 %\n"
        "\n"
        "Check-ins:   kept today\n"
        "Wins:        kept today\n"
        "Gratitude:   kept today\n"
        "Reflections: none yet; begin with: r in the dashboard\n"
    )


def test_a_broken_streak_shows_what_was_kept(used: Rut) -> None:
    _advance(used, days=3)
    shown = used("streak").out
    assert "Check-ins    0 days     3  (16 - 18 Nov)                  5 of 8       2" in shown
    assert "Check-ins:   a new run begins with the next one; 3 days were kept in a row before\n" in shown


def test_an_open_day_breaks_nothing(used: Rut) -> None:
    _advance(used, days=1)
    assert "Check-ins:   today is open\n" in used("streak").out
    _advance(used, hours=16)
    assert "Check-ins:   today is open, and in its last hours\n" in used("streak").out


def test_streak_as_json(used: Rut) -> None:
    found = json.loads(used("streak", "--json").out)
    assert list(found) == ["checkin", "win", "gratitude", "reflection"]
    strength = found["checkin"].pop("strength")
    assert 0.2611 <= strength <= 0.2613
    assert found["checkin"] == {
        "current": 2,
        "unit": "day",
        "longest": 3,
        "longest_from": "2026-11-16",
        "longest_to": "2026-11-18",
        "kept": 5,
        "planned": 6,
        "returns": 0,
        "missing": 0,
        "days_left": None,
        "at_risk": False,
    }
    assert found["reflection"]["unit"] == "week"


def test_status(used: Rut) -> None:
    assert used("status").out == "2 days in a row, checked in\n"
    assert used("status", "--prompt").out == "2d ✓\n"
    assert json.loads(used("status", "--json").out) == {
        "day": "2026-11-23",
        "checked_in": True,
        "current": 2,
        "unit": "day",
        "missing": 0,
        "at_risk": False,
    }
    _advance(used, days=1)
    assert used("status", "--prompt").out == "2d ○\n"
    assert used("status").out == "2 days in a row, no check-in today\n"
    _advance(used, days=4)
    assert used("status", "--prompt").out == "0d\n"
    assert used("status").out == "0 days in a row, no check-in expected\n"


def test_search(used: Rut) -> None:
    assert used("search", "impor") == Result(0, "2026-11-23  win         Shipped the importer #ship\n", "")
    assert used("search", "retro", "--json", "-n", "1").code == 0
    hit = json.loads(used("search", "review", "--json").out)[0]
    assert (hit["kind"], hit["snippet"]) == ("checkin", "long review #meetings")
    assert used("search", "nothing", "like", "it") == Result(1, "", "rut: Nothing holds “nothing like it”.\n")
    assert used("search", "nothing", "--json").out == "[]\n"


@pytest.mark.parametrize("words", ['"', "AND", "NEAR(", "a* OR", "-x", "text:", "'", "(((", "\x00"])
def test_search_takes_words_as_words(rut: Rut, words: str) -> None:
    assert rut("search", "--", words).code in (1, 2)


def test_tags(used: Rut) -> None:
    used("win", "More #ship")
    assert used("tags").out == (
        "#ship        2 times  last 2026-11-23\n"
        "#meetings     1 time  last 2026-11-23\n"
        "#team         1 time  last 2026-11-20\n"
    )
    assert json.loads(used("tags", "--json").out)[0] == {"tag": "ship", "count": 2, "last": "2026-11-23"}


def test_looks_at_nothing_make_nothing(bare_rut: Rut, home: str) -> None:
    assert bare_rut("today").out == (
        "Mon 23 Nov 2026\n"
        "\n"
        "  No check-in yet.   rut checkin\n"
        "\n"
        '  Nothing logged yet.   rut win "..."   rut thanks "..."\n'
    )
    assert bare_rut("log") == Result(0, "", "Nothing logged yet.\n")
    assert bare_rut("log", "--json").out == "[]\n"
    assert json.loads(bare_rut("today", "--json").out)["checkin"] is None
    assert json.loads(bare_rut("streak", "--json").out)["checkin"]["current"] == 0
    assert bare_rut("status", "--prompt") == Result(0, "", "")
    assert bare_rut("status").code == 0
    assert bare_rut("tags").code == 0
    assert bare_rut("search", "x").code == 1
    for command in (("undo",), ("redo",), ("edit", "ab", "x"), ("delete", "ab"), ("tag", "rename", "a", "b")):
        assert bare_rut(*command).code == 1
    assert bare_rut("where").code == 0
    assert os.listdir(home) == []


def test_where_prints_every_path_and_how_to_remove_them(used: Rut, home: str) -> None:
    shown = used("where").out
    assert f"data file       {home}/rutbreaker.db\n" in shown
    assert f"configuration   {home}/config.toml   (not there)\n" in shown
    assert f"  rmdir {home}\n" in shown
    commands = [line.strip() for line in shown.splitlines() if line.startswith("  rm")]
    assert os.system("; ".join(commands)) == 0  # noqa: S605 - what it prints is what is tried
    assert not os.path.exists(home)
    assert json.loads(used("where", "--json").out)["db"] == f"{home}/rutbreaker.db"


def test_help_lists_the_commands_and_needs_no_terminal(bare_rut: Rut) -> None:
    from rutbreaker.cli.commands import COMMANDS

    shown = bare_rut("--help")
    assert shown.code == 0
    for command in COMMANDS:
        assert f"  {command.name:<10} {command.line}\n" in shown.out
        told = bare_rut(command.name, "--help")
        assert (told.code, told.err) == (0, "")
        assert told.out.startswith(f"usage: rut {command.name}")
        assert "examples:\n  " in told.out
        assert max(map(len, told.out.splitlines())) <= 80


def test_the_version(bare_rut: Rut) -> None:
    from rutbreaker import __version__

    assert bare_rut("--version") == Result(0, f"rutbreaker {__version__}\n", "")


def test_a_time_the_wrong_way_round_is_said_to_be(used: Rut) -> None:
    refused = used("log", "--since", "today", "--until", "yesterday")
    assert (refused.code, refused.out) == (2, "")
    assert "--since 2026-11-23 comes after --until 2026-11-22" in refused.err


@pytest.mark.parametrize("listing", ["goal list", "person list", "tags"])
def test_columns_stand_below_each_other_in_every_script(rut: Rut, listing: str) -> None:
    for name in ("面白い本", "plain", "🚀🎉"):
        rut("goal", "add", name, "--by", "24 Dec")
        rut("person", "add", name, "--every", "3 weeks")
        rut("win", "Read", "--tag", name if name.isalpha() else "日本")
    ends = {cells(line.rstrip()) for line in rut(*listing.split()).out.splitlines()}
    assert len(ends) == 1


def test_a_line_is_cut_where_the_terminal_ends(rut: Rut, monkeypatch: pytest.MonkeyPatch) -> None:
    from rutbreaker.cli import output

    rut("win", "面白い本を読んで新しい仕事を見つける")
    monkeypatch.setattr(output, "columns", lambda: 50)
    (line,) = rut("log").out.splitlines()
    assert line.endswith("…")
    assert cells(line) in (49, 50)
