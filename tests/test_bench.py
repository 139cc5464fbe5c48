"""The benchmark's own parts: that every promise is measured once, and that what is measured is told rightly."""

import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.log import find_words
from rutbreaker.store import examination
from rutbreaker.store.connection import open_store
from rutbreaker.store.history import undo
from tests.bench import __main__ as bench
from tests.bench import peers
from tests.bench.bulk import Bulk
from tests.bench.files import BARE, Files
from tests.bench.line import Line
from tests.bench.parts import Part, Run, measure
from tests.bench.promises import PROMISES, measured
from tests.bench.quiet import Quiet
from tests.bench.rows import Row, table
from tests.seed import seed_a_season

_FAST, _SLOW = Row("fast", 1.2, "x", most=1.5), Row("slow", 81.26, "ms", most=80, beside="by pane: 7 81")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(1, 1, Files(str(tmp_path)), Quiet(lambda: 0.0))


def _part(*rows: Row, promises: tuple[str, ...] = ()) -> Part:
    return Part(promises, lambda run: rows)


def test_every_promise_has_a_name_of_its_own_and_a_bound() -> None:
    names = Counter(promise.name for promise in PROMISES)
    assert set(names.values()) == {1}
    assert all(promise.most > 0 and promise.unit for promise in PROMISES)


def test_every_promise_is_measured_by_exactly_one_part() -> None:
    parts = [part for group in bench.GROUPS for part in bench.parts_of(group)]
    assert Counter(name for part in parts for name in part.promises) == Counter(promise.name for promise in PROMISES)


def test_other_programs_are_promised_nothing() -> None:
    assert [part.promises for part in bench.parts_of(bench.PEERS)] == [(), ()]


def test_a_promise_that_was_measured_has_its_own_bound() -> None:
    assert measured("rut today", 1.4, "57 ms") == Row("rut today", 1.4, "x", None, 1.6, "57 ms")
    with pytest.raises(KeyError):
        measured("rut tomorrow", 1.4)


@pytest.mark.parametrize(
    ("rows", "promises"),
    [
        ([], ("rut today",)),
        ([measured("rut today", 1), measured("rut today", 1)], ("rut today",)),
        ([measured("rut today", 1), measured("rut streak", 1)], ("rut today",)),
        ([measured("rut today", 1)], ()),
    ],
    ids=["missing", "twice", "another as well", "unannounced"],
)
def test_a_part_that_measures_other_than_it_says_is_refused(
    run: Run, rows: Sequence[Row], promises: tuple[str]
) -> None:
    with pytest.raises(RuntimeError, match="was promised"):
        measure(_part(*rows, promises=promises), run)


def test_a_part_may_have_rows_that_are_not_promised(run: Run) -> None:
    rows = [measured("rut today", 1), _FAST]
    assert measure(_part(*rows, promises=("rut today",)), run) == rows


@pytest.mark.parametrize(
    ("row", "is_within", "bounds"),
    [
        (_FAST, True, "<= 1.5"),
        (_SLOW, False, "<= 80"),
        (Row("just", 1.5, "x", most=1.5), True, "<= 1.5"),
        (Row("share", 0.4, least=0.5, most=0.9), False, ">= 0.5 <= 0.9"),
        (Row("free", 7), True, ""),
        (Row("skipped", None), True, ""),
        (Row("not measured", None, "x", most=2), False, "<= 2"),
    ],
    ids=lambda value: value.what if isinstance(value, Row) else "",
)
def test_a_row_knows_its_bounds(row: Row, is_within: bool, bounds: str) -> None:
    assert (row.is_within, row.bounds) == (is_within, bounds)


def test_the_table_marks_what_is_over_its_bound() -> None:
    skipped = Row("peer", None, "x", beside="skipped: no such thing")
    assert list(table([_FAST, _SLOW, skipped])) == [
        "  fast      1.20 x  <= 1.5",
        "! slow     81.3 ms  <= 80          by pane: 7 81",
        "  peer           -                 skipped: no such thing",
    ]
    assert list(table([])) == []


def test_one_row_over_its_bound_is_an_exit_code() -> None:
    assert [bench.exit_code(rows) for rows in ([], [_FAST], [_FAST, _SLOW])] == [0, 0, 1]


def test_everything_is_told_to_programs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(bench, "parts_of", lambda group: [_part(_FAST, _SLOW)])
    assert bench.main(["shell", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["rows"][1] == {
        "what": "slow", "figure": 81.26, "unit": "ms", "bounds": {"least": None, "most": 80}, "is_within": False,
        "beside": "by pane: 7 81",
    }  # fmt: skip
    assert told.keys() >= {"date", "python", "platform", "processors", "rounds", "noisy_rounds"}
    assert all(spent > 0 for spent in told["yardsticks"])
    assert told["versions"].keys() >= {"rutbreaker", "textual", "sqlite"}


def test_people_get_a_table_for_each_group(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(bench, "parts_of", lambda group: [_part(Row(f"a row of {group}", 1))])
    assert bench.main(["shell", "calculation", "--peers"]) == 0
    told = capsys.readouterr().out
    places = [told.index(f"a row of {group}") for group in ("shell", "calculation", "peers")]
    assert places == sorted(places)
    assert "0 of 0 rounds began while other programs were busy" in told
    assert "The same calculation took" in told


@pytest.mark.parametrize("wrong", [["speed"], ["--runs", "0"], ["--people", "0"]])
def test_what_cannot_be_measured_is_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        bench.main(wrong)
    assert end.value.code == 2
    assert "python -m tests.bench: error" in capsys.readouterr().err


def test_a_round_waits_until_others_are_quiet() -> None:
    shares = iter([0.9, 0.5, 0.1])
    quiet = Quiet(lambda: next(shares))
    quiet.wait()
    assert (quiet.rounds, quiet.noisy, list(shares)) == (1, 0, [])


def test_a_round_that_began_in_noise_is_counted() -> None:
    quiet = Quiet(lambda: 0.9, patience=0)
    quiet.wait()
    assert (quiet.rounds, quiet.noisy) == (1, 1)


@pytest.fixture
def filled(tmp_path: Path, clock: FixedClock) -> str:
    path = str(tmp_path / "filled.db")
    context = Context(Bulk(path), clock, Settings())
    seed_a_season(context)
    context.connection.close()
    return path


def test_a_file_filled_at_once_is_as_one_filled_by_hand(filled: str, context: Context) -> None:
    seed_a_season(context)
    quick, slow = examination.copy_of(filled), examination.copy_of(context.connection.path)
    for look in (examination.structure, examination.shape, examination.rows, examination.history, examination.words):
        assert look(quick) == []
    assert examination.counts(quick) == examination.counts(slow)
    said = "SELECT seq, kind, field, value FROM edit WHERE field NOT IN (?, ?, ?) ORDER BY seq"
    references = ("goal", "person", "owner")
    assert [row[:3] for row in quick.rows(said, references)] == [row[:3] for row in slow.rows(said, references)]
    assert quick.rows("SELECT text FROM win ORDER BY id") == slow.rows("SELECT text FROM win ORDER BY id")
    for copy in (quick, slow):
        copy.close()


def test_what_is_written_into_such_a_file_later_is_found_and_undone(filled: str, clock: FixedClock) -> None:
    context = Context(open_store(filled), clock, Settings())
    log_win(context, "Measured the unmeasurable")
    assert [hit.line.text for hit in find_words(context, "unmeas", 5)] == ["Measured the unmeasurable"]
    assert "unmeasurable" in undo(context.connection, clock.now())
    context.connection.close()


def test_a_filling_that_fails_leaves_nothing(tmp_path: Path, clock: FixedClock) -> None:
    path = str(tmp_path / "failed.db")
    connection = Bulk(path)
    with pytest.raises(AssertionError, match="can't be asked"), connection.immediate():
        connection.rows("SELECT count(*) FROM win")
    connection.close()
    copy = examination.copy_of(path)
    assert examination.shape(copy) == []
    assert examination.counts(copy)["act"] == 0
    copy.close()


def test_each_empty_home_is_another(run: Run) -> None:
    homes = {run.files.empty(), run.files.empty()}
    assert len(homes) == 2
    assert [os.listdir(home) for home in homes] == [[], []]


def test_the_bare_apps_are_programs(run: Run) -> None:
    for python, path in (run.files.bare, run.files.field):
        assert python == sys.executable
        text = Path(path).read_text(encoding="utf-8")
        assert compile(text, path, "exec").co_filename == path
        assert BARE in text


_ECHO = r"""
import os, termios, tty
tty.setraw(0)
os.write(1, b"ready\x1b[?2026l")
while (key := os.read(0, 1)) != b"q":
    os.write(1, b"echo of " + key + b"\x1b[?2026l")
    os.write(1, b"what it did\x1b[?2026l")
"""


def test_a_key_is_timed_to_its_first_frame_and_to_the_one_looked_for() -> None:
    line = Line([sys.executable, "-I", "-c", _ECHO], {})
    try:
        assert line.frame(b"ready") > line.begun
        seen = line.press(b"x", b"what it did")
        assert 0 < seen.first <= seen.seen
        assert seen.sent == len(b"echo of x" + b"what it did" + 2 * b"\x1b[?2026l")
        assert line.press(b"y").sent >= len(b"echo of y\x1b[?2026l")
        assert line.peak_memory() > 1
        assert line.processor_time() >= 0
    finally:
        line.close()


def _installed(name: str, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something in the place of an installed program: this Python."""
    folder = cache / "rutbreaker-bench" / name
    (folder / "bin").mkdir(parents=True)
    (folder / "installed").touch()
    python = folder / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o700)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


def test_another_program_has_a_home_to_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _installed("textual", tmp_path, monkeypatch)
    peer = peers.Peer("textual", tmp_path / "home-of-it")
    kept = {name: path for name, path in peer.surroundings.items() if name == "HOME" or name.startswith("XDG_")}
    inside = [name for name, path in kept.items() if Path(path).is_relative_to(peer.home)]
    assert {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"} <= set(inside)
    peer.write_setting("it/it.yaml", "quiet: true\n")
    assert Path(peer.folder("CONFIG"), "it", "it.yaml").read_text(encoding="utf-8") == "quiet: true\n"
    assert peer.version[0].isdigit()


def test_a_program_that_needs_a_newer_python_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(peers.Skipped, match=r"it needs Python 9\.0, which is not here"):
        peers.Peer("bagels", tmp_path / "home-of-it", needs=(9, 0))


def test_a_program_that_cannot_be_asked_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _installed("no-such-program", tmp_path, monkeypatch)
    with pytest.raises(peers.Skipped, match="ended with 1"):
        peers.Peer("no-such-program", tmp_path / "home-of-it")
