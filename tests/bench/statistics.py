"""How right the statistics are: on the fixtures, and on people simulated anew."""

from collections.abc import Iterator
from typing import TypedDict

from rutbreaker.insight.slump import CLEAR_DIP
from tests.bench.parts import Part, Run
from tests.bench.rows import Row
from tests.insight import simulate_helps, simulate_slumps, simulate_sources

_MORE_PEOPLE = 4
"""The ranking of sources takes so many times as many people as the rest, because it sorts them into bins."""


def _bars(run: Run) -> list[Row]:
    return [*_slumps(), *_helps(run.people), *_sources(_MORE_PEOPLE * run.people)]


def _slumps() -> Iterator[Row]:
    yield Row("nothing happens: false alarms in 180 days", simulate_slumps.false_alarms(), most=1.10)
    yield Row("nothing happens: false clear dips in 180 days", simulate_slumps.false_alarms(CLEAR_DIP))
    for name, share, days in (("0.5", 0.40, 9), ("1.0", 0.80, 8), ("1.5", 0.92, 6)):
        found = simulate_slumps.found(f"slump_{name}")
        yield Row(f"slumps of {name} usual ups and downs: noticed", found.share, least=share)
        yield Row(f"slumps of {name} usual ups and downs: median delay", found.delay, "days", most=days)


def _helps(people: int) -> Iterator[Row]:
    for days in (60, 90, 180):
        figures = simulate_helps.simulate(people, 11, days=days)
        yield Row(
            f"no real tag, {days} days: somebody is told of one", figures.any_false, most=0.13 if days < 180 else None
        )
    figures = simulate_helps.simulate(people, 12, weekend=simulate_helps.STRONG_WEEKEND)
    yield Row("no real tag, 90 days, strong weekend: somebody is told of one", figures.any_false, most=0.13)
    for delta, days, power in ((0.3, 90, None), (0.5, 60, None), (0.5, 90, 0.35), (0.5, 180, 0.70), (0.8, 90, None)):
        figures = simulate_helps.simulate(people, 13, days=days, real=2, delta=delta)
        name = f"2 of 8 real, {delta} ups, {days} days"
        bound = delta <= 0.5
        yield Row(f"{name}: false discovery rate", figures.false_share, most=0.10 if bound else None)
        yield Row(f"{name}: power", figures.power, least=power)
        yield Row(
            f"{name}: real ones flagged as unclear", figures.flagged_real, most=0.15 if days == 90 and bound else None
        )
        yield Row(
            f"{name}: 90 % intervals hold",
            figures.covered,
            least=0.85 if bound else None,
            most=0.97 if bound else None,
            beside=f"of real ones {figures.covered_real:.3f}, of those that pass {figures.covered_passed:.3f}",
        )
        yield Row(f"{name}: estimates of those found to what they do", figures.exaggeration)
    for days in (90, 180):
        figures = simulate_helps.simulate(people, 14, days=days, driven=8)
        yield Row(f"8 driven by mood, {days} days: flagged as unclear", figures.flagged_useless, least=0.60)


class Assumed(TypedDict, total=False):
    """What the simulated people are like where it is not as the ranking assumes."""

    noise: float
    yes_saying: float


def _sources(people: int) -> Iterator[Row]:
    worlds: dict[str, Assumed] = {
        "as assumed": {},
        "strong yes-saying": {"yes_saying": 0.8},
        "noisier": {"noise": 0.9},
    }
    for name, options in worlds.items():
        figures = simulate_sources.simulate(people, 1, **options)
        bound = not options
        off = max(abs(each.hit - each.said) for each in figures.bins)
        said = ", ".join(f"said {each.said:.2f} hit {each.hit:.2f}" for each in figures.bins)
        yield Row(f"sources {name}: largest gap of said and hit", off, most=0.06 if bound else None, beside=said)
        yield Row(f"sources {name}: the 80 % set holds the highest", figures.covered, least=0.80 if bound else None)
        yield Row(f"sources {name}: mean size of that set", figures.size, most=2.8 if bound else None)
        yield Row(f"sources {name}: the first is right", figures.first_right)
    for stance, (count, right) in simulate_sources.stances(people, 2).items():
        yield Row(f"sources, check-ins {stance}: the first is right", right, beside=f"{count} people")


PARTS = (Part((), _bars),)
"""What is measured here: how right, not how fast, with bounds of its own."""
