"""How right "what goes with better days" is for simulated people, in full: ``python -m tests.insight.simulate_helps``.

A number behind the command is how many people there are to a cell, 1,000 unless said otherwise.
"""

import sys
from typing import Any, NamedTuple

from rutbreaker.insight.helps import associations
from tests.insight.simulation import tagged_people

PEOPLE = 1_000
STRONG_WEEKEND = (1.0, 1.5)


class Figures(NamedTuple):
    """What a simulation found.

    Attributes:
        any_false: the share of people for whom at least one useless tag passes.
        false_share: the mean share of useless tags among those that pass; 0 for a person without any.
        power: the share of real tags that could be asked of and pass, with the right sign.
        flagged_real: the share of real tags of which it is said that the direction is unclear.
        flagged_useless: the same of useless or driven ones.
        covered: the share of the 90 % intervals of all tags that hold what the tag does.
        covered_real: the same of real tags alone.
        covered_passed: the same of tags that pass, whose intervals are shown.
        exaggeration: how much larger the estimates of real tags that passed are than what they do.
    """

    any_false: float
    false_share: float
    power: float
    flagged_real: float
    flagged_useless: float
    covered: float
    covered_real: float
    covered_passed: float
    exaggeration: float


def simulate(count: int, seed: int, **options: Any) -> Figures:
    """Judge the tags of so many people (see ``tagged_people`` for the options)."""
    false, shares, found = 0, 0.0, []
    for person in tagged_people(count, seed, **options):
        judged = [each for each in associations(person.values, person.tags, person.first_weekday) if each.enough]
        passed = [each for each in judged if each.passed]
        useless = [each for each in passed if each.tag not in person.effects]
        false += bool(useless)
        shares += len(useless) / len(passed) if passed else 0.0
        found += [(each, person.effects.get(each.tag)) for each in judged]
    real = [(each, effect) for each, effect in found if effect is not None]
    rest = [each for each, effect in found if effect is None]
    hits = [(each.estimate, effect) for each, effect in real if each.passed and each.estimate > 0]
    within = [each.low <= (effect or 0.0) <= each.high for each, effect in found]
    return Figures(
        false / count,
        shares / count,
        _share(len(hits), len(real)),
        _share(sum(each.direction_unclear for each, _ in real), len(real)),
        _share(sum(each.direction_unclear for each in rest), len(rest)),
        _share(sum(within), len(within)),
        _share(sum(each.low <= effect <= each.high for each, effect in real), len(real)),
        _share(
            sum(each.low <= (effect or 0.0) <= each.high for each, effect in found if each.passed),
            sum(each.passed for each, _ in found),
        ),
        _share(sum(estimate for estimate, _ in hits), sum(effect for _, effect in hits)),
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def main(people: int) -> int:
    """Print the figures; 0."""

    def say(name: str, value: float, bar: str) -> None:
        sys.stdout.write(f"{name:<66} {value:.3f}  {bar}\n")

    for days in (60, 90, 180):
        figures = simulate(people, 11, days=days)
        say(f"no real tag, {days} days: at least one false", figures.any_false, "<= .13" if days < 180 else "")
    figures = simulate(people, 12, weekend=STRONG_WEEKEND)
    say("no real tag, 90 days, strong weekend: at least one false", figures.any_false, "<= .13")
    for delta, days, power in ((0.3, 90, ""), (0.5, 60, ""), (0.5, 90, ">= .35"), (0.5, 180, ">= .70"), (0.8, 90, "")):
        figures = simulate(people, 13, days=days, real=2, delta=delta)
        name = f"2 of 8 real, delta {delta}, {days} days"
        say(f"{name}: false discovery rate", figures.false_share, "<= .10")
        say(f"{name}: power", figures.power, power)
        say(f"{name}: real ones flagged", figures.flagged_real, "<= .15")
        say(f"{name}: 90 % intervals cover", figures.covered, ".85 to .97")
        say(f"{name}: of real ones", figures.covered_real, "")
        say(f"{name}: of those that pass", figures.covered_passed, "")
        say(f"{name}: estimates of those found to what they do", figures.exaggeration, "")
    for days in (90, 180):
        figures = simulate(people, 14, days=days, driven=8)
        say(f"8 driven by mood, {days} days: flagged", figures.flagged_useless, ">= .60")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE))
