"""How right the ranking of sources is for simulated people; ``python -m tests.bench statistics`` says all of it.

The true strain of the six sources is normal around 2.6 with a standard deviation of 0.8 and correlations of 0.5; an
answer is the strain with noise of 0.8, in whole numbers from 1 to 5, turned for reversed statements. This tests the
arithmetic under its own assumptions, not the statements.
"""

from collections.abc import Iterator
from math import sqrt
from random import Random
from typing import NamedTuple

from rutbreaker.domain.statements import STATEMENTS
from rutbreaker.domain.words import SOURCES
from rutbreaker.insight.sources import CheckIn, SourceRanking, rank_sources

BINS = ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.01))
"""Stated chances are gathered in these."""


class Bin(NamedTuple):
    """The mean of the chances stated, the share of them that came true, and how many there were."""

    said: float
    hit: float
    number: int


class Figures(NamedTuple):
    """What a simulation found, as shares of all people; ``size`` is the mean number of sources in the 80 % set."""

    first_right: float
    first_near: float
    covered: float
    size: float
    bins: tuple[Bin, ...]


def simulated(
    count: int, seed: int, *, noise: float = 0.8, yes_saying: float = 0.0
) -> Iterator[tuple[dict[str, float], dict[str, int]]]:
    """People's true strains and their answers; ``yes_saying`` is the standard deviation of a tendency to agree."""
    random = Random(seed)
    for _ in range(count):
        shared, agreeing = random.gauss(0, 0.8 * sqrt(0.5)), random.gauss(0, yes_saying)
        truth = {source: 2.6 + shared + random.gauss(0, 0.8 * sqrt(0.5)) for source in SOURCES}
        answers = {}
        for statement in STATEMENTS.values():
            if statement.source:
                level = truth[statement.source] + random.gauss(0, noise)
                turned = 6 - level if statement.is_reversed else level
                answers[statement.key] = min(max(round(turned + agreeing), 1), 5)
        yield truth, answers


def simulate(count: int, seed: int, *, noise: float = 0.8, yes_saying: float = 0.0, draws_for: int = 1) -> Figures:
    """Rank the sources of so many simulated people, and count how often it was right.

    ``draws_for`` people the chances are found from the same draws: to make them takes most of the time.
    """
    right = near = covered = size = 0
    stated: list[tuple[float, bool]] = []
    for number, (truth, answers) in enumerate(simulated(count, seed, noise=noise, yes_saying=yes_saying)):
        ranking = rank_sources(answers, seed=number // draws_for)
        highest = max(truth, key=lambda source: truth[source])
        right += ranking[0].key == highest
        near += truth[ranking[0].key] >= truth[highest] - 0.5
        covered += ranking[highest].in_set
        size += len(ranking.likely)
        stated += [(source.p_top, source.key == highest) for source in ranking]
    return Figures(right / count, near / count, covered / count, size / count, tuple(_bins(stated)))


def with_checkins(truth: dict[str, float], seed: int, days: int = 28) -> list[CheckIn]:
    """Check-ins of somebody with these strains: each rating lies around what its source makes of it."""
    random = Random(seed)

    def rating(source: str) -> int:
        strain = 2.6 + 0.6 * (truth[source] - 2.6) + random.gauss(0, 0.9)
        return min(max(round(strain), 1), 5)

    return [
        CheckIn(
            day,
            energy=6 - rating("overload"),
            interest=6 - rating("interest"),
            pressure=rating("overload"),
            progress=6 - rating("recognition"),
            people=6 - rating("alone"),
            switch_off=6 - rating("life") if day % 7 == 0 else None,
        )
        for day in range(days)
    ]


def stances(count: int, seed: int, *, draws_for: int = 1) -> dict[str, tuple[int, float]]:
    """How often the check-ins agree, disagree or leave it open, and how often the first source is right then."""
    found: dict[str, list[bool]] = {}
    for number, (truth, answers) in enumerate(simulated(count, seed)):
        ranking: SourceRanking = rank_sources(answers, with_checkins(truth, number), seed=number // draws_for)
        highest = max(truth, key=lambda source: truth[source])
        found.setdefault(ranking.checkins.stance or "silent", []).append(ranking[0].key == highest)
    return {stance: (len(rights), sum(rights) / len(rights)) for stance, rights in sorted(found.items())}


def _bins(stated: list[tuple[float, bool]]) -> Iterator[Bin]:
    for low, high in BINS:
        inside = [(said, hit) for said, hit in stated if low <= said < high]
        if inside:
            yield Bin(
                sum(said for said, _ in inside) / len(inside), sum(hit for _, hit in inside) / len(inside), len(inside)
            )
