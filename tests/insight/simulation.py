"""Simulated people with tags, after the specification that the bars of the statistics were measured on.

A person's level z is autocorrelated (phi 0.3 to 0.5), with weekends that differ. Each of four ratings is the person's
mean plus sigma times a mixture of z and a noise of its own, half of each, in whole numbers from 1 to 5; the index is
their mean, missing on one day in five. A tag is an autocorrelated course of its own with its own weekends, on where it
is highest. A *real* tag lifts the same day's ratings; a *driven* one follows yesterday's level and does nothing.
"""

from collections.abc import Iterator, Sequence
from math import sqrt
from random import Random
from typing import NamedTuple

ITEMS = 4
TAGS = 8


class Tagged(NamedTuple):
    """One person's days: the index of each, tags by name, and what each real tag does to the index, in points.

    ``effects`` has the mean difference that a tag made to the ratings on the days that carry it, rounding included;
    tags that do nothing aren't in it.
    """

    first_weekday: int
    values: list[float | None]
    tags: dict[str, list[bool]]
    effects: dict[str, float]


def tagged_people(
    count: int,
    seed: int,
    *,
    days: int = 90,
    real: int = 0,
    delta: float = 0.5,
    driven: int = 0,
    weekend: tuple[float, float] = (0.0, 0.6),
    missing: float = 0.2,
) -> Iterator[Tagged]:
    """So many people.

    Args:
        count: how many.
        seed: of everything random.
        days: how long each is followed.
        real: how many of the eight tags lift the day, by ``delta``.
        delta: by how many usual ups and downs.
        driven: how many of the eight follow yesterday's level.
        weekend: how much better weekends are, in usual ups and downs; uniform between the two.
        missing: the share of days without an index.
    """
    random = Random(seed)
    for _ in range(count):
        yield _Person(random, days, weekend).tagged(real, delta, driven, missing)


class _Person:
    def __init__(self, random: Random, days: int, weekend: tuple[float, float]) -> None:
        self.random = random
        self.days = range(days)
        self.first_weekday = random.randrange(7)
        mean = min(max(random.gauss(3.3, 0.5), 2.3), 4.3)
        self.means = [mean + random.gauss(0, 0.2) for _ in range(ITEMS)]
        self.sigma = random.uniform(0.6, 0.9)
        self.level = self.course(random.uniform(0.3, 0.5))
        gap = random.uniform(*weekend)
        week = [(5 * gap / 7 if day >= 5 else -2 * gap / 7) + random.gauss(0, 0.1) for day in range(7)]
        middle = sum(week) / 7
        self.week = [each - middle for each in week]

    def weekday(self, day: int) -> int:
        return (self.first_weekday + day) % 7

    def course(self, phi: float) -> list[float]:
        """An autocorrelated course with variance 1."""
        value, values = self.random.gauss(0, 1), []
        for _ in self.days:
            values.append(value)
            value = phi * value + sqrt(1 - phi * phi) * self.random.gauss(0, 1)
        return values

    def tag(self, follows: float) -> list[bool]:
        """A tag, on where its course is highest."""
        shift = self.random.gauss(0, 0.7)
        course = self.course(self.random.uniform(0, 0.5))
        latent = [
            value + shift * (self.weekday(day) >= 5) + (follows * self.level[day - 1] if day else 0.0)
            for day, value in enumerate(course)
        ]
        often = max(round(self.random.uniform(0.1, 0.6) * len(self.days)), 1)
        limit = sorted(latent, reverse=True)[often - 1]
        return [value >= limit for value in latent]

    def tagged(self, real: int, delta: float, driven: int, missing: float) -> Tagged:
        tags = {f"tag{place}": self.tag(0.5 if TAGS - place <= driven else 0.0) for place in range(TAGS)}
        lifting = list(tags.values())[:real]
        own = [self.course(0.2) for _ in range(ITEMS)]
        mixed = [
            [
                self.means[item] + self.sigma * (sqrt(0.5) * (self.level[day] + own[item][day]) + self.week_of(day))
                for item in range(ITEMS)
            ]
            for day in self.days
        ]
        lifts = [self.sigma * delta * sum(on[day] for on in lifting) for day in self.days]
        index = [_index(each, lift) for each, lift in zip(mixed, lifts, strict=True)]
        effects = {}
        for name in list(tags)[:real]:
            carried = [day for day in self.days if tags[name][day]]
            without = [_index(mixed[day], lifts[day] - self.sigma * delta) for day in carried]
            effects[name] = sum(index[day] for day in carried) / len(carried) - sum(without) / len(without)
        shown = [None if self.random.random() < missing else value for value in index]
        return Tagged(self.first_weekday, shown, tags, effects)

    def week_of(self, day: int) -> float:
        return self.week[self.weekday(day)]


def _index(items: Sequence[float], lift: float) -> float:
    return sum(min(max(round(item + lift), 1), 5) for item in items) / len(items)
