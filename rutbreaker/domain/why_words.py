"""Why a streak is the number it is, in lines to read: the same on the screen and in the shell."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rutbreaker.domain.days import day_words
from rutbreaker.domain.streaks import Streak
from rutbreaker.domain.telling import percent, periods, span
from rutbreaker.domain.why import PeriodState, Why

_STATES = {
    "kept": "kept",
    "open": "open until it ends",
    "missed": "missed",
    "extra": "not expected, done all the same: adds one",
    "paused": "paused: neither adds nor breaks",
}
_SIGNS = {"kept": "■", "open": "□", "missed": "·", "extra": "■", "paused": "–"}


class Part(NamedTuple):
    """A heading, and the lines below it."""

    heading: str
    lines: tuple[str, ...]


def why_parts(why: Why, today: date) -> list[Part]:
    """The rule, the run, what counted and what was paused, what would break it, and what one more does."""
    parts = [Part("The rule", (why.rule,)), Part("The run", (_run(why, today),))]
    if why.recent:
        parts.append(Part("What counted", tuple(_counted(why.recent, today))))
    parts.append(Part("What would break it", (_breaks(why, today),)))
    if why.next is not None and why.next_day is not None:
        when = day_words(why.next_day, today)
        parts.append(Part(f"What one more does, {when}", tuple(_one_more(why.now, why.next))))
    return parts


def _run(why: Why, today: date) -> str:
    now = why.now
    if why.run_from is None or why.run_to is None:
        before = f" The longest was {periods(now.longest, now.unit)}." if now.longest else ""
        return f"None is under way; the next {now.unit} kept begins one.{before}"
    said = f"{periods(now.current, now.unit)} in a row, {span(why.run_from, why.run_to, today)}."
    if now.current == now.longest:
        return f"{said} It is the longest so far."
    return said


def _counted(recent: Sequence[PeriodState], today: date) -> list[str]:
    """Neighbours of one state share a line; what isn't expected stands between them without a word."""
    groups: list[list[PeriodState]] = []
    for period in recent:
        if period.state == "free":
            continue
        alike = groups and groups[-1][0].state == period.state and groups[-1][0].unit == period.unit
        if alike and period.state != "open":
            groups[-1].append(period)
        else:
            groups.append([period])
    lines = [(span(group[0].first, group[-1].last, today), group) for group in groups]
    width = max((len(when) for when, _ in lines), default=0)
    return [f"{_SIGNS[group[0].state]} {when:<{width}}  {_state(group)}" for when, group in lines]


def _state(group: Sequence[PeriodState]) -> str:
    first = group[0]
    said = _STATES[first.state]
    if first.unit != "day" and len(group) == 1 and first.need:
        return f"{first.done} of {first.need}, {said}"
    return f"{periods(len(group), first.unit)} {said}" if len(group) > 1 else said


def _breaks(why: Why, today: date) -> str:
    if why.breaks_on is None:
        return why.breaks
    when = day_words(why.breaks_on, today)
    ahead = f"{why.now.unit.capitalize()} ending {when}" if why.now.unit != "day" else when[0].upper() + when[1:]
    return f"{ahead}: {why.breaks[0].lower()}{why.breaks[1:]}"


def _one_more(now: Streak, then: Streak) -> list[str]:
    figures = (
        ("in a row", periods(now.current, now.unit), periods(then.current, then.unit)),
        ("longest", periods(now.longest, now.unit), periods(then.longest, then.unit)),
        ("kept of planned", _kept(now), _kept(then)),
        ("strength", percent(now.strength), percent(then.strength)),
        ("returns", f"{now.returns}", f"{then.returns}"),
    )
    return [
        f"{name:<16} {f'{before} -> {after}' if before != after else f'stays {before}'}"
        for name, before, after in figures
    ]


def _kept(streak: Streak) -> str:
    return f"{streak.kept} of {streak.planned}"
