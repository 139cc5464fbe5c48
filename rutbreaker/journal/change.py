"""The ways somebody could go: options side by side, what each would mean, and what to compare them by."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from rutbreaker.context import Context
from rutbreaker.domain import options as comparing
from rutbreaker.domain.choosing import chosen
from rutbreaker.domain.models import Criterion, Option, Score
from rutbreaker.domain.options import HIGHEST_SCORE, STAYING, OptionsView, check_weights
from rutbreaker.domain.text import one_line, sentence, storable
from rutbreaker.errors import BadInput
from rutbreaker.store import change
from rutbreaker.store.history import put, remove
from rutbreaker.store.ids import score_id
from rutbreaker.store.reading import existing
from rutbreaker.store.removal import remove_whole


class Sheet(NamedTuple):
    """What to change of an option's sheet; None leaves a part as it is.

    ``tested`` is the day on which the first test was done, as people write it; an empty text takes it away.
    """

    title: str | None = None
    first_test: str | None = None
    cost: str | None = None
    fear: str | None = None
    staying_cost: str | None = None
    ten_weeks: str | None = None
    ten_years: str | None = None
    premortem: str | None = None
    safeguard: str | None = None
    tested: str | None = None


def add_option(context: Context, title: str, *, stays: bool = False) -> Option:
    """Add an option; the first one brings "stay, and change something" along, unless it is that itself.

    A way of staying takes the place of that one, as long as nothing was said of it.

    Raises:
        BadInput: it has no title, or that of another.
    """
    title = sentence(title, "the option")
    with context.act(f"option: {title}") as doing:
        today, now = context.clock.today(), context.clock.now()
        options = change.options(context.connection)
        _refuse_second(options, title)
        staying = [option for option in options if option.stays]
        if not stays and not staying:
            put(doing, Option(doing.new_id(), today, now, STAYING, stays=True))
        unsaid = next((option for option in staying if stays and option.title == STAYING), None)
        option = unsaid._replace(title=title) if unsaid else Option(doing.new_id(), today, now, title, stays)
        put(doing, option)
    return option


def change_option(context: Context, option: str, sheet: Sheet) -> Option:
    """Write on an option's sheet.

    Raises:
        NotFound: the option is gone.
        BadInput: its title would be empty or that of another, or the day of the test can't be understood or has not
            come yet.
    """
    with context.act("option") as doing:
        before = existing(context.connection, Option, option)
        doing.title = f"option: {before.title}"
        wanted: dict[str, Any] = {part: storable(text) for part, text in sheet._asdict().items() if text is not None}
        if wanted.pop("tested", None) is not None:
            wanted["tested_on"] = _tested_on(context, sheet.tested or "")
        if sheet.title is not None:
            wanted["title"] = sentence(sheet.title, "the option; to delete it, use d")
            _refuse_second(change.options(context.connection), wanted["title"], option)
        after = before._replace(**wanted)
        put(doing, after)
    return after


def read_option(context: Context, option: str) -> Option:
    """An option with its sheet.

    Raises:
        NotFound: it is gone.
    """
    return existing(context.connection, Option, option)


def delete_option(context: Context, option: str) -> str:
    """Delete an option with its scores; its title. Staying goes last, because it is always one.

    Raises:
        NotFound: it is gone.
        BadInput: it is the only way of staying among others.
    """
    with context.act("delete") as doing:
        found = existing(context.connection, Option, option)
        others = [other for other in change.options(context.connection) if other.id != option]
        if found.stays and others and not any(other.stays for other in others):
            raise BadInput(
                "Staying, and changing something, is always one of the options. Open it to change its words."
            )
        doing.title = f"delete option: {found.title}"
        remove_whole(doing, "option", option)
    return found.title


def add_criterion(context: Context, title: str, weight: int = 1) -> Criterion:
    """Add something to compare the options by, with a weight from 0 to 10.

    Raises:
        BadInput: it has no title or that of another, the weight is out of range, or all weights would be 0.
    """
    title = sentence(title, "the criterion")
    with context.act(f"criterion: {title}") as doing:
        _refuse_second(change.criteria(context.connection), title)
        check_weights([*(other.weight for other in change.criteria(context.connection)), weight])
        criterion = Criterion(doing.new_id(), context.clock.today(), context.clock.now(), title, weight)
        put(doing, criterion)
    return criterion


def change_criterion(
    context: Context, criterion: str, *, title: str | None = None, weight: int | None = None
) -> Criterion:
    """Change a criterion's title or weight.

    Raises:
        NotFound: it is gone.
        BadInput: its title would be empty or that of another, the weight is out of range, or all weights would be 0.
    """
    with context.act("criterion") as doing:
        after = existing(context.connection, Criterion, criterion)
        if title is not None:
            after = after._replace(title=sentence(title, "the criterion; to delete it, use d"))
            _refuse_second(change.criteria(context.connection), after.title, criterion)
        if weight is not None:
            after = after._replace(weight=weight)
        check_weights([*_other_weights(context, criterion), after.weight])
        doing.title = f"criterion: {after.title}"
        put(doing, after)
    return after


def delete_criterion(context: Context, criterion: str) -> str:
    """Delete a criterion with its scores; its title.

    Raises:
        NotFound: it is gone.
        BadInput: only weights of 0 would be left.
    """
    with context.act("delete") as doing:
        found = existing(context.connection, Criterion, criterion)
        check_weights(_other_weights(context, criterion))
        doing.title = f"delete criterion: {found.title}"
        remove_whole(doing, "criterion", criterion)
    return found.title


def score(context: Context, option: str, criterion: str, value: int | None) -> None:
    """Score an option by a criterion from 1 to 5; None takes a score away.

    Raises:
        NotFound: the option or the criterion is gone.
        BadInput: the score is out of range.
    """
    score_option(context, option, {criterion: value})


def score_option(context: Context, option: str, values: Mapping[str, int | None]) -> None:
    """Score an option by several criteria in one act: 1 to 5 by the criterion's id, None to take a score away.

    Raises:
        NotFound: the option or a criterion is gone.
        BadInput: a score is out of range.
    """
    with context.act("scores") as doing:
        doing.title = f"scores: {existing(context.connection, Option, option).title}"
        standing = change.scores(context.connection)
        for criterion, value in values.items():
            existing(context.connection, Criterion, criterion)
            row = score_id(option, criterion)
            if value is None:
                remove(doing, "score", row)
            elif not 1 <= value <= HIGHEST_SCORE:
                raise BadInput(f"A score is a number from 1 to {HIGHEST_SCORE}, not {value}.")
            elif value != standing.get((option, criterion)):
                put(doing, Score(row, context.clock.today(), context.clock.now(), option, criterion, value))


def options_view(context: Context) -> OptionsView:
    """The options side by side, with their totals, the best first, how sure that is, and for how long they rest."""
    connection, now = context.connection, context.clock.now()
    with connection.reading():
        view = comparing.compare(change.options(connection), change.criteria(connection), change.scores(connection))
        changed = change.options_changed(connection) if len(view.options) > 1 else []
    if not changed:
        return view
    last = context.clock.day_of(changed[-1].astimezone(now.tzinfo))
    return view._replace(unchanged=max((context.clock.today() - last).days, 0))


def find_option(context: Context, words: str) -> Option:
    """The option that is meant: by its title, a unique beginning or part of it, or its id.

    Raises:
        NotFound: there is none like that.
        BadInput: several could be meant.
    """
    return chosen(change.options(context.connection), words, "option")


def find_criterion(context: Context, words: str) -> Criterion:
    """The criterion that is meant, in the same ways.

    Raises:
        NotFound: there is none like that.
        BadInput: several could be meant.
    """
    return chosen(change.criteria(context.connection), words, "criterion")


def _tested_on(context: Context, text: str) -> date | None:
    from rutbreaker.domain.days import parse_day

    return context.past_day(parse_day(text, context.clock.today())) if text.strip() else None


def _other_weights(context: Context, criterion: str) -> list[int]:
    return [other.weight for other in change.criteria(context.connection) if other.id != criterion]


def _refuse_second(others: Sequence[Criterion] | Sequence[Option], title: str, own: str = "") -> None:
    """Two criteria or options of one name could not be told apart."""
    for other in others:
        if other.id != own and other.title.casefold() == title.casefold():
            kind = "a criterion" if isinstance(other, Criterion) else "an option"
            raise BadInput(f"There is {kind} “{one_line(title, 40)}” already.")
