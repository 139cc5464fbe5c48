"""The files that are measured on: made by the benchmark itself, once in a run, when they are first asked for."""

import os
import shutil
import sys
from functools import cached_property
from pathlib import Path

from rutbreaker.clock import SystemClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.journal.backups import back_up_daily
from tests.bench.bulk import Bulk
from tests.seed import _Amounts, _Seeding, seed_ten_years

RUT = str(Path(sys.executable).parent / "rut")
"""The command under measurement."""

MANY = _Amounts(27 * 365, wins=55_000, gratitude=30_000, reflections=5_000, sessions=6_000, contacts=4_000)
"""100,000 entries in 27 years, in the proportions of the ten years."""

BARE = "bare and ready"
"""What a bare app shows."""

_BARE = f"""
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("{BARE}")

Bare().run()
"""

_FIELD = f"""
from textual.app import App
from textual.widgets import Input, Static

class Field(App):
    def compose(self):
        yield Static("{BARE}")
        yield Input()

Field().run()
"""


class Files:
    """Everything in one folder; homes of the program have their backup of the day, as from the day's second start on.

    Args:
        folder: where they are made.
    """

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)
        self._copies = 0

    @cached_property
    def ten_years(self) -> str:
        """A home with 3,650 check-ins and 20,000 entries; to be read and not written, so that all find the same."""
        return self._made("ten-years", None)

    @cached_property
    def many(self) -> str:
        """A home with 27 years and 100,000 entries."""
        return self._made("many", MANY)

    @cached_property
    def bare(self) -> list[str]:
        """The command of a bare Textual app with one line of text."""
        return self._script("bare.py", _BARE)

    @cached_property
    def field(self) -> list[str]:
        """The command of a bare Textual app with a field to type in."""
        return self._script("field.py", _FIELD)

    def ten_years_to_write(self) -> str:
        """A copy of the home with ten years, for what writes into it."""
        self._copies += 1
        return str(shutil.copytree(self.ten_years, self.folder / f"ten-years-{self._copies}"))

    def empty(self) -> str:
        """A home with nothing in it yet."""
        self._copies += 1
        home = self.folder / f"empty-{self._copies}"
        home.mkdir(mode=0o700)
        return str(home)

    def _made(self, name: str, amounts: _Amounts | None) -> str:
        home = self.folder / name
        home.mkdir(mode=0o700)
        context = Context(Bulk(str(home / "rutbreaker.db")), SystemClock(), Settings(), str(home / "backups"))
        if amounts is None:
            seed_ten_years(context)
        else:
            _Seeding(context, 7, amounts).run()
        back_up_daily(context)
        context.connection.close()
        return str(home)

    def _script(self, name: str, text: str) -> list[str]:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return [sys.executable, str(path)]


def surroundings(home: str) -> dict[str, str]:
    """The environment of a program that has its data in a home."""
    return os.environ | {"RUTBREAKER_HOME": home}
