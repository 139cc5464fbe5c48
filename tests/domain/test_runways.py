"""Months and amounts as people type them, without a currency."""

from datetime import UTC, date, datetime

import pytest

from rutbreaker.domain.models import Runway
from rutbreaker.domain.runways import months_of, months_words, read_amount, read_months, typed_months
from rutbreaker.errors import BadInput


@pytest.mark.parametrize(
    ("typed", "amount"), [("12000", 12000), ("12 000", 12000), (" 1,234,567 ", 1234567), ("12.000", 12000), ("0", 0)]
)
def test_an_amount_is_read_with_or_without_groups(typed: str, amount: int) -> None:
    assert read_amount(typed, "Savings") == amount


@pytest.mark.parametrize("typed", ["", "€12", "12k", "-5", "1 2", "12.5", "1,23", "٣٠٠", "9" * 16, "1e5", "\x1b[31m"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="Savings is a whole number such as 12000"):
        read_amount(typed, "Savings")


@pytest.mark.parametrize(
    ("typed", "months"), [("4", 4), ("4.5", 4.5), ("4,5", 4.5), ("4.5 months", 4.5), ("1 Month", 1), ("1200", 1200)]
)
def test_months_are_read(typed: str, months: float) -> None:
    assert read_months(typed) == months


@pytest.mark.parametrize("typed", ["", "many", "-1", "1201", "1e3", "٣", "4.567", "nan"])
def test_what_is_no_number_of_months_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="from 0 to 1200"):
        read_months(typed)


def test_months_follow_from_savings_and_are_rounded_down_when_told() -> None:
    assert months_of(12_000, 4_000) == 3
    assert months_of(10**9, 1) == 1200
    assert [months_words(months) for months in (2.999, 3, 1, 1.04, 0, 4.55, 0.3)] == [
        "2.9 months", "3 months", "1 month", "1 month", "0 months", "4.5 months", "0.3 months"
    ]  # fmt: skip
    for months, typed in ((1.0, "1"), (2.999, "2.9"), (12.0, "12")):
        assert typed_months(Runway("r", date(2026, 11, 23), datetime(2026, 11, 23, tzinfo=UTC), months)) == typed
    with pytest.raises(BadInput, match="more than 0"):
        months_of(5, 0)
