"""The sample data: believable, the same each time, ending today whenever that is, and nobody's own."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.context import Context
from rutbreaker.domain.checkins import index
from rutbreaker.journal.change import options_view
from rutbreaker.journal.goals import list_goals
from rutbreaker.journal.helps import what_helps
from rutbreaker.journal.log import list_log
from rutbreaker.journal.moves import next_moves
from rutbreaker.journal.people import list_people
from rutbreaker.journal.readiness import readiness_view
from rutbreaker.journal.safety import safety_card
from rutbreaker.journal.source import source_view
from rutbreaker.journal.streaks import streaks
from rutbreaker.journal.today import ratings_card
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places
from rutbreaker.sample.arc import COURSE, DAYS, level, time_of
from rutbreaker.sample.habits import HABITS
from rutbreaker.sample.life import Life
from rutbreaker.sample.opening import SEED, fill, sample_places
from rutbreaker.sample.story import STORY
from rutbreaker.store.checkins import checkins_between
from rutbreaker.store.connection import IN_MEMORY, open_store
from tests.faults.agreement import disagreements

THURSDAY = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


@contextmanager
def _sample(now: datetime = THURSDAY, *, seed: int = SEED, day_start: int = 4) -> Iterator[Context]:
    with closing(open_store(IN_MEMORY)) as connection:
        context = Context(connection, FixedClock(now, day_start), Settings())
        fill(context, seed)
        yield context


@pytest.fixture(scope="module")
def sample() -> Iterator[Context]:
    """The sample as it comes, looked at by several tests."""
    with _sample() as context:
        yield context


def _told(context: Context) -> list[tuple[str, date, str]]:
    return [(line.kind, line.day, line.text) for line in list_log(context)]


def test_the_same_seed_tells_the_same_and_another_does_not(sample: Context) -> None:
    with _sample() as again, _sample(seed=SEED + 1) as other:
        assert _told(again) == _told(sample)
        assert _told(other) != _told(sample)


@pytest.mark.parametrize(
    ("now", "day_start", "today"),
    [
        (datetime(2026, 11, 28, 23, 59, tzinfo=UTC), 4, date(2026, 11, 28)),  # a Saturday
        (datetime(2026, 11, 29, 9, 0, tzinfo=UTC), 4, date(2026, 11, 29)),  # a Sunday
        (datetime(2026, 11, 30, 1, 30, tzinfo=UTC), 4, date(2026, 11, 29)),  # still Sunday
        (datetime(2026, 11, 30, 4, 0, tzinfo=UTC), 4, date(2026, 11, 30)),  # the first minute of a Monday
        (datetime(2028, 2, 29, 0, 0, tzinfo=UTC), 0, date(2028, 2, 29)),
        (datetime(2027, 4, 30, 5, 59, tzinfo=UTC), 6, date(2027, 4, 29)),
    ],
)
def test_it_ends_today_and_never_later(now: datetime, day_start: int, today: date) -> None:
    with _sample(now, day_start=day_start) as context:
        lines = list_log(context)
        assert max(line.day for line in lines) == today
        assert max(line.at for line in lines) <= now
        assert {line.kind for line in lines if line.day == today} >= {"win", "gratitude"}
        assert ratings_card(context).checkin is None, "today's check-in is left for whoever looks around"


def test_it_is_fourteen_months_of_a_life_with_an_arc(sample: Context) -> None:
    today = sample.clock.today()
    means: dict[str, list[float]] = {}
    for checkin in checkins_between(sample.connection, today - timedelta(days=DAYS), today):
        if (mean := index(checkin)) is not None:
            means.setdefault(time_of((today - checkin.day).days), []).append(mean)
    average = {time: sum(found) / len(found) for time, found in means.items()}
    assert average["low"] + 0.5 < average["steady"] < average["good"] + 0.3
    assert average["low"] < average["rising"] < average["good"]


def test_every_pane_has_something_to_show(sample: Context) -> None:
    assert len(next_moves(sample).moves) == 7
    source = source_view(sample)
    assert source.sitting is not None
    assert source.ranking.verdict == "ranked"
    states = [view.goal.state for view in list_goals(sample)]
    assert states.count("closed") == 3
    assert states.count("open") >= 3
    assert len({view.person.role for view in list_people(sample)}) >= 5
    assert len(options_view(sample).options) == 3
    assert readiness_view(sample).blocks
    assert what_helps(sample).tags
    assert streaks(sample)["checkin"].planned == 28
    assert safety_card(sample) is None


def test_texts_seldom_come_twice(sample: Context) -> None:
    for kind in ("win", "gratitude"):
        recent = [line.text for line in list_log(sample, [kind])][:40]
        assert len(set(recent)) == len(recent)


def test_history_and_rows_agree(sample: Context) -> None:
    assert list(disagreements(sample.connection)) == []


def test_the_level_runs_straight_between_two_moods() -> None:
    first, second = COURSE[:2]
    assert level(first.ago)["energy"] == first.energy
    assert level((first.ago + second.ago) // 2)["energy"] == pytest.approx((first.energy + second.energy) / 2, abs=0.01)
    with pytest.raises(ValueError, match="no day 426"):
        level(DAYS + 1)


def test_a_chapter_of_a_weekend_waits_for_the_monday() -> None:
    with closing(open_store(IN_MEMORY)) as connection:
        lived: list[int] = []
        life = Life(Context(connection, FixedClock(datetime(2026, 11, 30, 9, tzinfo=UTC)), Settings()), 1)
        life.live([(2, lambda life: lived.append(life.ago)), (1, lambda life: lived.append(life.ago))], ())
    assert lived == [0, 0], "the Saturday's and the Sunday's"


def test_the_story_is_told_within_its_time() -> None:
    assert all(0 < ago <= DAYS for ago, _ in STORY)
    assert len(HABITS) == len(set(HABITS))


def test_the_persons_own_folder_is_not_touched_and_nothing_stays_behind(home: str) -> None:
    Path(home, "config.toml").write_text('backups = "elsewhere"\n')
    before = {path: os.stat(path).st_mtime_ns for path in (home, *map(str, Path(home).rglob("*")))}
    with sample_places(find_places(), FixedClock(THURSDAY)) as places:
        folder = os.path.dirname(places.db)
        assert places.config == find_places().config
        assert (os.stat(folder).st_mode & 0o777, os.stat(places.db).st_mode & 0o777) == (0o700, 0o600)
        context = open_context(places, clock=FixedClock(THURSDAY), settings=Settings())
        assert len(list_log(context)) > 500
        context.connection.close()
    assert not os.path.exists(folder)
    assert {path: os.stat(path).st_mtime_ns for path in (home, *map(str, Path(home).rglob("*")))} == before
