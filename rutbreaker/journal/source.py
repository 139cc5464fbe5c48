"""The source finder: answer its statements, look at the ranking, and see what speaks for a source and what fits it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain.daily_index import counts
from rutbreaker.domain.models import Answer, Checkin, Sitting
from rutbreaker.domain.source_moves import SourceMove, moves_for
from rutbreaker.domain.statements import DRAFT, STATEMENTS, Statement, check_answers, shuffled
from rutbreaker.domain.words import SOURCES
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.store.answers import answers_of
from rutbreaker.store.checkins import checkins_between
from rutbreaker.store.days import pauses
from rutbreaker.store.drafts import finish_draft
from rutbreaker.store.history import put
from rutbreaker.store.ids import answer_id
from rutbreaker.store.removal import remove_whole
from rutbreaker.store.sittings import latest_sittings
from rutbreaker.store.under_way import UnderWay, keep_under_way, under_way

if TYPE_CHECKING:
    from rutbreaker.insight.sources import Change, CheckIn, SourceRanking

_WINDOW = timedelta(days=27)
"""Today and so many days before it are the last four weeks."""

_ASK_AGAIN = 42
"""Days after which a sitting may be had anew: what is answered more often says little more."""

_FOR, _AGAINST = 4, 2
"""A strain of this and more speaks for a source, of this and less against it."""


class Questionnaire(NamedTuple):
    """A sitting under way: the seed of its order, and the answers so far, None where one was skipped."""

    seed: int
    answers: dict[str, int | None]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements in their order."""
        return shuffled(self.seed)

    @property
    def place(self) -> int:
        """The place of the first statement that is open; their number when there is none."""
        open_places = (place for place, each in enumerate(self.statements) if each.key not in self.answers)
        return next(open_places, len(self.statements))

    @property
    def is_complete(self) -> bool:
        """Whether every statement was answered or skipped."""
        return self.place == len(self.statements)


class SourceView(NamedTuple):
    """The ranking as it stands.

    Attributes:
        sitting: the last finished sitting; None before the first.
        ranking: the sources by its answers, beside the check-ins of the last four weeks.
        since: the day of the sitting before, with which ``changes`` compares; None without one.
        changes: what has changed since.
        begun: how many statements of a sitting under way are done; None when there is none.
        days_ago: how many days ago the last sitting was finished.
    """

    sitting: Sitting | None
    ranking: "SourceRanking"
    since: date | None
    changes: tuple["Change", ...]
    begun: int | None
    days_ago: int

    @property
    def is_time_to_ask_again(self) -> bool:
        """Whether the last sitting is old enough for another."""
        return self.sitting is not None and self.days_ago >= _ASK_AGAIN

    @property
    def is_early(self) -> bool:
        """Whether another sitting would be begun so soon after the last that it says little more."""
        return self.sitting is not None and self.begun is None and not self.is_time_to_ask_again

    @property
    def days_until_again(self) -> int:
        """In how many days another sitting says more."""
        return max(_ASK_AGAIN - self.days_ago, 0)


class Given(NamedTuple):
    """A statement with its answer, and what that says of the source, 1 to 5."""

    statement: Statement
    value: int
    strain: int


class SourceWhy(NamedTuple):
    """What speaks for a source and against it, and what people try.

    ``days_for`` and ``days_against`` are those of the ``days`` of the last four weeks that say anything of it, the
    latest first. ``uses_checkins`` is whether the person wants them laid beside the answers.
    """

    source: str
    view: SourceView
    given: tuple[Given, ...]
    days: int
    days_for: tuple[date, ...]
    days_against: tuple[date, ...]
    moves: tuple[SourceMove, ...]
    uses_checkins: bool = True

    @property
    def answers_for(self) -> tuple[Given, ...]:
        """The answers that speak for it, the strongest first."""
        return tuple(sorted((one for one in self.given if one.strain >= _FOR), key=lambda one: -one.strain))

    @property
    def answers_against(self) -> tuple[Given, ...]:
        """Those that speak against it, the strongest first."""
        return tuple(sorted((one for one in self.given if one.strain <= _AGAINST), key=lambda one: one.strain))

    @property
    def answers_between(self) -> tuple[Given, ...]:
        """Those that do neither."""
        return tuple(one for one in self.given if _AGAINST < one.strain < _FOR)


def questionnaire(context: Context) -> Questionnaire:
    """The sitting under way as it stands, or a new one; nothing is kept of that before its first answer."""
    found = _under_way(context)
    return Questionnaire(found.seed, dict(found.answers))


def answer_statement(context: Context, key: str, value: int | None, *, seed: int | None = None) -> Questionnaire:
    """Answer a statement of the sitting under way from 1 to 5, or skip it with None; it is kept at once.

    Where the sitting begins with this answer, ``seed`` is that of the order in which it is asked.

    Raises:
        BadInput: there is no such statement, or no such answer.
    """
    check_answers({key: 1 if value is None else value})
    found = _under_way(context)
    if not found.answers and seed is not None:
        found = found._replace(seed=seed)
    found.answers[key] = value
    keep_under_way(context.connection, found, context.clock.now())
    return Questionnaire(found.seed, dict(found.answers))


def finish_sitting(context: Context) -> Sitting:
    """Make the sitting under way, with all its answers, a finished one: one act, which undo takes back whole.

    Raises:
        BadInput: statements are open, or all were skipped.
    """
    found, now = _under_way(context), context.clock.now()
    missing = len(STATEMENTS) - len(found.answers)
    if missing:
        raise BadInput(f"{missing} of the {len(STATEMENTS)} statements are open.")
    given = {key: value for key, value in found.answers.items() if value is not None}
    if not given:
        raise BadInput("Every statement was skipped: there is nothing to go by. Go back and answer some.")
    with context.act("source finder") as doing:
        sitting = Sitting(doing.new_id(), found.day, now, found.seed, context.clock.today())
        put(doing, sitting)
        for key, value in given.items():
            put(doing, Answer(answer_id(sitting.id, key), found.day, now, sitting.id, key, value))
        finish_draft(context.connection, DRAFT)
    return sitting


def delete_sitting(context: Context, row: str) -> None:
    """Delete a sitting with its answers; the one before stands again."""
    with context.act("delete: source finder") as doing:
        remove_whole(doing, "sitting", row)


def source_view(context: Context) -> SourceView:
    """The sources as ranked by the last finished sitting, beside the check-ins of the last four weeks."""
    from rutbreaker.insight.sources import changes, rank_sources

    connection, today = context.connection, context.clock.today()
    sittings, begun = latest_sittings(connection), under_way(connection)
    progress = None if begun is None else len(begun.answers)
    if not sittings:
        return SourceView(None, rank_sources({}), None, (), progress, 0)
    now = sittings[0]
    ranking = rank_sources(answers_of(connection, now.id), _checkins(context), seed=now.seed)
    days_ago = (today - _finished(now)).days
    if len(sittings) == 1:
        return SourceView(now, ranking, None, (), progress, days_ago)
    before = sittings[1]
    earlier = rank_sources(answers_of(connection, before.id), seed=before.seed)
    changed = changes(earlier, ranking, (_finished(now) - _finished(before)).days)
    return SourceView(now, ranking, _finished(before), changed, progress, days_ago)


def list_ideas(context: Context) -> list[tuple[str, list[SourceMove]]]:
    """What people try against each source; once the sources were ranked, the likeliest first.

    What fits the person's room for manoeuvre stands first, as in ``moves_for``.
    """
    if not latest_sittings(context.connection, 1):
        return [(source, moves_for(source, None)) for source in SOURCES]
    ranking = source_view(context).ranking
    return [(source.key, moves_for(source.key, ranking.has_levers)) for source in ranking.sources]


def why_source(context: Context, source: str) -> SourceWhy:
    """What speaks for a source and against it, and the moves that fit it.

    Raises:
        BadInput: there is no such source.
        NotFound: there is no finished sitting.
    """
    from rutbreaker.insight.source_checkins import strain_of

    if source not in SOURCES:
        raise BadInput(f"There is no source {source!r:.20}; there are {', '.join(SOURCES)}.")
    view = source_view(context)
    if view.sitting is None:
        raise NotFound("The source finder has not been finished yet, so there is nothing to explain.")
    answers = answers_of(context.connection, view.sitting.id)
    strains = [(day.day, strain) for day in _checkins(context) if (strain := strain_of(day, source)) is not None]
    return SourceWhy(
        source,
        view,
        tuple(_given(answers, source)),
        len(strains),
        tuple(day for day, strain in reversed(strains) if strain >= _FOR and isinstance(day, date)),
        tuple(day for day, strain in reversed(strains) if strain <= _AGAINST and isinstance(day, date)),
        tuple(moves_for(source, view.ranking.has_levers)),
        context.settings.source_checkins,
    )


def _given(answers: Mapping[str, int], source: str) -> Sequence[Given]:
    statements = [each for each in STATEMENTS.values() if each.source == source and each.key in answers]
    return [Given(each, answers[each.key], each.strain(answers[each.key])) for each in statements]


def _under_way(context: Context) -> UnderWay:
    """The sitting under way, or a new one whose order the moment settles."""
    found = under_way(context.connection)
    if found is not None:
        return found
    now = context.clock.now()
    return UnderWay(context.clock.today(), int(now.timestamp() * 1000) % 2**31, {})


def _finished(sitting: Sitting) -> date:
    return sitting.finished_on or sitting.day


def _checkins(context: Context) -> list["CheckIn"]:
    """The ratings of the last four weeks' days that count for the statistics, oldest first; none where not wished."""
    from rutbreaker.insight.source_checkins import CheckIn

    if not context.settings.source_checkins:
        return []
    today = context.clock.today()
    paused = pauses(context.connection)

    def rated(checkin: Checkin) -> "CheckIn":
        return CheckIn(
            checkin.day,
            checkin.energy,
            checkin.interest,
            checkin.pressure,
            checkin.progress,
            checkin.people,
            checkin.switch_off,
        )

    found = checkins_between(context.connection, today - _WINDOW, today)
    return [rated(checkin) for checkin in found if counts(checkin, paused) and _can_be(checkin)]


def _can_be(checkin: Checkin) -> bool:
    """Whether its ratings are any: another program may have written what is none."""
    return all(rating is None or 1 <= rating <= 5 for rating in checkin[3:10])
