"""Six levels that tend to go together, known through noise: what is believed of them, and which is the highest.

The prior is compound symmetric, S = a I + b 11' over k levels, so everything has a closed form (Sherman and Morrison
1950). With independent observations of precision p_i the posterior precision is diag(1/a + p_i) - c 11', where
c = b / (a (a + k b)); hence its covariance is diag(e) + g ee' with e_i = 1 / (1/a + p_i), g = c / (1 - c sum(e)).
"""

from collections.abc import Sequence
from functools import lru_cache
from math import sqrt
from random import Random
from typing import NamedTuple

DRAWS = 4_000
"""Draws from which the chance of being the highest is found; its standard error is below 0.8 points of a hundred."""


class Prior(NamedTuple):
    """What is believed of every level beforehand: its mean, its own variance ``a``, and the shared variance ``b``."""

    mean: float
    own: float
    shared: float


class Posterior(NamedTuple):
    """What is believed afterwards: means, standard deviations apart from what is shared, and the shares of that."""

    means: tuple[float, ...]
    spreads: tuple[float, ...]
    shares: tuple[float, ...]


def posterior(prior: Prior, precisions: Sequence[float], pulls: Sequence[float]) -> Posterior:
    """What is believed of the levels after what was observed.

    Args:
        prior: what was believed before.
        precisions: how precisely each level was observed, 1/variance; 0 for one that wasn't.
        pulls: precision times deviation from the prior mean, as observed; 0 for one that wasn't.
    """
    c = prior.shared / (prior.own * (prior.own + len(precisions) * prior.shared))
    e = [1 / (1 / prior.own + precision) for precision in precisions]
    g = c / (1 - c * sum(e))
    shared = g * sum(each * pull for each, pull in zip(e, pulls, strict=True))
    return Posterior(
        tuple(prior.mean + each * (pull + shared) for each, pull in zip(e, pulls, strict=True)),
        tuple(map(sqrt, e)),
        tuple(sqrt(g) * each for each in e),
    )


def chances_of_highest(beliefs: Sequence[Posterior], seed: int) -> list[list[float]]:
    """For each belief the chance of each level to be the highest, from the same seeded draws for all of them."""
    draws = _draws(seed, len(beliefs[0].means))
    return [_shares_won(belief, draws) for belief in beliefs]


@lru_cache(maxsize=1)
def _draws(seed: int, count: int) -> Sequence[tuple[list[float], float]]:
    """Standard normal draws for so many levels, and one that all of them share; kept for the next ranking."""
    gauss = Random(seed).gauss  # noqa: S311 - a simulation, no secret
    draws = []
    for _ in range(DRAWS // 2):
        own, common = [gauss(0.0, 1.0) for _ in range(count)], gauss(0.0, 1.0)
        # Each with its mirror image: half the work, and steadier.
        draws += [(own, common), ([-z for z in own], -common)]
    return draws


def _shares_won(belief: Posterior, draws: Sequence[tuple[list[float], float]]) -> list[float]:
    """How often each level was the highest."""
    wins = [0] * len(belief.means)
    # What moves all levels alike doesn't change which is the highest.
    least = min(belief.shares)
    parts = [(mean, spread, share - least) for mean, spread, share in zip(*belief, strict=True)]
    if any(share for _, _, share in parts):
        for own, common in draws:
            levels = [mean + spread * z + share * common for (mean, spread, share), z in zip(parts, own)]  # noqa: B905
            wins[levels.index(max(levels))] += 1
    else:
        for own, _ in draws:
            levels = [mean + spread * z for (mean, spread, _), z in zip(parts, own)]  # noqa: B905
            wins[levels.index(max(levels))] += 1
    return [count / len(draws) for count in wins]
