"""Student's t distribution, for what the standard library lacks."""

from math import exp, lgamma, log

_MOST_TERMS = 300
_CLOSE = 3e-12
_TINY = 1e-300


def two_sided_t(t: float, freedom: int) -> float:
    """The probability that Student's t with ``freedom`` degrees of freedom lies as far from 0 as ``t``, or farther.

    It is the regularised incomplete beta function I_x(freedom/2, 1/2) at x = freedom / (freedom + t^2)
    (Abramowitz and Stegun 1964, 26.7.1 and 26.5).
    """
    return _incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t))


def _incomplete_beta(a: float, b: float, x: float) -> float:
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function (Abramowitz and Stegun, 26.5.8), by Lentz's method."""
    c, d = 1.0, 1 / _not_nothing(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, _MOST_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        step = 1.0
        for term in (even, odd):
            d = 1 / _not_nothing(1 + term * d)
            c = _not_nothing(1 + term / c)
            step = c * d
            result *= step
        if abs(step - 1) < _CLOSE:
            break
    return result


def _not_nothing(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
