"""Simulated people: daily index values with and without a slump, made for this project and kept compressed."""

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent.parent / "data" / "insight"


class SimulatedPerson(NamedTuple):
    """One person's days: the first one's weekday, where their slump begins and how long it lasts, and the values."""

    first_weekday: int
    onset: int
    length: int
    days: list[float | None]


def people(name: str) -> Iterator[SimulatedPerson]:
    """The people of a file: ``null`` (no slump), ``slump_0.5``, ``slump_1.0``, ``slump_1.5`` (its depth in ups)."""
    with gzip.open(_FOLDER / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            values = [None if value == "." else float(value) for value in row["values"].split()]
            yield SimulatedPerson(int(row["dow0"]), int(row["t0"]), int(row["L"]), values)
