"""How right "what goes with better days" is for simulated people; all of it by ``python -m tests.bench statistics``."""

from typing import Any, NamedTuple

from rutbreaker.insight.helps import associations
from tests.insight.simulation import tagged_people

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
