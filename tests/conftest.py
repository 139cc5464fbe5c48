"""What every test gets: a home of its own, a clock that stands still, and an empty data file made quickly."""

import compileall
import fcntl
import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import rutbreaker
import rutbreaker.tui
from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.domain.dates import DATE_STYLES, show_dates
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places
from rutbreaker.sample.opening import fill
from rutbreaker.store.backup import copy_to
from rutbreaker.store.connection import IN_MEMORY, open_store
from tests.seed import seed_ten_years

# The dashboard's package was imported first of all: it sets Textual's pace, which a test that came before would settle.
# Garbage isn't looked for from there on either, until all tests are collected: that makes none, and would take as long.

# The same examples at every run: a suite that fails now and then for somebody else's change is not believed.
settings.register_profile(
    "suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("suite")

CENTRAL_EUROPE = timezone(timedelta(hours=1))
MONDAY_MORNING = datetime(2026, 11, 23, 8, 55, tzinfo=CENTRAL_EUROPE)
"""When most tests happen: Monday, 23 November 2026, five to nine."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the snapshots be drawn anew."""
    parser.addoption("--redraw", action="store_true", help="draw the snapshots of whole screens anew")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once: where Python may not write bytecode, each process of a test would do it anew."""
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(os.path.dirname(rutbreaker.__file__), quiet=1)


def pytest_xdist_auto_num_workers() -> int:
    """One process more than processors: tests wait for screens, processes and disks a third of their time."""
    return (os.cpu_count() or 1) + 1


_QUICK_ROOMS = ("domain", "insight", "store", "journal", "exchange", "cli")


def pytest_collection_finish() -> None:
    """Look for garbage from now on, but not among all the tests."""
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that the other processes have the rest done meanwhile; mark what is quick."""
    for item in items:
        room = item.path.relative_to(os.path.dirname(__file__)).parts[0]
        if room in _QUICK_ROOMS and item.get_closest_marker("first") is None:
            item.add_marker("fast")
    items.sort(key=lambda item: item.get_closest_marker("first") is None)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty folder as the program's home, and nothing of the developer's own surroundings."""
    folder = os.path.join(tmp_path, "home")
    os.mkdir(folder, 0o700)
    monkeypatch.setenv("RUTBREAKER_HOME", folder)
    show_dates(DATE_STYLES[0])
    for name in ("EDITOR", "VISUAL", "NO_COLOR", "FORCE_COLOR", "RUTBREAKER_DB"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def clock() -> FixedClock:
    """Monday, 23 November 2026, 08:55, an hour ahead of UTC; it moves when it is told to."""
    return FixedClock(MONDAY_MORNING)


def hurried(context: Context, *, is_over: bool = False) -> None:
    """Don't wait for the disk, as a program must that promises something for when the power fails; until it is over."""
    context.connection.run(f"PRAGMA synchronous = {'full' if is_over else 'off'}")


MakeOnce = Callable[[str, Callable[[str], object]], str]


@pytest.fixture(scope="session")
def make_once(tmp_path_factory: pytest.TempPathFactory) -> MakeOnce:
    """Makes a file of a given name for all processes of a run: the first that needs it, while others wait for it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def once(name: str, make: Callable[[str], object]) -> str:
        path = os.path.join(shared, name)
        with open(f"{path}.lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not os.path.exists(path):
                make(f"{path}.half")
                os.rename(f"{path}.half", path)
        return path

    return once


@pytest.fixture(scope="session")
def _empty_file(make_once: MakeOnce) -> str:
    return make_once("empty.db", lambda path: open_store(path).close())


@pytest.fixture
def new_file(tmp_path: Path, _empty_file: str) -> Callable[[str], str]:
    """Makes an empty data file of a given name and gives its path; a copy, because making the schema takes 200 ms."""

    def make(name: str) -> str:
        return str(shutil.copy(_empty_file, os.path.join(tmp_path, name)))

    return make


@pytest.fixture
def new_home(home: str, _empty_file: str) -> Callable[[], str]:
    """Brings an empty data file into the home, and gives its path."""
    return lambda: str(shutil.copy(_empty_file, os.path.join(home, "rutbreaker.db")))


@pytest.fixture
def db_path(new_home: Callable[[], str]) -> str:
    """The path of an empty data file in the home."""
    return new_home()


@pytest.fixture
def context(db_path: str, clock: FixedClock) -> Iterator[Context]:
    """The empty data file in the home, open, with the clock that stands still and the usual settings."""
    opened = open_context(find_places(), clock=clock, settings=Settings())
    assert opened.connection.path == db_path
    hurried(opened)
    yield opened
    opened.connection.close()


@pytest.fixture(scope="session")
def _sample_file(make_once: MakeOnce) -> str:
    def make(path: str) -> None:
        with closing(open_store(IN_MEMORY)) as connection:
            fill(Context(connection, FixedClock(MONDAY_MORNING), Settings()))
            copy_to(connection, path)

    return make_once("sample.db", make)


@pytest.fixture
def bring_sample(home: str, _sample_file: str) -> Callable[[], str]:
    """Makes the fourteen months of sample data, ending on the morning of the tests, the data file in the home.

    It tells the path. This is quicker than filling a file of one's own by ``seed``.
    """
    return lambda: str(shutil.copy(_sample_file, os.path.join(home, "rutbreaker.db")))


@pytest.fixture
def sample(bring_sample: Callable[[], str]) -> str:
    """The sample data as the data file in the home; its path."""
    return bring_sample()


@pytest.fixture(scope="session")
def _ten_years_file(make_once: MakeOnce) -> str:
    def make(path: str) -> None:
        opened = Context(open_store(path), FixedClock(MONDAY_MORNING), Settings())
        seed_ten_years(opened)
        opened.connection.close()

    return make_once("ten-years.db", make)


@pytest.fixture
def ten_years(home: str, clock: FixedClock, _ten_years_file: str) -> Iterator[Context]:
    """Ten years of use, open: 3,650 check-ins and 20,000 entries up to Monday, 23 November 2026."""
    shutil.copy(_ten_years_file, os.path.join(home, "rutbreaker.db"))
    opened = open_context(find_places(), clock=clock, settings=Settings())
    yield opened
    opened.connection.close()
