"""Which backups are kept: many of late, fewer of long ago, and always the newest."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rutbreaker.domain.backups import DAYS, MONTHS, WEEKS, Backup, to_drop

TODAY = date(2026, 11, 23)


def _made(number: int, moment: datetime) -> Backup:
    return Backup(number, f"{moment:%Y-%m-%dT%H:%M:%SZ}", "daily", f"/backups/{number}", 1)


def _four_a_day(days: int, until: datetime) -> list[Backup]:
    total = 4 * days
    return [_made(number, until - timedelta(hours=6 * (total - number))) for number in range(1, total + 1)]


def _kept(backups: list[Backup], today: date) -> list[Backup]:
    dropped = set(to_drop(backups, today))
    return [backup for backup in backups if backup not in dropped]


def test_of_800_days_with_four_backups_each_38_are_kept() -> None:
    kept = _kept(_four_a_day(800, datetime(2026, 11, 23, 12, tzinfo=UTC)), TODAY)
    recent = [backup for backup in kept if backup.day >= TODAY - timedelta(days=1)]
    assert len(recent) == 7
    assert len(kept) == 7 + DAYS + WEEKS + MONTHS
    days = sorted({backup.day for backup in kept}, reverse=True)
    assert days[: 2 + DAYS] == [TODAY - timedelta(days=back) for back in range(2 + DAYS)]
    # Each older one is the last of its day, whose number is a multiple of four.
    assert all(backup.made_at.endswith("18:00:00Z") for backup in kept if backup not in recent)
    assert len({(backup.day.year, backup.day.month) for backup in kept[:MONTHS]}) == MONTHS
    assert kept[0].day == date(2026, 1, 31)


def test_the_rule_used_every_day_keeps_as_much_as_used_once() -> None:
    """Whatever is dropped on one day would have been dropped on every later one."""
    kept: list[Backup] = []
    for number in range(1, 801):
        moment = datetime(2024, 9, 15, 9, tzinfo=UTC) + timedelta(days=number)
        kept = _kept([*kept, _made(number, moment)], moment.date())
    assert len(kept) == 2 + DAYS + WEEKS + MONTHS
    gaps = [(later.day - earlier.day).days for earlier, later in pairwise(kept)]
    # The last of a week, and so of a month's last whole week, stands for the month.
    assert max(gaps) <= 31 + 7
    assert set(gaps[-DAYS:]) == {1}


def test_a_clock_set_back_a_year_drops_nothing_of_what_is_newer() -> None:
    backups = _four_a_day(800, datetime(2026, 11, 23, 12, tzinfo=UTC))
    now = TODAY - timedelta(days=400)
    newer = _made(len(backups) + 1, datetime(now.year, now.month, now.day, 9, tzinfo=UTC))
    kept = _kept([*backups, newer], now)
    assert newer in kept
    assert all(backup in kept for backup in backups if backup.day >= now)


_SPAN = datetime(2024, 1, 1), datetime(2028, 1, 1)  # noqa: DTZ001 - hypothesis wants them without a zone

_MADE = st.lists(st.datetimes(*_SPAN), max_size=60).map(
    lambda moments: [_made(number, moment) for number, moment in enumerate(moments, 1)]
)


@given(_MADE, st.dates(date(2024, 1, 1), date(2028, 1, 1)))
def test_the_newest_and_all_of_late_are_kept_and_the_rest_is_bounded(backups: list[Backup], today: date) -> None:
    kept = _kept(backups, today)
    if backups:
        assert backups[-1] in kept
    late = [backup for backup in backups if backup.day >= today - timedelta(days=1)]
    assert set(late) <= set(kept)
    assert len(kept) <= len(late) + 1 + DAYS + WEEKS + MONTHS


@given(_MADE, st.dates(date(2024, 1, 1), date(2028, 1, 1)), st.randoms())
def test_the_order_of_the_list_says_nothing(backups: list[Backup], today: date, random: Random) -> None:
    mixed = list(backups)
    random.shuffle(mixed)
    assert set(to_drop(mixed, today)) == set(to_drop(backups, today))
